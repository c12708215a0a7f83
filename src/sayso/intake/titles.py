"""What is the headline of the article, and where does it stand?"""

from collections.abc import Iterable

from sayso.intake.lines import Line, plain_line
from sayso.model.spans import Span, trim

_SHORTEST, _LONGEST = 2, 220


def could_be_headline(line: Line) -> bool:
    """Tell whether a line has the form of a headline: some words, no full stop at its end."""
    words = [word for word in line.words if not word.isdigit()]
    return len(words) >= _SHORTEST and line.span.length <= _LONGEST and not line.head.endswith((".", ":", ";", ","))


def find_title(above: Iterable[Line], given: str | None) -> Line | None:
    """Return the line of the headline among the lines above the article, None when there is none.

    It is the line that the page's own title opens with, else the first one that has the form of a headline.
    """
    lines = list(above)
    if given:
        wanted = plain_line(given)
        for line in lines:
            plain = plain_line(line.head)
            if len(line.words) > 1 and (wanted.startswith(plain) or plain.startswith(wanted)):
                return line
    return next((line for line in lines if could_be_headline(line)), None)


def cut_title(line: Line, furniture: Iterable[Span], text: str) -> Span:
    """Return the span of a headline without its bullet and without the site's name behind or before it."""
    span = Span(line.span.start + len(line.head) - len(line.head.lstrip("*•-–—» \t")), line.span.end)
    for piece in furniture:
        if piece.start <= span.start < piece.end < span.end:
            span = Span(piece.end, span.end)
        elif span.start < piece.start < span.end <= piece.end:
            span = Span(span.start, piece.start)
    return trim(span, text)
