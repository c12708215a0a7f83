"""What lies below the marks of a map? Land, borders, and a small map that tells where the sheet lies."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.lexicons.outlines import Outline, Point, find_borders, find_countries, read_rings
from sayso.outputs.map_frames import Frame

_BLEED = 12.0  # how far beyond the sheet lines run before they are cut
_NEAREST = 0.7  # points nearer to each other than this are drawn as one
# The widest part of the world on which borders of divisions still help, in kilometres.
_DIVISIONS = 1600.0


def draw_ground(frame: Frame) -> Iterator[str]:
    """Yield the land and the borders of the part of the world that a frame shows; open sea alone is left blank.

    A case may set its places where no land is: those of an exercise, or a point that is wrong.
    """
    box = frame.box
    land = [_path("land", (_clip(frame, ring) for ring in read_rings(country, box))) for country in find_countries(box)]
    kind = "sea" if any(land) else "blank"
    yield f'<rect class="{kind}" width="{frame.width:g}" height="{frame.height:g}"/>'
    yield from filter(None, land)
    if frame.km_across <= _DIVISIONS:
        lines = "".join(_line(frame, line) for line in find_borders(box))
        if lines:
            yield f'<path class="division" d="{lines}"/>'


def trace(frame: Frame, outline: Outline | Sequence[Point]) -> str:
    """Return the outline of an area as the drawing of a path; empty when none of it lies on the sheet."""
    return "".join(_close(ring) for ring in _parts(frame, outline))


def find_part(frame: Frame, outline: Outline | Sequence[Point]) -> tuple[Point, ...]:
    """Return the corners of the largest part of an area that lies on the sheet, none when none of it does."""
    part = max(_parts(frame, outline), key=_measure, default=[])
    return tuple((min(max(x, 0.0), frame.width), min(max(y, 0.0), frame.height)) for x, y in part)


def _parts(frame: Frame, outline: Outline | Sequence[Point]) -> list[list[Point]]:
    rings = read_rings(outline, frame.box) if isinstance(outline, Outline) else [list(outline)]
    return [ring for points in rings if len(ring := _clip(frame, points)) > 2]


def measure_share(frame: Frame, outline: Outline) -> float:
    """Return how much of the sheet an area covers, of 1."""
    return sum(map(_measure, _parts(frame, outline))) / (frame.width * frame.height)


def _measure(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _path(kind: str, rings: Iterable[Sequence[Point]]) -> str:
    drawn = "".join(_close(ring) for ring in rings if len(ring) > 2)
    return f'<path class="{kind}" fill-rule="evenodd" d="{drawn}"/>' if drawn else ""


def _close(ring: Sequence[Point]) -> str:
    return _steps(ring) + "z"


def _line(frame: Frame, points: Sequence[Point]) -> str:
    return _steps(_thin(frame.place(point) for point in points))


def _steps(points: Sequence[Point]) -> str:
    """Return points as steps of whole tenths of a unit, which is half as long as their places."""
    found, last = "", (0, 0)
    for number, (x, y) in enumerate(points):
        here = round(x), round(y)
        if number == 0:
            found = f"M{here[0]} {here[1]}l"
        elif here != last:
            found += f"{here[0] - last[0]} {here[1] - last[1]} "
        last = here
    return found.rstrip()


def _thin(points: Iterable[Point]) -> list[Point]:
    found: list[Point] = []
    for point in points:
        if not found or abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) >= _NEAREST:
            found.append(point)
    return found


def _clip(frame: Frame, ring: Sequence[Point]) -> list[Point]:
    """Return a ring on the sheet, cut along its edges (Sutherland and Hodgman 1974)."""
    points = [frame.place(point) for point in ring]
    edges = ((0, -_BLEED, 1), (0, frame.width + _BLEED, -1), (1, -_BLEED, 1), (1, frame.height + _BLEED, -1))
    for axis, limit, sign in edges:
        points = _cut(points, axis, limit * sign, sign)
    return _thin(points)


def _cut(points: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    found: list[Point] = []
    for before, after in zip([points[-1], *points[:-1]], points, strict=True) if points else ():
        was, is_in = before[axis] * sign >= limit, after[axis] * sign >= limit
        if was != is_in:
            share = (limit - before[axis] * sign) / ((after[axis] - before[axis]) * sign)
            found.append((before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])))
        if is_in:
            found.append(after)
    return found
