"""What do the signs of a map mean? A key below it, in lines that are no wider than the sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.outputs.holders import CONTESTED
from sayso.outputs.map_places import Hold
from sayso.outputs.map_sheets import Sheet
from sayso.outputs.map_signs import draw_sign
from sayso.outputs.svg import text, width

LINE, PAD, SMALL = 22.0, 10.0, 12.0
_SIGN = 24.0
# How a sign is drawn that is not plain, and what that means.
STATES = {
    "is_contested": "contested",
    "is_denied": "denied that it holds all",
    "is_presupposed": "taken for granted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One thing in the key: what draws its sign at a corner, and its words."""

    sign: str
    words: str
    indent: float


def draw_legend(sheet: Sheet, notes: Sequence[str], sheet_width: float) -> tuple[str, float]:
    """Return the key of a map and how high it is: who holds, who says so, how closely places are known, and notes."""
    rows = [row for row in (_holders(sheet), _voices(sheet.letters), _signs()) if row]
    parts: list[str] = []
    y = PAD
    for items in rows:
        drawn, y = _draw_row(items, sheet_width, y)
        parts += drawn
    for line in (line for note in notes for line in wrap(note, sheet_width - 2 * PAD, SMALL)):
        parts.append(text(PAD, y + 14, line, "small"))
        y += 17
    return "".join(parts), y + PAD


def wrap(words: str, wide: float, size: float) -> Iterator[str]:
    """Yield the lines of a text that are no wider than given, as near as the width of letters is known."""
    line = ""
    for word in words.split():
        if line and width(f"{line} {word}", size) > wide:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def _holders(sheet: Sheet) -> list[_Item]:
    if not sheet.holds:
        return []
    found = [_Item(sign=_sign(holder, sheet), words=f"held by {holder}", indent=_SIGN) for holder in sheet.holders]
    first = next(iter(sheet.holders), CONTESTED)
    for state, words in STATES.items():
        if any(getattr(hold, state) for hold in sheet.holds):
            holder = CONTESTED if state == "is_contested" else first
            found.append(_Item(sign=_sign(holder, sheet, state), words=words, indent=_SIGN))
    return found


def _sign(holder: str, sheet: Sheet, state: str | None = None) -> str:
    hold = Hold(
        voice="",
        holder=holder,
        share=None,
        when="",
        claim="",
        is_contested=state == "is_contested",
        is_denied=state == "is_denied",
        is_presupposed=state == "is_presupposed",
    )
    return draw_sign(hold, (9, 0), {"": ""}, sheet.holders, "key")


def _voices(letters: Mapping[str, str]) -> list[_Item]:
    found = [_Item(sign=text(0, 4, letter, "letter"), words=voice, indent=14.0) for voice, letter in letters.items()]
    return [_Item(sign="", words="According to", indent=0.0), *found] if found else []


def _signs() -> list[_Item]:
    dot = '<circle class="dot" cx="6" cy="0" r="4"/>'
    town = '<circle class="town" cx="7" cy="0" r="6"/><circle class="dot" cx="7" cy="0" r="2.5"/>'
    area = '<rect class="area" x="0" y="-7" width="18" height="14" fill="url(#areakey)"/>'
    return [
        _Item(sign=dot, words="a building, a crossing", indent=16.0),
        _Item(sign=town, words="a town", indent=20.0),
        _Item(sign=area, words="somewhere in this area", indent=_SIGN),
    ]


def _draw_row(items: Sequence[_Item], sheet_width: float, y: float) -> tuple[list[str], float]:
    parts, x = [], PAD
    for item in items:
        wide = item.indent + width(item.words, SMALL) + 14
        if x > PAD and x + wide > sheet_width:
            x, y = PAD, y + LINE
        parts.append(f'<g transform="translate({x:g} {y + 10:g})">{item.sign}</g>')
        parts.append(text(round(x + item.indent, 1), y + 14, item.words, "small"))
        x += wide
    return parts, y + LINE
