import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from web.conftest import Browser, open_browser

import sayso
from sayso.case import Leave, Options
from sayso.model.kinds import JudgementKind
from sayso.store import open_folder, read_judgements
from sayso.web import Desk
from sayso.web.drafting import read_alone


def claim_with(desk: Desk, words: str) -> str:
    snapshot = desk.look()
    return next(claim for claim in snapshot.claims if words in snapshot.quote(claim))


def document_named(desk: Desk, file: str) -> str:
    return next(document.id for document in desk.look().record.documents if document.file == file)


def lines(folder: Path):
    return read_judgements(open_folder(folder))


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


def test_two_voices_are_merged_and_split_again(desk: Desk, window: Browser, folder: Path):
    window.judge("merge", what="voice", name=["residents", "activists"], main="residents")
    names = {voice.name for voice in desk.look().voices_by_use}
    assert "residents" in names
    assert "activists" not in names
    window.judge("undo", judgement=lines(folder)[0].id)
    assert {"residents", "activists"} <= {voice.name for voice in desk.look().voices_by_use}


def test_two_places_are_merged(desk: Desk, window: Browser):
    window.judge("merge", what="place", name=["Harwick", "Dunmore"])
    assert [place.name for place in desk.look().places_by_use if place.name in {"Harwick", "Dunmore"}] == ["Harwick"]


def test_a_voice_becomes_a_private_person_and_its_name_is_withheld(
    desk: Desk, window: Browser, folder: Path, tmp_path: Path
):
    voice = next(voice for voice in desk.look().voices_by_use if "doctor" in voice.name)
    window.judge("private", name=list(voice.names) or [voice.name])
    assert desk.look().voices[voice.key].is_private
    assert "private person" in window.page(f"/voice/{voice.key}")
    sayso.open(folder).export("csv", tmp_path / "out", Leave(unreviewed=True))
    assert voice.name not in (tmp_path / "out" / "voices.csv").read_text()


def test_a_document_is_read_to_the_end_by_somebody(desk: Desk, window: Browser):
    document = document_named(desk, "army.txt")
    window.judge("read", document=document, author="Bea")
    assert "read to the end by <bdi>Bea</bdi>" in window.page(f"/document/{document}")


def test_an_assessment_needs_grounds_and_names_its_author(desk: Desk, window: Browser):
    group = desk.look().record.groups[0].id
    assert window.post("/judge", action="assess", group=group).status_code == 400
    window.judge("assess", group=group, reason="two photographs of the square", author="Bea")
    assert "Assessed</b> by <bdi>Bea" in window.page(f"/group/{group}")


def test_claims_are_set_apart_and_origins_merged(desk: Desk, window: Browser):
    groups = sorted(desk.look().record.groups, key=lambda group: -len(group.members))
    window.judge("split", what="group", name=[groups[0].members[0]])
    origins = [origin.id for origin in desk.look().record.origins if origin.group == groups[1].id]
    window.judge("merge", what="group", name=[groups[1].id, groups[2].id])
    assert origins
    assert len(desk.case.judgements()) == 2


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


def test_two_people_who_disagree_are_shown_until_a_third_line_settles_it(desk: Desk, window: Browser):
    claim = claim_with(desk, "Shells fell")
    window.judge("reject", claim=claim, author="Ana", reason="only a quotation")
    other = open_browser(desk)
    assert "It was read right" in other.page(f"/claim/{claim}")
    other.judge("accept", claim=claim, author="Bea")
    assert claim in desk.look().claims
    assert "Two people disagree" in window.page(f"/claim/{claim}")
    window.judge("undo", judgement="last", author="Ana")
    window.judge("undo", judgement="last", author="Bea")
    window.judge("accept", claim=claim, author="Ana")
    window.judge("edit", claim=claim, author="Bea", place="Harwick")
    page = window.page(f"/claim/{claim}")
    assert "Two people disagree" in page
    assert "does not hold" in page
    row = re.search(r"<th scope=\"row\">place</th>(.*?)</tr>", page, re.DOTALL)[1]
    assert re.findall(r"<td>(?:<bdi>)?([^<]*)", row) == ["Dunmore", "as read", "Harwick", "Dunmore"]
    window.judge("accept", claim=claim, author="Cem")
    assert "Two people disagree" not in window.page(f"/claim/{claim}")


def test_two_windows_that_judge_at_once_lose_nothing(desk: Desk, folder: Path):
    claims = list(desk.look().claims)[:6]
    windows = [open_browser(desk), open_browser(desk)]

    def judge(number: int) -> int:
        return windows[number % 2].judge("accept", claim=claims[number], author=f"author {number % 2}").status_code

    with ThreadPoolExecutor(len(claims)) as pool:
        assert list(pool.map(judge, range(len(claims)))) == [303] * len(claims)
    assert {line.claim for line in lines(folder)} == set(claims)
    assert {one.claim.id for one in desk.look().record.claims if one.reviewed} == set(claims)


def test_a_judgement_is_kept_when_the_record_cannot_be_made_with_it(desk: Desk, window: Browser, folder: Path):
    claim = claim_with(desk, "Shells fell")
    (folder / "sayso.toml").write_text("title = ", "utf-8")
    answer = window.post("/judge", action="accept", claim=claim)
    assert answer.status_code == 400
    assert "written down" in answer.text
    assert claim in (folder / "judgements.jsonl").read_text("utf-8")


def test_a_name_is_kept_by_the_browser(window: Browser):
    assert "Judging as <b><bdi>Ana</bdi>" in window.page("/")
    window.post("/sign", author="  Bea <b>  ")
    assert "Judging as <b><bdi>Bea &lt;b&gt;</bdi>" in window.page("/")


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


class Gatekept:
    """A reader of documents that waits until the test lets it go on: the build of a large case, as slow as one likes."""

    def __init__(self) -> None:
        self.go = Event()

    def tell(self, _step) -> None:
        self.go.wait()


def test_in_a_large_case_the_answer_does_not_wait_for_the_record(folder: Path):
    gate = Gatekept()
    desk = Desk(folder, Options(by="Ana", tell=gate.tell), patience=0.01)
    window = open_browser(desk)
    first, second = list(desk.look().claims)[:2]
    answer = window.judge("accept", claim=first)
    page = window.page(answer.headers["location"])
    assert "Accepted</b>" in page
    assert "shows it as it was before" in page
    assert window.get("/state").json() == {"behind": True}
    window.judge("reject", claim=second)
    window.judge("undo", judgement="last")
    assert [line.kind.value for line in lines(folder)] == ["accept", "reject", "undo"]
    assert lines(folder)[2].undoes == lines(folder)[1].id
    gate.go.set()
    desk.patience = None
    desk.follow()
    assert window.get("/state").json() == {"behind": False}
    assert desk.look().claims[first].reviewed == "accepted"
    assert desk.look().claims[second].reviewed is None


def test_a_footnote_says_that_nobody_has_reviewed_its_claim_until_somebody_has(desk: Desk, window: Browser):
    claim = claim_with(desk, "most of the village")
    assert "unreviewed machine reading" in find_footnote(window.page(f"/claim/{claim}"))
    window.judge("accept", claim=claim)
    assert "unreviewed" not in find_footnote(window.page(f"/claim/{claim}"))


def find_footnote(page: str) -> str:
    return page.partition('id="footnote">')[2].partition("</p>")[0]
