"""Is what a claim says accepted, edited, rejected, added and taken back from a page?"""

import re
from pathlib import Path

import pytest
from web.conftest import Browser
from web.judged import claim_with, document_named, lines, read

from sayso.model.kinds import JudgementKind
from sayso.web import Desk
from sayso.web.drafting import read_alone


def test_a_claim_that_is_accepted_is_reviewed_at_once(desk: Desk, window: Browser, folder: Path):
    claim = claim_with(desk, "whole village")
    answer = window.judge(
        "accept", claim=claim, author="Bea", reason="checked", back=f"/claims?place=Harwick#c-{claim}"
    )
    (line,) = lines(folder)
    assert (line.kind, line.author, line.reason, line.claim) == (JudgementKind.ACCEPT, "Bea", "checked", claim)
    assert answer.headers["location"] == f"/claims?place=Harwick&done={line.id}#c-{claim}"
    page = window.page(answer.headers["location"])
    assert "accepted by Bea" in page
    assert "Undo" in page


def test_a_rejected_claim_is_out_and_comes_back_when_that_is_undone(desk: Desk, window: Browser, folder: Path):
    claim = claim_with(desk, "Shells fell")
    window.judge("reject", claim=claim)
    assert claim not in desk.look().claims
    assert "Shells fell" not in window.page("/claims?place=Dunmore")
    assert "Not in the record" in window.page(f"/claim/{claim}")
    window.judge("undo", judgement=lines(folder)[0].id)
    assert claim in desk.look().claims
    assert [line.kind for line in lines(folder)] == [JudgementKind.REJECT, JudgementKind.UNDO]


def test_the_last_own_judgement_is_the_one_undone(desk: Desk, window: Browser, folder: Path):
    for author, words in (("Ana", "Shells fell"), ("Ana", "whole village"), ("Bea", "most of")):
        window.judge("accept", claim=claim_with(desk, words), author=author)
    window.judge("undo", judgement="last", author="Ana")
    assert lines(folder)[-1].undoes == lines(folder)[1].id


def test_an_edit_holds_what_was_changed_and_nothing_else(desk: Desk, window: Browser, folder: Path):
    claim = claim_with(desk, "Shells fell")
    page = window.page(f"/claim/{claim}")
    assert re.search(r'<option value="shelling" selected>', page)
    fields = {
        "voice": "residents",
        "kind": "shelling",
        "stance": "asserts",
        "agent": "the army",
        "target": "",
        "place": "Harwick",
        "time": "",
    }
    now = desk.look().claims[claim]
    fields["time"] = now.period.edtf or ""
    window.judge("edit", claim=claim, **fields)
    assert lines(folder)[0].fields == {"agent": "the army", "place": "Harwick"}
    page = window.page(f"/claim/{claim}")
    assert "Machine and person" in page
    assert "Dunmore" in page


def test_a_number_that_was_misread_is_set_right_and_the_ledger_follows(desk: Desk, window: Browser, folder: Path):
    claim = claim_with(desk, "12 people were killed")
    page = window.page(f"/claim/{claim}")
    assert 'name="figures" value="fatalities at least 12 of people' in page
    window.judge("edit", claim=claim, figures="fatalities 14 to 16 of civilians")
    assert lines(folder)[0].fields == {"figures": "fatalities 14 to 16 of civilians"}
    assert "14 to 16" in window.page("/figures")
    answer = window.post("/judge", action="edit", claim=claim, figures="a dozen or so")
    assert answer.status_code == 400
    assert "fatalities 12 of civilians" in answer.text


def test_who_holds_how_much_of_a_place_is_set_right_and_the_strips_follow(desk: Desk, window: Browser):
    claim = claim_with(desk, "whole village")
    assert 'name="extent" value="whole"' in window.page(f"/claim/{claim}")
    window.judge("edit", claim=claim, extent="80%", holder="rebels")
    assert "rebels holds 80% of it" in window.page("/control?place=Harwick")
    assert window.post("/judge", action="edit", claim=claim, extent="a lot").status_code == 400
    window.judge("edit", claim=claim, hold="besieged")
    assert desk.look().claims[claim].claim.control.hold.value == "besieged"
    window.judge("edit", claim=claim, extent="")
    assert desk.look().claims[claim].claim.control is None


