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
    before = {r.document.id: recall(_read_periods, r.document.id, r, dates[r.document.id]) for r in context.readings}
    timed = EventTimes(context.readings, dates, before, context.memory)
    periods: dict[str, tuple[Period, ...]] = {}
    for reading in context.readings:
        name = reading.document.id
        periods[name] = recall(date_same_events, name, reading, timed.find(reading), grounds[name], dates[name])
    return periods


def _read_periods(reading: Reading, date: DocumentDate) -> tuple[Period, ...]:
    """Return the periods of a document's claims before events are asked."""
    calendar = Calendar(reading, date)
    headed = HeadedDays(calendar)
    return date_by_text(reading, calendar, [_read_period(claim, calendar, headed) for claim in reading.claims])


def _read_period(claim: Claim, calendar: Calendar, headed: HeadedDays) -> Period:
    own = headed.of(claim)
    return find_period(claim, calendar) if own is None else head_period(claim, find_period(claim, own))
