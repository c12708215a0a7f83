from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from dating.dated import dates
from hand_read import Article
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.derivations import reason
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind, PublicationBasis, TimexKind


def judge(kind, number, **more):
    return Judgement(
        id=number, kind=JudgementKind(kind), author="Ana", reason="seen on the page", made="2024-05-01", **more
    )


def set_date(document, day, number="1", author="Ana"):
    return replace(judge("date", number, document=document, fields={"date": day}), author=author)


CLUE_VALUES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: f"XXXX{str(day)[4:]}"),
    st.sampled_from(
        ["2019", "2019-03", "2019-03/2019-05", "[2019-04-05,2019-05-04]", "XXXX-02-30", "0000-00-00", "..", ""]
    ),
    st.text(max_size=12),
)

# Clues of one page, and the day and basis they give.
PAGES = [
    ("the page states its day", [("stated", "2019-03-11")], "2019-03-11", "stated", ()),
    ("the user's word stands above the page", [("stated", "2019-03-11"), ("user", "2019-03-12")], "2019-03-12", "user", ("2019-03-11",)),
    ("metadata below what the page states", [("metadata", "2019-03-20"), ("stated", "2019-03-11")], "2019-03-11", "stated", ("2019-03-20",)),
    ("the address alone", [("url", "2019-03-11")], "2019-03-11", "metadata", ()),
    ("a dateline the day before is no rival", [("stated", "2019-03-12"), ("dateline", "2019-03-11")], "2019-03-12", "stated", ()),
    ("metadata long after the dateline are a copy's", [("metadata", "2021-01-05"), ("dateline", "2019-03-11")], "2019-03-11", "stated", ("2021-01-05",)),
    ("a month is no day", [("stated", "2019-03")], None, "stated", ()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "clues", "day", "basis", "rivals"), PAGES, ids=[row[0] for row in PAGES])
def test_a_page_tells_its_own_day(name, clues, day, basis, rivals):
    article = Article("a", "Two bridges fell.")
    for kind, value in clues:
        article.clue(kind, value)
    found = dates(article)["a"]
    assert (name, found.published, found.basis, found.rivals) == (name, day, PublicationBasis(basis), rivals)


EITHER = "[2019-04-05,2019-05-04]"


def test_a_date_in_figures_is_the_one_near_the_other_documents():
    open_page = Article("a", "Two bridges fell.").clue("stated", EITHER)
    assert dates(open_page)["a"].interval == ("2019-04-05", "2019-05-04")
    for day, expected in (("2019-05-09", "2019-05-04"), ("2019-03-20", "2019-04-05")):
        found = dates(open_page, Article("b", "A dam broke.").clue("stated", day))["a"]
        assert (found.published, found.basis) == (expected, PublicationBasis.STATED)
        assert "only one of the two days" in reason(found.derived.rule)


def test_a_date_in_figures_between_two_near_documents_stays_open():
    far = [Article(day, "A dam broke.").clue("stated", day) for day in ("2019-04-06", "2019-05-03")]
    found = dates(Article("a", "Two bridges fell.").clue("stated", EITHER), *far)["a"]
    assert (found.published, found.interval) == (None, ("2019-04-05", "2019-05-04"))


def test_the_interval_of_a_month_is_the_month():
    assert dates(Article("a", "A bridge fell.").clue("stated", "2019-03"))["a"].interval == ("2019-03-01", "2019-03-31")


def test_nothing_bounds_a_page_alone_without_dates():
    found = dates(Article("a", "A bridge fell."))["a"]
    assert (found.published, found.interval, found.basis) == (None, None, None)


def test_the_latest_date_mentioned_bounds_a_page_from_below_alone():
    article = Article("a", "Rahna was cut off in 2011. In June 2013 the toll passed a thousand.")
    article.when("in 2011", value="2011").when("In June 2013", value="2013-06")
    found = dates(article)["a"]
    assert (found.published, found.interval, found.derived.value) == (None, None, "2013-06-01/..")
    assert (found.not_before, found.derived.evidence[0].quote) == ("not before 2013-06-01", "In June 2013")


