"""On which day is an event coded, and how exactly is it known?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.model.kinds import TimeBasis
from sayso.text.days import FIRST_DAY, LAST_DAY, Run, number_days

WEEK, MONTH = 7, 31
TOLD, ABOUT, REPORTED, BY_EVENT = "told", "about", "reported", "event"
_TOLD = frozenset({TimeBasis.STATED.value, TimeBasis.RELATIVE.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days on which an event lies, and how they are known: told, about, reported (on or shortly before) or event."""

    first: date
    last: date
    how: str

    @property
    def is_told(self) -> bool:
        """Whether words give these days, and not the day of the report, a rough count or another event."""
        return self.how == TOLD

    @property
    def days(self) -> int:
        """How many days it may have been."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day in the middle."""
        return date.fromordinal((self.first.toordinal() + self.last.toordinal()) // 2)

    @property
    def acled_precision(self) -> int:
        """ACLED's code: 1 for a day that is told, 2 for a week and for "reported on" a day, 3 for a month."""
        if self.days == 1 and self.is_told:
            return 1
        return 2 if self.days <= WEEK else 3

    @property
    def ucdp_precision(self) -> int:
        """UCDP's code: 1 for a day that is told, 2 for two to six days, 3 for a week, 4 for a month."""
        if self.days == 1:
            return 1 if self.is_told else 2
        return 2 if self.days < WEEK else 3 if self.days == WEEK else 4


def find_span(claims: Iterable[Mapping[str, Any]]) -> Span | None:
    """Return the days of an event: those that words tell before those of reports, the narrowest first; None beyond a month.

    A day that only bounds what happened before it ("on or shortly before" the report), and one counted from another
    event, are no exact days.
    """
    found = [span for claim in claims if (span := _read(claim["time"])) is not None]
    return min(found, key=lambda span: (not span.is_told, span.days, span.first), default=None)


def _read(time: Mapping[str, Any]) -> Span | None:
    days = number_days(time["edtf"])
    if days is None or not _is_bounded(days):
        return None
    return Span(first=date.fromordinal(days.first), last=date.fromordinal(days.last), how=_find_how(time))


def _find_how(time: Mapping[str, Any]) -> str:
    if time["basis"] in _TOLD:
        return ABOUT if "~" in str(time["edtf"]) else TOLD
    return REPORTED if time["basis"] == TimeBasis.DOCUMENT.value else BY_EVENT


def _is_bounded(days: Run) -> bool:
    return days.first > FIRST_DAY and days.last < LAST_DAY and days.last - days.first < MONTH
