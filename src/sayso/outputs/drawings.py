"""How is the history of control drawn? One strip a voice and extent, on the days that the voice speaks of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import quoteattr

from sayso.outputs.holders import NOT_WHOLLY, colour_rows
from sayso.outputs.reviews import say_unreviewed
from sayso.outputs.strips import WHOLE, Mark, Strip, Tables, find_strips
from sayso.outputs.svg import plain, text, width
from sayso.text.wordings import count

WIDTH, LEFT, RIGHT, ROW, HEAD = 960, 260, 20, 26, 54
BAR = 16
# About how wide a letter is.
_WIDE, _TYPE = 7, 12
WHISKER = 3
# Heights of a strip by extent, so that a part never looks like the whole.
HEIGHTS: Mapping[str, int] = {WHOLE: BAR, "most": 12, "share": 12, "part": 7}
# The grey and the colours that people with any colour vision tell apart; none stands for good or bad, and each has its
# name beside it.
COLOURS = ("#565b62", "#0b5394", "#9a4600", "#00654f", "#7d3c7d", "#5d5600")
_CONTESTED = "#777"
_STYLE = (
    "text{font:12px sans-serif;fill:#222}.place,.mark{font-weight:bold;font-size:14px}.faint{fill:#666}"
    ".said{stroke:#aaa;stroke-width:1}.day{stroke:#ddd}"
)
_HATCH = (
    '<pattern id="contested" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#777"/></pattern>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Where a day lies on the sheet."""

    first: int
    last: int

    def left(self, day: int) -> float:
        """Return where a day begins."""
        return round(LEFT + (day - self.first) * (WIDTH - LEFT - RIGHT) / (self.last - self.first + 1), 1)


def draw_control(tables: Tables) -> str:
    """Return the history of control of every place in the rows that leave a case as an SVG drawing.

    A strip is drawn on the days that a voice speaks of; between them runs a thin line, "last said". Hatching is
    contested, a dashed edge is taken for granted, an empty bar "not wholly", a thin one a report of which only bounds of
    the day are known. The words stand in the tooltip. What no person has reviewed is marked so.
    """
    places = find_strips(tables)
    colours = {holder: COLOURS[number] for holder, number in colour_rows(tables).items()}
    mark = say_unreviewed(tables["control"])
    parts, top = _draw_legend(colours, [text(10, 19, mark, "mark")] if mark else [])
    for place, strips in places.items():
        lines, top = _draw_place(place, strips, colours, top)
        parts += lines
    if not places:
        parts.append(
            text(10, 20, f"no statement of control found in {count(tables['documents'], 'document')}", "faint")
        )
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}" height="{top}">',
            f"<style>{_STYLE}</style><defs>{_HATCH}</defs>",
            *parts,
            "</svg>\n",
        )
    )


def _draw_legend(colours: Mapping[str, str], above: Sequence[str]) -> tuple[list[str], int]:
    """Return the holders with their colours below other lines, in as many as they need, and where the drawing goes on."""
    parts, x, y = [*above], 10.0, 10 + 22 * len(above)
    for holder, colour in colours.items():
        wide = 30 + width(holder, _TYPE)
        if x > 10 and x + wide > WIDTH:
            x, y = 10.0, y + 18
        parts += [f'<rect x="{x:g}" y="{y}" width="10" height="10" fill="{colour}"/>', text(x + 14, y + 9, holder)]
        x = round(x + wide, 1)
    return parts, y + 26


def _bare(mark: Mark) -> str:
    return mark.holder.removeprefix(NOT_WHOLLY)


def _draw_place(place: str, strips: Sequence[Strip], colours: Mapping[str, str], top: int) -> tuple[list[str], int]:
    """Return the lines of the drawing of one place, and where the next begins."""
    lines = [text(10, top + 14, place, "place")]
    marks = [mark for strip in strips for mark in strip.marks]
    if not marks:
        return [*lines, text(10, top + 34, "no day is told", "faint")], top + HEAD
    scale = _Scale(first=min(mark.first for mark in marks), last=max(mark.last for mark in marks))
    bottom = top + HEAD + ROW * len(strips)
    lines += _draw_days(scale, top, bottom)
    for number, strip in enumerate(strips):
        lines += _draw_strip(strip, scale, colours, top + HEAD + ROW * number)
    return lines, bottom + 14


def _draw_days(scale: _Scale, top: int, bottom: int) -> Iterator[str]:
    middle = {(scale.first + scale.last) // 2} if scale.last - scale.first > 1 else set()
    for day in sorted({scale.first, scale.last, *middle}):
        x = scale.left(day)
        yield f'<line class="day" x1="{x}" y1="{top + 40}" x2="{x}" y2="{bottom}"/>'
        yield text(min(x, WIDTH - 11 * _WIDE), top + 36, date.fromordinal(day).isoformat(), "faint")


def _draw_strip(strip: Strip, scale: _Scale, colours: Mapping[str, str], top: int) -> Iterator[str]:
    undated = f", {strip.undated} undated" if strip.undated else ""
    yield text(10, top + 13, f"{strip.voice} ({strip.extent}{undated})")
    middle = top + BAR / 2 + 1
    for before, after in zip(strip.marks, strip.marks[1:], strict=False):
        if after.first > before.last + 1:
            ends = f'x1="{scale.left(before.last + 1)}" x2="{scale.left(after.first)}"'
            yield f'<line class="said" {ends} y1="{middle}" y2="{middle}"><title>last said</title></line>'
    for number, mark in enumerate(strip.marks):
        x, width = scale.left(mark.first), _width(mark, scale)
        following = strip.marks[number + 1 : number + 2]
        room = (scale.left(following[0].first) if following else WIDTH) - x - width
        yield _draw_mark(mark, strip, colours, (x, width, middle))
        if _WIDE * len(_say(mark)) < room:
            yield text(x + width + 3, middle + 4, _say(mark), "faint")


def _width(mark: Mark, scale: _Scale) -> float:
    return max(3.0, round(scale.left(mark.last + 1) - scale.left(mark.first), 1))


def _say(mark: Mark) -> str:
    return " ".join(part for part in (mark.holder, mark.share) if part)


def _draw_mark(mark: Mark, strip: Strip, colours: Mapping[str, str], where: tuple[float, float, float]) -> str:
    # A report whose own day is only bounded speaks of one day between: a whisker, not a bar.
    is_bounded = mark.is_reported and mark.last > mark.first
    (x, width, middle), height = where, WHISKER if is_bounded else HEIGHTS[strip.extent]
    colour = colours.get(_bare(mark), _CONTESTED)
    is_denied = mark.holder != _bare(mark)
    fill = "url(#contested)" if mark.is_contested else "none" if is_denied else colour
    dashes = ' stroke-dasharray="3 2"' if mark.is_presupposed else ""
    box = f'x="{x}" y="{middle - height / 2}" width="{width}" height="{height}"'
    when = f"{'reported on ' if mark.is_reported else ''}{mark.date}"
    title = plain(f"{strip.voice}: {_say(mark)}, {when}: “{' '.join(mark.quote.split())}”")
    return f"<rect {box} fill={quoteattr(fill)} stroke={quoteattr(colour)}{dashes}><title>{title}</title></rect>"
