"""Where do the names on a map stand, so that none covers another or a mark?"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.lexicons.outlines import Point

# How far from its mark a label may stand, nearest first; beyond the first a line leads to it.
DISTANCES = (0.0, 16.0, 34.0, 60.0, 95.0)
_EDGE = 4.0
_GRID = 9  # steps across an area in which its name finds a place
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
    """What wants a free part of the sheet beside a mark: `radius` is that of the mark, the size that of the label.

    The name of an area stands within it: `area` are its corners on the sheet.
    """

    mark: Point
    radius: float
    width: float
    height: float
    area: tuple[Point, ...] = ()


def place_labels(labels: Sequence[Label], taken: Sequence[Rect], width: float, height: float) -> list[Rect | None]:
    """Return where each label stands, None where there is no room: the first one chooses first."""
    occupied = list(taken)
    found: list[Rect | None] = []
    for label in labels:
        candidates = _candidates_within(label) if label.area else _candidates(label)
        within_reach = _find_near(label, occupied)
        free = (rect for rect in candidates if _is_free(rect, within_reach, width, height))
        rect = next(free, None)
        found.append(rect)
        if rect is not None:
            occupied.append(rect)
    return found


def _find_near(label: Label, occupied: Sequence[Rect]) -> Sequence[Rect]:
    """Return those of the occupied parts that a label beside its mark may meet: of many marks few are near."""
    if label.area:
        return occupied
    reach = label.radius + DISTANCES[-1] + 2 * _EDGE
    wide, high = reach + label.width, reach + label.height
    around = Rect(label.mark[0] - wide, label.mark[1] - high, 2 * wide, 2 * high)
    return [rect for rect in occupied if rect.meets(around)]


def _candidates(label: Label) -> Iterator[Rect]:
    for distance in DISTANCES:
        for across, down in _DIRECTIONS:
            reach = label.radius + 4 + distance
            reach *= 0.75 if across and down else 1.0
            x = label.mark[0] + across * reach - label.width * (1 - across) / 2
            y = label.mark[1] + down * reach - label.height * (1 - down) / 2
            yield Rect(round(x, 1), round(y, 1), label.width, label.height)


def _candidates_within(label: Label) -> Iterator[Rect]:
    """Yield places whose middle lies in the area, those nearest to its mark first."""
    xs, ys = [x for x, _ in label.area], [y for _, y in label.area]
    across = [min(xs) + (max(xs) - min(xs)) * n / _GRID for n in range(1, _GRID)]
    down = [min(ys) + (max(ys) - min(ys)) * n / _GRID for n in range(1, _GRID)]
    middles = [label.mark, *((x, y) for x in across for y in down)]
    for x, y in sorted(middles, key=lambda middle: math.dist(middle, label.mark)):
        if is_inside((x, y), label.area):
            yield Rect(round(x - label.width / 2, 1), round(y - label.height / 2, 1), label.width, label.height)


def is_inside(point: Point, ring: Sequence[Point]) -> bool:
    """Tell whether a point lies in a ring, by the lines that a ray from it crosses.

    >>> is_inside((1, 1), [(0, 0), (3, 0), (3, 3)]), is_inside((1, 2), [(0, 0), (3, 0), (3, 3)])
    (True, False)
    """
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def _is_free(rect: Rect, occupied: Sequence[Rect], width: float, height: float) -> bool:
    is_inside = (
        rect.x >= _EDGE
        and rect.y >= _EDGE
        and rect.x + rect.width <= width - _EDGE
        and rect.y + rect.height <= height - _EDGE
    )
    return is_inside and not any(rect.meets(other) for other in occupied)
