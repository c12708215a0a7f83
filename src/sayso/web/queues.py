"""What should a person read next, and why?"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, cast

from sayso.model.kinds import ClaimKind, Standing, TimeBasis
from sayso.model.resolved import ResolvedClaim
from sayso.web.cards import make_card
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
Waiting = tuple[ResolvedClaim, list[str]]
WAITING = 40
# The reasons, the weightiest first, in the words of the page.
REASONS: Mapping[str, str] = {
    "disputed": "others say otherwise",
    "toll": "a number of dead or injured",
    "control": "a place changes hands",
    "weak date": "its day is not certain",
    "new": "its report came last",
}
SILENT = "no claim"
_TOLLS = frozenset({"fatalities", "injured"})
_WEAK = frozenset({TimeBasis.NONE, TimeBasis.DOCUMENT})
_CONTROL = frozenset({ClaimKind.CONTROL_CHANGE})


def show_queue(desk: Desk, query: Query) -> Context:
    """Return the claims that nobody has judged and that give a reason to be read, those of the weightiest reasons first."""
    snapshot = desk.select(query.wishes)
    waiting = find_waiting(snapshot)
    wanted = query.get("why")
    silent = _silent(snapshot)
    counts = Counter(reason for _, reasons in waiting for reason in reasons)
    kept = [pair for pair in waiting if not wanted or wanted in pair[1]]
    sheet = cut(kept, query, WAITING)
    sentences = cut(silent, query, WAITING)
    return {
        "sheet": sentences if wanted == SILENT else sheet,
        "wanted": wanted,
        "items": [] if wanted == SILENT else [(make_card(claim, snapshot), reasons) for claim, reasons in sheet.items],
        "sentences": sentences.items if wanted == SILENT else [],
        "reason_words": REASONS,
        "reasons": [(reason, words, counts[reason]) for reason, words in REASONS.items()],
        "silent": len(silent),
        "all": len(waiting),
        "reviewed": sum(1 for claim in snapshot.record.claims if claim.reviewed),
        "filters": True,
    }


def find_waiting(snapshot: Snapshot) -> list[Waiting]:
    """Return the claims without a judgement with the reasons to read them; one without a reason does not wait."""
    if "waiting" not in snapshot.kept:
        snapshot.kept["waiting"] = _find_waiting(snapshot)
    return cast("list[Waiting]", snapshot.kept["waiting"])


def _find_waiting(snapshot: Snapshot) -> list[Waiting]:
    last = max((held[:10] for held in snapshot.whole.record.held), default="")
    first = min((held[:10] for held in snapshot.whole.record.held), default="")
    held = {d.id: h[:10] for d, h in zip(snapshot.whole.record.documents, snapshot.whole.record.held, strict=True)}
    new = {document for document, day in held.items() if day == last and last != first}
    open_ones = ((one, _reasons(one, snapshot, new)) for one in snapshot.record.claims if not one.reviewed)
    found = [(resolved, reasons) for resolved, reasons in open_ones if reasons]
    rank = {reason: number for number, reason in enumerate(REASONS)}
    found.sort(key=lambda pair: ([rank[reason] for reason in pair[1]], pair[0].claim.document, pair[0].claim.span))
    return found


def _reasons(resolved: ResolvedClaim, snapshot: Snapshot, new: set[str]) -> list[str]:
    claim = resolved.claim
    group = snapshot.group_of.get(claim.id)
    tests = {
        "disputed": group is not None and group.standing in {Standing.DISPUTED, Standing.DENIED},
        "toll": any(figure.what.value in _TOLLS for figure in claim.figures),
        "control": claim.kind in _CONTROL,
        "weak date": resolved.period.basis in _WEAK and snapshot.dates[claim.document].published is None,
        "new": claim.document in new,
    }
    return [reason for reason in REASONS if tests[reason]]


def _silent(snapshot: Snapshot) -> list[Context]:
    """Return the sentences that hold a word of saying or a figure and gave no claim, with their documents."""
    return [
        {"document": document, "words": span.read(document.text), "start": span.start, "end": span.end}
        for document, coverage in zip(snapshot.record.documents, snapshot.record.coverage, strict=True)
        for span in coverage.silent
    ]
