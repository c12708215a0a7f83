"""What does the page of the map show? The map in two sizes, its key, and all places in a list with who holds them."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, cast

from markupsafe import Markup

from sayso.outputs.holders import CONTESTED
from sayso.outputs.map_legends import STATES
from sayso.outputs.map_marks import Reader
from sayso.outputs.map_places import Hold, Spot, Tables, find_spots
from sayso.outputs.map_sheets import MapWishes, Sheet, lay_out_spots
from sayso.outputs.map_signs import draw_sign
from sayso.outputs.maps import CREDIT, draw_sheet
from sayso.text.day_words import say_days
from sayso.text.days import number_days
from sayso.web.cards import make_cards
from sayso.web.desks import Desk
from sayso.web.few_fields import list_control, list_documents, list_whereabouts
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot
from sayso.web.tiles import draw_tiles, find_host

Context = Mapping[str, Any]
# The width and height of the sheet on a wide screen and on a narrow one.
SIZES = ((960.0, 600.0), (390.0, 440.0))
CENTRES = 200
CLAIMS, DAYS, LISTED, HOLDS = 30, 10, 60, 6
# How closely a place is told.
TOLD = {
    "point": "one point",
    "town": "town",
    "district": "somewhere in the district",
    "second_division": "somewhere in the division",
    "first_division": "somewhere in the province",
    "region": "somewhere in the region",
    "country": "somewhere in the country",
}
_CLOCKS = ("as_of", "as_held")


def show_map(desk: Desk, query: Query) -> Context:
    """Return the map of the day and voice that are asked for, and what is said of the place that was chosen."""
    clocks = {name: value for name, value in query.wishes.items() if name in _CLOCKS}
    snapshot = desk.select(clocks)  # type: ignore[arg-type]
    spots = _find_spots(query, snapshot)
    sheets = [lay_out_spots(spots, _wishes(query, *size), snapshot.whole.holder_colours) for size in SIZES]
    tiles = desk.settings.map_tiles
    wide, chosen = sheets[0], find_chosen(sheets[0], query)
    reader = Reader(link=lambda name: query.link(None, at=name), chosen=chosen.name if chosen else None)
    return {
        "maps": [drawn for sheet in sheets if (drawn := _draw(sheet, reader, tiles))],
        "signs": [(holder, _sign(_plain_hold(holder), wide)) for holder in wide.holders],
        "states": _states(wide),
        "letters": wide.letters,
        "lists": _lists(wide, query),
        "chosen": _show_chosen(chosen, wide, query, snapshot) if chosen else None,
        "days": find_days(snapshot),
        "centres": [spot.name for spot in (*wide.shown, *wide.beyond)][:CENTRES],
        "credit": CREDIT,
        "image_host": find_host(tiles) if tiles and wide.frame else "",
    }


def _find_spots(query: Query, snapshot: Snapshot) -> tuple[Spot, ...]:
    """Return the places of the day and voice that are asked for; those of all days and voices are found once."""
    day, voice = query.get("on") or None, query.get("voice") or None
    if day or voice:
        return find_spots(find_tables(snapshot), day, voice)
    if "spots" not in snapshot.kept:
        snapshot.kept["spots"] = find_spots(find_tables(snapshot))
    return cast("tuple[Spot, ...]", snapshot.kept["spots"])


def find_tables(snapshot: Snapshot) -> Tables:
    """Return the rows that a map is made of; the web view shows its own case, and withholds nothing."""
    if "map" not in snapshot.kept:
        snapshot.kept["map"] = {
            "places": snapshot.rows("places"),
            "control": list_control(snapshot),
            "documents": list_documents(snapshot),
            "claims": list_whereabouts(snapshot),
        }
    tables: Tables = snapshot.kept["map"]  # type: ignore[assignment]
    return tables


def find_days(snapshot: Snapshot) -> list[tuple[str, str, int]]:
    """Return the days of which most is said about who holds a place, in their order, each with its words and number."""
    counts = Counter(
        row.date for row in snapshot.record.control if row.date and (run := number_days(row.date)) and run.length == 1
    )
    most = sorted(counts, key=lambda day: (-counts[day], day))[:DAYS]
    return [(day, say_days(day), counts[day]) for day in sorted(most)]


def _wishes(query: Query, width: float, height: float) -> MapWishes:
    return MapWishes(
        day=query.get("on") or None,
        voice=query.get("voice") or None,
        around=query.get("around") or None,
        width=width,
        height=height,
    )


def _draw(sheet: Sheet, reader: Reader, tiles: str | None) -> Context | None:
    frame = sheet.frame
    if frame is None:
        return None
    below = draw_tiles(frame, tiles) if tiles else ""
    return {
        "width": f"{frame.width:g}",
        "height": f"{frame.height:g}",
        "drawn": Markup(draw_sheet(sheet, reader, below)),
    }


def _sign(hold: Hold, sheet: Sheet) -> Markup:
    letters = {**sheet.letters, "": ""}
    return Markup(draw_sign(hold, (10, 10), letters, sheet.holders, f"{SIZES[0][0]:g}"))


def _states(sheet: Sheet) -> list[tuple[str, Markup]]:
    """Return the signs that are not plain and are on this page, with what they mean."""
    first = next(iter(sheet.holders), CONTESTED)
    used = {name: words for name, words in STATES.items() if any(getattr(hold, name) for hold in sheet.holds)}
    holders = {name: CONTESTED if name == "is_contested" else first for name in used}
    return [(words, _sign(_plain_hold(holders[name], name), sheet)) for name, words in used.items()]


def _plain_hold(holder: str, state: str | None = None) -> Hold:
    states = {name: name == state for name in ("is_contested", "is_denied", "is_presupposed")}
    return Hold(voice="", holder=holder, share=None, when="", claim="", **states)


def _lists(sheet: Sheet, query: Query) -> list[Context]:
    """Return the places in three lists: on the map, without a point, beyond the map."""
    named = (
        ("On this map", "", sheet.shown),
        ("No point known", "Not drawn: nobody has told where exactly they lie.", sheet.unknown),
        ("Beyond this map", "", sheet.beyond),
    )
    return [
        {
            "title": title,
            "about": about,
            "total": len(spots),
            "spots": [_spot(spot, sheet, query) for spot in spots[:LISTED]],
        }
        for title, about, spots in named
        if spots
    ]


def _spot(spot: Spot, sheet: Sheet, query: Query, most: int = HOLDS) -> Context:
    return {
        "name": spot.name,
        "within": spot.within if spot.within != spot.name else None,
        "told": TOLD.get(spot.precision or "", "") if spot.middle else "",
        "claims": len(spot.claims),
        "link": query.link(None, at=spot.name),
        "holds": [(_sign(hold, sheet), hold) for hold in spot.holds[:most]],
        "left": max(0, len(spot.holds) - most),
        "all": query.narrow("/control", place=spot.name),
    }


def find_chosen(sheet: Sheet, query: Query) -> Spot | None:
    """Return the place that an address names, on the map or beside it."""
    asked = query.get("at").casefold()
    return next((spot for spot in (*sheet.shown, *sheet.unknown, *sheet.beyond) if spot.name.casefold() == asked), None)


def _show_chosen(spot: Spot, sheet: Sheet, query: Query, snapshot: Snapshot) -> Context:
    return {
        "spot": _spot(spot, sheet, query, CLAIMS),
        "cards": make_cards(spot.claims[:CLAIMS], snapshot),
        "left": max(0, len(spot.claims) - CLAIMS),
        "all": query.narrow("/claims", place=spot.name),
        "close": query.link(None, at=None),
    }
