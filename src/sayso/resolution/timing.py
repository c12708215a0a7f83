"""When is each claim of a case set, by its own words, by events, and by what the same document tells of them?"""

from collections.abc import Mapping

from sayso.model.claims import Claim, Reading
from sayso.model.resolved import DocumentDate, Period
from sayso.resolution.context import Context
from sayso.resolution.event_times import EventTimes
from sayso.resolution.grounds import Ground
from sayso.resolution.headed_days import HeadedDays, head_period
from sayso.resolution.histories import date_by_text
from sayso.resolution.periods import Calendar, find_period
from sayso.resolution.same_events import date_same_events


def time_claims(
    context: Context, dates: Mapping[str, DocumentDate], grounds: Mapping[str, Ground]
) -> Mapping[str, tuple[Period, ...]]:
    """Return the periods of the claims by document, claim by claim."""
    recall = context.memory.recall
    before: dict[str, Period] = {}
    claims = {r.document.id: recall(_list_ids, r.document.id, r) for r in context.readings}
    for reading in context.readings:
        name = reading.document.id
        before.update(zip(claims[name], recall(_read_periods, name, reading, dates[name]), strict=True))
    calendars = {r.document.id: Calendar(r, dates[r.document.id]) for r in context.readings}
    timed = EventTimes(context.readings, calendars, before, context.memory).all
    periods: dict[str, tuple[Period, ...]] = {}
    for reading in context.readings:
        name = reading.document.id
        told = tuple(map(timed.__getitem__, claims[name]))
        periods[name] = recall(date_same_events, name, reading, told, grounds[name])
    return periods


def _list_ids(reading: Reading) -> tuple[str, ...]:
    return tuple([claim.id for claim in reading.claims])


def _read_periods(reading: Reading, date: DocumentDate) -> tuple[Period, ...]:
    """Return the periods of a document's claims before events are asked."""
    calendar = Calendar(reading, date)
    headed = HeadedDays(calendar)
    return date_by_text(reading, calendar, [_read_period(claim, calendar, headed) for claim in reading.claims])


def _read_period(claim: Claim, calendar: Calendar, headed: HeadedDays) -> Period:
    own = headed.of(claim)
    return find_period(claim, calendar) if own is None else head_period(claim, find_period(claim, own))
