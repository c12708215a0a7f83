"""When is each claim set?"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, Evidence, name_rule
from sayso.model.kinds import AnchorKind, Basis, ClaimKind, Scope, TimeBasis, TimexKind
from sayso.model.mentions import Timex
from sayso.model.resolved import DocumentDate, Period
from sayso.model.spans import Span
from sayso.text.days import Days, read_days, write_days
from sayso.text.timexes import Reach, read_timex

STATED = name_rule("resolution.stated_time", "The words give the date.")
RELATIVE = name_rule("resolution.relative_time", "The words are counted from the day of the document.")
DOCUMENT = name_rule("resolution.document_day", "The words give no time: on or shortly before the day of the document.")
ENDED = name_rule(
    "resolution.ended_then",
    "It lasted for that length of time, up to the day that the sentence tells of what came after it.",
)
AS_OF = name_rule("resolution.as_of", "A figure that adds up since a day holds as of the day of the document.")
SAID = name_rule("resolution.said_day", "The words give no time: on or shortly before the day on which they were said.")
LASTED = name_rule(
    "resolution.lasted_till_said",
    "It had gone on for that length of time when it was said, on a day that the text tells.",
)
UNKNOWN = name_rule("resolution.no_time", "No date can be made of the words.")
SHARED = "claims.shared_timex"
WEEK = timedelta(days=7)
CONTINUES, KNOWN, SAID_THEN = "claims.continued_time", "claims.known_event", "claims.said_timex"
EARLIER = "claims.earlier"
FRESH = frozenset({"claims.document_day", CONTINUES, KNOWN, SAID_THEN})
LENGTH, EVENT, CLAUSE = "mentions.length", "mentions.event_noun", "mentions.event_clause"
_DATED = frozenset({AnchorKind.DOCUMENT, AnchorKind.ABSOLUTE})
TIMELESS = frozenset({ClaimKind.FORECAST, ClaimKind.CHARACTERISATION, ClaimKind.BACKGROUND})
LASTING = frozenset(
    {
        ClaimKind.ADVANCE,
        ClaimKind.SIEGE,
        ClaimKind.SHELLING,
        ClaimKind.CLASH,
        ClaimKind.AIR_STRIKE,
        ClaimKind.CONTROL_STATE,
    }
)


@dataclass(frozen=True)
class Calendar:
    """The days of one document: its own, and from it those of its time expressions."""

    reading: Reading
    date: DocumentDate

    @cached_property
    def days(self) -> Days | None:
        """The days the document can be of: one when its day is known."""
        if self.date.published:
            return read_days(self.date.published)
        return read_days("/".join(self.date.interval)) if self.date.interval else None

    @property
    def is_adrift(self) -> bool:
        """Whether the day of the document is not known: then each day that it names is only known within bounds."""
        return self.days is not None and self.days.day is None

    @property
    def inputs(self) -> tuple[Derived, ...]:
        """The derivation of the document's day."""
        return (self.date.derived,) if self.date.derived else ()

    def read(self, timex: Timex, *, is_future: bool) -> str | None:
        """Return what a time expression means, as EDTF; in a document without a day the days it can mean."""
        if timex.anchor is AnchorKind.ABSOLUTE and timex.extent == "at":
            found = read_timex(timex, date(2000, 1, 1))
            return found.edtf if found else None
        if self.days is None or self.days.first is None or self.days.last is None:
            return None
        early = read_timex(timex, self.days.first, is_future=is_future)
        late = read_timex(timex, self.days.last, is_future=is_future)
        return _join(early, late)

    @property
    def document_days(self) -> str | None:
        """The document's day or days as EDTF."""
        return write_days(self.days) if self.days else None

    def stands_after(self, event: Span, length: Span) -> bool:
        """Tell whether a length of time stands right behind an event that something came after ("after a siege of")."""
        text = self.reading.document.text
        opens = text[event.start : event.end].casefold().startswith("after ")
        return opens and text[event.end : length.start].strip() == "of"

    def quote(self, span: Span) -> Evidence:
        """Return words of the document as evidence."""
        return Evidence(document=self.reading.document.id, span=span, quote=span.read(self.reading.document.text))


def _join(early: Reach | None, late: Reach | None) -> str | None:
    if early is None or late is None:
        return None
    return Reach(early.first, late.last).edtf


def find_period(claim: Claim, calendar: Calendar) -> Period:
    """Return the period that a claim's own words or the day of its document give; events come later.

    Fresh news and standing states without a time are of the document's day (basis document); what adds up
    "since Wednesday" holds as of the document's day.
    """
    if claim.timex is None or claim.time_rule in FRESH:
        return _fresh(claim, calendar)
    return _ended(claim, claim.timex, calendar) or _told(claim, claim.timex, calendar)


def _told(claim: Claim, timex: Timex, calendar: Calendar) -> Period:
    if _adds_up(claim, timex):
        return _derive(calendar, timex, (calendar.document_days, AS_OF, TimeBasis.RELATIVE))
    if timex.anchor is AnchorKind.NONE:
        return _spell(claim, timex, calendar)
    edtf = None
    if timex.anchor is not AnchorKind.EVENT:
        edtf = calendar.read(timex, is_future=claim.tense == "future")
    if edtf is None:
        return no_time(timex.span)
    if _still_holds(claim, edtf, calendar):
        return on_document_day(calendar)
    is_stated = timex.anchor is AnchorKind.ABSOLUTE or (timex.month is not None and timex.day is not None)
    rule, basis = (STATED, TimeBasis.STATED) if is_stated else (RELATIVE, TimeBasis.RELATIVE)
    return _derive(calendar, timex, (edtf, rule, basis))


