import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

BY = ("--author", "Ana", "--reason", "read it again")


def flip(path: Path, words: bytes = b"") -> None:
    """Change one byte of a file, in the middle of `words`."""
    content = bytearray(path.read_bytes())
    place = content.index(words) + len(words) // 2 if words else len(content) // 2
    content[place] ^= 1
    path.write_bytes(content)


def change_text(case: Path) -> None:
    flip(next(case.glob("documents/*/text.txt")))


def change_original(case: Path) -> None:
    flip(next(case.glob("documents/*/original.txt")))


def change_judgement(case: Path) -> None:
    flip(case / "judgements.jsonl", b"read it again")


def change_record(case: Path) -> None:
    flip(case / "case.sqlite", b"village of Harwick")


def change_row(case: Path) -> None:
    with closing(sqlite3.connect(case / "case.sqlite")) as connection:
        connection.execute("UPDATE claims SET kind = 'politics'")
        connection.commit()


def lose_document(case: Path) -> None:
    next(case.glob("documents/*/text.txt")).unlink()


def change_settings(case: Path) -> None:
    (case / "sayso.toml").write_text('title = "other"\n')


def change_note(case: Path) -> None:
    flip(next(case.glob("documents/*/capture.json")), b"text_sha256")


def break_judgement(case: Path) -> None:
    flip(case / "judgements.jsonl", b'"kind":"accept"')


def lose_record(case: Path) -> None:
    (case / "case.sqlite").unlink()


DAMAGES = [
    (change_note, "capture.json"),
    (break_judgement, "judgements.jsonl line 1 is no judgement"),
    (lose_record, "has no record yet"),
    (change_text, "text.txt was changed"),
    (change_original, "original.txt was changed"),
    (change_judgement, "was changed after it was written"),
    (change_record, "case.sqlite"),
    (change_row, "case.sqlite was changed after it was built"),
    (lose_document, "text.txt cannot be read"),
    (change_settings, "changed after the record was built"),
]


def test_a_sound_case_passes(run, case: Path):
    done = run("verify", case)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("sound: 3 documents")


@pytest.mark.parametrize(("damage", "line"), DAMAGES)
def test_every_change_behind_our_back_is_found(run, case: Path, damage, line: str):
    claim = json.loads(run("claims", case, "--format", "json").out)[0]["id"]
    run("judge", case, "accept", claim, *BY)
    damage(case)
    done = run("verify", case)
    assert done.code == 1, done
    assert line in done.out


@pytest.mark.parametrize(
    ("format_name", "file"), [("jsonl", "claims.jsonl"), ("csv", "dictionary.csv"), ("geojson", "claims.geojson")]
)
def test_an_export_writes_every_format(run, case: Path, tmp_path: Path, format_name: str, file: str):
    assert run("export", case, "--format", format_name, "--unreviewed", "--to", tmp_path / "out").code == 0
    assert (tmp_path / "out" / file).stat().st_size > 0


@pytest.mark.parametrize("format_name", ["csv", "geojson"])
def test_nothing_is_sent_that_nobody_has_reviewed(run, case: Path, tmp_path: Path, format_name: str):
    done = run("export", case, "--format", format_name, "--to", tmp_path / "out")
    assert (done.code, done.out) == (2, "")
    assert "is reviewed, so nothing can be sent" in done.err
    assert "--unreviewed" in done.err
    assert not (tmp_path / "out").exists()


def test_what_is_sent_holds_the_reviewed_claims_alone_with_who_and_when(run, case: Path, tmp_path: Path):
    claim = json.loads(run("claims", case, "--format", "json").out)[0]["id"]
    run("judge", case, "accept", claim, *BY)
    assert run("export", case, "--format", "geojson", "--to", tmp_path).code == 0
    (feature,) = json.loads((tmp_path / "claims.geojson").read_text())["features"]
    assert feature["properties"]["reviewed"].startswith("accepted by Ana, 20")


def test_unreviewed_claims_are_marked_in_every_row(run, case: Path, tmp_path: Path):
    run("export", case, "--format", "csv", "--unreviewed", "--to", tmp_path)
    for path in tmp_path.glob("*.csv"):
        if path.name != "dictionary.csv":
            with path.open(encoding="utf-8", newline="") as file:
                assert {row["reviewed"] for row in csv.DictReader(file)} <= {"no: unreviewed machine reading"}


def test_a_reason_is_written_into_the_case_and_an_empty_one_is_none(run, case: Path, tmp_path: Path):
    flags = ("export", case, "--format", "csv", "--unreviewed", "--to", tmp_path)
    assert run(*flags, "--with-names", " ").code == 2
    assert not (case / "clearances.jsonl").exists()
    run(*flags, "--with-names", "they asked for it", "--with-places", "the hospital has moved")
    lines = [json.loads(line) for line in (case / "clearances.jsonl").read_text().splitlines()]
    told = [(line["what"], line["reason"], line["form"]) for line in lines]
    assert told == [("names", "they asked for it", "csv"), ("places", "the hospital has moved", "csv")]
    assert run("verify", case).code == 0
    flip(case / "clearances.jsonl", b"asked")
    assert "clearances.jsonl line 1 was changed" in run("verify", case).out


def test_an_export_without_folder_goes_to_the_outputs_of_the_case(run, case: Path):
    run("export", case, "-q")
    assert (case / "outputs" / "jsonl" / "claims.jsonl").is_file()


def test_an_export_of_a_part_holds_that_part(run, case: Path, tmp_path: Path):
    run("export", case, "--place", "Dunmore", "--to", tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / "claims.jsonl").read_text().splitlines()]
    assert rows
    assert {row["place"]["name"] for row in rows} == {"Dunmore"}


@pytest.mark.parametrize(("form", "beginning"), [("md", "# How this record was made"), ("html", "<!doctype html>")])
def test_the_method_is_printed_or_written(run, case: Path, tmp_path: Path, form: str, beginning: str):
    done = run("methodology", case, "--format", form)
    assert done.out.startswith(beginning)
    assert run("methodology", case, "--format", form, "-o", tmp_path / "page").out == ""
    assert (tmp_path / "page").read_text("utf-8") == done.out


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_review_sheets_are_written_with_what_is_left_open_beside_them(run, case: Path, tmp_path: Path, form: str):
    assert run("export", case, "--format", form, "--unreviewed", "--to", tmp_path / "out").code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{form}.csv", "undecided.csv", "uncoded.csv", "claims.csv", "manifest.json"}


def test_a_person_whom_a_report_names_stands_in_no_file_that_is_sent_on(run, tmp_path: Path):
    article = tmp_path / "a.txt"
    article.write_text("Hill Post\n\n5 May 2021\n\nShells hit the village of Harwick on Tuesday, Krelvom Dask said.\n")
    run("build", article, "--case", tmp_path / "case")
    assert run("export", tmp_path / "case", "--format", "csv", "--unreviewed", "--to", tmp_path / "out").code == 0
    assert all("Dask" not in path.read_text("utf-8") for path in (tmp_path / "out").iterdir())
