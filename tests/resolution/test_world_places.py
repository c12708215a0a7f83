import pytest

from sayso.model.kinds import PlaceKind, Precision
from sayso.resolution.neighbourhoods import measure_km
from sayso.resolution.world_places import Written, choose_places


def choose(*names):
    written = [name if isinstance(name, Written) else Written(name=name) for name in names]
    return choose_places(written)


# names of one text, and for the first the country and division it lies in
MEANT = [
    (("Oxford",), "GB"),
    ((Written(name="Oxford", within="N.C."),), "US"),
    (("Tripoli", "Beirut", "Lebanon"), "LB"),
    (("Tripoli", "Benghazi"), "LY"),
    (("London", "Kentucky", "Lexington", "Laurel County"), "US"),
    (("Syria",), "SY"),
    (("French",), "FR"),
    (("Ky.",), "US"),
    (("Georgia",), "GE"),
    (("Georgia", "Tbilisi"), "GE"),
    (("Georgia", "Russia"), "GE"),
    (("Georgia", "Atlanta"), "US"),
    ((Written(name="Georgia", within="U.S."),), "US"),
]


def test_the_last_of_many_towns_vouches_for_a_place_as_well_as_the_first():
    far = ["Oslo", "Lima", "Perth", "Dakar", "Quito", "Accra", "Hanoi", "Osaka", "Porto", "Riga"] * 4
    names = [name for n, name in enumerate(far) if name not in far[:n]]
    alone, beside = choose("Tripoli", *names), choose("Tripoli", *names, "Byblos", "Batroun")
    assert [found[0].country for found in (alone, beside)] == ["LY", "LB"]


@pytest.mark.parametrize(("names", "country"), MEANT, ids=[str(row[0]) for row in MEANT])
def test_the_words_and_the_other_names_of_a_text_say_which_place_is_meant(names, country):
    assert choose(*names)[0].country == country


def test_a_town_is_meant_by_the_name_of_its_division_when_many_of_it_live_there():
    aleppo, quebec = choose("Aleppo", "Quebec")
    assert (aleppo.precision, quebec.precision) == (Precision.TOWN, Precision.FIRST_DIVISION)


def test_the_sort_that_the_words_tell_decides_between_a_town_and_its_division():
    (place,) = choose(Written(name="Aleppo", kind=PlaceKind.REGION))
    assert place.precision is Precision.FIRST_DIVISION


@pytest.mark.parametrize("name", ["Qalamoun", "Donbas", "the Sahel", "European"])
def test_regions_that_news_names_are_told_as_regions(name):
    assert choose(name)[0].precision is Precision.REGION


def test_two_capitals_are_a_state_beside_its_towns_and_nowhere_without():
    assert choose("PA", "Ramallah", "Nablus")[0] is None
    assert choose("PA", "Pittsburgh", "Scranton")[0].country == "US"


def test_a_river_has_no_point():
    (river,) = choose("Euphrates")
    assert (river.latitude, river.longitude) == (None, None)


def test_what_no_table_holds_is_nowhere():
    assert choose("Torvikhausen") == (None,)
    assert choose_places([]) == ()


def test_homs_and_damascus_are_a_hundred_and_forty_kilometres_apart():
    homs, damascus = choose("Homs", "Damascus")
    assert 130 < measure_km(homs.entry, damascus.entry) < 150
