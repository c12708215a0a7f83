import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest


def test_a_release_is_frozen_and_listed(run, case: Path):
    assert "no release found" in run("release", case).out
    assert run("release", case, "first").code == 0
    assert "first" in run("release", case).out
    manifest = json.loads((case / "releases" / "first" / "manifest.json").read_text())
    assert manifest["documents"] == 3
    assert set(manifest["files"]) >= {"claims.jsonl", "groups.jsonl", "judgements.jsonl"}


@pytest.mark.parametrize("name", ["../out", ".hidden", "a/b", "", "first"])
def test_a_bad_or_taken_name_is_refused(run, case: Path, name: str):
    run("release", case, "first")
    done = run("release", case, name)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1


def test_a_record_older_than_its_case_is_not_frozen(run, case: Path):
    with (case / "sayso.toml").open("a") as file:
        file.write("\n# changed\n")
    assert "build it first" in run("release", case, "first").err


def test_what_changed_since_a_release_is_told_with_its_cause(run, case: Path, tmp_path: Path):
    run("release", case, "first")
    assert "no change found" in run("diff", case, "--from", "first").out
    report = tmp_path / "more.txt"
    report.write_text("Hill Courier\n\n9 May 2021\n\nResidents said that shells fell on Harwick on 8 May 2021.\n")
    run("build", report, "--case", case, "-q")
    run("release", case, "second")
    table = run("diff", case, "--from", "first").out
    assert "cause: a new report of a new event" in " ".join(table.split())
    rows = json.loads(run("diff", case, "--from", "first", "--format", "json").out)
    assert rows
    assert rows == json.loads(run("diff", case, "--from", "first", "--to", "second", "--format", "json").out)
    assert len(list(csv.DictReader(io.StringIO(run("diff", case, "--from", "first", "--format", "csv").out)))) == len(
        rows
    )


def test_since_a_day_before_the_case_everything_is_new_and_since_today_nothing(run, case: Path):
    rows = json.loads(run("diff", case, "--since", "2001", "--format", "json").out)
    assert rows
    assert {row["change"] for row in rows} <= {"new", "corrected", "retracted"}
    assert "no change found" in run("diff", case, "--since", "9000").out


@pytest.mark.parametrize("options", [(), ("--since", "2001", "--from", "x"), ("--from", "x"), ("--since", "yesterday")])
def test_a_comparison_without_one_beginning_is_refused(run, case: Path, options):
    done = run("diff", case, *options)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1


def test_a_release_that_was_changed_is_found_by_verify(run, case: Path):
    run("release", case, "first")
    assert run("verify", case).code == 0
    with (case / "releases" / "first" / "claims.jsonl").open("a") as file:
        file.write("{}\n")
    done = run("verify", case)
    assert done.code == 1
    assert "release first: claims.jsonl is not as it was frozen" in done.out


def test_the_history_of_control_is_a_drawing(run, case: Path):
    done = run("control", case, "--format", "svg")
    drawing = ET.fromstring(done.out)
    titles = [title.text for title in drawing.iter("{http://www.w3.org/2000/svg}title")]
    assert any("captured the whole village of Harwick" in title for title in titles)
    assert any("Harwick" in (text.text or "") for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
