"""Where in a document do words stand?"""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open run `[start, end)` of a document's text, in Unicode code points.

    >>> Span(3, 8).shares(Span(6, 12))
    2
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """The number of code points."""
        return self.end - self.start

    def shares(self, other: "Span") -> int:
        """Return how many code points both spans hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def read(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of `spans`.

    Raises:
        ValueError: when there is none.
    """
    parts = list(spans)
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def trim(span: Span, text: str) -> Span:
    """Return the span without white space at its ends."""
    words = span.read(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))
