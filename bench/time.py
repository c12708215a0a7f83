"""When: how many time expressions of a gold set are found and given their date, and how often a document its day?"""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bench.gold_data import Row, read_rows, score_rows
from bench.records import Article, make_document
from sayso.dating import date_documents
from sayso.model.claims import Reading
from sayso.model.kinds import TimexKind
from sayso.model.mentions import Timex
from sayso.model.resolved import DocumentDate
from sayso.pipeline import read_document
from sayso.resolution.periods import Calendar
from sayso.resolution.text_times import TextTime, date_timexes
from sayso.syntax import Syntax, load_syntax
from sayso.text.days import Days, read_days
from sayso.text.timexes import PHASES

# What the gold leaves out of an expression: the words before it that say how the clause stands to it.
_BEFORE = re.compile(
    r"(?:(?:on|in|at(?!\s+least)|by|since|until|till|from|for|before|after|of|during|within|throughout|through|into|to|as of"
    r"|between|and|(?:around|over)(?=\s+the))\s+)+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"[Tt]he\s+(\d{4}|[A-Z][a-z]+(?: \d{4})?)")
_AFTER = re.compile(r"\s+(?:after|before|since|following|into|from now|when)$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|—|/|\bto\b|\buntil\b|\bthrough\b|\band\b)\s*")
_DATE_LINE = re.compile(r"(?m)^[A-Z][a-z]+ \d{1,2} , \d{4}$")
_NOT_TIMEX3 = frozenset({"mentions.event_noun", "mentions.event_clause", "mentions.near_event"})
# The words of TIMEX3 for what no calendar holds.
_REFERENCES = (
    (
        "PRESENT_REF",
        re.compile(r"\b(?:now|nowadays|currently|presently|present|moment|date|time)\b|these days", re.IGNORECASE),
    ),
    ("FUTURE_REF", re.compile(r"\b(?:soon|future|coming|due course)\b", re.IGNORECASE)),
    ("PAST_REF", re.compile(r"\b(?:recent|recently|lately|past|formerly|ago|once)\b", re.IGNORECASE)),
)
_WORLD_TIME = re.compile(r"\b(?:UTC|GMT)\b")
# Vague words that the gold does not take for time expressions, and periods that it gives no value.
_UNMARKED = re.compile(r"(?:soon|shortly|previously|so far|then)", re.IGNORECASE)
_PERIOD = re.compile(r"\bperiod\b|^(?:during|throughout|over)\b.*\btime\b", re.IGNORECASE)
_UNITS = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "weekend": "{}W", "month": "{}M",
    "year": "{}Y", "decade": "{}DE", "century": "{}CE",
}  # fmt: skip
_PARTS = {"dawn": "MO", "morning": "MO", "noon": "12:00", "afternoon": "AF", "evening": "EV", "night": "NI",
          "overnight": "NI", "midnight": "24:00"}  # fmt: skip
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON, DECADE, CENTURY = (88, 92), 3600, 36000
_SETS = {"dai": "XXXX-XX-XX", "wee": "XXXX-WXX", "mon": "XXXX-XX", "ann": "XXXX", "yea": "XXXX"}


class Piece(NamedTuple):
    """A stretch of text with its value and type, as TIMEX3 cuts them."""

    start: int
    end: int
    value: str
    type: str


def measure(options: argparse.Namespace) -> Mapping[str, float | None]:
    """Return the F1 of values, of strict and relaxed extents and of types, and how well hidden days are found.

    A document is dated without its day and, where it has one, its date line. Of those with a day in the gold,
    `dated_exact` is the share that gets this day, `dated_within` that whose day lies in what is found, an end that
    stays open holding all, `dated_bounded` that with two ends; of these `dated_bounded_within` per cent hold the day,
    and `dated_width` is their mean width in days.
    """
    syntax = load_syntax()
    scores = score_rows(options.gold, options.out, lambda row: predict(row, syntax))
    return {
        "value_F1": scores["value_F1"],
        "strict_F1": scores["strict"]["F1"],
        "relaxed_F1": scores["relaxed"]["F1"],
        "type_F1": scores["type_F1"],
        **measure_dating([(row, date_row(row, syntax)) for row in read_rows(options.gold) if row.get("dct")]),
    }


def predict(row: Row, syntax: Syntax) -> Row:
    """Return the time expressions of an article in the format of the scorer."""
    reading = read_row(row, syntax, published=row.get("dct"))
    return {"id": row["id"], "timexes": [piece._asdict() for piece in find_pieces(reading)]}


def read_row(row: Row, syntax: Syntax, *, published: str | None) -> Reading:
    """Return the reading of an article of the gold."""
    return read_document(make_document(Article(id=row["id"], text=row["text"], published=published)), syntax)


def date_row(row: Row, syntax: Syntax) -> DocumentDate:
    """Return the day that sayso finds for an article when its day and its date line are hidden."""
    hidden = {**row, "text": _DATE_LINE.sub("", row["text"], count=1)}
    return date_documents([read_row(hidden, syntax, published=None)], [])[0]