def test_an_edit_that_changes_nothing_is_refused(desk: Desk, window: Browser, folder: Path):
    claim = claim_with(desk, "Shells fell")
    answer = window.post("/judge", action="edit", claim=claim, kind="shelling")
    assert answer.status_code == 400
    assert "nothing was changed" in answer.text
    assert not lines(folder)


def test_a_claim_is_added_from_words_of_the_text(desk: Desk, window: Browser, folder: Path):
    document = document_named(desk, "army.txt")
    page = window.page(f"/document/{document}/add?quote=after two weeks of fighting")
    start, end = (re.search(rf'name="{name}" value="(\d+)"', page)[1] for name in ("start", "end"))
    assert re.search(r'name="place" value="Harwick"', page)
    window.judge("add", document=document, start=start, end=end, kind="clash", place="Harwick", voice="the army")
    (line,) = lines(folder)
    assert line.quote == "after two weeks of fighting"
    assert "after two weeks of fighting" in window.page("/claims?kind=clash")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Rebels shelled the town", "shelling"),
        ("Nine people were killed", "toll"),
        ("the weather", None),
        ("x" * 9000, None),
    ],
)
def test_a_draft_is_what_the_machine_reads_in_the_words_alone(desk: Desk, words: str, kind: str | None):
    assert read_alone(words, desk).get("kind") == kind


@pytest.mark.parametrize(
    "fields",
    [
        {"start": "0", "end": "0"},
        {"start": "5", "end": "99999"},
        {"start": "-1", "end": "4"},
        {"start": "x", "end": "4"},
        {"start": "0", "end": "4", "kind": ""},
        {"start": "0", "end": "4", "kind": "wedding"},
        {"start": "0", "end": "4", "kind": "clash", "time": "soon"},
    ],
)
def test_a_claim_that_cannot_be_added_is_refused_in_words(
    desk: Desk, window: Browser, folder: Path, fields: dict[str, str]
):
    answer = window.post(
        "/judge", action="add", document=document_named(desk, "army.txt"), **{"kind": "clash", **fields}
    )
    assert answer.status_code == 400
    assert not lines(folder)


def test_many_claims_are_accepted_at_once_and_undone_at_once(desk: Desk, window: Browser):
    claims = list(desk.look().claims)[:4]
    answer = window.judge("accept", claim=claims)
    assert sum(one.reviewed is not None for one in desk.look().record.claims) == 4
    done = answer.headers["location"].partition("done=")[2].split(",")
    window.judge("undo", judgement=done)
    assert not any(one.reviewed for one in desk.look().record.claims)


def test_one_that_cannot_be_decided_leaves_the_others_undecided_too(desk: Desk, window: Browser, folder: Path):
    claims = [claim_with(desk, "Shells fell"), "no-such-claim"]
    assert window.post("/judge", action="accept", claim=claims).status_code == 404
    assert not lines(folder)


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "accept"},
        {"action": "erase"},
        {"action": "undo"},
        {"action": "merge", "what": "voice", "name": "a"},
        {},
    ],
)
def test_a_form_that_decides_nothing_is_refused(window: Browser, folder: Path, fields: dict[str, str]):
    assert window.post("/judge", **fields).status_code == 400
    assert not lines(folder)


def test_a_footnote_says_that_nobody_has_reviewed_its_claim_until_somebody_has(desk: Desk, window: Browser):
    claim = claim_with(desk, "most of the village")
    assert "unreviewed machine reading" in find_footnote(window.page(f"/claim/{claim}"))
    window.judge("accept", claim=claim)
    assert "unreviewed" not in find_footnote(window.page(f"/claim/{claim}"))


def find_footnote(page: str) -> str:
    return page.partition('id="footnote">')[2].partition("</p>")[0]


def test_a_second_edit_keeps_what_the_first_one_set(desk: Desk, window: Browser):
    claim = claim_with(desk, "Shells fell")
    window.judge("edit", claim=claim, place="Harwick")
    window.judge("edit", claim=claim, agent="the army")
    window.judge("accept", claim=claim)
    assert read(desk, claim) == ("Harwick", ("the army",))
    for _ in range(2):
        window.judge("undo", judgement="last")
    assert read(desk, claim) == ("Harwick", ())
