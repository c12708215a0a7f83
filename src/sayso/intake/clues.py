"""What tells, or bounds, the day on which the article was published?"""

import re
from collections.abc import Iterator, Sequence

from sayso.intake.captions import Caption
from sayso.intake.date_lines import is_update_line
from sayso.intake.datelines import Dateline
from sayso.intake.dates import WrittenDate, find_dates
from sayso.intake.headings import find_headed_dates
from sayso.intake.layouts import Layout
from sayso.model.documents import DateClue, Furniture, PageFacts
from sayso.model.spans import Span

_ISO = re.compile(r"\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?=$|[T\s])")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?=$|T)")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?=/|$)", re.IGNORECASE)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=/|$)")


def find_clues(
    layout: Layout,
    page: PageFacts,
    furniture: Sequence[Furniture],
    captions: Sequence[Caption],
    dateline: Dateline | None,
) -> tuple[DateClue, ...]:
    """Return the evidence for the day of publication: the user's word, date lines, metadata, dateline, address, captions.

    Dates in the running text are none. Where a page gives the day of publication and that of a later change,
    only the first counts. Lines above the article that hold more than a date are asked when no line of dates is.
    """
    stated = tuple(_stated(layout, furniture))
    headed = () if stated else tuple(_headed(layout, captions, dateline))
    return (
        *_given(page.published_by_user, "user"),
        *stated,
        *(clue for clue in headed if clue.kind == "stated"),
        *_given(page.published, "metadata"),
        *_dateline(layout, dateline),
        *(clue for clue in headed if clue.kind == "dateline"),
        *_url(page.url),
        *_captions(layout, furniture, captions),
    )


def _given(words: str | None, kind: str) -> Iterator[DateClue]:
    """Yield a date that was given; one that cannot be read has no value, so that it is not lost without a word."""
    if words and words.strip():
        yield DateClue(kind=kind, value=read_given_date(words) or "", written=words.strip())


def read_given_date(words: str) -> str | None:
    """Return the EDTF date of a page's or row's own statement, to the precision it has, or None.

    >>> read_given_date("2013-07-31T09:15:00+03:00"), read_given_date("July 2013")
    ('2013-07-31', '2013-07')
    """
    compact = _COMPACT.match(words)
    iso = f"{compact[1]}-{compact[2]}-{compact[3]}" if compact else ((m := _ISO.match(words)) and m[1])
    if iso:
        found = next(find_dates(iso), None)
        return found.value if found else (iso if len(iso) < 10 and iso[5:] <= "12" else None)
    return next((found.value for found in find_dates(words) if "X" not in found.value), None)


def _stated(layout: Layout, furniture: Sequence[Furniture]) -> Iterator[DateClue]:
    found = [(date, is_update_line(words, date), piece) for piece, words, date in _date_lines(layout, furniture)]
    published = [(date, piece) for date, is_update, piece in found if not is_update]
    for date, piece in published or [(date, piece) for date, _, piece in found]:
        span = Span(piece.span.start + date.span.start, piece.span.start + date.span.end)
        yield DateClue(kind="stated", value=date.value, written=span.read(layout.text), span=span)


def _date_lines(layout: Layout, furniture: Sequence[Furniture]) -> Iterator[tuple[Furniture, str, WrittenDate]]:
    """Yield the dates in date lines and cut teasers above or below the article; between its lines they are a chronicle's."""
    first, last = (layout.lines[n].span.end if n is not None else None for n in (layout.first, layout.last))
    for piece in furniture:
        is_between = first is not None and last is not None and first < piece.span.start < last
        if is_between or piece.what not in {"date line", "cut teaser"}:
            continue
        words = piece.span.read(layout.text)
        for date in find_dates(words):
            if "X" not in date.value:
                yield piece, words, date


def _headed(layout: Layout, captions: Sequence[Caption], dateline: Dateline | None) -> Iterator[DateClue]:
    """Yield the days in lines above the article; beside a bare name such a day is that of a dateline."""
    taken = [*(caption.span for caption in captions), *([dateline.span] if dateline else [])]
    found = [
        (date, is_update_line(date.line.read(layout.text), date.found)) for date in find_headed_dates(layout, taken)
    ]
    published = [date for date, is_update in found if not is_update]
    for date in published or [date for date, _ in found]:
        span = Span(date.line.start + date.found.span.start, date.line.start + date.found.span.end)
        kind = "dateline" if date.is_placed else "stated"
        yield DateClue(kind=kind, value=date.found.value, written=span.read(layout.text), span=span)


def _dateline(layout: Layout, dateline: Dateline | None) -> Iterator[DateClue]:
    if dateline and dateline.day:
        words = dateline.span.read(layout.text)
        yield DateClue(kind="dateline", value=dateline.day, written=words, span=dateline.span)


def _url(url: str | None) -> Iterator[DateClue]:
    """Yield the day, or the month, that an address holds ("/2013/07/31/")."""
    path = (url or "").partition("//")[2].partition("?")[0]
    named = _URL_NAMED.search(path)
    words = f"{named[3]} {named[2]} {named[1]}" if named else ""
    day, month = _URL_DAY.search(path), _URL_MONTH.search(path)
    if day:
        words = "-".join(day.groups())
    value = next((found.value for found in find_dates(words)), None) or ("-".join(month.groups()) if month else None)
    if url and value:
        yield DateClue(kind="url", value=value, written=url)


def _captions(layout: Layout, furniture: Sequence[Furniture], captions: Sequence[Caption]) -> Iterator[DateClue]:
    spans = {caption.span for caption in captions} | {f.span for f in furniture if f.what == "picture label"}
    for span in sorted(spans):
        for date in find_dates(layout.text, *span):
            if date.has_day:
                yield DateClue(kind="caption", value=date.value, written=date.span.read(layout.text), span=date.span)
