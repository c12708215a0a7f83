"""What is taken into a case, and what of it was new?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePath

from sayso.case.options import Options, Step
from sayso.errors import InputError
from sayso.intake import read_inputs
from sayso.intake.names import Shortener
from sayso.model.documents import Problem
from sayso.store import (
    CaseFolder,
    Given,
    Taken,
    add_day,
    keep_refusals,
    read_notes,
    read_tombstones,
    restore_document,
    store_capture,
)


def take_in(folder: CaseFolder, inputs: Sequence[str | Path], options: Options) -> Counter[Taken]:
    """Put everything that `inputs` hold on disk, one document at a time, and say what became of each.

    What cannot be taken in is kept as a problem of the case. A day given for a file counts for that file,
    whether it comes now or was there before.

    Raises:
        InputError: when a day was given for a file that is not there.
        CaseError: when the case cannot be written.
    """
    taken: Counter[Taken] = Counter()
    met: list[Problem] = []
    files: set[str] = set()
    short = Shortener(inputs)
    removed = {tombstone.id for tombstone in read_tombstones(folder)} if options.again else set()
    obtained = datetime.now(UTC).isoformat(timespec="seconds")
    for item in read_inputs(inputs, stdin=options.stdin) if inputs else ():
        if isinstance(item, Problem):
            met.append(replace(item, file=short.name(item.file) if item.file else None))
            continue
        capture, original = item
        if capture.id in removed:
            restore_document(folder, capture.id)
        given = Given(paths=(capture.file, *capture.also), obtained=obtained, by=options.by)
        capture = short.shorten(capture)
        files.add(capture.file)
        taken[store_capture(folder, capture, original, given)] += 1
        options.tell(Step(name="taken in", done=taken.total(), file=capture.file))
    if inputs:
        keep_refusals(folder, met, files)
    set_days(folder, options.days)
    return taken


def set_days(folder: CaseFolder, days: Mapping[str, str]) -> None:
    """Note the days of publication that a user gave, by file name, path or beginning of the id.

    Raises:
        InputError: when a day is no day or lies ahead, or no document has such a name.
    """
    if not days:
        return
    notes = read_notes(folder)
    for name, day in days.items():
        found = [note for note in notes if _is_meant(name, note.names, note.id)]
        if not found:
            raise InputError(f"--date {name}={day}: no document of this case came under the name {name!r}")
        for note in found:
            add_day(folder, note, check_day(day, f"--date {name}={day}"))


def check_day(day: str, where: str) -> str:
    """Return a day as ISO writes it.

    Raises:
        InputError: when it is none, or lies ahead.
    """
    try:
        found = date.fromisoformat(day)
    except ValueError as error:
        raise InputError(f"{where}: {day!r} is no day; write it like 2013-07-29") from error
    if found > datetime.now(UTC).date():
        raise InputError(f"{where}: {day} lies ahead; a report cannot have come out then")
    return found.isoformat()


def _is_meant(name: str, names: Sequence[str], document: str) -> bool:
    return any(name in {known, PurePath(known).name} or PurePath(name).name == known for known in names) or (
        len(name) >= 6 and document.startswith(name)
    )
