"""Which words around a place name belong to it, and what do they say it is?"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.mentions.countries import find_country, key_of
from sayso.mentions.lines import Line
from sayso.mentions.names import Chunk
from sayso.mentions.place_words import ending_kind, kind_of, listed_kind, noun_after, noun_before, words
from sayso.model.kinds import PlaceKind

_BARE = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.DISTRICT}
)
_FINE = frozenset({PlaceKind.DISTRICT, PlaceKind.VILLAGE})
_OTHERS = frozenset(
    {"a", "an", "one", "another", "other", "some", "several", "this", "that", "every", "each", "two", "three", "any"}
)


class PlacePhrase(NamedTuple):
    """A place name with the words `[first, last)` a reader would mark, the head token, bare name and kind."""

    chunk: Chunk
    first: int
    last: int
    token: int
    name: str
    kind: PlaceKind | None


def read_phrase(chunk: Chunk, *, is_known: bool, is_coarse: bool) -> Iterator[PlacePhrase]:
    """Yield the place of a name, with the nouns around it, and a building named after it as a second place.

    `is_known`: the bare name is a place by itself, so that "Homs refinery" is a building in Homs;
    `is_coarse`: it is a city or more elsewhere, so that "Homs district" is some district in Homs.
    """
    noun = noun_after(chunk)
    name, kind = _own_name(chunk)
    if noun is None:
        yield _without_noun(chunk, name, kind)
        return
    after = kind_of(chunk.line.word(noun))
    if is_coarse and after in _FINE:
        yield PlacePhrase(chunk, chunk.first, chunk.last, chunk.head, name, kind)
        return
    if chunk.line.word(noun) in words("descriptive"):
        yield PlacePhrase(chunk, _start(chunk.line, chunk.first, noun + 1), noun + 1, noun, name, kind)
        return
    if after in _BARE:
        yield PlacePhrase(chunk, _start(chunk.line, chunk.first, noun + 1), noun + 1, noun, name, after)
        return
    if is_known:
        yield PlacePhrase(chunk, _start(chunk.line, chunk.first, chunk.last), chunk.last, chunk.head, name, kind)
    full = f"{chunk.text} {chunk.line.parse.words[noun]}"
    yield PlacePhrase(chunk, _start(chunk.line, chunk.first, noun + 1), noun + 1, noun, full, after)


def known_kind(text: str) -> PlaceKind | None:
    """Return the kind that the shipped tables give a name, None for a name they do not hold."""
    country = find_country(text)
    if country is not None:
        return PlaceKind.CITY if country.is_capital else PlaceKind.COUNTRY
    return _known().get(key_of(text))


@cache
def _known() -> dict[str, PlaceKind]:
    return {
        key_of(name): PlaceKind(kind) for kind, names in read_toml("place_words")["known"].items() for name in names
    }


def _own_name(chunk: Chunk) -> tuple[str, PlaceKind | None]:
    """Return the bare name and the kind that a noun inside it gives ("Homs Governorate", "Nasser Hospital")."""
    line, text = chunk.line, chunk.text
    if key_of(text) in words("whole_names"):
        return text, kind_of(line.word(chunk.last - 1)) if line.word(chunk.last - 1) != "city" or line.word(
            chunk.first
        ) != "old" else PlaceKind.DISTRICT
    told = known_kind(text)
    if told is not None:
        return text, told
    kind = ending_kind(chunk)
    if kind in _BARE:
        return text.rpartition(" ")[0] or text, kind
    return text, kind or (kind_of(line.word(chunk.first)) if chunk.last - chunk.first > 1 else None)


def _without_noun(chunk: Chunk, name: str, kind: PlaceKind | None) -> PlacePhrase:
    noun = noun_before(chunk)
    if noun is None or not _is_same_place(chunk, noun):
        return PlacePhrase(
            chunk, _start(chunk.line, chunk.first, chunk.last), chunk.last, chunk.head, name, kind or _listed(chunk)
        )
    first = _noun_start(chunk.line, noun)
    is_part = chunk.line.word(noun) in words("parts")
    told = kind if is_part else kind_of(chunk.line.word(noun)) or kind
    return PlacePhrase(chunk, first, chunk.last, noun, name, told)


def _listed(chunk: Chunk) -> PlaceKind | None:
    kind = listed_kind(chunk)
    return None if kind is PlaceKind.OTHER else kind


def _is_same_place(chunk: Chunk, noun: int) -> bool:
    """Tell whether "the city of X" is X, unlike "a district of X" and "the largest city of X"."""
    line = chunk.line
    if line.word(noun) in words("parts"):
        return True
    if line.parse.tags[noun] in {"NNS", "NNPS"} or kind_of(line.word(noun)) not in _BARE:
        return False
    before = [line.word(token) for token in range(_noun_start(line, noun), noun)]
    is_other = not _OTHERS.isdisjoint(before) or any(
        line.parse.tags[token] == "JJS" for token in range(_noun_start(line, noun), noun)
    )
    country = find_country(chunk.text)
    return not is_other and (country is None or country.is_capital)


def _noun_start(line: Line, noun: int) -> int:
    """Return where the words before a noun begin that hang on it."""
    first = noun
    while (
        first - 1 >= line.first
        and first > noun - 9
        and line.tree.is_below(first - 1, noun)
        and _is_modifier(line, first - 1)
    ):
        first -= 1
    while first < noun and line.universal(first) in {"PUNCT", "PART", "CCONJ"}:
        first += 1
    return first


def _is_modifier(line: Line, token: int) -> bool:
    """Tell whether the word qualifies the noun after it: participles do, prepositions and other verbs do not."""
    universal = line.universal(token)
    if universal == "VERB":
        return line.parse.relations[token] == "amod"
    return universal != "ADP" and (universal != "PUNCT" or line.is_hyphen(token))


def _start(line: Line, first: int, last: int) -> int:
    """Return where the words begin that belong to a name: a point of the compass and the article."""
    if line.word(first - 1) == "the" and line.parse.heads[first - 1] >= last:
        return first
    while line.word(first - 1) in words("compass") and line.universal(first - 1) in {"ADJ", "NOUN", "ADV"}:
        first -= 1
    return first - 1 if line.word(first - 1) == "the" else first
