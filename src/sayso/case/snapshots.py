"""What did a record say, as far as two records are compared? The rows of its tables, now, earlier, or as frozen."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

import msgspec

from sayso.case.builds import read_case
from sayso.case.options import Options
from sayso.case.rows import Row
from sayso.errors import InputError
from sayso.model.claims import Reading
from sayso.model.judgements import Judgement
from sayso.model.records import Record
from sayso.outputs import export_rows
from sayso.pipeline import Held, digest_model, join
from sayso.store import (
    CaseFolder,
    ReadingCache,
    Release,
    read_judgements,
    read_notes,
    read_release,
    read_settings,
    read_stamp,
    sayso_version,
    write_release,
)
from sayso.text.days import read_days

TABLES = ("documents", "claims", "control", "figures", "groups", "voices", "origins", "relations", "problems")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_JUDGEMENTS = "judgements.jsonl"


@dataclass(frozen=True)
class Snapshot:
    """A record as rows of its tables, with the judgements it was made with and the version that made it."""

    tables: Mapping[str, Sequence[Row]]
    judgements: Sequence[Judgement]
    sayso: str

    @cached_property
    def documents(self) -> dict[str, Row]:
        """Documents by id."""
        return {row["id"]: row for row in self.tables["documents"]}

    @cached_property
    def claims(self) -> dict[str, Row]:
        """Claims by id."""
        return {row["id"]: row for row in self.tables["claims"]}

    @cached_property
    def answers(self) -> dict[str, Row]:
        """The groups of claims that give one answer, by id."""
        return {row["id"]: row for row in self.tables["groups"] if row["relation"] == "same"}

    @cached_property
    def disputes(self) -> list[list[str]]:
        """The claims of each dispute."""
        rows = (row for row in self.tables["groups"] if row["relation"] == "conflict")
        return [[claim for side in row["sides"] for claim in side] for row in rows]

    @cached_property
    def replaced(self) -> dict[str, tuple[str, str]]:
        """For each claim that is corrected or retracted: which of the two, and the claim that does it."""
        rows = (row for row in self.tables["relations"] if row["relation"] in {"corrects", "retracts"})
        return {row["right"]: (row["relation"], row["left"]) for row in rows}

    @cached_property
    def last_day(self) -> str:
        """The latest day on which one of its documents was published."""
        return max((row["published"] or "" for row in self.documents.values()), default="")


def take_snapshot(record: Record) -> Snapshot:
    """Return what a record says, as this version of sayso made it."""
    tables = export_rows(record)
    return Snapshot({name: tables[name] for name in TABLES}, record.judgements, sayso_version())


def go_back(folder: CaseFolder, day: str, memory: dict[str, Reading]) -> Snapshot:
    """Return what the record said at the end of a day: joined anew from what had been taken in and judged by then.

    Documents that were taken out since are not in it, and settings are those of today.

    Raises:
        InputError: when the day is none.
    """
    if not _DAY.fullmatch(day) or read_days(day) is None:
        raise InputError(f"since {day!r} is no day; write it like 2013-07-29, 2013-07 or 2013")
    settings = read_settings(folder)
    notes = [note for note in read_notes(folder) if note.obtained[: len(day)] <= day]
    cache = ReadingCache(folder=folder, model=digest_model(settings.syntax_model), settings=settings, memory=memory)
    readings, _ = read_case(notes, cache, Options())
    judgements = tuple(one for one in read_judgements(folder) if one.made[: len(day)] <= day)
    held = Held(obtained={note.id: note.obtained for note in notes})
    return take_snapshot(join(readings, settings, judgements, held))


def freeze(folder: CaseFolder, record: Record, name: str, by: str | None) -> Release:
    """Write the record into the case under a name, with a manifest of what it was made of; return the manifest.

    Raises:
        InputError: when the name is none, or taken.
        CaseError: when it cannot be written.
    """
    snapshot, stamp = take_snapshot(record), read_stamp(folder)
    files = {f"{table}.jsonl": _lines(rows) for table, rows in snapshot.tables.items()}
    files[_JUDGEMENTS] = b"".join(msgspec.json.encode(one) + b"\n" for one in snapshot.judgements)
    release = Release(
        name=name,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        by=by,
        sayso=stamp.sayso,
        inputs=stamp.inputs,
        model=stamp.model,
        digest=stamp.digest,
        settings=hashlib.sha256(folder.settings.read_bytes()).hexdigest(),
        documents=len(record.documents),
        claims=len(record.claims),
        judgements=len(record.judgements),
        files={},
    )
    return write_release(folder, release, files)


def thaw(folder: CaseFolder, name: str) -> Snapshot:
    """Return what a release says.

    Raises:
        InputError: when there is none of that name.
        CaseError: when it cannot be read.
    """
    release, files = read_release(folder, name)
    tables = {table: _read(files.get(f"{table}.jsonl", b"")) for table in TABLES}
    lines = files.get(_JUDGEMENTS, b"").splitlines()
    return Snapshot(tables, tuple(msgspec.json.decode(line, type=Judgement) for line in lines), release.sayso)


def _lines(rows: Sequence[Row]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def _read(content: bytes) -> list[Row]:
    return [json.loads(line) for line in content.decode().split("\n") if line]
