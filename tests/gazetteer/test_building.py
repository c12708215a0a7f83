"""Is the gazetteer made by its rules, and does what reads it find what was written?"""

from gazetteer.build import Rules, pack, read_rules
from gazetteer.names import find_keys
from gazetteer.packing import write_places
from gazetteer.points import find_points
from gazetteer.sources import Source
from sayso.lexicons.gazetteer import _Table

LAND = Source(id=1, name="Tarim", level=0, country="SY", within=None)
PROVINCE = Source(id=2, name="Ōrva Governorate", level=1, country="SY", within=1, others=("Orva Province",))
EMPTY = Source(id=3, name="Nulla", level=1, country="SY", within=1)
TOWN = Source(
    id=4, name="Selba", level=3, country="SY", within=2, inhabitants=900, point=(35.1, 36.2),
    others=("Al-Selbah", "SLB", "selbah", "Сельба"),
)  # fmt: skip
HAMLET = Source(id=5, name="Selba", level=3, country="FR", within=9, inhabitants=900, point=(45.0, 3.0))
ALL = {source.id: source for source in (LAND, PROVINCE, EMPTY, TOWN, HAMLET)}
RULES = Rules(frozenset({"SY"}), 1000, 15000, frozenset({"governorate", "province"}))


def test_other_names_are_those_in_latin_letters_that_begin_with_a_capital():
    assert find_keys(TOWN, TOWN.others, frozenset()) == ("selba", ("al selbah", "selbah"))


def test_a_division_is_found_with_and_without_its_word():
    key, others = find_keys(PROVINCE, PROVINCE.others, RULES.division_words)
    assert (key, others) == ("orva governorate", ("orva", "orva province"))


def test_villages_go_in_where_there_is_conflict_and_divisions_without_towns_stay_out():
    places = list(pack(ALL, RULES))
    assert [place.id for place in places] == [1, 2, 4]


def test_a_division_lies_in_the_middle_of_its_towns_and_has_their_inhabitants():
    province = next(place for place in pack(ALL, RULES) if place.id == 2)
    assert (province.point, province.inhabitants) == ((35.1, 36.2), 900)


def test_a_division_on_both_sides_of_the_date_line_lies_on_it():
    towns = [
        Source(id=10 + n, name="T", level=3, country="FJ", within=7, point=(-17.0, longitude))
        for n, longitude in enumerate((179.0, -179.0))
    ]
    island = Source(id=7, name="I", level=1, country="FJ", within=None)
    _, longitude = find_points({source.id: source for source in (island, *towns)})[7]
    assert abs(longitude) == 180


def test_what_was_written_is_read_again(tmp_path):
    places = list(pack(ALL, RULES))
    write_places(places, lambda key: key == "selba", tmp_path / "places.bin")
    table = _Table(tmp_path / "places.bin")
    keys = [table.key(place) for place in range(len(table.key_starts) - 1)]
    assert keys == sorted({text.encode() for place in places for text in (place.key, *place.others)})
    town = table.entry(2)
    assert (town.id, town.name, town.country, town.within) == (4, "Selba", "SY", 1)
    assert (town.latitude, town.longitude, town.inhabitants) == (35.1, 36.2, 900)


def test_the_rules_of_the_package_name_countries_by_code():
    assert all(len(code) == 2 and code.isupper() for code in read_rules().conflict)
