"""How is a holder drawn? In one colour and shape on strips, maps and pages, as high as what he is said to hold."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from typing import Any

# So many colours that anybody tells apart; further holders share a grey, with the number 0.
COLOURS = 5
CONTESTED = "contested"
NOT_WHOLLY = "not wholly "
_HEIGHTS = {"whole": 1.0, "most": 0.75, "share": 0.6, "part": 0.5, "presence": 0.3, "unsaid": 0.6}
_LOWEST = 0.1


def colour_holders(holders: Iterable[str], sides: Iterable[str]) -> dict[str, int]:
    """Return the number of the colour of each holder in the rows of control of a whole record, 0 for the grey.

    The whole record counts, whatever part of it is shown: so a holder has one colour on all that is made of it.

    >>> colour_holders(["rebels", "contested", "not wholly rebels", "Kestrel"], ["government"])
    {'rebels': 2, 'Kestrel': 3}
    """
    named = Counter(holder.removeprefix(NOT_WHOLLY) for holder in holders if holder != CONTESTED)
    numbers = number_holders(named, sides)
    return {holder: number if number <= COLOURS else 0 for holder, number in numbers.items()}


def colour_rows(tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str, int]:
    """Return the same for the rows of a record."""
    sides = {row["side"] for row in tables.get("voices", ()) if row.get("side")}
    return colour_holders((row["holder"] for row in tables["control"]), sides)


def measure_hold(extent: str, share: str | None) -> float:
    """Return how high a bar is drawn, of 1: as much of the place as is said to be held.

    >>> measure_hold("share", "90%"), measure_hold("most", None)
    (0.9, 0.75)
    """
    digits = (share or "").removesuffix("%")
    is_number = digits.replace(".", "", 1).isdecimal()
    return min(1.0, max(_LOWEST, float(digits) / 100)) if is_number else _HEIGHTS[extent]


def number_holders(named: Mapping[str, int], sides: Iterable[str]) -> dict[str, int]:
    """Return a number from 1 for each holder: that of the side of its name, as the settings name sides, else a free one.

    Sides are numbered in the order of their names, as on all pages; other holders in the order of how often they are named.

    >>> number_holders({"Kestrel": 5, "rebels": 2}, ["government", "rebels"])
    {'rebels': 2, 'Kestrel': 3}
    """
    numbers = {side: number for number, side in enumerate(sorted(set(sides)), 1)}
    ordered = sorted(named, key=lambda holder: (-named[holder], holder))
    found = {holder: numbers[holder] for holder in ordered if holder in numbers}
    free = _free(set(numbers.values()))
    return found | {holder: next(free) for holder in ordered if holder not in found}


def _free(taken: Collection[int]) -> Iterator[int]:
    return (number for number in count(1) if number not in taken)
