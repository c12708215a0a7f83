"""Who is said to hold a place?"""

from sayso.model.claims import Claim
from sayso.model.kinds import Hold
from sayso.resolution.actors import Actor


def find_holder(claim: Claim, agents: tuple[Actor, ...]) -> Actor | None:
    """Return the party that a claim says holds ground: the one that takes or keeps it; None for other claims.

    A denial keeps the party whose holding is denied; the record makes "not wholly X" of it.
    """
    if claim.control is None or claim.control.hold is not Hold.HELD:
        return None
    return agents[0] if agents else None


def name_holder(holder: Actor | None) -> str | None:
    """Return what the holder is called in a row of control: government, opposition, or the name of a group."""
    return holder.holder or holder.name if holder else None
