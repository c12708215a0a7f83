"""Which of many documents speak of a place, in some months, by some voice?"""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sayso.errors import InputError
from sayso.lexicons.gazetteer import find_places, places_above
from sayso.model.claims import Reading
from sayso.model.documents import Capture
from sayso.scale.libraries import load
from sayso.scale.lots import COPY, unpack_reading
from sayso.scale.manifests import Manifest, read_manifest
from sayso.scale.shelves import Shelf
from sayso.scale.sifting import name_pages, unpack_capture, unpack_document
from sayso.scale.tables import Row, expecting_sound, read_rows, read_table
from sayso.text.days import read_days
from sayso.text.spellings import NAMES, plain, spelling_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of the readings is wanted: documents that came out in these days and have a claim like this.

    `places` and `voices` are names, any of which will do; None for any place or voice. Days are those of publication, as
    the clocks write them ("2013-07").
    """

    places: tuple[str, ...] | None = None
    voices: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A document with all that a case keeps of it; `reading` is None for a copy, which was not read; `problems` what of it could not."""

    capture: Capture
    original: bytes
    reading: Reading | None
    problems: tuple[str, ...] = ()


def open_readings(url: str) -> tuple[Shelf, Manifest]:
    """Return the readings that lie at a place, with the manifest of their run.

    Raises:
        InputError: when there are none, or their run is not finished.
    """
    shelf = Shelf(url)
    manifest = read_manifest(shelf)
    if manifest is None:
        raise InputError(f"no readings in {url!r}; make them with: sayso read INPUT --to {url}")
    if manifest.counts is None:
        raise InputError(f"the readings in {url!r} are not finished; go on with: sayso read ... --to {url} --resume")
    return shelf, manifest


def select_documents(shelf: Shelf, part: Part) -> Iterator[Selected]:
    """Yield the documents of which a claim is wanted, and all copies of them that came out in the same days.

    A document without a day of publication counts from the day it was captured; one without either is in no span of days.

    Raises:
        InputError: when a day is none.
        CaseError: when a table cannot be read.
    """
    files = _find_files(shelf, part)
    documents = [row | {"file": file} for file in files for row in _dated_rows(shelf, file, part)]
    wanted = _find_wanted(shelf, files, part)
    chosen = [row for row in documents if wanted is None or row["document"] in wanted or row["copy_of"] in wanted]
    readings = _fetch_readings(shelf, [row for row in chosen if row["state"] != COPY])
    pages = _fetch_pages(shelf, chosen)
    for row in sorted(chosen, key=lambda row: str(row["document"])):
        yield _open_page(row, pages[row["slice"], row["row"]], readings.get(row["document"]))


def count_undated(shelf: Shelf, part: Part) -> int:
    """Return how many documents would be wanted, were it known when they came out; none when no day is asked for."""
    if not (part.since or part.until):
        return 0
    files = [file for file in _list_files(shelf) if not _month(file)]
    wanted = _find_wanted(shelf, files, part)
    rows = (
        row for file in files for row in read_table(shelf, f"documents/{file}", ("document", "copy_of")).to_pylist()
    )
    return sum(1 for row in rows if wanted is None or row["document"] in wanted or row["copy_of"] in wanted)


def _open_page(row: Row, page: Row, reading: Reading | None) -> Selected:
    """Return a document with what is kept of it.

    Raises:
        CaseError: when its original is not the one it was read from: an id is the hash of the bytes.
    """
    with expecting_sound(f"document {row['document']}"):
        text = unpack_document(page["described"]).text
        capture = unpack_capture(page["capture"], text)
        original = zlib.decompress(page["original"])
        if (hashlib.sha256(original).hexdigest(), capture.sha256[:16]) != (capture.sha256, capture.id):
            raise ValueError("its bytes are not those it was made from")
        if reading is not None and (reading.document.id, reading.document.text) != (capture.id, text):
            raise ValueError("its reading is of another text")
    names = row["names"]
    return Selected(
        capture=replace(capture, file=names[0], also=tuple(names[1:])),
        original=original,
        reading=reading,
        problems=tuple(page["problems"]),
    )


def _find_files(shelf: Shelf, part: Part) -> list[str]:
    """Return the files of the parts that can hold a wanted document, without their table's name."""
    first, last = _bounds(part)
    return [file for file in _list_files(shelf) if _could_hold(_month(file), first, last)]


def _list_files(shelf: Shelf) -> list[str]:
    return [name.removeprefix("documents/") for name in shelf.names("documents")]


def _month(file: str) -> str:
    """Return the month or day that a file is of, empty where none is known."""
    return file.partition("/")[0].partition("=")[2]


