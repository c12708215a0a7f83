"""Where in its country does a sheet lie, and how long is a kilometre on it?"""

from collections import Counter
from collections.abc import Sequence

from sayso.lexicons.outlines import Outline, find_country
from sayso.outputs.map_frames import KM, SMALLEST, Frame, fit
from sayso.outputs.map_grounds import trace
from sayso.outputs.map_labels import Rect
from sayso.outputs.map_marks import Mark
from sayso.outputs.map_places import Spot
from sayso.outputs.svg import text, width

_SHARE = 0.55  # of the country: a sheet that shows more of it needs no small map
_PAD = 8.0


def find_home(spots: Sequence[Spot], frame: Frame) -> Outline | None:
    """Return the country in which most places of a sheet lie, where the sheet shows only a part of it."""
    codes = Counter(spot.country for spot in spots if spot.country)
    outline = find_country(codes.most_common(1)[0][0]) if codes else None
    if outline is None:
        return None
    high = (outline.box.north - outline.box.south) * KM
    return outline if frame.km_across < _SHARE * high else None


def choose_corners(marks: Sequence[Mark], frame: Frame, size: float) -> tuple[Rect, Rect]:
    """Return the corner for the small map, that with the fewest marks, and the lower corner for the scale."""
    low, right = frame.height - size - _PAD, frame.width - size - _PAD
    corners = [Rect(right, _PAD, size, size), Rect(right, low, size, size), Rect(_PAD, _PAD, size, size)]
    near = [sum(_is_in(mark, corner) for mark in marks) for corner in corners]
    bar = Rect(_PAD, frame.height - 34, frame.bar()[0] + 70, 26)
    return corners[near.index(min(near))], bar


def _is_in(mark: Mark, corner: Rect) -> bool:
    x, y = mark.middle
    return corner.meets(Rect(x - 30, y - 20, 60, 40))


def draw_inset(home: Outline, frame: Frame, corner: Rect) -> str:
    """Return a small map of a country with the part that the sheet shows."""
    box = home.box
    small = fit([(box.west, box.south), (box.east, box.north)], corner.width, corner.height, SMALLEST)
    left, top = small.place((frame.box.west, frame.box.north))
    right, bottom = small.place((frame.box.east, frame.box.south))
    wide, high = max(5.0, right - left), max(5.0, bottom - top)
    return (
        f'<g class="inset" transform="translate({corner.x:g} {corner.y:g})">'
        f'<rect class="paper" width="{corner.width:g}" height="{corner.height:g}"/>'
        f'<path class="home" fill-rule="evenodd" d="{trace(small, home)}"/>'
        f'<rect class="here" x="{left:g}" y="{top:g}" width="{wide:.1f}" height="{high:.1f}"/></g>'
    )


def draw_scale(frame: Frame, corner: Rect) -> str:
    """Return the scale bar."""
    length, words = frame.bar()
    x, y = corner.x, corner.y + corner.height - 6
    back = Rect(x - 4, corner.y, length + width(words, 12) + 18, corner.height)
    return (
        f'<rect class="back" x="{back.x:g}" y="{back.y:g}" width="{back.width:g}" height="{back.height:g}"/>'
        f'<path class="scale" d="M{x:g} {y - 6:g}v6h{length:g}v-6"/>{text(round(x + length + 6, 1), y, words, "small")}'
    )
