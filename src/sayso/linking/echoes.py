"""Which claim of an earlier document does a claim in copied text repeat?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.linking.library import Library
from sayso.model.kinds import ClaimKind, Stance
from sayso.model.records import Copy
from sayso.model.resolved import ResolvedClaim
from sayso.model.spans import Span

# The claims in copied text, each with the claim that it repeats, by the document they stand in.
Echoes = Mapping[str, tuple[tuple[str, str], ...]]
Key = tuple[ClaimKind, Stance, tuple[tuple[float | None, float | None], ...]]
# Stretches of text as they stand in the copy and in its first print.
Pairs = list[tuple[tuple[int, int], tuple[int, int]]]
# How many claims before and after the place in the first print are looked at.
_NEAR = 3


def find_echoes(copies: Sequence[Copy], library: Library) -> Echoes:
    """Return, for each document with claims that stand in text copied from an earlier one, these with the claims they repeat there.

    Both have the same kind, stance and numbers, stand in the shared text and share half of the shorter one's words,
    place by place: an editor who changes a number says another thing. What a copy says is answered by its first print: it joins the same group and goes back to the
    same origin, so a copy never raises a count.
    """
    claims = library.claims
    firsts: dict[str, str] = {}
    echoes: dict[str, tuple[tuple[str, str], ...]] = {}
    for copy in sorted(copies, key=lambda copy: (library.latest[copy.right], copy.right, copy.left)):
        here, there = claims.get(copy.right), claims.get(copy.left)
        if here and there:
            known = frozenset([echo for echo, _ in echoes.get(copy.right, ())])
            found = library.memory.recall(_match, (copy.left, copy.right), copy, here, there, known)
            if found:
                repeated = tuple([(echo, firsts.get(first, first)) for echo, first in found])
                firsts.update(repeated)
                echoes[copy.right] = (*echoes.get(copy.right, ()), *repeated)
    return echoes


def _match(
    copy: Copy, here: tuple[ResolvedClaim, ...], there: tuple[ResolvedClaim, ...], known: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """Return the claims of a copy, save those `known` from other copied text, with those of its first print."""
    kinds = _by_kind(there)
    taken: set[str] = set()
    found = []
    for resolved, span in _copied(here, sorted(zip(copy.right_spans, copy.left_spans, strict=True))):
        first = _find(span, kinds.get(_key(resolved), []), taken)
        if first is not None and resolved.claim.id not in known:
            taken.add(first)
            found.append((resolved.claim.id, first))
    return tuple(found)


def _copied(claims: Sequence[ResolvedClaim], pairs: Pairs) -> Iterator[tuple[ResolvedClaim, Span]]:
    """Yield the claims of which more than half is copied, in the order of their spans, with where they stand in the first print."""
    starts = [one.claim.span.start for one in claims]
    longest = max(one.claim.span.length for one in claims)
    met: set[str] = set()
    for right, left in pairs:
        shift = left[0] - right[0]
        for resolved in claims[bisect_left(starts, right[0] - longest) : bisect_left(starts, right[1])]:
            span = resolved.claim.span
            if resolved.claim.id not in met and 2 * span.shares(Span(*right)) > span.length:
                met.add(resolved.claim.id)
                yield resolved, Span(span.start + shift, span.end + shift)


def _by_kind(claims: Sequence[ResolvedClaim]) -> dict[Key, list[tuple[Span, str]]]:
    """Return the spans and ids of a document's claims by kind, stance and numbers, in the order of their spans."""
    found: dict[Key, list[tuple[Span, str]]] = {}
    for resolved in claims:
        found.setdefault(_key(resolved), []).append((resolved.claim.span, resolved.claim.id))
    return {key: sorted(spans) for key, spans in found.items()}


def _key(resolved: ResolvedClaim) -> Key:
    numbers = tuple((figure.low, figure.high) for figure in resolved.claim.figures)
    return resolved.claim.kind, resolved.stance, numbers


def _find(span: Span, claims: Sequence[tuple[Span, str]], taken: set[str]) -> str | None:
    """Return the claim near a place that shares half of the shorter span, the one that shares most first."""
    place = bisect_right(claims, span, key=lambda one: one[0])
    shared = [
        (claim in taken, -span.shares(other), claim)
        for other, claim in claims[max(0, place - _NEAR) : place + _NEAR]
        if 2 * span.shares(other) >= max(1, min(span.length, other.length))
    ]
    return min(shared)[2] if shared else None
