"""Which lines and rings does a TopoJSON file hold? Shared borders are stored once, as arcs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Point = tuple[float, float]


@dataclass(frozen=True)
class Topology:
    """A TopoJSON file: arcs as points of longitude and latitude, and its shapes as rings of arc numbers (~n: backwards)."""

    source: Mapping[str, Any]

    @cached_property
    def arcs(self) -> list[list[Point]]:
        """The arcs in degrees."""
        transform = self.source["transform"]
        (wide, high), (left, low) = transform["scale"], transform["translate"]
        return [[(x * wide + left, y * high + low) for x, y in _add_up(arc)] for arc in self.source["arcs"]]

    def shapes(self, name: str) -> Iterator[tuple[Mapping[str, Any], list[list[int]]]]:
        """Yield each shape of a layer with its rings; islands and holes are rings alike."""
        for shape in self.source["objects"][name]["geometries"]:
            yield shape, list(_rings(shape.get("arcs", ())))


def read_topology(path: Path) -> Topology:
    """Return a TopoJSON file."""
    return Topology(json.loads(path.read_text("utf-8")))


def _add_up(arc: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x, y


def _rings(arcs: Sequence[Any]) -> Iterator[list[int]]:
    if arcs and isinstance(arcs[0], int):
        yield list(arcs)
        return
    for part in arcs:
        yield from _rings(part)
