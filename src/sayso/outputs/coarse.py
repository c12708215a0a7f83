"""How much of a time, a number or a share is told of a claim that is withheld? A week, the number of figures, more or less than half."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sayso.model.kinds import Bound, Extent, Measure
from sayso.text.days import number_days

Row = dict[str, Any]
_MONTH = 31
# A day at either end of a period; what stands before it is its month.
_DAY = re.compile(r"(\d{4}-\d\d|XXXX-\d\d)-\d\d")
_PERCENT = re.compile(r"%|\bper\s?cent\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_HALF, _WHOLE = 50, 100
# What tells the size of a number from a number that somebody gave.
_BAND = " (size only)"


def find_week(day: str | None) -> str | None:
    """Return the week of a day, Monday to Sunday (EDTF); of a month or more the months, None for none.

    A period that names no day is told as it is.

    >>> find_week("2013-07-29"), find_week("2014-04-09/2014-05-17"), find_week("2012-07~/2013-07-31"), find_week("2013-06")
    ('2013-07-29/2013-08-04', '2014-04/2014-05', '2012-07~/2013-07', '2013-06')
    """
    if day is None or not _DAY.search(day):
        return day
    days = number_days(day)
    if days is None or day.startswith("[") or days.last - days.first >= _MONTH - 1:
        return _find_months(day)
    try:
        first, last = date.fromordinal(days.first), date.fromordinal(days.last)
        monday, sunday = first - timedelta(first.weekday()), last + timedelta(6 - last.weekday())
    except (ValueError, OverflowError):
        return None
    return f"{monday.isoformat()}/{sunday.isoformat()}"


def _find_months(day: str) -> str:
    """Return a period with the months of its days; one of several days as all from the first month to the last.

    Where both ends fall into one month it is that month.
    """
    months = _DAY.sub(r"\1", day.strip("[]").replace(",", "/"))
    first, slash, last = months.partition("/")
    last = last.rpartition("/")[2]
    return months if not slash else first if first == last else f"{first}/{last}"


def blur_figure(row: Row) -> Row:
    """Return the row of a number with what is told of it: how many figures it has, of a share whether it is half or more.

    >>> blur_figure({"low": 150, "high": 150, "what": "fatalities", "words": "Some 150"})["words"]
    '100 to 999 (size only)'
    >>> blur_figure({"low": 40, "high": None, "what": "injured", "words": "more than 40"})["words"]
    'at least 10 (size only)'
    """
    low, high = row["low"], row["high"]
    size = _find_half if is_share(row) else _find_size
    least, most = size(low)[0] if low is not None else None, size(high)[1] if high is not None else None
    unit = " per cent" if is_share(row) else ""
    if least is None and most is None:
        words, bound = "a number that is withheld", Bound.VAGUE
    elif least is None:
        words, bound = f"at most {most:,}{unit}{_BAND}", Bound.AT_MOST
    elif most is None:
        words, bound = f"at least {least:,}{unit}{_BAND}", Bound.AT_LEAST
    else:
        words, bound = f"{least:,} to {most:,}{unit}{_BAND}", Bound.RANGE
    return {**row, "low": least, "high": most, "words": words, "bound": bound.value, "by_rule": False}


def is_share(row: Row) -> bool:
    """Tell whether the row of a number gives a part of a hundred."""
    return row["what"] == Measure.DESTROYED_SHARE.value or bool(_PERCENT.search(row["words"]))


def _find_half(share: float) -> tuple[int, int]:
    percent = share * _WHOLE if share <= 1 else share
    return (_HALF, _WHOLE) if percent >= _HALF else (0, _HALF)


def _find_size(number: float) -> tuple[int, int]:
    """Return the least and the greatest number of as many figures."""
    figures = len(str(int(number)))
    return (10 ** (figures - 1) if number >= 1 else 0, 10**figures - 1)


def blur_share(row: Row) -> Row:
    """Return the row of who holds a place without an exact share: of a share is told whether it is half or more."""
    found = _NUMBER.search(row["share"] or "")
    if row["extent"] != Extent.SHARE.value:
        return {**row, "share": row["share"] if found is None else None}
    is_most = found is not None and _find_half(float(found[0]))[0] == _HALF
    return {**row, "share": None, "extent": (Extent.MOST if is_most else Extent.PART).value}


def blur_answer(answer: str, figures: Mapping[str, str]) -> str:
    """Return an answer with numbers as they are told; `figures` maps each as it is written to that."""
    for written in sorted(figures, key=len, reverse=True):
        if written and written in answer:
            return answer.replace(written, figures[written])
    return answer
