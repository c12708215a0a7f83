"""Which numbered days does a date mean?"""

from datetime import date

import pytest

from sayso.text.days import FIRST_DAY, LAST_DAY, number_days

DATES = [
    ("2024-05-03", "2024-05-03", "2024-05-03"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-05-03/2024-05-09", "2024-05-03", "2024-05-09"),
    ("2024-05/2024-06", "2024-05-01", "2024-06-30"),
    ("2024-05-04~", "2024-05-01", "2024-05-07"),
    ("2024-05-04~/2024-05-09", "2024-05-01", "2024-05-09"),
]


@pytest.mark.parametrize(("edtf", "first", "last"), DATES)
def test_a_date_means_its_days_and_is_widened_where_it_is_rough(edtf, first, last):
    run = number_days(edtf, 3)
    assert (date.fromordinal(run.first).isoformat(), date.fromordinal(run.last).isoformat()) == (first, last)


@pytest.mark.parametrize("text", [None, "", "yesterday", "2024-13", "XXXX-05-03"])
def test_what_is_no_date_means_no_days(text):
    assert number_days(text) is None


def test_an_open_end_reaches_all_days():
    assert number_days("../2024-05").first == FIRST_DAY
    assert number_days("2024-05/..").last == LAST_DAY