def _still_holds(claim: Claim, edtf: str, calendar: Calendar) -> bool:
    """Tell whether a state taken for granted in other news of these days is one of the document's own day."""
    days = read_days(edtf)
    is_state = claim.basis is Basis.PRESUPPOSED and claim.is_standing and claim.time_rule == SHARED
    if not is_state or days is None or days.last is None or calendar.days is None or calendar.days.first is None:
        return False
    return calendar.days.first - days.last <= WEEK


def _fresh(claim: Claim, calendar: Calendar) -> Period:
    """Return the period of what the words give no time for: on or shortly before the day it was said, or reported."""
    if claim.time_rule not in FRESH:
        return no_time()
    if claim.timex is None:
        return on_document_day(calendar)
    said = calendar.read(claim.timex, is_future=False)
    return _lasted(claim, calendar, said) or _derive(calendar, claim.timex, (said, SAID, TimeBasis.DOCUMENT))


def _lasted(claim: Claim, calendar: Calendar, said: str | None) -> Period | None:
    """Return the period of what had gone on for a length of time when somebody spoke: "'for 20 days now', he said last week"."""
    days = read_days(said)
    lengths = (t for t in calendar.reading.timexes if claim.span.holds(t.span) and t.kind is TimexKind.DURATION)
    length = next((t for t in lengths if t.amount is not None and t.event is None and not t.is_vague), None)
    if length is None or days is None or days.first is None or days.last is None:
        return None
    counted = replace(length, anchor=AnchorKind.DOCUMENT, amount=-abs(length.amount or 0), extent="at")
    begun = read_timex(counted, days.first)
    edtf = Reach(begun.first, days.last.isoformat()).edtf if begun else None
    return _derive(calendar, length, (edtf, LASTED, TimeBasis.RELATIVE)) if edtf else None


def _adds_up(claim: Claim, timex: Timex) -> bool:
    """Tell whether a figure adds up over a time: "since Wednesday", "31 dead in three weeks of fighting"."""
    is_sum = any(figure.scope is Scope.CUMULATIVE for figure in claim.figures)
    return (timex.extent == "since" and is_sum) or (claim.kind is ClaimKind.TOLL and timex.rule == LENGTH)


def _spell(claim: Claim, timex: Timex, calendar: Calendar) -> Period:
    """Return a bare length of time ("a one-month offensive") as one that ends with the document's day.

    What does not last ("fell after a year") happened at the end of it.
    """
    is_length = timex.kind is TimexKind.DURATION and timex.amount is not None and not timex.is_vague
    if not is_length or claim.tense == "future":
        return no_time(timex.span)
    if claim.kind not in LASTING:
        return on_document_day(calendar, timex.span) if is_fresh(claim) else no_time(timex.span)
    counted = replace(timex, anchor=AnchorKind.DOCUMENT, amount=-abs(timex.amount or 0))
    edtf = calendar.read(counted, is_future=False)
    return _derive(calendar, timex, (edtf, RELATIVE, TimeBasis.RELATIVE)) if edtf else no_time(timex.span)


def _ended(claim: Claim, timex: Timex, calendar: Calendar) -> Period | None:
    """Return the time of what lasted up to the one day of its sentence: "fell on 4 May, after a siege of six weeks".

    Or "raged for three days before the army left on Sunday".
    """
    if timex.rule != LENGTH or timex.amount is None or timex.is_vague:
        return None
    beside = [other for other in calendar.reading.timexes if claim.sentence.holds(other.span) and other is not timex]
    is_behind = timex.span.read(calendar.reading.document.text).casefold().startswith("after ")
    is_behind = is_behind or any(
        o.event and o.rule == EVENT and calendar.stands_after(o.span, timex.span) for o in beside
    )
    is_behind = is_behind or any(
        o.rule == CLAUSE and o.extent == "until" and o.span.start > timex.span.end for o in beside
    )
    days = [other for other in beside if other.extent == "at" and other.anchor in _DATED and _is_a_day(other)]
    end = read_days(calendar.read(days[0], is_future=False) or "") if is_behind and len(days) == 1 else None
    if end is None or end.day is None:
        return None
    counted = replace(timex, anchor=AnchorKind.DOCUMENT, amount=-abs(timex.amount), extent="during")
    found = read_timex(counted, end.day)
    return _derive(calendar, timex, (found.edtf, ENDED, TimeBasis.RELATIVE)) if found else None


def _is_a_day(timex: Timex) -> bool:
    return timex.day is not None or timex.weekday is not None


def on_document_day(calendar: Calendar, written: Span | None = None) -> Period:
    """Return the period of news without a time: the document's day, or the days it can be of."""
    edtf = calendar.document_days
    derived = Derived(value=edtf, rule=DOCUMENT, inputs=calendar.inputs)
    return Period(edtf=edtf, basis=TimeBasis.DOCUMENT, written=written, derived=derived)


def no_time(written: Span | None = None) -> Period:
    """Return the period of what no date can be made of."""
    return Period(edtf=None, basis=TimeBasis.NONE, written=written, derived=Derived(value=None, rule=UNKNOWN))


def _derive(calendar: Calendar, timex: Timex, found: tuple[str | None, str, TimeBasis]) -> Period:
    edtf, rule, basis = found
    derived = Derived(value=edtf, rule=rule, evidence=(calendar.quote(timex.span),), inputs=calendar.inputs)
    return Period(edtf=edtf, basis=basis, written=timex.span, derived=derived)


def is_fresh(claim: Claim) -> bool:
    """Tell whether a claim is news of its document by its words alone: stated, not of the future or far past."""
    return claim.basis is Basis.STATED and claim.kind not in TIMELESS and claim.tense in {"past", "present"}
