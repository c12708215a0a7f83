"""Which files does an export hold?"""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.model.records import Record
from sayso.outputs.columns import COLUMNS
from sayso.outputs.flat import flatten_row
from sayso.outputs.lookup import Lookup
from sayso.outputs.rows import Row, export_rows


def write_jsonl(record: Record, folder: Path) -> tuple[Path, ...]:
    """Write every table as JSON lines; return the files. The same record gives the same bytes.

    Raises:
        OSError: when the folder cannot be written.
    """
    return tuple(
        _write(folder / f"{table}.jsonl", (_line(row) for row in rows)) for table, rows in export_rows(record).items()
    )


def write_csv(record: Record, folder: Path) -> tuple[Path, ...]:
    """Write every table as CSV, with `dictionary.csv` beside them: what each column means, and how it is flattened.

    Raises:
        OSError: when the folder cannot be written.
    """
    written = []
    for table, rows in export_rows(record).items():
        columns = COLUMNS[table]
        cells = (flatten_row(row, columns) for row in rows)
        written.append(_write_table(folder / f"{table}.csv", [column.name for column in columns], cells))
    meanings = (
        {"table": c.table, "column": c.name, "type": c.type, "meaning": c.meaning}
        for cs in COLUMNS.values()
        for c in cs
    )
    written.append(_write_table(folder / "dictionary.csv", ["table", "column", "type", "meaning"], meanings))
    return tuple(written)


def write_geojson(record: Record, folder: Path) -> tuple[Path, ...]:
    """Write the claims as GeoJSON points (RFC 7946), one feature per claim and place.

    A claim whose place has no coordinates has a null geometry, so that nothing is left out in silence.

    Raises:
        OSError: when the folder cannot be written.
    """
    lookup = Lookup(record)
    features = [_feature(row, point) for row in export_rows(record)["claims"] for point in _points(lookup, row["id"])]
    collection = {"type": "FeatureCollection", "features": features}
    return (_write(folder / "claims.geojson", [json.dumps(collection, ensure_ascii=False, indent=1) + "\n"]),)


def _points(lookup: Lookup, claim: str) -> list[tuple[str, float, float] | None]:
    places = [lookup.places[key] for key in lookup.claim(claim).places]
    points = [
        (place.name, place.longitude, place.latitude)
        for place in places
        if place.longitude is not None and place.latitude is not None
    ]
    return [*points] or [None]


def _feature(row: Row, point: tuple[str, float, float] | None) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": [point[1], point[2]]} if point else None
    shown = point[0] if point else None
    return {"type": "Feature", "id": row["id"], "geometry": geometry, "properties": {"point_of": shown, **row}}


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _write(path: Path, parts: Iterable[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(parts)
    return path


def _write_table(path: Path, names: list[str], rows: Iterable[dict[str, str]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
