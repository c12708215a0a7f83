"""Is a line only a date, and what day does the top of a page name?"""

import re
from functools import cache

from sayso.intake.dates import WrittenDate, find_dates
from sayso.lexicons import read_toml, read_words
from sayso.model.spans import Span

_LONGEST = 130
_TOKEN = re.compile(r"[a-z](?:[a-z.]*[a-z])?", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:[\s,|–-]|\bat\b)*\d{1,2}[:.h]?\d{2}(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:GMT|UTC|[A-Z]{3,4}T))?(?=\s|$)"
)
_BAR = re.compile(r"\s[|•·]\s")
_LAST_CLOCK = re.compile(r"[\s:,|–-]+\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\b\.?)?(?:\s*[a-z]{2,4})?$")


def is_date_line(line: str) -> bool:
    """Tell whether a line holds a date and nothing else but clock times and words such as "Published".

    Beside a date with such a label other short notes may stand behind a bar: "Posted: 5 May 2019 | Status: open".

    >>> is_date_line("Published: 12 March 2019, 07:15"), is_date_line("The war began on 12 March 2019")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    parts = [part.strip() for part in _BAR.split(line)]
    labelled = (part for part in parts if len(parts) > 1 and _label().match(part))
    return _holds_only_a_date(line) or any(_holds_only_a_date(part) for part in labelled)


def _holds_only_a_date(line: str) -> bool:
    dates = [found for found in find_dates(line) if not found.value.startswith("XXXX")]
    rest = line
    for found in reversed(dates):
        rest = rest[: found.span.start] + " " + rest[found.span.end :]
    return bool(dates) and is_page_note(rest)


def is_bare_day(line: str) -> bool:
    """Tell whether a line is one day, with its year or without, and nothing else, as the headings of a diary are.

    >>> is_bare_day("Wednesday, 5 May 2021"), is_bare_day("Published 5 May 2021")
    (True, False)
    """
    dates = list(find_dates(line))
    if len(dates) != 1 or len(dates[0].value) != len("2021-05-05"):
        return False
    beside = line[: dates[0].span.start] + line[dates[0].span.end :]
    return all(word.casefold() in read_toml("time")["weekdays"] for word in _TOKEN.findall(beside))


def is_page_note(words: str) -> bool:
    """Tell whether words are only ones that pages print beside their date: times, "Updated", "3 comments", "4 min read"."""
    rest = _counts().sub(" ", words)
    return all(word.casefold() in _line_words() for word in _TOKEN.findall(rest))


def is_update_line(line: str, found: WrittenDate) -> bool:
    """Tell whether a date in a line of dates is that of a later change ("Last updated: ...", "Updated 5:25 PM ET, ...")."""
    before = _LAST_CLOCK.sub("", line[: found.span.start].casefold().rstrip(" :,-"))
    return before.endswith(tuple(_with_ends(read_words("page_heads", "update_labels"))))


def find_opening_date(text: str, start: int, end: int) -> tuple[Span, WrittenDate] | None:
    """Return the date with which a run of text opens, and the span of it with its label and clock time.

    Such a date is that of publication when the article goes on behind it on the same line.
    """
    label = _label().match(text, start, end)
    position = label.end() if label else start
    found = next(find_dates(text, position, min(end, position + 60)), None)
    if found is None or found.span.start != position or not (found.has_day or found.value.startswith("[")):
        return None
    clock = _CLOCK.match(text, found.span.end, end)
    return Span(start, clock.end() if clock else found.span.end), found


@cache
def _label() -> re.Pattern[str]:
    words = sorted(read_words("page_heads", "date_labels"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s*:?\s*", re.IGNORECASE)


@cache
def _counts() -> re.Pattern[str]:
    """Return what finds counts and lengths: "3 comments", "4 min read", "T17:25:33Z"."""
    counted = "|".join(sorted(read_words("page_heads", "counted_on_pages"), key=len, reverse=True))
    return re.compile(rf"\d+[ -]?min(?:ute)?s?(?:[ -]read)?\b|(?:\b\d+|\bno) (?:{counted})\b", re.IGNORECASE)


@cache
def _line_words() -> frozenset[str]:
    return read_words("page_heads", "date_line_words") | read_words("page_heads", "update_labels")


def _with_ends(labels: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"{label}{end}" for label in sorted(labels) for end in ("", " on", " at"))
