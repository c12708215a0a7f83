"""What do the pages of one lot say? The heavy work: each is read once, and its readings are put into tables."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.model.claims import Layers, Reading
from sayso.model.documents import Document
from sayso.pipeline import load_once, read_with_layers
from sayso.scale.manifests import Manifest
from sayso.scale.memories import release_memory
from sayso.scale.shelves import Shelf
from sayso.scale.sifting import name_pages, unpack_document
from sayso.scale.tables import (
    ATTRIBUTIONS,
    CLAIMS,
    DOCUMENTS,
    MENTIONS,
    READINGS,
    Row,
    attribution_rows,
    claim_rows,
    mention_rows,
    read_rows,
    write_table,
)
from sayso.store import decode_reading, encode_reading

READ, COPY = "read", "copy"
TABLES = {
    "claims": CLAIMS,
    "attributions": ATTRIBUTIONS,
    "mentions": MENTIONS,
    "readings": READINGS,
    "documents": DOCUMENTS,
}
_COLUMNS = (
    "document",
    "described",
    "url",
    "archive",
    "record",
    "captured",
    "first_day",
    "last_day",
    "text_sha256",
    "problems",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a lot: where it lies, all its names, and the document read in its place if it is a copy."""

    document: str
    slice: int
    row: int
    names: tuple[str, ...]
    copy_of: str | None = None
    copy_how: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Some pages that came out in one month, in the order of their ids: what is read and written in one go."""

    part: str
    number: int
    pages: tuple[Page, ...]

    @property
    def name(self) -> str:
        """The name of the lot."""
        return f"{self.part}-{self.number:05}"

    def file(self, table: str) -> str:
        """Return the name of the lot's file in a table."""
        return f"{table}/{self.part}/{self.number:05}.parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The work of reading one lot: which, of what run, and where its tables are put."""

    lot: Lot
    manifest: Manifest
    shelf: Shelf


def read_lot(work: Work) -> dict[str, int]:
    """Read the pages of a lot, write its files in all tables, and return how many are what.

    Raises:
        ModelError: when this machine reads by other rules than the run was begun with.
        CaseError: when a file cannot be written.
    """
    work.manifest.check()
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for page, found in zip(work.lot.pages, _fetch(work), strict=True):
        _read(page, found, work.manifest, rows)
    for name, columns in TABLES.items():
        write_table(work.shelf, work.lot.file(name), columns, rows[name])
    states = [row["state"] for row in rows["documents"]]
    claims = len(rows["claims"])
    rows.clear()
    release_memory()
    return {READ: states.count(READ), COPY: states.count(COPY), "claims": claims}


def _fetch(work: Work) -> Iterator[Mapping[str, Any]]:
    """Yield what is known of the pages of a lot, in its order, each table of pages opened once."""
    places: dict[int, list[int]] = {}
    for page in work.lot.pages:
        places.setdefault(page.slice, []).append(page.row)
    found = {
        (slice_, row["number"]): row
        for slice_, numbers in places.items()
        for row in _with_numbers(read_rows(work.shelf, name_pages(slice_), _COLUMNS, numbers), numbers)
    }
    yield from (found[page.slice, page.row] for page in work.lot.pages)


def _with_numbers(rows: Sequence[Row], numbers: Sequence[int]) -> Iterator[Row]:
    yield from (row | {"number": number} for row, number in zip(rows, numbers, strict=True))


def _read(page: Page, found: Mapping[str, Any], manifest: Manifest, rows: Mapping[str, list[Row]]) -> None:
    names = page.names
    document = replace(unpack_document(found["described"]), file=names[0], also=names[1:])
    row = _document_row(page, document, found)
    rows["documents"].append(row)
    if page.copy_of is not None:
        return
    reading, layers = read_with_layers(document, load_once(manifest.syntax_model))
    row["sentences"], row["claims"] = reading.coverage.sentences, len(reading.claims)
    row["problems"] = [*row["problems"], *(problem.reason for problem in reading.problems)]
    rows["claims"].extend(claim_rows(reading))
    rows["readings"].append({"document": document.id, "reading": pack_reading(reading)})
    _add_layers(layers, rows)


def _add_layers(layers: Layers | None, rows: Mapping[str, list[Row]]) -> None:
    if layers is not None:
        rows["attributions"].extend(attribution_rows(layers))
        rows["mentions"].extend(mention_rows(layers))


def _document_row(page: Page, document: Document, found: Mapping[str, Any]) -> Row:
    known = {column: found[column] for column in _COLUMNS if column != "described"}
    return known | {
        "names": list(page.names),
        "state": COPY if page.copy_of else READ,
        "copy_of": page.copy_of,
        "copy_how": page.copy_how,
        "title": document.title,
        "outlet": document.outlet,
        "agencies": list(document.agencies),
        "language": document.language,
        "sha256": document.sha256,
        "sentences": None,
        "claims": None,
        "slice": page.slice,
        "row": page.row,
    }


def pack_reading(reading: Reading) -> bytes:
    """Return a reading as bytes that take little room; `unpack_reading` gives the same reading back."""
    return zlib.compress(encode_reading(reading))


def unpack_reading(packed: bytes) -> Reading:
    """Return the reading that `pack_reading` packed."""
    return decode_reading(zlib.decompress(packed))
