"""Which calendar dates stand here? Days, months, seasons, years and decades that name themselves."""

import re
from dataclasses import replace
from datetime import date

from sayso.mentions.drafts import NOWHERE, Draft, read_day, read_month, read_weekday, read_year, time_words
from sayso.mentions.lines import HYPHENS, Line
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex

DATED = name_rule("mentions.date", "The words name a calendar date with its year.")
YEARLESS = name_rule(
    "mentions.date_without_year", "The words name a day or month without its year; the document's date gives the year."
)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_DECADE = re.compile(r"(1[89]|20)(\d)0'?s")
_YEAR_PREPOSITIONS = frozenset(
    {
        "in",
        "since",
        "by",
        "during",
        "until",
        "till",
        "from",
        "before",
        "after",
        "of",
        "between",
        "to",
        "and",
        "early",
        "mid",
        "late",
        "through",
        "for",
        "circa",
        "around",
    }
)


def read_date(line: Line, token: int) -> Draft | None:
    """Return the longest calendar date that begins at the token, or None."""
    if read_weekday(line, token) is not None:
        return _after_weekday(line, token)
    found = [reader(line, token) for reader in (_month_first, _day_first, _digits, _season, _years, _decade)]
    return max((draft for draft in found if draft), key=lambda draft: draft.last, default=None)


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
        return _make((token, last), year, month, None)
    last_day, after = _day_range(line, after)
    year, last = _year_after(line, after)
    return _make((token, last), year, month, day, last_day)


def _month_range(line: Line, token: int) -> Draft | None:
    """Return "July-August 2013" and the like."""
    second = read_month(line, token + 2) if line.word(token + 1) in HYPHENS else None
    first = read_month(line, token)
    if second is None or first is None:
        return None
    year, last = _year_after(line, token + 3)
    start = year if year is None or first <= second else year - 1
    value = f"{_year(start)}-{first:02}/{_year(year)}-{second:02}"
    return Draft(token, last, _timex(value, is_dated=year is not None, month=first))


def _day_first(line: Line, token: int) -> Draft | None:
    """Return "18 November 2012", "the 3rd of June", "3 to 5 May"."""
    day = read_day(line, token)
    if day is None:
        return None
    last_day, after = _day_range(line, token)
    if line.word(after) == "of":
        after += 1
    month = read_month(line, after)
    if month is None:
        return None
    year, last = _year_after(line, after + 1)
    first = token - 1 if line.word(token - 1) == "the" else token
    return _make((first, last), year, month, day, last_day)


def _day_range(line: Line, token: int) -> tuple[int | None, int]:
    """Return the last day of "3 to 5", if there is one, and the token after."""
    if line.word(token + 1) in HYPHENS | {"to", "and", "until", "through", "/"}:
        second, first = read_day(line, token + 2), read_day(line, token)
        if second is not None and first is not None and second > first:
            return second, token + 3
    return None, token + 1


def _year_after(line: Line, token: int) -> tuple[int | None, int]:
    """Return the year written after a day or month ("2014", ", 2014", "of 2014") and the token after it."""
    skip = 1 if line.word(token) in {",", "of"} else 0
    year = read_year(line, token + skip)
    return (year, token + skip + 1) if year is not None else (None, token)


def _make(
    run: tuple[int, int], year: int | None, month: int, day: int | None, until: int | None = None
) -> Draft | None:
    """Return the draft of a day, range of days or month in tokens `run`; None for a day the month does not have."""
    if day is not None and not _exists(year or 2000, month, until or day):
        return None
    value = f"{_year(year)}-{month:02}" + (f"-{day:02}" if day else "")
    if until:
        value = f"{value}/{_year(year)}-{month:02}-{until:02}"
    timex = _timex(value, is_dated=year is not None, month=month, day=day)
    return Draft(*run, timex)


def _year(year: int | None) -> str:
    return "XXXX" if year is None else str(year)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _timex(value: str, *, is_dated: bool, month: int | None = None, day: int | None = None) -> Timex:
    """Return the rule of a date; one without a year keeps a value ("XXXX-05-03/XXXX-05-05") only where it is a range."""
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=DATED if is_dated else YEARLESS, month=month, day=day,
        anchor=AnchorKind.ABSOLUTE if is_dated else AnchorKind.DOCUMENT, value=value if is_dated or "/" in value else None,
    )  # fmt: skip


