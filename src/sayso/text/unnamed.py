"""Which claims does nobody answer for by name?"""

from collections.abc import Iterable

from sayso.model.resolved import ResolvedClaim, Voice


def find_unnamed(claims: Iterable[ResolvedClaim], voices: Iterable[Voice]) -> frozenset[str]:
    """Return the ids of the claims whose innermost voice has no name; what an outlet says itself is none of them."""
    unnamed = {voice.key for voice in voices if not voice.is_named}
    return frozenset(one.claim.id for one in claims if one.chain and one.voice in unnamed)
