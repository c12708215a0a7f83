"""What are the tables of `case.sqlite`? Columns to look at in any SQLite browser, and the whole record in `row`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from sayso.model.claims import Coverage
from sayso.model.documents import Document, Problem
from sayso.model.judgements import Judgement
from sayso.model.mentions import NameMention
from sayso.model.records import Conflict, ControlRow, Copy, FigureRow, Group, Link, Origin, Record
from sayso.model.resolved import DocumentDate, Place, ResolvedClaim, Voice

Values = tuple[str | int | float | None, ...]

# Raised when a table changes: a record of another number is built again.
SCHEMA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its name, its columns as SQL writes them, what `row` holds, and how its rows are made."""

    name: str
    columns: str
    holds: Any
    rows: Callable[[Record], Iterator[Values]]

    @property
    def create(self) -> str:
        """The statement that makes the table; `position` keeps the order of the record."""
        return f'CREATE TABLE "{self.name}" (position INTEGER PRIMARY KEY, {self.columns}, row TEXT NOT NULL)'


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """A document with its day, what was read of it, when it was taken in and the names it holds."""

    document: Document
    date: DocumentDate
    coverage: Coverage
    held: str
    names: tuple[NameMention, ...] = ()


SEARCHES = (
    ("claim_words", "quote, sentence", "claims"),
    ("document_words", "title, text", "documents"),
)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8", "surrogatepass")


def _list(values: tuple[str, ...]) -> str:
    return "; ".join(values)


def _document_rows(record: Record) -> Iterator[Values]:
    names = record.names or ((),) * len(record.documents)
    for document, date, coverage, held, named in zip(
        record.documents, record.dates, record.coverage, record.held, names, strict=True
    ):
        start, end = date.interval or (None, None)
        bare = HeldDocument(document=replace(document, text=""), date=date, coverage=coverage, held=held, names=named)
        yield (
            document.id, document.file, _list(document.also), document.sha256, document.outlet, document.title,
            document.byline, _list(document.agencies), date.published, start, end, date.basis, document.language,
            document.url, held, coverage.sentences, coverage.with_claim, _storable(document.text), _json(bare),
        )  # fmt: skip


