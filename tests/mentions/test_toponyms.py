import pytest

from sayso.model.spans import Span

# text, words a reader would mark, bare name, kind, name of the place that holds it
PLACES = [
    ("Clashes broke out in the village of Dunmere.", "the village of Dunmere", ("Dunmere", "village", None)),
    ("Shells hit the Orlesh neighbourhood.", "the Orlesh neighbourhood", ("Orlesh", "district", None)),
    ("Fighting spread to Kasta province.", "Kasta province", ("Kasta", "region", None)),
    ("Rebels hold the town of Selmar in the Kasta region.", "the town of Selmar", ("Selmar", "town", "Kasta")),
    ("He was seen in Aleppo, Syria.", "Aleppo", ("Aleppo", None, "Syria")),
    ("The army shelled parts of Quira.", "parts of Quira", ("Quira", None, None)),
    ("Troops took the Al-Nur mosque.", "the Al-Nur mosque", ("Al-Nur mosque", "building", None)),
    ("Rebels entered al-Dar al-Kabira.", "al-Dar al-Kabira", ("al-Dar al-Kabira", None, None)),
    ("Fighting went on in northern Mali.", "northern Mali", ("Mali", "country", None)),
    ("Militants hold the Gaza Strip.", "the Gaza Strip", ("Gaza Strip", "region", None)),
]


@pytest.mark.parametrize(("text", "words", "meaning"), PLACES, ids=[row[1] for row in PLACES])
def test_a_place_has_its_phrase_bare_name_kind_and_holder(read, text, words, meaning):
    places = read(text).mentions.toponyms
    place = next(place for place in places if place.span.read(text) == words)
    within = None if place.within is None else places[place.within].name
    assert (place.name, place.kind, within) == meaning


def test_each_name_of_a_list_is_a_place(read):
    text = "Mortars fell on the villages of Dunmere, Selmar and Tel-Rashad."
    assert [place.name for place in read(text).mentions.toponyms] == ["Dunmere", "Selmar", "Tel-Rashad"]


NO_PLACES = [
    "The Syrian army advanced.",
    "Moscow denied the report.",
    "Israel launched an air strike.",
    "The Homs-based activist spoke.",
    "President Idriss Kasta spoke.",
    "The Free Syrian Army withdrew.",
    "He wrote to the BBC.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_peoples_governments_persons_and_bodies_are_no_places(read, text):
    assert [place.name for place in read(text).mentions.toponyms] == []


def test_a_name_that_is_a_place_once_is_one_as_a_subject_too(read):
    text = "Rebels entered the town of Dunmere. Dunmere may fall soon."
    assert [place.name for place in read(text).mentions.toponyms] == ["Dunmere", "Dunmere"]


def test_the_dateline_is_no_place_of_the_events(read):
    text = "BEIRUT - Rebels entered Damascus."
    assert [place.name for place in read(text, Span(0, 6)).mentions.toponyms] == ["Damascus"]


def test_a_country_carries_its_code(read):
    assert read("Fighting went on in Yemen.").mentions.toponyms[0].candidates == ("YE",)
