"""Which days does a date mean? Calendar arithmetic on EDTF dates (level 1), and runs of numbered days for sweeping."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from sayso.text.spellings import NAMES

DAY = timedelta(days=1)
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
FIRST_YEAR, LAST_YEAR = 1, 9998
# No page is of a year outside these, and arithmetic on days stays inside the calendar.
EARLIEST, LATEST = 1000, 9000

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
# How many days a mark of approximation widens a date by, where claims are compared.
FUZZ = 3

_ROUGH = re.compile(r"[~?%]")
_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?[~?%]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """All days from `first` to `last`; None is an open end."""

    first: date | None = None
    last: date | None = None

    @property
    def day(self) -> date | None:
        """The day, when it is a single one."""
        return self.first if self.first == self.last else None

    @property
    def length(self) -> int | None:
        """The number of days, None when an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def holds(self, day: date) -> bool:
        """Tell whether the day lies inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def cut(self, other: "Days") -> "Days":
        """Return the days of both; `is_empty` when there is none."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return Days(first=max(firsts, default=None), last=min(lasts, default=None))

    @property
    def is_empty(self) -> bool:
        """Whether the first day lies after the last one."""
        return self.first is not None and self.last is not None and self.first > self.last


def on(day: date) -> Days:
    """Return a single day as days."""
    return Days(first=day, last=day)


@lru_cache(maxsize=NAMES)
def read_days(value: str | None) -> Days | None:
    """Return the days of an EDTF date or interval, None when the year is not said or it is no date.

    A season counts its three northern months; a mark of approximation is not widened. One of several days is
    all from the first to the last.

    >>> read_days("2013-06").last
    datetime.date(2013, 6, 30)
    """
    if choice := read_choice(value or ""):
        return Days(first=min(choice), last=max(choice))
    left, slash, right = (value or "").partition("/")
    if not slash:
        return _point(left)
    first, last = _point(left), _point(right)
    if first is None and last is None:
        return None
    return Days(first=first.first if first else None, last=last.last if last else None)


def is_one_day(value: str | None) -> bool:
    """Tell whether an EDTF date is a single day.

    >>> is_one_day("2013-06-04"), is_one_day("2013-06"), is_one_day(None)
    (True, False, False)
    """
    days = read_days(value)
    return days is not None and days.day is not None


def _point(text: str) -> Days | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not EARLIEST <= year <= LATEST:
        return None
    try:
        return _span(year, month, day)
    except ValueError:
        return None


def _span(year: int, month: int | None, day: int | None) -> Days:
    if month in SEASONS:
        start = date(year, SEASONS[month], 1)
        return Days(first=start, last=shift_months(start, 3) - DAY)
    if day is not None and month is not None:
        return on(date(year, month, day))
    first, last = month or 1, month or 12
    return Days(first=date(year, first, 1), last=date(year, last, monthrange(year, last)[1]))


def read_choice(value: str) -> tuple[date, ...]:
    """Return the days of an EDTF date that is one of several ("[2016-04-05,2016-05-04]"), none for any other.

    >>> len(read_choice("[2016-04-05,2016-05-04]")), read_choice("2016-04-05")
    (2, ())
    """
    if not (value.startswith("[") and value.endswith("]")):
        return ()
    return tuple(days.day for part in value[1:-1].split(",") if (days := _point(part)) and days.day)


def read_yearless(value: str) -> tuple[int, int | None] | None:
    """Return month and day of an EDTF date without a year ("XXXX-07-29"), else None."""
    match = _YEARLESS.fullmatch(value)
    return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def write_year(year: int | None) -> str:
    """Return a year as EDTF writes it, four digits and a minus before Christ; "XXXX" for one not said."""
    return "XXXX" if year is None else f"-{-year:04}" if year < 0 else f"{year:04}"


