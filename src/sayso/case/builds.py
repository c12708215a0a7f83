"""How does a case take in reports and become a record?"""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sayso.case.intakes import take_in
from sayso.case.options import Options, Step
from sayso.intake import describe_document
from sayso.model.claims import Reading
from sayso.model.documents import Problem
from sayso.model.judgements import Judgement
from sayso.model.records import Record
from sayso.model.settings import Settings
from sayso.pipeline import Held, digest_model, join
from sayso.store import (
    CaptureNote,
    CaseFolder,
    KeptNames,
    NoteFiles,
    ReadingCache,
    Taken,
    Written,
    as_kept,
    check_judgements,
    digest_read,
    hold,
    read_capture,
    read_judgements,
    read_notes,
    read_refusals,
    read_settings,
    recover,
    write_record,
)
from sayso.text.memories import Memory

Joining = Callable[[Sequence[Reading], Settings, Sequence[Judgement], Held], Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build did: the record, what became of each thing handed in, and how many documents it read."""

    record: Record
    taken: Mapping[Taken, int]
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What an open case knows from its last build: readings by their cache key, the notes of its documents, what the join worked out, what was written."""

    readings: dict[str, Reading] = field(default_factory=dict)
    names: KeptNames = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    written: Written = field(default_factory=Written)
    notes: NoteFiles = field(default_factory=dict)


def build_case(
    folder: CaseFolder, inputs: Sequence[str | Path], options: Options, remembered: Remembered | None = None
) -> Build:
    """Take `inputs` into the case, read what is new, join everything and write the record.

    Documents are on disk before the record names them; after a kill at any moment the next build goes on.
    `remembered` is what the last build of the same program left for the next.

    Raises:
        CaseError: when the case cannot be written, or another build holds it.
        InputError: when a day was given for a file that is not there.
        SettingsError: when sayso.toml is wrong.
        ModelError: when the syntax model cannot be used.
    """
    with hold(folder, wait=options.wait):
        recover(folder)
        settings = read_settings(folder)
        taken = take_in(folder, inputs, options) if inputs or options.days else Counter[Taken]()
        remembered = remembered or Remembered()
        notes = read_notes(folder, remembered.notes)
        model = digest_model(settings.syntax_model)
        cache = ReadingCache(folder, model, settings, remembered.readings, remembered.names)
        readings, read = read_case(notes, cache, options)
        options.tell(Step(name="joined", done=0, total=len(readings)))
        with uncollected():
            joining = partial(join, memory=remembered.memory)
            record = join_case(folder, notes, readings, settings, joining)
            truth = digest_read(folder, remembered.notes)
            write_record(folder, record, inputs=truth, model=cache.model, written=remembered.written)
        cache.forget_others({cache.key(note) for note in notes})
        options.tell(Step(name="written", done=len(readings), total=len(readings)))
    return Build(record=as_kept(record), taken=taken, read=read)


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the search for cyclic garbage: joining and reading a record make many objects and no cycles.

    It took a third of the time of the one and nine tenths of the other. What was made meanwhile then counts as old,
    so that the next search for young garbage does not walk all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def read_case(notes: Sequence[CaptureNote], cache: ReadingCache, options: Options) -> tuple[tuple[Reading, ...], int]:
    """Return the readings of all documents, kept ones where they are kept, and how many had to be read.

    Raises:
        ModelError: when the syntax model cannot be used.
    """
    keys = {note.id: cache.key(note) for note in notes}
    found = {note.id: cache.read(keys[note.id]) for note in notes}
    new = [note for note in notes if found[note.id] is None]
    documents = [describe_document(read_capture(cache.folder, note), cache.settings) for note in new]
    for number, reading in enumerate(options.read(documents, cache.settings.syntax_model, workers=options.workers), 1):
        cache.keep(keys[reading.document.id], reading)
        found[reading.document.id] = reading
        options.tell(Step(name="read", done=number, total=len(new), file=reading.document.file))
    return tuple(reading for reading in found.values() if reading), len(new)


def join_case(
    folder: CaseFolder,
    notes: Sequence[CaptureNote],
    readings: Sequence[Reading],
    settings: Settings,
    joining: Joining = join,
) -> Record:
    """Return the record that documents, settings and judgements of the case give now; nothing is written."""
    problems: tuple[Problem, ...] = (*read_refusals(folder), *check_judgements(folder))
    held = Held(obtained={note.id: note.obtained for note in notes}, problems=problems)
    return joining(readings, settings, read_judgements(folder), held)
