"""Who is meant where a claim does not say who holds a place, or calls them no more than a militia?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.linking.answers import DOUBT, HELD, MOST, NO, PART, PRESENT, TAKEN, Answer, hold
from sayso.linking.parties import CAMPS
from sayso.linking.responses import Response

# What is said of the whole or most of a place.
WHOLE = frozenset({TAKEN, MOST, NO, DOUBT})


def settle_holders(responses: Sequence[Response]) -> list[Response]:
    """Return the answers to who held a place, those of an unnamed holder of the whole or of most given to the only one named.

    "The fall of the town" means the one side said to have taken it; of who holds a part nothing follows, so
    that such a claim stands alone. "The militia" and "gunmen" are the only group named that is no government.
    """
    told = _settle_anybody(responses)
    named = {response.answer.holder for response in told if response.answer.holder}
    takers = {response.answer.holder for response in told if response.answer.holder and response.answer.level in WHOLE}
    only = min(takers or named) if len(takers or named) == 1 else None
    return [
        response if response.answer.holder else replace(response, answer=_settle(response, only)) for response in told
    ]


def _settle_anybody(responses: Sequence[Response]) -> list[Response]:
    """Return the answers, those of holders that may be anybody given to the only one named; where none is, all mean one."""
    told = Counter(one.answer.holder for one in responses if one.answer.holder and _may_be_anybody(one))
    named = {one.answer.holder for one in responses if one.answer.holder and not _may_be_anybody(one)} - {"government"}
    if not told or len(named) > 1:
        return list(responses)
    chief = min(named, default=min(told, key=lambda name: (-told[name], name)))
    return [
        replace(one, answer=hold(one.answer.level, chief)) if one.answer.holder and _may_be_anybody(one) else one
        for one in responses
    ]


def _may_be_anybody(response: Response) -> bool:
    """Tell whether the words call the holder no more than a militia or gunmen, and nobody tells whose they are."""
    is_told = bool(response.resolved.agents) and response.party is None
    return is_told and response.answer.holder not in CAMPS


def _settle(response: Response, only: str | None) -> Answer:
    answer = response.answer
    if answer.level in {HELD, PART, PRESENT} or (only is None and answer.level == MOST):
        return replace(answer, key=f"{answer.key} {response.words}")
    return hold(answer.level, only) if only else answer
