"""Which other town of a text lies near a place?"""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.lexicons.gazetteer import Entry

NEAR, AROUND = 60, 200  # km
_DEGREE = 111  # km, of latitude
_DIAMETER = 12_742  # of the earth, in km
_FLATTEST = 0.1  # the cosine of a latitude near a pole, where degrees of longitude are short


class Town(NamedTuple):
    """A town that a text names, by the key of the name there."""

    name: str
    entry: Entry


class Neighbourhoods:
    """The towns of a text by the squares of a degree that they lie in: what is far is never looked at."""

    def __init__(self, towns: Iterable[Town] = ()) -> None:
        self._squares: dict[tuple[int, int], list[Town]] = {}
        for town in towns:
            self._squares.setdefault(_square(town.entry), []).append(town)

    def has_near(self, entry: Entry, name: str, distance: int) -> bool:
        """Tell whether a town of another name lies within a distance (km); what is across the date line is not seen."""
        towns = (town for square in _squares_around(entry, distance) for town in self._squares.get(square, ()))
        return any(town.name != name and measure_km(entry, town.entry) < distance for town in towns)


def _square(entry: Entry) -> tuple[int, int]:
    return math.floor(entry.latitude), math.floor(entry.longitude)


def _squares_around(entry: Entry, distance: int) -> Iterator[tuple[int, int]]:
    north = distance / _DEGREE
    east = north / max(math.cos(math.radians(entry.latitude)), _FLATTEST)
    for row in range(math.floor(entry.latitude - north), math.floor(entry.latitude + north) + 1):
        for column in range(math.floor(entry.longitude - east), math.floor(entry.longitude + east) + 1):
            yield row, column


def measure_km(left: Entry, right: Entry) -> float:
    """Return the distance of two places, over the ground."""
    south, west, north, east = map(math.radians, (left.latitude, left.longitude, right.latitude, right.longitude))
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return _DIAMETER * math.asin(min(1.0, math.sqrt(half)))
