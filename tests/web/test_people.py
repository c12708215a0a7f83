"""Do several people and windows judge one case, and is nothing of what they decide lost?"""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from web.conftest import Browser, open_browser
from web.judged import claim_with, lines, read

from sayso.case import Options
from sayso.web import Desk


def test_a_name_is_kept_by_the_browser(window: Browser):
    assert "Judging as <b><bdi>Ana</bdi>" in window.page("/")
    window.post("/sign", author="  Bea <b>  ")
    assert "Judging as <b><bdi>Bea &lt;b&gt;</bdi>" in window.page("/")


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


def test_who_accepts_an_edited_claim_accepts_it_as_edited(desk: Desk, window: Browser):
    claim = claim_with(desk, "Shells fell")
    window.judge("edit", claim=claim, place="Harwick", author="Ana")
    window.judge("accept", claim=claim, author="Bea", reason="so it says")
    assert read(desk, claim)[0] == "Harwick"
    assert lines(desk.case.folder.path)[-1].reason == "accepted as edited: so it says"
    assert "Two people disagree" not in window.page(f"/claim/{claim}")
    window.judge("reject", claim=claim, author="Cem")
    window.judge("accept", claim=claim, author="Ana")
    assert "Two people disagree" not in window.page(f"/claim/{claim}")


def test_an_assessment_needs_grounds_and_names_its_author(desk: Desk, window: Browser):
    group = desk.look().record.groups[0].id
    assert window.post("/judge", action="assess", group=group).status_code == 400
    window.judge("assess", group=group, reason="two photographs of the square", author="Bea")
    assert "Assessed</b> by <bdi>Bea" in window.page(f"/group/{group}")


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


class Gatekept:
    """A reader of documents that waits until the test lets it go on: the build of a large case, as slow as one likes."""

    def __init__(self) -> None:
        self.go = Event()

    def tell(self, _step) -> None:
        self.go.wait()


class SlowReader:
    """Reads documents as slowly as the test likes: a syntax model that is being loaded."""

    def __init__(self) -> None:
        self.begun, self.go = Event(), Event()
        self.reading = self.most = 0

    def read(self, _documents, _model=None, *, workers=1):
        self.reading += workers
        self.most = max(self.most, self.reading)
        self.begun.set()
        assert self.go.wait(20)
        self.reading -= workers
        yield from ()


def test_while_words_are_read_pages_compare_and_judgements_show_at_once(folder: Path):
    reader = SlowReader()
    desk = Desk(folder, Options(by="Ana", read=reader.read))
    window = open_browser(desk)
    claim = next(iter(desk.look().claims))
    with ThreadPoolExecutor(1) as pool:
        try:
            words = pool.submit(desk.read_words, "Shells fell on the town of Dunmore.")
            assert reader.begun.wait(20)
            assert "new" in window.page("/changes?since=2001")
            window.judge("accept", claim=claim)
            assert desk.look().claims[claim].reviewed == "accepted"
            assert not words.done()
        finally:
            reader.go.set()
        assert words.result() == ()


def test_two_threads_never_read_with_one_model_at_a_time(folder: Path):
    reader = SlowReader()
    desk = Desk(folder, Options(by="Ana", read=reader.read))
    with ThreadPoolExecutor(2) as pool:
        read = [pool.submit(desk.read_words, words) for words in ("Shells fell.", "Troops left.")]
        assert reader.begun.wait(20)
        reader.go.set()
        assert [one.result() for one in read] == [(), ()]
    assert reader.most == 1


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
