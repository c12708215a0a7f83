"""What do the tests of claims share? Layers of a text, with mentions marked by word lists of the tests' own."""

from dataclasses import replace

import pytest

from sayso.mentions import find_mentions
from sayso.model.attributions import Attribution, Attributions, Source
from sayso.model.claims import Layers
from sayso.model.documents import Document
from sayso.model.kinds import Stance, VoiceKind
from sayso.model.mentions import ActorMention, Figure, Mentions, Timex, Toponym
from sayso.model.spans import Span
from sayso.passages import find_passages
from sayso.text.trees import Tree

PLACES = frozenset({"Tarnova", "Belgor", "Selmar", "Quira", "Orlesh", "Dunmere", "Kasta"})
PARTIES = {
    "army": "government", "troops": "government", "soldiers": "government", "forces": "government",
    "government": "government", "rebels": "opposition", "fighters": "opposition", "insurgents": "opposition",
    "militia": "opposition", "civilians": "civilians", "villagers": "civilians", "residents": "civilians",
    "gunmen": None, "police": "government",
}  # fmt: skip
DAYS = frozenset({"Monday", "Tuesday", "Friday", "yesterday"})


def mark(parse):
    """Return mentions found by the word lists above."""
    tree = Tree(parse)
    words = list(enumerate(parse.words))
    places = [Toponym(span=parse.span(t, t + 1), token=t, name=w) for t, w in words if w in PLACES]
    actors = [
        ActorMention(span=tree.span([c for c in tree.children(t, "det", "amod", "compound") if c < t] + [t]), token=t,
                     head=w.casefold(), camp=PARTIES[w.casefold()])
        for t, w in words
        if w.casefold() in PARTIES and not tree.is_relation(t, "compound")
    ]  # fmt: skip
    times = [
        Timex(span=parse.span(t, t + 1), token=t, kind="date", rule="mentions.weekday", anchor="document")
        for t, w in words
        if w in DAYS
    ]
    figures = [_figure(parse, t, w) for t, w in words if parse.universal[t] == "NUM" and w.isdigit()]
    return Mentions(toponyms=tuple(places), actors=tuple(actors), timexes=tuple(times), figures=tuple(figures))


def _figure(parse, token, word):
    head = parse.heads[token]
    return Figure(
        span=parse.span(token, token + 1), token=token, low=float(word), high=float(word), bound="exact",
        counted=head if head != token and parse.universal[head] == "NOUN" else None,
        is_percent=parse.lemmas[head] == "percent",
    )  # fmt: skip


@pytest.fixture(scope="session")
def read(syntax):
    """Return a function from a text to its layers, without attributions."""

    def layers_of(text):
        document = Document(id="d0", sha256="s", file="d.txt", text=text)
        passages = find_passages(document)
        parse = syntax.parse(document, passages)
        return Layers(document=document, passages=passages, parse=parse, mentions=mark(parse))

    return layers_of


@pytest.fixture(scope="session")
def read_whole(read):
    """Return a function from a text to its layers, with the mentions of the stage itself."""

    def layers_of(text):
        layers = read(text)
        return replace(layers, mentions=find_mentions(layers))

    return layers_of


def find(text, words):
    """Return the span of the first place where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def add_sayings(layers, *sayings):
    """Return the layers with acts of saying: rows of source, cue, content and stance, as words of the text."""
    text, parse = layers.document.text, layers.parse
    of_token, items = [None] * len(parse), []
    for source, cue, content, stance in sayings:
        span = find(text, content)
        chain = (Source(name=source, kind=VoiceKind.UNKNOWN, span=find(text, source)),)
        items.append(
            Attribution(chain=chain, cue=find(text, cue), cue_lemma=cue, content=(span,), stance=Stance(stance))
        )
        for token in range(len(parse)):
            if span.holds(parse.span(token, token + 1)):
                of_token[token] = len(items) - 1
    quoted, inside = [], False
    for word in parse.words:
        inside = not inside if word == '"' else word == "“" or (inside and word != "”")
        quoted.append(inside)
    return replace(
        layers, attributions=Attributions(items=tuple(items), of_token=tuple(of_token), quoted=tuple(quoted))
    )


@pytest.fixture(scope="session")
def attribute():
    """Return a function that adds acts of saying to the layers of a text."""
    return add_sayings
