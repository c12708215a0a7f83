"""Which proper names does a document hold, and which words mean their bearers?"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.claims import Layers
from sayso.model.mentions import NameMention, Referent, Toponym
from sayso.model.parses import Parse

PERSON, BODY, PLACE, UNKNOWN = "person", "body", "place", "unknown"
_LABELS = {"PERSON": PERSON, "ORGANIZATION": BODY, "PLACE": PLACE}
_WORD = re.compile(r"[^\W_]+")
_PROPER = frozenset({"PROPN", "X"})
# What stands inside a name without being a part of one by itself.
_GLUE = frozenset({"-", "–", "’", "'", ".", "bin", "ibn", "al", "el", "van", "von", "de", "da", "abu", "umm"})


def find_names(layers: Layers) -> tuple[NameMention, ...]:
    """Return the proper names of a document in reading order, and the further words that mean a named person.

    Every run of words that the syntax takes for a name is one, whatever its label, for a label can be wrong; only names
    of places that the gazetteer or the words beside them know are left out. Pronouns and descriptions join through the
    rules of reference.
    """
    found = {mention.span: mention for mention in _runs(layers, _place_tokens(layers))}
    for referent in layers.referents:
        if referent.kind == PERSON and referent.name.split()[-1][:1].isupper():
            found |= {mention.span: mention for mention in _meant(layers, referent)}
    return tuple(found[span] for span in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The tokens of the names of places: of all that are read as such, and of those that are known to be."""

    all: frozenset[int]
    known: frozenset[int]


def _place_tokens(layers: Layers) -> _Places:
    """Return the tokens of the names of places: not of the whole phrase, in which a person may be named."""
    found: set[int] = set()
    known: set[int] = set()
    for toponym in layers.mentions.toponyms:
        tokens = set(_name_tokens(layers.parse, toponym))
        found |= tokens
        known |= tokens if toponym.kind is not None or toponym.candidates else set()
    return _Places(all=frozenset(found), known=frozenset(known))


def _name_tokens(parse: Parse, toponym: Toponym) -> Iterator[int]:
    words = set(_WORD.findall(toponym.name.casefold()))
    token = bisect_left(parse.starts, toponym.span.start)
    while token < len(parse) and parse.starts[token] < toponym.span.end:
        if words.issuperset(_WORD.findall(parse.words[token].casefold())):
            yield token
        token += 1


def _runs(layers: Layers, places: _Places) -> Iterator[NameMention]:
    labels = {t: name.label for name in layers.parse.names for t in range(name.first, name.last)}
    for start, end in layers.parse.sentences:
        first = None
        for token in range(start, end + 1):
            is_inside = token < end and _is_name(layers.parse, token, labels)
            if first is not None and not (is_inside or (token + 1 < end and _is_glue(layers.parse, token, labels))):
                yield _mention(layers, (first, token), labels, places)
                first = None
            elif first is None and is_inside and token not in places.known:
                first = token


def _is_name(parse: Parse, token: int, labels: dict[int, str]) -> bool:
    word = parse.words[token]
    return (token in labels or parse.universal[token] in _PROPER) and any(letter.isalpha() for letter in word)


def _is_glue(parse: Parse, token: int, labels: dict[int, str]) -> bool:
    """Tell whether a token joins what stands on both sides of it into one name of the same sentence."""
    if parse.words[token].casefold() not in _GLUE:
        return False
    return _is_name(parse, token + 1, labels) and parse.ends[token - 1] + 1 >= parse.starts[token]


def _mention(layers: Layers, run: tuple[int, int], labels: dict[int, str], places: _Places) -> NameMention:
    first, last = run
    while last - 1 > first and last - 1 in places.known:
        last -= 1
    span = layers.parse.span(first, last)
    found = {labels[t] for t in range(first, last) if t in labels}
    label = next((_LABELS[name] for name in ("PERSON", "ORGANIZATION", "PLACE") if name in found), UNKNOWN)
    if label == UNKNOWN and places.all.issuperset(range(first, last)):
        label = PLACE
    return NameMention(span=span, name=" ".join(span.read(layers.document.text).split()), label=label)


def _meant(layers: Layers, referent: Referent) -> Iterator[NameMention]:
    for first, last in referent.mentions:
        yield NameMention(span=layers.parse.span(first, last), name=referent.name, label=PERSON)
