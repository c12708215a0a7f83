import pytest

from sayso.lexicons import read_csv
from sayso.mentions.countries import find_country, find_people


@pytest.mark.parametrize(
    ("name", "country", "is_capital"),
    [
        ("Syria", "Syria", False),
        ("U.S.", "United States", False),
        ("the UK", "United Kingdom", False),
        ("Kyiv", "Ukraine", True),
    ],
)
def test_a_name_or_capital_means_its_country(name, country, is_capital):
    found = find_country(name)
    assert found is not None
    assert (found.name, found.is_capital) == (country, is_capital)


def test_unknown_names_mean_no_country():
    assert find_country("Dunmere") is None


def test_a_demonym_means_its_country():
    assert find_people("South", "Korean") == "South Korea"


def test_every_country_has_a_code_of_its_own():
    codes = [row["code"] for row in read_csv("countries")]
    assert len(codes) == len(set(codes))
