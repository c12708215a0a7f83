import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicons.gazetteer import could_lie_in, find_place, find_places, is_chiefly_town, largest_towns, places_above
from sayso.text.spellings import plain

# a name as written, the country and name of the place found first
FOUND = [
    ("Khan Sheikhoun", "SY", "Khān Shaykhūn"),
    ("Kiev", "UA", "Kyiv"),
    ("Kobani", "SY", "‘Ayn al ‘Arab"),
    ("Hodeidah", "YE", "Al Ḩudaydah"),
    ("Granville County", "US", "Granville County"),
    ("London", "GB", "London"),
]


@pytest.mark.parametrize(("name", "country", "shown"), FOUND, ids=[row[0] for row in FOUND])
def test_a_place_is_found_by_its_names_and_transliterations(name, country, shown):
    found = find_places(plain(name))[0].entry
    assert (found.country, found.name) == (country, shown)


def test_a_town_is_in_its_divisions_and_its_country():
    above = [place.name for place in places_above(find_places("khan shaykhun")[0].entry)]
    assert above[-1] == "Syria"
    assert "Idlib" in above


def test_names_known_first_go_before_other_names():
    found = find_places("homs")
    assert [match.is_other for match in found] == sorted(match.is_other for match in found)


@pytest.mark.parametrize(("name", "is_word"), [("most", True), ("reading", True), ("paris", False), ("aleppo", False)])
def test_a_name_tells_whether_it_is_an_ordinary_word(name, is_word):
    assert find_places(name)[0].is_word is is_word


@pytest.mark.parametrize("name", ["", "zzzzzzzz", "\x00", "نهر", "qqq qqq"])
def test_a_name_that_nothing_bears_finds_nothing(name):
    assert find_places(name) == ()


@given(st.integers(min_value=0, max_value=200_000))
def test_every_place_has_a_point_on_the_globe_and_is_found_by_its_name(number):
    entry = find_place(number)
    assert -90 <= entry.latitude <= 90
    assert -180 <= entry.longitude <= 180
    assert number in {match.entry.number for match in find_places(plain(entry.name))} or not plain(entry.name)


def test_the_gazetteer_is_not_read_whole():
    code = (
        "import resource; from sayso.lexicons.gazetteer import find_places;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; assert find_places('homs');"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    grown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert int(grown) < 10_000


@pytest.mark.parametrize(
    ("name", "holder", "is_inside"),
    [("khan shaykhun", "idlib", True), ("gaza", "palestine", True), ("aleppo", "idlib", False), ("", "", False)],
)
def test_a_place_lies_in_its_divisions_and_its_country_alone(name, holder, is_inside):
    assert could_lie_in(name, holder) is is_inside


@pytest.mark.parametrize(("name", "is_town"), [("aleppo", True), ("idlib", False), ("paris", False), ("torvik", False)])
def test_a_name_means_the_town_where_a_third_of_its_division_lives(name, is_town):
    assert is_chiefly_town(name) is is_town


def test_the_largest_towns_of_a_country_come_in_order():
    assert [town.name for town in largest_towns("SY")[:3]] == ["Aleppo", "Damascus", "Homs"]
    assert largest_towns("ZZ") == ()