def shift_months(day: date, amount: int) -> date:
    """Return the same day `amount` months on, the last day of a shorter month.

    >>> shift_months(date(2013, 7, 31), -1)
    datetime.date(2013, 6, 30)
    """
    months = min(max(day.year * 12 + day.month - 1 + amount, FIRST_YEAR * 12), LAST_YEAR * 12)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift_days(day: date, amount: int) -> date:
    """Return the day `amount` days on, kept within the calendar."""
    try:
        return day + timedelta(days=amount)
    except OverflowError:
        return day


def weekday_before(day: date, weekday: int) -> date:
    """Return the latest such weekday on or before a day.

    >>> weekday_before(date(2013, 7, 29), 0)
    datetime.date(2013, 7, 29)
    """
    return shift_days(day, -((day.weekday() - weekday) % 7))


def weekday_after(day: date, weekday: int) -> date:
    """Return the first such weekday on or after a day."""
    return shift_days(day, (weekday - day.weekday()) % 7)


def week_of(day: date, amount: int = 0) -> Days:
    """Return the week from Monday to Sunday, `amount` weeks on."""
    monday = shift_days(weekday_before(day, 0), 7 * amount)
    return Days(first=monday, last=shift_days(monday, 6))


def write_days(days: Days) -> str | None:
    """Return days as EDTF, in the coarsest form that means exactly them; None when both ends are open.

    >>> write_days(Days(first=date(2013, 6, 1), last=date(2013, 6, 30)))
    '2013-06'
    """
    if days.first is None or days.last is None:
        first, last = (day.isoformat() if day else ".." for day in (days.first, days.last))
        return None if first == last else f"{first}/{last}"
    if days.first == days.last:
        return days.first.isoformat()
    for length in (4, 7):
        first, last = days.first.isoformat()[:length], days.last.isoformat()[:length]
        text = first if first == last else f"{first}/{last}"
        if read_days(text) == days:
            return text
    return f"{days.first.isoformat()}/{days.last.isoformat()}"


class Run(NamedTuple):
    """A run of days, first and last included, numbered as `date.toordinal` does.

    >>> Run(3, 5).overlaps(Run(5, 9))
    True
    """

    first: int
    last: int

    @property
    def length(self) -> int:
        """The number of days."""
        return self.last - self.first + 1

    def overlaps(self, other: "Run") -> bool:
        """Tell whether both runs share a day."""
        return self.first <= other.last and other.first <= self.last

    def meet(self, other: "Run") -> "Run":
        """Return the days of both runs; only for runs that overlap."""
        return Run(max(self.first, other.first), min(self.last, other.last))


def merge_runs(runs: Iterable[Run]) -> list[Run]:
    """Return the days of runs as the fewest runs, in order.

    >>> merge_runs([Run(8, 9), Run(1, 3), Run(2, 5)])
    [Run(first=1, last=5), Run(first=8, last=9)]
    """
    merged: list[Run] = []
    for run in sorted(runs):
        if merged and run.first <= merged[-1].last + 1:
            merged[-1] = Run(merged[-1].first, max(merged[-1].last, run.last))
        else:
            merged.append(run)
    return merged


@lru_cache(maxsize=65536)
def number_days(edtf: str | None, fuzz: int = 0) -> Run | None:
    """Return the days of an EDTF date or interval as numbers, None when there is none or it cannot be read.

    An open end reaches the first or last day there is; an end marked as approximate is widened by `fuzz` days.

    >>> number_days("2013-02").length
    28
    """
    days = read_days(edtf)
    if days is None or edtf is None:
        return None
    left, _, right = edtf.partition("/")
    first = days.first.toordinal() - _width(left, fuzz) if days.first else FIRST_DAY
    last = days.last.toordinal() + _width(right or left, fuzz) if days.last else LAST_DAY
    return Run(first, last) if first <= last else Run(last, first)


def _width(text: str, fuzz: int) -> int:
    return fuzz if _ROUGH.search(text) else 0
