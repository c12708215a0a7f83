from datetime import date

import pytest
from edtf import parse_edtf
from hand_read import timex
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.kinds import AnchorKind, TimexKind
from sayso.text.timexes import read_timex

MONDAY = date(2019, 3, 11)

# Words, the rule that mentions makes of them, and the days meant in an article of Monday 11 March 2019.
EXPRESSIONS = [
    ("on Monday", {"weekday": 0}, "2019-03-11"),
    ("on Sunday", {"weekday": 6}, "2019-03-10"),
    ("from Sunday to Monday", {"weekday": 6, "unit": "day", "amount": 1, "extent": "during"}, "2019-03-10/2019-03-11"),
    ("on Tuesday", {"weekday": 1}, "2019-03-05"),
    ("last Monday", {"weekday": 0, "direction": "past"}, "2019-03-04"),
    ("will meet on Tuesday", {"weekday": 1, "direction": "future"}, "2019-03-12"),
    ("since Saturday", {"weekday": 5, "extent": "since"}, "2019-03-09/2019-03-11"),
    ("until Saturday", {"weekday": 5, "extent": "until"}, "../2019-03-09"),
    ("today", {"unit": "day", "amount": 0}, "2019-03-11"),
    ("yesterday", {"unit": "day", "amount": -1}, "2019-03-10"),
    ("tomorrow", {"unit": "day", "amount": 1}, "2019-03-12"),
    ("two days ago", {"unit": "day", "amount": -2, "rule": "mentions.ago"}, "2019-03-09"),
    ("last week", {"unit": "week", "amount": -1}, "2019-03-04/2019-03-10"),
    ("this week", {"unit": "week", "amount": 0}, "2019-03-11"),
    ("a week ago", {"unit": "week", "amount": -1, "rule": "mentions.ago"}, "2019-03-04~"),
    ("last month", {"unit": "month", "amount": -1}, "2019-02"),
    ("earlier this month", {"unit": "month", "amount": 0, "part": "early"}, "2019-03-01/2019-03-11"),
    ("a month ago", {"unit": "month", "amount": -1, "rule": "mentions.ago"}, "2019-02-11~"),
    ("last year", {"unit": "year", "amount": -1}, "2018"),
    ("late last year", {"unit": "year", "amount": -1, "part": "late"}, "2018-09/2018-12"),
    ("a year ago", {"unit": "year", "amount": -1, "rule": "mentions.ago"}, "2018-03~"),
    ("four years ago", {"unit": "year", "amount": -4, "rule": "mentions.ago"}, "2015~"),
    ("last summer", {"unit": "year", "amount": -1, "month": 6, "part": "summer"}, "2018-06/2018-08"),
    ("past three days", {"unit": "day", "amount": -3, "extent": "during"}, "2019-03-09/2019-03-11"),
    ("the last eight weeks", {"unit": "week", "amount": -8, "extent": "during"}, "2019-01-14/2019-03-11"),
    ("for a month", {"unit": "month", "amount": -1, "extent": "during"}, "2019-02-11~/2019-03-11"),
    ("for two years", {"unit": "year", "amount": -2, "extent": "during"}, "2017-03~/2019-03-11"),
    ("in the coming ten days", {"unit": "day", "amount": 10, "extent": "during"}, "2019-03-11/2019-03-20"),
    ("in June", {"month": 6}, "2018-06"),
    ("in March", {"month": 3}, "2019-03"),
    ("early in March", {"month": 3, "part": "early"}, "2019-03-01/2019-03-10"),
    ("last March", {"month": 3, "direction": "past"}, "2018-03"),
    ("on 18 February", {"month": 2, "day": 18}, "2019-02-18"),
    ("on 3 May", {"month": 5, "day": 3}, "2018-05-03"),
    ("a 3 April deadline", {"month": 4, "day": 3}, "2019-04-03"),
    ("left on 3 April", {"month": 4, "day": 3, "direction": "past"}, "2018-04-03"),
    ("in the summer", {"month": 6, "part": "summer"}, "2018-06/2018-08"),
    ("will open on 3 May", {"month": 5, "day": 3, "direction": "future"}, "2019-05-03"),
    ("in February this year", {"month": 2, "unit": "year", "amount": 0}, "2019-02"),
    ("in November last year", {"month": 11, "unit": "year", "amount": -1}, "2018-11"),
    ("March 2012", {"value": "2012-03", "anchor": "absolute"}, "2012-03"),
    ("around 2012", {"value": "2012", "anchor": "absolute", "is_approximate": True}, "2012~"),
    ("early 2012", {"value": "2012", "anchor": "absolute", "part": "early"}, "2012-01/2012-04"),
    ("since 2011", {"value": "2011", "anchor": "absolute", "extent": "since"}, "2011/2019-03-11"),
    ("July and August", {"value": "XXXX-07/XXXX-08"}, "2018-07/2018-08"),
    ("December to January", {"value": "XXXX-12/XXXX-01"}, "2018-12/2019-01"),
    ("recently", {"is_vague": True}, None),
    ("every day", {"kind": TimexKind.SET, "weekday": 0}, None),
    ("three hours ago", {"unit": "hour", "amount": -3, "rule": "mentions.ago"}, "2019-03-11"),
]


@pytest.mark.parametrize(("words", "rule", "expected"), EXPRESSIONS, ids=[row[0] for row in EXPRESSIONS])
def test_words_of_time_mean_these_days(words, rule, expected):
    reach = read_timex(timex(**rule), MONDAY)
    assert (words, reach.edtf if reach else None) == (words, expected)


def test_the_words_of_what_is_to_come_turn_a_weekday_forward():
    assert read_timex(timex(weekday=1), MONDAY, is_future=True).edtf == "2019-03-12"


@given(
    st.builds(
        timex,
        unit=st.sampled_from(["hour", "day", "week", "weekend", "month", "year", "decade", None]),
        amount=st.integers(-40, 40) | st.none(),
        weekday=st.integers(0, 6) | st.none(),
        month=st.integers(1, 12) | st.none(),
        day=st.integers(1, 28) | st.none(),
        direction=st.sampled_from(["past", "future", "nearest"]),
        extent=st.sampled_from(["at", "since", "until", "during"]),
        part=st.sampled_from(["early", "middle", "late", "morning", None]),
        rule=st.sampled_from(["mentions.ago", "mentions.shifted_period", "mentions.weekday"]),
        is_approximate=st.booleans(),
        anchor=st.sampled_from([AnchorKind.DOCUMENT, AnchorKind.ABSOLUTE]),
        value=st.sampled_from(["2013-06", "2013", "2013-06-29", "XXXX-03/XXXX-05", "2008/2009", None, None]),
    ),
    st.dates(date(1900, 1, 1), date(2090, 1, 1)),
)
def test_every_period_is_valid_edtf(words, today):
    reach = read_timex(words, today)
    assert reach is None or parse_edtf(reach.edtf) is not None
