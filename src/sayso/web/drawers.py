"""What stands behind a claim? Its words in their paragraph, its chain, its report, the rules, and what people decided."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.case import Trail, find_trail
from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.kinds import ClaimKind, Hold, Stance
from sayso.model.resolved import ResolvedClaim
from sayso.model.spans import Span
from sayso.outputs.reviews import UNREVIEWED_MARK
from sayso.resolution.judged import ON_CLAIMS
from sayso.text.countings import write_countings
from sayso.text.decisions import contradict, last_lines
from sayso.text.extents import write_extent
from sayso.web.cards import Card, make_card, make_cards, read_stance, say_parties, say_when
from sayso.web.desks import Desk
from sayso.web.listings import make_line
from sayso.web.markings import Mark, Run, mark_document, mark_paragraphs
from sayso.web.queries import Query
from sayso.web.reports import say_published
from sayso.web.snapshots import Snapshot
from sayso.web.wordings import say_basis, say_day_basis

Context = Mapping[str, Any]
# The fields that a person may set, and what they are called on the page.
FIELDS = {
    "voice": "who says it (outer › inner)",
    "kind": "kind",
    "stance": "stance",
    "agent": "who did it",
    "target": "to whom",
    "place": "where",
    "time": "when",
    "figures": "how many",
    "holder": "who holds the place",
    "extent": "how much of it",
    "hold": "in what way",
}
CHOICES = {
    "kind": [kind.value for kind in ClaimKind],
    "stance": [stance.value for stance in Stance],
    "hold": ["", *(hold.value for hold in Hold)],
}
# How to write down what has a form of its own.
HINTS = {
    "time": "2013-07-29, 2013-07, 2013-07-01/2013-07-04",
    "figures": "fatalities 12 of civilians; injured at least 30",
    "extent": "whole, most, part, presence, 90%",
}
_SHOWN = 20


def show_claim(desk: Desk, query: Query) -> Context | None:
    """Return all that stands behind a claim; a rejected one is shown by the judgements on it."""
    snapshot = desk.look()
    found = query.names["id"]
    if found not in snapshot.claims:
        return _show_rejected(found, snapshot)
    resolved = snapshot.claims[found]
    document = snapshot.documents[resolved.claim.document]
    card, date = make_card(resolved, snapshot), snapshot.dates[document.id]
    lines = snapshot.judgements_of.get(found, [])
    group = snapshot.group_of.get(found)
    return {
        "card": card,
        "document": document,
        "published": say_published(date),
        "date_basis": date.basis.value if date.basis else "",
        "paragraph": find_paragraph(document, resolved.claim.span, [resolved]),
        "facts": _facts(resolved, snapshot),
        "figures": [(figure, figure.span.read(document.text)) for figure in resolved.claim.figures],
        "loaded": [span.read(document.text) for span in resolved.claim.loaded],
        "group": group,
        "siblings": make_cards([one for one in group.members if one != found][:_SHOWN], snapshot) if group else [],
        "origin": snapshot.origin_of.get(found),
        "disputes": snapshot.conflicts_of.get(group.id, []) if group else [],
        "trail": find_trail(snapshot.record, found),
        "values": read_values(resolved, snapshot),
        "was": _machine_answers(lines),
        "lines": _lines(lines, snapshot),
        "quarrel": find_quarrel(lines),
        "people": last_lines([line for line in lines if line.kind in ON_CLAIMS]),
        "footnote": write_footnote(card, document, date.published),
        "next": _neighbours(resolved, snapshot),
    }


def _show_rejected(claim: str, snapshot: Snapshot) -> Context | None:
    lines = [one for one in snapshot.record.judgements if one.claim == claim]
    placed = [one for one in lines if one.span and one.document in snapshot.documents]
    if not placed:
        return None
    last = placed[-1]
    document = snapshot.documents[str(last.document)]
    return {
        "rejected": last,
        "document": document,
        "paragraph": find_paragraph(document, last.span or Span(0, 0), []),
        "was": last.was,
        "lines": _lines(lines, snapshot),
    }


def find_paragraph(document: Document, span: Span, claims: Sequence[ResolvedClaim]) -> list[list[Run]]:
    """Return the paragraph around some words with these marked, and what the claims in it rest on."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    around = Span(start, end if end >= 0 else len(text))
    inner = [mark for mark in mark_document(document, claims) if mark.name not in {"claim", "furniture"}]
    marks = [Mark(span=span, name="here"), *inner]
    moved = [
        Mark(span=Span(max(0, mark.span.start - start), mark.span.end - start), name=mark.name)
        for mark in marks
        if mark.span.shares(around)
    ]
    return list(mark_paragraphs(around.read(text), moved))


