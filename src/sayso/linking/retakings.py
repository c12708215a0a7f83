"""Which takings of one place by one side are told for days that cannot both be meant?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.linking.answers import HELD, MOST, TAKEN
from sayso.linking.arenas import SHORT
from sayso.linking.disputes import Apart
from sayso.linking.exclusions import DAYS_APART
from sayso.linking.families import HOLDING
from sayso.linking.gatherings import Gathering
from sayso.linking.responses import Response
from sayso.model.kinds import Basis, ConflictKind, Stance, TimeBasis

# "On or shortly before" the day of a report is never so many days before.
FAR = 60
# What is told of one who holds a place, or lost it.
_HOLDING = frozenset({TAKEN, HELD, MOST})


def find_days_apart(gatherings: Sequence[Gathering]) -> Iterator[Apart]:
    """Yield the takings of one place by one side on days that the texts name apart, with no loss between.

    Whom others say to have held it between has lost it, or most of it, to whoever took it then: that was another taking.
    """
    by_place: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        if matter.family.name == HOLDING and matter.place and matter.days and gathering.answer.level in _HOLDING:
            by_place.setdefault(matter.place, []).append(gathering)
    for _, told in sorted(by_place.items()):
        for left, right in _follow(sorted(told, key=lambda one: (one.matter.days or (0, 0), one.id))):
            if _is_same_taking(left, right):
                yield [[_firm(left)], [_firm(right)]], {ConflictKind.TIME: DAYS_APART}


def _firm(taking: Gathering) -> Gathering:
    """Return a taking without those who only grant that it may have been taken, where others say it."""
    firm = tuple(response for response in taking.responses if response.stance is not Stance.HEDGES)
    return replace(taking, responses=firm) if firm else taking


def _follow(told: Sequence[Gathering]) -> Iterator[tuple[Gathering, Gathering]]:
    """Yield each taking of a place with the next one, where nobody else is said to have held it between."""
    last: Gathering | None = None
    for one in told:
        if one.answer.level == TAKEN:
            if last is not None:
                yield last, one
            last = one
        elif last is not None and _is_lost(last, one):
            last = None


def _is_lost(taking: Gathering, later: Gathering) -> bool:
    """Tell whether another is said to hold the place on a later day than the taking's."""
    days = taking.matter.days, later.matter.days
    is_later = bool(days[0] and days[1] and days[1].first > days[0].last)
    return is_later and later.answer.holder not in {None, taking.answer.holder}


def _is_same_taking(left: Gathering, right: Gathering) -> bool:
    """Tell whether one side is said to have taken a place twice: on days that are named, or, as reported, far apart."""
    is_one_holder = left.answer.holder == right.answer.holder
    is_named = all(any(_names_day(response) for response in taking.responses) for taking in (left, right))
    days = left.matter.days, right.matter.days
    if not (is_one_holder and days[0] and days[1]):
        return False
    is_far = days[1].first - days[0].last > FAR and all(_is_told(taking) for taking in (left, right))
    return (is_named and not days[0].overlaps(days[1])) or is_far


def _is_told(taking: Gathering) -> bool:
    """Tell whether somebody says outright that the place was taken, in a document whose day is known."""
    responses = (response for response in taking.responses if not response.is_adrift and response.days is not None)
    return any(
        response.resolved.claim.basis is Basis.STATED and response.days.length <= SHORT
        for response in responses
        if response.days
    )


def _names_day(response: Response) -> bool:
    """Tell whether a taking is dated by its own words, and not by another event."""
    return response.answer.level == TAKEN and response.resolved.period.basis in {TimeBasis.STATED, TimeBasis.RELATIVE}
