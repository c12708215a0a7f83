"""Whose party is it? The words before a noun, the leader or group among them, and the rulers a document names."""

from collections.abc import Iterable
from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.countries import find_country, find_people
from sayso.mentions.lines import Line
from sayso.mentions.names import Chunk


@cache
def party_words(key: str) -> frozenset[str]:
    """Return a list of the table `words` of actors."""
    return frozenset(read_toml("actors")["words"][key])


@cache
def _nouns() -> frozenset[str]:
    table = read_toml("actors")
    lists = [*table["nouns"].values(), *table["qualifiers"].values()]
    return frozenset(word for words in lists for word in words)


@cache
def _calendar() -> frozenset[str]:
    table = read_toml("time")
    return frozenset({*table["weekdays"], *table["months"]})


def find_rulers(lines: Iterable[Line]) -> frozenset[str]:
    """Return the surnames of those a document calls president, king and the like: their forces are a government's."""
    titles = party_words("rulers")
    places = (
        (line, token + 1) for line in lines for token in range(line.first, line.last) if line.word(token) in titles
    )
    return frozenset(_surname(line, token) for line, token in places if line.universal(token) == "PROPN")


def _surname(line: Line, token: int) -> str:
    while line.universal(token + 1) == "PROPN" or line.is_hyphen(token + 1):
        token += 1
    return line.word(token)


def find_modifiers(line: Line, token: int) -> list[int]:
    """Return the words right before a noun that qualify it, in reading order: no article, number or hedge."""
    inside = frozenset(line.tree.subtree(token))
    place = token - 1
    while place in inside and _qualifies(line, place):
        place -= 1
    found = list(range(place + 1, token))
    while found and (
        line.universal(found[0]) in {"PUNCT", "PART", "DET"} or line.word(found[0]) in party_words("hedges")
    ):
        found.pop(0)
    return found


def _qualifies(line: Line, token: int) -> bool:
    universal = line.universal(token)
    if universal == "VERB":
        return line.parse.relations[token] in {"amod", "compound"}
    if universal == "PUNCT":
        return line.is_hyphen(token)
    if line.word(token) in _calendar():
        # Of "on 14 April gunmen came" parsers make April's gunmen.
        return False
    return (
        universal in {"ADJ", "NOUN", "PROPN"}
        or line.word(token) in {"'s", "'"}
        or (universal == "ADV" and line.parse.relations[token] == "advmod" and line.universal(token + 1) == "ADJ")
    )


def find_owner(line: Line, token: int, modifiers: list[int]) -> str | None:
    """Return the name of the person or group that leads or owns the party ("Assad's forces", "pro-Assad troops")."""
    if line.parse.lemmas[token].casefold() not in party_words("led"):
        return None
    names = [t for t in modifiers if _is_name(line, t)]
    if not names:
        return None
    last = names[-1]
    first = last
    while first - 1 in modifiers and (
        first - 1 in names
        or (line.is_hyphen(first - 1) and first - 2 in modifiers and line.word(first - 2) not in {"pro", "anti"})
    ):
        first -= 1
    return Chunk(line, first, last + 1, None).text


def _is_name(line: Line, token: int) -> bool:
    word = line.word(token)
    is_letters = line.universal(token) == "NOUN" and line.parse.words[token].isupper() and word not in _nouns()
    if is_letters and word not in party_words("letters_of_things"):
        return find_country(word) is None
    if (
        line.universal(token) != "PROPN"
        or not line.parse.words[token][0].isalpha()
        or any(letter.isdigit() for letter in word)
    ):
        return False
    is_people = find_people(word) or find_country(word) or (word.endswith("s") and find_country(word[:-1]))
    return (
        not is_people and word not in _nouns() and word not in {"pro", "anti"} and line.parse.words[token][0].isupper()
    ) or word in {"al", "el", "bin", "ibn"}
