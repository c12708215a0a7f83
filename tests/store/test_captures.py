import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import CaseError
from sayso.model.documents import PageFacts
from sayso.store import (
    CaseFolder,
    Given,
    Taken,
    Tombstone,
    add_day,
    create_folder,
    document_ids,
    open_folder,
    read_capture,
    read_notes,
    read_tombstones,
    recover,
    remove_document,
    restore_document,
    store_capture,
)

MEDIA_TYPES = [
    ("text/html", "a.php", "original.html"),
    ("text/html; charset=utf-8", "a", "original.html"),
    ("text/plain", "a.txt", "original.txt"),
    ("application/json", "rows.jsonl", "original.json"),
    ("application/pdf", "a.PDF", "original.pdf"),
    ("application/octet-stream", "a", "original.bin"),
    ("application/octet-stream", "a.../x", "original.bin"),
]


def test_a_document_lies_in_a_folder_named_by_its_id(folder: CaseFolder, make_capture, put):
    capture, original = make_capture("Ünited\r\n")
    assert put(folder, "Ünited\r\n") is Taken.ADDED
    path = folder.documents / capture.id
    assert sorted(part.name for part in path.iterdir()) == ["capture.json", "original.txt", "text.txt"]
    assert (path / "original.txt").read_bytes() == original
    assert (path / "text.txt").read_bytes() == "Ünited\r\n".encode()


def test_capture_json_tells_how_we_came_by_the_document(folder: CaseFolder, put):
    put(folder, completeness="partial", method="trafilatura 2.3", page=PageFacts(url="https://example.org/a"))
    (note,) = read_notes(folder)
    assert (note.by, note.obtained, note.method) == ("Ana", "2024-05-01T08:00:00+00:00", "trafilatura 2.3")
    assert (note.completeness, note.page.url, note.names) == ("partial", "https://example.org/a", ("a.txt",))
    assert note.paths == ("/home/ana/a.txt",)
    assert note.sha256 == hashlib.sha256(b"A bridge fell.").hexdigest() == note.text_sha256


@pytest.mark.parametrize(("media_type", "file", "name"), MEDIA_TYPES)
def test_the_original_keeps_the_ending_of_its_media_type(tmp_path, media_type: str, file: str, name: str, make_capture):
    folder = create_folder(tmp_path / "valley")
    capture, original = make_capture(file=file)
    store_capture(
        folder, replace(capture, media_type=media_type), original, Given(paths=(), obtained="2024-05-01", by="Ana")
    )
    assert (folder.documents / capture.id / name).is_file()


@pytest.mark.parametrize(
    "names", [("b.txt", "a.txt", "c.txt"), ("c.txt", "b.txt", "a.txt"), ("a.txt", "c.txt", "b.txt")]
)
def test_the_same_bytes_under_several_names_are_one_document_in_whatever_order_they_come(folder, names, put):
    outcomes = [put(folder, file=name) for name in names]
    (note,) = read_notes(folder)
    capture = read_capture(folder, note)
    assert outcomes == [Taken.ADDED, Taken.CHANGED, Taken.CHANGED]
    assert (capture.file, capture.also) == ("a.txt", ("b.txt", "c.txt"))
    assert put(folder, file="b.txt") is Taken.KNOWN


def test_a_day_the_user_gave_is_kept_with_the_document(folder: CaseFolder, put):
    put(folder)
    (note,) = read_notes(folder)
    add_day(folder, note, "2013-07-30")
    assert read_capture(folder, read_notes(folder)[0]).page.published_by_user == "2013-07-30"


@settings(max_examples=25, deadline=None)
@given(text=st.text())
def test_any_text_reads_back_as_it_was_taken_in(tmp_path_factory, text: str, put):
    folder = create_folder(tmp_path_factory.mktemp("case"))
    put(folder, text)
    (note,) = read_notes(folder)
    assert read_capture(folder, note).text == text


