"""Where do the borders of countries and their first divisions run? Lines of Natural Earth, kept in the package.

The file is made by outlines/build.py of the project. Points are longitude and latitude in degrees.
"""

import json
import lzma
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import NamedTuple, TypedDict

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


class _Head(TypedDict):
    unit: int
    lines: list[int]
    starts: list[list[int]]
    boxes: list[list[int]]
    countries: list["_Shape"]
    divisions: list["_Shape"]
    inner: list[int]


class _Shape(TypedDict, total=False):
    code: str | None
    geonames: int
    rings: list[list[int]]


class _File:
    """The lines, and the shapes that are made of them."""

    def __init__(self, content: bytes) -> None:
        size = int.from_bytes(content[:4], "little")
        head: _Head = json.loads(content[4 : 4 + size])
        self._steps = array("h", content[4 + size :])
        if sys.byteorder == "big":
            self._steps.byteswap()
        self._unit = head["unit"]
        self._ends = list(accumulate(head["lines"]))
        self._lengths, self._starts = head["lines"], head["starts"]
        self.boxes = [Box(*(side / self._unit for side in box)) for box in head["boxes"]]
        self.countries = [self._shape(shape) for shape in head["countries"]]
        self.divisions = {shape["geonames"]: shape for shape in head["divisions"] if shape["geonames"]}
        self.inner = head["inner"]

    def _shape(self, shape: _Shape) -> Outline:
        boxes = [self.boxes[_own(line)] for ring in shape["rings"] for line in ring]
        return Outline(
            code=shape["code"],
            geonames=shape.get("geonames", 0),
            rings=tuple(tuple(ring) for ring in shape["rings"]),
            box=_around(boxes),
        )

    def division(self, number: int) -> Outline | None:
        shape = self.divisions.get(number)
        return self._shape(shape) if shape else None

    def line(self, number: int) -> list[Point]:
        """Return the points of a line, from its end to its start for ~number."""
        own = _own(number)
        end = self._ends[own]
        steps = self._steps[end - self._lengths[own] : end]
        x, y = self._starts[own]
        xs, ys = accumulate(steps[::2], initial=x), accumulate(steps[1::2], initial=y)
        points = [(x / self._unit, y / self._unit) for x, y in zip(xs, ys, strict=True)]
        return points if number >= 0 else points[::-1]


def _own(line: int) -> int:
    return line if line >= 0 else ~line


def _around(boxes: Iterable[Box]) -> Box:
    west, south, east, north = zip(*boxes, strict=True)
    return Box(min(west), min(south), max(east), max(north))


@cache
def _load() -> _File:
    packed = (resources.files("sayso.lexicons") / "data" / "outlines.bin").read_bytes()
    return _File(lzma.decompress(packed))


def find_countries(box: Box) -> Iterator[Outline]:
    """Yield the countries that may have land in a part of the world."""
    yield from (country for country in _load().countries if country.box.meets(box))


@cache
def find_country(code: str) -> Outline | None:
    """Return the outline of a country by its code of two letters.

    >>> find_country("SY").box.meets(Box(36, 34, 37, 35))
    True
    """
    return next((country for country in _load().countries if country.code == code), None)


def find_division(geonames: int) -> Outline | None:
    """Return the outline of a first division by its number in GeoNames."""
    return _load().division(geonames)


def find_borders(box: Box) -> Iterator[list[Point]]:
    """Yield the borders between first divisions of one country in a part of the world."""
    file = _load()
    yield from (file.line(number) for number in file.inner if file.boxes[number].meets(box))


def read_rings(outline: Outline, box: Box | None = None) -> Iterator[list[Point]]:
    """Yield the rings of an outline; with a box, only those that may lie in it."""
    file = _load()
    for ring in outline.rings:
        if box is None or _around(file.boxes[_own(line)] for line in ring).meets(box):
            yield _join(file, ring)


def _join(file: _File, ring: Sequence[int]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        line = file.line(number)
        points += line[1:] if points else line
    return points
