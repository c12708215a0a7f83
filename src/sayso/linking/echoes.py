"""Which claim of an earlier document does a claim in copied text repeat?"""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.linking.library import Library
from sayso.model.kinds import ClaimKind, Stance
from sayso.model.records import Copy
from sayso.model.resolved import ResolvedClaim
from sayso.model.spans import Span

Key = tuple[ClaimKind, Stance]
# Stretches of text as they stand in the copy and in its first print.
Pairs = list[tuple[tuple[int, int], tuple[int, int]]]
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
    echoes: dict[str, str] = {}
    for copy in sorted(copies, key=lambda copy: (library.latest[copy.right], copy.right, copy.left)):
        first_print = _by_kind(by_document.get(copy.left, []))
        pairs = sorted(zip(copy.right_spans, copy.left_spans, strict=True))
        taken: set[str] = set()
        for resolved in by_document.get(copy.right, []):
            span = _place_in_left(resolved.claim.span, pairs)
            first = _find(span, first_print.get((resolved.claim.kind, resolved.stance), []), taken) if span else None
            if first is not None and resolved.claim.id not in echoes:
                taken.add(first)
                echoes[resolved.claim.id] = echoes.get(first, first)
    return echoes


def _by_kind(claims: Sequence[ResolvedClaim]) -> dict[Key, list[tuple[Span, str]]]:
    """Return the spans and ids of a document's claims by kind and stance, in the order of their spans."""
    found: dict[Key, list[tuple[Span, str]]] = {}
    for resolved in sorted(claims, key=lambda one: (one.claim.span, one.claim.id)):
        found.setdefault((resolved.claim.kind, resolved.stance), []).append((resolved.claim.span, resolved.claim.id))
    return found


def _place_in_left(span: Span, pairs: Pairs) -> Span | None:
    """Return where a span of the copy stands in the first print, None when half of it is not copied."""
    place = bisect_right(pairs, span.start, key=lambda pair: pair[0][0]) - 1
    for right, left in pairs[max(0, place) : place + 2]:
        if 2 * span.shares(Span(*right)) > span.length:
            shift = left[0] - right[0]
            return Span(span.start + shift, span.end + shift)
    return None


def _find(span: Span, claims: Sequence[tuple[Span, str]], taken: set[str]) -> str | None:
    """Return the claim near a place that shares half of the shorter span, the one that shares most first."""
    place = bisect_right(claims, span, key=lambda one: one[0])
    shared = [
        (claim in taken, -span.shares(other), claim)
        for other, claim in claims[max(0, place - _NEAR) : place + _NEAR]
        if 2 * span.shares(other) >= max(1, min(span.length, other.length))
    ]
    return min(shared)[2] if shared else None
