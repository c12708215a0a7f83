from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.intake.articles import LEAD, MORE, describe, pieces

ABOVE = [
    ("Africa\n\nDam breaks above Arva", [("Africa", "section label")]),
    ("Home | World | Sport\n\nDam breaks above Arva", [("Home | World | Sport", "menu")]),
    ("Home > World > Analysis\nDam breaks above Arva", [("Home > World > Analysis", "menu")]),
    ("The Arva Post\n\nDam breaks above Arva", [("The Arva Post", "masthead")]),
    ("The Hill Herald\n\nDam breaks above Arva", [("The Hill Herald", "masthead")]),
    (
        "Radio Dorn\nThe voice of the valleys\n\nDam breaks above Arva",
        [("Radio Dorn", "masthead"), ("The voice of the valleys", "site slogan")],
    ),
    ("Dam breaks above Arva | The Arva Post", [("| The Arva Post", "site title")]),
    ("Dam breaks above Arva - ARVA POST Archive", [("- ARVA POST Archive", "site title")]),
    ("World News Opinion | Arva Post\n\nDam breaks above Arva", [("World News Opinion | Arva Post", "site title")]),
    ("Dam breaks above Arva - Ministry", []),
    ("Dam breaks above Arva\n\nBy Ada Lovel and Sami Deru", [("By Ada Lovel and Sami Deru", "byline")]),
    ("Dam breaks above Arva\n\nAda Lovel", [("Ada Lovel", "byline")]),
    ("Dam breaks above Arva\n\nReuters", [("Reuters", "byline")]),
    ("Dam breaks above Arva\n\nTuesday, 4 March 2014", [("Tuesday, 4 March 2014", "date line")]),
    (
        "Dam breaks above Arva\nPublished: 4 March 2014, 07:15 GMT",
        [("Published: 4 March 2014, 07:15 GMT", "date line")],
    ),
    ("5 min read\n\nDam breaks above Arva", [("5 min read", "reading time")]),
    ("Dam breaks above Arva\n\nDam breaks above Arva", [("Dam breaks above Arva", "repeated headline")]),
    (
        "Dam breaks above Arva\n\n4 March 2014 By Ada Lovel ARVA: […]",
        [("4 March 2014 By Ada Lovel ARVA: […]", "cut teaser")],
    ),
    ("Dam breaks above Arva\n\nThe mayor blames the builders of the wall", []),
    ("Dam breaks above Arva\n\nBy nightfall the town was empty", []),
]
BELOW = [
    ("Share this article!", [("Share this article!", "widget")]),
    ("Share   Save   Comments (14)", [("Share   Save   Comments (14)", "menu")]),
    ("5 comments | Log in to join the discussion", [("5 comments | Log in to join the discussion", "menu")]),
    ("You must be logged in before you can write Login", [("You must be logged in before you can write Login", "comment box")]),
    ("Your Name:\nYour Email:", [("Your Name:", "form"), ("Your Email:", "form")]),
    (
        "Please write to us about this article, and follow the link to our site when it does not load for you today.",
        [
            (
                "Please write to us about this article, and follow the link to our site when it does not load for you today.",
                "comment box",
            )
        ],
    ),
    ("© 2014 Radio Dorn", [("© 2014 Radio Dorn", "copyright line")]),
    (
        "Radio Dorn accepts no responsibility for what is said in letters to the editor, nor for their errors.",
        [
            (
                "Radio Dorn accepts no responsibility for what is said in letters to the editor, nor for their errors.",
                "disclaimer",
            )
        ],
    ),
    ("Read also\nWheat prices fall\nBridge opens in Dorn", [
        ("Read also", "feeder list"), ("Wheat prices fall", "feeder list"), ("Bridge opens in Dorn", "feeder list"),
    ]),
    ("CBS News\n\nAl Jazeera", [("CBS News", "source list"), ("Al Jazeera", "source list")]),
    ("(Reporting by Ada Lovel; editing by Sami Deru)", [("(Reporting by Ada Lovel; editing by Sami Deru)", "credits")]),
    ("“We read every letter you send to this page,” the mayor of Arva told a crowd at the bridge on Monday evening.", []),
]  # fmt: skip
INSIDE = [
    (f"{LEAD} (Reporting by Ada Lovel; editing by Sami Deru)", [("(Reporting by Ada Lovel; editing by Sami Deru)", "credits")]),
    (f"{LEAD}AB/CDE/FG", [("AB/CDE/FG", "initials of editors")]),
    (f"{LEAD} Source RadioDorn and agencies", [("Source RadioDorn and agencies", "source list")]),
    ("The dam was never whole, as seen here. The mayor of Arva denied it on Monday evening.", [(", as seen here", "link text")]),
    (f"The dam breaks above Arva - YouTube\n\n{LEAD}", [("- YouTube", "link text")]),
    (f"arva{LEAD}\n\nWater is everywhere. {MORE}", [("arva", "picture text")]),
    (f"Ada Lovel has the latest from the town of Arva. {LEAD}", [("Ada Lovel has the latest from the town of Arva.", "video teaser")]),
    ("Residents said they had seen reports from Arva. The mayor of the town denied it on Monday evening.", []),
    (f"{LEAD}\n\nADVERTISEMENT\n\n{MORE}", [("ADVERTISEMENT", "advertisement")]),
    (f"{LEAD}\n\nArva Map March 4, 2014\n\n{MORE}", [("Arva Map March 4, 2014", "picture label")]),
    (f"{LEAD}\n\nThe mayor\n\n{MORE}", []),
    (f"{LEAD}\n\nThe Arva Clock Tower\n\nThe Arva Clock Tower stands in water. {MORE}", [("The Arva Clock Tower", "picture title")]),
    (f"{LEAD}\n\nArmy denies it\n\n{MORE}", []),
    (f"{LEAD} She called it...\n\n{MORE} He said...", [("She called it...", "cut teaser"), ("He said...", "cut teaser")]),
    (f"{LEAD} She called it...\n\n{MORE}\n\n{LEAD}", []),
]  # fmt: skip


