import json

import pytest

from sayso.errors import CaseError, InputError
from sayso.intake import describe_document, read_inputs
from sayso.model.settings import OutletEntry, Settings
from sayso.pipeline import read_document
from sayso.scale.engines import Local
from sayso.scale.lots import unpack_reading
from sayso.scale.runs import Run, read_many
from sayso.scale.shelves import Shelf
from sayso.scale.sifting import name_pages
from sayso.scale.tables import read_table
from tests.scale.conftest import contents, read


def table(readings, name):
    shelf = Shelf(str(readings))
    return [row for file in shelf.names(name) for row in read_table(shelf, file).to_pylist()]


def pages(readings):
    return {row["name"]: row for row in read_table(Shelf(str(readings)), name_pages(0)).to_pylist()}


def test_what_became_of_every_page_is_said(reports, tmp_path):
    outcome = read([reports], tmp_path / "readings")
    assert (outcome.read, outcome.copies) == (4, 1)
    assert outcome.passed == {
        "passed over: no word of conflict or crisis": 1,
        "unreadable: no article was found in the page; save its text as a .txt file": 1,
    }
    states = {name: row["state"] for name, row in pages(tmp_path / "readings").items()}
    assert states["bread.txt"] == "passed over"
    assert states["broken.html"] == "unreadable"
    assert sum(state == "kept" for state in states.values()) == 6


def test_documents_stand_in_the_month_they_came_out(reports, tmp_path):
    read([reports], tmp_path / "readings")
    documents = {name: row for row in table(tmp_path / "readings", "documents") for name in row["names"]}
    assert documents["army.txt"] is documents["same.txt"]
    assert (documents["near.txt"]["state"], documents["near.txt"]["copy_of"]) == (
        "copy",
        documents["army.txt"]["document"],
    )
    parts = {path.parent.name for path in (tmp_path / "readings" / "documents").rglob("*.parquet")}
    assert parts == {"month=2021-05", "month=2021-06", "undated"}


def test_a_reading_is_the_one_that_a_case_would_make(reports, tmp_path, syntax):
    (reports / "same.txt").unlink()
    read([reports], tmp_path / "readings")
    kept = {row["document"]: unpack_reading(row["reading"]) for row in table(tmp_path / "readings", "readings")}
    captures = [found[0] for found in read_inputs([reports]) if isinstance(found, tuple)]
    made = {}
    for capture in captures:
        document = describe_document(capture, Settings())
        made[capture.file.rpartition("/")[2]] = read_document(document, syntax)
    for reading in kept.values():
        ours = made[reading.document.file]
        assert (ours.claims, ours.timexes, ours.toponyms) == (reading.claims, reading.timexes, reading.toponyms)


def test_claims_quote_their_documents(reports, tmp_path):
    read([reports], tmp_path / "readings")
    texts = {
        row["document"]: unpack_reading(row["reading"]).document.text
        for row in table(tmp_path / "readings", "readings")
    }
    claims = table(tmp_path / "readings", "claims")
    assert claims
    for row in claims:
        assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]
    assert any("Harwick" in row["places"] for row in claims)
    assert any(
        "activists" in [name.casefold() for name in row["voices"]]
        for row in table(tmp_path / "readings", "attributions")
    )
    assert {"time", "place", "figure"} <= {row["what"] for row in table(tmp_path / "readings", "mentions")}


@pytest.mark.slow
def test_two_workers_write_the_same_bytes_as_one(reports, tmp_path):
    for number in range(60):
        (reports / f"more{number}.txt").write_text(
            f"{number} May 2021\n\nShells fell on Dunmore, {number} residents said.", "utf-8"
        )
    one, two = tmp_path / "one", tmp_path / "two"
    read([reports], one, workers=1)
    read([reports], two, workers=2)
    assert contents(one) == contents(two)


def test_without_the_gate_everything_is_read(reports, tmp_path):
    outcome = read([reports], tmp_path / "readings", gate=False)
    assert (outcome.read, outcome.copies) == (5, 1)


class Power:
    """An engine that is cut off after so many pieces of work."""

    def __init__(self, pieces):
        self.pieces = pieces

    def run(self, work, pieces):
        for name, piece in pieces.items():
            if not self.pieces:
                raise KeyboardInterrupt
            self.pieces -= 1
            yield name, work(piece)


@pytest.mark.parametrize("pieces", range(4))
def test_a_run_that_was_cut_off_goes_on_and_ends_the_same(reports, tmp_path, pieces):
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    read([reports], whole)
    with pytest.raises(KeyboardInterrupt):
        read_many(Run(inputs=(str(reports),), to=str(broken)), Power(pieces))
    met = []
    with pytest.raises(InputError, match="--resume"):
        read([reports], broken)
    outcome = read([reports], broken, resume=True, tell=lambda name, done, total: met.append((name, done, total)))
    assert contents(broken) == contents(whole)
    assert outcome.read == 4
    assert met[0][1] == min(pieces, 1)


def test_a_finished_run_is_not_done_again(reports, tmp_path):
    to = tmp_path / "readings"
    first = read([reports], to)
    before = contents(to)
    with pytest.raises(KeyboardInterrupt):
        # Nothing is left for the engine to do, so the power is never asked for.
        read_many(Run(inputs=(str(reports),), to=str(tmp_path / "other")), Power(0))
    assert read_many(Run(inputs=(str(reports),), to=str(to), resume=True), Power(0)) == first
    assert contents(to) == before


DIFFERENT = [
    {"gate": False},
    {"settings": Settings(time_zone="Asia/Damascus")},
    {"settings": Settings(outlets=(OutletEntry(name="Valley Voice"),))},
]


@pytest.mark.parametrize("options", DIFFERENT)
def test_a_run_does_not_go_on_as_another_one(reports, tmp_path, options):
    read([reports], tmp_path / "readings")
    with pytest.raises(InputError, match="was begun with other"):
        read([reports], tmp_path / "readings", resume=True, **options)


def test_an_input_that_is_not_there_is_the_callers_mistake(tmp_path):
    with pytest.raises(InputError, match="no file or folder"):
        read([tmp_path / "gone"], tmp_path / "readings")


def test_a_manifest_of_another_version_is_refused(reports, tmp_path):
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / "manifest.json").write_text(json.dumps({"inputs": 7}))
    with pytest.raises(InputError, match="cannot be read"):
        read([reports], tmp_path / "readings", resume=True)


def test_a_place_that_cannot_be_written_is_told(reports, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CaseError, match="cannot write"):
        read([reports], tmp_path / "file")


def test_an_input_may_be_an_address_that_fsspec_opens(reports):
    memory = pytest.importorskip("fsspec").filesystem("memory")
    for path in reports.iterdir():
        memory.pipe_file(f"/reports/{path.name}", path.read_bytes())
    outcome = read_many(Run(inputs=("memory://reports",), to="memory://readings"), Local(1))
    assert (outcome.read, outcome.copies) == (4, 1)
    assert memory.isfile("/readings/manifest.json")
    memory.rm("/reports", recursive=True)
    memory.rm("/readings", recursive=True)
