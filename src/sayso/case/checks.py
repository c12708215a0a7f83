"""Is a case still what its documents, settings and judgements say?"""

import hashlib
from collections.abc import Iterator
from itertools import zip_longest

from sayso.case.builds import join_case
from sayso.case.options import Options, Step
from sayso.errors import CaseError, SettingsError
from sayso.intake import describe_document
from sayso.model.derivations import Evidence
from sayso.model.records import Record
from sayso.model.resolved import ResolvedClaim
from sayso.model.settings import Settings
from sayso.outputs import export_rows
from sayso.store import (
    CaptureNote,
    CaseFolder,
    check_clearances,
    check_judgements,
    check_record,
    check_releases,
    digest_truth,
    read_capture,
    read_notes,
    read_record,
    read_settings,
    read_stamp,
)

_SHOWN = 3


def check_case(folder: CaseFolder, options: Options) -> Iterator[str]:
    """Yield a line for everything that is not as it should be; none for a sound case.

    The hashes of originals, reading texts and releases, the chain of judgements, the rows of `case.sqlite`, every quote
    against its text, and a rebuild from documents, settings and judgements that must give the same exports.
    Nothing is written. What cannot be read at all ends the check with its own line.
    """
    try:
        yield from _check(folder, options)
    except (CaseError, SettingsError) as error:
        yield str(error)


def _check(folder: CaseFolder, options: Options) -> Iterator[str]:
    settings = read_settings(folder)
    notes = read_notes(folder)
    yield from (line for note in notes for line in _check_document(folder, note))
    yield from (problem.reason for problem in check_judgements(folder))
    yield from check_clearances(folder)
    yield from check_releases(folder)
    yield from check_record(folder)
    record = read_record(folder)
    yield from _check_quotes(record)
    if read_stamp(folder).inputs != digest_truth(folder):
        yield "settings, documents or judgements changed after the record was built; run: sayso build --case"
    yield from _compare(record, _rebuild(folder, notes, settings, options))


def _check_document(folder: CaseFolder, note: CaptureNote) -> Iterator[str]:
    path = folder.documents / note.id
    hashes = {note.original: note.sha256, "text.txt": note.text_sha256}
    hashes |= {fetch.warc: fetch.warc_sha256 for fetch in note.fetches}
    for name, known in hashes.items():
        try:
            found = hashlib.sha256((path / name).read_bytes()).hexdigest()
        except OSError as error:
            yield f"document {note.id} ({note.names[0]}): {name} cannot be read: {error.strerror}"
            continue
        if found != known:
            yield f"document {note.id} ({note.names[0]}): {name} was changed after it was taken in"
    if not note.sha256.startswith(note.id):
        yield f"document {note.id} ({note.names[0]}): its id is not that of its bytes"


def _check_quotes(record: Record) -> Iterator[str]:
    """Yield a line for each piece of evidence whose words do not stand where it says."""
    texts = {document.id: document.text for document in record.documents}
    for resolved in record.claims:
        claim = resolved.claim
        if not claim.sentence.holds(claim.span) or claim.span.end > len(texts[claim.document]):
            yield f"claim {claim.id}: its words lie outside its sentence or text"
        for rule, evidence in _evidence(resolved):
            if evidence.span.read(texts.get(evidence.document, "")) != evidence.quote:
                yield f"claim {claim.id}: the words {evidence.quote!r} do not stand where {rule} found them"


def _evidence(resolved: ResolvedClaim) -> Iterator[tuple[str, Evidence]]:
    """Yield all words that a claim's values rest on, with the rule that found them."""
    tops = (resolved.claim.derived, *resolved.derived, resolved.period.derived, resolved.place_derived)
    waiting = [derived for derived in tops if derived]
    while waiting:
        derived = waiting.pop()
        waiting.extend(derived.inputs)
        yield from ((derived.rule, evidence) for evidence in derived.evidence)


def _rebuild(folder: CaseFolder, notes: tuple[CaptureNote, ...], settings: Settings, options: Options) -> Record | str:
    try:
        documents = [describe_document(read_capture(folder, note), settings) for note in notes]
        readings = []
        for reading in options.read(documents, settings.syntax_model, workers=options.workers):
            readings.append(reading)
            options.tell(Step(name="read again", done=len(readings), total=len(documents), file=reading.document.file))
        return join_case(folder, notes, readings, settings)
    except CaseError as error:
        return str(error)


def _compare(record: Record, rebuilt: Record | str) -> Iterator[str]:
    if isinstance(rebuilt, str):
        yield f"the record cannot be built again: {rebuilt}"
        return
    held, made = export_rows(record), export_rows(rebuilt)
    for table in sorted(held.keys() | made.keys()):
        differing = [number for number, pair in enumerate(zip_longest(held[table], made[table])) if pair[0] != pair[1]]
        for number in differing[:_SHOWN]:
            yield f"{table} row {number + 1}: a rebuild gives another row than the record holds"
        if len(differing) > _SHOWN:
            yield f"{table}: {len(differing) - _SHOWN} further rows differ"