@pytest.mark.parametrize(("head", "furniture"), ABOVE)
def test_lines_above_the_article_are_marked_and_headlines_are_not(head, furniture):
    assert pieces(f"{head}\n\n{LEAD}\n\n{MORE}\n") == furniture


@pytest.mark.parametrize(("tail", "furniture"), BELOW)
def test_lines_below_the_article_are_marked_and_its_sentences_are_not(tail, furniture):
    assert pieces(f"Dam breaks above Arva\n\n{LEAD}\n\n{MORE}\n\n{tail}\n") == furniture


@pytest.mark.parametrize(("text", "furniture"), INSIDE)
def test_furniture_inside_the_article_is_marked(text, furniture):
    assert [piece for piece in pieces(text) if piece[1] != "masthead"] == furniture


def test_a_date_and_a_writer_glued_before_the_article_are_marked():
    text = f"Posted on April 4 2014 by Arva Post Online Dam breaks above Arva {LEAD} {MORE} {LEAD} {MORE}"
    assert pieces(text) == [("Posted on April 4 2014 by Arva Post Online", "date line")]


def test_an_agency_glued_between_headline_and_article_is_marked():
    text = f"4 April 2014 Dam breaks above Arva Reuters {LEAD} {MORE} {LEAD} {MORE}"
    assert pieces(text) == [("4 April 2014", "date line"), ("Reuters", "byline")]


def test_what_a_publisher_says_of_itself_at_the_end_is_marked():
    own = "The Arva Post is a daily newspaper. It was founded in 1921."
    text = f"{LEAD} {MORE} {LEAD} {MORE} {own}"
    assert pieces(text) == [(own, "imprint")]


def test_a_text_of_short_lines_only_loses_none():
    assert pieces("Dam breaks\nBridge gone\nMayor silent\n") == []


PARTS = st.sampled_from([LEAD, MORE, "Share this", "By Ada Lovel", "4 March 2014", "(Reuters)", "سقطت المدينة", "🙂🙂", "\r\n", "\n\n",
                         "[…]", "Photo: ", "© Radio Dorn", "ARVA (AFP) -", "- YouTube", "Read also", "|", ". "])  # fmt: skip


@given(st.lists(PARTS | st.text(max_size=12), max_size=12).map(" ".join))
@example(f"Photo: a bridge\n\n{LEAD}\n\nShare this\n\n© Radio Dorn")
def test_every_span_lies_in_the_text_and_furniture_never_overlaps(text):
    document = describe(text)
    spans = [piece.span for piece in document.furniture]
    assert spans or "\n\nShare this\n\n" not in text
    assert all(0 <= span.start < span.end <= len(text) for span in (*spans, *document.captions))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.read(text).strip() == span.read(text) for span in spans)
    assert document.title_span is None or document.title_span.read(text) == document.title
    assert document.text == text
