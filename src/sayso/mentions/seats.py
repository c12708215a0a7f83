"""Which places are the seats of units under arms? "The headquarters of the 4th Brigade", and "the base" after it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.lexicons.nouns import POSSESSIVES
from sayso.mentions.lines import Line
from sayso.mentions.names import Chunk
from sayso.mentions.place_phrases import PlacePhrase
from sayso.mentions.place_words import words
from sayso.model.kinds import PlaceKind

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_DEFINITE = frozenset({"the", "this", "that"})


class _Unit(NamedTuple):
    """A unit in tokens `[first, last)`: "9th Infantry Division"."""

    line: Line
    first: int
    last: int

    @property
    def text(self) -> str:
        return " ".join(self.line.parse.words[self.first : self.last])

    @property
    def key(self) -> tuple[str, str]:
        """Its number or first word and its sort: "the 9th Infantry Division" is "the 9th Division"."""
        return self.line.word(self.first), self.line.word(self.last - 1)


class _Seat(NamedTuple):
    """The seat that a noun names, of the unit whose name stands beside it; the words `[first, last)` are its phrase."""

    unit: _Unit
    first: int
    last: int
    noun: int

    @property
    def name(self) -> str:
        """The seat with its unit, in the order written: "headquarters of the 4th Brigade", "4th Brigade base"."""
        noun = self.unit.line.word(self.noun)
        return f"{noun} of the {self.unit.text}" if self.noun < self.unit.first else f"{self.unit.text} {noun}"


def find_seats(lines: Sequence[Line], phrases: Sequence[PlacePhrase]) -> Iterator[PlacePhrase]:
    """Yield the seats of units under arms, each unit's under the name that the document gives it first.

    A bare "the base" or "the compound" is the seat of the only unit for which the document names one, from there on;
    not where one of `phrases` names another base or compound.
    """
    found = [seat for line in lines for seat in _seats(line)]
    names: dict[tuple[str, str], str] = {}
    for seat in found:
        names.setdefault(seat.unit.key, seat.name)
    for seat in found:
        yield _phrase(seat.unit.line, (seat.first, seat.last), seat.noun, names[seat.unit.key])
    if len(names) == 1:
        (name,), begin = names.values(), min(seat.noun for seat in found)
        runs = [*((one.first, one.last) for one in phrases), *((one.first, one.last) for one in found)]
        inside = {token for run in runs for token in range(*run)}
        nouns = words("bare_seats") - {phrase.name.rpartition(" ")[2].casefold() for phrase in phrases}
        for line, token in _bare(lines, nouns):
            if token >= begin and token not in inside:
                yield _phrase(line, (token - 1, token + 1), token, name)


def _phrase(line: Line, run: tuple[int, int], noun: int, name: str) -> PlacePhrase:
    return PlacePhrase(Chunk(line, noun, noun + 1, None), *run, noun, name, PlaceKind.BUILDING)


def _bare(lines: Sequence[Line], nouns: frozenset[str]) -> Iterator[tuple[Line, int]]:
    """Yield the nouns of seats that stand alone behind "the"; before another noun or name they belong to that."""
    for line in (one for one in lines if not one.is_headline):
        for token in range(line.first + 1, line.last):
            is_definite = line.word(token) in nouns and line.word(token - 1) in _DEFINITE
            if is_definite and not _belongs(line, token):
                yield line, token


def _belongs(line: Line, token: int) -> bool:
    """Tell whether a noun is part of a longer one, or is said to be of something."""
    owners = line.tree.children(token, "nmod")
    return line.tree.is_relation(token, "compound") or any(line.tree.case(owner) == "of" for owner in owners)


def _seats(line: Line) -> Iterator[_Seat]:
    for token in range(line.first, line.last):
        if line.word(token) not in words("units") or not line.parse.words[token][0].isupper():
            continue
        unit = _Unit(line, _start(line, token), token + 1)
        seat = _behind(unit) or _before(unit)
        if seat is not None and unit.last - unit.first > 1:
            yield seat


def _start(line: Line, token: int) -> int:
    """Return where the name of a unit begins: over names, and over the number that opens it."""
    first = token
    while first > line.first and (line.parse.words[first - 1][0].isupper() and line.universal(first - 1) != "DET"):
        first -= 1
    return first - (first > line.first and _ORDINAL.fullmatch(line.parse.words[first - 1]) is not None)


def _behind(unit: _Unit) -> _Seat | None:
    """Return the seat whose noun follows the unit: "the 4th Brigade base", "the 4th Brigade's barracks"."""
    line, noun = unit.line, unit.last
    noun += line.word(noun) in POSSESSIVES
    if line.word(noun) not in words("seats"):
        return None
    return _Seat(unit, unit.first - (line.word(unit.first - 1) == "the"), noun + 1, noun)


def _before(unit: _Unit) -> _Seat | None:
    """Return the seat whose noun stands before the unit: "the base of the army's 4th Brigade"."""
    line, place = unit.line, unit.first - 1
    if line.word(place) in POSSESSIVES:
        place -= 2
    place -= line.word(place) == "the"
    if line.word(place) != "of" or line.word(place - 1) not in words("seats"):
        return None
    noun = place - 1
    return _Seat(unit, noun - (line.word(noun - 1) == "the"), unit.last, noun)
