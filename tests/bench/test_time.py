"""Does the adapter write what sayso finds as the gold of others writes it?"""

from dataclasses import replace

import pytest
from hand_read import Article

from bench import time
from bench.__main__ import main
from sayso.model.kinds import PublicationBasis, TimexKind
from sayso.model.resolved import DocumentDate

DAY = "2019-03-11"


def pieces(article):
    return [(article.text[p.start : p.end], p.value, p.type) for p in time.find_pieces(article.reading)]


# Words, their rule, and the pieces of TIMEX3.
WRITTEN = [
    ("on Friday", {}, [("Friday", "2019-03-08", "DATE")]),
    ("in June 2013", {"value": "2013-06"}, [("June 2013", "2013-06", "DATE")]),
    ("in early 2012", {"value": "2012", "part": "early"}, [("early 2012", "2012", "DATE")]),
    ("in the summer of 2013", {"value": "2013-06/2013-08"}, [("the summer of 2013", "2013-SU", "DATE")]),
    ("in the 1990s", {"value": "1990/1999"}, [("the 1990s", "199", "DATE")]),
    ("in the 19th century", {"value": "1801/1900"}, [("the 19th century", "18", "DATE")]),
    ("in 480 BC", {"value": "-0479"}, [("480 BC", "BC0480", "DATE")]),
    ("in 2014-2015", {"value": "2014/2015"}, [("2014", "2014", "DATE"), ("2015", "2015", "DATE")]),
    ("last week", {"unit": "week", "amount": -1}, [("last week", "2019-W10", "DATE")]),
    ("two years ago", {"unit": "year", "amount": -2, "rule": "mentions.ago"}, [("two years ago", "2017", "DATE")]),
    (
        "for two years",
        {"unit": "year", "amount": -2, "kind": TimexKind.DURATION, "extent": "during"},
        [("two years", "P2Y", "DURATION")],
    ),
    ("now", {"unit": "day", "amount": 0, "rule": "mentions.day"}, [("now", "PRESENT_REF", "DATE")]),
    ("recently", {"anchor": "none", "is_vague": True}, [("recently", "PAST_REF", "DATE")]),
    ("soon", {"anchor": "none", "is_vague": True}, []),
    ("daily", {"anchor": "none", "kind": TimexKind.SET, "is_vague": True}, [("daily", "XXXX-XX-XX", "SET")]),
    ("before the war", {"anchor": "event", "rule": "mentions.event_noun"}, []),
]


@pytest.mark.parametrize(("words", "rule", "expected"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_expressions_are_written_as_the_gold_writes_them(words, rule, expected):
    article = Article("a", f"Troops took Rahna {words}.").clue("stated", DAY)
    assert pieces(article.when(words, **rule)) == expected


def found(**more):
    return DocumentDate(document="a", published=None, interval=None, basis=PublicationBasis.INFERRED, **more)


def test_an_open_end_holds_the_day_and_has_no_width():
    day = replace(found(), published=DAY, interval=(DAY, DAY))
    wrong = replace(found(), interval=("2018-01-01", "2018-01-10"))
    rows = [({"dct": DAY}, one) for one in (day, wrong, found())]
    assert time.measure_dating(rows) == {
        "dated_exact": 33.33, "dated_within": 66.67, "dated_bounded": 66.67, "dated_bounded_within": 50.0,
        "dated_width": 5.5,
    }  # fmt: skip


def test_a_gold_file_that_is_not_there_is_said(capsys, tmp_path):
    assert main(["time", "--gold", str(tmp_path / "none.jsonl")]) == 2
    assert "no gold file" in capsys.readouterr().err
