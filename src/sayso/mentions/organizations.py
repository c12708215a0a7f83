"""Which named groups, forces and bodies stand in a sentence?"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_csv
from sayso.mentions.countries import key_of
from sayso.mentions.lines import HYPHENS, Line


class Body(NamedTuple):
    """A named group in tokens `[first, last)` with the row of the table that knows it."""

    line: Line
    first: int
    last: int
    name: str
    camp: str | None
    country: str | None


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return the aliases by their first word, longest first, as words without hyphens with the row's number."""
    lists: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, row in enumerate(read_csv("armed_groups")):
        for alias in (row["name"], *row["aliases"].split(";")):
            parts = tuple(key_of(alias).replace("'s", " 's").split())
            if parts:
                lists.setdefault(parts[0], []).append((parts, number))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for word, pairs in lists.items()}


def find_bodies(line: Line) -> Iterator[Body]:
    """Yield the groups of the shipped table that a sentence names; they begin with a capital letter."""
    token, table = line.first, _phrases()
    while token < line.last:
        pairs = table.get(line.word(token).replace(".", ""), ())
        body = next((found for phrase, number in pairs if (found := _match(line, token, phrase, number))), None)
        if body is None:
            token += 1
            continue
        yield body
        token = body.last


def _match(line: Line, token: int, phrase: tuple[str, ...], number: int) -> Body | None:
    place = token
    for word in phrase:
        while place > token and line.word(place) in HYPHENS and line.is_hyphen(place):
            place += 1
        if line.word(place).replace(".", "") != word:
            return None
        place += 1
    if not line.parse.words[token][0].isupper() and not any(
        word[0].isupper() for word in line.parse.words[token + 1 : place]
    ):
        return None
    # "ISIS" is a group, "Isis" a person or a river: short names of capitals stay in capitals.
    row = read_csv("armed_groups")[number]
    is_short = (
        len(phrase) == 1
        and len(phrase[0]) <= 5
        and line.parse.words[token] not in (row["name"], *row["aliases"].split(";"))
    )
    return None if is_short else Body(line, token, place, row["name"], row["camp"] or None, row["country"] or None)
