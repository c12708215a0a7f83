"""What are the tables of `case.sqlite`? Columns to look at in any SQLite browser, and the whole record in `row`."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

import msgspec

from sayso.model.claims import Coverage
from sayso.model.documents import Document, Problem
from sayso.model.judgements import Judgement
from sayso.model.mentions import NameMention
from sayso.model.records import Conflict, ControlRow, Copy, FigureRow, Group, Link, Origin, Record
from sayso.model.resolved import DocumentDate, NamedPlace, Place, ResolvedClaim, Voice
from sayso.store.words import Words

Values = tuple[str | int | float | None, ...]

# Raised when a table changes: a record of another number is built again.
SCHEMA = 3


def _nothing(_item: object) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its name, its columns as SQL writes them, what `row` holds, what it lists, and how a row is made.

    A row says nothing but what its item holds, its document's text, and what `uses` names of the words of the record.
    `mark` tells an item from others as long as these are kept: of one mark, one row.
    """

    name: str
    columns: str
    holds: Any
    items: Callable[[Record], Iterable[Any]]
    row: Callable[[Any, Words], Values]
    mark: Callable[[Any], Hashable] = id
    uses: Callable[[Any], Iterable[str]] = _nothing

    def rows(self, record: Record) -> Iterator[Values]:
        """Yield the rows of a record."""
        words = Words.of(record)
        return (self.row(item, words) for item in self.items(record))

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


def _held_documents(record: Record) -> Iterator[HeldDocument]:
    names = record.names or ((),) * len(record.documents)
    for document, date, coverage, held, named in zip(
        record.documents, record.dates, record.coverage, record.held, names, strict=True
    ):
        yield HeldDocument(document=document, date=date, coverage=coverage, held=held, names=named)


def _mark_document(item: HeldDocument) -> Hashable:
    return id(item.document), id(item.coverage), id(item.names), item.date, item.held


def _document_row(item: HeldDocument, _words: Words) -> Values:
    document, date, coverage = item.document, item.date, item.coverage
    start, end = date.interval or (None, None)
    bare = replace(item, document=replace(document, text=""))
    return (
        document.id, document.file, _list(document.also), document.sha256, document.outlet, document.title,
        document.byline, _list(document.agencies), date.published, start, end, date.basis, document.language,
        document.url, item.held, coverage.sentences, coverage.with_claim, _storable(document.text), _json(bare),
    )  # fmt: skip


