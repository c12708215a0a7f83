"""What led to a cell of the record? One tree of plain lines, whatever it is that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sayso.case.ids import find_id
from sayso.case.indexes import Index
from sayso.lexicons.acled import read_event_types
from sayso.model.derivations import Derived
from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.records import Conflict, FigureRow, Group, Origin, Record
from sayso.model.resolved import ResolvedClaim
from sayso.model.spans import Span
from sayso.pipeline import known_rules

_LINE_ENDS = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A line of the tree: what it names, what it says, why, and the lines below.

    `quote` are other people's words and `marked` the run of them that the line is about.
    """

    name: str
    says: str = ""
    reason: str = ""
    quote: str = ""
    marked: Span | None = None
    parts: tuple["Trail", ...] = ()


def find_trail(record: Record, identifier: str) -> Trail:
    """Return the trail of whatever has this id or begins with it.

    Raises:
        UnknownIdError: when nothing does, or several things.
    """
    index = Index(record)
    tables: tuple[tuple[Mapping[str, Any], Callable[[Any, Index], Trail]], ...] = (
        (index.claims, _claim),
        ({group.id: group for group in record.groups}, _group),
        ({conflict.id: conflict for conflict in record.conflicts}, _conflict),
        ({origin.id: origin for origin in record.origins}, _origin),
        ({figure.id: figure for figure in record.figures}, _figure),
        (index.documents, _document),
        ({judgement.id: judgement for judgement in record.judgements}, _judgement),
    )
    ids = chain.from_iterable(table for table, _ in tables)
    found = find_id(identifier, ids, "claim, group, dispute, origin, figure, document or judgement")
    return next(make(table[found], index) for table, make in tables if found in table)


def _derived(name: str, derived: Derived | None) -> tuple[Trail, ...]:
    """Return the line of a value with its reason, the words it rests on, and what it was derived from."""
    if derived is None:
        return ()
    words = tuple(Trail(name="words", quote=evidence.quote) for evidence in derived.evidence)
    inputs = tuple(line for part in derived.inputs for line in _derived("from", part))
    reason = known_rules().get(derived.rule, derived.rule)
    says = " — ".join(part for part in (derived.value, derived.note) if part)
    return (Trail(name=name, says=says, reason=f"{reason} [{derived.rule}]", parts=(*words, *inputs)),)


def _claim(resolved: ResolvedClaim, index: Index) -> Trail:
    claim = resolved.claim
    document = index.documents[claim.document]
    period = resolved.period
    group = index.groups.get(claim.id)
    figures = tuple(
        Trail(
            name="figure", says=f"{figure.what} {figure.of_whom or ''}".strip(), quote=figure.span.read(document.text)
        )
        for figure in claim.figures
    )
    parts = (
        _paragraph(claim.span, document),
        Trail(name="document", says=f"{document.file} ({index.dates[document.id].published or 'undated'})"),
        Trail(name="who", says=index.chain(resolved), quote=_read(claim.source_span, document)),
        *(_rule("source", source.name, source.rule) for source in claim.chain),
        *_derived("read as", claim.derived),
        Trail(name="place", says=index.places(resolved) or "not said", parts=_derived("by", resolved.place_derived)),
        Trail(name="time", says=f"{period.edtf or 'open'} ({period.basis})", parts=_derived("by", period.derived)),
        *figures,
        *(_person(person.what.value, person.span.read(document.text)) for person in claim.persons),
        *_acled(claim.sub_event),
        *(line for part in resolved.derived for line in _derived("then", part)),
        *_reviewed(resolved),
        *((_group_of_claim(claim.id, group),) if group else ()),
    )
    says = f"{index.chain(resolved)} {resolved.stance} {claim.kind.replace('_', ' ')} ({claim.basis})"
    return Trail(name=f"claim {claim.id}", says=says, parts=parts)


def _person(what: str, words: str) -> Trail:
    return Trail(name="person", says=f"{what}, counts one: no number is written", quote=words)


def _acled(sub_event: str | None) -> tuple[Trail, ...]:
    """Return the line of the event type that ACLED's coders would know the claim by."""
    if sub_event is None:
        return ()
    return (Trail(name="ACLED", says=f"{read_event_types()[sub_event]}: {sub_event}"),)


def _rule(name: str, says: str, rule: str) -> Trail:
    return Trail(name=name, says=says, reason=f"{known_rules().get(rule, rule)} [{rule}]")


def _reviewed(resolved: ResolvedClaim) -> tuple[Trail, ...]:
    if not resolved.reviewed:
        return ()
    return (Trail(name="reviewed", says=f"{resolved.reviewed} by {resolved.reviewed_by}"),)


def _paragraph(span: Span, document: Document) -> Trail:
    """Return the paragraph around a claim with the claim marked in it."""
    text = document.text
    start = max(text.rfind(end, 0, span.start) for end in _LINE_ENDS) + 1
    ends = [place for place in (text.find(end, span.end) for end in _LINE_ENDS) if place >= 0]
    end = min(ends, default=len(text))
    return Trail(name="words", quote=text[start:end], marked=Span(span.start - start, span.end - start))


def _read(span: Span | None, document: Document) -> str:
    return span.read(document.text) if span else ""