def _storable(text: str) -> str:
    """Return the text with lone surrogates as question marks: SQLite holds UTF-8 only."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _claim_rows(record: Record) -> Iterator[Values]:
    texts = {document.id: document.text for document in record.documents}
    names = {voice.key: voice.name for voice in record.voices}
    places = {place.key: place.name for place in record.places}
    for resolved in record.claims:
        claim, text = resolved.claim, texts[resolved.claim.document]
        yield (
            claim.id, claim.document, claim.span.start, claim.span.end, _storable(claim.span.read(text)),
            _storable(claim.sentence.read(text)), claim.kind, names.get(resolved.voice, resolved.voice),
            " > ".join(names.get(key, key) for key in resolved.chain), resolved.stance, claim.basis,
            _list(tuple(places.get(key, key) for key in resolved.places)), resolved.period.edtf,
            resolved.period.basis, _list(resolved.agents), _list(resolved.targets), resolved.holder,
            resolved.reviewed, _json(resolved),
        )  # fmt: skip


def _group_rows(record: Record) -> Iterator[Values]:
    for group in record.groups:
        yield (
            group.id, group.kind, group.question, group.answer, group.place, group.period, group.standing,
            group.origins[0], group.origins[1], group.assessed_by, _list(group.members), _json(group),
        )  # fmt: skip


def _origin_rows(record: Record) -> Iterator[Values]:
    for origin in record.origins:
        yield (
            origin.id, origin.group, origin.name, _list(origin.claims), int(origin.is_explicit), _json(origin),
        )  # fmt: skip


def _conflict_rows(record: Record) -> Iterator[Values]:
    for conflict in record.conflicts:
        answers = " | ".join(side.answer for side in conflict.sides)
        yield conflict.id, conflict.question, _list(conflict.kinds), answers, _json(conflict)


def _link_rows(record: Record) -> Iterator[Values]:
    for link in record.links:
        yield link.kind, link.left, link.right, link.derived.rule if link.derived else None, _json(link)


def _copy_rows(record: Record) -> Iterator[Values]:
    for copy in record.copies:
        yield copy.left, copy.right, float(copy.share), _json(copy)


def _control_rows(record: Record) -> Iterator[Values]:
    for row in record.control:
        yield (
            row.place, row.date, row.voice, row.holder, row.extent, row.share, row.hold, row.basis,
            _list(row.claims), _json(row),
        )  # fmt: skip


def _figure_rows(record: Record) -> Iterator[Values]:
    for row in record.figures:
        yield (
            row.id, row.what, row.of_whom, _real(row.low), _real(row.high), row.bound, row.scope, row.place, row.period,
            row.voice, _storable(row.words), row.part_of, _list(row.claims), _json(row),
        )  # fmt: skip


def _real(number: float | None) -> float | None:
    return None if number is None else float(number)


def _voice_rows(record: Record) -> Iterator[Values]:
    for voice in record.voices:
        yield (
            voice.key, voice.name, voice.kind, voice.institution, voice.side, _list(voice.draws_on),
            int(voice.is_named), _list(voice.names), _json(voice),
        )  # fmt: skip


def _place_rows(record: Record) -> Iterator[Values]:
    for place in record.places:
        yield (
            place.key, place.name, place.kind, place.within, place.country, _real(place.latitude),
            _real(place.longitude), _list(place.names), _json(place),
        )  # fmt: skip


def _problem_rows(record: Record) -> Iterator[Values]:
    for problem in record.problems:
        yield problem.stage, problem.document, problem.file, problem.reason, _json(problem)


def _judgement_rows(record: Record) -> Iterator[Values]:
    for judgement in record.judgements:
        is_placed = judgement.id not in record.unplaced
        yield (
            judgement.id, judgement.kind, judgement.author, judgement.made, judgement.reason, judgement.document,
            judgement.claim, judgement.quote, int(is_placed), _json(judgement),
        )  # fmt: skip


TABLES = (
    Table(
        name="documents",
        columns="id TEXT, file TEXT, also TEXT, sha256 TEXT, outlet TEXT, title TEXT, byline TEXT, agencies TEXT,"
        " published TEXT, published_from TEXT, published_to TEXT, published_basis TEXT, language TEXT, url TEXT,"
        " held TEXT, sentences INTEGER, sentences_with_claim INTEGER, text TEXT",
        holds=HeldDocument,
        rows=_document_rows,
    ),
    Table(
        name="claims",
        columns="id TEXT, document TEXT, start INTEGER, stop INTEGER, quote TEXT, sentence TEXT, kind TEXT, voice TEXT,"
        " chain TEXT, stance TEXT, basis TEXT, place TEXT, edtf TEXT, time_basis TEXT, agent TEXT, target TEXT,"
        " holder TEXT, reviewed TEXT",
        holds=ResolvedClaim,
        rows=_claim_rows,
    ),
    Table(
        name="groups",
        columns="id TEXT, kind TEXT, question TEXT, answer TEXT, place TEXT, period TEXT, standing TEXT,"
        " origins_lower INTEGER, origins_upper INTEGER, assessed_by TEXT, members TEXT",
        holds=Group,
        rows=_group_rows,
    ),
    Table(
        name="origins",
        columns="id TEXT, group_id TEXT, name TEXT, claims TEXT, is_explicit INTEGER",
        holds=Origin,
        rows=_origin_rows,
    ),
    Table(
        name="conflicts",
        columns="id TEXT, question TEXT, kinds TEXT, answers TEXT",
        holds=Conflict,
        rows=_conflict_rows,
    ),
    Table(name="relations", columns="kind TEXT, left TEXT, right TEXT, rule TEXT", holds=Link, rows=_link_rows),
    Table(name="copies", columns="left TEXT, right TEXT, share REAL", holds=Copy, rows=_copy_rows),
    Table(
        name="control",
        columns="place TEXT, date TEXT, voice TEXT, holder TEXT, extent TEXT, share TEXT, state TEXT, basis TEXT,"
        " claims TEXT",
        holds=ControlRow,
        rows=_control_rows,
    ),
    Table(
        name="figures",
        columns="id TEXT, what TEXT, of_whom TEXT, low REAL, high REAL, bound TEXT, scope TEXT, place TEXT, period TEXT,"
        " voice TEXT, words TEXT, part_of TEXT, claims TEXT",
        holds=FigureRow,
        rows=_figure_rows,
    ),
    Table(
        name="voices",
        columns="key TEXT, name TEXT, kind TEXT, institution TEXT, side TEXT, draws_on TEXT, is_named INTEGER, names TEXT",
        holds=Voice,
        rows=_voice_rows,
    ),
    Table(
        name="places",
        columns="key TEXT, name TEXT, kind TEXT, within TEXT, country TEXT, latitude REAL, longitude REAL, names TEXT",
        holds=Place,
        rows=_place_rows,
    ),
    Table(
        name="problems",
        columns="stage TEXT, document TEXT, file TEXT, reason TEXT",
        holds=Problem,
        rows=_problem_rows,
    ),
    Table(
        name="judgements",
        columns="id TEXT, kind TEXT, author TEXT, made TEXT, reason TEXT, document TEXT, claim TEXT, quote TEXT,"
        " is_placed INTEGER",
        holds=Judgement,
        rows=_judgement_rows,
    ),
)
