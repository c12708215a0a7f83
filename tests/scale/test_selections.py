import zlib

import pytest

from sayso.errors import CaseError, InputError
from sayso.scale import Part, open_readings, select_documents
from sayso.scale.shelves import Shelf
from sayso.scale.tables import PAGES, READINGS, read_table, write_table
from tests.scale.conftest import REPORTS, read

PARTS = [
    (Part(), {"army.txt", "activists.txt", "june.txt", "undated.txt", "near.txt"}),
    (Part(since="2021-05", until="2021-05"), {"army.txt", "activists.txt", "near.txt"}),
    (Part(since="2021-05-04", until="2021-05-31"), {"activists.txt"}),
    (Part(since="2021-06"), {"june.txt"}),
    (Part(until="2020"), set()),
    (Part(places=("Harwick",)), {"army.txt", "activists.txt", "near.txt"}),
    (Part(places=("harwick", "Dunmore")), {"army.txt", "activists.txt", "near.txt", "june.txt"}),
    (Part(places=("Harwick",), since="2021-06"), set()),
    (Part(voices=("activists",)), {"activists.txt"}),
    (Part(voices=("the army",), places=("Harwick",)), {"army.txt", "near.txt"}),
    (Part(places=("Nowhere",)), set()),
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    (folder / "reports").mkdir()
    for name, text in REPORTS.items():
        (folder / "reports" / name).write_text(text, "utf-8")
    (folder / "reports" / "near.txt").write_text(f"Other Herald\n\n{REPORTS['army.txt']}\n\nRead more\n", "utf-8")
    read([folder / "reports"], folder / "readings")
    return open_readings(str(folder / "readings"))[0]


@pytest.mark.parametrize(("part", "files"), PARTS)
def test_a_part_holds_the_documents_that_speak_of_it_then(shelf, part, files):
    assert {selected.capture.file for selected in select_documents(shelf, part)} == files


def test_a_document_comes_with_its_original_and_its_reading(shelf):
    found = {selected.capture.file: selected for selected in select_documents(shelf, Part(places=("Harwick",)))}
    army = found["army.txt"]
    assert army.original.decode() == army.capture.text == army.reading.document.text
    assert army.reading.claims
    assert found["near.txt"].reading is None


@pytest.mark.parametrize("part", [Part(since="soon"), Part(until="07/2013")])
def test_what_is_no_day_is_refused(shelf, part):
    with pytest.raises(InputError, match="is no day"):
        list(select_documents(shelf, part))


def replace_rows(readings, name, columns, change):
    shelf = Shelf(str(readings))
    for file in shelf.names(name):
        write_table(shelf, file, columns, [row | change(row) for row in read_table(shelf, file).to_pylist()])


DAMAGE = [
    ("pages", PAGES, lambda _: {"original": zlib.compress(b"other bytes")}, "its bytes are not those"),
    ("pages", PAGES, lambda _: {"original": b"no such thing"}, "is damaged"),
    ("pages", PAGES, lambda _: {"described": zlib.compress(b"{}")}, "is damaged"),
    ("readings", READINGS, lambda _: {"reading": zlib.compress(b"nothing")}, "is damaged"),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_was_changed_afterwards_is_refused(reports, tmp_path, damage):
    table, columns, change, words = damage
    read([reports], tmp_path / "readings")
    replace_rows(tmp_path / "readings", table, columns, change)
    with pytest.raises(CaseError, match=words):
        list(select_documents(open_readings(str(tmp_path / "readings"))[0], Part()))


def test_a_file_that_is_no_table_is_refused(reports, tmp_path):
    read([reports], tmp_path / "readings")
    for path in (tmp_path / "readings" / "claims").rglob("*.parquet"):
        path.write_bytes(b"nothing of the kind")
    with pytest.raises(CaseError, match="is damaged"):
        list(select_documents(open_readings(str(tmp_path / "readings"))[0], Part(places=("Harwick",))))


def test_where_nothing_was_read_it_is_told(tmp_path):
    with pytest.raises(InputError, match="no readings"):
        open_readings(str(tmp_path))
