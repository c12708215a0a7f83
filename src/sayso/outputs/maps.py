"""How is a map of a record drawn? Outlines, places as closely as they are known, and who holds them per whom."""

from collections.abc import Iterator

from sayso.outputs.map_grounds import draw_ground
from sayso.outputs.map_insets import choose_corners, draw_inset, draw_scale, find_home
from sayso.outputs.map_legends import draw_legend
from sayso.outputs.map_marks import Key, Reader, draw_areas, draw_marks, find_marks
from sayso.outputs.map_places import Spot, Tables
from sayso.outputs.map_sheets import MapWishes, Sheet, lay_out_map
from sayso.outputs.reviews import say_unreviewed
from sayso.outputs.svg import plain, text

CREDIT = "Outlines: Natural Earth. They take no side on any border."
_INSET = 0.16  # of the width of a sheet
_STYLE = (
    "text{font:12px sans-serif;fill:#1b1d20}.sea{fill:#e9eef2}.blank{fill:#fbfaf7}.land{fill:#fbfaf7;stroke:#8b929a;stroke-width:1}"
    ".division{fill:none;stroke:#cfd3d8}.edge{fill:none;stroke:#8b929a}.area{stroke:#565b62;stroke-dasharray:5 3}"
    ".hatch{stroke:#565b62;stroke-opacity:.45}.town{fill:#fff;stroke:#1b1d20;stroke-width:1.3}.dot{fill:#1b1d20}"
    ".name{font-size:13px;font-weight:600;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}"
    ".wide{font-weight:400;font-style:italic}.lead,.scale{fill:none;stroke:#1b1d20}.letter{font-weight:700}"
    ".sign text{font-size:11px;font-weight:700;fill:#fff}.sign .shape{stroke-width:1.5}"
    ".sign.denied text,.sign.contested text,.sign.presupposed text{fill:#1b1d20;paint-order:stroke;stroke:#fff;stroke-width:3px}"
    ".h0 .shape{fill:#565b62;stroke:#565b62}.h1 .shape{fill:#0b5394;stroke:#0b5394}.h2 .shape{fill:#9a4600;stroke:#9a4600}"
    ".h3 .shape{fill:#00654f;stroke:#00654f}.h4 .shape{fill:#7d3c7d;stroke:#7d3c7d}.h5 .shape{fill:#5d5600;stroke:#5d5600}"
    ".denied .shape{fill:#fff}.contested .shape{fill:#fff}.presupposed .shape{fill:#fff;stroke-dasharray:3 2}"
    ".inset .paper{fill:#fff;stroke:#8b929a}.home{fill:#e4e6e9;stroke:#8b929a}.here{fill:none;stroke:#0f4d68;stroke-width:2}"
    ".back{fill:#fff;fill-opacity:.8}"
)


def draw_map(tables: Tables, wishes: MapWishes | None = None) -> str:
    """Return a map of the rows of `public_rows` as an SVG drawing that stands alone, with its key below.

    A point is a building or a crossing, a ring around a point a town; hatching is "somewhere in here", for districts,
    provinces and countries: no place is drawn more closely than it is told. A sign is who holds a place (its shape and
    colour) per whom (its letter). Places without a point are named below.
    """
    chosen = wishes or MapWishes()
    sheet = lay_out_map(tables, chosen)
    mark = say_unreviewed(tables["claims"])
    key, below = draw_legend(sheet, [f"{mark}.", *_notes(sheet)] if mark else [*_notes(sheet)], chosen.width)
    top = chosen.height if sheet.frame else 30.0
    drawn = draw_sheet(sheet) if sheet.frame else text(10, 20, "no place with a known point", "small")
    size = f'viewBox="0 0 {chosen.width:g} {top + below:g}" width="{chosen.width:g}" height="{top + below:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{plain(_say(sheet, chosen))}</title>'
        f"<style>{_STYLE}</style><defs>{_hatches('key')}</defs>{drawn}"
        f'<g transform="translate(0 {top:g})">{key}</g></svg>\n'
    )


def draw_sheet(sheet: Sheet, reader: Reader | None = None, below: str = "") -> str:
    """Return the map alone, to be put into an SVG of its size; for a reader its places are links.

    `below` is drawn on the land and under the marks.
    """
    frame = sheet.frame
    if frame is None:
        return ""
    ids = f"{frame.width:g}"
    marks = find_marks(sheet.shown, frame)
    home = find_home(sheet.shown, frame)
    corner, bar = choose_corners(marks, frame, round(_INSET * frame.width))
    taken = [corner, bar] if home else [bar]
    key = Key(letters=sheet.letters, holders=sheet.holders, ids=ids)
    size = f'width="{frame.width:g}" height="{frame.height:g}"'
    parts = [
        f'<defs>{_hatches(ids)}<clipPath id="sheet{ids}"><rect {size}/></clipPath></defs>',
        f'<g clip-path="url(#sheet{ids})">',
        *draw_ground(frame),
        below,
        *draw_areas(marks, frame, ids),
        draw_inset(home, frame, corner) if home else "",
        draw_scale(frame, bar),
        *draw_marks(marks, taken, frame, key, reader),
        f'</g><rect class="edge" {size}/>',
    ]
    return "\n".join(part for part in parts if part)


def _hatches(ids: str) -> str:
    turn = 'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    return (
        f'<pattern id="area{ids}" width="7" height="7" {turn}><path class="hatch" d="M0 0v7"/></pattern>'
        f'<pattern id="contested{ids}" width="4" height="4" {turn}><path class="hatch" d="M0 0v4"/></pattern>'
    )


def _notes(sheet: Sheet) -> Iterator[str]:
    if sheet.unknown:
        yield f"No point known, so not drawn: {_name(sheet.unknown)}."
    if sheet.beyond:
        yield f"Beyond this map: {_name(sheet.beyond)}."
    if sheet.frame:
        yield CREDIT


def _name(spots: tuple[Spot, ...]) -> str:
    return ", ".join(f"{spot.name} ({spot.within})" if spot.within else spot.name for spot in spots)


def _say(sheet: Sheet, wishes: MapWishes) -> str:
    about = [f"Map of {len(sheet.shown)} places"]
    about += [f"on {wishes.day}"] if wishes.day else []
    about += [f"according to {wishes.voice}"] if wishes.voice else []
    return " ".join(about)
