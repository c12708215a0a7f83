"""What of a record may not leave the case? Who an unnamed voice may be, and what a person wrote to others there."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from sayso.model.derivations import Derived
from sayso.model.records import Origin, Record
from sayso.text.unnamed import find_unnamed

# An unnamed voice that may be a named one of the same account.
SAME_INFORMANT = "linking.same_informant"
# A source that nobody names may be any of those who say the same.
ANY_OF_THEM = "linking.unnamed_source"
# A person has joined or parted origins.
JUDGED = "linking.judged"
_WHO_IT_MAY_BE = frozenset({SAME_INFORMANT, ANY_OF_THEM})


def withhold_ties(record: Record) -> Record:
    """Return the record with origins as they may be shown outside the case.

    An origin that may be another loses the tie and its reason; one joined from named and unnamed voices is shown
    as two, the unnamed one without weight. Of a person's judgement the rule is shown, and not the words.
    """
    unnamed = find_unnamed(record.claims, record.voices)
    return replace(record, origins=tuple(shown for origin in record.origins for shown in _show(origin, unnamed)))


def _show(origin: Origin, unnamed: frozenset[str]) -> Iterator[Origin]:
    rules = {why.rule for why in origin.reasons}
    is_judged = any(why.rule == JUDGED or (why.rule == SAME_INFORMANT and why.note) for why in origin.reasons)
    reasons = tuple(_without_words(why) for why in origin.reasons if why.rule not in _WHO_IT_MAY_BE)
    draws_on = origin.draws_on if rules.isdisjoint(_WHO_IT_MAY_BE) else ()
    apart = tuple(claim for claim in origin.claims if claim in unnamed)
    if not is_judged or not 0 < len(apart) < len(origin.claims):
        yield replace(origin, reasons=reasons, draws_on=draws_on)
        return
    other = hashlib.sha256(f"{origin.id} unnamed".encode()).hexdigest()[: len(origin.id)]
    named = tuple(claim for claim in origin.claims if claim not in unnamed)
    yield replace(origin, claims=named, reasons=tuple(w for w in reasons if w.rule != JUDGED), draws_on=draws_on)
    yield replace(origin, id=other, name="unnamed", claims=apart, reasons=(), draws_on=(), is_explicit=False)


def _without_words(why: Derived) -> Derived:
    return replace(why, note=None) if why.rule == JUDGED else why