def _digits(line: Line, token: int) -> Draft | None:
    """Return "2013-07-29" and "29/07/2013"; of the latter only those that can be read one way."""
    word = line.word(token)
    year = read_year(line, token)
    if year is not None and line.word(token + 1) == "-" and line.word(token + 3) == "-" and line.is_glued(token + 4):
        month, day = line.word(token + 2), read_day(line, token + 4)
        return (
            _make((token, token + 5), year, int(month), day)
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
    return _make((token, token + 1), int(found.group(3)), month_number, day) if 1 <= month_number <= 12 else None


def _season(line: Line, token: int) -> Draft | None:
    """Return "summer 2013", "the summer of 2013"; northern months, which a reader can correct."""
    months = time_words()["seasons"].get(line.word(token))
    year, last = _year_after(line, token + 1)
    if months is None:
        return None
    if year is None:
        return _bare_season(line, token, months)
    end = year + 1 if months[1] < months[0] else year
    value = f"{year}-{months[0]:02}/{end}-{months[1]:02}"
    first = token - 1 if line.word(token - 1) == "the" else token
    return Draft(first, last, _timex(value, is_dated=True))


def _bare_season(line: Line, token: int, months: list[int]) -> Draft | None:
    """Return "in the summer", "in winter": the season of the document's year, told by its first month."""
    opening = token - 1 if line.word(token - 1) == "the" else token
    if (
        line.word(opening - 1) not in {"in", "since", "during", "by", "until", "before", "after"}
        or line.universal(token) != "NOUN"
    ):
        return None
    timex = _timex("", is_dated=False, month=months[0])
    return Draft(opening, token + 1, replace(timex, part=line.word(token)))


def _years(line: Line, token: int) -> Draft | None:
    """Return a year or span of years ("2011", "2014-2015", "2008-09", "2014 and 2015")."""
    year = read_year(line, token)
    if year is None:
        return _short_years(line, token)
    if line.is_glued(token) and line.parse.universal[token - 1] in {"SYM", "NUM"}:
        return None
    if line.word(token + 1) in HYPHENS | {"/"}:
        second = _second_year(line.word(token + 2), year)
        if second is not None:
            return Draft(token, token + 3, _timex(f"{year}/{second}", is_dated=True))
    if not could_be_year(line, token):
        return None
    if (
        line.word(token + 1) == "and"
        and (other := read_year(line, token + 2)) == year + 1
        and could_be_year(line, token + 2)
    ):
        return Draft(token, token + 3, _timex(f"{year}/{other}", is_dated=True))
    return Draft(token, token + 1, _timex(str(year), is_dated=True))


def _second_year(word: str, year: int) -> int | None:
    if not word.isdigit() or len(word) not in {2, 4}:
        return None
    second = int(word) if len(word) == 4 else year // 100 * 100 + int(word)
    return second if year < second <= year + 60 else None


def _short_years(line: Line, token: int) -> Draft | None:
    """Return "08-09" after "in": two following years written short."""
    one, two = line.word(token), line.word(token + 2)
    is_pair = line.is_hyphen(token + 1) and len(one) == len(two) == 2 and one.isdigit() and two.isdigit()
    if not is_pair or line.word(token - 1) not in {"in", "during"} or int(two) != int(one) + 1:
        return None
    return Draft(token, token + 3, _timex(f"20{one}/20{two}", is_dated=True))


def could_be_year(line: Line, token: int) -> bool:
    """Tell whether four digits are a year: not when they count a plural noun, head a noun's number or follow "$"."""
    previous, parse = line.word(token - 1), line.parse
    if previous in {"$", "€", "£", "than", "least", "some", "nearly", "almost", "over", "number", "resolution"}:
        return False
    head = parse.heads[token]
    counts = parse.relations[token] == "nummod" and parse.tags[head] in {"NNS", "NNPS"} and head > token
    if counts:
        return previous in _YEAR_PREPOSITIONS and head > token + 1
    return (
        previous in _YEAR_PREPOSITIONS
        or previous in {"", "(", ",", "the", "'s", "s", "a"}
        or parse.relations[token] != "nummod"
    )


def _decade(line: Line, token: int) -> Draft | None:
    text = line.word(token) + (
        line.word(token + 1) if line.word(token + 1) == "'s" and line.is_glued(token + 1) else ""
    )
    found = _DECADE.fullmatch(text)
    if found is None:
        return None
    start = int(found.group(1) + found.group(2) + "0")
    last = token + 1 if text == line.word(token) else token + 2
    return Draft(token, last, _timex(f"{start}/{start + 9}", is_dated=True))