def _storable(text: str) -> str:
    """Return the text with lone surrogates as question marks: SQLite holds UTF-8 only."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _claim_row(resolved: ResolvedClaim, words: Words) -> Values:
    claim, text = resolved.claim, words.texts[resolved.claim.document]
    return (
        claim.id, claim.document, claim.span.start, claim.span.end, _storable(claim.span.read(text)),
        _storable(claim.sentence.read(text)), claim.kind, words.voice(resolved.voice),
        " > ".join(map(words.voice, resolved.chain)), resolved.stance, claim.basis,
        _list(tuple(map(words.place, resolved.places))), resolved.period.edtf,
        resolved.period.basis, _list(resolved.agents), _list(resolved.targets), resolved.holder,
        resolved.reviewed, _json(resolved),
    )  # fmt: skip


def _use_names(resolved: ResolvedClaim) -> Iterator[str]:
    yield from (f"voice {key}" for key in (resolved.voice, *resolved.chain))
    yield from (f"place {key}" for key in resolved.places)


def _group_row(group: Group, _words: Words) -> Values:
    return (
        group.id, group.kind, group.question, group.answer, group.place, group.period, group.standing,
        group.origins[0], group.origins[1], group.assessed_by, _list(group.members), _json(group),
    )  # fmt: skip


def _origin_row(origin: Origin, _words: Words) -> Values:
    return (
        origin.id, origin.group, origin.name, _list(origin.claims), int(origin.is_explicit), _json(origin),
    )  # fmt: skip


def _conflict_row(conflict: Conflict, _words: Words) -> Values:
    answers = " | ".join(side.answer for side in conflict.sides)
    return conflict.id, conflict.question, _list(conflict.kinds), answers, _json(conflict)


def _link_row(link: Link, _words: Words) -> Values:
    return link.kind, link.left, link.right, link.derived.rule if link.derived else None, _json(link)


def _copy_row(copy: Copy, _words: Words) -> Values:
    return copy.left, copy.right, float(copy.share), _json(copy)


def _control_row(row: ControlRow, _words: Words) -> Values:
    return (
        row.place, row.date, row.voice, row.holder, row.extent, row.share, row.hold, row.basis,
        _list(row.claims), _json(row),
    )  # fmt: skip


def _figure_row(row: FigureRow, _words: Words) -> Values:
    return (
        row.id, row.what, row.of_whom, _real(row.low), _real(row.high), row.bound, row.scope, row.place, row.period,
        row.voice, _storable(row.words), row.part_of, _list(row.claims), _json(row),
    )  # fmt: skip


def _real(number: float | None) -> float | None:
    return None if number is None else float(number)


def _voice_row(voice: Voice, _words: Words) -> Values:
    return (
        voice.key, voice.name, voice.kind, voice.institution, voice.side, _list(voice.draws_on),
        int(voice.is_named), _list(voice.names), _json(voice),
    )  # fmt: skip


def _place_row(place: Place, _words: Words) -> Values:
    return (
        place.key, place.name, place.kind, place.within, place.country, _real(place.latitude),
        _real(place.longitude), _list(place.names), _json(place),
    )  # fmt: skip


def _toponym_row(one: NamedPlace, words: Words) -> Values:
    text = words.texts[one.document]
    return (
        one.document, one.span.start, one.span.end, _storable(one.span.read(text)), one.name, one.country,
        _real(one.latitude), _real(one.longitude), one.precision, one.derived.rule, _json(one),
    )  # fmt: skip


def _problem_row(problem: Problem, _words: Words) -> Values:
    return problem.stage, problem.document, problem.file, problem.reason, _json(problem)


def _judgement_row(judgement: Judgement, words: Words) -> Values:
    is_placed = judgement.id not in words.unplaced
    return (
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
        items=_held_documents,
        row=_document_row,
        mark=_mark_document,
    ),
    Table(
        name="claims",
        columns="id TEXT, document TEXT, start INTEGER, stop INTEGER, quote TEXT, sentence TEXT, kind TEXT, voice TEXT,"
        " chain TEXT, stance TEXT, basis TEXT, place TEXT, edtf TEXT, time_basis TEXT, agent TEXT, target TEXT,"
        " holder TEXT, reviewed TEXT",
        holds=ResolvedClaim,
        items=attrgetter("claims"),
        row=_claim_row,
        uses=_use_names,
    ),
    Table(
        name="groups",
        columns="id TEXT, kind TEXT, question TEXT, answer TEXT, place TEXT, period TEXT, standing TEXT,"
        " origins_lower INTEGER, origins_upper INTEGER, assessed_by TEXT, members TEXT",
        holds=Group,
        items=attrgetter("groups"),
        row=_group_row,
    ),
    Table(
        name="origins",
        columns="id TEXT, group_id TEXT, name TEXT, claims TEXT, is_explicit INTEGER",
        holds=Origin,
        items=attrgetter("origins"),
        row=_origin_row,
    ),
    Table(
        name="conflicts",
        columns="id TEXT, question TEXT, kinds TEXT, answers TEXT",
        holds=Conflict,
        items=attrgetter("conflicts"),
        row=_conflict_row,
    ),
    Table(
        name="relations",
        columns="kind TEXT, left TEXT, right TEXT, rule TEXT",
        holds=Link,
        items=attrgetter("links"),
        row=_link_row,
    ),
    Table(
        name="copies",
        columns="left TEXT, right TEXT, share REAL",
        holds=Copy,
        items=attrgetter("copies"),
        row=_copy_row,
    ),
    Table(
        name="control",
        columns="place TEXT, date TEXT, voice TEXT, holder TEXT, extent TEXT, share TEXT, state TEXT, basis TEXT,"
        " claims TEXT",
        holds=ControlRow,
        items=attrgetter("control"),
        row=_control_row,
    ),
    Table(
        name="figures",
        columns="id TEXT, what TEXT, of_whom TEXT, low REAL, high REAL, bound TEXT, scope TEXT, place TEXT, period TEXT,"
        " voice TEXT, words TEXT, part_of TEXT, claims TEXT",
        holds=FigureRow,
        items=attrgetter("figures"),
        row=_figure_row,
    ),
    Table(
        name="voices",
        columns="key TEXT, name TEXT, kind TEXT, institution TEXT, side TEXT, draws_on TEXT, is_named INTEGER, names TEXT",
        holds=Voice,
        items=attrgetter("voices"),
        row=_voice_row,
    ),
    Table(
        name="places",
        columns="key TEXT, name TEXT, kind TEXT, within TEXT, country TEXT, latitude REAL, longitude REAL, names TEXT",
        holds=Place,
        items=attrgetter("places"),
        row=_place_row,
    ),
    Table(
        name="toponyms",
        columns="document TEXT, start INTEGER, stop INTEGER, written TEXT, place TEXT, country TEXT, latitude REAL,"
        " longitude REAL, precision TEXT, rule TEXT",
        holds=NamedPlace,
        items=attrgetter("toponyms"),
        row=_toponym_row,
    ),
    Table(
        name="problems",
        columns="stage TEXT, document TEXT, file TEXT, reason TEXT",
        holds=Problem,
        items=attrgetter("problems"),
        row=_problem_row,
    ),
    Table(
        name="judgements",
        columns="id TEXT, kind TEXT, author TEXT, made TEXT, reason TEXT, document TEXT, claim TEXT, quote TEXT,"
        " is_placed INTEGER",
        holds=Judgement,
        items=attrgetter("judgements"),
        row=_judgement_row,
        uses=lambda judgement: (judgement.id,),
    ),
)
