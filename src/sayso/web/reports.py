"""What do the pages of documents show: the list, the reading view, two side by side?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from sayso.model.derivations import reason
from sayso.model.documents import Document
from sayso.model.kinds import JudgementKind
from sayso.model.records import Copy
from sayso.model.resolved import DocumentDate, NamedPlace
from sayso.model.spans import Span
from sayso.text.day_words import say_days
from sayso.web.cards import make_card
from sayso.web.desks import Desk
from sayso.web.listings import make_line
from sayso.web.lists import cut
from sayso.web.markings import Mark, mark_document, mark_paragraphs, mark_places
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
REPORTS = 60


def show_documents(desk: Desk, query: Query) -> Context:
    """Return the reports, newest first, those without a day last."""
    snapshot = desk.select(query.wishes)
    ordered = sorted(snapshot.record.documents, key=lambda one: (_day(one, snapshot), one.file), reverse=True)
    sheet = cut(ordered, query, REPORTS)
    return {"sheet": sheet, "reports": [_report(document, snapshot) for document in sheet.items], "filters": True}


def _day(document: Document, snapshot: Snapshot) -> str:
    date = snapshot.dates[document.id]
    return date.published or (date.interval[0] if date.interval else "")


def _report(document: Document, snapshot: Snapshot) -> Context:
    whole = snapshot.whole
    date = whole.dates[document.id]
    number = whole.document_numbers[document.id]
    return {
        "document": document,
        "published": say_published(date),
        "has_day": date.published is not None,
        "basis": date.basis.value if date.basis else "",
        "rivals": [say_days(day) for day in date.rivals],
        "claims": len(whole.claims_in.get(document.id, ())),
        "coverage": whole.record.coverage[number],
        "held": whole.record.held[number][:10],
        "read_by": read_by(document.id, whole),
    }


def say_published(date: DocumentDate) -> str:
    """Return when a document came out, as far as that is known."""
    if date.published:
        return say_days(date.published)
    if date.interval:
        return f"between {say_days(date.interval[0])} and {say_days(date.interval[1])}"
    return date.not_before or "undated"


def read_by(document: str, snapshot: Snapshot) -> list[str]:
    """Return who has read a document to its end."""
    lines = snapshot.judgements_of.get(document, ())
    return list(dict.fromkeys(j.author for j in lines if j.kind is JudgementKind.READ))


def show_document(desk: Desk, query: Query) -> Context | None:
    """Return the reading view of a document: its text with marks, its claims, its day, and what was decided."""
    snapshot = desk.look()
    document = snapshot.documents.get(query.names["id"])
    if document is None:
        return None
    claims = snapshot.claims_in.get(document.id, [])
    named = snapshot.toponyms_in.get(document.id, [])
    active = {judgement.id for judgement in snapshot.active}
    on_page = [j for j in snapshot.judgements_of.get(document.id, ()) if j.claim not in snapshot.claims]
    return {
        "report": _report(document, snapshot),
        "paragraphs": list(mark_paragraphs(document.text, [*mark_document(document, claims), *mark_places(named)])),
        "named": _list_places(named, document),
        "cards": [make_card(resolved, snapshot) for resolved in claims],
        "alike": [_other(copy, document.id, snapshot) for copy in snapshot.copies_of.get(document.id, ())],
        "lines": [make_line(one, snapshot, active) for one in on_page],
        "why": snapshot.dates[document.id].derived,
        "silent": [
            span.read(document.text) for span in snapshot.record.coverage[snapshot.document_numbers[document.id]].silent
        ],
    }


def _list_places(named: Sequence[NamedPlace], document: Document) -> list[Context]:
    """Return the places that a document names, each once with all its spellings, in the order of the text."""
    spellings: dict[tuple[NamedPlace, str | None], dict[str, None]] = {}
    for one in named:
        written = one.span.read(document.text)
        # Of what no table holds nothing is known but its name: two names may be two places.
        key = replace(one, span=Span(0, 0)), None if one.name else written
        spellings.setdefault(key, {})[written] = None
    return [
        {"place": one, "written": list(words), "why": reason(one.derived.rule)} for (one, _), words in spellings.items()
    ]


def _other(copy: Copy, document: str, snapshot: Snapshot) -> Context:
    other = copy.right if copy.left == document else copy.left
    return {"document": snapshot.documents[other], "share": f"{copy.share:.0%}"}


def show_comparison(desk: Desk, query: Query) -> Context | None:
    """Return two documents side by side, with the text they share marked in both."""
    snapshot = desk.look()
    left, right = (snapshot.documents.get(query.names[side]) for side in ("left", "right"))
    if left is None or right is None:
        return None
    found = next((c for c in snapshot.copies_of.get(left.id, ()) if {c.left, c.right} == {left.id, right.id}), None)
    spans = _shared(found, left.id)
    sides = [_side(one, ours, snapshot) for one, ours in zip((left, right), spans, strict=True)]
    return {"sides": sides, "share": f"{found.share:.0%}" if found else None, "runs": len(spans[0])}


def _shared(copy: Copy | None, left: str) -> tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]:
    if copy is None:
        return (), ()
    return (copy.left_spans, copy.right_spans) if copy.left == left else (copy.right_spans, copy.left_spans)


def _side(document: Document, spans: Sequence[tuple[int, int]], snapshot: Snapshot) -> Context:
    shared = (Mark(span=Span(*span), name="shared") for span in spans)
    furniture = (Mark(span=piece.span, name="furniture") for piece in document.furniture)
    pieces = list(mark_paragraphs(document.text, chain(shared, furniture)))
    return {"report": _report(document, snapshot), "paragraphs": pieces}
