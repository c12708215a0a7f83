"""When was what a text takes for granted ("the attack")? It is what the text tells the day of elsewhere."""

from collections.abc import Callable, Mapping, Sequence

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import Basis, TimeBasis
from sayso.model.resolved import Period
from sayso.text.days import read_days

SAME_EVENT = name_rule(
    "resolution.same_event",
    "The words take an event for granted whose day the same document tells elsewhere: same kind of event, same place.",
)
AreNear = Callable[[Claim, Claim], bool]
TOLD = frozenset({TimeBasis.STATED, TimeBasis.RELATIVE})


def date_same_events(
    readings: Sequence[Reading], periods: Mapping[str, Period], are_near: AreNear
) -> dict[str, Period]:
    """Return the periods, with those of presupposed claims taken from the one day the document tells of the event.

    Where it tells of several days, what is meant stays open and the period as it was.
    """
    found = dict(periods)
    for reading in readings:
        told = [claim for claim in reading.claims if _tells_day(claim, periods[claim.id])]
        taken = [c for c in reading.claims if told and c.basis is Basis.PRESUPPOSED and c.timex is None]
        for claim in taken:
            alike = [periods[o.id] for o in told if o.kind is claim.kind and are_near(claim, o)]
            if len({period.edtf for period in alike}) == 1:
                found[claim.id] = _take(alike[0])
    return found


def _tells_day(claim: Claim, period: Period) -> bool:
    days = read_days(period.edtf) if period.basis in TOLD and claim.tense != "future" else None
    return days is not None and days.day is not None


def _take(period: Period) -> Period:
    inputs = (period.derived,) if period.derived else ()
    derived = Derived(value=period.edtf, rule=SAME_EVENT, inputs=inputs)
    return Period(edtf=period.edtf, basis=TimeBasis.EVENT, derived=derived)
