"""Does a program that has the case open see what others change in its documents?"""

from hypothesis import given
from hypothesis import strategies as st

from sayso.store import (
    NoteFiles,
    Tombstone,
    add_day,
    create_folder,
    digest_read,
    digest_truth,
    document_ids,
    read_notes,
    remove_document,
)

STEPS = st.lists(st.tuples(st.sampled_from(["put", "name", "day", "remove", "nothing"]), st.integers(0, 5)), max_size=8)


@given(steps=STEPS)
def test_notes_that_a_program_remembers_are_those_on_disk(steps, put, tmp_path_factory):
    folder = create_folder(tmp_path_factory.mktemp("case") / "valley")
    known: NoteFiles = {}
    for kind, number in steps:
        notes = read_notes(folder)
        if kind in {"put", "name"}:
            put(folder, f"Bridge {number} fell.", "b.txt" if kind == "name" else "a.txt")
        elif notes and kind == "day":
            add_day(folder, notes[number % len(notes)], f"2024-05-0{number + 1}")
        elif notes and kind == "remove":
            note = notes[number % len(notes)]
            taken = Tombstone(id=note.id, sha256=note.sha256, by="Ana", reason="asked for", removed="2024-05-01")
            remove_document(folder, taken)
        assert read_notes(folder, known) == read_notes(folder)
        assert list(known) == list(document_ids(folder))
        assert digest_read(folder, known) == digest_truth(folder, known) == digest_truth(folder)
