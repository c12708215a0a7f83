"""What stands before the article when page and article run on in one line?"""

import re
from dataclasses import dataclass

from sayso.intake.date_lines import find_opening_date
from sayso.intake.dates import WrittenDate, find_dates
from sayso.intake.layouts import Layout
from sayso.intake.lines import LONGEST
from sayso.model.documents import Furniture
from sayso.model.spans import Span

_BY = re.compile(r"\s*,?\s*[Bb][Yy] (?=[^\W\d_a-z])")
_WRITER = re.compile(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?")
_EDITION = re.compile(r" (?:English|Online|News|Staff|Desk|Agency)\b")
_CAPITAL = re.compile(r"(?<=[\w.!?] )[^\W\d_a-z]")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_FOLLOWED = re.compile(r" (?:[^\W_a-z]|\d)")
_GOES_ON = re.compile(r"\s*(?:[-–—:|,.]\s*)?(?:[\"“‘'(]*[^\W_a-z]|[Bb]y )")
_INSIDE = frozenset(
    {"by", "told", "to", "the", "of", "from", "with", "and", "for", "at", "via", "in", "on", "a", "as", "citing"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The furniture before the article: its pieces, the date, and the names it credits."""

    furniture: tuple[Furniture, ...] = ()
    date: WrittenDate | None = None
    writer: str | None = None
    agency: str | None = None


def read_opening(layout: Layout) -> Opening:
    """Return what opens a text whose first line already holds the article.

    A date at its very beginning, with "by" and a name behind it; then, near the top, a known agency between
    headline and article, with or without a date ("... town Reuters Tuesday 4 Apr 2017 A convoy ...").
    """
    line = layout.lines[0] if layout.lines else None
    if line is None or line.number in layout.marked:
        return Opening()
    text, limit = layout.text, min(line.span.end, line.span.start + LONGEST)
    found = find_opening_date(text, line.span.start, limit)
    if found and not _GOES_ON.match(text, found[0].end, line.span.end):
        found = None
    pieces, date, writer, position = [], None, None, line.span.start
    if found:
        span, date = found
        writer_span = _read_writer(layout, span.end)
        position = writer_span.end if writer_span else span.end
        writer = writer_span.read(text) if writer_span else None
        pieces.append(Furniture(span=Span(span.start, position), what="date line"))
    credit = _read_credit(layout, position, limit)
    if credit is None or (date is None and credit[1] is None):
        return Opening(furniture=tuple(pieces), date=date, writer=writer)
    span, second, agency = credit
    pieces.append(Furniture(span=span, what="date line" if second else "byline"))
    return Opening(furniture=tuple(pieces), date=date or second, writer=writer, agency=agency)


def _read_writer(layout: Layout, position: int) -> Span | None:
    by = _BY.match(layout.text, position, position + 20)
    if by is None:
        return None
    known = layout.publishers.opening(layout.text, by.end())
    if known:
        edition = _EDITION.match(layout.text, known[1])
        return Span(by.end(), edition.end() if edition else known[1])
    writer = _WRITER.match(layout.text, by.end())
    return Span(*writer.span()) if writer else None


def _read_credit(layout: Layout, start: int, end: int) -> tuple[Span, WrittenDate | None, str] | None:
    text = layout.text
    for match in _CAPITAL.finditer(text, start, end):
        known = layout.publishers.opening(text, match.start())
        before = _LAST_WORD.search(text[max(start, match.start() - 30) : match.start()])
        if known is None or not known[0].is_agency or (before and before[1] in _INSIDE):
            continue
        if not _FOLLOWED.match(text, known[1]):
            continue
        date = next(find_dates(text, known[1] + 1, known[1] + 50), None)
        if date and date.span.start == known[1] + 1 and date.has_day:
            return Span(match.start(), date.span.end), date, known[0].name
        return Span(match.start(), known[1]), None, known[0].name
    return None
