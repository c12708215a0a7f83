"""Which lines above the article give its day beside a writer, a publisher, a section, a series or a place?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.intake.bylines import is_byline
from sayso.intake.date_lines import is_page_note
from sayso.intake.dates import WrittenDate, find_dates
from sayso.intake.heads import is_outlet_shaped
from sayso.intake.layouts import Layout
from sayso.intake.lines import Line, plain_line
from sayso.intake.outlets import own_names
from sayso.intake.phrases import is_section
from sayso.intake.titles import could_be_headline
from sayso.lexicons import read_words
from sayso.model.spans import Span

_LONGEST, _LONGEST_NAME, _LONGEST_TITLE = 130, 4, 7
_MARKS = re.compile(r"[|·•»›/()\[\]:;,*#]|(?:^|\s)[–—-]+(?=\s|$)")
_BARS = re.compile(r"[|·•/]")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)", re.IGNORECASE)
_CITY_TIME = re.compile(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)? (?:[Ll]ocal )?[Tt]ime")
_ACCOUNT = re.compile(r"(?:\w+ )?by \w+", re.IGNORECASE)
_LOOSE = re.compile(r"^(?:(?:in|on|at|for|as|of|from) )+|(?: (?:in|on|at|for|as|of|from))+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedDate:
    """A date in a line above the article; `is_placed` where a bare name stands beside it, as of the place of writing."""

    found: WrittenDate
    line: Span
    is_placed: bool


def find_headed_dates(layout: Layout, taken: Sequence[Span]) -> Iterator[HeadedDate]:
    """Yield the days in lines above the article of which every other part is one that pages print beside their date.

    These are writers, publishers, sections, the title of a series ("Daily Bulletin No. 4"), a version, counts of
    comments. Where a bare name is left beside the date, the line counts only if another one can be the headline:
    a headline may end with the day of what it tells. A date that opens a line and has a bar behind it is the
    page's, whatever follows. `taken` are lines read already, captions among them.
    """
    names = own_names(layout)
    first = layout.first if layout.first is not None else 0
    for line in (*layout.above, *layout.lines[first : first + 1]):
        dates = [found for found in find_dates(line.head) if found.has_day]
        if not dates or line.span.length > _LONGEST or _is_taken(line, taken):
            continue
        cells = _cells(line.head, dates)
        others = [cell for cell in cells if not _is_known(layout, cell, names)]
        if _opens(line, dates[0]):
            yield HeadedDate(found=dates[0], line=line.span, is_placed=False)
        elif all(map(_is_name, others)) and (not others or _has_headline(layout, line)):
            is_placed = bool(others) and not _BARS.search(line.head) and not any(map(_is_series, cells))
            yield from (HeadedDate(found=found, line=line.span, is_placed=is_placed) for found in dates)


def _opens(line: Line, found: WrittenDate) -> bool:
    rest = _CLOCK.sub(" ", line.head[found.span.end :]).lstrip(" ,-–—")
    return found.span.start == 0 and bool(_BARS.match(rest)) and not rest.startswith("/")


def _is_taken(line: Line, taken: Sequence[Span]) -> bool:
    return any(line.span.start < span.end and span.start < line.span.end for span in taken)


def _cells(words: str, dates: Sequence[WrittenDate]) -> list[str]:
    """Return the parts of a line between its dates, clock times and marks."""
    for found in reversed(dates):
        words = f"{words[: found.span.start]} | {words[found.span.end :]}"
    parts = (" ".join(part.split()) for part in _MARKS.split(_CLOCK.sub(" | ", words)))
    return [cell for part in parts if (cell := _LOOSE.sub("", part).strip(" .–—-"))]


def _is_known(layout: Layout, cell: str, names: frozenset[str]) -> bool:
    return (
        is_page_note(cell)
        or bool(_CITY_TIME.fullmatch(cell) or _ACCOUNT.fullmatch(cell))
        or is_byline(cell)
        or is_section(cell)
        or _is_series(cell)
        or plain_line(cell) in names
        or layout.publishers.named(cell) is not None
        or is_outlet_shaped(cell)
    )


def _is_series(cell: str) -> bool:
    """Tell whether a part is the title of something that comes out with a date: a noun for it closes the title."""
    tokens = [word for token in cell.split() if (word := token.strip(".#")) and not word.isdigit()]
    words = [token.casefold() for token in tokens]
    if len(words) > 1 and words[-1] in read_words("page_heads", "numbering"):
        words.pop()
    closes = bool(words) and words[-1] in read_words("page_heads", "series_words")
    lower = read_words("page_heads", "series_words") | read_words("page_heads", "small_words")
    return closes and len(words) <= _LONGEST_TITLE and all(t[0].isupper() or t in lower for t in tokens)


def _is_name(cell: str) -> bool:
    tokens = cell.split()
    small = read_words("page_heads", "small_words")
    return len(tokens) <= _LONGEST_NAME and all(token[0].isupper() or token in small for token in tokens)


def _has_headline(layout: Layout, line: Line) -> bool:
    others = (other for other in layout.above if other.number != line.number and other.number not in layout.marked)
    return any(could_be_headline(other) for other in others)
