"""Which part of a file that holds many articles can be read by itself?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of records or rows: the byte at which it begins, the number of its first one, and how many.

    `count` is None for all that follow.
    """

    start: int = 0
    first: int = 1
    count: int | None = None

    def holds(self, number: int) -> bool:
        """Tell whether the record or row of that number is one of them."""
        return self.count is None or number < self.first + self.count


WHOLE = Part()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a file that can be read by itself: of a WACZ file, a part of the archive `inside` it."""

    inside: str | None = None
    part: Part = WHOLE
