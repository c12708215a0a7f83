"""Which calendar dates stand here? Days, months and seasons that name themselves, with or without a year."""

import re
from dataclasses import replace
from datetime import date

from sayso.mentions.drafts import (
    YEARLESS,
    Draft,
    make_date,
    read_day,
    read_day_month,
    read_month,
    read_weekday,
    read_year,
    time_words,
)
from sayso.mentions.lines import HYPHENS, Line
from sayso.mentions.years import read_year_before_christ, read_years
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind
from sayso.text.days import write_year

IMPOSSIBLE = name_rule(
    "mentions.impossible_date", "The words name a day or year that the calendar does not have: no date is made of them."
)
YEAR_DIGITS = 4
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def read_date(line: Line, token: int) -> Draft | None:
    """Return the longest calendar date that begins at the token, or None."""
    if read_weekday(line, token) is not None:
        return _after_weekday(line, token)
    found = [reader(line, token) for reader in (_month_first, _day_first, _digits, _season, read_years)]
    longest = max((draft for draft in found if draft), key=lambda draft: draft.last, default=None)
    return _with_odd_year(line, longest) if longest else None


def _with_odd_year(line: Line, draft: Draft) -> Draft:
    """Return a date that ends in a year that is none ("12 March 99999") with it: no date is made of it."""
    place = draft.last + (line.word(draft.last) == ",")
    word, is_end = line.word(place), line.universal(place + 1) in {"", "PUNCT"}
    is_odd = word.isdigit() and len(word) >= YEAR_DIGITS and read_year(line, place) is None
    if draft.timex.rule != YEARLESS or draft.timex.month is None or not (is_odd and is_end):
        return draft
    return _impossible((draft.first, place + 1))


def _after_weekday(line: Line, token: int) -> Draft | None:
    """Return "Monday, April 14, 2014": the weekday adds nothing to a date but is part of its words."""
    after = token + 2 if line.word(token + 1) == "," else token + 1
    if line.word(after) == "the":
        after += 1
    inner = _month_first(line, after) or _day_first(line, after)
    return inner._replace(first=token) if inner and inner.timex.day is not None else None


def _month_first(line: Line, token: int) -> Draft | None:
    month = read_month(line, token)
    if month is None:
        return None
    if (to_month := _month_range(line, token)) is not None:
        return to_month
    after = token + 1
    day = read_day(line, after)
    if day is None:
        year, last = _year_after(line, after)
        if year is None and _opens_name(line, token):
            return None
        return _make((token, last), year, (month, None, None))
    last_day, later = _day_range(line, after)
    year, last = _year_after(line, later)
    if year is None and not _exists(2000, month, last_day or day):
        return _make((token, after), None, (month, None, None))
    return _make((token, last), year, (month, day, last_day))


def _opens_name(line: Line, token: int) -> bool:
    """Tell whether a month's short form is the first word of a name: "entered *Jan Ruwa* village", "Mar Elias"."""
    is_short = line.word(token) in time_words()["words"]["short_months"]
    is_joined = line.parse.relations[token] in {"compound", "flat"} or line.parse.heads[token + 1 : token + 2] == (
        token,
    )
    is_set = line.word(token - 1) in time_words()["words"]["before_months"] and not is_joined
    follows = line.parse.words[token + 1] if token + 1 < line.last else ""
    return is_short and not is_set and follows[:1].isupper() and line.universal(token + 1) == "PROPN"


def _month_range(line: Line, token: int) -> Draft | None:
    """Return "July-August 2013" and the like."""
    second = read_month(line, token + 2) if line.word(token + 1) in HYPHENS else None
    first = read_month(line, token)
    if second is None or first is None:
        return None
    year, last = _year_after(line, token + 3)
    start = year if year is None or first <= second else year - 1
    return make_date((token, last), f"{write_year(start)}-{first:02}/{write_year(year)}-{second:02}", first)


def _day_first(line: Line, token: int) -> Draft | None:
    """Return "18 November 2012", "the 3rd of June", "3 to 5 May"."""
    day = read_day(line, token)
    if day is None:
        return None
    if (fused := read_day_month(line, token + 1)) is not None:
        return _over_months(line, token, fused)
    last_day, after = _day_range(line, token)
    if line.word(after) == "of":
        after += 1
    month = read_month(line, after)
    if month is None:
        return None
    year, last = _year_after(line, after + 1)
    first = token - 1 if line.word(token - 1) == "the" else token
    return _make((first, last), year, (month, day, last_day))


