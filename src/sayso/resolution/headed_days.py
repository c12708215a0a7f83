"""Which paragraphs stand under a day of their own? Those of a diary or a timeline: "Monday 3 May", "28 April: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import AnchorKind, PassageKind, TimeBasis
from sayso.model.mentions import Timex
from sayso.model.passages import Passage
from sayso.model.resolved import Period
from sayso.model.spans import Span
from sayso.resolution.periods import FRESH, Calendar
from sayso.text.days import read_days

HEADED = name_rule(
    "resolution.headed_day",
    "The paragraph stands under a line that is only a day, or opens with a day, or a place and a day, that stands apart.",
)
# One line of a day may be the page's own; two days make a diary.
FEWEST = 2
# Days: what a log tells of a week or less stands under it as under a day.
LONGEST = 7
# "Rahna, Selba, ": where it was, in a log, before the day.
_PLACES = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*,? (?:of |the )?){0,5}[^\W\d_a-z][\w'’.-]*,")
_BULLETS = " \t*•·–—-"
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b(?: ?(?:[ap]\.?m\b\.?|GMT|UTC))?")
_LABEL = re.compile(r"\s*[:.|–—-]\s")


@dataclass(frozen=True)
class HeadedDays:
    """The calendars of a document's paragraphs: the document's own but where they stand under a day."""

    calendar: Calendar

    @property
    def _reading(self) -> Reading:
        return self.calendar.reading

    def of(self, claim: Claim) -> Calendar | None:
        """Return the calendar of the day that a claim stands under, None where it stands under none."""
        return next((own for passage, own in self._headed if passage.span.holds(claim.sentence)), None)

    @cached_property
    def _headed(self) -> tuple[tuple[Passage, Calendar], ...]:
        found = tuple(self._read())
        return found if len({(own.date.published, own.date.interval) for _, own in found}) >= FEWEST else ()

    def _read(self) -> Iterator[tuple[Passage, Calendar]]:
        """Yield each paragraph under a day with its calendar: a line holds up to the next one, a label for its paragraph."""
        current: Calendar | None = None
        for passage in self._reading.passages:
            if passage.kind is not PassageKind.BODY:
                continue
            opener = self._opener(passage)
            own = self._under(opener) if opener is not None else None
            if own is not None and opener is not None and not _rest(passage.span, opener, self._text):
                current = own
            elif own is not None or current is not None:
                yield passage, own or current or self.calendar

    @property
    def _text(self) -> str:
        return self._reading.document.text

    def _opener(self, passage: Passage) -> Timex | None:
        """Return the day that opens a paragraph and stands apart from what follows."""
        days = [t for t in self._reading.timexes if passage.span.holds(t.span) and _is_day(t)]
        first = min(days, key=lambda timex: timex.span.start, default=None)
        before = "" if first is None else self._text[passage.span.start : first.span.start].strip(_BULLETS)
        if first is None or (before and _PLACES.fullmatch(before) is None):
            return None
        behind = self._text[first.span.end : passage.span.end]
        is_alone = not _rest(passage.span, first, self._text)
        return first if is_alone or _LABEL.match(behind) else None

    def _under(self, timex: Timex) -> Calendar | None:
        """Return the calendar of what stands under a day."""
        edtf = self.calendar.read(timex, is_future=False)
        days = read_days(edtf)
        if edtf is None or days is None or days.first is None or days.last is None or (days.length or 0) > LONGEST:
            return None
        evidence = (self.calendar.quote(timex.span),)
        derived = Derived(value=edtf, rule=HEADED, evidence=evidence, inputs=self.calendar.inputs)
        whole = (days.first.isoformat(), days.last.isoformat())
        own = (edtf, None) if days.day is not None else (None, whole)
        date = replace(self.calendar.date, published=own[0], interval=own[1], derived=derived)
        return Calendar(self._reading, date)


def _is_day(timex: Timex) -> bool:
    is_dated = timex.anchor in {AnchorKind.ABSOLUTE, AnchorKind.DOCUMENT} and timex.extent == "at"
    return is_dated and (timex.day is not None or timex.weekday is not None or timex.value is not None)


def _rest(line: Span, timex: Timex, text: str) -> str:
    """Return what a line holds beside a day, a clock time and marks."""
    beside = text[line.start : timex.span.start] + " " + text[timex.span.end : line.end]
    return _CLOCK.sub(" ", beside).strip(_BULLETS + ".,:|")


def head_period(claim: Claim, period: Period) -> Period:
    """Return the period of a claim that was read by the day it stands under: that day is told, not supposed."""
    if claim.time_rule not in FRESH or claim.timex is not None or period.derived is None:
        return period
    derived = replace(period.derived, rule=HEADED)
    return replace(period, basis=TimeBasis.STATED, derived=derived)


def is_headed(period: Period) -> bool:
    """Tell whether a period is the day that a paragraph stands under."""
    return period.derived is not None and period.derived.rule == HEADED
