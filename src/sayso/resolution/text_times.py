"""Which dates does each time expression of a text mean, and what is it counted from?"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sayso.model.claims import Reading
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex
from sayso.model.spans import Span
from sayso.resolution.periods import Calendar
from sayso.text.days import Days, read_days, shift_days, shift_months, write_year
from sayso.text.timexes import read_timex

# Told of something else in the text: "two days later", "the next day", "that month", "that morning".
FROM_TEXT = frozenset({"mentions.later", "mentions.other_day", "mentions.day"})
OF_DAY = frozenset({"mentions.part_of_day", "mentions.clock"})
DAY, SHIFTED_MONTH = "mentions.day", "mentions.shifted_month"
# A text tells a history when so many of its dates, and this share of them, lie two years or more before its day.
FEWEST_DATES = 6
YEARS_BACK = 2
SHARE = 0.6
# A month that lies so far before the one told last is one of the next year.
BACK = 8
# A sentence is opened by what stands within so many characters of its beginning ("In 1940, ...").
OPENING = 4
YEAR_LENGTH = 320
# Years before Christ are counted in a calendar moved by whole cycles of 400 years.
ERA = 4000
_YEAR = re.compile(r"(?<![\d-])\d{4}")
_EARLY_YEAR = re.compile(r"-\d{4}|(?<![\d-])0000")


class Point(NamedTuple):
    """What the text told: its first day, how exactly it is known, the words and their sentence."""

    day: date
    unit: str
    timex: Timex
    sentence: Span | None
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
    after the one told last. A year that is only mentioned in passing counts to the end of its sentence.
    """
    return tuple(_Telling(reading, calendar).times())


def tells_history(reading: Reading, days: Days | None) -> bool:
    """Tell whether most of the dates that a text gives with a year lie two years or more before its own day."""
    if days is None or days.first is None:
        return False
    found = [read_days(t.value) for t in reading.timexes if t.anchor is AnchorKind.ABSOLUTE]
    years = [told.first.year if told and told.first else 0 for told in found]
    old = sum(year <= days.first.year - YEARS_BACK for year in years)
    return old >= FEWEST_DATES and old >= SHARE * len(years)