def _could_hold(day: str, first: str, last: str) -> bool:
    return first[: len(day)] <= day <= last[: len(day)] if day else (first, last) == _ALL


_ALL = ("0000-00-00", "9999-99-99")


def _bounds(part: Part) -> tuple[str, str]:
    """Return the first and last day that are wanted."""
    since, until = (read_days(day) if day else None for day in (part.since, part.until))
    for given, days in ((part.since, since), (part.until, until)):
        if given and (days is None or days.first is None or days.last is None):
            raise InputError(f"{given!r} is no day; write it like 2013-07-29, 2013-07 or 2013")
    return (
        since.first.isoformat() if since and since.first else _ALL[0],
        until.last.isoformat() if until and until.last else _ALL[1],
    )


def _dated_rows(shelf: Shelf, file: str, part: Part) -> Iterator[Row]:
    first, last = _bounds(part)
    columns = ("document", "names", "state", "copy_of", "first_day", "last_day", "slice", "row")
    for row in read_table(shelf, f"documents/{file}", columns).to_pylist():
        if (row["first_day"] or _ALL[0]) <= last and (row["last_day"] or _ALL[1]) >= first:
            yield row


def _find_wanted(shelf: Shelf, files: Sequence[str], part: Part) -> set[str] | None:
    """Return the documents with a wanted claim; None when every one is wanted."""
    if part.places is None and part.voices is None:
        return None
    wanted: set[str] = set()
    places, voices = _keys(part.places), _keys(part.voices)
    for file in files:
        claims = read_table(shelf, f"claims/{file}", ("document", "places", "voices")).combine_chunks()
        holds = _rows_with(claims.column("places"), lambda name: _is_there(name, places))
        is_said = _rows_with(claims.column("voices"), lambda name: not _names(name).isdisjoint(voices))
        chosen = holds if not voices else is_said if not places else holds & is_said
        if chosen:
            wanted.update(claims.column("document").take(sorted(chosen)).to_pylist())
    return wanted


def _rows_with(column: Any, is_wanted: Callable[[str], bool]) -> set[int]:  # noqa: ANN401 - a column of Arrow
    """Return the numbers of the rows that hold a wanted name; each name is looked at once, however often it stands there."""
    compute = load("pyarrow.compute")
    names = compute.list_flatten(column)
    wanted = [name for name in compute.unique(names).to_pylist() if is_wanted(name)]
    if not wanted:
        return set()
    rows = compute.list_parent_indices(column)
    found = compute.is_in(names, value_set=load("pyarrow").array(wanted))
    return set(compute.filter(rows, found).to_pylist())


def _keys(names: tuple[str, ...] | None) -> frozenset[str]:
    return frozenset(key for name in names or () for key in _names(name))


def _names(name: str) -> frozenset[str]:
    return frozenset((plain(name), spelling_key(name)))


def _is_there(name: str, places: frozenset[str]) -> bool:
    return not places.isdisjoint(_names(name)) or not places.isdisjoint(_holders(name))


@lru_cache(maxsize=NAMES)
def _holders(name: str) -> frozenset[str]:
    """Return the names of the places that hold the one which a name most likely means."""
    found = find_places(plain(name))
    return frozenset(plain(above.name) for above in places_above(found[0].entry)) if found else frozenset()


def _fetch_readings(shelf: Shelf, rows: Sequence[Row]) -> dict[str, Reading]:
    by_file: dict[str, set[str]] = {}
    for row in rows:
        by_file.setdefault(row["file"], set()).add(row["document"])
    found: dict[str, Reading] = {}
    for file, wanted in by_file.items():
        name = f"readings/{file}"
        ids = read_table(shelf, name, ("document",)).column("document").to_pylist()
        numbers = [number for number, document in enumerate(ids) if document in wanted]
        for row in read_rows(shelf, name, ("document", "reading"), numbers):
            with expecting_sound(f"{shelf.url}/{name}"):
                found[row["document"]] = unpack_reading(row["reading"])
    return found


def _fetch_pages(shelf: Shelf, rows: Sequence[Row]) -> dict[tuple[int, int], Row]:
    by_slice: dict[int, list[int]] = {}
    for row in rows:
        by_slice.setdefault(row["slice"], []).append(row["row"])
    found: dict[tuple[int, int], Row] = {}
    for number, places in by_slice.items():
        rows_there = read_rows(shelf, name_pages(number), ("capture", "described", "original", "problems"), places)
        found |= {(number, place): row for place, row in zip(places, rows_there, strict=True)}
    return found
