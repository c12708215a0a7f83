import pytest

from sayso.case import Options, create_case
from sayso.case.selections import widen_places
from sayso.model.settings import PlaceEntry, Settings

pytest.importorskip("pyarrow", reason="work on many documents needs the extra: pip install 'sayso[scale]'")
from sayso.scale import Part, Run, open_engine, read_many

REPORTS = {
    "army.txt": "National Herald\n\n3 May 2021\n\nThe army said on Monday that it had captured the village of Harwick.\n",
    "activists.txt": "Valley Voice\n\n4 May 2021\n\nActivists denied on Tuesday that the army had captured the village of Harwick.\n",
    "june.txt": "Valley Voice\n\n9 June 2021\n\nShells fell on the town of Dunmore on Tuesday, residents said.\n",
}
PLACES = """
[[places]]
name = "Norvale"
kind = "region"
[[places]]
name = "Harwick"
kind = "village"
within = "Norvale"
"""
OUTLETS = """
[[outlets]]
name = "Valley Voice"
"""


@pytest.fixture
def readings(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    with open_engine("local", 1) as engine:
        read_many(Run(inputs=(str(folder),), to=str(tmp_path / "readings")), engine)
    return str(tmp_path / "readings")


def test_a_case_of_a_part_is_the_one_that_its_documents_make(readings, tmp_path):
    part = Part(places=("Harwick",), since="2021-05", until="2021-05")
    case = create_case(tmp_path / "part")
    build = case.build_part([readings], part, Options(by="Ana"))
    assert (build.read, dict(build.taken)) == (0, {"added": 2})
    assert list(case.verify()) == []
    other = create_case(tmp_path / "whole")
    other.build(tmp_path / "reports" / "army.txt", tmp_path / "reports" / "activists.txt", options=Options(by="Ana"))
    assert case.claims() == other.claims()
    assert case.disputes() == other.disputes()


def test_documents_without_a_day_are_left_out_of_a_span_of_days_and_counted(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in {**REPORTS, "undated.txt": "Shells fell on the village of Harwick, residents said.\n"}.items():
        (folder / name).write_text(text, "utf-8")
    readings = str(tmp_path / "readings")
    with open_engine("local", 1) as engine:
        read_many(Run(inputs=(str(folder),), to=readings), engine)
    case = create_case(tmp_path / "case")
    case.build_part([readings], Part(places=("Harwick",), since="2021-05"), Options(by="Ana"))
    told = "documents without a day, left out of the span that was asked for: 1;"
    assert [problem["reason"].startswith(told) for problem in case.problems() if problem["file"] == readings] == [True]
    case.build_part([readings], Part(places=("Harwick",)), Options(by="Ana"))
    assert not [problem for problem in case.problems() if problem["file"] == readings]
    case.build_part([readings], Part(places=("Dunmore",), since="2021-05"), Options(by="Ana"))
    assert not [problem for problem in case.problems() if problem["file"] == readings]


def test_a_part_taken_twice_changes_nothing(readings, tmp_path):
    case = create_case(tmp_path / "case")
    first = case.build_part([readings], Part(), Options(by="Ana"))
    second = case.build_part([readings], Part(), Options(by="Ana"))
    assert dict(second.taken) == {"known": 3}
    assert first.record.claims == second.record.claims


def test_a_case_with_outlets_of_its_own_reads_anew(readings, tmp_path):
    case = create_case(tmp_path / "case", f"case_format = 1\n{OUTLETS}".encode())
    build = case.build_part([readings], Part(), Options(by="Ana"))
    assert build.read == 3
    assert list(case.verify()) == []


def test_a_place_of_the_settings_stands_for_what_lies_in_it(readings, tmp_path):
    case = create_case(tmp_path / "case", f"case_format = 1\n{PLACES}".encode())
    build = case.build_part([readings], Part(places=("Norvale",)), Options(by="Ana"))
    assert sorted(document.file for document in build.record.documents) == ["activists.txt", "army.txt"]


WIDE = [
    (("Harwick",), ("Harwick", "Harwik")),
    (("Norvale",), ("Norvale", "Harwick", "Harwik", "Mill Lane")),
    (("Nowhere",), ("Nowhere",)),
    (None, None),
]


@pytest.mark.parametrize(("asked", "wide"), WIDE)
def test_places_are_asked_for_under_all_their_names(asked, wide):
    places = (
        PlaceEntry(name="Mill Lane", within="Harwick"),
        PlaceEntry(name="Harwick", names=("Harwik",), within="Norvale"),
        PlaceEntry(name="Dunmore"),
    )
    found = widen_places(asked, Settings(places=places))
    if wide is not None and asked == ("Harwick",):
        wide = (*wide, "Mill Lane")
    assert (found and set(found)) == (wide and set(wide))
