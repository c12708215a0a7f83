"""Do the outlines hold the places that the gazetteer sets in them? One package against the other."""

import pytest

from sayso.lexicons.gazetteer import find_places, largest_towns, places_above
from sayso.lexicons.outlines import Box, find_borders, find_countries, find_country, find_division, read_rings
from sayso.model.kinds import Precision

# Countries of every continent, and those of the conflicts most reported.
COUNTRIES = ["SY", "UA", "SD", "SS", "IQ", "YE", "AF", "MM", "ET", "CD", "ML", "CO", "PS", "IL", "LB", "NG", "DE", "IN", "MX", "XK"]  # fmt: skip


def holds(outline, point):
    """Tell whether a point lies in an outline, by counting the lines that a ray crosses."""
    x, y = point
    crossings = 0
    for ring in read_rings(outline):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossings += (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossings % 2 == 1


@pytest.mark.parametrize("code", COUNTRIES)
def test_the_largest_towns_lie_in_their_country(code):
    towns = largest_towns(code)
    inside = [town for town in towns if holds(find_country(code), (town.longitude, town.latitude))]
    # A town on the shore may lie on the other side of a thinned line.
    assert len(inside) >= 0.8 * len(towns)


@pytest.mark.parametrize(("name", "code"), [("homs", "SY"), ("khartoum", "SD"), ("mosul", "IQ"), ("bakhmut", "UA")])
def test_a_town_lies_in_the_outline_of_its_division(name, code):
    town = next(m.entry for m in find_places(name) if m.entry.country == code and m.entry.precision is Precision.TOWN)
    division = next(above for above in places_above(town) if above.precision is Precision.FIRST_DIVISION)
    assert holds(find_division(division.id), (town.longitude, town.latitude))


def test_countries_and_borders_of_a_part_of_the_world_are_found():
    around_homs = Box(36, 34, 38, 35.5)
    assert {"SY", "LB"} <= {country.code for country in find_countries(around_homs)}
    lines = list(find_borders(around_homs))
    assert lines
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for line in lines for x, y in line)


def test_only_rings_in_a_part_of_the_world_are_read():
    country = find_country("US")
    assert len(list(read_rings(country, Box(-158, 21, -157, 22)))) < len(list(read_rings(country)))


def test_what_has_no_outline_has_none():
    assert find_country("ZZ") is None
    assert find_division(1) is None
