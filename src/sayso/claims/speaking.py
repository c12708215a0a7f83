"""Which words only tell who speaks, and where? A place named there is not where anything happened."""

from collections.abc import Iterator

from sayso.claims.scenes import Scene, words
from sayso.model.attributions import Attribution
from sayso.model.claims import Layers
from sayso.model.spans import Span
from sayso.text.speakers import ON_THE_SPOT, find_descriptions

ADDRESSED, SPOKEN_AT = words("addressed"), words("spoken_at")
MEETING, REPORTERS = words("meeting"), words("reporters")


def find_speaking_spans(layers: Layers) -> tuple[Span, ...]:
    """Return the runs of words of a document that only tell who speaks and where, in reading order."""
    scene = Scene(layers)
    tokens = sorted(find_speaking(scene))
    starts = [n for n, token in enumerate(tokens) if n == 0 or tokens[n - 1] != token - 1]
    ends = [*starts[1:], len(tokens)]
    return tuple(scene.parse.span(tokens[a], tokens[b - 1] + 1) for a, b in zip(starts, ends, strict=False))


def find_speaking(scene: Scene) -> frozenset[int]:
    """Return the tokens that only describe who speaks or tell where that was said.

    They are the name of an office and remarks on a speaker, what a word of saying is done at or to ("told reporters
    in Rahna"), and where the reporter met somebody ("whom we reached at the clinic of Selba").
    """
    items = scene.layers.attributions.items
    said = frozenset(token for item in items for span in item.content for token in scene.tokens(span))
    described = {token for item in items for span in _describe(scene, item) for token in scene.tokens(span)}
    spoken = {token for item in items for token in _find_where_said(scene, item)}
    spoken |= {token for item in items for token in _find_traits(scene, item)}
    return frozenset((described | spoken) - said) | frozenset(_find_meetings(scene))


def _describe(scene: Scene, item: Attribution) -> Iterator[Span]:
    source = item.chain[-1] if item.chain else None
    if source is None or source.span is None:
        return
    sentence = scene.parse.span(*scene.parse.sentences[scene.tree.sentence(scene.tokens(source.span).start)])
    yield from find_descriptions(source.span, source.kind, item.cue, sentence, scene.layers.document.text)


def _find_traits(scene: Scene, item: Attribution) -> Iterator[int]:
    """Yield what tells behind a speaker who he is or was: "says a clerk *from Rahna who fled to Zuhar*"."""
    source = item.chain[-1] if item.chain else None
    if source is None or source.span is None or item.cue is None or item.cue.start > source.span.start:
        return
    own = scene.tokens(source.span)
    for head in own:
        for child in scene.tree.children(head, "acl", "nmod", "advmod", "appos"):
            if child >= own.stop:
                yield from scene.tree.subtree(child)


def _find_where_said(scene: Scene, item: Attribution) -> Iterator[int]:
    """Yield the tokens of where something was said: of those on the spot only what they told the press elsewhere."""
    is_on_the_spot = not item.chain or item.chain[-1].kind in ON_THE_SPOT
    for cue in scene.tokens(item.cue) if item.cue else ():
        heard = [t for t in scene.tree.children(cue, "obj", "iobj", "obl") if scene.lemma(t) in ADDRESSED]
        where = [] if is_on_the_spot and not heard else _find_where(scene, cue)
        for token in (*heard, *where):
            yield from scene.tree.subtree(token)


def _find_where(scene: Scene, verb: int) -> list[int]:
    """Return the nouns of where something was said or somebody was met."""
    return [token for token in scene.tree.children(verb, "obl", "nmod") if scene.tree.case(token) in SPOKEN_AT]


def _find_meetings(scene: Scene) -> Iterator[int]:
    """Yield the tokens of where a reporter met somebody, outside quotation marks."""
    for token, lemma in enumerate(scene.parse.lemmas):
        if lemma in MEETING and not scene.is_quoted(token) and _is_of_reporter(scene, token):
            for place in _find_where(scene, token):
                yield from scene.tree.subtree(place)


def _is_of_reporter(scene: Scene, verb: int) -> bool:
    subject = scene.tree.child(verb, "nsubj")
    return subject is not None and scene.parse.words[subject].casefold() in REPORTERS
