from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.date_lines import is_date_line
from sayso.intake.dates import find_dates

DATES = [
    ("July 31, 2013", "2013-07-31"),
    ("31 July 2013", "2013-07-31"),
    ("Sat 24 Aug 2013", "2013-08-24"),
    ("the 3rd of March 2014", "2014-03-03"),
    ("2014-03-04", "2014-03-04"),
    ("24.08.2013", "2013-08-24"),
    ("24/08/2013", "2013-08-24"),
    ("08/24/2013", "2013-08-24"),
    ("04-05-2016", "[2016-04-05,2016-05-04]"),
    ("Wednesday 04/05/2016", "2016-05-04"),
    ("04-04-2016", "2016-04-04"),
    ("Nov. 18", "XXXX-11-18"),
    ("18 November", "XXXX-11-18"),
    ("March 2014", "2014-03"),
    ("4-Mar-2014", "2014-03-04"),
    ("4-Mar-14", "2014-03-04"),
    ("4-Mar-98", "1998-03-04"),
    ("4 Mar ’14", "2014-03-04"),
    ("Tuesday the 4th of March 2014", "2014-03-04"),
]
NO_DATES = ["31 June 2013", "2013-13-01", "99.99.2013", "Room 4", "3/4 of the town", "1-2014-03-04-5"]
LINES = [
    ("Posted: Friday, 3 May 2019 | Status: open | Grade: fair", True),
    ("Home | World | 3 May 2019", False),
    ("Translated from the original - 3.5.2019", True),
    ("03/05/2019 19:42     Print     A- A+", True),
    ("31 July 2013", True),
    ("Monday, 11 March 2019 - 14:20", True),
    ("March 11, 2019, 9:45 p.m.", True),
    ("Last updated on 11 March 2019 at 16:06 GMT", True),
    ("Period covered: 4-10 March 2019 | Issued on Monday 11 March 2019", True),
    ("Arva, 11 March 2019", False),
    ("The dam broke on 11 March 2019", False),
    ("March 11", False),
    ("14:20", False),
    ("11 March 2019 | 4 min read | no comments", True),
    ("Monday 11 March 2019, 17:25 | Third version 21:10", True),
]


@pytest.mark.parametrize(("text", "value"), DATES)
def test_a_date_is_read_to_the_precision_it_has(text, value):
    assert [found.value for found in find_dates(text)] == [value]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_the_calendar_lacks_is_no_date(text):
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_date_line_holds_a_date_and_nothing_else(line, expected):
    assert is_date_line(line) is expected


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %d %B %Y"]),
)
def test_every_day_is_read_back(day, form):
    assert [found.value for found in find_dates(day.strftime(form))] == [day.isoformat()]
