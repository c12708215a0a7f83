"""In which words does a page tell days, numbers and stances?"""

from sayso.text.days import Days, read_days
from sayso.text.wordings import say_period

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_STANCES = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "hedges": "does not vouch for it",
    "expects": "expects",
    "concedes": "says, against own interest",
}
_LONGEST_QUOTE = 320


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
    return _say_range(days)


def _say_point(text: str) -> str:
    bare = text.rstrip("~?%")
    parts = [int(part) for part in bare.split("-")]
    about = "about " if bare != text else ""
    if len(parts) == 1:
        return f"{about}{parts[0]}"
    if parts[1] > 12:
        return f"{about}{text}"
    day = f"{parts[2]} " if len(parts) == 3 else ""
    return f"{about}{day}{_MONTHS[parts[1] - 1]} {parts[0]}"


def _say_range(days: Days) -> str:
    first, last = days.first, days.last
    if first is None or last is None:
        return ""
    year = "" if first.year == last.year else f" {first.year}"
    month = "" if first.month == last.month and not year else f" {_MONTHS[first.month - 1]}"
    return f"{first.day}{month}{year} to {last.day} {_MONTHS[last.month - 1]} {last.year}"


def say_number(value: float | None) -> str:
    """Return a number with separators; none is an empty cell."""
    if value is None:
        return ""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def say_stance(stance: str) -> str:
    """Return the verb for a stance. Nobody "admits" or "claims" here: all say, deny, doubt or expect."""
    return _STANCES.get(stance, stance)


def shorten(words: str) -> str:
    """Return words in one line, with an ellipsis where long ones are cut."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"
