"""How is the record kept, so that a killed build leaves the old one whole?"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import CaseError
from sayso.model.records import Record
from sayso.store.databases import (
    change_database,
    clear_database,
    clear_journals,
    fill_database,
    open_database,
    select_rows,
)
from sayso.store.files import LEFTOVER, sync_file, sync_folder, writing
from sayso.store.folders import CaseFolder
from sayso.store.rows import HeldDocument, make_storable
from sayso.store.seals import break_seal, is_as_sealed, seal
from sayso.store.sheets import Change, Written, digest_row, digest_sheets, lay_out, mark_file
from sayso.store.tables import TABLES, Table
from sayso.store.versions import sayso_version

_AGAIN = "build it again with: sayso build --case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a record was made of: the digests of its inputs, of the syntax model and of its own rows."""

    sayso: str
    inputs: str
    model: str
    digest: str


def write_record(
    folder: CaseFolder, record: Record, *, inputs: str, model: str, written: Written | None = None
) -> Stamp:
    """Put the record in `case.sqlite`: written beside it, and swapped in whole; who reads the old one goes on reading it.

    `written` is what this program wrote there last: where the file is still that one, only rows that changed are made
    and written, into a copy of it. Where a document was taken out, the whole file is made anew.

    Raises:
        CaseError: when it cannot be written; the old record stays.
    """
    before = written if written is not None and _can_go_on(written, folder.record, record) else Written()
    now, changes = lay_out(record, before)
    stamp = Stamp(sayso=sayso_version(), inputs=inputs, model=model, digest=now.digest())
    facts = {"stamp": _json(stamp), "title": _json(record.title), "unplaced": _json(record.unplaced)}
    beside = folder.record.with_name(f"{LEFTOVER}{folder.record.name}")
    with writing(folder.record):
        clear_database(beside)
        try:
            with _refusing(folder.record):
                _fill(beside, changes, facts, folder.record if before.sheets else None)
            sync_file(beside)
        except BaseException:
            # On a full disk what was written so far would keep the room that is asked for.
            clear_database(beside)
            raise
        break_seal(folder.record)
        clear_journals(folder.record)
        beside.replace(folder.record)
        sync_folder(folder.path)
    seal(folder.record)
    if written is not None:
        written.words, written.sheets, written.mark = now.words, now.sheets, mark_file(folder.record)
    return stamp


def _fill(path: Path, changes: Mapping[str, Change], facts: Mapping[str, str], old: Path | None) -> None:
    if old is None:
        fill_database(path, changes, facts)
    else:
        shutil.copyfile(old, path)
        change_database(path, changes, facts)


def _can_go_on(written: Written, path: Path, record: Record) -> bool:
    """Tell whether the file is as it was written, and holds no words of a document that is not in the record."""
    documents = {item.document.id for item in written.sheets["documents"].items} if written.sheets else set()
    return written.is_of(path) and documents <= {document.id for document in record.documents}


def read_record(folder: CaseFolder) -> Record:
    """Return the record as it was last built.

    Raises:
        CaseError: when there is none, or it cannot be read.
    """
    with _reading(folder) as connection:
        return _read_all(connection)


def as_kept(record: Record) -> Record:
    """Return a record as `read_record` gives it back once it is written, so that it need not be read to be shown."""
    texts = [make_storable(document.text) for document in record.documents]
    changed = {n for n, document in enumerate(record.documents) if document.text != texts[n]}
    documents = (replace(one, text=texts[n]) if n in changed else one for n, one in enumerate(record.documents))
    return replace(
        record,
        documents=tuple(documents) if changed else record.documents,
        names=record.names if any(record.names) else (),
    )


