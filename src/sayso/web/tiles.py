"""Which pictures of a map service does a case lie on? None, unless its settings name one."""

import math
from collections.abc import Iterator
from urllib.parse import urlsplit

from sayso.lexicons.outlines import Point
from sayso.outputs.map_frames import Frame
from sayso.outputs.svg import quoted

_SIDE, _DEEPEST, _MOST = 256, 18, 80
_NORTH = 85.05  # beyond it there are no tiles


def find_host(template: str) -> str:
    """Return the scheme and host that the tiles come from, as the security policy of a page names it.

    >>> find_host("https://tiles.example/{z}/{x}/{y}.png")
    'https://tiles.example'
    """
    parts = urlsplit(template)
    return f"{parts.scheme}://{parts.netloc}"


def draw_tiles(frame: Frame, template: str) -> str:
    """Return the tiles that a frame shows, each stretched from its corners (Web Mercator) onto the sheet."""
    zoom = _find_zoom(frame)
    return "".join(_draw(frame, template, zoom, tile) for tile in _find_tiles(frame, zoom))


def _find_zoom(frame: Frame) -> int:
    wide = max(1e-6, frame.box.east - frame.box.west)
    return max(0, min(_DEEPEST, round(math.log2(360 / wide * frame.width / _SIDE))))


def _find_tiles(frame: Frame, zoom: int) -> Iterator[tuple[int, int]]:
    count = 2**zoom
    left, right = (int(_column(x, count)) for x in (frame.box.west, frame.box.east))
    top, bottom = (int(_row(y, count)) for y in (frame.box.north, frame.box.south))
    found = ((x, y) for y in range(max(0, top), bottom + 1) for x in range(left, right + 1))
    yield from (tile for number, tile in enumerate(found) if number < _MOST and 0 <= tile[0] < count > tile[1])


def _column(longitude: float, count: int) -> float:
    return math.floor((longitude + 180) / 360 * count)


def _row(latitude: float, count: int) -> float:
    sine = math.sin(math.radians(max(-_NORTH, min(_NORTH, latitude))))
    return math.floor((0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * count)


def _corner(x: int, y: int, count: int) -> Point:
    return x / count * 360 - 180, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / count))))


def _draw(frame: Frame, template: str, zoom: int, tile: tuple[int, int]) -> str:
    x, y = tile
    left, top = frame.place(_corner(x, y, 2**zoom))
    right, bottom = frame.place(_corner(x + 1, y + 1, 2**zoom))
    address = template.replace("{z}", str(zoom)).replace("{x}", str(x)).replace("{y}", str(y))
    size = f'width="{right - left:.1f}" height="{bottom - top:.1f}"'
    return f'<image href={quoted(address)} x="{left:g}" y="{top:g}" {size} preserveAspectRatio="none"/>'
