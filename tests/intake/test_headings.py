import pytest

from tests.intake.articles import LEAD, MORE, describe

TITLE = "Dam breaks above the town of Arva"
DAY = "2014-03-04"
STATED = """
Tuesday 4 March 2014, 17:25 | Second version 21:10
Tuesday the 4th of March 2014
Tue 4 Mar 2014 17.25 GMT
Mar. 4, 2014, 5:25 p.m. ET
Mar 4, 2014 5:25 PM EST
March 4 2014, 12:01am, The Arva Post
4.3.2014, 17:25 Uhr
2014-03-04T17:25:33+02:00
4-Mar-2014
4-Mar-14 17:25
4 Mar '14
MARCH 4, 2014
Tue, 4 Mar 2014 17:25:33 +0200
17:25, 4 March 2014
5:25 p.m. Tuesday, March 4, 2014
[4 March 2014]
Published Tue, Mar 4 2014 5:25 PM EST | Updated Wed, Mar 5 2014 8:12 AM EST
PUBLISHED : 4 MAR 2014 AT 17:25
First published: 4 March 2014 - Last updated: 6 March 2014
4 March 2014 (updated 5 March 2014)
Updated 5:25 PM ET, Tue March 4, 2014
Updated on: March 4, 2014 / 5:25 PM / Arva News
Article published on 4 March 2014
This article is more than 3 years old. Tue 4 Mar 2014 17.25 GMT
Filed: 4 March 2014, 17:25
Release date: 4 March 2014
Dated: 4 March 2014
Online since 4 March 2014
Posted on March 4, 2014 by admin
Posted March 4, 2014 in News
Submitted by editor on Tue, 4.3.2014 - 17:25
Posted by Ada Lovel on 4 March 2014 | 3 Comments
March 4, 2014 | 4 min read
Mar 4, 2014 • 4 Min Read • 12 comments
4 March 2014 5 comments
By Ada Lovel | 4 March 2014
By Ada Lovel, 4 March 2014
By Ada Lovel and Sami Deru - March 4, 2014
By ADA LOVEL March 4, 2014
by Ada Lovel on March 4, 2014
Ada Lovel · Mar 4, 2014
March 4, 2014 / Ada Lovel
Press release | 4 March 2014
Press Release No. 214 / 4 March 2014
World | Tuesday, March 4, 2014
4 March 2014 | News | Quillan
Quillan Security Assessment, 4 March 2014
Quillan: Situation Report No. 12 (as of 4 March 2014)
Quillan Flash Update #4, 4 March 2014
Daily Update - 4 March 2014
Statement of 4 March 2014
Situation as at 4 March 2014
As of 18:00, 4 March 2014
Issued at 18:00 Arva time, 4 March 2014
Evening edition, Tuesday 4 March 2014
Issue No. 214 | Tuesday, March 4, 2014
Vol. 12, No. 46 - 4 March 2014
Third version, 4 March 2014, 21:10
Rev. 2, 4 March 2014
The Arva Post - Tuesday, March 4, 2014
Source: The Arva Post, 4 March 2014
Photo essay | 4 March 2014
4 March 2014 | We have stopped updating this page; the newest entry comes first.
4 March 2014, 17:25 · All that we know of the flood so far
""".strip().splitlines()
PLACED = [
    "Quillan City, 4 March 2014",
    "QUILLAN (4 March 2014)",
    "Quillan/Dorn, 4 March 2014",
    "Arva, Quillan – 4 March 2014",
]
NO_DAY_OF_THE_PAGE = [
    "The dam that gave way on 4 March 2014",
    "Who knew what before 4 March 2014?",
    "Arva flood of 4 March 2014",
    "Minister denies report, 4 March 2014",
    "March 2014",
    "4 March",
]


def page_days(text):
    return [(clue.kind, clue.value) for clue in describe(text).clues]


@pytest.mark.parametrize("line", STATED)
def test_a_line_with_the_date_of_the_page_is_read_above_and_below_the_headline(line):
    assert page_days(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}")[0] == ("stated", DAY)
    assert page_days(f"{line}\n\n{TITLE}\n\n{LEAD}\n\n{MORE}")[0] == ("stated", DAY)


@pytest.mark.parametrize("line", PLACED)
def test_a_day_beside_the_name_of_a_place_is_that_of_a_dateline(line):
    kind = "stated" if "/" in line else "dateline"
    assert page_days(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}") == [(kind, DAY)]


@pytest.mark.parametrize("line", NO_DAY_OF_THE_PAGE)
def test_a_line_that_tells_something_gives_no_day_of_the_page(line):
    assert ("stated", DAY) not in page_days(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{MORE}")


def test_a_headline_that_ends_with_a_day_is_not_the_date_of_the_page():
    assert page_days(f"Dam of Arva, 4 March 2014\n\n{LEAD}\n\n{MORE}") == []


def test_a_line_of_dates_counts_before_a_line_with_names():
    text = f"{TITLE}\n\nQuillan City, 1 March 2014\n\n4 March 2014\n\n{LEAD}\n\n{MORE}"
    assert page_days(text) == [("stated", DAY)]
