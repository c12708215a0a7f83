import re

import pytest
from bridge import make_record

from sayso.outputs.method_pages import write_method
from sayso.outputs.methodology import Run, describe_method

RUN = Run(
    sayso="1.2.3",
    media={"text/plain": 2},
    obtained=("2024-05-02", "2024-05-03"),
    removed=1,
    refused=3,
    sides={"government": "declared party"},
    cleared={"names": 2},
)
POINTS = (
    "What is recorded", "Types of sources", "Collection", "Reading", "Evaluation of sources and information", "Corroboration",
    "Disagreement", "Quality control", "Protection of people", "What was not read, and what is not known",
)  # fmt: skip
TOLD = (
    "1.2.3", "between 2024-05-02 and 2024-05-03", "1 were taken out", "3 could not be taken in", "declared party",
    "reviewed 0 of 2 claims", "3 sentences were read", "times that names left by such a release: 2", "problem at the stage intake: 1",
    "monitors that publish what they collect", "the titles of reports", "described by origin, home", "the exact day or number",
)  # fmt: skip


def test_the_method_is_told_point_by_point():
    assert tuple(section.title for section in describe_method(make_record(), RUN)) == POINTS


@pytest.mark.parametrize("words", TOLD)
def test_the_page_tells_what_the_run_did(words):
    assert words in write_method(describe_method(make_record(), RUN), "The bridge", "md")


def test_the_page_stands_alone_in_html_and_escapes_what_it_shows():
    page = write_method(describe_method(make_record(), RUN), "<b>The bridge", "html")
    assert page.startswith("<!doctype html>")
    assert "&lt;b&gt;The bridge" in page
    assert not re.search(
        r"https?:|//|url\(|@import|<(?:link|script|img|iframe|object|embed|base|form)\b|\bsrc\s*=|\bhref\s*=", page
    )


@pytest.mark.parametrize(
    ("fetched", "told"),
    [
        (0, "People handed the reports in between 2024-05-02 and 2024-05-03."),
        (2, "All reports were fetched from the web between 2024-05-02 and 2024-05-03."),
        (1, "People handed in one report, and one was fetched from the web, between 2024-05-02 and 2024-05-03."),
    ],
)
def test_it_tells_which_reports_were_fetched_from_the_web(fetched, told):
    run = Run(sayso="1", obtained=("2024-05-02", "2024-05-03"), fetched=fetched)
    (collection,) = [part for part in describe_method(make_record(), run) if part.title == "Collection"]
    assert collection.says[0].startswith(told)
