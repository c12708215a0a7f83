import json
from pathlib import Path

import pytest

import sayso
from sayso.case import FORMATS, Leave, Options
from sayso.case.decisions import By, add_claim, join_names, judge_claim, undo_judgement
from sayso.model.kinds import JudgementKind

ARTICLES = {
    "voice.txt": "Valley Voice\n\n5 May 2021\n\nShells hit the village of Harwick on Tuesday, a baker in the village said."
    " Soldiers took all of Harwick on Tuesday, the baker said.\n",
    "herald.txt": "National Herald\n\n6 May 2021\n\nOn Tuesday shells fell on the village of Harwick, Hiba Kalvar said."
    " Kalvar, a teacher, denied that the army had captured the village of Harwick.\n",
    "post.txt": "Hill Post\n\n6 May 2021\n\nThe army captured the village of Harwick on Tuesday, the defence ministry said."
    " At least 12 people were killed in Harwick on Tuesday, the baker said.\n",
}
SETTINGS = '[[places]]\nname = "Harwick"\nkind = "village"\n'
WHY = "she told us by telephone"
BY = By(author="Ana", reason=WHY, made="2024-05-04T10:00:00+00:00")
# What may differ in the rows of an export when somebody knows who an unnamed voice is.
COUNTED = ("independent_origins", "standing", "note")
STRANGER = "Edda Morvane"
SECRET = "0123456789abcdef" * 4
OPEN = Leave(unreviewed=True, names="they asked for it", agents="checked", places="checked", by="Ana")


@pytest.fixture
def make_case(tmp_path: Path):
    def make(name: str = "case", settings: str = SETTINGS, names: tuple[str, ...] = tuple(ARTICLES)) -> sayso.Case:
        folder = tmp_path / f"{name} articles"
        folder.mkdir()
        case = sayso.create(tmp_path / name, settings.encode())
        for file in names:
            (folder / file).write_text(ARTICLES[file])
            case.build(folder / file, options=Options(by="Ana"))
        return case

    return make


def export(case: sayso.Case, to: Path, **wishes: str) -> dict[str, bytes]:
    """Return the files of all formats by name, with all that can leave."""
    (case.folder.path / ".secret").write_text(SECRET)
    return {
        f"{form}/{path.name}": path.read_bytes()
        for form in FORMATS
        for path in case.export(form, to / form, OPEN, **wishes)
    }


def strip_counts(files: dict[str, bytes]) -> dict[str, object]:
    """Return the JSON lines without what a lower number of origins changes."""
    return {
        name: [
            {key: value for key, value in json.loads(line).items() if key not in COUNTED} for line in text.splitlines()
        ]
        for name, text in files.items()
        if name.endswith(".jsonl")
    }


def claim_of(case: sayso.Case, voice: str, kind: str) -> str:
    rows = case.claims(kind=kind)
    return next(row["id"] for row in rows if [one["name"] for one in row["chain"]] == [voice])


def origin_of(case: sayso.Case, voice: str) -> str:
    claim = claim_of(case, voice, "shelling")
    return next(row["id"] for row in case.origins() if claim in row["claims"])


def merge_voices(case: sayso.Case, *names: str) -> None:
    case.judge(join_names(case.record, JudgementKind.MERGE, "voice", names, BY))


def named_first(case: sayso.Case) -> None:
    merge_voices(case, "Hiba Kalvar", "baker")


def unnamed_first(case: sayso.Case) -> None:
    merge_voices(case, "baker", "Hiba Kalvar")


def with_a_stranger(case: sayso.Case) -> None:
    merge_voices(case, STRANGER, "baker")


def origins(case: sayso.Case) -> None:
    names = [origin_of(case, "Hiba Kalvar"), origin_of(case, "baker")]
    case.judge(join_names(case.record, JudgementKind.MERGE, "origin", names, BY))


def edited(case: sayso.Case) -> None:
    claim = claim_of(case, "baker", "shelling")
    case.judge(judge_claim(case.record, JudgementKind.EDIT, claim, BY, {"voice": STRANGER}))


TIES = (named_first, unnamed_first, with_a_stranger, origins, edited)


@pytest.mark.parametrize("tie", TIES)
def test_who_an_unnamed_voice_is_shows_in_the_case_and_in_no_export(make_case, tmp_path: Path, tie):
    case = make_case()
    before = export(case, tmp_path / "before")
    shown = [list(case.voices()), list(case.origins()), list(case.claims())]
    tie(case)
    after = export(case, tmp_path / "after")
    assert [list(case.voices()), list(case.origins()), list(case.claims())] != shown
    ignored = {"note", "reviewed"} if tie is edited else set()
    for name, rows in strip_counts(before).items():
        left = [{key: value for key, value in row.items() if key not in ignored} for row in rows]
        right = [{key: row[key] for key in row if key not in ignored} for row in strip_counts(after)[name]]
        assert left == right
    for content in after.values():
        assert STRANGER.encode() not in content
        assert WHY.encode() not in content


