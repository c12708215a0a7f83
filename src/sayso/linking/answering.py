"""Which claim does a denial, a doubt or "could not be verified" answer?"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.lexicons import read_toml
from sayso.linking.dossiers import Dossier
from sayso.linking.wording import find_stems
from sayso.model.kinds import ClaimKind
from sayso.model.resolved import ResolvedClaim

# Among how many of the last counts "the larger figure" is looked for.
_FEW = 4


def find_answered(dossier: Dossier) -> Mapping[str, ResolvedClaim]:
    """Return, by id, the claim that each claim made of a denial or a doubt answers.

    It is of the same document and kind; its words are those that the reading noted, else it is the last one before.
    """
    frames = frozenset(read_toml("matters")["answering"]["frames"])
    responses = [one for one in dossier.claims if one.claim.frame in frames]
    by_kind: dict[ClaimKind, list[ResolvedClaim]] = {}
    for one in dossier.claims if responses else ():
        if one.claim.frame not in frames:
            by_kind.setdefault(one.claim.kind, []).append(one)
    found = ((one, _find(one, by_kind.get(one.claim.kind, ()), dossier)) for one in responses)
    return MappingProxyType({one.claim.id: answered for one, answered in found if answered is not None})


def _find(response: ResolvedClaim, claims: Sequence[ResolvedClaim], dossier: Dossier) -> ResolvedClaim | None:
    note = response.claim.derived.note if response.claim.derived else None
    noted = [one for one in claims if dossier.quote(one) == note]
    before = [
        one for one in claims if one.claim.span.start <= response.claim.span.start and one.chain != response.chain
    ]
    counted = [one for one in before[-_FEW:] if one.claim.figures]
    larger = read_toml("matters")["answering"]["larger"]
    if counted and not find_stems(dossier.quote(response)).isdisjoint(larger):
        return max(counted, key=lambda one: max(figure.low or figure.high or 0 for figure in one.claim.figures))
    return next(reversed(noted or before), None)