def test_a_text_with_lone_surrogates_reads_back(folder: CaseFolder, put):
    put(folder, "half \ud83d here")
    assert read_capture(folder, read_notes(folder)[0]).text == "half \ud83d here"


def test_what_was_taken_out_leaves_a_tombstone_and_stays_out(folder: CaseFolder, make_capture, put):
    capture, _ = make_capture()
    put(folder)
    tombstone = Tombstone(
        id=capture.id, sha256=capture.sha256, removed="2024-05-02", by="Ben", reason="names a witness"
    )
    remove_document(folder, tombstone)
    assert [path.name for path in (folder.documents / capture.id).iterdir()] == ["removed.json"]
    assert read_tombstones(folder) == (tombstone,)
    assert list(document_ids(folder)) == []
    assert put(folder) is Taken.OUT


def test_what_was_taken_out_can_come_back_when_asked(folder: CaseFolder, make_capture, put):
    capture, _ = make_capture()
    put(folder)
    remove_document(folder, Tombstone(id=capture.id, sha256=capture.sha256, removed="", by="Ben", reason=""))
    restore_document(folder, capture.id)
    assert put(folder) is Taken.ADDED
    assert not read_tombstones(folder)


def test_a_removal_that_was_killed_is_finished_by_the_next_build(folder: CaseFolder, make_capture, put):
    capture, _ = make_capture()
    put(folder)
    (folder.documents / capture.id / "removed.json").write_text("{}")
    (folder.documents / ".new-half").mkdir()
    (folder.documents / ".new-half" / "text.txt").write_text("ha")
    recover(folder)
    assert [path.name for path in folder.documents.iterdir()] == [capture.id]
    assert [path.name for path in (folder.documents / capture.id).iterdir()] == ["removed.json"]


@pytest.mark.parametrize("name", ["documents/0000", "cache", ".lock", "judgements.jsonl", "case.sqlite"])
def test_a_case_with_a_link_in_it_is_refused_and_nothing_where_it_leads_is_touched(
    folder: CaseFolder, tmp_path, name, put
):
    put(folder)
    away = tmp_path / "away"
    away.mkdir()
    (away / "removed.json").write_text("{}")
    (folder.path / name).unlink(missing_ok=True)
    (folder.path / name).symlink_to(away)
    with pytest.raises(CaseError, match="is a link"):
        open_folder(folder.path)
    assert [path.name for path in away.iterdir()] == ["removed.json"]


@pytest.mark.parametrize("name", ["text.txt", "original.txt"])
def test_a_documents_file_that_is_a_link_is_refused(folder: CaseFolder, tmp_path, name, put):
    put(folder)
    (document,) = document_ids(folder)
    path = folder.documents / document / name
    path.unlink()
    path.symlink_to(tmp_path / "private.txt")
    with pytest.raises(CaseError, match="does not belong to its folder"):
        read_notes(folder)


@pytest.mark.parametrize("damage", ["", "{}", "[", '{"id": 3}'])
def test_a_damaged_note_is_named(folder: CaseFolder, damage: str, put):
    put(folder)
    (document,) = document_ids(folder)
    (folder.documents / document / "capture.json").write_text(damage)
    with pytest.raises(CaseError, match=r"capture\.json"):
        read_notes(folder)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..", "", "a/b.txt", "a\\\\b.txt"])
def test_a_note_that_names_a_file_outside_its_folder_is_refused(folder: CaseFolder, name: str, put):
    put(folder)
    (document,) = document_ids(folder)
    path = folder.documents / document / "capture.json"
    path.write_text(path.read_text().replace('"original.txt"', f'"{name}"'))
    with pytest.raises(CaseError, match="does not belong to its folder"):
        read_notes(folder)


def test_a_missing_text_is_named(folder: CaseFolder, put):
    put(folder)
    (note,) = read_notes(folder)
    (folder.documents / note.id / "text.txt").unlink()
    with pytest.raises(CaseError, match=r"text\.txt"):
        read_capture(folder, note)
