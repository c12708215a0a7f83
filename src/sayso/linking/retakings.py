"""Which takings of one place by one side are told for days that cannot both be meant?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.linking.answers import TAKEN
from sayso.linking.arenas import SHORT
from sayso.linking.disputes import Apart
from sayso.linking.exclusions import DAYS_APART
from sayso.linking.families import HOLDING
from sayso.linking.gatherings import Gathering
from sayso.linking.responses import Response
from sayso.model.kinds import Basis, ConflictKind, TimeBasis

# "On or shortly before" the day of a report is never so many days before.
FAR = 60


def find_days_apart(gatherings: Sequence[Gathering]) -> Iterator[Apart]:
    """Yield the takings of one place by one side on days that the texts name apart, with no loss between."""
    by_place: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        if matter.family.name == HOLDING and matter.place and matter.days and gathering.answer.level == TAKEN:
            by_place.setdefault(matter.place, []).append(gathering)
    for _, takings in sorted(by_place.items()):
        ordered = sorted(takings, key=lambda taking: (taking.matter.days or (0, 0), taking.id))
        for left, right in pairwise(ordered):
            if _is_same_taking(left, right):
                yield [[left], [right]], {ConflictKind.TIME: DAYS_APART}


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