# What a page says beside "on 5 June 2013" and the days it is then taken to be of.
OWN_NEWS = [
    ("Troops left Rahna on Monday.", "on Monday", {"weekday": 0}, ("2013-06-05", "2014-06-05")),
    ("Troops left Rahna last week.", "last week", {"unit": "week", "amount": -1}, ("2013-06-05", "2014-06-05")),
    ("Troops had left Rahna in 2009.", "in 2009", {"value": "2009"}, None),
    ("Troops had left Rahna in March 2009.", "in March 2009", {"value": "2009-03"}, None),
]


@pytest.mark.parametrize(("sentence", "words", "fields", "interval"), OWN_NEWS, ids=[row[1] for row in OWN_NEWS])
def test_a_page_with_news_of_its_own_days_is_of_the_year_after_the_latest_day(sentence, words, fields, interval):
    article = Article("a", f"Rahna fell on 5 June 2013. {sentence}").when("on 5 June 2013", value="2013-06-05")
    assert dates(article.when(words, **fields))["a"].interval == interval


def test_a_day_since_which_something_goes_on_is_no_news():
    article = Article("a", "Rahna has been empty since 5 June 2013. Troops came on Monday.").when("on Monday")
    article.when("since 5 June 2013", value="2013-06-05", extent="since")
    assert dates(article)["a"].interval is None


def test_a_dated_document_of_other_places_dates_no_page():
    other = (
        Article("dated", "Shells hit Selba.")
        .clue("stated", "2013-06-05")
        .where("Selba")
        .claim("hit Selba", at=["Selba"])
    )
    page = Article("page", "Shells hit Rahna.").where("Rahna").claim("hit Rahna", at=["Rahna"])
    assert dates(other, page)["page"].interval is None
    near = Article("near", "Shells hit Selba again.").where("Selba").claim("hit Selba", at=["Selba"])
    assert dates(other, near)["near"].interval == ("2013-03-06", "2013-09-04")


YEARS = {"unit": "year", "kind": TimexKind.DURATION, "extent": "during"}
# How long something has gone on, and the days that a war begun in March 2011 then leaves the page.
ELAPSED = [
    ("three-year war", YEARS | {"amount": -3}, ("2013-09-01", "2015-03-31")),
    ("third year", {"unit": "year", "amount": 3, "rule": "mentions.ordinal", "anchor": "event"}, ("2013-03-01", "2014-03-31")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "fields", "interval"), ELAPSED, ids=[row[0] for row in ELAPSED])
def test_a_beginning_and_the_years_since_then_bound_a_page(words, fields, interval):
    article = Article("a", f"The war broke out in March 2011. Few expected a {words}.")
    found = dates(article.when("in March 2011", value="2011-03").when(words, **fields))["a"]
    assert (found.published, found.interval) == (None, interval)
    assert {e.quote for e in found.derived.evidence} == {"in March 2011", words}


def test_later_dates_cut_the_years_since_a_beginning():
    article = Article("a", "The war broke out in March 2011. In June 2014 the three-year war took a turn.")
    article.when("in March 2011", value="2011-03").when("In June 2014", value="2014-06")
    assert dates(article.when("three-year war", **YEARS, amount=-3))["a"].interval == ("2014-06-01", "2015-03-31")


def test_two_beginnings_leave_the_years_since_then_open():
    article = Article("a", "The war broke out in March 2011. The siege began in May 2012. It is a three-year war.")
    article.when("in March 2011", value="2011-03").when("in May 2012", value="2012-05")
    assert dates(article.when("three-year war", **YEARS, amount=-3))["a"].interval is None


def test_a_date_to_come_bounds_nothing():
    article = Article("a", "Voters go to the polls in June 2030.").when(
        "in June 2030", value="2030-06", direction="future"
    )
    assert dates(article)["a"].interval is None


def captioned(text="A tank in Rahna on April 14, 2014. Troops advanced on Wednesday."):
    article = Article("a", text, captions=("A tank in Rahna on April 14, 2014",))
    return article.clue("caption", "2014-04-14", "April 14, 2014").when("on Wednesday")


def test_news_of_wednesday_under_a_dated_picture_is_of_the_first_wednesday_after_it():
    found = dates(captioned())["a"]
    assert (found.published, found.interval) == ("2014-04-16", ("2014-04-16", "2014-04-17"))


