"""What are the rows of each exported table? Plain values in the fields that the data dictionary names."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sayso.model.derivations import Derived, reason
from sayso.model.records import Record
from sayso.model.resolved import DocumentDate
from sayso.outputs.claim_rows import claim_rows, whole_number
from sayso.outputs.lookup import Lookup
from sayso.outputs.place_rows import place_rows
from sayso.outputs.reviews import NOT_REVIEWED

Row = dict[str, Any]


def export_rows(record: Record) -> dict[str, list[Row]]:
    """Return the rows of every table of the record, by table name; the columns are those of `COLUMNS`.

    Order and values depend on the record alone: no clock, no path of this machine.
    """
    lookup = Lookup(record)
    return {table: list(make(record, lookup)) for table, make in TABLES.items()}


def export_table(table: str, record: Record, lookup: Lookup) -> Iterator[Row]:
    """Yield the rows of one table of the record, as `export_rows` has them."""
    return TABLES[table](record, lookup)


def _document_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for document, date, coverage in zip(record.documents, record.dates, record.coverage, strict=True):
        yield {
            "id": document.id,
            "file": document.file,
            "sha256": document.sha256,
            "published": date.published,
            "published_interval": list(date.interval) if date.interval else None,
            "published_basis": date.basis.value if date.basis else None,
            "outlet": document.outlet,
            "agencies": list(document.agencies),
            "title": document.title,
            "language": document.language,
            "url": document.url,
            "sentences": coverage.sentences,
            "sentences_with_claim": coverage.with_claim,
            "rule": date.derived.rule if date.derived else None,
            "quote": _first_quote(date),
            "reviewed": lookup.reviews.of_document(document.id) or NOT_REVIEWED,
        }


def _first_quote(date: DocumentDate) -> str | None:
    waiting: list[Derived] = [date.derived] if date.derived else []
    while waiting:
        current = waiting.pop(0)
        if current.evidence:
            return current.evidence[0].quote
        waiting.extend(current.inputs)
    return None


def _control_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for row in record.control:
        yield {
            "place": row.place,
            "date": row.date,
            "voice": row.voice,
            "holder": row.holder,
            "share": row.share,
            "claims": list(row.claims),
            "extent": row.extent.value,
            "state": row.hold.value,
            "basis": row.basis.value,
            "time_basis": lookup.time_basis(row.claims, row.date),
            "quote": lookup.quote(row.claims[0]),
            "reviewed": lookup.reviewed(row.claims),
        }


def _figure_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for row in record.figures:
        yield {
            "what": row.what.value,
            "of_whom": row.of_whom,
            "low": whole_number(row.low),
            "high": whole_number(row.high),
            "scope": row.scope.value,
            "place": row.place,
            "period": row.period,
            "voice": row.voice,
            "claims": list(row.claims),
            "bound": row.bound.value,
            "words": row.words,
            "by_rule": row.by_rule,
            "part_of": row.part_of,
            "in_part": row.in_part,
            "is_former": row.is_former,
            "time_basis": lookup.time_basis(row.claims, row.period),
            "id": row.id,
            "quote": lookup.quote(row.claims[0]),
            "reviewed": lookup.reviewed(row.claims),
        }


def _group_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for group in record.groups:
        yield {
            "id": group.id,
            "relation": "same",
            "question": group.question,
            "members": list(group.members),
            "sides": None,
            "independent_origins": list(group.origins),
            "note": reason(group.standing_derived.rule) if group.standing_derived else None,
            "answer": group.answer,
            "standing": group.standing.value if group.standing else None,
            "kinds": None,
            "assessed_by": group.assessed_by,
            "quote": lookup.quote(group.members[0]),
            "reviewed": lookup.reviewed(group.members),
        }
    for conflict in record.conflicts:
        yield {
            "id": conflict.id,
            "relation": "conflict",
            "question": conflict.question,
            "members": None,
            "sides": [list(side.claims) for side in conflict.sides],
            "independent_origins": [list(side.origins) for side in conflict.sides],
            "note": _note(conflict.derived),
            "answer": _BETWEEN.join(side.answer.replace(_BETWEEN, " / ") for side in conflict.sides),
            "standing": "disputed",
            "kinds": [kind.value for kind in conflict.kinds],
            "assessed_by": None,
            "quote": lookup.quote(conflict.sides[0].claims[0]),
            "reviewed": lookup.reviewed(claim for side in conflict.sides for claim in side.claims),
        }


# Between the answers of a conflict, so it stands in none of them: a name may hold it ("Herald | World").
_BETWEEN = " | "


def split_answers(answer: str) -> list[str]:
    """Return the answers of the sides of a conflict."""
    return answer.split(_BETWEEN)


def _note(derived: Derived | None) -> str | None:
    return (derived.note or reason(derived.rule)) if derived else None


def _furniture_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for document in record.documents:
        for piece in document.furniture:
            yield {
                "doc": document.id,
                "span": list(piece.span),
                "what": piece.what,
                "quote": piece.span.read(document.text),
                "reviewed": lookup.reviews.of_document(document.id) or NOT_REVIEWED,
            }


def _voice_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for voice in record.voices:
        claims = lookup.claims_of_voice(voice.key)
        yield {
            "name": voice.name,
            "kind": voice.kind.value,
            "institution": voice.institution,
            "side": voice.side,
            "draws_on": [lookup.voices[key].name for key in voice.draws_on],
            "named": voice.is_named,
            "private": voice.is_private,
            "names": list(voice.names),
            "claims": len(claims),
            "documents": list(dict.fromkeys(lookup.claim(claim).claim.document for claim in claims)),
            "quote": lookup.quote(claims[0]) if claims else None,
            "reviewed": lookup.reviewed(claims),
        }


def _origin_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for origin in record.origins:
        yield {
            "id": origin.id,
            "group": origin.group,
            "name": origin.name,
            "claims": list(origin.claims),
            "draws_on": list(origin.draws_on),
            "counts": origin.is_explicit,
            "reasons": [_note(why) for why in origin.reasons],
            "quote": lookup.quote(origin.claims[0]),
            "reviewed": lookup.reviewed(origin.claims),
        }


def _relation_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for link in record.links:
        yield {
            "relation": link.kind.value,
            "left": link.left,
            "right": link.right,
            "rule": link.derived.rule if link.derived else None,
            "note": _note(link.derived),
            "spans": None,
            "quote": lookup.quote(link.left),
            "reviewed": lookup.reviewed((link.left, link.right)),
        }
    for copy in record.copies:
        yield {
            "relation": copy.kind.value,
            "left": copy.left,
            "right": copy.right,
            "rule": copy.derived.rule if copy.derived else None,
            "note": _note(copy.derived),
            "spans": [[list(a), list(b)] for a, b in zip(copy.left_spans, copy.right_spans, strict=True)],
            "quote": lookup.text(copy.left)[slice(*copy.left_spans[0])] if copy.left_spans else None,
            "reviewed": NOT_REVIEWED,
        }


def _toponym_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for one in record.toponyms:
        yield {
            "doc": one.document,
            "span": list(one.span),
            "place": one.name,
            "country": one.country,
            "latitude": one.latitude,
            "longitude": one.longitude,
            "precision": one.precision.value if one.precision else None,
            "rule": one.derived.rule,
            "quote": one.span.read(lookup.text(one.document)),
            "reviewed": lookup.reviews.of_document(one.document) or NOT_REVIEWED,
        }


def _problem_rows(record: Record, lookup: Lookup) -> Iterator[Row]:
    for problem in record.problems:
        yield {
            "stage": problem.stage,
            "doc": problem.document,
            "file": problem.file,
            "span": list(problem.span) if problem.span else None,
            "reason": problem.reason,
            "quote": problem.span.read(lookup.text(problem.document)) if problem.span and problem.document else None,
            "reviewed": NOT_REVIEWED,
        }


TABLES: Mapping[str, Callable[[Record, Lookup], Iterator[Row]]] = {
    "documents": _document_rows,
    "claims": claim_rows,
    "control": _control_rows,
    "figures": _figure_rows,
    "groups": _group_rows,
    "furniture": _furniture_rows,
    "places": place_rows,
    "voices": _voice_rows,
    "origins": _origin_rows,
    "relations": _relation_rows,
    "toponyms": _toponym_rows,
    "problems": _problem_rows,
}
