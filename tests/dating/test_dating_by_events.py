"""Which day has a document that counts from an event, which another one or itself tells the day of?"""

import pytest
from dating.dated import dates
from hand_read import Article


def dam(document="dated", day="2016-10-04", text="A dam at the Ambal mine gave way on Monday."):
    return Article(document, text).clue("stated", day).when("on Monday")


def shelters(text="Six days after the dam at Ambal gave way, 5,200 people live in tents. It rained on Saturday."):
    article = Article("undated", text).when("Six days after", "gave", unit="day", amount=6).when("on Saturday")
    return article.claim("5,200 people live in tents", "strength", tense="present")


def test_an_event_told_in_the_same_words_dates_a_state_some_days_after_it():
    found = dates(shelters(), dam())["undated"]
    assert (found.published, found.interval, found.depends_on) == (
        "2016-10-09",
        ("2016-10-09", "2016-10-10"),
        ("dated",),
    )
    assert found.derived.inputs[0].rule == "dating.event_words"


# Words of a dated document that do not tell the same event.
OTHERS = [
    "A dam at the Corro mine gave way on Monday.",
    "A dam at the Ambal mine was built on Monday.",
    "Miners at Ambal gave up on Monday.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_tell_of_another_event(text):
    assert dates(shelters(), dam(text=text))["undated"].published is None


def test_two_days_told_of_one_event_leave_the_document_open():
    assert dates(shelters(), dam(), dam("other", "2016-09-26"))["undated"].published is None


# What an undated page tells before "six days after the strike nobody has come", and the day that it is of.
STRIKES = [
    ("Missiles hit the market on 14 October.", "2022-10-20"),
    ("The market opened on 14 October.", None),
    ("Missiles hit the market on 14 October. Gunmen shot a man on 2 June.", None),
    ("Missiles hit the market on 14 October. A baker came on 2 June.", "2022-10-20"),
]


@pytest.mark.parametrize(("told", "published"), STRIKES, ids=[row[0] for row in STRIKES])
def test_the_only_day_on_which_a_page_tells_of_an_attack_is_the_one_it_counts_from(told, published):
    page = Article("page", f"{told} Six days after the strike nobody has come.")
    page.when("Six days after", "strike", unit="day", amount=6)
    for words, month, day in (("on 14 October", 10, 14), ("on 2 June", 6, 2)):
        if words in told:
            page.when(words, month=month, day=day)
    found = dates(page, Article("dated", "Rain fell.").clue("stated", "2022-10-13"))["page"]
    assert (found.published, found.depends_on) == (published, ("dated",) if published else ())


def test_without_a_dated_document_a_day_without_a_year_dates_nothing():
    page = Article("page", "Missiles hit the market on 14 October. Six days after the strike nobody has come.")
    page.when("Six days after", "strike", unit="day", amount=6).when("on 14 October", month=10, day=14)
    assert dates(page)["page"].published is None


def test_a_weekday_some_days_after_an_event_bounds_the_document_by_a_week():
    article = Article(
        "undated", "On Saturday, five days after the dam at Ambal gave way, rain fell. On Sunday it stopped."
    )
    article.when("On Saturday").when("five days after", "gave", unit="day", amount=5).when("On Sunday")
    found = dates(article, dam())["undated"]
    assert (found.published, found.interval) == (None, ("2016-10-08", "2016-10-14"))


def test_an_event_told_with_another_verb_but_the_same_words_and_names_dates_a_weekday():
    told = Article("told", "The first buses with families came out of the Lower Torvik quarter on Thursday.").clue(
        "stated", "2019-03-15"
    )
    told.when("on Thursday")
    page = Article(
        "page", "On Saturday, two days after the first buses rolled out of the Lower Torvik quarter, it was empty."
    )
    page.when("On Saturday").when("two days after", "rolled", unit="day", amount=2)
    assert dates(told, page)["page"].interval == ("2019-03-16", "2019-03-22")


# How a document tells that rebels came to Rahnah, and the day of a page that is written on the eighth day after it.
ARRIVALS = [
    (("Rebels entered Rahnah on Monday.", "advance", "on Monday"), "2016-10-11"),
    (("A mayor spoke at Rahnah on Monday.", "politics", "on Monday"), None),
]


@pytest.mark.parametrize(("told", "published"), ARRIVALS)
def test_a_page_is_of_the_day_that_it_counts_from_an_attack_another_page_dates(told, published):
    text, kind, day = told
    dated = Article("dated", text).clue("stated", "2016-10-04").where("Rahnah").when(day)
    dated.claim(text.removesuffix("."), kind, at=["Rahnah"], on=day)
    page = Article("page", "On the eighth day after the rebels came to Rahnah she waits by the road.")
    page.when("On the eighth day after", "came", unit="day", amount=8, is_now=True)
    assert dates(page, dated)["page"].published == published
