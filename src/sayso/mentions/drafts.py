"""What does a matcher of time expressions return? Tokens and the rule's fields, not yet a mention."""

import re
from functools import cache
from typing import Any, NamedTuple

from sayso.lexicons import read_toml
from sayso.mentions.lines import Line
from sayso.mentions.numerals import read_numeral, tables
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex
from sayso.model.spans import Span

NOWHERE = Span(0, 0)
DATED = name_rule("mentions.date", "The words name a calendar date with its year.")
YEARLESS = name_rule(
    "mentions.date_without_year", "The words name a day or month without its year; the document's date gives the year."
)
_YEAR = re.compile(r"(1\d\d\d|20[0-4]\d)")
_FUSED = re.compile(r"([a-z]+)[-–](\d{1,2})")
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?")


class Draft(NamedTuple):
    """A time expression in tokens `[first, last)`; span and head token of `timex` are still open."""

    first: int
    last: int
    timex: Timex


def make_date(run: tuple[int, int], value: str, month: int | None = None, day: int | None = None) -> Draft:
    """Return the draft of a date in tokens `run`; one without a year keeps its value only where it is a range.

    Values are EDTF, "XXXX" where the year is not said ("XXXX-05-03/XXXX-05-05").
    """
    is_dated = not value.startswith("XXXX") and value != ""
    timex = Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=DATED if is_dated else YEARLESS, month=month, day=day,
        anchor=AnchorKind.ABSOLUTE if is_dated else AnchorKind.DOCUMENT, value=value if is_dated or "/" in value else None,
    )  # fmt: skip
    return Draft(*run, timex)


@cache
def time_words() -> dict[str, Any]:
    """Return the tables of time words."""
    return read_toml("time")


@cache
def phrases(key: str) -> tuple[tuple[str, ...], ...]:
    """Return a list of phrases of the table `words`, cut into words, longest first."""
    return cut(time_words()["words"][key])


def cut(texts: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return phrases as tuples of words, hyphens apart as in a parse, longest first."""
    parts = (tuple(text.replace("-", " - ").split()) for text in texts)
    return tuple(sorted(parts, key=len, reverse=True))


@cache
def _by_first(key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {word: tuple(p for p in phrases(key) if p[0] == word) for word in {p[0] for p in phrases(key)}}


@cache
def _by_last(key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {word: tuple(p for p in phrases(key) if p[-1] == word) for word in {p[-1] for p in phrases(key)}}


def match(line: Line, token: int, key: str) -> int:
    """Return how many tokens the longest phrase of the list takes that begins at the token, 0 for none."""
    return next((len(phrase) for phrase in _by_first(key).get(line.word(token), ()) if line.has(token, phrase)), 0)


def match_before(line: Line, token: int, key: str) -> int:
    """Return how many tokens the longest phrase of the list takes that ends before the token, 0 for none."""
    return next((len(phrase) for phrase in _by_last(key).get(line.word(token - 1), ()) if line.ends(token, phrase)), 0)


def read_month(line: Line, token: int) -> int | None:
    """Return the number of the month that the token names; "may" and "march" only as names."""
    month = time_words()["months"].get(line.word(token))
    if month is None or not line.parse.words[token][0].isupper():
        return None

    if line.word(token) in {"may", "march", "mar"} and (
        line.universal(token) in {"VERB", "AUX"} or _is_event_name(line, token)
    ):
        return None
    return int(month)


def _is_event_name(line: Line, token: int) -> bool:
    """Tell whether "March" is what people did: "the Long March", "the March on the capital"."""
    if line.word(token + 1)[:1].isdigit() or line.word(token + 1) in {",", "of"}:
        return False
    is_named = line.universal(token - 1) in {"PROPN", "ADJ"} and line.parse.words[token - 1][0].isupper()
    is_led = line.word(token - 1) == "the" and line.word(token + 1) in {"to", "on", "for", "against", "."}
    return (
        is_named and line.word(token - 1) not in time_words()["phases"] and read_weekday(line, token - 1) is None
    ) or is_led


def read_day_month(line: Line, token: int) -> tuple[int, int, int] | None:
    """Return month and second day of "August-24" written as one word after a day, with the month that follows, or None.

    "14 August-24 August": the month of the first day, the second day and its month.
    """
    found = _FUSED.fullmatch(line.word(token))
    month = time_words()["months"].get(found.group(1)) if found else None
    second = read_month(line, token + 1)
    if found is None or month is None or second is None:
        return None
    return int(month), int(found.group(2)), second


def read_weekday(line: Line, token: int) -> int | None:
    """Return the weekday that the token names, Monday being 0; short forms only with a capital."""
    weekday = time_words()["weekdays"].get(line.word(token))
    if weekday is None or not line.parse.words[token][0].isupper():
        return None
    return int(weekday)


def read_day(line: Line, token: int) -> int | None:
    """Return the day of the month that digits give ("14", "3rd"), or None."""
    found = _DAY.fullmatch(line.word(token))
    day = int(found.group(1)) if found else 0
    return day if 1 <= day <= 31 else None


def read_year(line: Line, token: int) -> int | None:
    """Return the year that four digits give, or None."""
    found = _YEAR.fullmatch(line.word(token))
    return int(found.group(1)) if found else None


def read_unit(line: Line, token: int) -> str | None:
    """Return the unit of time the token names, "second" only where it counts time."""
    unit = time_words()["units"].get(line.word(token))
    if unit == "second" and line.word(token) == "second":
        return None
    return unit if isinstance(unit, str) else None


def read_amount(line: Line, token: int) -> tuple[int | None, int] | None:
    """Return an amount (None when vague) and the token after it: "two", "a", "several", "three-and-a-half"."""
    vague = match(line, token, "vague_amounts")
    if vague:
        return None, token + vague
    if line.word(token) in {"a", "an", "one"} and read_numeral(line, token + 1) is None:
        return _weeks_of(line, 1, token + 1), token + 1
    numeral = read_numeral(line, token)
    if numeral is None:
        return None
    last = _skip_half(line, numeral.last)
    return None if numeral.is_vague else _weeks_of(line, round(numeral.value), last), last


def _weeks_of(line: Line, amount: int, unit: int) -> int:
    """Return an amount in the unit that the table gives for a word: a fortnight is two weeks."""
    return 2 * amount if line.word(unit) in {"fortnight", "fortnights"} else amount


def _skip_half(line: Line, token: int) -> int:
    for half in (("-", "and", "-", "a", "-", "half"), ("and", "a", "half")):
        if line.has(token, half):
            return token + len(half)
    return token


def read_ordinal(line: Line, token: int) -> int | None:
    """Return the number of an ordinal ("third", "12th"), or None."""
    ordinal = tables()["ordinals"].get(line.word(token))
    if ordinal is not None:
        return int(ordinal)
    found = _DAY.fullmatch(line.word(token))
    return int(found.group(1)) if found and found.group(2) else None
