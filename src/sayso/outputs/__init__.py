"""How is the record written down? Rows of plain values, and the files made of them."""

from sayso.outputs.columns import COLUMNS, PUBLIC_COLUMNS, Column
from sayso.outputs.drawings import draw_control
from sayso.outputs.files import write_csv, write_geojson, write_jsonl
from sayso.outputs.flat import flatten_row, read_csv_tables, unflatten_row
from sayso.outputs.gates import HeldBack, Terms, hold_back
from sayso.outputs.map_sheets import MapWishes
from sayso.outputs.maps import draw_map
from sayso.outputs.publication import Counts, Publication, publish
from sayso.outputs.rows import export_rows

__all__ = [
    "COLUMNS",
    "PUBLIC_COLUMNS",
    "Column",
    "Counts",
    "HeldBack",
    "MapWishes",
    "Publication",
    "Terms",
    "draw_control",
    "draw_map",
    "export_rows",
    "flatten_row",
    "hold_back",
    "publish",
    "read_csv_tables",
    "unflatten_row",
    "write_csv",
    "write_geojson",
    "write_jsonl",
]
