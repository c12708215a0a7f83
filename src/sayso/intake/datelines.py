"""With which place, day and agency does the article open?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.intake.captions import Caption
from sayso.intake.dates import find_dates
from sayso.intake.layouts import Layout
from sayso.intake.lines import Line
from sayso.intake.publishers import Publisher, Publishers
from sayso.lexicons import read_toml, read_words
from sayso.model.spans import Span

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]*[A-ZÀ-ÖØ-Þ.](?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]*){0,3}"
_NAME = r"[^\W\d_a-z][\w.’'-]*(?: (?:of |and |the )?[^\W\d_a-z][\w.’'-]*){0,3}"
_PLACE = rf"(?P<place>{_CAPITALS}(?:(?:/| and ){_CAPITALS}){{0,2}})"
_REST = rf"(?P<rest>(?:, {_NAME}){{0,2}},?(?: \d{{1,2}}\.? {_NAME}| {_NAME}\.? \d{{1,2}})?(?:,? \d{{4}})?)"
_AGENCY = r"(?:,? ?\((?P<agency>[^()\r\n]{2,40})\))"
_MARK = r"(?P<mark>\s+--?(?=\s)|\s*[—–]|\s*--|:(?=\s))"
_IN_CAPITALS = re.compile(rf"{_PLACE}{_REST}(?:{_AGENCY}{_MARK}?|{_MARK.replace('mark', 'bare')})\s*")
_WITH_NAME = re.compile(rf"(?P<place>{_NAME}), \(?(?P<agency>{_NAME})\)?{_MARK}\s*")
_WITH_BRACKETS = re.compile(rf"(?P<place>{_NAME}){_REST}{_AGENCY}{_MARK}\s*")
_ALONE = re.compile(rf"\(?(?P<agency>{_NAME})\)?{_MARK}\s*")
_WEEKDAY = r"(?:[A-Z][a-z]{2,8},? )?"
_DATE = rf"{_WEEKDAY}(?:\d{{1,2}} {_NAME},? \d{{4}}|{_NAME} \d{{1,2}},? \d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d)"
# The day may stand behind a mark of its own: "ARVA, Orlia — May 3, 2019 —".
_IN_CAPITALS_AND_DAY = re.compile(
    rf"{_PLACE}(?P<rest>(?:, {_NAME}){{0,2}})(?:{_AGENCY})?{_MARK}\s*{_DATE}{_MARK.replace('mark', 'bare')}\s*"
)
_PART = rf"(?: ?(?:[,:—–]|-(?= )) ?| )\(?{_NAME}\)?"
# Day and place in any order ("May 3, 2019 (ARVA) -", "Arva, 3 May 2019 –", "[Arva, 3 May 2019]"): the year must be told.
_WITH_DAY = re.compile(
    rf"(?!(?:On|In|By|Since|From|After|Before|Until|As) )"
    rf"(?:[\[(](?:{_NAME}, )?{_DATE}(?:, {_NAME})?[\])]{_MARK.replace('mark', 'after')}?"
    rf"|(?:{_NAME}(?: ?[,:—–-] ?| ))?{_DATE}(?:{_PART})?{_MARK})\s*"
)
_LINES_READ, _LINES_LOOKED_AT = 2, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The words before an article's first sentence; `credit` are those of its agency or outlet, `day` is EDTF."""

    span: Span
    credit: str | None = None
    publisher: Publisher | None = None
    day: str | None = None


def find_dateline(layout: Layout, captions: Sequence[Caption] = (), opening: int = 0) -> Dateline | None:
    """Return the dateline of an article, None when there is none.

    A place in capitals before a dash or colon ("ARVA, Oct 7 (Wire) -"), a place with a known publisher
    ("Arva, The Wire—") or with one in brackets, a known publisher alone before a dash, or a whole date with or without
    a place. It has a line to itself, or opens one of the first lines of prose that are no caption, or what follows a
    caption or the page's `opening` there.
    """
    alone = _find_alone(layout)
    if alone:
        return alone
    after = [caption.credit.end for caption in captions if caption.credit]
    starts = [_skip_space(layout.text, end) for end in (*after, opening) if end]
    for line in _candidates(layout, captions):
        for start in (line.span.start, *(s for s in starts if line.span.start < s < line.span.end)):
            found = read_dateline(layout.text, start, layout.publishers)
            if found and found.span.end < line.span.end:
                return None if _names_speaker(layout, found) else found
    return None


