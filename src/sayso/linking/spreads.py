"""Is something told of several parts of a place, and so of no one town in it?"""

import re

from sayso.lexicons import read_toml
from sayso.linking.dossiers import Dossier
from sayso.model.resolved import ResolvedClaim

# "Parts of", "several areas in": what stands before the name of a place of which only some is meant, and how near.
_NOUNS = "|".join(sorted(read_toml("place_words")["spread"]["words"]))
_PARTS = re.compile(
    rf"(?:\b(?P<the>the|these|those|its)\s+)?(?P<told>\S+\s+)?\b(?:{_NOUNS}) (?:of|in|across)(?: the)?\s*$",
    re.IGNORECASE,
)
_NEAR = 60


def is_spread(resolved: ResolvedClaim, dossier: Dossier) -> bool:
    """Tell whether something is told of several parts of a place: "raids have battered parts of Rahna" is of no one town in it.

    "The besieged parts" and "rebel-held areas" are parts that the reader knows.
    """
    own = next((t for t in resolved.claim.toponyms if resolved.claim.sentence.holds(t.span)), None)
    if own is None:
        return False
    words = dossier.document.text[max(0, own.span.start - _NEAR) : own.span.end]
    parts = _PARTS.search(words.removesuffix(own.name))
    return parts is not None and parts["the"] is None and "-" not in (parts["told"] or "")
