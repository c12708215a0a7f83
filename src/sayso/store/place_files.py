"""Which places does a file of a user's hold? GeoNames dumps, CSV and GeoJSON."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from sayso.errors import InputError
from sayso.model.kinds import PlaceKind
from sayso.model.settings import PlaceEntry

_COLUMNS = {
    "aliases": "names", "alternatenames": "names", "part_of": "within", "lat": "latitude", "lon": "longitude",
    "lng": "longitude", "long": "longitude", "type": "kind",
}  # fmt: skip
_KNOWN = frozenset(field.name for field in fields_of(PlaceEntry))
_NUMBERS = ("latitude", "longitude")
_GEONAMES_COLUMNS = 19
_FEATURES: Mapping[str, PlaceKind] = {
    "PPLC": PlaceKind.CITY, "PPLA": PlaceKind.CITY, "PPLX": PlaceKind.DISTRICT, "PPLL": PlaceKind.VILLAGE,
    "PCLI": PlaceKind.COUNTRY, "PCL": PlaceKind.COUNTRY, "RGN": PlaceKind.REGION, "P": PlaceKind.TOWN,
    "A": PlaceKind.REGION, "S": PlaceKind.BUILDING, "R": PlaceKind.ROAD, "H": PlaceKind.RIVER,
}  # fmt: skip


class FileRow(NamedTuple):
    """A row of a file: its number as an editor shows it, and the place or why there is none."""

    number: int
    place: PlaceEntry | None
    reason: str | None = None


def read_place_file(path: Path) -> Iterator[FileRow]:
    """Yield the rows of a file of places, by what its name ends in; broken ones with the reason.

    Raises:
        InputError: when it cannot be read, or is of no kind that is known.
    """
    readers = {".csv": _read_csv, ".txt": _read_geonames, ".tsv": _read_geonames}
    readers |= {".geojson": _read_geojson, ".json": _read_geojson}
    read = readers.get(path.suffix.casefold())
    if read is None:
        raise InputError(f"{path}: a file of places ends in .csv, .geojson or, for a GeoNames dump, .txt")
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    try:
        for number, fields, reason in read(text, path):
            yield FileRow(number, None, reason) if reason else _make(number, fields)
    except csv.Error as error:
        raise InputError(f"{path} is no CSV that can be read: {error}") from error


Fields = Iterator[tuple[int, Mapping[str, Any], str | None]]


def _make(number: int, fields: Mapping[str, Any]) -> FileRow:
    if any("\ud800" <= letter <= "\udfff" for letter in str(fields)):
        return FileRow(number, None, "it holds letters that are none")
    try:
        return FileRow(number, msgspec.convert(dict(fields), PlaceEntry))
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        where = place.strip("`").removeprefix("$.")
        return FileRow(number, None, f"{where}: {message[0].lower()}{message[1:]}" if where else message.casefold())


def _read_csv(text: str, path: Path) -> Fields:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    columns = [_column(name) for name in reader.fieldnames or ()]
    if "name" not in columns:
        raise InputError(f"{path}: its first line names no column `name`")
    for row in reader:
        cells = {_column(key): (value or "").strip() for key, value in row.items() if key is not None}
        if None in row or None in row.values():
            yield reader.line_num, {}, "it has more or fewer cells than the first line"
        elif any(cells.values()):
            yield reader.line_num, *_read_cells(cells)


def _column(name: str) -> str:
    key = name.strip().casefold()
    return _COLUMNS.get(key, key)


def _read_cells(cells: Mapping[str, str]) -> tuple[Mapping[str, Any], str | None]:
    fields: dict[str, Any] = {key: value for key, value in cells.items() if key in _KNOWN and value}
    if "name" not in fields:
        return {}, "it has no name"
    if "names" in fields:
        fields["names"] = [name.strip() for name in fields["names"].split(";") if name.strip()]
    for key in _NUMBERS:
        try:
            fields |= {key: float(fields[key])} if key in fields else {}
        except ValueError:
            return {}, f"{key} {fields[key]!r} is no number"
    return fields, None


def _read_geonames(text: str, _path: Path) -> Fields:
    for number, line in enumerate(text.split("\n"), 1):
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) != _GEONAMES_COLUMNS:
            yield number, {}, f"it has {len(cells)} cells, a GeoNames dump has {_GEONAMES_COLUMNS}"
            continue
        others = [name for name in (cells[2], *cells[3].split(",")) if _is_latin(name) and name != cells[1]]
        kind = _FEATURES.get(cells[7]) or _FEATURES.get(cells[7][:4]) or _FEATURES.get(cells[6]) or PlaceKind.OTHER
        told = {
            "name": cells[1], "names": ";".join(dict.fromkeys(others)), "kind": kind.value, "country": cells[8],
            "latitude": cells[4], "longitude": cells[5],
        }  # fmt: skip
        yield number, *_read_cells(told)


def _is_latin(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and ";" not in name and all("LATIN" in unicodedata.name(letter, "") for letter in letters)


def _read_geojson(text: str, path: Path) -> Fields:
    try:
        features = json.loads(text)["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is no GeoJSON with features: {error}") from error
    for number, feature in enumerate(features if isinstance(features, list) else [], 1):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties") or {}, dict):
            yield number, {}, "it is no feature"
            continue
        told = {_column(str(key)): value for key, value in (feature.get("properties") or {}).items()}
        fields = {key: value for key, value in told.items() if key in _KNOWN and value is not None}
        try:
            yield number, fields | _read_geometry(feature.get("geometry")), None
        except (KeyError, IndexError, TypeError, ValueError):
            yield number, {}, "its geometry is no Point or Polygon of numbers"


def _read_geometry(geometry: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the file holds
    """Return the fields that a geometry gives: a point, or the outer ring of a polygon."""
    if geometry is None:
        return {}
    if geometry["type"] == "Point":
        longitude, latitude = (float(number) for number in geometry["coordinates"][:2])
        return {"latitude": latitude, "longitude": longitude}
    if geometry["type"] == "Polygon":
        return {"polygon": [[float(number) for number in corner[:2]] for corner in geometry["coordinates"][0]]}
    raise ValueError(geometry["type"])