def _names_speaker(layout: Layout, found: Dateline) -> bool:
    """Tell whether the same words and a colon open other lines too: then they name who speaks in a transcript."""
    words = found.span.read(layout.text)
    is_bare = words.endswith(":") and found.day is None and found.publisher is None
    return is_bare and sum(line.head.startswith(words) for line in layout.lines) > 1


def _find_alone(layout: Layout) -> Dateline | None:
    """Return a dateline that has the line before the first prose, or that itself, to itself: a heading tells no day."""
    first = layout.first or 0
    for line in layout.lines[max(0, first - 1) : first + 1]:
        found = read_dateline(layout.text, line.span.start, layout.publishers)
        if found and found.span.end == line.span.end and (found.day or found.publisher):
            return found
    return None


def _candidates(layout: Layout, captions: Sequence[Caption]) -> list[Line]:
    whole = {(c.span.start, (c.credit or c.span).end) for c in captions}
    first = layout.first or 0
    lines = [
        line
        for line in layout.lines[max(0, first - 2) : first + _LINES_LOOKED_AT]
        if (line.is_prose or line.number >= first) and line.number not in layout.marked and line.span not in whole
    ]
    return lines[:_LINES_READ]


def _skip_space(text: str, position: int) -> int:
    words = text[position : position + 4]
    return position + len(words) - len(words.lstrip())


def read_dateline(text: str, start: int, publishers: Publishers) -> Dateline | None:
    """Return the dateline that begins at `start`, or None."""
    return _in_capitals(text, start, publishers) or _by_credit(text, start, publishers) or _by_day(text, start)


def _in_capitals(text: str, start: int, publishers: Publishers) -> Dateline | None:
    match = _IN_CAPITALS_AND_DAY.match(text, start, start + 120) or _IN_CAPITALS.match(text, start, start + 120)
    if match is None or _is_label(match) or not _goes_on(text, match.end()):
        return None
    known = publishers.opening(text, start)
    if known and known[1] == match.end("place"):
        return _dateline(match, match["place"], known[0])
    credit = match["agency"]
    return _dateline(match, credit, publishers.named(credit) if credit else None)


def _by_credit(text: str, start: int, publishers: Publishers) -> Dateline | None:
    for pattern in (_WITH_BRACKETS, _WITH_NAME, _ALONE):
        match = pattern.match(text, start, start + 120)
        publisher = publishers.named(match["agency"]) if match else None
        if match and publisher and _goes_on(text, match.end()):
            return _dateline(match, match["agency"], publisher)
    return None


def _by_day(text: str, start: int) -> Dateline | None:
    """Return the dateline that a whole date stands in."""
    match = _WITH_DAY.match(text, start, start + 120)
    if match is None or not _goes_on(text, match.end()):
        return None
    found = _dateline(match, None, None)
    return found if found.day else None


def _dateline(match: re.Match[str], credit: str | None, publisher: Publisher | None) -> Dateline:
    written = match.group().rstrip()
    day = next((found.value for found in find_dates(written) if len(found.value) == 10), None)
    return Dateline(span=Span(match.start(), match.start() + len(written)), credit=credit, publisher=publisher, day=day)


def _is_label(match: re.Match[str]) -> bool:
    """Tell whether words in capitals are a heading or a speaker ("UPDATE:", "ADA LOVEL, HOST:", "MS. VARN:"), not a place."""
    words = match["rest"].replace(",", " ").split()
    is_speaker = bool(words) and words[-1].isupper() and len(words[-1]) > 2 and "." not in words[-1]
    is_bare = match["agency"] is None and len(match["place"]) < 4
    return is_bare or is_speaker or _is_titled(match["place"]) or _is_heading(match["place"].casefold())


def _is_titled(words: str) -> bool:
    """Tell whether words open on how a person is addressed ("MS. VARN:")."""
    first, _, name = words.casefold().partition(" ")
    return bool(name) and first.rstrip(".") in read_words("page_heads", "addresses")


def _is_heading(words: str) -> bool:
    return words in read_words("page_heads", "not_places") or words in read_toml("time")["weekdays"]


def _goes_on(text: str, position: int) -> bool:
    """Tell whether a sentence begins here."""
    return bool(re.match(r"[\"“‘'«\[]?(?:[^\W_a-z]|[^\W_]*[^\W\d_a-z])", text[position : position + 20]))
