"""Where does a division lie? In the middle of its towns: no package holds its own point."""

import csv
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from gazetteer.sources import Source
from sayso.text.spellings import plain

Point = tuple[float, float]
_CELLS = 2  # cells a degree
_HALF_TURN = 180


def find_points(sources: Mapping[int, Source]) -> dict[int, Point]:
    """Return the point of each division and country that has one.

    A division's is the middle of the cells of half a degree that hold its towns, so that a crowded corner does not
    pull it; that of a country, and of a division whose towns all lie at one end, is in the tables beside this file.
    """
    towns: dict[int, list[Point]] = {}
    for source in sources.values():
        if source.point is not None:
            for holder in _holders(source, sources):
                towns.setdefault(holder, []).append(source.point)
    found = {number: _middle(points) for number, points in towns.items()}
    countries = {row["code"]: _point(row) for row in _read("country_points")}
    divisions = {(row["country"], plain(row["name"])): _point(row) for row in _read("division_points")}
    for source in sources.values():
        listed = countries.get(source.country) if source.level == 0 else None
        listed = divisions.get((source.country, plain(source.name))) if source.level == 1 else listed
        if listed is not None:
            found[source.id] = listed
    return found


def _holders(source: Source, sources: Mapping[int, Source]) -> Iterable[int]:
    above = sources.get(source.within or 0)
    while above is not None and above.level > 0:
        yield above.id
        above = sources.get(above.within or 0)


def _read(table: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"{table}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _point(row: Mapping[str, str]) -> Point:
    return float(row["latitude"]), float(row["longitude"])


def _middle(points: Iterable[Point]) -> Point:
    cells: dict[tuple[int, int], list[Point]] = {}
    for latitude, longitude in points:
        cells.setdefault((math.floor(latitude * _CELLS), math.floor(longitude * _CELLS)), []).append(
            (latitude, longitude)
        )
    middles = [_mean(cell) for _, cell in sorted(cells.items())]
    wide = [longitude for _, longitude in middles]
    if max(wide) - min(wide) > _HALF_TURN:  # on both sides of the date line
        middles = [(latitude, longitude % 360) for latitude, longitude in middles]
    latitude, longitude = _mean(middles)
    return round(latitude, 4), round((longitude + _HALF_TURN) % 360 - _HALF_TURN, 4)


def _mean(points: list[Point]) -> Point:
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
