"""Is a record frozen from the page, and is it told what has changed since, and why?"""

import re
from dataclasses import replace

import pytest
from web.conftest import ARTICLES, Browser, build, open_browser

from sayso.web import Desk
from sayso.web.snapshots import Snapshot


def freeze(window: Browser, name: str):
    return window.post("/freeze", name=name, back="/changes", author="Ana")


def a_claim(window: Browser, words: str) -> str:
    page = window.page("/claims")
    item = next(part for part in page.split("<article")[1:] if words in part)
    return re.search(r'data-claim="(\w+)"', item)[1]


def test_without_a_release_a_day_is_asked_for(browser: Browser):
    page = browser.page("/changes")
    assert "Choose a day" in page
    assert "Nothing was frozen yet" in page


def test_without_a_release_the_last_reports_that_were_taken_in_are_told(folder, monkeypatch):
    desk = Desk(folder)
    record = desk.look().record
    held = [f"2021-05-0{1 + number}T08:00:00+00:00" for number in range(len(record.documents))]
    monkeypatch.setattr(desk, "_snapshot", Snapshot(replace(record, held=tuple(held))))
    page = open_browser(desk).page("/changes")
    assert "Since the end of 2 May 2021" in page
    assert "Choose a day" not in page


def test_a_record_is_frozen_and_later_ones_are_held_against_it(window: Browser):
    assert freeze(window, "first").status_code == 303
    page = window.page("/changes")
    assert "Nothing has changed" in page
    assert re.search(r"<bdi>first</bdi>.*by <bdi>Ana</bdi>", page)
    window.judge("reject", claim=a_claim(window, "Shells fell"))
    page = window.page("/changes")
    assert 'class="change-how ch-gone">gone' in page
    assert "<b>our judgement</b>" in page
    assert "Shells fell" in page
    assert "not in the record any more" in page


def test_two_releases_are_compared(window: Browser):
    freeze(window, "first")
    window.judge("reject", claim=a_claim(window, "Shells fell"))
    freeze(window, "second")
    assert "/changes?from=first&amp;to=second" in window.page("/changes")
    assert "ch-gone" in window.page("/changes?from=first&to=second")
    assert "Nothing has changed" in window.page("/changes?from=second")


@pytest.mark.parametrize(("name", "told"), [("first", "already"), ("../x", "cannot name"), ("", "cannot name")])
def test_a_name_that_is_none_or_taken_is_told(window: Browser, name: str, told: str):
    freeze(window, "first")
    answer = freeze(window, name)
    assert answer.status_code == 400
    assert told in answer.text


def test_all_is_new_since_a_day_before_the_case(browser: Browser):
    page = browser.page("/changes?since=2001")
    assert set(re.findall(r"change-how ch-(\w+)", page)) == {"new"}
    assert "a new report" in page
    assert "ch-new" not in browser.page("/changes?since=2001&change=gone")


@pytest.mark.parametrize("address", ["/changes?since=yesterday", "/changes?from=nothing", "/changes?since=2001&from=x"])
def test_what_cannot_be_compared_is_told_in_words(browser: Browser, address: str):
    answer = browser.get(address)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_changes_are_worked_out_once_and_anew_after_a_judgement(window: Browser, desk: Desk):
    window.page("/changes?since=2001")
    first = desk.compare(since="2001")
    assert desk.compare(since="2001") is first
    window.judge("reject", claim=a_claim(window, "Shells fell"))
    assert len(desk.compare(since="2001")) < len(first)


def test_a_hostile_name_of_a_case_stays_words(tmp_path):
    browser = open_browser(Desk(build(tmp_path, ARTICLES)))
    assert freeze(browser, "<script>alert(1)</script>").status_code == 400
