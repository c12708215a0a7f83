"""Which files does an export hold?"""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sayso.model.records import Record
from sayso.outputs.columns import PUBLIC_COLUMNS
from sayso.outputs.flat import flatten_row
from sayso.outputs.manifests import describe_publication, describe_working_format
from sayso.outputs.matrices import guard_rows, matrix_rows
from sayso.outputs.publication import Publication
from sayso.outputs.rows import Row, export_rows
from sayso.outputs.withholding import withhold_ties

MANIFEST = "manifest.json"
Geometry = dict[str, Any]


def write_jsonl(record: Record, folder: Path) -> tuple[Path, ...]:
    """Write every table as JSON lines, the full working format; return the files. The same record gives the same bytes.

    Raises:
        OSError: when the folder cannot be written.
    """
    tables = export_rows(withhold_ties(record))
    written = [_write(folder / f"{table}.jsonl", (_line(row) for row in rows)) for table, rows in tables.items()]
    return (*written, write_manifest(folder, describe_working_format(record)))


def write_csv(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write every table of what may be sent on as CSV.

    `dictionary.csv` beside them says what each column means, and how it is flattened; `matrix.csv` has a row a
    question and a column a voice.

    Raises:
        OSError: when the folder cannot be written.
    """
    written = []
    for table, rows in publication.tables.items():
        columns = PUBLIC_COLUMNS[table]
        cells = (flatten_row(row, columns) for row in rows)
        written.append(write_table(folder / f"{table}.csv", [column.name for column in columns], cells))
    matrix = list(guard_rows(matrix_rows(publication.tables)))
    names = list(matrix[0]) if matrix else ["question", "standing", "reviewed"]
    written.append(write_table(folder / "matrix.csv", names, matrix))
    meanings = (
        {"table": c.table, "column": c.name, "type": c.type, "meaning": c.meaning}
        for cs in PUBLIC_COLUMNS.values()
        for c in cs
    )
    written.append(write_table(folder / "dictionary.csv", ["table", "column", "type", "meaning"], meanings))
    return (*written, write_manifest(folder, describe_publication(publication, "csv")))


def write_geojson(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write the claims of what may be sent on as GeoJSON points (RFC 7946), one feature per claim and place.

    A claim whose place has no coordinates has a null geometry, so that nothing is left out in silence. What is
    withheld stands in the member `manifest` of the collection.

    Raises:
        OSError: when the folder cannot be written.
    """
    shapes = _find_shapes(publication.tables["places"])
    features = [
        _feature(row, number, name, geometry)
        for row in publication.tables["claims"]
        for number, (name, geometry) in enumerate(shapes.get(row["id"], [(None, None)]))
    ]
    about = describe_publication(publication, "geojson")
    collection = {"type": "FeatureCollection", "manifest": about, "features": features}
    return (_write(folder / "claims.geojson", [json.dumps(collection, ensure_ascii=False, indent=1) + "\n"]),)


def _find_shapes(places: Iterable[Row]) -> dict[str, list[tuple[str | None, Geometry | None]]]:
    """Return the places of each claim that lie on a map, each with its name."""
    found: dict[str, list[tuple[str | None, Geometry | None]]] = {}
    for place in places:
        geometry = _geometry(place)
        for claim in place["claims"] if geometry else ():
            found.setdefault(claim, []).append((place["name"], geometry))
    return found


def _geometry(place: Row) -> Geometry | None:
    """Return the area of a place where it has one, else its point; None when neither is known or lies on a map."""
    if place["polygon"]:
        ring = place["polygon"]
        return {"type": "Polygon", "coordinates": [ring if ring[0] == ring[-1] else [*ring, ring[0]]]}
    point = find_point(place)
    return {"type": "Point", "coordinates": list(point)} if point else None


def find_point(place: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return longitude and latitude of the row of a place; None when they are not known or lie on no map."""
    if place["longitude"] is None or place["latitude"] is None:
        return None
    is_on_earth = -180 <= place["longitude"] <= 180 and -90 <= place["latitude"] <= 90
    return (place["longitude"], place["latitude"]) if is_on_earth else None


def _feature(row: Row, number: int, name: str | None, geometry: Geometry | None) -> dict[str, Any]:
    """Return a feature; the second place of a claim has a name of its own as a feature, and the claim's id in the row."""
    identity = f"{row['id']}-{number + 1}" if number else row["id"]
    return {"type": "Feature", "id": identity, "geometry": geometry, "properties": {"point_of": name, **row}}


def write_manifest(folder: Path, about: Mapping[str, Any]) -> Path:
    """Write what an export says of itself; return the file."""
    return _write(folder / MANIFEST, [json.dumps(about, ensure_ascii=False, indent=1) + "\n"])


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _write(path: Path, parts: Iterable[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(parts)
    return path


def write_table(path: Path, names: list[str], rows: Iterable[dict[str, str]]) -> Path:
    """Write a table as CSV (RFC 4180); return the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        # Lines end as RFC 4180 has it, so that a line break of either sort inside a cell stands in quotes.
        writer = csv.DictWriter(file, names, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
