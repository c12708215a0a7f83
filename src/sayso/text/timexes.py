"""Which days does a time expression mean, once the day it is counted from is known?"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex
from sayso.text.days import (
    Days,
    read_days,
    shift_days,
    shift_months,
    week_of,
    weekday_after,
    weekday_before,
    write_days,
)

ELAPSED_RULES = frozenset({"mentions.ago", "mentions.later", "mentions.after_event"})
OPEN = ".."
# A day of a month that no tense puts into the past may lie so many days ahead ("a 3 June deadline").
NEAR_AHEAD = 31
SATURDAY = 5
PHASES = frozenset({"early", "middle", "late"})
_MOMENTS = frozenset({"second", "minute", "hour"})
_YEARS = {"year": 1, "decade": 10, "century": 100}


class Reach(NamedTuple):
    """From one EDTF date to another, both counted in; ".." is an open end, "~" marks what is approximate."""

    first: str
    last: str

    @property
    def edtf(self) -> str:
        """The reach as EDTF."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


def read_timex(timex: Timex, today: date, *, is_future: bool = False) -> Reach | None:
    """Return what a time expression means on a day, None when no dates can be made of it.

    A weekday is the latest one up to that day ("on Monday" in a Monday article is that day), the next one where
    the words speak of what is to come; "last week" is the week from Monday to Sunday before; "a month ago" is
    about a month before; "since" runs up to the day.
    """
    if timex.is_vague or timex.kind is TimexKind.SET:
        return None
    point = _point(timex, today, is_future=is_future or timex.direction == "future")
    if point is None or timex.extent in {"at", "during"}:
        return point
    if timex.extent == "until":
        return Reach(OPEN, point.first)
    return Reach(point.first, today.isoformat()) if _starts_by(point, today) else point


def _starts_by(point: Reach, today: date) -> bool:
    days = read_days(point.first)
    return days is not None and days.first is not None and days.first <= today


def _point(timex: Timex, today: date, *, is_future: bool) -> Reach | None:
    if timex.value is not None:
        return _written(timex, today, is_future=is_future)
    if timex.weekday is not None and timex.unit == "day" and timex.amount:
        return _weekdays(timex, today)
    if timex.weekday is not None:
        return _whole(_weekday(timex, today, is_future=is_future))
    if timex.month is not None or timex.day is not None:
        return (_month if timex.month is not None else _day_of_month)(timex, today, is_future=is_future)
    if timex.unit is not None and timex.amount is not None and timex.anchor is not AnchorKind.NONE:
        return _counted(timex, today)
    return None


def _whole(day: date) -> Reach:
    return Reach(day.isoformat(), day.isoformat())


def _written(timex: Timex, today: date, *, is_future: bool) -> Reach | None:
    """Return the dates that the words give; without a year, those of the year that fits the day."""
    value = timex.value or ""
    if "XXXX" in value:
        value = _nearest_range(value.split("/"), today, is_future=is_future)
    days = read_days(value)
    if days is None:
        return None
    if timex.part in PHASES and days.first and days.last and days.first != days.last:
        return _reach(_phase(days, timex.part))
    first, _, last = value.partition("/")
    mark = "~" if timex.is_approximate and first[-1:].isdigit() else ""
    return Reach(first + mark, (last or first) + ("" if last else mark))


def _nearest_range(months: list[str], today: date, *, is_future: bool) -> str:
    """Return a range of months or days with the year in which it lies nearest to the day."""
    years = (today.year, today.year + 1) if is_future else (today.year, today.year - 1)
    for year in years:
        value = _with_year(months, year)
        days = read_days(value)
        if days and days.first and days.last and (days.last > today if is_future else days.first <= today):
            return value
    return ""


def _with_year(months: list[str], year: int) -> str:
    """Return a range of months or days with its year; one over New Year ends in the next one."""
    second = year + 1 if len(months) == 2 and months[1] < months[0] else year
    return "/".join(month.replace("XXXX", f"{(year, second)[number]:04}") for number, month in enumerate(months[:2]))


def _reach(days: Days) -> Reach | None:
    written = write_days(days)
    if written is None:
        return None
    first, _, last = written.partition("/")
    return Reach(first, last or first)


def _phase(days: Days, part: str) -> Days:
    """Return the early, middle or late third of a month or year."""
    if days.first is None or days.last is None:
        return days
    if (days.last - days.first).days > 200:
        first = shift_months(days.first, {"early": 0, "middle": 4, "late": 8}[part])
        return Days(first=first, last=shift_days(shift_months(first, 4), -1))
    first = shift_days(days.first, {"early": 0, "middle": 10, "late": 20}[part])
    return Days(first=first, last=days.last if part == "late" else shift_days(first, 9))


def _weekday(timex: Timex, today: date, *, is_future: bool) -> date:
    weekday = timex.weekday or 0
    if timex.unit == "week" and timex.amount is not None:
        return shift_days(week_of(today, timex.amount).first or today, weekday)
    if timex.direction == "past":
        return weekday_before(shift_days(today, -1), weekday)
    if is_future:
        return weekday_after(shift_days(today, 1), weekday)
    return weekday_before(today, weekday)


def _weekdays(timex: Timex, today: date) -> Reach:
    """Return the days from a weekday to the one `amount` days later, the latest that begin by the day."""
    first = weekday_before(today, timex.weekday or 0)
    return Reach(first.isoformat(), shift_days(first, timex.amount or 0).isoformat())


