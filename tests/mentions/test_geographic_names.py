import pytest

from sayso.model.spans import Span

# a sentence, and the names of places in it
NAMES = [
    ("Troops entered Aleppo and Idlib.", ["Aleppo", "Idlib"]),
    ("Damascus denied the report.", ["Damascus"]),
    ("A French minister flew to Beirut.", ["French", "Beirut"]),
    ("He was born in Oxford, N.C., and lives in Texas.", ["Oxford", "N.C.", "Texas"]),
    ("On Monday the Texas Governor Mira Holt spoke to them.", ["Texas"]),
    ("He was taken to Norwich General Hospital.", ["Norwich General Hospital"]),
    ("The drought reached South East Asian markets.", ["South East Asian"]),
    ("The Granville County sheriff said so.", ["Granville County"]),
    ("Villagers fled to the town of Orlesh.", ["Orlesh"]),
    ("Shells fell on the village of Dunmore.", ["Dunmore"]),
    ("They camped outside Cairns.", ["Cairns"]),
]
NONE = [
    "Most of them left in March.",
    "The Reuters report was read aloud.",
    "He lives on London Road.",
    "Mr Paris Holt and Victoria Marn were married.",
    "The Centre said nothing.",
    "She speaks good French.",
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[row[0] for row in NAMES])
def test_names_of_places_are_found_whatever_they_do(read, text, names):
    assert [name.name for name in read(text).mentions.geographic_names] == names


@pytest.mark.parametrize("text", NONE)
def test_months_words_persons_roads_and_agencies_are_no_places(read, text):
    assert [name.name for name in read(text).mentions.geographic_names] == []


def test_a_name_is_set_in_the_place_after_a_comma(read):
    first, second = read("Shots were heard in Oxford, Ohio.").mentions.geographic_names
    assert (first.within, second.within) == ("Ohio", None)


def test_the_dateline_names_a_place_too(read):
    text = "NEWARK, N.J. (AP) - Planes were late."
    names = read(text, dateline=Span(0, 20)).mentions.geographic_names
    assert [(name.name, name.within) for name in names] == [("NEWARK", "N.J."), ("N.J.", None)]


def test_a_site_is_set_in_the_place_its_name_bears(read):
    (site,) = read("He was taken to Norwich General Hospital.").mentions.geographic_names
    assert site.within == "Norwich"