def _facts(resolved: ResolvedClaim, snapshot: Snapshot) -> list[tuple[str, str]]:
    claim = resolved.claim
    text = snapshot.documents[claim.document].text
    facts = [
        ("stance", read_stance(resolved)),
        ("kind", claim.kind.value.replace("_", " ")),
        ("who, to whom", say_parties(resolved)),
        ("holder", resolved.holder or ""),
        ("where", snapshot.index.places(resolved)),
        ("when", say_when(resolved) or "not said"),
        ("day rests on", say_day_basis(resolved.period.basis.value)),
        ("put as", say_basis(claim.basis.value)),
        ("through", claim.channel or ""),
        ("event type", (claim.sub_event or "").replace("_", " ")),
        ("persons told of", ", ".join(person.span.read(text) for person in claim.persons)),
        ("label used", ", ".join(resolved.labelled)),
    ]
    return [(name, value) for name, value in facts if value]


def read_values(resolved: ResolvedClaim, snapshot: Snapshot) -> dict[str, str]:
    """Return the fields that a person may set, as they are now."""
    chain = " › ".join(snapshot.index.voice_names.get(key, key) for key in resolved.chain)
    return {
        "voice": chain,
        "kind": resolved.claim.kind.value,
        "stance": read_stance(resolved),
        "agent": ", ".join(resolved.agents),
        "target": ", ".join(resolved.targets),
        "place": snapshot.index.places(resolved),
        "time": resolved.period.edtf or "",
        "figures": write_countings(resolved.claim.figures),
        "holder": resolved.holder or "",
        "extent": write_extent(resolved.claim.control),
        "hold": resolved.claim.control.hold.value if resolved.claim.control else "",
    }


def _machine_answers(lines: Sequence[Judgement]) -> Mapping[str, object]:
    """Return the machine's answers as they were before anybody edited them."""
    return next((line.was for line in lines if line.kind in ON_CLAIMS and line.was), {})


def _lines(lines: Sequence[Judgement], snapshot: Snapshot) -> list[Context]:
    active = {judgement.id for judgement in snapshot.active}
    return [make_line(line, snapshot, active) for line in lines]


def find_quarrel(lines: Sequence[Judgement]) -> list[Judgement]:
    """Return the last line of each person when two of them contradict each other, else none."""
    last = last_lines([line for line in lines if line.kind in ON_CLAIMS])
    return list(last) if len(last) == 2 and contradict(last[0], last[1]) else []


def _neighbours(resolved: ResolvedClaim, snapshot: Snapshot) -> tuple[str | None, str | None]:
    ids = [one.claim.id for one in snapshot.claims_in[resolved.claim.document]]
    here = ids.index(resolved.claim.id)
    return (ids[here - 1] if here else None, ids[here + 1] if here + 1 < len(ids) else None)


def write_footnote(card: Card, document: Document, published: str | None) -> str:
    """Return a claim as a footnote: who, the exact words, the report, its day, and where to find it again.

    It leaves with whoever copies it, so it says where nobody has reviewed the claim.
    """
    who = ", cited by ".join(speaker.name for speaker in reversed(card.speakers))
    words = " ".join(card.quote.split())
    title = f" “{' '.join(document.title.split())},”" if document.title else ""
    day = card.published if published else "undated"
    where = f" {document.url}" if document.url else ""
    mark = "" if card.reviewed else f", {UNREVIEWED_MARK}"
    return f"{who}: “{words}” In:{title} {document.called}, {day}.{where} [sayso {card.id}{mark}]"


def show_trail(desk: Desk, query: Query) -> Context | None:
    """Return the tree of rules behind anything with an id."""
    trail: Trail = find_trail(desk.look().record, query.names["id"])
    return {"trail": trail}
