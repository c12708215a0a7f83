"""Which claim of an earlier document does a claim in copied text repeat?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.linking.library import Library
from sayso.model.kinds import ClaimKind, Stance
from sayso.model.records import Copy
from sayso.model.resolved import ResolvedClaim
from sayso.model.spans import Span

Key = tuple[ClaimKind, Stance]
# Stretches of text as they stand in the copy and in its first print.
Pairs = list[tuple[tuple[int, int], tuple[int, int]]]
# The claims of a document in the order of their spans, where they begin, and the length of the longest.
Claims = tuple[list[ResolvedClaim], list[int], int]
# How many claims before and after the place in the first print are looked at.
_NEAR = 3


def find_echoes(claims: Sequence[ResolvedClaim], copies: Sequence[Copy], library: Library) -> dict[str, str]:
    """Return, for each claim that stands in text copied from an earlier document, the claim it repeats there.

    Both have the same kind and stance, stand in the shared text and share half of the shorter one's words, place
    by place. What a copy says is answered by its first print: it joins the same group and goes back to the
    same origin, so a copy never raises a count.
    """
    by_document: dict[str, list[ResolvedClaim]] = {}
    for resolved in sorted(claims, key=library.order):
        by_document.setdefault(resolved.claim.document, []).append(resolved)
    kinds = {document: _by_kind(found) for document, found in by_document.items()}
    starts = {document: [one.claim.span.start for one in found] for document, found in by_document.items()}
    longest = {document: max(one.claim.span.length for one in found) for document, found in by_document.items()}
    echoes: dict[str, str] = {}
    for copy in sorted(copies, key=lambda copy: (library.latest[copy.right], copy.right, copy.left)):
        if copy.left not in kinds or copy.right not in kinds:
            continue
        taken: set[str] = set()
        here = by_document[copy.right], starts[copy.right], longest[copy.right]
        for resolved, span in _copied(here, sorted(zip(copy.right_spans, copy.left_spans, strict=True))):
            first = _find(span, kinds[copy.left].get((resolved.claim.kind, resolved.stance), []), taken)
            if first is not None and resolved.claim.id not in echoes:
                taken.add(first)
                echoes[resolved.claim.id] = echoes.get(first, first)
    return echoes


def _copied(here: Claims, pairs: Pairs) -> Iterator[tuple[ResolvedClaim, Span]]:
    """Yield the claims of which more than half is copied, in the order of their spans, with where they stand in the first print."""
    claims, starts, longest = here
    met: set[str] = set()
    for right, left in pairs:
        shift = left[0] - right[0]
        for resolved in claims[bisect_left(starts, right[0] - longest) : bisect_left(starts, right[1])]:
            span = resolved.claim.span
            if resolved.claim.id not in met and 2 * span.shares(Span(*right)) > span.length:
                met.add(resolved.claim.id)
                yield resolved, Span(span.start + shift, span.end + shift)


def _by_kind(claims: Sequence[ResolvedClaim]) -> dict[Key, list[tuple[Span, str]]]:
    """Return the spans and ids of a document's claims by kind and stance, in the order of their spans."""
    found: dict[Key, list[tuple[Span, str]]] = {}
    for resolved in claims:
        found.setdefault((resolved.claim.kind, resolved.stance), []).append((resolved.claim.span, resolved.claim.id))
    return {key: sorted(spans) for key, spans in found.items()}


def _find(span: Span, claims: Sequence[tuple[Span, str]], taken: set[str]) -> str | None:
    """Return the claim near a place that shares half of the shorter span, the one that shares most first."""
    place = bisect_right(claims, span, key=lambda one: one[0])
    shared = [
        (claim in taken, -span.shares(other), claim)
        for other, claim in claims[max(0, place - _NEAR) : place + _NEAR]
        if 2 * span.shares(other) >= max(1, min(span.length, other.length))
    ]
    return min(shared)[2] if shared else None
