"""Does a claim only name what others allege?"""

from sayso.model.kinds import Basis, ClaimKind, Stance
from sayso.model.resolved import ResolvedClaim

_SORTED = frozenset({ClaimKind.SHELLING, ClaimKind.AIR_STRIKE, ClaimKind.EXPLOSION})
_OF_NO_SORT = "attack"


def is_anothers_allegation(resolved: ResolvedClaim, stance: Stance) -> bool:
    """Tell whether a voice that speaks of something else calls it alleged: "demanded an inquiry into the alleged attack".

    An outlet's own "the suspected attack" does not tell of which sort the attack was.
    """
    claim = resolved.claim
    is_of_no_sort = claim.frame == _OF_NO_SORT and claim.kind in _SORTED
    is_named_only = claim.basis is Basis.PRESUPPOSED and (bool(resolved.chain) or is_of_no_sort)
    return is_named_only and stance is Stance.HEDGES
