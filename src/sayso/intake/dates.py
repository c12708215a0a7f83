"""Which calendar dates are written in a run of text, and to what precision?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.lexicons import read_toml
from sayso.model.spans import Span

_ORDINAL = "(?:st|nd|rd|th)?"
_CENTURY = 70  # "14-Nov-69" is of 2069, "14-Nov-70" of 1970
_GAP = r"[ \u00a0]"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date as it stands in a text: `value` is EDTF, no more precise than the words."""

    span: Span
    value: str

    @property
    def has_day(self) -> bool:
        """Whether a day and its year are said."""
        return len(self.value) == 10 and "X" not in self.value


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """Yield the calendar dates written in `text[start:end]`, in reading order.

    A day of the week before a date belongs to it. Figures that may be day and month in either order
    ("04-05-2016") give both days, as EDTF writes one of several, unless a day of the week tells which. A day without
    a year gives "XXXX-07-29"; no date at all is a day that the calendar lacks. A year of two figures is read behind
    the name of a month and a mark only ("14-Nov-19").

    >>> [found.value for found in find_dates("Tuesday, July 30, 2013; 30.07.2013; 04/05/2016; July 29")]
    ['2013-07-30', '2013-07-30', '[2016-04-05,2016-05-04]', 'XXXX-07-29']
    """
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        parts = {name[:-1]: words for name, words in match.groupdict().items() if words}
        value = _either(parts, match.group()) if "left" in parts else _value(parts)
        if value:
            yield WrittenDate(span=Span(*match.span()), value=value)


@cache
def _pattern() -> re.Pattern[str]:
    table = read_toml("time")
    months = "|".join(sorted((m for m in table["months"] if not m.endswith(".")), key=len, reverse=True))
    days = "|".join(sorted({d.rstrip(".") for d in table["weekdays"]}, key=len, reverse=True))
    forms = (
        rf"(?P<day8>\d{{1,2}})-(?P<month8>{months})-(?P<year8>\d{{4}}|\d{{2}})(?!\w)",
        rf"(?P<day9>\d{{1,2}}){_GAP}(?P<month9>{months})\.?,?{_GAP}['’](?P<year9>\d{{2}})(?!\w)",
        rf"(?P<day1>\d{{1,2}}){_ORDINAL}(?:{_GAP}of)?{_GAP}(?P<month1>{months})\.?,?{_GAP}(?P<year1>\d{{4}})(?!\w)",
        rf"(?P<month2>{months})\.?{_GAP}(?P<day2>\d{{1,2}}){_ORDINAL},?{_GAP}(?P<year2>\d{{4}})(?!\w)",
        r"(?P<year3>\d{4})(?P<mark3>[-/.])(?P<month3>\d{1,2})(?P=mark3)(?P<day3>\d{1,2})(?!\d)",
        r"(?P<left4>\d{1,2})(?P<mark4>[./-])(?P<right4>\d{1,2})(?P=mark4)(?P<year4>\d{4})(?!\d)",
        rf"(?P<month5>{months})\.?,?{_GAP}(?P<year5>\d{{4}})(?!\w)",
        rf"(?P<day6>\d{{1,2}}){_ORDINAL}{_GAP}(?P<month6>{months})(?![a-z])",
        rf"(?P<month7>{months})\.?{_GAP}(?P<day7>\d{{1,2}}){_ORDINAL}(?!\w)",
    )
    return re.compile(
        rf"(?<![\w/-])(?:(?:{days})\.?,?{_GAP}(?:the{_GAP})?)?(?:{'|'.join(forms)})(?![\d/-])", re.IGNORECASE
    )


def _either(parts: dict[str, str], written: str) -> str | None:
    """Return a date in figures: the one that its day of the week tells, or both that they can mean."""
    values = sorted({value for ordered in _orders(parts) if (value := _value(ordered))})
    weekday = read_toml("time")["weekdays"].get((re.match(r"\w*", written) or [""])[0].casefold())
    told = [value for value in values if date.fromisoformat(value).weekday() == weekday]
    values = told or values
    return f"[{','.join(values)}]" if len(values) > 1 else values[0] if values else None


def _value(parts: dict[str, str]) -> str | None:
    year, month, day = _year(parts.get("year")), _month(parts.get("month")), parts.get("day")
    if month is None:
        return year
    if day is None:
        return f"{year}-{month:02}" if 1 <= month <= 12 else None
    try:
        date(int(year or 2000), month, int(day))
    except ValueError:
        return None
    return f"{year or 'XXXX'}-{month:02}-{int(day):02}"


def _year(words: str | None) -> str | None:
    """Return a year in four figures; of two, the century is the one in which news pages print so."""
    if words is None or len(words) == 4:
        return words
    return f"{'20' if int(words) < _CENTURY else '19'}{words}"


def _orders(parts: dict[str, str]) -> tuple[dict[str, str], ...]:
    """Return day and month of a date in figures: with full stops the day comes first, else in any order that fits."""
    left, right, year = parts["left"], parts["right"], parts["year"]
    day_first = {"day": left, "month": right, "year": year}
    return (day_first,) if parts["mark"] == "." else (day_first, {"day": right, "month": left, "year": year})


def _month(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else int(read_toml("time")["months"][words.casefold()])
