"""How is a text cut where marks begin and end, so that each piece can be drawn once?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sayso.model.documents import Document
from sayso.model.resolved import NamedPlace, ResolvedClaim
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of text with a mark on it: claim, source, cue, time, place, furniture, shared or here; `about` is an id."""

    span: Span
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of text with the names of all marks on it, and the id of the smallest claim it is in."""

    words: str
    marks: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Pieces in a row that are of one claim, or of none (`about` is empty then): one link."""

    about: str
    pieces: tuple[Piece, ...]


def mark_paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[list[Run]]:
    """Yield the paragraphs of a text, each as runs of pieces; a line without words is passed over."""
    ordered = sorted(marks, key=lambda mark: mark.span)
    start = 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))
        start += len(line)
        if span.read(text).strip():
            yield list(_join(_cut(text, span, [mark for mark in ordered if mark.span.shares(span)])))


def _join(pieces: Iterable[Piece]) -> Iterator[Run]:
    """Yield runs of pieces of one claim; a gap between two words of others is nothing to open."""
    for about, group in groupby(pieces, key=lambda piece: piece.about):
        run = tuple(group)
        has_words = any(piece.words.strip() for piece in run)
        yield Run(about=about if has_words else "", pieces=run)


def _cut(text: str, line: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    borders = {line.start, line.end}
    for mark in marks:
        borders |= {max(mark.span.start, line.start), min(mark.span.end, line.end)}
    ordered = sorted(borders)
    for start, end in pairwise(ordered):
        here = [mark for mark in marks if mark.span.start <= start and end <= mark.span.end]
        ids = [mark for mark in here if mark.about]
        about = min(ids, key=lambda mark: mark.span.length).about if ids else ""
        yield Piece(words=text[start:end], marks=" ".join(sorted({f"m-{mark.name}" for mark in here})), about=about)


def mark_document(document: Document, claims: Iterable[ResolvedClaim]) -> list[Mark]:
    """Return the marks of a document: its claims, who says them by which words, times, places and page furniture."""
    marks = [Mark(span=piece.span, name="furniture") for piece in document.furniture]
    for resolved in claims:
        claim = resolved.claim
        marks.append(Mark(span=claim.span, name="claim", about=claim.id))
        marks.extend(_maybe(claim.source_span, "source"))
        marks.extend(_maybe(claim.cue_span, "cue"))
        marks.extend(_maybe(resolved.period.written, "time"))
        marks.extend(_maybe(resolved.place_written, "place"))
    return marks


def mark_places(named: Iterable[NamedPlace]) -> Iterator[Mark]:
    """Yield a mark for each place that a document names."""
    return (Mark(span=one.span, name="place") for one in named)


def _maybe(span: Span | None, name: str) -> Iterator[Mark]:
    if span is not None and span.length:
        yield Mark(span=span, name=name)
