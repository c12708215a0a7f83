from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.days import Days, on, read_days, read_yearless, shift_months, weekday_after, weekday_before, write_days

SPANS = [
    ("2019", date(2019, 1, 1), date(2019, 12, 31)),
    ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
    ("2019-03-11~", date(2019, 3, 11), date(2019, 3, 11)),
    ("2019-22", date(2019, 6, 1), date(2019, 8, 31)),
    ("2019-03/2019-05", date(2019, 3, 1), date(2019, 5, 31)),
    ("../2019-03", None, date(2019, 3, 31)),
    ("2019-03/..", date(2019, 3, 1), None),
]


@pytest.mark.parametrize(("value", "first", "last"), SPANS)
def test_a_date_means_all_its_days(value, first, last):
    assert read_days(value) == Days(first=first, last=last)


@pytest.mark.parametrize("value", [None, "", "XXXX-03-11", "2019-02-30", "0099-01-01", "9999", "soon", "../.."])
def test_what_names_no_day_of_the_calendar_has_none(value):
    assert read_days(value) is None


def test_a_date_without_its_year_keeps_month_and_day():
    assert (read_yearless("XXXX-07-29"), read_yearless("XXXX-07"), read_yearless("2019-07")) == (
        (7, 29),
        (7, None),
        None,
    )


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.integers(0, 800))
def test_days_written_read_back_the_same(first, length):
    days = Days(first=first, last=date.fromordinal(first.toordinal() + length))
    assert read_days(write_days(days)) == days


@given(st.dates(date(1800, 1, 1), date(2200, 1, 1)), st.integers(0, 6))
def test_a_weekday_lies_less_than_a_week_away(day, weekday):
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7


def test_a_month_on_from_its_last_day_is_the_last_day():
    assert shift_months(date(2019, 1, 31), 1) == date(2019, 2, 28)


def test_days_that_do_not_meet_leave_nothing():
    march, april = read_days("2019-03"), read_days("2019-04")
    assert march.cut(april).is_empty
    assert not march.cut(on(date(2019, 3, 4))).is_empty
