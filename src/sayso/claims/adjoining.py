"""What do the words right beside a number say befell those it counts: "injured ten others", "47 people have been hurt"?"""

from collections.abc import Iterator

from sayso.claims.measures import measure_of, measure_within
from sayso.claims.scenes import Scene
from sayso.lexicons import read_words
from sayso.model.kinds import Measure
from sayso.model.mentions import Figure

HURT = frozenset({Measure.FATALITIES, Measure.INJURED})
SEIZED_OR_HURT = HURT | {Measure.DETAINED}
HELPING = read_words("measures", "helping")
MISSING, SUPPOSING = read_words("counting", "missing"), read_words("counting", "supposing")
FARTHEST_STATE = 5
VERBAL_TAGS = frozenset({"VBN", "VBD", "VBG", "VBZ", "VBP", "VB"})
PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})


def read_adjoining(scene: Scene, figure: Figure) -> Measure | None:
    """Return what was done to those counted by the words beside the number, None where they do not tell.

    A participle of harm behind the noun comes first ("two officers and a driver injured"), then the verb right before
    the number, then another state behind it. What stands so near is surer than the tree of the sentence.
    """
    after, before = _read_after(scene, figure), _read_before(scene, figure)
    return after if after in HURT else before or after


def _read_before(scene: Scene, figure: Figure) -> Measure | None:
    token = scene.tokens(figure.span)[0] - 1
    while token > _first(scene, figure) and _is_passed(scene, token):
        token -= 1
    is_done_to = scene.parse.words[token + 1].casefold() in {"on", "to"}
    if token < _first(scene, figure) or not (scene.parse.tags[token] in VERBAL_TAGS or is_done_to):
        return None
    measure = measure_of(scene, token)
    return measure if measure in HURT else None


def _read_after(scene: Scene, figure: Figure) -> Measure | None:
    between = range(figure.token + 1, figure.counted or 0)
    told = (measure_of(scene, t) for t in between if scene.parse.tags[t] in PARTICIPLES)
    harm = next((measure for measure in told if measure in HURT), None)
    if harm is not None:
        return harm
    is_predicate = figure.counted is None
    for token in _words_after(scene, figure):
        if scene.parse.words[token].casefold() in MISSING:
            return Measure.OTHER
        measure = measure_of(scene, token) or measure_within(scene, range(token, min(token + 2, len(scene.parse))))
        if scene.parse.tags[token] in PARTICIPLES and measure is not None:
            is_told = measure in SEIZED_OR_HURT or is_predicate
            return measure if is_told and not _has_object(scene, token) else None
        is_predicate = is_predicate or scene.parse.universal[token] == "AUX"
        if not _is_passed(scene, token):
            return None
    return None


def find_own_participle(scene: Scene, figure: Figure) -> int | None:
    """Return the participle right behind a bare number: "40 spared" of "12 were killed and 40 spared"."""
    if figure.counted is not None:
        return None
    for token in _words_after(scene, figure):
        if scene.parse.tags[token] == "VBN" and scene.lemma(token) not in SUPPOSING:
            return token
        if scene.parse.universal[token] == "AUX" or not _is_passed(scene, token):
            return None
    return None


def _words_after(scene: Scene, figure: Figure) -> Iterator[int]:
    """Yield the few words behind a number and its noun, past a person joined to it ("and a driver")."""
    last = scene.parse.sentences[scene.tree.sentence(figure.token)][1]
    token = max(figure.token, figure.counted or 0, scene.tokens(figure.span)[-1]) + 1
    if scene.parse.words[token - 1 : token] == ("of",) or scene.parse.words[token : token + 1] == ("of",):
        # "Six of whom later died".
        following = token + (scene.parse.words[token : token + 1] == ("of",))
        token = following + 1 if scene.parse.words[following : following + 1] in {("whom",), ("them",)} else token
    if scene.parse.words[token : token + 2] in {("and", "a"), ("and", "an")}:
        token += 2
        while token < last and scene.parse.universal[token] in {"NOUN", "ADJ", "PROPN"}:
            token += 1
    yield from range(token, min(token + FARTHEST_STATE, last))


def _has_object(scene: Scene, token: int) -> bool:
    """Tell whether a verb goes on to somebody else whom it was done to ("12 men killed two others")."""
    following = token + 1
    if following >= len(scene.parse) or following in scene.time_tokens or scene.parse.tags[token] == "JJ":
        return False
    return following in scene.figure_at or scene.parse.universal[following] in {"DET", "PROPN", "PRON"}


def _is_passed(scene: Scene, token: int) -> bool:
    is_small = scene.parse.universal[token] in {"AUX", "ADV"} or scene.lemma(token) in HELPING
    return is_small or token in scene.time_tokens


def _first(scene: Scene, figure: Figure) -> int:
    return scene.parse.sentences[scene.tree.sentence(figure.token)][0]