@pytest.mark.parametrize("tie", TIES)
def test_after_an_undo_the_exports_are_those_of_before(make_case, tmp_path: Path, tie):
    case = make_case()
    before = export(case, tmp_path / "before")
    tie(case)
    case.judge(undo_judgement(case.judgements(), case.judgements()[-1].id, BY))
    assert export(case, tmp_path / "after") == before


@pytest.mark.parametrize("tie", [named_first, origins])
def test_the_order_of_the_documents_changes_no_export_of_a_tied_case(make_case, tmp_path: Path, tie):
    files = []
    for name, order in (("one", tuple(ARTICLES)), ("two", tuple(reversed(ARTICLES)))):
        case = make_case(name, names=order)
        tie(case)
        files.append(export(case, tmp_path / "out" / name))
    assert files[0] == files[1]


def test_an_alias_that_describes_a_named_person_stays_in_the_case(make_case, tmp_path: Path):
    alias = '[[voices]]\nname = "Hiba Kalvar"\naliases = ["baker", "H. Kalvar"]\nkind = "resident"\n'
    known, plain = make_case("known", SETTINGS + alias), make_case("plain")
    assert "baker" not in {row["name"] for row in known.voices()}
    told = [json.loads(line) for line in export(known, tmp_path / "out")["jsonl/voices.jsonl"].splitlines()]
    assert {"baker", "Hiba Kalvar"} <= {row["name"] for row in told} <= {row["name"] for row in plain.voices()}
    assert all("baker" not in row["names"] for row in told if row["name"] == "Hiba Kalvar")


def test_an_added_claim_does_not_name_who_the_report_does_not(make_case, tmp_path: Path):
    case = make_case()
    document = next(row["id"] for row in case.documents() if row["file"] == "voice.txt")
    fields = {"kind": "clash", "voice": STRANGER}
    case.judge(add_claim(case.record, document, "a baker in the village", BY, fields))
    assert any(STRANGER in str(row["chain"]) for row in case.claims())
    files = export(case, tmp_path / "out")
    assert all(STRANGER.encode() not in content for content in files.values())
    assert b'"unnamed source"' in files["jsonl/claims.jsonl"]


def test_a_reading_that_names_who_the_report_names_leaves_the_case(make_case, tmp_path: Path):
    case = make_case()
    claim = claim_of(case, "Ministry of Defence", "control_change")
    case.judge(judge_claim(case.record, JudgementKind.EDIT, claim, BY, {"voice": "Hiba Kalvar"}))
    claims = export(case, tmp_path / "out")["jsonl/claims.jsonl"].decode().splitlines()
    row = next(row for row in map(json.loads, claims) if row["id"] == claim)
    assert [voice["name"] for voice in row["chain"]] == ["Hiba Kalvar"]
    assert row["note"] == "set by a person: voice: Hiba Kalvar"


@pytest.mark.parametrize("tie", [named_first, with_a_stranger, origins])
@pytest.mark.parametrize("wishes", [{}, {"as_of": "2021-05-31"}], ids=["all", "as of a day"])
def test_lower_bounds_of_a_tied_case_count_no_unnamed_voice_beside_a_named_one(make_case, tmp_path: Path, tie, wishes):
    case = make_case()
    tie(case)
    export(case, tmp_path, **wishes)
    groups = [json.loads(line) for line in (tmp_path / "jsonl" / "groups.jsonl").read_text().splitlines()]
    captured = next(row for row in groups if row["relation"] == "same" and row["answer"] == "government holds it")
    assert captured["independent_origins"] == [1, 2]
    assert all(row["standing"] != "agreed" for row in groups)


def test_merges_of_voices_alike_leave_the_case(make_case, tmp_path: Path):
    case = make_case()
    merge_voices(case, "Hiba Kalvar", "Ministry of Defence")
    told = export(case, tmp_path)["jsonl/voices.jsonl"].decode().splitlines()
    names = {row["name"]: row["names"] for row in map(json.loads, told)}
    assert "Ministry of Defence" not in names
    assert "defence ministry" in names["Hiba Kalvar"]


def test_what_is_told_by_name_is_not_new_because_it_was_not_told_by_name_before(make_case):
    case = make_case()
    told = case.brief("md", OPEN, changed_since="2030-01-01").decode()
    assert "No answers are new since 1 January 2030" in told
    assert len((case.folder.path / "clearances.jsonl").read_text().splitlines()) == len(OPEN.reasons)
