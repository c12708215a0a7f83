"""Which runs of a document are its paragraphs, and of what kind is each?"""

import re
from collections.abc import Iterable, Iterator

from sayso.model.documents import Document
from sayso.model.kinds import PassageKind
from sayso.model.passages import Passage
from sayso.model.spans import Span, trim
from sayso.passages.quotations import find_quotations
from sayso.passages.sentences import find_sentences

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_GOES_ON = re.compile(r"\s*[(\[]?[a-z]")
_WRAPPED = 40
_HEADLINE = 160
# So many words in one line are a page that has lost its lines; fewer are one that never had more.
_FLAT = 8


def find_passages(document: Document) -> tuple[Passage, ...]:
    """Return the paragraphs of a document outside its page furniture, each with sentences and quotations.

    A line is a paragraph; a line that was broken in mid-sentence (no closing mark, and the next one goes on
    in lower case) is joined with the next, over a blank line too. The dateline is no part of a sentence.
    """
    passages: list[Passage] = []
    is_quote_open = False
    is_flat = len(document.text.split()) >= _FLAT and sum(1 for _ in _lines(document.text)) == 1
    for span in _free_runs(document):
        quotations = find_quotations(document.text, span, continues=is_quote_open)
        is_quote_open = bool(quotations) and quotations[-1].is_open
        sentences = tuple(find_sentences(document.text, span, is_flat=is_flat))
        passages.append(
            Passage(span=span, kind=_kind(document, span, passages), sentences=sentences, quotations=quotations)
        )
    return tuple(passages)


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        span = trim(Span(*match.span()), text)
        if span.length:
            yield span


def _paragraphs(text: str, cuts: Iterable[Span]) -> Iterator[Span]:
    starts, current = {cut.start for cut in cuts}, None
    for line in _lines(text):
        if current is None:
            current = line
        elif line.start not in starts and _is_broken(text, current, line):
            current = Span(current.start, line.end)
        else:
            yield current
            current = line
    if current is not None:
        yield current


def _is_broken(text: str, before: Span, after: Span) -> bool:
    words = before.read(text)
    last_line = words[max(words.rfind("\n"), words.rfind("\r")) + 1 :]
    is_long = len(last_line) >= _WRAPPED or before.length > len(last_line)
    return is_long and not _ENDS_SENTENCE.search(words) and bool(_GOES_ON.match(after.read(text)))


def _free_runs(document: Document) -> Iterator[Span]:
    """Yield the paragraphs, cut where furniture or the dateline stands in them."""
    cuts = sorted(piece.span for piece in document.furniture)
    if document.dateline:
        cuts = sorted([*cuts, document.dateline])
    position = 0
    for paragraph in _paragraphs(document.text, cuts):
        while position < len(cuts) and cuts[position].end <= paragraph.start:
            position += 1
        start, index = paragraph.start, position
        while index < len(cuts) and cuts[index].start < paragraph.end:
            yield from _worded(document.text, Span(start, max(start, cuts[index].start)))
            start, index = max(start, cuts[index].end), index + 1
        yield from _worded(document.text, Span(start, max(start, paragraph.end)))


def _worded(text: str, span: Span) -> Iterator[Span]:
    span = trim(span, text)
    if any(character.isalnum() for character in span.read(text)):
        yield span


def _kind(document: Document, span: Span, before: list[Passage]) -> PassageKind:
    if any(notice.span.shares(span) for notice in document.notices):
        return PassageKind.NOTICE
    if any(2 * caption.shares(span) >= span.length for caption in document.captions):
        return PassageKind.CAPTION
    if document.title_span and document.title_span.shares(span):
        return PassageKind.HEADLINE
    is_top = all(passage.kind is not PassageKind.BODY for passage in before)
    if is_top and span.length <= _HEADLINE and not _ENDS_SENTENCE.search(span.read(document.text)):
        return PassageKind.HEADLINE
    return PassageKind.BODY
