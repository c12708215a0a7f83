"""What did a record say, as far as two records are compared? The rows of its tables, now, earlier, or as frozen."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

import msgspec

from sayso.case.builds import read_case, uncollected
from sayso.case.options import Options
from sayso.case.rows import Row
from sayso.errors import InputError
from sayso.model.claims import Reading
from sayso.model.judgements import Judgement
from sayso.model.kinds import RelationKind
from sayso.model.records import Group, Record
from sayso.outputs.claim_rows import tell_claim
from sayso.outputs.lookup import Lookup
from sayso.outputs.rows import export_table
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
_REPLACING = frozenset({RelationKind.CORRECTS, RelationKind.RETRACTS})
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_JUDGEMENTS = "judgements.jsonl"
Source = TypeVar("Source")
Made = TypeVar("Made")


class Answer(NamedTuple):
    """What a comparison asks of a group of claims that give one answer."""

    id: str
    question: str
    answer: str | None
    standing: str | None
    origins: tuple[int, ...]
    members: tuple[str, ...]
    assessed_by: str | None


@dataclass(frozen=True)
class Snapshot:
    """A record as rows of its tables, with the judgements it was made with and the version that made it.

    What a comparison goes by stands beside them: the rows of `claims` by id, `answers` (the groups of
    claims that give one answer) by id, the claims of each of the `disputes`, and, for each claim that is corrected or
    retracted (`replaced`), which of the two and the claim that does it. Of a record at hand, a row is made when it is
    asked for: a comparison asks for few.
    """

    tables: Mapping[str, Sequence[Row]]
    claims: Mapping[str, Row]
    answers: Mapping[str, Answer]
    disputes: Sequence[frozenset[str]]
    replaced: Mapping[str, tuple[str, str]]
    judgements: Sequence[Judgement]
    sayso: str

    @cached_property
    def documents(self) -> dict[str, Row]:
        """Documents by id."""
        return {row["id"]: row for row in self.tables["documents"]}

    @cached_property
    def opposed(self) -> dict[str, frozenset[str]]:
        """For each claim in a dispute: all claims of the disputes that it is in."""
        found: dict[str, frozenset[str]] = {}
        for claims in self.disputes:
            found |= {claim: found[claim] | claims if claim in found else claims for claim in claims}
        return found

    @cached_property
    def last_day(self) -> str:
        """The latest day on which one of its documents was published."""
        return max((row["published"] or "" for row in self.documents.values()), default="")


def take_snapshot(record: Record) -> Snapshot:
    """Return what a record says, as this version of sayso made it."""
    lookup = Lookup(record)
    return Snapshot(
        tables=_MadeOnce({table: table for table in TABLES}, lambda table: tuple(export_table(table, record, lookup))),
        claims=_MadeOnce({one.claim.id: one for one in record.claims}, lambda one: tell_claim(one, lookup)),
        answers={group.id: _answer(group) for group in record.groups},
        disputes=[frozenset(claim for side in one.sides for claim in side.claims) for one in record.conflicts],
        replaced={one.right: (one.kind.value, one.left) for one in record.links if one.kind in _REPLACING},
        judgements=record.judgements,
        sayso=sayso_version(),
    )


def _answer(group: Group) -> Answer:
    standing = group.standing.value if group.standing else None
    return Answer(group.id, group.question, group.answer, standing, group.origins, group.members, group.assessed_by)


class _MadeOnce(Mapping[str, Made], Generic[Source, Made]):
    """What is made of each of some things, by their names; made when it is first asked for."""

    def __init__(self, sources: Mapping[str, Source], make: Callable[[Source], Made]) -> None:
        self._sources, self._make = sources, make
        self._made: dict[str, Made] = {}

    def __getitem__(self, name: str) -> Made:
        if name not in self._made:
            self._made[name] = self._make(self._sources[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def go_back(folder: CaseFolder, day: str, memory: dict[str, Reading], options: Options) -> Snapshot:
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
    readings, _ = read_case(notes, cache, options)
    judgements = tuple(one for one in read_judgements(folder) if one.made[: len(day)] <= day)
    held = Held(obtained={note.id: note.obtained for note in notes})
    with uncollected():
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
    groups, relations = tables["groups"], tables["relations"]
    return Snapshot(
        tables=tables,
        claims={row["id"]: row for row in tables["claims"]},
        answers={row["id"]: _thaw_answer(row) for row in groups if row["relation"] == "same"},
        disputes=[frozenset(claim for side in row["sides"] for claim in side) for row in groups if row["sides"]],
        replaced={row["right"]: (row["relation"], row["left"]) for row in relations if row["relation"] in _REPLACING},
        judgements=tuple(msgspec.json.decode(line, type=Judgement) for line in lines),
        sayso=release.sayso,
    )


def _thaw_answer(row: Row) -> Answer:
    return Answer(
        id=row["id"],
        question=row["question"],
        answer=row["answer"],
        standing=row["standing"],
        origins=tuple(row["independent_origins"]),
        members=tuple(row["members"]),
        assessed_by=row["assessed_by"],
    )


def _lines(rows: Sequence[Row]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def _read(content: bytes) -> list[Row]:
    return [json.loads(line) for line in content.decode().split("\n") if line]
