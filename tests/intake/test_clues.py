import pytest

from sayso.intake.clues import read_given_date
from tests.intake.articles import LEAD, MORE, describe

GIVEN = [
    ("2013-07-31T09:15:00+03:00", "2013-07-31"),
    ("2013-07-31", "2013-07-31"),
    ("20130731", "2013-07-31"),
    ("2013-07", "2013-07"),
    ("2013", "2013"),
    ("31 July 2013", "2013-07-31"),
    ("Wed, 31 Jul 2013 09:15:00 GMT", "2013-07-31"),
    ("2013-99", None),
    ("2013-02-31", None),
    ("yesterday", None),
]
ADDRESSES = [
    ("https://arvapost.example/2013/07/31/dam", "2013-07-31"),
    ("https://arvapost.example/world/20130731-dam.html", "2013-07-31"),
    ("https://arvapost.example/2013/jul/31/dam", "2013-07-31"),
    ("https://arvapost.example/2013/07/dam", "2013-07"),
    ("https://arvapost.example/dam-10042031", None),
    ("https://arvapost.example/?p=20130731", None),
]


def clues(text, **facts):
    return [(clue.kind, clue.value) for clue in describe(text, **facts).clues]


@pytest.mark.parametrize(("words", "value"), GIVEN)
def test_a_given_date_keeps_its_precision(words, value):
    assert read_given_date(words) == value
    assert clues(LEAD, published=words) == [("metadata", value or "")]


@pytest.mark.parametrize(("url", "value"), ADDRESSES)
def test_an_address_may_hold_the_day_or_the_month(url, value):
    assert clues(LEAD, url=url) == ([("url", value)] if value else [])


def test_date_lines_are_stated_and_dates_in_the_text_are_no_clue():
    text = f"Dam breaks above Arva\n\n4 March 2014\n\n{LEAD}\n\nThe wall was built on 3 May 1998, and mended twice, she said."
    (clue,) = describe(text).clues
    assert (clue.kind, clue.value, clue.written) == ("stated", "2014-03-04", "4 March 2014")
    assert clue.span.read(text) == "4 March 2014"


def test_dates_between_the_lines_of_a_chronicle_are_no_clue():
    assert clues(f"{LEAD}\n\n3 May 1998\n\n{MORE}\n\n4 March 2014\n\n{LEAD}") == []


def test_a_later_change_does_not_count_beside_the_day_of_publication():
    assert clues(f"Dam breaks above Arva\n\nPublished 4 March 2014\nUpdated: 6 March 2014\n\n{LEAD}") == [
        ("stated", "2014-03-04")
    ]
    assert clues(f"Dam breaks above Arva\n\nUpdated 5:25 PM ET, Thu March 6, 2014\nMarch 4, 2014\n\n{LEAD}") == [
        ("stated", "2014-03-04")
    ]
    assert clues(f"Dam breaks above Arva\n\nUpdated: 6 March 2014\n\n{LEAD}") == [("stated", "2014-03-06")]


def test_a_day_without_a_year_in_the_dateline_stays_without():
    assert clues(f"ARVA, March 4 (Reuters) - {LEAD}") == [("dateline", "XXXX-03-04")]


def test_a_caption_bounds_the_day():
    assert clues(f"Men carry sacks in the town of Arva on March 3, 2014. (AFP Photo)\n\n{LEAD}") == [
        ("caption", "2014-03-03")
    ]


def test_the_users_word_comes_first():
    assert clues(LEAD, published="2014-03-05", published_by_user="2014-03-04")[0] == ("user", "2014-03-04")


def test_a_text_without_evidence_has_no_clue():
    assert clues(LEAD) == []
