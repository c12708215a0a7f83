"""How is each thing of a record written as a row of `case.sqlite`? Its columns in their order, and at the end the whole of it."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

import msgspec

from sayso.model.claims import Coverage
from sayso.model.documents import Document, Problem
from sayso.model.judgements import Judgement
from sayso.model.mentions import NameMention
from sayso.model.records import Conflict, ControlRow, Copy, FigureRow, Group, Link, Origin, Record
from sayso.model.resolved import DocumentDate, NamedPlace, Place, ResolvedClaim, Voice
from sayso.store.words import Changed, Words

Values = tuple[str | int | float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """A document with its day, what was read of it, when it was taken in and the names it holds."""

    document: Document
    date: DocumentDate
    coverage: Coverage
    held: str
    names: tuple[NameMention, ...] = ()


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8", "surrogatepass")


def _list(values: tuple[str, ...]) -> str:
    return "; ".join(values)


def list_held(record: Record) -> Iterator[HeldDocument]:
    """Yield the documents of a record, each with what belongs to it."""
    names = record.names or ((),) * len(record.documents)
    for document, date, coverage, held, named in zip(
        record.documents, record.dates, record.coverage, record.held, names, strict=True
    ):
        yield HeldDocument(document=document, date=date, coverage=coverage, held=held, names=named)


def mark_document(item: HeldDocument) -> Hashable:
    """Return what tells a document from others and from itself with another day."""
    return id(item.document), id(item.coverage), id(item.names), item.date, item.held


def write_document(item: HeldDocument, _words: Words) -> Values:
    """Return the row of a document; its text stands in a column of its own."""
    document, date, coverage = item.document, item.date, item.coverage
    start, end = date.interval or (None, None)
    bare = replace(item, document=replace(document, text=""))
    return (
        document.id, document.file, _list(document.also), document.sha256, document.outlet, document.title,
        document.byline, _list(document.agencies), date.published, start, end, date.basis, document.language,
        document.url, item.held, coverage.sentences, coverage.with_claim, make_storable(document.text), _json(bare),
    )  # fmt: skip


def make_storable(text: str) -> str:
    """Return the text with lone surrogates as question marks: SQLite holds UTF-8 only."""
    return text.encode("utf-8", "replace").decode("utf-8")


def write_claim(resolved: ResolvedClaim, words: Words) -> Values:
    """Return the row of a claim."""
    claim, text = resolved.claim, words.texts[resolved.claim.document]
    return (
        claim.id, claim.document, claim.span.start, claim.span.end, make_storable(claim.span.read(text)),
        make_storable(claim.sentence.read(text)), claim.kind, words.voice(resolved.voice),
        " > ".join(map(words.voice, resolved.chain)), resolved.stance, claim.basis,
        _list(tuple(map(words.place, resolved.places))), resolved.period.edtf,
        resolved.period.basis, _list(resolved.agents), _list(resolved.targets), resolved.holder,
        resolved.reviewed, _json(resolved),
    )  # fmt: skip


def names_changed(resolved: ResolvedClaim, changed: Changed) -> bool:
    """Tell whether the row of a claim names a voice or place that is called otherwise than before."""
    return (
        resolved.voice in changed.voices
        or not changed.voices.isdisjoint(resolved.chain)
        or not changed.places.isdisjoint(resolved.places)
    )


def write_group(group: Group, _words: Words) -> Values:
    """Return the row of a group."""
    return (
        group.id, group.kind, group.question, group.answer, group.place, group.period, group.standing,
        group.origins[0], group.origins[1], group.assessed_by, _list(group.members), _json(group),
    )  # fmt: skip


def write_origin(origin: Origin, _words: Words) -> Values:
    """Return the row of an origin."""
    return (
        origin.id, origin.group, origin.name, _list(origin.claims), int(origin.is_explicit), _json(origin),
    )  # fmt: skip


def write_conflict(conflict: Conflict, _words: Words) -> Values:
    """Return the row of a conflict."""
    answers = " | ".join(side.answer for side in conflict.sides)
    return conflict.id, conflict.question, _list(conflict.kinds), answers, _json(conflict)


def write_link(link: Link, _words: Words) -> Values:
    """Return the row of a link."""
    return link.kind, link.left, link.right, link.derived.rule if link.derived else None, _json(link)


def write_copy(copy: Copy, _words: Words) -> Values:
    """Return the row of text that two documents share."""
    return copy.left, copy.right, float(copy.share), _json(copy)


def write_control(row: ControlRow, _words: Words) -> Values:
    """Return the row of who holds a place."""
    return (
        row.place, row.date, row.voice, row.holder, row.extent, row.share, row.hold, row.basis,
        _list(row.claims), _json(row),
    )  # fmt: skip


def write_figure(row: FigureRow, _words: Words) -> Values:
    """Return the row of a line of the ledger."""
    return (
        row.id, row.what, row.of_whom, _real(row.low), _real(row.high), row.bound, row.scope, row.place, row.period,
        row.voice, make_storable(row.words), row.part_of, _list(row.claims), _json(row),
    )  # fmt: skip


def _real(number: float | None) -> float | None:
    return None if number is None else float(number)


def write_voice(voice: Voice, _words: Words) -> Values:
    """Return the row of a voice."""
    return (
        voice.key, voice.name, voice.kind, voice.institution, voice.side, _list(voice.draws_on),
        int(voice.is_named), _list(voice.names), _json(voice),
    )  # fmt: skip


def write_place(place: Place, _words: Words) -> Values:
    """Return the row of a place."""
    return (
        place.key, place.name, place.kind, place.within, place.country, _real(place.latitude),
        _real(place.longitude), _list(place.names), _json(place),
    )  # fmt: skip


def write_toponym(one: NamedPlace, words: Words) -> Values:
    """Return the row of a place name in a text."""
    text = words.texts[one.document]
    return (
        one.document, one.span.start, one.span.end, make_storable(one.span.read(text)), one.name, one.country,
        _real(one.latitude), _real(one.longitude), one.precision, one.derived.rule, _json(one),
    )  # fmt: skip


def write_problem(problem: Problem, _words: Words) -> Values:
    """Return the row of a problem."""
    return problem.stage, problem.document, problem.file, problem.reason, _json(problem)


def is_placed_anew(judgement: Judgement, changed: Changed) -> bool:
    """Tell whether a judgement that fitted nothing now fits, or the other way round."""
    return judgement.id in changed.unplaced


def write_judgement(judgement: Judgement, words: Words) -> Values:
    """Return the row of a judgement."""
    is_placed = judgement.id not in words.unplaced
    return (
        judgement.id, judgement.kind, judgement.author, judgement.made, judgement.reason, judgement.document,
        judgement.claim, judgement.quote, int(is_placed), _json(judgement),
    )  # fmt: skip