def test_a_dated_picture_without_a_weekday_gives_no_day():
    article = Article("a", "A tank in Rahna on April 14, 2014.").clue("caption", "2014-04-14", "April 14, 2014")
    assert (dates(article)["a"].published, dates(article)["a"].interval[0]) == (None, "2014-04-14")


def test_an_old_picture_under_later_dates_gives_no_day():
    article = captioned(
        "A tank in Rahna on April 14, 2014. Troops advanced on Wednesday. The truce of May 2015 is over."
    )
    article.when("of May 2015", value="2015-05")
    assert dates(article)["a"].published is None


def test_two_weekdays_close_to_each_other_leave_the_day_open():
    article = captioned("A tank in Rahna on April 14, 2014. Troops advanced on Wednesday. They left on Thursday.")
    assert dates(article.when("on Thursday"))["a"].published is None


def test_the_year_of_a_dateline_is_the_one_whose_weekday_fits():
    article = Article("a", "RAHNA, Nov 18 - Jets struck on Sunday. The first war was in 2009.")
    article.clue("dateline", "XXXX-11-18", "Nov 18").when("on Sunday").when("in 2009", value="2009")
    assert dates(article)["a"].published is None
    article.text = article.text.replace("2009", "2011")
    article.timexes[-1] = Article("b", article.text).when("in 2011", value="2011").timexes[0]
    assert dates(article)["a"].published == "2012-11-18"


def mosque(document="dated", day="2013-07-31"):
    article = Article(document, "The army took the Noori Al-Oshied shrine on Saturday.").clue("stated", day)
    article.where("Noori Al-Oshied shrine").when("on Saturday")
    return article.claim("took the Noori Al-Oshied shrine", "control_change", ["Noori Al-Oshied shrine"], "on Saturday")


def takeover(weekday="on Monday"):
    article = Article(
        "undated",
        f"The state said {weekday} that Rahna fell. This comes two days after troops seized the Nuri al-Oshid shrine.",
    )
    article.when(weekday).where("Nuri al-Oshid shrine").when("two days after", "seized", unit="day", amount=2)
    return article.claim("seized the Nuri al-Oshid shrine", "control_change", ["Nuri al-Oshid shrine"])


def test_an_event_that_a_dated_document_tells_the_day_of_dates_an_undated_one():
    found = dates(takeover(), mosque())["undated"]
    assert (found.published, found.interval, found.depends_on) == (
        "2013-07-29",
        ("2013-07-29", "2013-07-30"),
        ("dated",),
    )
    assert [d.rule for d in found.derived.inputs] == ["dating.event"]
    assert found.derived.inputs[0].inputs[0].rule == "dating.stated"


def test_a_weekday_that_does_not_fit_leaves_the_day_open():
    assert dates(takeover("on Tuesday"), mosque())["undated"].published is None


def test_documents_that_tell_two_days_of_one_event_leave_it_open():
    found = dates(takeover(), mosque(), mosque("other", "2013-07-24"))["undated"]
    assert (found.published, found.basis) == (None, PublicationBasis.INFERRED)


def test_documents_that_need_the_day_of_one_another_stay_open():
    other = takeover()
    other.id = "second"
    found = dates(takeover(), other)
    assert [found[name].published for name in ("undated", "second")] == [None, None]


def fighting(document, weekday="on Monday", words="Troops"):
    article = Article(document, f"{words} entered Rahna {weekday}. Shells fell on Selba and the road was cut.")
    article.where("Rahna").where("Selba").when(weekday)
    article.claim(f"{words} entered Rahna", "advance", ["Rahna"], weekday).claim(
        "Shells fell on Selba", "shelling", ["Selba"]
    )
    return article.claim("the road was cut", "siege", ["Selba"])


def test_the_same_news_on_the_same_weekday_dates_an_undated_document():
    found = dates(fighting("undated", words="Soldiers"), fighting("dated").clue("stated", "2019-03-11"))["undated"]
    assert (found.published, found.depends_on) == ("2019-03-11", ("dated",))


