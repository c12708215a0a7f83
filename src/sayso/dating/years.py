"""In which year does a day and month fall?"""

from collections.abc import Iterator
from datetime import date

from sayso.text.days import DAY, Days

LONGEST_HINT = 6 * 366


def choose_year(month_day: tuple[int, int], weekday: int | None, hint: Days | None) -> date | None:
    """Return the only day that month and day can mean within `hint`, None when there are several or none.

    Where a weekday is named, only years in which it fits count; a weekday one or two days earlier also fits,
    as news is told a little later, but only when no year fits exactly.
    """
    if hint is None or hint.first is None or hint.last is None or (hint.last - hint.first).days > LONGEST_HINT:
        return None
    days = list(_days(month_day, hint))
    if weekday is not None:
        exact = [day for day in days if day.weekday() == weekday]
        near = [day for day in days if (day.weekday() - weekday) % 7 <= 2]
        days = exact or near
    return days[0] if len(days) == 1 else None


def _days(month_day: tuple[int, int], hint: Days) -> Iterator[date]:
    if hint.first is None or hint.last is None:
        return
    for year in range(hint.first.year, hint.last.year + 1):
        try:
            day = date(year, *month_day)
        except ValueError:
            continue
        if hint.first - DAY <= day <= hint.last + DAY:
            yield day