def _read_all(connection: sqlite3.Connection) -> Record:
    facts = _facts(connection)
    parts = {table.name: tuple(_read(connection, table)) for table in TABLES}
    texts = [text for (text,) in connection.execute("SELECT text FROM documents ORDER BY position")]
    held: tuple[HeldDocument, ...] = parts["documents"]
    return Record(
        title=msgspec.json.decode(facts["title"], type=str | None),
        documents=tuple(replace(row.document, text=text) for row, text in zip(held, texts, strict=True)),
        dates=tuple(row.date for row in held),
        coverage=tuple(row.coverage for row in held),
        held=tuple(row.held for row in held),
        voices=parts["voices"],
        places=parts["places"],
        claims=parts["claims"],
        groups=parts["groups"],
        origins=parts["origins"],
        conflicts=parts["conflicts"],
        links=parts["relations"],
        copies=parts["copies"],
        control=parts["control"],
        figures=parts["figures"],
        toponyms=parts["toponyms"],
        problems=parts["problems"],
        judgements=parts["judgements"],
        unplaced=msgspec.json.decode(facts["unplaced"], type=tuple[str, ...]),
        names=tuple(row.names for row in held) if any(row.names for row in held) else (),
    )


def read_stamp(folder: CaseFolder) -> Stamp:
    """Return what the record was made of.

    Raises:
        CaseError: when there is no record, or it cannot be read.
    """
    with _reading(folder) as connection:
        return msgspec.json.decode(_facts(connection)["stamp"], type=Stamp)


def check_record(folder: CaseFolder) -> Iterator[str]:
    """Yield a line for each thing in `case.sqlite` that is not as the last build left it.

    Raises:
        CaseError: when there is no record, or it cannot be read.
    """
    with _reading(folder) as connection:
        for (line,) in connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield f"case.sqlite is damaged: {line}"
        rows = {table.name: connection.execute(select_rows(table)).fetchall() for table in TABLES}
        stamp = msgspec.json.decode(_facts(connection)["stamp"], type=Stamp)
        digests = {name: [digest_row(row) for row in found] for name, found in rows.items()}
        is_whole = digest_sheets(digests) == stamp.digest and is_as_sealed(folder.record)
        record = _read_all(connection) if is_whole else None
    if record is None or any(rows[table.name] != list(table.rows(record)) for table in TABLES):
        yield "case.sqlite was changed after it was built"


def search_claims(folder: CaseFolder, words: str) -> tuple[str, ...]:
    """Return the ids of the claims whose sentence holds all of the words, best match first.

    Raises:
        CaseError: when there is no record, or it cannot be read.
    """
    query = "SELECT claims.id FROM claim_words JOIN claims ON claims.position = claim_words.rowid"
    found = _search(folder, f"{query} WHERE claim_words MATCH ? ORDER BY rank, claims.id", words)
    return tuple(str(claim) for (claim,) in found)


def search_documents(folder: CaseFolder, words: str) -> tuple[tuple[str, str], ...]:
    """Return the ids of the documents that hold all of the words, best match first, each with a piece of its text.

    Raises:
        CaseError: when there is no record, or it cannot be read.
    """
    query = (
        "SELECT documents.id, snippet(document_words, 1, '', '', ' … ', 32)"
        " FROM document_words JOIN documents ON documents.position = document_words.rowid"
    )
    found = _search(folder, f"{query} WHERE document_words MATCH ? ORDER BY rank, documents.id LIMIT 200", words)
    return tuple((str(document), str(piece)) for document, piece in found)


def _search(folder: CaseFolder, query: str, words: str) -> list[tuple[Any, ...]]:
    asked = " ".join('"' + word.replace('"', "") + '"' for word in words.split())
    with _reading(folder) as connection:
        return connection.execute(query, (asked,)).fetchall() if asked else []


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _read(connection: sqlite3.Connection, table: Table) -> Iterator[Any]:
    decoder = msgspec.json.Decoder(table.holds)
    for (row,) in connection.execute(f'SELECT row FROM "{table.name}" ORDER BY position'):
        yield decoder.decode(row)


def _facts(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, value FROM facts"))


@contextmanager
def _reading(folder: CaseFolder) -> Iterator[sqlite3.Connection]:
    if not folder.record.is_file():
        raise CaseError(f"{folder.path} has no record yet; {_AGAIN} {folder.path}")
    try:
        with closing(open_database(folder.record)) as connection:
            yield connection
    except (sqlite3.Error, msgspec.MsgspecError, KeyError) as error:
        raise CaseError(f"the record of {folder.path} cannot be read ({error}); {_AGAIN} {folder.path}") from error


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise CaseError(
            f"cannot write {path}: {error}; make room or give the right to write, and run it again"
        ) from error