@dataclass(frozen=True)
class _Telling:
    """A text read from its beginning to its end."""

    reading: Reading
    calendar: Calendar

    @cached_property
    def is_history(self) -> bool:
        return tells_history(self.reading, self.calendar.days)

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return tuple(sorted(s for passage in self.reading.passages for s in passage.sentences))

    def _sentence_at(self, span: Span) -> Span | None:
        place = bisect_right(self._sentences, (span.start, len(self.reading.document.text) + 1)) - 1
        return self._sentences[place] if place >= 0 and self._sentences[place].holds(span) else None

    def times(self) -> Iterator[TextTime]:
        told: Point | None = None
        aside: Point | None = None
        for timex in sorted(self.reading.timexes, key=lambda one: (one.span.start, one.span.end)):
            sentence = self._sentence_at(timex.span)
            near = aside if aside is not None and aside.sentence == sentence else told
            base = near if near is not None and self._is_counted(timex, near, sentence) else None
            edtf = self._read(timex, base)
            yield TextTime(timex, edtf, base.timex if base else None)
            point = self._point(timex, edtf, sentence) if base is not None or self._moves(timex) else None
            is_aside = near is not None and near is aside and base is not None
            if point is not None and told is not None and (is_aside or self._is_aside(point, told)):
                told, aside = _settle(point, told, aside)
            elif point is not None:
                told, aside = point, None

    def _is_counted(self, timex: Timex, told: Point, sentence: Span | None) -> bool:
        """Tell whether an expression is counted from what the text told before, and not from the document's day."""
        if timex.rule in FROM_TEXT and timex.anchor is AnchorKind.EVENT:
            return timex.event is None and (self.is_history or self._is_near(timex.span, told.timex.span))
        if timex.anchor is not AnchorKind.DOCUMENT or (timex.rule, timex.amount, timex.part) == (DAY, 0, None):
            return False
        if timex.rule in OF_DAY:
            return told.unit == "day" and told.sentence == sentence
        return self.is_history

    def _is_near(self, span: Span, told: Span) -> bool:
        """Tell whether a time stands in the paragraph of what was told last, or the next: farther on it is of other news."""
        numbers = [n for n, p in enumerate(self.reading.passages) for one in (told, span) if p.span.holds(one)]
        return not numbers or numbers[-1] - numbers[0] <= 1

    def _moves(self, timex: Timex) -> bool:
        return timex.anchor is AnchorKind.ABSOLUTE or not self.is_history

    def _read(self, timex: Timex, base: Point | None) -> str | None:
        if base is not None:
            return _before_christ(_count(timex, base), base.shift)
        if timex.anchor in {AnchorKind.NONE, AnchorKind.EVENT} or (self.is_history and timex.rule in OF_DAY):
            return None
        if timex.value is not None and timex.value.startswith("-"):
            return timex.value
        return self.calendar.read(replace(timex, extent=_extent(timex)), is_future=False)

    def _point(self, timex: Timex, edtf: str | None, sentence: Span | None) -> Point | None:
        """Return the point that an expression tells, None where it tells none."""
        if timex.kind in {TimexKind.SET, TimexKind.DURATION} or timex.extent == "during" or edtf is None:
            return None
        shift = ERA if edtf.startswith("-") else 0
        days = read_days(_EARLY_YEAR.sub(lambda found: f"{int(found[0]) + ERA:04}", edtf) if shift else edtf)
        if days is None or days.first is None:
            return None
        length = days.length or 0
        unit = "day" if length == 1 else "month" if length < YEAR_LENGTH else "year"
        return Point(days.first, unit, timex, sentence, shift)

    def _is_aside(self, point: Point, told: Point) -> bool:
        """Tell whether a year is only mentioned in passing: it does not open its sentence, or says nothing new."""
        if not self.is_history:
            return False
        if point.timex.rule in FROM_TEXT and (point.timex.amount or 0) < 0:
            return True
        if point.unit != "year":
            return False
        opens = point.sentence is None or point.timex.span.start - point.sentence.start <= OPENING
        return not opens or (point.day.year, point.shift) == (told.day.year, told.shift)


def _settle(point: Point, told: Point, aside: Point | None) -> tuple[Point, Point | None]:
    """Return what the text tells and mentions in passing: a year that is mentioned again is what it tells."""
    is_again = aside is not None and point.unit == aside.unit == "year" and aside.day == point.day
    return (point, None) if is_again and aside is not None and aside.sentence != point.sentence else (told, point)


def _extent(timex: Timex) -> str:
    return "during" if timex.extent == "during" else "at"


def _count(timex: Timex, told: Point) -> str | None:
    if timex.value is not None:
        return _range(timex.value, told)
    if timex.month is not None and timex.unit is None:
        return _month(timex, told)
    reach = read_timex(replace(timex, anchor=AnchorKind.DOCUMENT, extent=_extent(timex)), told.day)
    return reach.edtf if reach else None


def _month(timex: Timex, told: Point) -> str | None:
    """Return a month, day or season of the year told last, or of the next one where it lies far behind."""
    month = timex.month or 1
    year = _year_of(month, told)
    if timex.direction == "past" and timex.rule == SHIFTED_MONTH:
        year = told.day.year if month < told.day.month else told.day.year - 1
    if timex.direction == "future" and timex.rule == SHIFTED_MONTH:
        year = told.day.year if month > told.day.month else told.day.year + 1
    last = shift_days(shift_months(date(year, month, 1), 1), -1)
    day = last.replace(day=min(timex.day, last.day)) if timex.day else last
    reach = read_timex(replace(timex, anchor=AnchorKind.DOCUMENT, direction="nearest", extent="at"), day)
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
