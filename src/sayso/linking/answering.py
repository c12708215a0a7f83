"""Which claim does a denial, a doubt or "could not be verified" answer?"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.lexicons import read_toml
from sayso.linking.pages import Page
from sayso.linking.wording import find_stems
from sayso.model.kinds import ClaimKind
from sayso.model.resolved import ResolvedClaim

# "The larger figure" is that of the last few counts.
_LARGER = frozenset({"larger", "higher", "bigger"})
_FEW = 4


def find_answered(page: Page) -> Mapping[str, ResolvedClaim]:
    """Return, by id, the claim that each claim made of a denial or a doubt answers.

    It is of the same document and kind; its words are those that the reading noted, else it is the last one before.
    """
    frames = frozenset(read_toml("matters")["answering"]["frames"])
    replies = [one for one in page.claims if one.claim.frame in frames]
    by_kind: dict[ClaimKind, list[ResolvedClaim]] = {}
    for one in page.claims if replies else ():
        if one.claim.frame not in frames:
            by_kind.setdefault(one.claim.kind, []).append(one)
    found = ((one, _find(one, by_kind.get(one.claim.kind, ()), page)) for one in replies)
    return MappingProxyType({one.claim.id: answered for one, answered in found if answered is not None})


def _find(reply: ResolvedClaim, claims: Sequence[ResolvedClaim], page: Page) -> ResolvedClaim | None:
    note = reply.claim.derived.note if reply.claim.derived else None
    noted = [one for one in claims if page.quote(one) == note]
    before = [one for one in claims if one.claim.span.start <= reply.claim.span.start and one.chain != reply.chain]
    counted = [one for one in before[-_FEW:] if one.claim.figures]
    if counted and not _LARGER.isdisjoint(find_stems(page.quote(reply))):
        return max(counted, key=lambda one: max(figure.low or figure.high or 0 for figure in one.claim.figures))
    return next(reversed(noted or before), None)
