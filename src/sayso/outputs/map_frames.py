"""Which part of the world does a map show, and where on its sheet does a point lie?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.lexicons.gazetteer import find_places
from sayso.lexicons.outlines import Box, Outline, Point, find_country, find_division
from sayso.model.kinds import Precision
from sayso.outputs.map_places import Spot
from sayso.text.spellings import plain

KM = 111.2  # kilometres in a degree of latitude
# Kilometres across, where a place is told more closely than by its town, and where none is.
SMALLEST, SMALLEST_OF_TOWNS = 16.0, 90.0
MARGIN = 0.16  # share of the sheet left free around the places
# Share of the claims, and of the places, that a map shows at least: far capitals do not shrink the rest to a speck.
CORE, PLACES, REACH = 0.8, 0.5, 1.4
# What a point may stand for: how far around it the place may lie, in kilometres.
AROUND = {
    Precision.DISTRICT: 1.5,
    Precision.SECOND_DIVISION: 15.0,
    Precision.FIRST_DIVISION: 40.0,
    Precision.REGION: 60.0,
    Precision.COUNTRY: 150.0,
}
WIDE = frozenset({Precision.FIRST_DIVISION, Precision.COUNTRY, Precision.REGION})


@dataclass(frozen=True)
class Frame:
    """A sheet of `width` by `height` on which a part of the world is laid out, true to scale at its middle."""

    middle: Point
    km_across: float
    width: float
    height: float

    @property
    def km(self) -> float:
        """Kilometres to a unit of the sheet."""
        return self.km_across / self.width

    @cached_property
    def _narrowing(self) -> float:
        return max(0.05, math.cos(math.radians(self.middle[1])))

    def place(self, point: Point) -> Point:
        """Return where on the sheet a point lies, from the left and from the top."""
        x = self.width / 2 + (point[0] - self.middle[0]) * KM * self._narrowing / self.km
        return round(x, 1), round(self.height / 2 - (point[1] - self.middle[1]) * KM / self.km, 1)

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies on the sheet."""
        x, y = self.place(point)
        return 0 <= x <= self.width and 0 <= y <= self.height

    @property
    def box(self) -> Box:
        """The part of the world that it shows."""
        wide = self.km_across / 2 / KM / self._narrowing
        high = self.km_across * self.height / self.width / 2 / KM
        x, y = self.middle
        return Box(x - wide, y - high, x + wide, y + high)

    def bar(self) -> tuple[float, str]:
        """Return how long a bar of a round number of kilometres is, no longer than a quarter of the sheet, and its words."""
        longest = self.km_across / 4
        step = 10.0 ** math.floor(math.log10(longest))
        length = next(step * factor for factor in (5, 2, 1) if step * factor <= longest)
        return round(length / self.km, 1), f"{length:,.0f} km" if length >= 1 else f"{length * 1000:,.0f} m"


def find_frame(spots: Sequence[Spot], width: float, height: float, around: str | None = None) -> Frame | None:
    """Return the frame for the places: around one of them where it is named, else around those that most claims speak of.

    Points alone set it; provinces and countries only where nothing is told more closely. `around` may be "all". None
    when no place has a point.
    """
    named = [spot for spot in spots if around and spot.name.casefold() == around.casefold() and spot.middle]
    close = [spot for spot in spots if spot.middle and spot.precision not in WIDE]
    shown = named or (close if around == "all" else _find_core(close)) or [spot for spot in spots if spot.middle]
    corners = [corner for spot in shown for corner in _corners(spot)]
    is_close = any(spot.precision in {Precision.POINT, Precision.DISTRICT} or spot.polygon for spot in shown)
    smallest = SMALLEST if is_close else SMALLEST_OF_TOWNS
    return fit(corners, width, height, smallest) if corners else None


def find_outline(spot: Spot) -> Outline | None:
    """Return the outline of a country or first division where the package has one."""
    if spot.precision == Precision.COUNTRY:
        return find_country(spot.country or "")
    if spot.precision != Precision.FIRST_DIVISION:
        return None
    matches = [match.entry for name in (spot.name, *spot.names) for match in find_places(plain(name))]
    numbers = [
        entry.id for entry in matches if entry.precision is Precision.FIRST_DIVISION and entry.country == spot.country
    ]
    return next((outline for number in numbers if (outline := find_division(number))), None)


def _find_core(spots: Sequence[Spot]) -> list[Spot]:
    """Return the places nearest to the one most spoken of that have most of the claims, and those hardly farther away."""
    if not spots:
        return []
    heart = spots[0]
    ordered = sorted(spots, key=lambda spot: _distance(heart, spot))
    wanted = CORE * sum(len(spot.claims) for spot in spots)
    count, radius = 0, 0.0
    for number, spot in enumerate(ordered, 1):
        count, radius = count + len(spot.claims), _distance(heart, spot)
        if count >= wanted and number >= PLACES * len(spots):
            break
    return [spot for spot in ordered if _distance(heart, spot) <= REACH * radius]


def _distance(one: Spot, other: Spot) -> float:
    (x1, y1), (x2, y2) = one.middle or (0.0, 0.0), other.middle or (0.0, 0.0)
    return math.hypot((x1 - x2) * math.cos(math.radians((y1 + y2) / 2)), y1 - y2)


def _corners(spot: Spot) -> list[Point]:
    outline = find_outline(spot)
    if outline is not None:
        return [(outline.box.west, outline.box.south), (outline.box.east, outline.box.north)]
    return [*spot.polygon] or ([spot.point] if spot.point else [])


def fit(corners: Sequence[Point], width: float, height: float, smallest: float) -> Frame:
    """Return the frame around some points, with a margin, no less than so many kilometres across."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    narrowing = max(0.05, math.cos(math.radians(middle[1])))
    across = (max(xs) - min(xs)) * KM * narrowing
    down = (max(ys) - min(ys)) * KM * width / height
    return Frame(middle, max(smallest, max(across, down) * (1 + 2 * MARGIN)), width, height)
