"""Is a report dated, read to its end, pasted and taken in from a page?"""

import pytest
from web.conftest import Browser
from web.judged import document_named

from sayso.web import Desk


def test_a_day_that_is_set_dates_the_report(desk: Desk, window: Browser):
    document = document_named(desk, "undated.txt")
    assert "without a day" in window.page("/problems")
    window.judge("date", document=document, day="2021-05-03")
    assert desk.look().dates[document].published == "2021-05-03"
    assert "3 May 2021" in window.page(f"/document/{document}")


@pytest.mark.parametrize("day", ["yesterday", "2021-13-01", "9999-01-01", ""])
def test_a_day_that_is_none_is_refused(desk: Desk, window: Browser, day: str):
    answer = window.post("/judge", action="date", document=document_named(desk, "undated.txt"), day=day)
    assert answer.status_code == 400


def test_a_document_is_read_to_the_end_by_somebody(desk: Desk, window: Browser):
    document = document_named(desk, "army.txt")
    window.judge("read", document=document, author="Bea")
    assert "read to the end by <bdi>Bea</bdi>" in window.page(f"/document/{document}")


def test_an_article_is_pasted_in_and_read(window: Browser):
    text = "The army shelled the town of Dunmore on 6 May 2021, residents said.\n"
    answer = window.post("/documents", text=text, title="Dunmore shelled", outlet="Coast Post", published="2021-05-07")
    assert answer.headers["location"] == "/documents"
    page = window.page("/documents")
    assert "Dunmore shelled" in page
    assert "Coast Post" in page
    assert "shelled the town" in window.page("/claims?place=Dunmore")


def test_files_are_taken_in_under_their_own_names(window: Browser):
    files = [
        (
            "file",
            ("../../../evil.txt", b"Evil Post\n\n6 May 2021\n\nRebels captured Dunmore, police said.\n", "text/plain"),
        )
    ]
    assert window.post("/documents", files=files).status_code == 303
    page = window.page("/documents")
    assert "evil.txt" in page
    assert "../" not in page


def test_an_article_without_words_is_refused(window: Browser):
    answer = window.post("/documents", text="  ")
    assert answer.status_code == 400
    assert "paste its text" in answer.text
