"""Where do the borders of countries and their first divisions run? Lines of Natural Earth, kept in the package.

The file is made by outlines/build.py of the project and mapped, not read. Points are longitude and latitude in degrees.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from sayso.lexicons.columns import Columns

Point = tuple[float, float]
Ring = tuple[int, ...]


class Box(NamedTuple):
    """The part of the world between two longitudes and two latitudes."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Box") -> bool:
        """Tell whether two parts of the world share any of it."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A country or division: its code of two letters where it has one, its number in GeoNames (0: not known), its rings."""

    code: str | None
    geonames: int
    rings: tuple[Ring, ...]
    box: Box


class _File:
    """The lines, and the shapes that are made of them: the countries first, then the divisions."""

    def __init__(self, path: Path) -> None:
        file = Columns(path)
        self._unit = file.numbers("unit")[0]
        self._steps, self._step_starts = file.numbers("step", "h"), file.numbers("step_start")
        self._starts, self._boxes = file.numbers("start", "i"), file.numbers("box", "i")
        self._rings, self._ring_starts = file.numbers("ring", "i"), file.numbers("ring_start")
        self._codes, self._shape_starts = file.column("shape_code"), file.numbers("shape_start")
        self._geonames, self._shape_boxes = file.numbers("shape_geonames", "i"), file.numbers("shape_box", "i")
        self._countries, self._inner = file.numbers("countries")[0], file.numbers("inner", "i")
        self._divisions = {id_: number for number, id_ in enumerate(self._geonames) if id_}

    def countries(self, box: Box | None = None) -> Iterator[Outline]:
        """Yield the countries, with a box those that may have land in it."""
        numbers = (
            range(self._countries) if box is None else self._meeting(self._shape_boxes, range(self._countries), box)
        )
        return map(self._shape, numbers)

    def division(self, number: int) -> Outline | None:
        """Return a division by its number in GeoNames."""
        found = self._divisions.get(number)
        return None if found is None else self._shape(found)

    def inner(self, box: Box) -> Iterator[list[Point]]:
        """Yield the borders between divisions that may lie in a box."""
        return map(self.line, self._meeting(self._boxes, self._inner, box))

    def box(self, line: int) -> Box:
        """Return the part of the world around a line."""
        return self._box(self._boxes, _own(line))

    def line(self, number: int) -> list[Point]:
        """Return the points of a line, from its end to its start for ~number."""
        own = _own(number)
        steps = self._steps[self._step_starts[own] : self._step_starts[own + 1]]
        x, y = self._starts[2 * own : 2 * own + 2]
        xs, ys = accumulate(steps[::2], initial=x), accumulate(steps[1::2], initial=y)
        points = [(x / self._unit, y / self._unit) for x, y in zip(xs, ys, strict=True)]
        return points if number >= 0 else points[::-1]

    def _shape(self, number: int) -> Outline:
        first, last = self._shape_starts[number : number + 2]
        starts = self._ring_starts[first : last + 1]
        return Outline(
            code=str(self._codes[2 * number : 2 * number + 2], "ascii").strip() or None,
            geonames=self._geonames[number],
            rings=tuple(tuple(self._rings[start:end]) for start, end in pairwise(starts)),
            box=self._box(self._shape_boxes, number),
        )

    def _box(self, boxes: Sequence[int], number: int) -> Box:
        return Box(*(side / self._unit for side in boxes[4 * number : 4 * number + 4]))

    def _meeting(self, boxes: Sequence[int], numbers: Iterable[int], box: Box) -> Iterator[int]:
        """Yield those of some numbers whose boxes share any of another one."""
        west, south, east, north = (side * self._unit for side in box)
        for number in numbers:
            own = 4 * _own(number)
            is_beside = boxes[own] > east or boxes[own + 2] < west
            if not is_beside and boxes[own + 1] <= north and boxes[own + 3] >= south:
                yield number


def _own(line: int) -> int:
    return line if line >= 0 else ~line


def _around(boxes: Iterable[Box]) -> Box:
    west, south, east, north = zip(*boxes, strict=True)
    return Box(min(west), min(south), max(east), max(north))


@cache
def _load() -> _File:
    with resources.as_file(resources.files("sayso.lexicons") / "data" / "outlines.bin") as path:
        return _File(path)


def find_countries(box: Box) -> Iterator[Outline]:
    """Return the countries that may have land in a part of the world."""
    return _load().countries(box)


@cache
def find_country(code: str) -> Outline | None:
    """Return the outline of a country by its code of two letters.

    >>> find_country("SY").box.meets(Box(36, 34, 37, 35))
    True
    """
    return next((country for country in _load().countries() if country.code == code), None)


def find_division(geonames: int) -> Outline | None:
    """Return the outline of a first division by its number in GeoNames."""
    return _load().division(geonames)


def find_borders(box: Box) -> Iterator[list[Point]]:
    """Return the borders between first divisions of one country in a part of the world."""
    return _load().inner(box)


def read_rings(outline: Outline, box: Box | None = None) -> Iterator[list[Point]]:
    """Yield the rings of an outline; with a box, only those that may lie in it."""
    file = _load()
    for ring in outline.rings:
        if box is None or _around(map(file.box, ring)).meets(box):
            yield _join(file, ring)


def _join(file: _File, ring: Sequence[int]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        line = file.line(number)
        points += line[1:] if points else line
    return points
