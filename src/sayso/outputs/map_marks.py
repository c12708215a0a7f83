"""Which mark stands for a place on a map, and what is written at it?"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sayso.lexicons.outlines import Outline, Point
from sayso.model.kinds import Precision
from sayso.outputs.map_frames import AROUND, Frame, find_outline
from sayso.outputs.map_grounds import find_part, measure_share, trace
from sayso.outputs.map_labels import Label, Rect, place_labels
from sayso.outputs.map_places import Spot
from sayso.outputs.map_signs import draw_signs, measure_signs
from sayso.outputs.svg import plain, quoted, text, width

NAME, LINE, BOLD = 13.0, 16.0, 1.16  # the size of the names, of their lines, and how much wider bold letters are
# Places nearer to each other than this share one mark.
NEAR = 13.0
# An area of more than this share of the sheet is not hatched: that would only grey the rest.
WIDE = 0.3
MOST_NAMES, MOST_SIGNS, MOST_LABELS = 4, 12, 60
SMALLEST_RING, DOT, TOWN = 9.0, 4.0, 6.0
SIGNS_WIDE = measure_signs(MOST_SIGNS)[0] + 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who can follow links: where the name of a place leads to, and the place that is chosen now."""

    link: Callable[[str], str]
    chosen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The signs of a map: the letter of each voice, the number of each holder, and a name for its patterns."""

    letters: Mapping[str, str]
    holders: Mapping[str, int]
    ids: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark on the sheet, and the places that it stands for; `area` are the corners of an outline on the sheet."""

    middle: Point
    radius: float
    spots: tuple[Spot, ...]
    area: tuple[Point, ...] = ()

    @property
    def is_area(self) -> bool:
        """Whether the place lies somewhere in an area, and nowhere more closely."""
        return is_area(self.spots[0])


def is_area(spot: Spot) -> bool:
    """Tell whether a place is only told as lying somewhere in an area."""
    return spot.precision in AROUND or bool(spot.polygon)


def find_marks(spots: Sequence[Spot], frame: Frame) -> list[Mark]:
    """Return the marks of the places on a sheet: points that lie on each other share one, those most spoken of first."""
    found: list[Mark] = []
    for spot in spots:
        outline = _outline(spot)
        area = find_part(frame, outline) if outline else ()
        middle = _find_middle(spot, area, frame)
        same = next((mark for mark in found if _is_near(mark, middle) and mark.is_area == is_area(spot)), None)
        if same is not None:
            found[found.index(same)] = replace(same, spots=(*same.spots, spot))
        else:
            found.append(Mark(middle=middle, radius=_radius(spot, frame), spots=(spot,), area=area))
    return found


def _find_middle(spot: Spot, area: Sequence[Point], frame: Frame) -> Point:
    """Return where on the sheet the middle of a place lies; of an area whose point lies beyond, the middle of its part."""
    if spot.middle is not None and (not area or frame.holds(spot.middle)):
        return frame.place(spot.middle)
    xs, ys = [x for x, _ in area], [y for _, y in area]
    return round((min(xs) + max(xs)) / 2, 1), round((min(ys) + max(ys)) / 2, 1)


def _outline(spot: Spot) -> Outline | Sequence[Point] | None:
    return spot.polygon or find_outline(spot)


def _is_near(mark: Mark, middle: Point) -> bool:
    return abs(mark.middle[0] - middle[0]) < NEAR and abs(mark.middle[1] - middle[1]) < NEAR


def _radius(spot: Spot, frame: Frame) -> float:
    if _outline(spot):
        return 0.0
    if spot.precision in AROUND:
        return round(max(SMALLEST_RING, AROUND[Precision(spot.precision)] / frame.km), 1)
    return DOT if spot.precision == Precision.POINT else TOWN


def draw_areas(marks: Sequence[Mark], frame: Frame, ids: str) -> Iterator[str]:
    """Yield the hatched areas and rings, the places least spoken of lowest."""
    for mark in reversed(marks):
        if mark.is_area:
            yield from (_draw_area(spot, mark, frame, ids) for spot in reversed(mark.spots))


def _draw_area(spot: Spot, mark: Mark, frame: Frame, ids: str) -> str:
    outline = _outline(spot)
    about = f"<title>{plain(spot.name)}: somewhere in this area</title>"
    if outline is None:
        x, y = mark.middle
        return f'<circle class="area" fill="url(#area{ids})" cx="{x}" cy="{y}" r="{mark.radius}">{about}</circle>'
    is_wide = isinstance(outline, Outline) and measure_share(frame, outline) > WIDE
    fill = "none" if is_wide else f"url(#area{ids})"
    return f'<path class="area" fill="{fill}" d="{trace(frame, outline)}">{about}</path>'