def _group_line(group: Group) -> Trail:
    low, high = group.origins
    says = f"{group.question} {group.answer}: {group.standing or 'open'}, origins {low} to {high} [{group.id}]"
    return Trail(name="group", says=says, parts=_derived("standing", group.standing_derived))


def _group_of_claim(claim: str, group: Group) -> Trail:
    """Return the line of the group that a claim stands in, with the reason why it was moved there."""
    moves = dict.fromkeys(derived for moved, derived in group.moves if moved == claim)
    line = _group_line(group)
    return replace(line, parts=(*line.parts, *(one for derived in moves for one in _derived("moved", derived))))


def _group(group: Group, index: Index) -> Trail:
    origins = [origin for origin in index.record.origins if origin.group == group.id]
    assessed = (Trail(name="assessed by", says=group.assessed_by),) if group.assessed_by else ()
    parts = (
        *_derived("standing", group.standing_derived),
        *assessed,
        *(_member(claim, group, index) for claim in group.members),
        *(_origin(origin, index) for origin in origins),
    )
    return Trail(name=f"group {group.id}", says=_group_line(group).says, parts=parts)


def _member(claim: str, group: Group, index: Index) -> Trail:
    """Return a claim of a group, with the reason why it stands there where its own words name another question."""
    moves = dict.fromkeys(derived for moved, derived in group.moves if moved == claim)
    said = _said(claim, index)
    return replace(said, parts=(*said.parts, *(line for derived in moves for line in _derived("moved", derived))))


def _said(claim: str, index: Index) -> Trail:
    resolved = index.claims.get(claim)
    if resolved is None:
        return Trail(name=claim, says="not in this selection")
    return Trail(name=claim, says=f"{index.chain(resolved)} {resolved.stance}", quote=index.quote(resolved))


def _conflict(conflict: Conflict, index: Index) -> Trail:
    sides = tuple(
        Trail(
            name="side",
            says=f"{side.answer}: origins {side.origins[0]} to {side.origins[1]}",
            parts=tuple(_said(claim, index) for claim in side.claims),
        )
        for side in conflict.sides
    )
    says = f"{conflict.question} ({', '.join(conflict.kinds)})"
    return Trail(name=f"dispute {conflict.id}", says=says, parts=(*_derived("why", conflict.derived), *sides))


def _origin(origin: Origin, index: Index) -> Trail:
    counts = "" if origin.is_explicit else " (does not count: nobody is said to say it outright)"
    parts = (
        *(line for why in origin.reasons for line in _derived("one origin", why)),
        *(_said(claim, index) for claim in origin.claims),
    )
    return Trail(name=f"origin {origin.id}", says=f"{origin.name}{counts}", parts=parts)


def _figure(figure: FigureRow, index: Index) -> Trail:
    says = f"{figure.what} {figure.of_whom or ''}, {figure.scope}, according to {figure.voice}".replace(" ,", ",")
    part = (Trail(name="part of", says=figure.part_of),) if figure.part_of else ()
    claims = tuple(_said(claim, index) for claim in figure.claims)
    return Trail(name=f"figure {figure.id}", says=says, quote=figure.words, parts=(*part, *claims))


def _document(document: Document, index: Index) -> Trail:
    number = index.record.documents.index(document)
    date, coverage = index.record.dates[number], index.record.coverage[number]
    names = ", ".join((document.file, *document.also))
    silent = tuple(Trail(name="gave no claim", quote=span.read(document.text)) for span in coverage.silent)
    furniture = tuple(Trail(name=f"not read ({f.what})", quote=f.span.read(document.text)) for f in document.furniture)
    parts = (
        Trail(name="files", says=names),
        Trail(name="outlet", says=document.outlet or "not said"),
        Trail(
            name="came out",
            says=date.published or (" to ".join(date.interval) if date.interval else date.not_before or "undated"),
            parts=_derived("by", date.derived),
        ),
        Trail(name="read", says=f"{coverage.with_claim} of {coverage.sentences} sentences gave a claim"),
        *_shared(document, index),
        *silent,
        *furniture,
    )
    return Trail(name=f"document {document.id}", says=document.title or "", parts=parts)


def _shared(document: Document, index: Index) -> tuple[Trail, ...]:
    """Return a line for each other document that prints text of this one or is a version of its page."""
    found = []
    for copy in index.record.copies:
        if document.id in {copy.left, copy.right}:
            is_left = copy.left == document.id
            other = index.documents[copy.right if is_left else copy.left]
            spans = copy.left_spans if is_left else copy.right_spans
            words = tuple(Trail(name="words", quote=document.text[start:end]) for start, end in spans)
            says = f"{other.file} [{other.id}]"
            found.append(Trail(name="shares text with", says=says, parts=(*_derived("it is", copy.derived), *words)))
    return tuple(found)


def _judgement(judgement: Judgement, index: Index) -> Trail:
    is_unplaced = judgement.id in index.record.unplaced
    fields = tuple(Trail(name=name, says=str(value)) for name, value in judgement.fields.items())
    parts = (
        *((Trail(name="unplaced", says="what it speaks of is not in the record any more"),) if is_unplaced else ()),
        Trail(name="reason", says=judgement.reason, quote=judgement.quote or ""),
        *fields,
    )
    says = f"{judgement.kind} by {judgement.author}, {judgement.made[:10]}"
    return Trail(name=f"judgement {judgement.id}", says=says, parts=parts)
