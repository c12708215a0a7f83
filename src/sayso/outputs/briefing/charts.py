"""Where does it lie? The map of a briefing, with a table of the places on it."""

import base64

from sayso.lexicons.states import name_country
from sayso.outputs.briefing.contents import Cell, Drawing, Section, Table
from sayso.outputs.briefing.numbers import count_of
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import tell
from sayso.outputs.map_sheets import MapWishes
from sayso.outputs.maps import draw_map
from sayso.text.wordings import say_word

# A sheet and a phone: a map is drawn anew for each, so that its letters stay as large as those around it.
SHEETS = (960.0, 390.0)
PLACES = 40


def tell_map(reports: Reports) -> Section:
    """Return the map as it is drawn for a sheet and for a phone, and the places with how closely each is told."""
    rows = [row for row in reports.tables.get("places", ()) if row["claims"]]
    if not rows:
        none = tell(f"No place was found in {count_of(len(reports.documents), 'report')}")
        return Section(id="map", title="Map", said=(none,))
    unknown = sum(row["longitude"] is None and not row["polygon"] for row in rows)
    said = [
        tell(
            f"{count_of(len(rows), 'place')} {'is' if len(rows) == 1 else 'are'} spoken of; none is drawn more closely than it is told"
        )
    ]
    if unknown:
        said.append(
            tell(
                f"{count_of(unknown, 'place')} {'has' if unknown == 1 else 'have'} no known point, and {'is' if unknown == 1 else 'are'} not drawn"
            )
        )
    ordered = sorted(rows, key=lambda row: (-len(row["claims"]), row["name"]))
    cells = tuple(_place(row) for row in ordered[:PLACES])
    wide, narrow = (_draw(reports, width) for width in SHEETS)
    drawing = Drawing(
        wide=wide,
        narrow=narrow,
        says="Map of the places spoken of, with who is said to hold them; the same stands in the tables",
    )
    head = ("Place", "Lies in", "Told as", "Claims")
    left = f"{count_of(len(rows) - PLACES, 'further place')} not listed here." if len(rows) > PLACES else None
    return Section(
        id="map",
        title="Map",
        said=tuple(said),
        drawing=drawing,
        tables=(Table(title="Places", head=head, rows=cells),),
        left=left,
    )


def _draw(reports: Reports, width: float) -> str:
    """Return a map as an address that holds it: as a picture of its own its styles touch nothing around it."""
    documents = [{**row, "file": f"report {reports.numbers[row['id']]}"} for row in reports.documents.values()]
    drawn = draw_map({**reports.tables, "documents": documents}, MapWishes(width=width))
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode('ascii')}"


# Words of gazetteers, as one reads them.
_TOLD_AS = {"first_division": "province", "second_division": "part of a province"}


def _place(row: Row) -> tuple[Cell, ...]:
    within = next((name for name in (row["within"], *(row["part_of"] or ())) if name and name != row["name"]), None)
    told = _TOLD_AS.get(row["precision"] or "") or say_word(row["precision"])
    precision = told if row["longitude"] is not None or row["polygon"] else "no known point"
    country = name_country(row["country"]) or ""
    return (
        Cell(words=row["name"]),
        Cell(words=within or (country if country != row["name"] else "")),
        Cell(words=precision or "not told"),
        Cell(words=f"{len(row['claims']):,}", is_number=True),
    )
