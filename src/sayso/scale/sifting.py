"""Which pages of a slice are worth reading, and what is known of each before it is read?"""

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from sayso.dating import date_documents
from sayso.intake import Aside, Item, describe_document, find_gate, make_capture, read_content
from sayso.model.claims import Coverage, Reading
from sayso.model.documents import Capture, Document, Problem
from sayso.scale.manifests import Manifest
from sayso.scale.marks import Mark, mark_text
from sayso.scale.memories import release_memory
from sayso.scale.shelves import Shelf, opening
from sayso.scale.slices import Slice
from sayso.scale.tables import PAGES, write_table

KEPT, PASSED, UNREADABLE = "kept", "passed over", "unreadable"
UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sift:
    """The work of sifting one slice: which, of what run, and where the table of its pages is put."""

    number: int
    slice: Slice
    manifest: Manifest
    shelf: Shelf


def name_pages(number: int) -> str:
    """Return the name of the table of the pages of a slice."""
    return f"pages/{number:06}.parquet"


def sift_slice(sift: Sift) -> dict[str, int]:
    """Write the table of a slice's pages, one row each in the order they stand there, and return how many are what.

    A page that no gate lets through, or that cannot be read, has a row with the reason, and nothing else of it is kept.

    Raises:
        ModelError: when this machine reads by other rules than the run was begun with.
        CaseError: when the table cannot be written.
    """
    sift.manifest.check()
    counts: Counter[str] = Counter()
    rows = []
    for found in _read_items(sift.slice):
        if isinstance(found, Aside):
            counts[f"no page: {found.what}"] += 1
            continue
        row = _refuse(found) if isinstance(found, Problem) else sift_item(found, sift.manifest)
        counts[row["state"] if row["state"] == KEPT else f"{row['state']}: {row['reason']}"[:120]] += 1
        rows.append(row)
    write_table(sift.shelf, name_pages(sift.number), PAGES, rows)
    rows.clear()
    release_memory()
    return dict(counts)


def _read_items(piece: Slice) -> Iterator[Item | Aside | Problem]:
    for file in piece.files:
        try:
            with opening(file.url) as stream:
                yield from read_content(file.name, stream, piece.section)
        except OSError as error:
            yield Problem(stage="intake", reason=f"cannot be read: {error.strerror or error}", file=file.name)


def _refuse(problem: Problem) -> dict[str, Any]:
    return {"name": problem.file or "", "state": UNREADABLE, "reason": problem.reason, "problems": []}


def sift_item(item: Item, manifest: Manifest) -> dict[str, Any]:
    """Return the row of one page in the table of pages."""
    try:
        return _read_page(item, manifest)
    except Exception as error:
        # As in the pipeline: one hostile page must not cost the others.
        reason = f"could not be read ({type(error).__name__}); please report it with the page"
        return _refuse(Problem(stage="intake", reason=reason, file=item.name))


def _read_page(item: Item, manifest: Manifest) -> dict[str, Any]:
    found = list(make_capture(item, ()))
    problems = [one for one in found if isinstance(one, Problem)]
    taken = next((one for one in found if not isinstance(one, Problem)), None)
    if taken is None:
        return _refuse(problems[0])
    capture, original = taken
    row = _describe_capture(capture) | {"problems": [problem.reason for problem in problems]}
    gate = find_gate(capture.text, capture.page.language) if manifest.gate else None
    if gate is not None:
        return row | {"state": PASSED, "reason": gate.value}
    document = describe_document(capture, manifest.settings)
    return row | _describe_document(document, capture) | _pack(document, capture, original)


def _describe_capture(capture: Capture) -> dict[str, Any]:
    archived = capture.archived
    return {
        "document": capture.id,
        "name": capture.file,
        "url": capture.page.url,
        "archive": archived.archive if archived else None,
        "record": archived.record if archived else None,
        "captured": archived.date if archived else None,
    }


def _describe_document(document: Document, capture: Capture) -> dict[str, Any]:
    mark: Mark = mark_text(document.text)
    return {
        "state": KEPT,
        "reason": None,
        "text_sha256": mark.text,
        "telling": mark.telling,
        "runs": mark.runs,
        **_date(document, capture),
    }


def _date(document: Document, capture: Capture) -> dict[str, str | None]:
    """Return the days between which a page came out, and in which part of the readings it is put.

    That is the month it came out in; where no day of publication is known, the day it was captured.
    """
    empty = Reading(document=document, passages=(), claims=(), coverage=Coverage(sentences=0, with_claim=0))
    ((date),) = date_documents([empty], ())
    first, last = date.interval or (date.published, date.published)
    if first and last and first[:7] == last[:7]:
        return {"first_day": first, "last_day": last, "part": f"month={first[:7]}"}
    day = capture.archived.date[:10] if capture.archived and capture.archived.date else None
    return {"first_day": day, "last_day": day, "part": f"captured={day}" if day else UNDATED}


def _pack(document: Document, capture: Capture, original: bytes) -> dict[str, bytes]:
    return {
        "capture": msgspec.msgpack.encode(replace(capture, text="")),
        "described": zlib.compress(msgspec.msgpack.encode(document)),
        "original": zlib.compress(original),
    }


def unpack_document(described: bytes) -> Document:
    """Return a document as it was packed."""
    return msgspec.msgpack.decode(zlib.decompress(described), type=Document)


def unpack_capture(packed: bytes, text: str) -> Capture:
    """Return a capture as it was packed, with its reading text."""
    return replace(msgspec.msgpack.decode(packed, type=Capture), text=text)
