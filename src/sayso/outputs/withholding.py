"""What may not leave the case? Who an unnamed voice may be."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.model.records import Origin

# An unnamed voice that may be a named one of the same account.
SAME_INFORMANT = "linking.same_informant"
# A person has joined origins.
JUDGED = "linking.judged"


def withhold_identity(origin: Origin, is_named: Mapping[str, bool]) -> Iterator[Origin]:
    """Yield an origin as it may be shown; `is_named` tells by claim whether its innermost voice has a name.

    A merge of an unnamed with a named voice lowers a count of origins and stays in the case: an origin that may
    be another loses the tie and its reason, and one that a person joined from both kinds is shown as two, the
    unnamed one without weight.
    """
    rules = {why.rule for why in origin.reasons}
    if SAME_INFORMANT in rules:
        reasons = tuple(why for why in origin.reasons if why.rule != SAME_INFORMANT)
        origin = replace(origin, reasons=reasons, draws_on=())
    unnamed = tuple(claim for claim in origin.claims if not is_named.get(claim, True))
    if JUDGED not in rules or not 0 < len(unnamed) < len(origin.claims):
        yield origin
        return
    other = hashlib.sha256(f"{origin.id} unnamed".encode()).hexdigest()[: len(origin.id)]
    reasons = tuple(why for why in origin.reasons if why.rule != JUDGED)
    named = tuple(claim for claim in origin.claims if is_named.get(claim, True))
    yield replace(origin, claims=named, reasons=reasons)
    yield replace(origin, id=other, name="unnamed", claims=unnamed, reasons=(), draws_on=(), is_explicit=False)
