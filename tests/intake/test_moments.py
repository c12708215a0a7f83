"""Of which day is a page's time stamp?"""

import pytest

from sayso.intake.moments import localize
from sayso.model.documents import DateClue

STAMPS = [
    ("2013-07-28T23:30:00Z", "Asia/Damascus", "2013-07-29"),
    ("2013-07-28T23:30:00+00:00", "America/Lima", "2013-07-28"),
    ("2013-07-29T01:30:00+03:00", "Europe/London", "2013-07-28"),
    ("2013-07-28T23:30:00", "Asia/Damascus", "2013-07-28"),
    ("2013-07-28", "Asia/Damascus", "2013-07-28"),
    ("28 July 2013", "Asia/Damascus", "2013-07-28"),
    ("2013-07-28T23:30:00Z", None, "2013-07-28"),
    ("Sun, 28 Jul 2013 23:30:00 GMT", "Asia/Damascus", "2013-07-29"),
    ("Sun, 28 Jul 2013 23:30:00", "Asia/Damascus", "2013-07-28"),
    ("2013-07-28T00:00:00Z", "America/Bogota", "2013-07-28"),
    ("2013-07-28T00:00:00-05:00", "Asia/Damascus", "2013-07-28"),
    ("0001-01-01T00:00:00Z", "America/Lima", "0001-01-01"),
    ("9999-12-31T23:59:59Z", "Asia/Damascus", "9999-12-31"),
]


@pytest.mark.parametrize(("written", "zone", "day"), STAMPS)
def test_a_stamp_with_an_offset_is_of_the_day_where_the_case_is(written, zone, day):
    clue = DateClue(
        kind="metadata",
        value=written[:10] if written[:1].isdigit() and "-" in written else "2013-07-28",
        written=written,
    )
    (found,) = localize([clue], zone)
    assert (found.value, found.written) == (day, written)


def test_only_what_the_page_itself_states_is_moved():
    clue = DateClue(kind="user", value="2013-07-28", written="2013-07-28T23:30:00Z")
    assert list(localize([clue], "Asia/Damascus")) == [clue]
