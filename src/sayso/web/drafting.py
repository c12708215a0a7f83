"""What does the machine suggest for a claim that a person adds? What it reads in the words, and what stands around."""

from collections.abc import Mapping
from typing import Any

from sayso.model.documents import Document
from sayso.model.resolved import ResolvedClaim
from sayso.model.spans import Span
from sayso.text.countings import write_countings
from sayso.text.extents import write_extent
from sayso.web.desks import Desk
from sayso.web.drawers import FIELDS, find_paragraph, read_values
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
LONGEST = 2_000
_TAKEN_OVER = ("voice", "place", "time")


def show_draft(desk: Desk, query: Query) -> Context | None:
    """Return the form for a new claim: the words that were selected, and a draft of its fields."""
    snapshot = desk.look()
    document = snapshot.documents.get(query.names["id"])
    if document is None:
        return None
    span = find_words(document, query)
    context: dict[str, Any] = {"document": document, "span": span, "given": query.get("quote")}
    if span is not None:
        near = find_nearest(document, span, snapshot)
        context |= {
            "quote": span.read(document.text),
            "paragraph": find_paragraph(document, span, []),
            "values": draft_values(near, snapshot) | read_alone(span.read(document.text), desk),
            "near": near.claim.id if near else None,
            "known": _same(span, document, snapshot),
        }
    return context


def find_words(document: Document, query: Query) -> Span | None:
    """Return where the words stand that an address names by offsets or by themselves; None when that is not one place."""
    start, end = query.get("start"), query.get("end")
    if _is_offset(start) and _is_offset(end):
        span = Span(int(start), int(end))
        return span if span.start < span.end <= len(document.text) else None
    quote = query.get("quote")
    if not quote or document.text.count(quote) != 1:
        return None
    found = document.text.index(quote)
    return Span(found, found + len(quote))


def _is_offset(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def find_nearest(document: Document, span: Span, snapshot: Snapshot) -> ResolvedClaim | None:
    """Return the claim of the document nearest to some words, one of the same sentence before all others."""
    claims = snapshot.claims_in.get(document.id, [])
    return min(claims, key=lambda one: (not one.claim.sentence.shares(span), _distance(one, span)), default=None)


def _distance(resolved: ResolvedClaim, span: Span) -> int:
    own = resolved.claim.span
    return max(own.start - span.end, span.start - own.end, 0)


def draft_values(near: ResolvedClaim | None, snapshot: Snapshot) -> dict[str, str]:
    """Return the fields of the draft: voice, place and day of the nearest claim, and its kind to begin with."""
    values = dict.fromkeys(FIELDS, "") | {"stance": "asserts"}
    if near is None:
        return values
    read = read_values(near, snapshot)
    return values | {name: read[name] for name in (*_TAKEN_OVER, "kind")}


def read_alone(words: str, desk: Desk) -> dict[str, str]:
    """Return the fields that the words give when the machine reads them alone: kind, stance and who did it to whom."""
    if len(words) > LONGEST:
        return {}
    found = desk.read_words(words)
    if not found:
        return {}
    claim = max(found, key=lambda one: one.span.length)
    values = {
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "figures": write_countings(claim.figures),
        "extent": write_extent(claim.control),
    }
    named = {"agent": claim.agent, "target": claim.target}
    return values | {name: actor.name for name, actor in named.items() if actor and actor.name}


def _same(span: Span, document: Document, snapshot: Snapshot) -> list[str]:
    """Return the claims that stand on the same words already."""
    claims = snapshot.claims_in.get(document.id, [])
    return [
        one.claim.id for one in claims if 2 * one.claim.span.shares(span) >= min(one.claim.span.length, span.length)
    ]
