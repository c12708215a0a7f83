"""When is a claim set whose time expression is counted from another one of its text?"""

from collections.abc import Mapping, Sequence

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import AnchorKind, TimeBasis
from sayso.model.resolved import Period
from sayso.model.spans import Span
from sayso.resolution.periods import FRESH, Calendar
from sayso.resolution.text_times import TextTime, date_timexes
from sayso.text.timexes import OPEN

COUNTED_FROM_TEXT = name_rule(
    "resolution.text_time", "The words are counted from another date of the text, which tells of it from date to date."
)


def date_by_text(reading: Reading, calendar: Calendar, periods: Sequence[Period]) -> tuple[Period, ...]:
    """Return the periods of a document's claims, those counted from a date told before dated by it.

    In news that concerns only what names no event and has no date yet ("two days later"); in a history also what
    would otherwise be counted from the document's day ("in April").
    """
    times = {time.timex.span: time for time in date_timexes(reading, calendar) if time.base is not None and time.edtf}
    pairs = zip(reading.claims, periods, strict=True)
    return tuple(_date(claim, period, times, calendar) for claim, period in pairs)


def _date(claim: Claim, period: Period, times: Mapping[Span, TextTime], calendar: Calendar) -> Period:
    timex = claim.timex
    time = times.get(timex.span) if timex is not None and claim.time_rule not in FRESH else None
    if timex is None or time is None or time.base is None or time.edtf is None:
        return period
    if timex.anchor is AnchorKind.EVENT and period.edtf is not None:
        return period
    edtf = _reach(time.edtf, timex.extent)
    evidence = (calendar.quote(timex.span), calendar.quote(time.base.span))
    derived = Derived(value=edtf, rule=COUNTED_FROM_TEXT, evidence=evidence, inputs=calendar.inputs)
    basis = TimeBasis.EVENT if timex.anchor is AnchorKind.EVENT else TimeBasis.RELATIVE
    return Period(edtf=edtf, basis=basis, written=timex.span, derived=derived)


def _reach(edtf: str, extent: str) -> str:
    first = edtf.partition("/")[0]
    return {"since": f"{first}/{OPEN}", "until": f"{OPEN}/{first}"}.get(extent, edtf)
