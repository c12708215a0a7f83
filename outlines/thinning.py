"""Which points of a line can be left out without a reader seeing it? (Ramer 1972; Douglas and Peucker 1973)."""

from collections.abc import Sequence

from outlines.topologies import Point


def thin(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the line with the points left out that lie nearer than `tolerance` degrees to it. Its ends stay."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda n: _distance(line[n], line[first], line[last]))
        if _distance(line[far], line[first], line[last]) > tolerance:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[number] for number in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    wide, high = x2 - x1, y2 - y1
    length = wide * wide + high * high
    share = min(1.0, max(0.0, ((x - x1) * wide + (y - y1) * high) / length)) if length else 0.0
    return float(((x - x1 - share * wide) ** 2 + (y - y1 - share * high) ** 2) ** 0.5)


def measure(ring: Sequence[Point]) -> float:
    """Return the area of a ring in square degrees."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
