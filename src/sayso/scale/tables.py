"""Which columns do the tables of readings have, and how do they get into files?"""

import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec

from sayso.errors import CaseError
from sayso.model.claims import Claim, Layers, Reading
from sayso.scale.libraries import load
from sayso.scale.shelves import Shelf

Row = dict[str, Any]
Columns = tuple[tuple[str, str], ...]

# Columns with their types; packed bytes are compressed already, value by value, so that one row can be had alone.
PAGES: Columns = (
    ("document", "text"), ("name", "text"), ("state", "text"), ("reason", "text"), ("problems", "texts"), ("url", "text"),
    ("archive", "text"), ("record", "text"), ("captured", "text"), ("first_day", "text"), ("last_day", "text"), ("part", "text"),
    ("text_sha256", "bytes"), ("telling", "bytes"), ("runs", "bytes"), ("capture", "packed"), ("described", "packed"), ("original", "packed"),
)  # fmt: skip
DOCUMENTS: Columns = (
    ("document", "text"), ("names", "texts"), ("state", "text"), ("copy_of", "text"), ("copy_how", "text"), ("title", "text"), ("outlet", "text"),
    ("agencies", "texts"), ("url", "text"), ("language", "text"), ("archive", "text"), ("record", "text"), ("captured", "text"),
    ("first_day", "text"), ("last_day", "text"), ("sha256", "text"), ("text_sha256", "bytes"), ("sentences", "number"), ("claims", "number"),
    ("problems", "texts"), ("slice", "number"), ("row", "number"),
)  # fmt: skip
CLAIMS: Columns = (
    ("id", "text"), ("document", "text"), ("start", "number"), ("end", "number"), ("quote", "text"), ("kind", "text"), ("stance", "text"),
    ("basis", "text"), ("voices", "texts"), ("voice_kinds", "texts"), ("agent", "text"), ("target", "text"), ("places", "texts"),
    ("time", "text"), ("figures", "texts"), ("rule", "text"),
)  # fmt: skip
ATTRIBUTIONS: Columns = (
    ("document", "text"), ("voices", "texts"), ("voice_kinds", "texts"), ("cue", "text"), ("start", "number"), ("end", "number"),
    ("content", "text"), ("stance", "text"), ("channel", "text"), ("is_quoted", "truth"), ("rule", "text"),
)  # fmt: skip
MENTIONS: Columns = (
    ("document", "text"), ("what", "text"), ("start", "number"), ("end", "number"), ("written", "text"), ("name", "text"), ("kind", "text"),
)  # fmt: skip
READINGS: Columns = (("document", "text"), ("reading", "packed"))

# Rows with packed bytes are read a few at a time, others by the column.
_ROWS_A_GROUP, _ROWS_OF_COLUMNS = 64, 1 << 20


def write_table(shelf: Shelf, name: str, columns: Columns, rows: Sequence[Row]) -> None:
    """Write a table as one Parquet file, by rename; the same rows give the same bytes.

    Raises:
        CaseError: when it cannot be written.
    """
    arrow, parquet = load("pyarrow"), load("pyarrow.parquet")
    schema = _schema(columns)
    table = arrow.table({column: [row.get(column) for row in rows] for column, _ in columns}, schema=schema)
    packed = {column: "NONE" if kind == "packed" else "ZSTD" for column, kind in columns}
    sink = io.BytesIO()
    flat = [column for column, kind in columns if kind != "texts"] + [
        f"{c}.list.element" for c, k in columns if k == "texts"
    ]
    compression = {column: packed.get(column, "ZSTD") for column in flat}
    parquet.write_table(
        table,
        sink,
        row_group_size=_ROWS_A_GROUP if "packed" in dict(columns).values() else _ROWS_OF_COLUMNS,
        compression=compression,
        use_dictionary=[c for c in flat if packed.get(c) != "NONE"],
    )
    shelf.write(name, sink.getvalue())


def read_table(shelf: Shelf, name: str, columns: Sequence[str] | None = None) -> Any:  # noqa: ANN401 - of Arrow
    """Return some columns of a table, or all.

    Raises:
        CaseError: when it is not there, or damaged.
    """
    with shelf.opening(name) as file, expecting_sound(f"{shelf.url}/{name}"):
        return load("pyarrow.parquet").read_table(file, columns=list(columns) if columns else None)


