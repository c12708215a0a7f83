"""Do two dates belong together? "From 17 August to 2 September", "in March and April 2012"."""

from dataclasses import replace

from sayso.mentions.days import WEEKDAY
from sayso.mentions.drafts import DATED, YEARLESS, Draft, time_words
from sayso.mentions.lines import HYPHENS, Line
from sayso.model.kinds import TimexKind
from sayso.model.mentions import Timex
from sayso.text.days import write_year


def join_range(line: Line, left: Draft, right: Draft) -> Draft | None:
    """Return the range of two dates with "to", "until" or a dash between them, or "and" after "between".

    So are "Monday and Tuesday", and any two weekdays that follow one another.

    A date without a year has that of the other; where neither has one, both are of one year or of two that follow.
    Parts of the day at its ends are passed over ("between dusk on Sunday and dawn on Monday").
    """
    gap = [line.word(token) for token in range(left.last, right.first)]
    is_between = gap == ["and"] and (line.word(left.first - 1) == "between" or _is_next_day(left.timex, right.timex))
    if len(gap) != 1 or not (gap[0] in time_words()["words"]["range_marks"] or gap[0] in HYPHENS or is_between):
        return None
    if left.timex.weekday is not None and right.timex.weekday is not None:
        return _join_weekdays(line, left, right, is_marked=is_between or gap[0] in HYPHENS)
    value = _join(left.timex, right.timex)
    if value is None:
        return None
    dated = left.timex if left.timex.value else right.timex
    return Draft(left.first, right.last, replace(left.timex, value=value, rule=dated.rule, anchor=dated.anchor))


def _is_next_day(left: Timex, right: Timex) -> bool:
    if left.weekday is None or right.weekday is None:
        return False
    return (right.weekday - left.weekday) % 7 == 1


def _join_weekdays(line: Line, left: Draft, right: Draft, *, is_marked: bool) -> Draft | None:
    """Return the days from one weekday to the next such as the other, by "from", "between", a dash or a part of the day."""
    one, two = left.timex, right.timex
    if {one.rule, two.rule} != {WEEKDAY} or "future" in {one.direction, two.direction} or one.unit or two.unit:
        return None
    is_opened = line.word(left.first - 1) == "from" or (one.part is not None and one.kind is TimexKind.TIME)
    days = ((two.weekday or 0) - (one.weekday or 0)) % 7
    if not days or not (is_marked or is_opened):
        return None
    timex = replace(one, unit="day", amount=days, extent="during", part=one.part if days == 1 else None)
    return Draft(left.first, right.last, timex)


def is_range(timex: Timex) -> bool:
    """Tell whether a time runs from one day to another."""
    return "/" in (timex.value or "") or is_weekday_range(timex)


def is_weekday_range(timex: Timex) -> bool:
    """Tell whether a time runs from one weekday to another."""
    return timex.weekday is not None and timex.extent == "during"


def _join(left: Timex, right: Timex) -> str | None:
    one, two = _write(left), _write(right)
    if one is None or two is None or "/" in one + two or (one.startswith("XXXX") and len(one) != len(two)):
        return None
    has_one, has_two = not one.startswith("XXXX"), not two.startswith("XXXX")
    if has_one == has_two:
        return f"{one}/{two}"
    later = _month_day(left) > _month_day(right)
    if has_two:
        return f"{write_year(_year(two, right) - later)}{one[4:]}/{two}"
    return f"{one}/{write_year(_year(one, left) + later)}{two[4:]}" if left.month is not None else None


def _year(value: str, timex: Timex) -> int:
    return int(value[: len(value) - (6 if timex.day else 3)])


def _write(timex: Timex) -> str | None:
    """Return the date of a timex as EDTF, without a year where none is said; None when it is no plain date."""
    if timex.rule not in {DATED, YEARLESS} or (timex.part is not None and timex.day is None):
        return None
    if timex.value is not None:
        return timex.value
    if timex.month is None:
        return None
    return f"XXXX-{timex.month:02}" + (f"-{timex.day:02}" if timex.day else "")


def _month_day(timex: Timex) -> tuple[int, int]:
    return timex.month or 0, timex.day or 0


def share_years(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, a month, day or season without a year having that of the one joined to it by "and" or "or"."""
    return [_with_year(line, one, after) for one, after in zip(drafts, (*drafts[1:], None), strict=False)]


def _with_year(line: Line, draft: Draft, after: Draft | None) -> Draft:
    if after is None or draft.timex.rule != YEARLESS or draft.timex.value or after.timex.rule != DATED:
        return draft
    gap = [line.word(token) for token in range(draft.last, after.first)]
    listed = time_words()["words"]
    is_joined = bool(gap) and gap[0] in listed["range_joiners"] and all(w in listed["range_phases"] for w in gap[1:])
    month, value = draft.timex.month, after.timex.value or ""
    if not is_joined or month is None or not (after.timex.month or "/" in value) or not value[:4].isdigit():
        return draft
    year = int(value[:4]) - (after.timex.month is not None and (month, draft.timex.day or 0) > _month_day(after.timex))
    if draft.timex.part is None:
        written = f"{write_year(year)}-{month:02}" + (f"-{draft.timex.day:02}" if draft.timex.day else "")
    else:
        written = f"{write_year(year)}-{month:02}/{write_year(year + month // 12)}-{(month + 1) % 12 + 1:02}"
    shared = replace(draft.timex, value=written, rule=DATED, anchor=after.timex.anchor, part=None)
    return draft._replace(timex=shared)
