"""Which dates does each time expression of a text mean, and what is it counted from?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sayso.model.claims import Reading
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex
from sayso.resolution.periods import Calendar
from sayso.text.days import Days, read_days, shift_days, shift_months, write_year
from sayso.text.timexes import read_timex

# Told of something else in the text: "two days later", "the next day", "that month".
FROM_TEXT = frozenset({"mentions.later", "mentions.other_day"})
OF_DAY = frozenset({"mentions.part_of_day", "mentions.clock"})
FEWEST_DATES = 6
YEARS_BACK = 2
SHARE = 0.6
# A month that lies so far before the one told last is one of the next year.
BACK = 8
YEAR = 320
ERA = 4000
_YEAR = re.compile(r"(?<![\d-])\d{4}")
_EARLY_YEAR = re.compile(r"-\d{4}|(?<![\d-])0000")


class Point(NamedTuple):
    """What the text told last: its first day, how exactly it is known, and the words."""

    day: date
    unit: str
    timex: Timex
    shift: int = 0


class TextTime(NamedTuple):
    """A time expression with the dates it means, and the expression of the text that it is counted from."""

    timex: Timex
    edtf: str | None
    base: Timex | None = None


def date_timexes(reading: Reading, calendar: Calendar) -> tuple[TextTime, ...]:
    """Return the time expressions of a text in reading order, each with its dates.

    In news all is counted from the document's day. A text that tells a history, most of its dates lying years
    before its own day, goes from date to date: "in April" is that of the year told last, "the next day" the day
    after the one told last.
    """
    return tuple(_read(reading, calendar))


def tells_history(reading: Reading, days: Days | None) -> bool:
    """Tell whether most of the dates that a text gives with a year lie two years or more before its own day."""
    found = [read_days(t.value) for t in reading.timexes if t.anchor is AnchorKind.ABSOLUTE]
    years = [told.first.year if told and told.first else 0 for told in found]
    if days is None or days.first is None:
        return False
    old = sum(year <= days.first.year - YEARS_BACK for year in years)
    return old >= FEWEST_DATES and old >= SHARE * len(years)


def _read(reading: Reading, calendar: Calendar) -> Iterator[TextTime]:
    is_history = tells_history(reading, calendar.days)
    told: Point | None = None
    for timex in sorted(reading.timexes, key=lambda one: (one.span.start, one.span.end)):
        base = told if told is not None and _is_counted_from_text(timex, told, reading, is_history=is_history) else None

        edtf = _before_christ(_count(timex, base), base.shift) if base else _plain(timex, calendar)
        yield TextTime(timex, edtf, base.timex if base else None)
        if base is not None or not is_history or timex.anchor is AnchorKind.ABSOLUTE:
            told = _next_point(timex, edtf, told)


def _is_counted_from_text(timex: Timex, told: Point, reading: Reading, *, is_history: bool) -> bool:
    if timex.value is not None and "XXXX" not in timex.value:
        return False
    if timex.rule in FROM_TEXT and timex.event is None:
        return True
    if timex.anchor is not AnchorKind.DOCUMENT or (timex.unit, timex.amount, timex.rule) == ("day", 0, "mentions.day"):
        return False
    if timex.rule in OF_DAY:
        return told.unit == "day" and (is_history or _share_sentence(timex, told.timex, reading))
    return is_history


def _share_sentence(one: Timex, other: Timex, reading: Reading) -> bool:
    sentences = (s for passage in reading.passages for s in passage.sentences)
    return any(s.holds(one.span) and s.holds(other.span) for s in sentences)


def _plain(timex: Timex, calendar: Calendar) -> str | None:

    if timex.anchor in {AnchorKind.NONE, AnchorKind.EVENT}:
        return None
    if timex.value is not None and timex.value.startswith("-"):
        return timex.value
    return calendar.read(replace(timex, extent="at") if timex.extent != "during" else timex, is_future=False)


def _count(timex: Timex, told: Point) -> str | None:

    if timex.value is not None:
        return _range(timex.value, told)
    if timex.month is not None and timex.unit is None:
        return _month(timex, told)
    counted = replace(timex, anchor=AnchorKind.DOCUMENT, extent="at" if timex.extent != "during" else "during")
    reach = read_timex(counted, told.day)
    return reach.edtf if reach else None


def _month(timex: Timex, told: Point) -> str | None:
    """Return a month, day or season of the year told last, or of the next one where it lies far behind."""
    month = timex.month or 1
    year = _year_of(month, told)
    if timex.direction == "past" and timex.day is None and timex.rule == "mentions.shifted_month":
        year = told.day.year if month < told.day.month else told.day.year - 1
    day = shift_days(shift_months(date(year, month, 1), 1), -1)
    if timex.day:
        day = date(year, month, min(timex.day, day.day))
    reach = read_timex(replace(timex, direction="nearest", extent="at"), day)
    return reach.edtf if reach else None


def _year_of(month: int, told: Point) -> int:
    is_next = told.unit != "year" and month <= told.day.month - BACK
    return told.day.year + is_next


def _range(value: str, told: Point) -> str:
    """Return a range of days or months that starts in the year told last, or the next."""
    first, _, last = value.partition("/")
    year = _year_of(int(first[5:7]), told)
    end = year + (last[5:] < first[5:])
    return f"{year:04}{first[4:]}/{end:04}{last[4:]}"


def _before_christ(edtf: str | None, shift: int) -> str | None:
    """Return dates that were counted `shift` years too late as what they are."""
    return _YEAR.sub(lambda found: write_year(int(found[0]) - shift), edtf) if edtf and shift else edtf


def _next_point(timex: Timex, edtf: str | None, told: Point | None) -> Point | None:
    """Return the point that an expression leaves behind for those after it: that of before where it tells none.

    Years before Christ are counted in a calendar moved by whole cycles of 400 years.
    """
    if timex.kind in {TimexKind.SET, TimexKind.DURATION} or timex.extent == "during" or edtf is None:
        return told
    shift = ERA if edtf.startswith("-") else 0
    days = read_days(_EARLY_YEAR.sub(lambda found: f"{int(found[0]) + ERA:04}", edtf) if shift else edtf)
    if days is None or days.first is None:
        return told
    length = days.length or 0
    unit = "day" if length == 1 else "month" if length < YEAR else "year"
    if unit == "year" and told is not None and told.day.year == days.first.year and told.shift == shift:
        return told
    return Point(days.first, unit, timex, shift)
