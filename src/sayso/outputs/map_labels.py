"""Where do the names on a map stand, so that none covers another or a mark?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.lexicons.outlines import Point

# How far from its mark a label may stand, nearest first; beyond the first a line leads to it.
DISTANCES = (0.0, 16.0, 34.0, 60.0, 95.0)
_EDGE = 4.0
# East first, as one reads; then the other directions.
_DIRECTIONS = ((1, 0), (1, -1), (1, 1), (-1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1))


class Rect(NamedTuple):
    """A part of the sheet: its left upper corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Rect") -> bool:
        """Tell whether two parts of the sheet share any of it."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What wants a free part of the sheet beside a mark: `radius` is that of the mark, the size that of the label."""

    mark: Point
    radius: float
    width: float
    height: float


def place_labels(labels: Sequence[Label], taken: Sequence[Rect], width: float, height: float) -> list[Rect | None]:
    """Return where each label stands, None where there is no room: the first one chooses first."""
    occupied = list(taken)
    found: list[Rect | None] = []
    for label in labels:
        free = (rect for rect in _candidates(label) if _is_free(rect, occupied, width, height))
        rect = next(free, None)
        found.append(rect)
        if rect is not None:
            occupied.append(rect)
    return found


def _candidates(label: Label) -> Iterator[Rect]:
    for distance in DISTANCES:
        for across, down in _DIRECTIONS:
            reach = label.radius + 4 + distance
            reach *= 0.75 if across and down else 1.0
            x = label.mark[0] + across * reach - label.width * (1 - across) / 2
            y = label.mark[1] + down * reach - label.height * (1 - down) / 2
            yield Rect(round(x, 1), round(y, 1), label.width, label.height)


def _is_free(rect: Rect, occupied: Sequence[Rect], width: float, height: float) -> bool:
    is_inside = (
        rect.x >= _EDGE
        and rect.y >= _EDGE
        and rect.x + rect.width <= width - _EDGE
        and rect.y + rect.height <= height - _EDGE
    )
    return is_inside and not any(rect.meets(other) for other in occupied)
