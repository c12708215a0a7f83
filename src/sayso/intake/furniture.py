"""Which runs of the text are page furniture?"""

from collections.abc import Iterable, Iterator

from sayso.intake.captions import Caption
from sayso.intake.layouts import Layout
from sayso.model.documents import Furniture
from sayso.model.spans import Span, trim


def marked_lines(layout: Layout) -> Iterator[Furniture]:
    """Yield the lines that are furniture by their own words."""
    for number, what in layout.marked.items():
        yield Furniture(span=layout.lines[number].span, what=what)


def credit_pieces(captions: Iterable[Caption]) -> Iterator[Furniture]:
    """Yield the credits of pictures; the caption beside them is content."""
    for caption in captions:
        if caption.credit:
            yield Furniture(span=caption.credit, what="photo credit")


def merge_pieces(pieces: Iterable[Furniture], text: str) -> tuple[Furniture, ...]:
    """Return the pieces in reading order; of two that overlap, the one that begins first, or is longer, has the words."""
    merged: list[Furniture] = []
    end = 0
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.end, piece.what)):
        span = trim(Span(max(piece.span.start, end), piece.span.end), text)
        if span.length > 0 and piece.span.end > end:
            merged.append(Furniture(span=span, what=piece.what))
            end = span.end
    return tuple(merged)