def _month(timex: Timex, today: date, *, is_future: bool) -> Reach | None:
    """Return the nearest such month (or day of one) up to the day; "February this year" is told its year."""
    shift = timex.amount if timex.unit == "year" else None
    month = timex.month or 1
    if shift is not None and timex.part is not None and timex.part not in PHASES:
        return _reach(_season(date(today.year + shift, month, 1)))
    year = _year_of(month, timex, today, is_future=is_future) if shift is None else today.year + shift
    days = read_days(f"{year:04}-{month:02}" + (f"-{timex.day:02}" if timex.day else ""))
    if days is not None and days.first is not None and timex.day is None and timex.part is not None:
        days = _phase(days, timex.part) if timex.part in PHASES else _season(days.first)
    return _reach(days) if days else None


def _day_of_month(timex: Timex, today: date, *, is_future: bool) -> Reach | None:
    """Return the latest such day of a month up to the day, or the first one after it that is to come."""
    months = range(3) if is_future else range(0, -3, -1)
    named = (_nth(shift_months(today.replace(day=1), months_on), timex.day or 1) for months_on in months)
    fitting = (found for found in named if found is not None and (found > today if is_future else found <= today))
    return next((_whole(found) for found in fitting), None)


def _nth(first: date, day: int) -> date | None:
    """Return a day of the month that begins with a day, None where that has fewer."""
    found = shift_days(first, day - 1)
    return found if found.month == first.month else None


def _season(start: date) -> Days:
    """Return the three months that begin with a day."""
    return Days(first=start, last=shift_days(shift_months(start, 3), -1))


def _year_of(month: int, timex: Timex, today: date, *, is_future: bool) -> int:
    named = (month, timex.day or 1)
    here = (today.month, today.day if timex.day else 1)
    if is_future:
        return today.year if named >= here else today.year + 1
    is_here = named == here and (timex.direction != "past" or timex.day is not None)
    if timex.day is not None and timex.direction == "nearest" and _is_near_ahead(named, today):
        return today.year if named >= here else today.year + 1
    return today.year if named < here or is_here else today.year - 1


def _is_near_ahead(named: tuple[int, int], today: date) -> bool:
    """Tell whether a day of a month comes soon, so that it is not the one of a year ago."""
    ahead = (shift_days(today, days) for days in range(1, NEAR_AHEAD + 1))
    return any((day.month, day.day) == named for day in ahead)


def _counted(timex: Timex, today: date) -> Reach | None:
    reader: Callable[[Timex, date], Reach | None]
    if timex.extent == "during" or timex.kind is TimexKind.DURATION:
        reader = _spell
    elif timex.rule in ELAPSED_RULES or abs(timex.amount or 0) > 1:
        reader = _elapsed
    else:
        reader = _shifted
    return reader(timex, today)


def _elapsed(timex: Timex, today: date) -> Reach | None:
    """Return the point a length of time away: days exactly, the rest approximately."""
    amount, unit = timex.amount or 0, timex.unit
    if unit in _MOMENTS:
        return _whole(today)
    if unit == "day":
        return _marked(shift_days(today, amount).isoformat(), is_approximate=timex.is_approximate)
    if unit == "week":
        return _marked(shift_days(today, 7 * amount).isoformat())
    if unit == "month":
        return _marked(shift_months(today, amount).isoformat())
    if unit in _YEARS:
        years = amount * _YEARS[unit]
        return _marked(shift_months(today, 12 * years).isoformat()[: 7 if abs(years) == 1 else 4])
    return None


def _marked(point: str, *, is_approximate: bool = True) -> Reach:
    point += "~" if is_approximate else ""
    return Reach(point, point)


def _shifted(timex: Timex, today: date) -> Reach | None:
    """Return the calendar day, week, month or year before, of or after the day."""
    amount, unit = timex.amount or 0, timex.unit
    if unit == "day" or unit in _MOMENTS:
        return _whole(shift_days(today, amount) if unit == "day" else today)
    if unit == "weekend" and amount == 0 and timex.direction == "past":
        first = weekday_before(today, SATURDAY)
        return Reach(first.isoformat(), min(shift_days(first, 1), today).isoformat())
    days = _calendar(str(unit), amount, today)
    if days is None or days.first is None or days.last is None:
        return None
    if amount == 0 and timex.direction != "future" and (unit == "week" or timex.part == "early"):
        return _reach(Days(first=days.first, last=today))
    if timex.part in PHASES and unit in {"month", "year"}:
        return _reach(_phase(days, timex.part))
    return _reach(days)


def _calendar(unit: str, amount: int, today: date) -> Days | None:
    if unit == "week":
        return week_of(today, amount)
    if unit == "weekend":
        monday = week_of(today, amount).first or today
        return Days(first=shift_days(monday, 5), last=shift_days(monday, 6))
    if unit == "month":
        return read_days(shift_months(today.replace(day=1), amount).isoformat()[:7])
    return read_days(f"{today.year + amount:04}") if unit == "year" else None


def _spell(timex: Timex, today: date) -> Reach | None:
    """Return a length of time up to the day, or from it when it is to come."""
    amount, unit = timex.amount or 0, timex.unit
    if unit in _MOMENTS or amount == 0:
        return _whole(today)
    if unit == "day":
        far = shift_days(today, amount - 1 if amount > 0 else amount + 1).isoformat()
    elif unit == "week":
        far = shift_days(today, 7 * amount).isoformat()
    elif unit == "month":
        far = shift_months(today, amount).isoformat()
    elif unit in _YEARS:
        far = shift_months(today, 12 * amount * _YEARS[unit]).isoformat()[:7]
    else:
        return None
    far += "~" if timex.is_approximate or unit == "month" or unit in _YEARS else ""
    return Reach(far, today.isoformat()) if amount < 0 else Reach(today.isoformat(), far)
