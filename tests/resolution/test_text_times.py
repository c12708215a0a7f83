from datetime import date

import pytest
from hand_read import Article
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.kinds import PublicationBasis
from sayso.model.resolved import DocumentDate
from sayso.resolution.periods import Calendar
from sayso.resolution.text_times import date_timexes, tells_history

DAY = "2019-03-11"
OLD = ("in 1910", "in 1911", "in 1912", "in 1913", "in 1914", "in 1915")


def calendar(article, day=DAY):
    found = DocumentDate(document="a", published=day, interval=(day, day), basis=PublicationBasis.STATED)
    return Calendar(article.reading, found)


def times(article, day=DAY):
    return {t.timex.span.read(article.text): t.edtf for t in date_timexes(article.reading, calendar(article, day))}


def history(text):
    """Return an article that opens with enough old years to tell a history."""
    article = Article("a", f"The town was built {', '.join(OLD)}. {text}")
    for words in OLD:
        article.when(words, value=words[-4:])
    return article


def news(text):
    return Article("a", text)


JUNE = {"value": "1916-06-10"}
# What follows "on 10 June 1916" in a history, the rule of its words, and the dates meant.
FOLLOWING = [
    ("in August", {"month": 8}, "1916-08"),
    ("in April", {"month": 4}, "1916-04"),
    ("on 14 July", {"month": 7, "day": 14}, "1916-07-14"),
    ("in the winter", {"month": 12, "part": "winter"}, "1916-12/1917-02"),
    ("from July to September", {"value": "XXXX-07/XXXX-09", "anchor": "document"}, "1916-07/1916-09"),
    ("from December to January", {"value": "XXXX-12/XXXX-01", "anchor": "document"}, "1916-12/1917-01"),
    ("last month", {"unit": "month", "amount": -1}, "1916-05"),
    ("two days later", {"unit": "day", "amount": 2, "rule": "mentions.later", "anchor": "event"}, "1916-06-12"),
    ("the next day", {"unit": "day", "amount": 1, "rule": "mentions.other_day", "anchor": "event"}, "1916-06-11"),
    ("that year", {"unit": "year", "amount": 0, "rule": "mentions.other_day", "anchor": "event"}, "1916"),
    ("the following spring", {"month": 3, "part": "spring", "rule": "mentions.other_day", "anchor": "event"}, "1916-03/1916-05"),
    ("last May", {"month": 5, "direction": "past", "rule": "mentions.shifted_month"}, "1916-05"),
    ("next May", {"month": 5, "direction": "future", "rule": "mentions.shifted_month"}, "1917-05"),
    ("in 1921", {"value": "1921"}, "1921"),
    ("now", {"unit": "day", "amount": 0, "rule": "mentions.day"}, DAY),
    ("recently", {"anchor": "none", "is_vague": True}, None),
    ("by nightfall", {"unit": "day", "amount": 0, "part": "evening", "rule": "mentions.part_of_day"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rule", "expected"), FOLLOWING, ids=[row[0] for row in FOLLOWING])
def test_a_history_counts_from_the_date_told_last(words, rule, expected):
    article = history(f"Troops came on 10 June 1916. They left {words}.").when("on 10 June 1916", **JUNE)
    assert times(article.when(words, **rule))[words] == expected


def test_january_after_november_is_of_the_next_year():
    article = history("Troops came on 10 November 1916. They left in January.")
    article.when("on 10 November 1916", value="1916-11-10").when("in January", month=1)
    assert times(article)["in January"] == "1917-01"


def test_a_year_in_passing_moves_the_history_only_to_the_end_of_its_sentence():
    article = history("Troops came on 10 June 1916. The rules of 1899 were dropped in July. They left in August.")
    article.when("on 10 June 1916", **JUNE).when("of 1899", value="1899").when("in July", month=7)
    found = times(article.when("in August", month=8))
    assert (found["in July"], found["in August"]) == ("1899-07", "1916-08")


def test_a_year_mentioned_again_moves_the_history():
    article = history(
        "Troops came on 10 June 1916. Plans for 1917 were made. Those of 1917 failed. They left in August."
    )
    article.when("on 10 June 1916", **JUNE).when("for 1917", value="1917").when("of 1917", value="1917")
    assert times(article.when("in August", month=8))["in August"] == "1917-08"


def test_a_look_back_moves_the_history_only_to_the_end_of_its_sentence():
    article = history("Troops came on 10 June 1916. They had left two years earlier. They starved in August.")
    article.when("on 10 June 1916", **JUNE)
    article.when("two years earlier", unit="year", amount=-2, rule="mentions.later", anchor="event")
    found = times(article.when("in August", month=8))
    assert (found["two years earlier"], found["in August"]) == ("1914~", "1916-08")


def test_a_year_that_opens_a_sentence_moves_the_history():
    article = history("Troops came on 10 June 1916. In 1918 they starved. They left in August.")
    article.when("on 10 June 1916", **JUNE).when("In 1918", value="1918").when("in August", month=8)
    assert times(article)["in August"] == "1918-08"


def test_a_history_before_christ_goes_on_before_christ():
    article = history("The fleet sailed in August 480 BC. It fought in September. It came back the next year.")
    article.when("in August 480 BC", value="-0479-08").when("in September", month=9)
    article.when("the next year", unit="year", amount=1, rule="mentions.other_day", anchor="event")
    found = times(article)
    assert [found[words] for words in ("in August 480 BC", "in September", "the next year")] == [
        "-0479-08", "-0479-09", "-0478",
    ]  # fmt: skip


def test_news_counts_from_its_own_day_whatever_old_date_it_tells():
    article = news("The war began on 10 June 2016. Troops left in August.").when("on 10 June 2016", value="2016-06-10")
    assert times(article.when("in August", month=8))["in August"] == "2018-08"


def test_an_hour_is_of_the_day_told_in_its_sentence():
    article = news("Troops left on Friday at 5 pm. Shells fell at 7 pm.").when("on Friday")
    for words, hour in (("at 5 pm", "17:00"), ("at 7 pm", "19:00")):
        article.when(words, unit="day", amount=0, part=hour, rule="mentions.clock")
    found = times(article)
    assert (found["at 5 pm"], found["at 7 pm"]) == ("2019-03-08", DAY)


def test_a_few_old_dates_are_no_history():
    article = news("It began in 2010. It ended in 2011.").when("in 2010", value="2010").when("in 2011", value="2011")
    assert not tells_history(article.reading, calendar(article).days)


def test_a_page_without_a_day_tells_no_history():
    assert not tells_history(history("Troops left.").reading, None)


@given(st.lists(st.tuples(st.integers(1900, 2010), st.integers(1, 12)), min_size=1, max_size=8), st.booleans())
def test_every_month_of_a_history_gets_one_month(months, is_yearless):
    article = history(" ".join(f"It fell in month {n} of {y}x{m}." for n, (y, m) in enumerate(months)))
    for number, (year, month) in enumerate(months):
        rule = {"month": month} if is_yearless else {"value": f"{year}-{month:02}", "month": month}
        article.when(f"in month {number} of", **rule)
    found = [edtf for words, edtf in times(article).items() if words.startswith("in month")]
    assert [date.fromisoformat(f"{edtf}-01").month for edtf in found] == [month for _, month in months]


# Lines of news between a Sunday and "the day before", and the day that it is.
APART = [("\n", "2019-03-09"), ("\nRain fell.\nSnow fell.\n", None)]


@pytest.mark.parametrize(("between", "day"), APART)
def test_what_is_told_paragraphs_before_is_not_counted_from(between, day):
    article = news(f"On Sunday planes came.{between}The day before, guns fired.").when("On Sunday")
    article.when("The day before", anchor="event", unit="day", amount=-1, rule="mentions.later")
    assert times(article)["The day before"] == day
