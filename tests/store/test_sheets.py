from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.records import Record
from sayso.store import (
    CaseFolder,
    check_record,
    create_folder,
    read_record,
    search_claims,
    search_documents,
    write_record,
)
from sayso.store.sheets import GAP, Written, place_rows

STATES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.booleans(), st.booleans()), min_size=2, max_size=6)


def vary(record: Record, documents: int, claims: int, is_renamed: bool, is_unplaced: bool) -> Record:
    """Return a record with fewer documents and claims, with another name of a voice, a judgement placed or not."""
    kept = len(record.documents) - documents % len(record.documents)
    voice = replace(record.voices[0], name="the general staff" if is_renamed else record.voices[0].name)
    return replace(
        record,
        documents=record.documents[:kept],
        dates=record.dates[:kept],
        coverage=record.coverage[:kept],
        held=record.held[:kept],
        claims=tuple(one for number, one in enumerate(record.claims) if number != claims - 1),
        groups=record.groups[claims % (len(record.groups) + 1) :],
        voices=(voice, *record.voices[1:]),
        unplaced=tuple(one.id for one in record.judgements) if is_unplaced else (),
    )


@settings(max_examples=30, deadline=None)
@given(states=STATES)
def test_a_file_whose_changed_rows_are_written_is_as_one_made_anew(states, record: Record, tmp_path_factory):
    folder, other = (create_folder(tmp_path_factory.mktemp("case") / name) for name in ("one", "two"))
    written = Written()
    for documents, claims, is_renamed, is_unplaced in states:
        now = vary(record, documents, claims, is_renamed, is_unplaced)
        if any(claim.claim.document not in {one.id for one in now.documents} for claim in now.claims):
            now = replace(now, claims=())
        stamp = write_record(folder, now, inputs="i", model="m", written=written)
        assert stamp == write_record(other, now, inputs="i", model="m")
        assert read_record(folder) == read_record(other) == now
        assert list(check_record(folder)) == []
        for words in ("rebels", "army", "Ford"):
            assert set(search_claims(folder, words)) == set(search_claims(other, words))
            assert len(search_documents(folder, words)) == len(search_documents(other, words))


def test_words_of_a_document_that_was_taken_out_leave_the_file_of_a_program_that_wrote_it(
    folder: CaseFolder, record: Record
):
    written = Written()
    write_record(folder, record, inputs="i", model="m", written=written)
    empty = Record(**dict.fromkeys(Record.__dataclass_fields__, ()) | {"title": None, "hides_ties": False})
    write_record(folder, empty, inputs="i", model="m", written=written)
    assert b"Rebels said" not in folder.record.read_bytes()


def test_what_another_program_wrote_meanwhile_is_made_anew(folder: CaseFolder, record: Record):
    written = Written()
    write_record(folder, record, inputs="i", model="m", written=written)
    write_record(folder, replace(record, claims=()), inputs="i", model="m")
    write_record(folder, record, inputs="i", model="m", written=written)
    assert read_record(folder) == record
    assert list(check_record(folder)) == []


PLACES = [
    ("nothing was there", ["a", "b"], {}, [0, GAP]),
    ("nothing changed", ["a", "b"], {"a": 0, "b": 8}, [0, 8]),
    ("one comes between", ["a", "x", "b"], {"a": 0, "b": 8}, [0, 4, 8]),
    ("one comes first", ["x", "a"], {"a": 0}, [-GAP, 0]),
    ("one comes last", ["a", "x"], {"a": 8}, [8, 8 + GAP]),
    ("one goes", ["b"], {"a": 0, "b": 8}, [8]),
    ("there is no room", ["a", "x", "b"], {"a": 0, "b": 1}, [0, GAP, 2 * GAP]),
    ("the order is another", ["b", "a"], {"a": 0, "b": 8}, [8, 8 + GAP]),
]


@pytest.mark.parametrize(("_", "rows", "known", "expected"), PLACES, ids=[row[0] for row in PLACES])
def test_rows_stay_where_they_stood(_, rows, known, expected):
    digests = [row.encode() for row in rows]
    assert place_rows(digests, {row.encode(): position for row, position in known.items()}) == expected
