"""Which rows of a record does its file hold already, so that only the others need be written?"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, groupby, islice
from operator import eq, is_, lt
from pathlib import Path
from typing import Any

from sayso.model.records import Record
from sayso.store.rows import Values
from sayso.store.tables import TABLES, Table
from sayso.store.words import Changed, Words

# Rows stand so far apart that others can come between them for a long time.
GAP = 1 << 20
Row = tuple[int, Values]
Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one table in their order: what each is about, the hash of what it holds, and where it stands."""

    items: Sequence[Any] = ()
    digests: Sequence[bytes] = ()
    positions: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What makes one table that of another record: the positions of rows that go, and the rows that come."""

    gone: Sequence[int]
    new: Sequence[Row]


@dataclass(slots=True)
class Written:
    """What this program wrote last into the file of a record; `mark` tells that the file is still that one.

    It holds the things that rows were made of, and of the rows themselves only hashes.
    """

    mark: Mark | None = None
    words: Words | None = None
    sheets: Mapping[str, Sheet] = field(default_factory=dict)

    def is_of(self, path: Path) -> bool:
        """Tell whether the file is the one that was written."""
        return self.mark is not None and path.is_file() and self.mark == mark_file(path)

    def digest(self) -> str:
        """Return the hash of what all rows hold."""
        return digest_sheets({name: sheet.digests for name, sheet in self.sheets.items()})


def mark_file(path: Path) -> Mark:
    """Return what tells a file from the one that another program put in its place or wrote into."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def digest_row(values: Sequence[object]) -> bytes:
    """Return the hash of what a row holds."""
    return hashlib.blake2b("\x1e".join(map(str, values)).encode(), digest_size=16).digest()


def digest_sheets(digests: Mapping[str, Sequence[bytes]]) -> str:
    """Return one hash of the hashes of all rows, by table."""
    whole = hashlib.sha256()
    for name, rows in sorted(digests.items()):
        whole.update(name.encode() + b"\x1e" + b"".join(rows))
    return whole.hexdigest()


def lay_out(record: Record, before: Written) -> tuple[Written, Mapping[str, Change]]:
    """Return the sheets of a record, and what of them is not in the sheets of the one before.

    A row that holds the same stands where it stood; others come between. Where there is no room left between two
    rows, or their order is another, all rows of the table are new.
    """
    words = Words.of(record)
    changed = words.find_changed(before.words) if before.words is not None else None
    sheets: dict[str, Sheet] = {}
    changes: dict[str, Change] = {}
    for table in TABLES:
        maker = _Maker(table, words, changed)
        sheets[table.name], changes[table.name] = maker.compare(record, before.sheets.get(table.name, Sheet()))
    return Written(words=words, sheets=sheets), changes


class _Maker:
    """Makes the rows of one table that were not made before."""

    def __init__(self, table: Table, words: Words, changed: Changed | None) -> None:
        self._table, self._words = table, words
        self._changed = changed if changed is not None and any(changed) and table.uses else None

    def compare(self, record: Record, before: Sheet) -> tuple[Sheet, Change]:
        items = tuple(self._table.items(record))
        if self._changed is None and _are_same(items, before.items):
            return before, Change((), ())
        made: dict[int, Values] = {}
        digests = self._digest(items, before, made)
        known = dict(zip(before.digests, before.positions, strict=True))
        positions = place_rows(digests, known)
        stay = list(map(eq, map(known.get, digests), positions))
        new = [
            (positions[number], made.get(number) or self._table.row(items[number], self._words))
            for number, stays in enumerate(stay)
            if not stays
        ]
        gone = sorted(set(before.positions).difference(compress(positions, stay)))
        return Sheet(items, digests, positions), Change(gone, new)

    def _digest(self, items: Sequence[object], before: Sheet, made: dict[int, Values]) -> list[bytes]:
        """Return the hash of each row; those that had to be made are put into `made` by number."""
        mark, uses, changed = self._table.mark, self._table.uses, self._changed
        known = dict(zip(map(mark, before.items), before.digests, strict=True))
        digests = list(map(known.get, map(mark, items)))
        numbers = {number for number, digest in enumerate(digests) if digest is None}
        if uses is not None and changed is not None:
            numbers.update(number for number, item in enumerate(items) if uses(item, changed))
        for number in numbers:
            made[number] = self._table.row(items[number], self._words)
            digests[number] = digest_row(made[number])
        return [digest for digest in digests if digest is not None]


def _are_same(items: Sequence[object], before: Sequence[object]) -> bool:
    return len(items) == len(before) and all(map(is_, items, before))


def place_rows(digests: Sequence[bytes], known: Mapping[bytes, int]) -> list[int]:
    """Return where each row stands: where it stood, as long as that keeps the order, else between its neighbours.

    >>> place_rows([b"new", b"a", b"between", b"b"], {b"a": 0, b"b": 8})
    [-1048576, 0, 4, 8]
    """
    found = list(map(known.get, digests))
    if not _is_rising([position for position in found if position is not None]):
        found = list(_keep_rising(found))
    placed = _fill_gaps(found)
    return placed if _is_rising(placed) else list(range(0, len(digests) * GAP, GAP))


def _is_rising(positions: Sequence[int]) -> bool:
    return all(map(lt, positions, islice(positions, 1, None)))


def _keep_rising(positions: Iterable[int | None]) -> Iterator[int | None]:
    """Yield the positions that lie above all before them, None for the others."""
    last: int | None = None
    for position in positions:
        is_above = position is not None and (last is None or position > last)
        last = position if is_above else last
        yield position if is_above else None


def _fill_gaps(found: Sequence[int | None]) -> list[int]:
    """Return the positions, those that are None put between their neighbours."""
    placed: list[int] = []
    for is_known, run in groupby(range(len(found)), lambda number: found[number] is not None):
        numbers = list(run)
        if is_known:
            placed += [position for number in numbers if (position := found[number]) is not None]
        else:
            following = found[numbers[-1] + 1] if numbers[-1] + 1 < len(found) else None
            placed += _between(placed[-1] if placed else None, following, len(numbers))
    return placed


def _between(last: int | None, following: int | None, count: int) -> Iterator[int]:
    """Yield positions, those between two rows spread evenly, those before the first and after the last by whole gaps."""
    if following is None:
        return ((0 if last is None else last + GAP) + GAP * one for one in range(count))
    if last is None:
        return (following - GAP * (count - one) for one in range(count))
    step = (following - last) // (count + 1)
    return (last + step * (one + 1) for one in range(count))