def measure_dating(found: Sequence[tuple[Row, DocumentDate]]) -> Mapping[str, float | None]:
    """Return how many days were found exactly and lie within what was found, how often it has two ends, its width."""
    spans = [(date.fromisoformat(row["dct"]), day, _find_days(day)) for row, day in found]
    bounded = [(day, span) for day, _, span in spans if span.length]
    widths = [span.length or 0 for _, span in bounded]
    share = 100 / len(spans) if spans else 0.0
    return {
        "dated_exact": round(share * sum(one.published == day.isoformat() for day, one, _ in spans), 2),
        "dated_within": round(share * sum(span.holds(day) for day, _, span in spans), 2),
        "dated_bounded": round(share * len(widths), 2),
        "dated_bounded_within": round(100 * sum(span.holds(day) for day, span in bounded) / len(bounded), 2)
        if bounded
        else None,
        "dated_width": round(sum(widths) / len(widths), 1) if widths else None,
    }


def _find_days(found: DocumentDate) -> Days:
    """Return the days a document can be of as found: both ends open where nothing was."""
    said = "/".join(found.interval) if found.interval else found.derived and str(found.derived.value)
    return read_days(said) or Days()


def find_pieces(reading: Reading) -> Iterator[Piece]:
    """Yield the time expressions of a reading as TIMEX3: the value leaves out "early" and "late"."""
    dated = date_documents([reading], [])[0]
    plain = replace(reading, timexes=tuple(_without_phase(t) for t in reading.timexes if t.rule not in _NOT_TIMEX3))
    for found in date_timexes(plain, Calendar(plain, dated)):
        yield from _cut(found, reading.document.text)


def _without_phase(timex: Timex) -> Timex:
    return replace(timex, part=None) if timex.part in PHASES else timex


def _cut(found: TextTime, text: str) -> Iterator[Piece]:
    """Yield the expression without the words the gold leaves out; both ends of a range by themselves."""
    start, end = _trim(text, found.timex.span.start, found.timex.span.end)
    first, slash, last = (found.edtf or "").partition("/")
    middle = _RANGE.search(text, start + 1, end)
    if slash and middle and "/" in (found.timex.value or ""):
        yield Piece(start, middle.start(), _value(first), "DATE")
        yield Piece(middle.end(), end, _value(last), "DATE")
    elif start < end and not _UNMARKED.fullmatch(words := text[start:end]):
        value = "" if _PERIOD.search(found.timex.span.read(text)) and found.timex.is_vague else find_value(found, words)
        yield Piece(start, end, value, found.timex.kind.value.upper())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    before = _BEFORE.match(text, start, end)
    start = before.end() if before and before.end() < end else start
    article = _ARTICLE.fullmatch(text, start, end)
    start = article.start(1) if article else start
    after = _AFTER.search(text[start:end])
    return start, start + after.start() if after else end


def find_value(found: TextTime, words: str) -> str:
    """Return the TIMEX3 value of an expression."""
    timex = found.timex
    if timex.kind is TimexKind.SET:
        return next((value for key, value in _SETS.items() if words.casefold().startswith(key)), "XXXX-XX-XX")
    if timex.rule == "mentions.after_event" or (timex.kind is TimexKind.DURATION and timex.unit):
        return _length(timex)
    reference = _reference(timex, words)
    if reference is not None:
        return reference

    day = _by_unit(timex, found.edtf) or "XXXX-XX-XX"
    if timex.kind is not TimexKind.TIME:
        return day
    return f"{day}T{_PARTS.get(timex.part or '', timex.part)}" + ("Z" if _WORLD_TIME.search(words) else "")


def _reference(timex: Timex, words: str) -> str | None:
    is_now = (timex.rule, timex.unit, timex.amount, timex.part) == ("mentions.day", "day", 0, None)
    if not timex.is_vague and not is_now:
        return None
    return next((value for value, pattern in _REFERENCES if pattern.search(words)), None)


def _length(timex: Timex) -> str:
    amount = "X" if timex.amount is None else str(abs(timex.amount))
    return "P" + _UNITS.get(timex.unit or "", "{}D").format(amount)


def _by_unit(timex: Timex, edtf: str | None) -> str | None:
    """Return the date as exactly as the words count: "two years ago" is a year, "last week" a week."""
    if edtf is None:
        return None
    point = edtf.partition("/")[0].rstrip("~?")
    is_counted = timex.weekday is None and timex.value is None and timex.day is None and timex.month is None
    if edtf.startswith("-") or not is_counted:
        return _value(edtf)
    if timex.unit in {"week", "weekend"}:
        year, week, _ = date.fromisoformat(point).isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if timex.unit == "weekend" else "")
    length = {"year": 4, "decade": 3, "century": 2, "month": 7}.get(timex.unit or "")
    return point[:length] if length and len(point) > length else _value(edtf)


def _value(edtf: str) -> str:
    """Return an EDTF date or interval as TIMEX3: seasons, decades, centuries and years before Christ have own forms."""
    first, _, last = (part.rstrip("~?") for part in edtf.partition("/"))
    if first.startswith("-"):
        return "BC" + _value(_move(first) + (f"/{_move(last)}" if last else "")) if last != ".." else _move(first)
    days = read_days(edtf)
    if days is None or days.first is None or days.length is None or not last:
        return first
    if len(first) == 7 and SEASON[0] <= days.length <= SEASON[1] and days.first.month in _SEASONS:
        return f"{first[:4]}-{_SEASONS[days.first.month]}"
    return first[:2] if days.length > CENTURY else first[:3] if days.length > DECADE else first


def _move(point: str) -> str:
    """Return a date before Christ with the year as people count it."""
    return f"{1 - int(point[:5]):04}{point[5:]}"
