"""In which words does a reader get a day or a period?"""

from sayso.text.days import Days, is_one_day, read_days
from sayso.text.wordings import say_period

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEK = 7


def say_days(edtf: str | None) -> str:
    """Return a date or period as one reads it.

    >>> say_days("2013-07-29"), say_days("2013-07"), say_days("2014-04-09/2014-05-17"), say_days("2014-04~")
    ('29 July 2013', 'July 2013', '9 April to 17 May 2014', 'about April 2014')
    """
    if not edtf:
        return ""
    start, slash, end = edtf.partition("/")
    days = read_days(edtf)
    if days is None:
        return say_period(edtf)
    if not slash:
        return _say_point(start)
    if days.first is None or days.last is None:
        return f"until {_say_point(end)}" if days.first is None else f"from {_say_point(start)}"
    return _say_range(days) if is_one_day(start) and is_one_day(end) else f"{_say_point(start)} to {_say_point(end)}"


def _say_point(text: str) -> str:
    bare = text.rstrip("~?%")
    parts = [int(part) for part in bare.split("-")]
    about = "about " if bare != text else ""
    if len(parts) == 1:
        return f"{about}{parts[0]}"
    if parts[1] > 12:
        return f"{about}{text}"
    day = f"{parts[2]} " if len(parts) == 3 else ""
    return f"{about}{day}{MONTHS[parts[1] - 1]} {parts[0]}"


def _say_range(days: Days) -> str:
    first, last = days.first, days.last
    if first is None or last is None:
        return ""
    year = "" if first.year == last.year else f" {first.year}"
    month = "" if first.month == last.month and not year else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month}{year} to {last.day} {MONTHS[last.month - 1]} {last.year}"


def say_when(edtf: str | None) -> str:
    """Return a date or period with what joins it to a sentence, a space before it; empty where there is none.

    >>> say_when("2013-07-29"), say_when("2013-07"), say_when("2013-07~"), say_when("../2013-06")
    (' on 29 July 2013', ' in July 2013', ' about July 2013', ' until June 2013')
    >>> say_when("2013-07-22/2013-07-28"), say_when("2012-03/2013-07-29")
    (' between 22 and 28 July 2013', ' between March 2012 and 29 July 2013')
    """
    days = read_days(edtf)
    if not edtf or days is None:
        return ""
    said = say_days(edtf)
    if "/" not in edtf:
        joined = "" if said.startswith("about ") else "on " if is_one_day(edtf) else "in "
        return f" {joined}{said}"
    if days.first is None or days.last is None:
        return f" {said}"
    return f" between {said.replace(' to ', ' and ', 1)}"


def say_week(edtf: str | None) -> str:
    """Return a week with what joins it to a sentence, a space before it; any other time as `say_when` has it.

    >>> say_week("2013-07-29/2013-08-04"), say_week("2014-04/2014-05")
    (' in the week of 29 July to 4 August 2013', ' between April 2014 and May 2014')
    """
    days = read_days(edtf)
    is_week = days is not None and days.length == _WEEK and days.first is not None and days.first.weekday() == 0
    return f" in the week of {say_days(edtf)}" if is_week else say_when(edtf)


def say_published(edtf: str | None) -> str:
    """Return when something came out: a day, or days of which it was one.

    >>> say_published("2013-07-29"), say_published("2014-04-09/2014-05-17")
    ('29 July 2013', 'between 9 April and 17 May 2014')
    """
    return say_when(edtf).strip() if "/" in (edtf or "") else say_days(edtf)