def read_rows(shelf: Shelf, name: str, columns: Sequence[str], numbers: Sequence[int]) -> list[Row]:
    """Return the rows of these numbers, of which only the groups are read that hold them.

    Raises:
        CaseError: when the table is not there, or damaged.
    """
    with shelf.opening(name) as file, expecting_sound(f"{shelf.url}/{name}"):
        parquet = load("pyarrow.parquet").ParquetFile(file)
        groups = sorted({number // _ROWS_A_GROUP for number in numbers})
        read = parquet.read_row_groups(groups, columns=list(columns))
    place = {group: at * _ROWS_A_GROUP for at, group in enumerate(groups)}
    taken = read.take([place[number // _ROWS_A_GROUP] + number % _ROWS_A_GROUP for number in numbers])
    return list(taken.to_pylist())


@contextmanager
def expecting_sound(what: str) -> Iterator[None]:
    """Turn what libraries raise at damaged content into one line that says what to do.

    Raises:
        CaseError: when what is read is not what was written.
    """
    try:
        yield
    except (ValueError, zlib.error, msgspec.MsgspecError) as error:
        raise CaseError(f"{what} is damaged ({error}); make the readings again, or put it back from a copy") from error


@cache
def _schema(columns: Columns) -> Any:  # noqa: ANN401
    arrow = load("pyarrow")
    types = {
        "text": arrow.string(), "texts": arrow.list_(arrow.string()), "number": arrow.int64(), "truth": arrow.bool_(),
        "bytes": arrow.binary(), "packed": arrow.large_binary(),
    }  # fmt: skip
    return arrow.schema([(name, types[kind]) for name, kind in columns])


def claim_rows(reading: Reading) -> Iterator[Row]:
    """Yield a row for each claim: as read, nothing resolved; `quote` are its exact words."""
    for claim in reading.claims:
        yield _claim_row(claim, reading.document.text)


def _claim_row(claim: Claim, text: str) -> Row:
    return {
        "id": claim.id,
        "document": claim.document,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.read(text),
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "basis": claim.basis.value,
        "voices": [source.name for source in claim.chain],
        "voice_kinds": [source.kind.value for source in claim.chain],
        "agent": claim.agent.span.read(text) if claim.agent else None,
        "target": claim.target.span.read(text) if claim.target else None,
        "places": list(dict.fromkeys(toponym.name for toponym in claim.toponyms)),
        "time": claim.timex.span.read(text) if claim.timex else None,
        "figures": [f"{figure.what.value}: {figure.span.read(text)}" for figure in claim.figures],
        "rule": claim.frame,
    }


def attribution_rows(layers: Layers) -> Iterator[Row]:
    """Yield a row for each act of saying."""
    text = layers.document.text
    for act in layers.attributions.items:
        place = act.cue or (act.content[0] if act.content else None)
        yield {
            "document": layers.document.id,
            "voices": [source.name for source in act.chain],
            "voice_kinds": [source.kind.value for source in act.chain],
            "cue": act.cue.read(text) if act.cue else None,
            "start": place.start if place else None,
            "end": place.end if place else None,
            "content": " … ".join(span.read(text) for span in act.content),
            "stance": act.stance.value,
            "channel": act.channel,
            "is_quoted": act.is_quoted,
            "rule": act.rule,
        }


def mention_rows(layers: Layers) -> Iterator[Row]:
    """Yield a row for each time, place, party and figure that is mentioned, kind by kind."""
    text, found = layers.document.text, layers.mentions
    lists: tuple[tuple[str, Any, Any, Any], ...] = (
        ("time", found.timexes, lambda one: one.value, lambda one: one.kind.value),
        ("place", found.toponyms, lambda one: one.name, lambda one: one.kind.value if one.kind else None),
        ("party", found.actors, lambda one: one.name or one.head, lambda one: one.camp),
        ("figure", found.figures, lambda _: None, lambda one: one.bound.value),
    )
    for what, mentions, name, kind in lists:
        for one in mentions:
            yield {
                "document": layers.document.id,
                "what": what,
                "start": one.span.start,
                "end": one.span.end,
                "written": one.span.read(text),
                "name": name(one),
                "kind": kind(one),
            }
