from datetime import date
from itertools import pairwise

import pytest
from hand_read import Article

from sayso.dating import date_documents
from sayso.lexicons import read_csv
from sayso.model.derivations import reason

# Words of a report, and the days it can be of: until two weeks after the term of whoever is called by an office.
TEXTS = [
    ("Chancellor Gerhard Schroeder opened a bridge.", ("1998-10-27", "2005-12-06")),
    ("Gerhard Schroeder, the German chancellor, opened a bridge.", ("1998-10-27", "2005-12-06")),
    ("Prime Minister of Japan Taro Aso opened a bridge.", ("2008-09-24", "2009-09-30")),
    ("Chancellor Angela Merkel met Prime Minister Taro Aso.", ("2008-09-24", "2009-09-30")),
    ("Former Chancellor Gerhard Schroeder opened a bridge.", None),
    ("The then-chancellor Gerhard Schroeder opened a bridge.", None),
    ("Gerhard Schroeder opened a bridge.", None),
    ("Chancellor Schroeder Steel is a firm.", None),
    ("Chancellor Kohl was followed by Chancellor Merkel.", None),
    ("President Vladimir Putin opened a bridge.", None),
]


def dated(text, when=None):
    article = Article("a", text)
    if when:
        article.when(when, value=when)
    return date_documents([article.reading], [])[0]


@pytest.mark.parametrize(("text", "interval"), TEXTS, ids=[text for text, _ in TEXTS])
def test_a_report_is_of_the_term_of_whoever_it_calls_by_an_office(text, interval):
    assert dated(text).interval == interval


def test_who_held_an_office_twice_is_taken_at_the_term_that_the_dates_of_the_text_allow():
    text = "A bridge fell in 2007. Prime Minister Silvio Berlusconi opened a new one."
    assert dated(text, "2007").interval == ("2008-05-08", "2011-11-30")


def test_an_office_named_beside_a_year_tells_nothing():
    assert dated("In 2001 Chancellor Gerhard Schroeder opened a bridge.", "2001").interval is None


def test_the_reason_names_the_words():
    derived = dated("Chancellor Gerhard Schroeder opened a bridge.").derived
    assert [one.quote for one in derived.evidence] == ["Chancellor Gerhard Schroeder"]
    assert "office" in reason(derived.rule)


@pytest.mark.parametrize("row", read_csv("terms"), ids=lambda row: f"{row['name']} {row['from']}")
def test_every_term_begins_before_it_ends_and_overlaps_no_other_of_the_same_holder(row):
    first, last = date.fromisoformat(row["from"]), row["until"] and date.fromisoformat(row["until"])
    assert not last or first < last
    spells = sorted(
        (one["from"], one["until"] or "9999")
        for one in read_csv("terms")
        if one["name"] == row["name"] and one["title"] == row["title"]
    )
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spells))
