"""Which nouns of place stand around a name?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.lines import Line
from sayso.mentions.names import Chunk
from sayso.model.kinds import PlaceKind


@cache
def words(key: str) -> frozenset[str]:
    """Return a list of the table of place words: a table's words, the keys of `kinds`, or a strength of prepositions."""
    table = read_toml("place_words")
    if key in {"strong", "weak"}:
        return frozenset(table["prepositions"][key])
    if key == "places_too":
        return frozenset(table["bodies_that_are_places"]["words"])
    return frozenset(table[key]["words"] if "words" in table[key] else table[key])


@cache
def kind_of(word: str) -> PlaceKind | None:
    """Return the sort of place a noun names, or None."""
    kind = read_toml("place_words")["kinds"].get(word)
    return PlaceKind(kind) if kind else None


def noun_after(chunk: Chunk) -> int | None:
    """Return the noun of place right after a name ("Khan Younis camp"), or None.

    Before "of" and another name without an article ("Homs district of Khalidiya") the noun is the other's.
    """
    line, place = chunk.line, chunk.last
    if line.word(place) not in words("kinds") or line.universal(place) not in {"NOUN", "PROPN"}:
        return None
    is_others = line.word(place + 1) == "of" and opens_name(line, place + 2) and line.word(place + 2) != "the"
    return None if is_others else place


def opens_name(line: Line, token: int) -> bool:
    """Tell whether a name follows, over an article."""
    token += line.word(token) == "the"
    return line.universal(token) == "PROPN" or (
        line.first <= token < line.last and line.parse.tags[token] in {"NNP", "NNPS"}
    )


def noun_before(chunk: Chunk) -> int | None:
    """Return the noun of place or part before "of" and the name ("the village of X", "parts of X"), or None."""
    line, place = chunk.line, chunk.first - 1
    has_article = line.word(place) == "the"
    place -= has_article
    while line.word(place) in words("compass"):
        place -= 1
    place -= line.word(place) == "the"
    if line.word(place) not in {"of", "around"}:
        return None
    noun = place - 1
    if f"{line.word(noun - 1)} {line.word(noun)}" in words("whole_names"):
        return None
    # "The Bab Hud neighbourhood of the Old City": the noun is the first name's.
    if has_article and line.universal(noun - 1) == "PROPN" and line.word(noun) not in words("parts"):
        return None
    is_noun = line.word(noun) in words("kinds") or line.word(noun) in words("parts")
    return (
        noun
        if is_noun
        and line.word(noun) not in {"all", "most", "much", "capital"}
        and line.universal(noun) in {"NOUN", "PROPN"}
        else None
    )


def ending_kind(chunk: Chunk) -> PlaceKind | None:
    """Return the kind that the last word of a longer name gives ("Aleppo Province"), a hyphen before it undone."""
    is_apart = chunk.last - chunk.first > 1 and not chunk.line.is_glued(chunk.last - 1)
    return kind_of(chunk.line.word(chunk.last - 1)) if is_apart else None


def listed_kind(chunk: Chunk) -> PlaceKind | None:
    """Return the sort of places that a list opens with ("districts such as X", "villages like X")."""
    line, place = chunk.line, chunk.first
    place -= line.word(place - 1) == "the"
    for opener in (("such", "as"), ("like",), ("including",), (",", "including"), (",", "such", "as")):
        if line.ends(place, opener):
            return kind_of(line.word(place - len(opener) - 1))
    return None
