import pytest

from sayso.intake.publishers import Publishers
from sayso.lexicons import read_csv
from tests.intake.articles import SETTINGS

KNOWN = Publishers(SETTINGS.outlets)


@pytest.mark.parametrize(
    ("words", "name"), [("arva post", "The Arva Post"), ("AGENCE FRANCE-PRESSE", "AFP"), ("Nobody's Paper", None)]
)
def test_a_name_is_known_in_any_case(words, name):
    found = KNOWN.named(words)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        ("AFP by phone", "AFP", 3),
        ("Agence France-Presse said", "AFP", 20),
        ("Arva Post's reporter", "The Arva Post", 9),
    ],
)
def test_the_longest_name_at_a_place_counts(text, name, end):
    publisher, found = KNOWN.opening(text, 0)
    assert (publisher.name, found) == (name, end)


@pytest.mark.parametrize("text", ["afp said", "Arva said", "", "(AFP"])
def test_other_words_open_no_name(text):
    assert KNOWN.opening(text, 0) is None


def test_every_row_of_the_table_has_a_name_and_a_kind_and_no_name_is_taken_twice():
    rows = read_csv("publishers")
    names = [name for row in rows for name in (row["name"], *filter(None, row["aliases"].split(";")))]
    assert {row["kind"] for row in rows} == {"outlet", "agency", "wire"}
    assert len(names) == len(set(names))
