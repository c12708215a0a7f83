"""Which words around a place name belong to it, and what do they say it is?"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.mentions.countries import find_country, find_people, key_of
from sayso.mentions.lines import Line
from sayso.mentions.names import Chunk, is_named_by_adjective
from sayso.mentions.place_words import ending_kind, kind_of, listed_kind, noun_after, noun_before, opens_name, words
from sayso.model.kinds import PlaceKind

_BARE = frozenset(
    {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.DISTRICT}
)
_FINE = frozenset({PlaceKind.DISTRICT, PlaceKind.VILLAGE})
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
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


class Known(NamedTuple):
    """What a document tells of its names: those that are places by themselves, and where wide places are named.

    `starts` and `ends` are the tokens at which names of cities, regions and countries begin and end.
    """

    alone: frozenset[str]
    starts: frozenset[int]
    ends: frozenset[int]


def read_phrase(chunk: Chunk, known: Known) -> Iterator[PlacePhrase]:
    """Yield the place of a name, with the nouns around it, and a building named after it as a second place.

    A name that is a place by itself makes "Homs refinery" a building in Homs; one of a city or more makes
    "Homs district" some district in Homs. "A Homs school" is somewhere in Homs.
    """
    noun = noun_after(chunk)
    name, kind = _own_name(chunk)
    if noun is None or _is_next_name(chunk, noun, known):
        yield _without_noun(chunk, name, kind, known)
        return
    word = chunk.line.word(noun)
    after = kind_of(word)
    if chunk.first in known.starts and after in _FINE:
        yield PlacePhrase(chunk, chunk.first, chunk.last, chunk.head, name, kind)
        return
    first = _start(chunk.line, chunk.first, noun + 1)
    if word in words("descriptive") or (after in _BARE and word not in words("kept")):
        told = kind if word in words("descriptive") else after
        yield PlacePhrase(chunk, first, noun + 1, noun, name, told)
        return
    is_another = chunk.line.word(chunk.first - 1) in _OTHERS
    if is_another or key_of(chunk.text) in known.alone:
        yield PlacePhrase(chunk, _start(chunk.line, chunk.first, chunk.last), chunk.last, chunk.head, name, kind)
    if is_another:
        return
    token = noun if chunk.line.universal(noun) != "VERB" else chunk.head
    yield PlacePhrase(chunk, first, noun + 1, token, join_name(chunk, chunk.line, noun), after)


def join_name(chunk: Chunk, line: Line, noun: int) -> str:
    """Return a name with the noun of its site, and the noun before that which says what works it is."""
    is_works = line.word(noun) in words("compound") and line.word(noun - 1) in words("works")
    return " ".join([chunk.text, *line.parse.words[noun - is_works : noun + 1]])


def _is_next_name(chunk: Chunk, noun: int, known: Known) -> bool:
    """Tell whether the noun after a name is the next name's: "the Homs district of Khalidiya".

    It is when the noun is a town's, or the first name is that of a city or more, and the next name is none; "the
    Khalidiya district of Homs" is the other way round.
    """
    line = chunk.line
    is_followed = line.word(noun + 1) == "of" and opens_name(line, noun + 2) and line.word(noun + 2) != "the"
    is_town = kind_of(line.word(noun)) in _TOWNS
    return is_followed and (is_town or chunk.first in known.starts) and noun + 2 not in known.starts


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
    if key_of(text) in words("whole_names") or is_named_by_adjective(line, chunk.first):
        return text, _whole_kind(chunk)
    told = known_kind(text)
    if told is not None:
        return text, told
    kind = ending_kind(chunk)
    if kind in _BARE and line.word(chunk.last - 1) not in words("kept"):
        return text.rpartition(" ")[0] or text, kind
    return text, kind or (kind_of(line.word(chunk.first)) if chunk.last - chunk.first > 1 else None)


def _whole_kind(chunk: Chunk) -> PlaceKind | None:
    """Return the kind of a name whose noun of place is part of it: "the Old City" is a part of a city."""
    kind = kind_of(chunk.line.word(chunk.last - 1))
    is_part = chunk.last - chunk.first == 2 and chunk.line.word(chunk.first) in words("naming_adjectives")
    return PlaceKind.DISTRICT if is_part and kind in {PlaceKind.CITY, PlaceKind.TOWN} else kind


def _without_noun(chunk: Chunk, name: str, kind: PlaceKind | None, known: Known) -> PlacePhrase:
    noun = noun_before(chunk)
    if noun is None or _is_last_name(chunk, noun, known) or not _is_same_place(chunk, noun):
        return PlacePhrase(
            chunk, _start(chunk.line, chunk.first, chunk.last), chunk.last, chunk.head, name, kind or _listed(chunk)
        )
    first = _noun_start(chunk.line, noun)
    is_part = chunk.line.word(noun) in words("parts")
    told = kind if is_part else kind_of(chunk.line.word(noun)) or kind
    return PlacePhrase(chunk, first, chunk.last, noun, name, told)


def _is_last_name(chunk: Chunk, noun: int, known: Known) -> bool:
    """Tell whether the noun before "of" is that of the name before it: "the Khalidiya district of Homs"."""
    is_named = chunk.line.universal(noun - 1) == "PROPN" and find_people(chunk.line.word(noun - 1)) is None
    if not is_named or chunk.first in known.starts:
        return is_named
    return noun not in known.ends and kind_of(chunk.line.word(noun)) not in _TOWNS


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