def draw_marks(
    marks: Sequence[Mark], taken: Sequence[Rect], frame: Frame, key: Key, reader: Reader | None
) -> Iterator[str]:
    """Yield the marks with their names and signs; where there is no room for these, the mark alone."""
    dots = [
        Rect(m.middle[0] - m.radius, m.middle[1] - m.radius, 2 * m.radius, 2 * m.radius) for m in marks if not m.is_area
    ]
    ordered = sorted(marks, key=lambda mark: -sum(len(spot.holds) for spot in mark.spots))
    labels = [_label(mark) for mark in ordered[:MOST_LABELS]]
    placed = place_labels(labels, [*taken, *dots], frame.width, frame.height)
    places = [*placed, *(None for _ in ordered[MOST_LABELS:])]
    for mark, place in zip(ordered, places, strict=True):
        drawn = _draw_mark(mark) + (_draw_label(mark, place, key) if place else "")
        names = ", ".join(f"{spot.name} ({_count(spot)})" for spot in mark.spots)
        about = f"<title>{plain(names)}</title>"
        yield f'<g class="spot">{about}{drawn}</g>' if reader is None else _link(mark, reader, names, about + drawn)


def _link(mark: Mark, reader: Reader, names: str, drawn: str) -> str:
    kind = "spot chosen" if any(spot.name == reader.chosen for spot in mark.spots) else "spot"
    return f'<a class="{kind}" href={quoted(reader.link(mark.spots[0].name))} aria-label={quoted(names)}>{drawn}</a>'


def _count(spot: Spot) -> str:
    return "1 claim" if len(spot.claims) == 1 else f"{len(spot.claims):,} claims"


def _named(mark: Mark) -> list[tuple[str, Spot | None]]:
    """Return the lines of a label, with the place whose signs follow each."""
    shown = [(spot.name, spot) for spot in mark.spots[:MOST_NAMES]]
    left = len(mark.spots) - MOST_NAMES
    return [*shown, (f"and {left} more", None)] if left > 0 else [*shown]


def _label(mark: Mark) -> Label:
    wide, high = 0.0, 0.0
    for name, spot in _named(mark):
        signs = measure_signs(min(len(spot.holds), MOST_SIGNS)) if spot else (0.0, 0.0)
        beside = 24.0 if spot and len(spot.holds) > MOST_SIGNS else 0.0
        wide, high = max(wide, width(name, NAME * BOLD), signs[0] + beside), high + LINE + signs[1]
    size = round(wide, 1), round(high, 1)
    return Label(mark=mark.middle, radius=mark.radius, width=size[0], height=size[1], area=mark.area)


def _draw_mark(mark: Mark) -> str:
    x, y = mark.middle
    if mark.is_area:
        return ""
    ring = f'<circle class="town" cx="{x}" cy="{y}" r="{TOWN}"/>' if mark.radius == TOWN else ""
    return f'{ring}<circle class="dot" cx="{x}" cy="{y}" r="{2.5 if ring else DOT}"/>'


def _draw_label(mark: Mark, rect: Rect, key: Key) -> str:
    parts = [_lead(mark, rect)]
    y = rect.y
    for name, spot in _named(mark):
        is_wide = spot is not None and is_area(spot)
        parts.append(text(rect.x, round(y + NAME - 1, 1), name, "name wide" if is_wide else "name"))
        y += LINE
        if spot is not None and spot.holds:
            shown = spot.holds[:MOST_SIGNS]
            parts.append(draw_signs(shown, (rect.x, y), key.letters, key.holders, key.ids))
            y += measure_signs(len(shown))[1]
            left = len(spot.holds) - len(shown)
            parts.append(text(round(rect.x + SIGNS_WIDE, 1), round(y - 6, 1), f"+{left}", "small") if left else "")
    return "".join(parts)


def _lead(mark: Mark, rect: Rect) -> str:
    """Return a line from a mark to what is written at it, where that stands away from it."""
    near_x, near_y = min(
        (_nearest(mark.middle, box) for box in _written(mark, rect)), key=partial(math.dist, mark.middle)
    )
    x, y = mark.middle
    away = abs(near_x - x) + abs(near_y - y)
    if mark.area or away <= mark.radius + 12:
        return ""
    # From the edge of a ring: its middle is no point where anything lies.
    share = mark.radius / math.dist((x, y), (near_x, near_y)) if mark.is_area else 0.0
    start = round(x + share * (near_x - x), 1), round(y + share * (near_y - y), 1)
    return f'<path class="lead" d="M{start[0]} {start[1]}L{round(near_x, 1)} {round(near_y, 1)}"/>'


def _written(mark: Mark, rect: Rect) -> Iterator[Rect]:
    """Yield the boxes of the names and signs of a label: a short row of signs leaves the rest of its line empty."""
    y = rect.y
    for name, spot in _named(mark):
        yield Rect(rect.x, y, width(name, NAME * BOLD), LINE)
        y += LINE
        if spot is not None and spot.holds:
            wide, high = measure_signs(min(len(spot.holds), MOST_SIGNS))
            yield Rect(rect.x, y, wide, high)
            y += high


def _nearest(point: Point, box: Rect) -> Point:
    return min(max(point[0], box.x), box.x + box.width), min(max(point[1], box.y), box.y + box.height)
