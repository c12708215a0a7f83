"""Which nouns of place stand around a name?"""

from functools import cache, lru_cache

from sayso.lexicons import read_toml
from sayso.mentions.lines import Line
from sayso.mentions.names import Chunk, is_named_by_adjective
from sayso.model.kinds import PlaceKind
from sayso.text.spellings import NAMES


@cache
def words(key: str) -> frozenset[str]:
    """Return a list of the table of place words: a table's words, the keys of `kinds`, or a strength of prepositions."""
    table = read_toml("place_words")
    if key in {"strong", "weak", "sure"}:
        return frozenset(table["prepositions"][key])
    if key == "places_too":
        return frozenset(table["bodies_that_are_places"]["words"])
    if key == "sites":
        return words("single") | words("held") | words("compound")
    if key == "nouns":
        return words("kinds") | words("sites")
    return frozenset(table[key]["words"] if "words" in table[key] else table[key])


@cache
def governors(strength: str) -> frozenset[str]:
    """Return the nouns whose complement is a place, strong or weak ones."""
    return frozenset(read_toml("place_words")["governors"][strength])


@lru_cache(maxsize=NAMES)
def kind_of(word: str) -> PlaceKind | None:
    """Return the sort of place a noun names, or None."""
    table = read_toml("place_words")
    kind = next((table[key][word] for key in ("kinds", "single", "held", "compound") if word in table[key]), None)
    return PlaceKind(kind) if kind else None


def noun_after(chunk: Chunk) -> int | None:
    """Return the noun of place after a name ("Khan Younis camp", "Marn copper mine"), or None."""
    line, place = chunk.line, chunk.last
    if line.word(place) not in words("nouns") and _is_material(line, place):
        place += 1
    if line.word(place) in words("modifying") and line.universal(place + 1) == "NOUN":
        return None  # "The Marn field reports" name no field.
    is_noun = line.universal(place) in {"NOUN", "PROPN"} or is_site(line, place)
    is_noun = is_noun or (line.word(chunk.first - 1) == "the" and line.parse.tags[place : place + 1] == ("VBG",))
    return place if is_noun and line.word(place) in words("nouns") else None


def is_site(line: Line, token: int) -> bool:
    """Tell whether the noun is one of works and sites; a parse may take "the mine" for a pronoun."""
    is_noun = line.universal(token) in {"NOUN", "PROPN"}
    follows = line.word(token - 1) == "the" or line.universal(token - 1) in {"NOUN", "PROPN", "ADJ"}
    return line.word(token) in words("sites") and (is_noun or (line.universal(token) == "PRON" and follows))


def _is_material(line: Line, token: int) -> bool:
    """Tell whether a common noun stands between a name and a site ("Marn copper mine")."""
    return line.universal(token) in {"NOUN", "ADJ"} and line.word(token + 1) in words("sites")


def opens_name(line: Line, token: int) -> bool:
    """Tell whether a name follows, over an article."""
    token += line.word(token) == "the"
    return line.universal(token) == "PROPN" or (
        line.first <= token < line.last and line.parse.tags[token] in {"NNP", "NNPS"}
    )


def noun_before(chunk: Chunk) -> int | None:
    """Return the noun of place or part before "of" and the name ("the village of X", "parts of X"), or None.

    The noun may be another name's: "the Lower Town of X", "the Mill quarter of the Upper Town".
    """
    line, place = chunk.line, chunk.first - 1
    has_article = line.word(place) == "the"
    place -= has_article
    while line.word(place) in words("compass"):
        place -= 1
    place -= line.word(place) == "the"
    if line.word(place) not in {"of", "around"}:
        return None
    noun = place - 1
    if f"{line.word(noun - 1)} {line.word(noun)}" in words("whole_names") or is_named_by_adjective(line, noun - 1):
        return None
    if has_article and line.universal(noun - 1) == "PROPN" and line.word(noun) not in words("parts"):
        return None
    is_part = line.word(noun) in words("parts") and (noun == line.first or line.parse.words[noun].islower())
    is_noun = line.word(noun) in words("kinds") or is_part
    is_noun = is_noun and line.word(noun) not in {"all", "most", "much", "capital"}
    return noun if is_noun and line.universal(noun) in {"NOUN", "PROPN"} else None


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