def test_the_same_news_in_two_weeks_leaves_the_day_open():
    dated = [fighting("one").clue("stated", "2019-03-11"), fighting("two").clue("stated", "2019-04-15")]
    found = dates(fighting("undated"), *dated)["undated"]
    assert (found.published, found.interval) == (None, ("2019-03-04", "2019-05-16"))


def test_a_day_within_half_a_year_does_not_part_a_page_from_the_case_it_shares_places_with():
    article = Article("undated", "Nobody in Rahna forgets October 8.").where("Rahna")
    article.when("October 8", month=10, day=8)
    found = dates(article, fighting("dated").clue("stated", "2019-03-11"))["undated"]
    assert (found.published, found.interval) == (None, ("2018-12-10", "2019-06-10"))


def test_a_page_that_names_days_far_from_the_case_gets_nothing_from_it():
    article = fighting("undated")
    article.text += " The war began on July 8."
    article.when("on July 8", month=7, day=8)
    found = dates(article, fighting("dated").clue("stated", "2019-03-11"))["undated"]
    assert (found.published, found.interval) == (None, None)


def test_a_judgement_overrules_the_page():
    found = dates(mosque(), judgements=[set_date("dated", "2013-08-01")])["dated"]
    assert (found.published, found.basis, found.derived.note) == (
        "2013-08-01",
        PublicationBasis.USER,
        "Ana: seen on the page",
    )


def test_a_judgement_taken_back_does_not_count():
    lines = [set_date("dated", "2013-08-01"), judge("undo", "2", undoes="1")]
    assert dates(mosque(), judgements=lines)["dated"].published == "2013-07-31"


def test_two_peoples_contradicting_dates_leave_the_pages_own():
    lines = [set_date("dated", "2013-08-01"), set_date("dated", "2013-08-02", "2", "Ben")]
    assert dates(mosque(), judgements=lines)["dated"].published == "2013-07-31"
    third = set_date("dated", "2013-08-02", "3", "Eve")
    assert dates(mosque(), judgements=[*lines, third])["dated"].published == "2013-08-02"


def test_a_judged_day_dates_other_documents():
    source = mosque()
    source.clues = ()
    assert dates(takeover(), source, judgements=[set_date("dated", "2013-07-31")])["undated"].published == "2013-07-29"


def test_the_order_of_documents_changes_no_date():
    articles = [takeover(), mosque(), fighting("x").clue("stated", "2013-07-30"), fighting("y"), captioned()]
    results = [dates(*order) for order in permutations(articles)]
    assert all(result == results[0] for result in results)


def test_an_interval_holds_the_day_and_no_interval_is_longer_than_a_leap_year():
    articles = [
        takeover(),
        mosque(),
        fighting("y"),
        captioned(),
        Article("z", "In 2012 it began.").when("In 2012", value="2012"),
    ]
    found = dates(*articles).values()
    assert {bool(one.published) for one in found} == {True, False}
    assert [one for one in found if one.published and not one.interval[0] <= one.published <= one.interval[1]] == []
    ends = [
        (date.fromisoformat(first), date.fromisoformat(last))
        for first, last in (f.interval for f in found if f.interval)
    ]
    lengths = [(last - first).days for first, last in ends]
    assert 0 <= min(lengths) <= max(lengths) <= 366


@given(
    st.lists(
        st.tuples(st.sampled_from(["stated", "metadata", "user", "url", "dateline", "caption"]), CLUE_VALUES),
        max_size=4,
    ),
    st.booleans(),
)
def test_no_clue_stops_the_dating(clues, has_neighbour):
    article = fighting("a")
    for kind, value in clues:
        article.clue(kind, value)
    others = [fighting("b").clue("stated", "2019-03-11")] if has_neighbour else []
    found = dates(article, *others)["a"]
    assert found.published is None or found.interval[0] <= found.published <= found.interval[1]


def test_every_reason_can_be_read():
    articles = [takeover(), mosque(), fighting("x").clue("stated", "2013-07-30"), fighting("y"), captioned()]
    waiting = [found.derived for found in dates(*articles).values() if found.derived]
    assert len(waiting) == len(articles)
    while waiting:
        derived = waiting.pop()
        assert reason(derived.rule)
        waiting.extend(derived.inputs)
