"""Which known body does a run of words name?"""

import pytest

from sayso.lexicons import read_csv
from sayso.lexicons.bodies import find_bodies, find_body
from sayso.lexicons.states import capital_of, demonym_of, find_demonym, find_state
from sayso.model.kinds import VoiceKind

NAMES = [
    ("The Sana news agency said", [(1, 4, "SANA")]),
    ("al - Qassam Brigades", [(0, 4, "al-Qassam Brigades")]),
    ("he is who he is", []),
    ("Unicef and Who knows", [(0, 1, "UNICEF")]),
    ("the United Nations and AFP", [(1, 3, "United Nations"), (4, 5, "AFP")]),
]


@pytest.mark.parametrize(("text", "hits"), NAMES)
def test_the_longest_known_name_is_found(text, hits):
    assert [(hit.first, hit.last, hit.body.name) for hit in find_bodies((*text.split(),))] == hits


def test_a_whole_name_is_found_with_or_without_its_article():
    assert find_body("The Associated Press") == find_body("Associated Press")


def test_an_abbreviation_that_two_bodies_bear_means_neither():
    assert find_body("RSF") is None


def test_every_row_has_a_known_kind_and_country():
    countries = {row["name"] for row in read_csv("countries")} | {""}
    for row in read_csv("sources"):
        assert VoiceKind(row["kind"])
        assert row["country"] in countries, row["name"]


def test_names_of_the_table_are_unique():
    names = [row["name"] for row in read_csv("sources")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "country"), [("Damascus", "Syria"), ("U.S.", "United States"), ("Belgor", None)])
def test_a_country_is_found_by_its_name_or_capital(name, country):
    assert find_state(name) == country


def test_demonyms_and_capitals_go_both_ways():
    assert (find_demonym("Syrian"), demonym_of("Syria"), capital_of("Syria")) == ("Syria", "Syrian", "Damascus")
