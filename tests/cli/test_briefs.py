"""Is a briefing written where and as it is asked for, and refused where it may not be?"""

import csv
import io
import json
from pathlib import Path

import pytest


@pytest.mark.parametrize(("form", "beginning"), [("html", b"<!doctype html>"), ("md", b"# Harwick"), ("docx", b"PK")])
def test_a_briefing_is_written_into_the_outputs_of_the_case(run, case: Path, form: str, beginning: bytes):
    if form == "docx":
        pytest.importorskip("docx", reason="python-docx is not installed")
    done = run("brief", case, "--unreviewed", "--format", form)
    assert done.code == 0
    path = case / "outputs" / f"briefing.{form}"
    assert str(path) in done.err
    assert path.read_bytes().lstrip().startswith(beginning)


def test_nothing_is_written_where_nobody_has_reviewed_anything(run, case: Path):
    done = run("brief", case)
    assert done.code == 2
    assert "--unreviewed" in done.err
    assert not (case / "outputs").exists()


def test_a_briefing_of_reviewed_claims_holds_them_alone(run, case: Path, tmp_path: Path):
    claims = json.loads(run("claims", case, "--format", "json").out)
    chosen = next(row for row in claims if row["kind"] == "control_change")
    run("judge", case, "accept", chosen["id"], "--author", "Ana", "--reason", "read")
    assert run("brief", case, "--format", "md", "-o", tmp_path / "brief.md").code == 0
    made = (tmp_path / "brief.md").read_text("utf-8")
    assert "rests on one claim in three reports" in made
    assert "nreviewed" not in made
    assert made.count("[^1]:") == 1


def test_what_changed_since_a_day_is_told(run, case: Path, tmp_path: Path):
    target = tmp_path / "new" / "brief.md"
    assert run("brief", case, "--unreviewed", "--format", "md", "--changed-since", "2021-05-04", "-o", target).code == 0
    assert "## Changed since 4 May 2021" in target.read_text("utf-8")
    done = run("brief", case, "--unreviewed", "--changed-since", "yesterday")
    assert done.code == 2
    assert len(done.err.splitlines()) == 1


def test_filters_narrow_a_briefing(run, case: Path, tmp_path: Path):
    run("brief", case, "--unreviewed", "--format", "md", "--place", "Dunmore", "-o", tmp_path / "brief.md")
    made = (tmp_path / "brief.md").read_text("utf-8")
    assert "Dunmore" in made
    assert "Harwick on" not in made


def test_one_page_is_exported(run, case: Path, tmp_path: Path):
    done = run("export", case, "--format", "html", "--unreviewed", "--to", tmp_path / "out")
    assert done.code == 0
    assert "All claims" in (tmp_path / "out" / "case.html").read_text("utf-8")


def test_the_matrix_is_printed_as_words_and_as_a_table(run, case: Path):
    done = run("matrix", case)
    assert done.code == 0
    assert "activists" in done.out
    assert "denies: " in done.out
    rows = list(csv.DictReader(io.StringIO(run("matrix", case, "--format", "csv").out)))
    assert {"question", "standing", "reviewed", "activists"} <= rows[0].keys()
    assert json.loads(run("matrix", case, "--format", "json").out)[0]["question"] == rows[0]["question"]


def test_a_briefing_tells_which_names_were_withheld_because_nobody_knows_them(run, case: Path, tmp_path: Path):
    article = tmp_path / "more.txt"
    article.write_text("Shells fell near Quarnvale on Saturday, residents said.\n", "utf-8")
    assert run("build", article, "--case", case).code == 0
    withheld, told = (
        run("brief", case, "--unreviewed", *more).err for more in ((), ("--with-names", "they asked for it"))
    )
    assert "Quarnvale" in withheld
    assert "Quarnvale" not in told
