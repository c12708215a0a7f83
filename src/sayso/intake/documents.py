"""What does the page of a stored text say of itself?"""

from dataclasses import dataclass

from sayso.intake.agencies import find_agencies
from sayso.intake.bylines import read_byline
from sayso.intake.captions import Caption, find_captions
from sayso.intake.clues import find_clues
from sayso.intake.datelines import Dateline, find_dateline
from sayso.intake.furniture import credit_pieces, marked_lines, merge_pieces
from sayso.intake.heads import Head, read_head
from sayso.intake.imprints import read_imprints
from sayso.intake.insides import read_insides
from sayso.intake.languages import find_language
from sayso.intake.layouts import Layout, read_layout
from sayso.intake.moments import localize
from sayso.intake.notices import find_notices
from sayso.intake.openings import Opening, read_opening
from sayso.intake.outlets import Traces, find_outlet, own_names
from sayso.intake.publishers import load_publishers
from sayso.intake.tails import read_between, read_tail
from sayso.intake.titles import cut_title
from sayso.model.documents import Capture, Document, Furniture, PageFacts
from sayso.model.settings import Settings
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What the parts of a page were found to be."""

    layout: Layout
    opening: Opening
    captions: tuple[Caption, ...]
    dateline: Dateline | None
    head: Head


def describe_document(capture: Capture, settings: Settings) -> Document:
    """Return the document of a capture: outlet, headline, credits, dateline, language, furniture and date clues.

    Nothing is cut: furniture and captions are spans of the stored text. Of the settings only the outlets and
    the time zone are used. What the page does not say stays None.
    """
    page = _read_page(capture, settings)
    furniture = _find_furniture(page)
    writers = _writers(page)
    traces = Traces(furniture=furniture, dateline=page.dateline, writers=writers)
    outlet = find_outlet(capture.page, page.layout, traces)
    furniture = merge_pieces((*furniture, *read_imprints(page.layout, outlet)), capture.text)
    agencies = find_agencies(page.layout, page.dateline, page.captions, _credits(page, capture.page), outlet)
    title, title_span = _title(page, capture.page, furniture)
    clues = find_clues(page.layout, capture.page, furniture, page.captions, page.dateline)
    return Document(
        id=capture.id,
        sha256=capture.sha256,
        file=capture.file,
        text=capture.text,
        also=capture.also,
        external_id=capture.external_id,
        title=title,
        title_span=title_span,
        outlet=outlet,
        byline=capture.page.author or next(iter(writers), None),
        agencies=agencies,
        dateline=page.dateline.span if page.dateline else None,
        language=find_language(capture.text, capture.page.language),
        url=capture.page.url,
        furniture=furniture,
        captions=tuple(caption.span for caption in page.captions),
        clues=tuple(localize(clues, settings.time_zone)),
        notices=tuple(find_notices(page.layout)),
    )


def _read_page(capture: Capture, settings: Settings) -> _Page:
    layout = read_layout(capture.text, load_publishers(settings.outlets))
    opening = read_opening(layout)
    end = max((piece.span.end for piece in opening.furniture), default=0)
    captions = find_captions(layout, end)
    dateline = find_dateline(layout, captions, end)
    credit = dateline.credit if dateline else None
    head = read_head(layout, capture.page.title, credit, own_names(layout))
    return _Page(layout=layout, opening=opening, captions=captions, dateline=dateline, head=head)


def _find_furniture(page: _Page) -> tuple[Furniture, ...]:
    layout = page.layout
    pieces = (
        *marked_lines(layout),
        *page.opening.furniture,
        *page.head.furniture,
        *read_between(layout),
        *read_tail(layout),
        *read_insides(layout),
        *credit_pieces(page.captions),
    )
    captions = {caption.span for caption in page.captions}
    return merge_pieces((piece for piece in pieces if piece.span not in captions), layout.text)


def _writers(page: _Page) -> tuple[str, ...]:
    marked = [line for line in page.layout.lines if page.layout.marked.get(line.number) == "byline"]
    found = [page.opening.writer] if page.opening.writer else []
    return (*found, *dict.fromkeys(read_byline(line.head) for line in (*page.head.bylines, *marked)))


def _credits(page: _Page, facts: PageFacts) -> tuple[str, ...]:
    return tuple(words for words in (facts.agency, page.opening.agency, *_writers(page)) if words)


def _title(page: _Page, facts: PageFacts, furniture: tuple[Furniture, ...]) -> tuple[str | None, Span | None]:
    """Return the headline: as the page gives it, and where it stands in the text."""
    line = page.head.title
    span = cut_title(line, (piece.span for piece in furniture), page.layout.text) if line else None
    return facts.title or (span.read(page.layout.text) if span else None), span
