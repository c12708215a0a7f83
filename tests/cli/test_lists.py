import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

LISTS = ["claims", "disputes", "control", "figures", "origins", "voices", "documents", "problems"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_printed_with_what_was_not_read(run, case: Path, name: str):
    done = run(name, case)
    assert done.code == 0
    assert done.out.strip()
    assert "3 documents;" in done.err
    assert "sentences gave a claim" in done.err


@pytest.mark.parametrize("name", LISTS)
def test_every_list_gives_the_same_rows_in_every_format(run, case: Path, name: str):
    rows = json.loads(run(name, case, "--format", "json").out)
    assert [json.loads(line) for line in run(name, case, "--format", "jsonl").out.splitlines()] == rows
    cells = list(csv.DictReader(io.StringIO(run(name, case, "--format", "csv").out)))
    if name == "disputes":
        assert len(cells) == sum(len(side["claims"]) for row in rows for side in row["sides"])
    else:
        assert len(cells) == len(rows)
    assert cells or name == "problems"


def test_claims_say_who_says_what_with_the_quote(run, case: Path):
    rows = json.loads(run("claims", case, "--format", "json").out)
    table = " ".join(run("claims", case).out.split())
    assert any(voice["name"].casefold().endswith("army") for row in rows for voice in row["chain"])
    for row in rows:
        assert row["id"][:8] in table


def test_data_goes_to_standard_output_and_talk_to_standard_error(run, case: Path):
    done = run("claims", case, "--format", "jsonl")
    assert done.err == ""
    assert run("claims", case, "-q").err == ""


def test_a_filter_leaves_out_what_is_not_asked_for(run, case: Path):
    every = json.loads(run("claims", case, "--format", "json").out)
    some = json.loads(run("claims", case, "--place", "Dunmore", "--format", "json").out)
    assert 0 < len(some) < len(every)
    assert all(row["place"]["name"] == "Dunmore" for row in some)


def test_before_anything_was_published_nothing_was_said(run, case: Path):
    done = run("disputes", case, "--as-of", "2020-01-01")
    assert "no dispute found in 0 documents" in done.out


def test_a_record_older_than_its_case_says_so(run, case: Path):
    (case / "sayso.toml").write_text('title = "other"\n')
    assert "older than the case" in run("claims", case).err
    run("build", "--case", case)
    assert "older than the case" not in run("claims", case).err


def test_no_colour_codes_when_colours_are_not_wanted(case: Path):
    command = [sys.executable, "-c", "from sayso.cli import main; main()", "claims", str(case), "--no-color"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={"FORCE_COLOR": "1", "PATH": "", "PYTHONPATH": ":".join(sys.path)},
    )
    assert "\x1b[3" not in done.stdout.replace("\x1b[3m", "")


def test_a_claim_is_shown_only_from_the_day_it_was_published(run, case: Path):
    def list_claims(day: str) -> set[str]:
        return {row["id"] for row in json.loads(run("claims", case, "--as-of", day, "--format", "json").out)}

    late = min(list_claims("2021-05-05") - list_claims("2021-05-04"))
    assert run("show", case, late, "--as-of", "2021-05-05").code == 0
    for clock in (("--as-of", "2021-05-04"), ("--as-held", "2001-01-01")):
        gone = run("show", case, late, *clock)
        assert gone.code == 2
        assert late in gone.err
