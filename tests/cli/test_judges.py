import json
from pathlib import Path

import pytest

from sayso.store import read_judgements
from sayso.store.folders import CaseFolder

BY = ("--author", "Ana", "--reason", "read it again")


def claims(run, case: Path) -> list[dict]:
    return json.loads(run("claims", case, "--format", "json").out)


def test_a_rejected_claim_leaves_the_record_and_comes_back_when_undone(run, case: Path):
    before = claims(run, case)
    done = run("judge", case, "reject", before[0]["id"][:8], *BY)
    assert done.code == 0
    assert before[0]["id"] not in {row["id"] for row in claims(run, case)}
    assert run("judge", case, "undo", done.out.strip(), *BY).code == 0
    assert claims(run, case) == before
    assert [judgement.kind for judgement in read_judgements(CaseFolder(path=case))] == ["reject", "undo"]


def test_an_accepted_claim_is_marked_as_reviewed(run, case: Path):
    claim = claims(run, case)[0]["id"]
    run("judge", case, "accept", claim, *BY)
    assert "Ana" in next(row["reviewed"] for row in claims(run, case) if row["id"] == claim)


def test_an_edited_claim_says_what_it_should(run, case: Path):
    claim = claims(run, case)[0]["id"]
    assert run("judge", case, "edit", claim, "--set", "kind=siege", "--set", "time=2021-05", *BY).code == 0
    row = next(row for row in claims(run, case) if row["reviewed"])
    assert (row["kind"], row["time"]["edtf"]) == ("siege", "2021-05")


def test_an_added_claim_stands_in_the_record(run, case: Path):
    document = next(
        row["id"] for row in json.loads(run("documents", case, "--format", "json").out) if row["file"] == "army.txt"
    )
    done = run("judge", case, "add", document, "after two weeks of fighting", "--set", "kind=clash", *BY)
    assert done.code == 0
    added = next(row for row in claims(run, case) if row["quote"] == "after two weeks of fighting")
    assert added["reviewed"].startswith("added")


def test_a_day_dates_a_page(run, case: Path):
    rows = {row["file"]: row["id"] for row in json.loads(run("documents", case, "--format", "json").out)}
    run("judge", case, "date", rows["undated.txt"], "2021-05-03", *BY)
    rows = {row["file"]: row for row in json.loads(run("documents", case, "--format", "json").out)}
    assert rows["undated.txt"]["published"] == "2021-05-03"


def test_merged_voices_are_one(run, case: Path):
    names = [row["name"] for row in json.loads(run("voices", case, "--format", "json").out)]
    assert run("judge", case, "merge", "voice", *names[:2], *BY).code == 0
    assert len(json.loads(run("voices", case, "--format", "json").out)) < len(names)


def test_an_assessment_names_who_holds_it(run, case: Path):
    claim = claims(run, case)[0]["id"]
    assert run("judge", case, "assess", claim, *BY).code == 0
    run("export", case, "--to", case / "outputs")
    groups = [json.loads(line) for line in (case / "outputs" / "groups.jsonl").read_text().splitlines()]
    group = next(row["id"] for row in groups if row["relation"] == "same" and claim in row["members"])
    assert "assessed by  Ana on" in run("show", case, group).out


def test_every_judgement_is_listed_and_one_on_what_is_gone_is_marked(run, case: Path):
    rows = {row["file"]: row["id"] for row in json.loads(run("documents", case, "--format", "json").out)}
    run("judge", case, "date", rows["undated.txt"], "2021-05-03", *BY)
    assert "Ana: date" in run("judge", case, "list").out
    run("remove", case, rows["undated.txt"], "--reason", "r")
    assert "UNPLACED" in run("judge", case, "list").out


@pytest.mark.parametrize("missing", ["--author", "--reason"])
def test_a_judgement_needs_a_name_and_a_reason(run, case: Path, missing: str):
    given = [word for pair in zip(BY[::2], BY[1::2], strict=True) if pair[0] != missing for word in pair]
    done = run("judge", case, "accept", claims(run, case)[0]["id"], *given)
    assert done.code == 2
    assert missing in done.err
    assert read_judgements(CaseFolder(path=case)) == ()


def test_the_name_may_come_from_the_environment(run, case: Path, monkeypatch):
    monkeypatch.setenv("SAYSO_AUTHOR", "Ben")
    assert run("judge", case, "accept", claims(run, case)[0]["id"], "--reason", "r").code == 0
    assert read_judgements(CaseFolder(path=case))[0].author == "Ben"


def test_a_case_without_judgements_says_so(run, case: Path):
    assert run("judge", case, "list").out == "no judgement yet\n"


def test_a_voice_is_a_private_person_from_then_on(run, case: Path):
    def private() -> set[str]:
        return {row["name"] for row in json.loads(run("voices", case, "--format", "json").out) if row["private"]}

    assert private() == set()
    assert run("judge", case, "private", "residents", *BY).code == 0
    assert private() == {"residents"}


def test_a_document_is_read_to_the_end_and_nothing_else_changes(run, case: Path):
    before = claims(run, case)
    document = before[0]["doc"]
    assert run("judge", case, "read", document[:8], *BY).code == 0
    (line,) = read_judgements(CaseFolder(path=case))
    assert (line.kind, line.author, line.document) == ("read", "Ana", document)
    assert claims(run, case) == before
