import pytest
from hand_read import Article

from sayso.dating import date_documents, find_date_problems


def problems(*articles):
    readings = [article.reading for article in articles]
    return [problem.reason for problem in find_date_problems(readings, date_documents(readings, ()))]


@pytest.mark.parametrize("written", ["2012-02-31", "0000-01-01", "99999-01-01", "next week"])
def test_a_given_date_that_cannot_be_read_is_told(written):
    article = Article("a", f"{written}. A bridge fell.").clue("metadata", "", written)
    (reason,) = problems(article)
    assert reason.startswith(f"gives a date that cannot be read: '{written}'")


def test_a_day_that_the_calendar_does_not_have_is_told_where_it_stands():
    article = Article("a", "A bridge fell on 31 February 2012.").clue("stated", "2012-03-01")
    article.when("on 31 February 2012", rule="mentions.impossible_date", anchor="none", is_vague=True)
    (problem,) = find_date_problems([article.reading], date_documents([article.reading], ()))
    assert problem.span == article.span("on 31 February 2012")
    assert "the calendar does not have" in problem.reason


def test_days_of_one_page_that_contradict_each_other_are_told_and_the_first_is_taken():
    article = Article("a", "A bridge fell.").clue("stated", "2012-03-01").clue("url", "2012-04-01")
    (reason,) = problems(article)
    assert reason.startswith("gives several days: 2012-03-01 is taken, 2012-04-01 stand beside it")


def test_a_page_with_one_day_gives_no_problem():
    assert problems(Article("a", "A bridge fell.").clue("stated", "2012-03-01"), Article("b", "A dam broke.")) == []


def test_a_month_and_a_day_without_its_year_are_no_problem():
    article = Article("a", "RAHNA, Nov 18 - A bridge fell.").clue("dateline", "XXXX-11-18", "Nov 18")
    assert problems(article.clue("stated", "2012-11")) == []
