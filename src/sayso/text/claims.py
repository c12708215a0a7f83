"""Which claim does a word of the text belong to?"""

from collections.abc import Iterable

from sayso.model.claims import Claim
from sayso.model.spans import Span

NEAR = 30


def find_claim_at(claims: Iterable[Claim], span: Span) -> Claim | None:
    """Return the narrowest claim that holds the span, else the one of its sentence that begins right after it.

    A claim can begin behind its subject: the word that names an event may stand just before the claim's own words.
    """
    claims = list(claims)
    holding = [claim for claim in claims if claim.span.holds(span)]
    if holding:
        return min(holding, key=lambda claim: (claim.span.length, claim.id))
    behind = [c for c in claims if c.sentence.holds(span) and 0 <= c.span.start - span.end <= NEAR]
    return min(behind, key=lambda claim: (claim.span.start, claim.id), default=None)