def _over_months(line: Line, token: int, fused: tuple[int, int, int]) -> Draft | None:
    """Return "14 August-2 September 1914" where the first month and the second day are one word."""
    month, day, second = fused
    first = read_day(line, token) or 0
    if not (_exists(2000, month, first) and _exists(2000, second, day)):
        return None
    year, last = _year_after(line, token + 3)
    start = year if year is None or month <= second else year - 1
    value = f"{write_year(start)}-{month:02}-{first:02}/{write_year(year)}-{second:02}-{day:02}"
    return make_date((token, last), value, month, first)


def _day_range(line: Line, token: int) -> tuple[int | None, int]:
    """Return the last day of "3 to 5", if there is one, and the token after."""
    if line.word(token + 1) in HYPHENS | {"to", "and", "until", "through", "/"}:
        second, first = read_day(line, token + 2), read_day(line, token)
        if second is not None and first is not None and second > first:
            return second, token + 3
    return None, token + 1


def _year_after(line: Line, token: int) -> tuple[int | None, int]:
    """Return the year written after a day or month ("2014", ", 2014", "of 2014") and the token after it."""
    place = token + (line.word(token) in {",", "of"})
    early = read_year_before_christ(line, place)
    if early is not None:
        return early
    year = read_year(line, place)
    return (year, place + 1) if year is not None else (None, token)


def _make(run: tuple[int, int], year: int | None, days: tuple[int, int | None, int | None]) -> Draft:
    """Return the draft of a month, a day of it or a range of days, in tokens `run`.

    A day the month does not have is kept without a date.
    """
    month, day, until = days
    value = f"{write_year(year)}-{month:02}"
    if day is None:
        return make_date(run, value, month)
    if not _exists(2000 if year is None else year % 400 + 400, month, until or day):
        return _impossible(run)
    first = f"{value}-{day:02}"
    return make_date(run, f"{first}/{value}-{until:02}" if until else first, month, day)


def _impossible(run: tuple[int, int]) -> Draft:
    draft = make_date(run, "")
    return draft._replace(timex=replace(draft.timex, rule=IMPOSSIBLE, anchor=AnchorKind.NONE, is_vague=True))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _digits(line: Line, token: int) -> Draft | None:
    """Return "2013-07-29" and "29/07/2013"; of the latter only those that can be read one way."""
    word = line.word(token)
    year = read_year(line, token)
    if year is not None and line.word(token + 1) == "-" and line.word(token + 3) == "-" and line.is_glued(token + 4):
        month, day = line.word(token + 2), read_day(line, token + 4)
        return (
            _make((token, token + 5), year, (int(month), day, None))
            if month.isdigit() and 1 <= int(month) <= 12 and day
            else None
        )
    found = _SLASHED.fullmatch(word)
    if found is None:
        return None
    one, two = int(found.group(1)), int(found.group(2))
    if "." in word or one > 12:
        day, month_number = one, two
    elif two > 12:
        day, month_number = two, one
    else:
        return None
    run, year = (token, token + 1), int(found.group(3))
    return _make(run, year, (month_number, day, None)) if 1 <= month_number <= 12 else None


def _season(line: Line, token: int) -> Draft | None:
    """Return "summer 2013", "the summer of 2013"; northern months, which a reader can correct."""
    months = time_words()["seasons"].get(line.word(token))
    year, last = _year_after(line, token + 1)
    if months is None:
        return None
    if year is None:
        return _bare_season(line, token, months)
    end = year + 1 if months[1] < months[0] else year
    first = token - 1 if line.word(token - 1) == "the" else token
    return make_date((first, last), f"{write_year(year)}-{months[0]:02}/{write_year(end)}-{months[1]:02}")


def _bare_season(line: Line, token: int, months: list[int]) -> Draft | None:
    """Return "in the summer", "in winter": the season of the document's year, told by its first month."""
    opening = token - 1 if line.word(token - 1) == "the" else token
    is_opened = line.word(opening - 1) in time_words()["words"]["season_openers"]
    if not is_opened or line.universal(token) != "NOUN" or line.word(token + 1) == "of":
        return None
    draft = make_date((opening, token + 1), "", months[0])
    return draft._replace(timex=replace(draft.timex, part=line.word(token)))
