"""How does a nested row become a flat one, and back?

One way for every table, written in the data dictionary: a nested value has a column per part
(`place.name`), lists are JSON in one cell, a flag is `true` or `false`, nothing is an empty cell. A text that a
spreadsheet would run as a formula, that begins with an apostrophe, or that holds nothing has an apostrophe before it.
"""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.outputs.columns import PUBLIC_COLUMNS, Column

Row = dict[str, Any]
APOSTROPHE = "'"
# What begins a formula, in wide letters too, and what some programs pass over before one.
_FORMULA = frozenset("=+-@＝＋－＠|%")
_CONTROL = frozenset("\t\r\n\0")


def flatten_row(row: Mapping[str, Any], columns: tuple[Column, ...]) -> dict[str, str]:
    """Return the cells of a row as strings, one per column."""
    return {column.name: _write(_reach(row, column.path), column) for column in columns}


def unflatten_row(cells: Mapping[str, str], columns: tuple[Column, ...]) -> Row:
    """Return the row that `flatten_row` was given. A nested value whose parts are all empty is None.

    Raises:
        InputError: when a cell does not hold a value of its column's type.
    """
    row: Row = {}
    for column in columns:
        target = row
        for step in column.path[:-1]:
            target = target.setdefault(step, {})
        target[column.path[-1]] = _read(cells[column.name], column)
    return {name: None if name == "place" and _is_empty(value) else value for name, value in row.items()}


def read_csv_tables(folder: Path) -> dict[str, list[Row]]:
    """Return the rows of every table of a CSV export, equal to those it was written from.

    Raises:
        InputError: when a table or a column is missing or a cell cannot be read.
    """
    return {table: _read_table(folder / f"{table}.csv", columns) for table, columns in PUBLIC_COLUMNS.items()}


def _read_table(path: Path, columns: tuple[Column, ...]) -> list[Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [unflatten_row(cells, columns) for cells in csv.DictReader(file)]
    except FileNotFoundError as error:
        raise InputError(f"no table {path.name!r} in '{path.parent}': give the folder of a CSV export") from error
    except KeyError as error:
        raise InputError(f"'{path}' has no column {error}: it is not a CSV export of this version") from error


def _reach(row: Mapping[str, Any], path: tuple[str, ...]) -> Any:  # noqa: ANN401 - a cell holds any plain value
    value: Any = row
    for step in path:
        value = value[step] if value is not None else None
    return value


def _write(value: Any, column: Column) -> str:  # noqa: ANN401
    if value is None:
        return ""
    return guard(str(value)) if column.type == "text" else json.dumps(value, ensure_ascii=False)


def guard(text: str) -> str:
    """Return a text as it stands in a cell: a spreadsheet must show it, never run it."""
    first = text.lstrip()[:1]
    is_run = first in _FORMULA or text[:1] in _CONTROL
    return APOSTROPHE + text if not text or is_run or text.startswith(APOSTROPHE) else text


def _read(cell: str, column: Column) -> Any:  # noqa: ANN401
    if not cell:
        return None
    if column.type == "text":
        return cell.removeprefix(APOSTROPHE)
    try:
        return json.loads(cell)
    except json.JSONDecodeError as error:
        raise InputError(f"column {column.name!r} holds {cell!r}, which is no {column.type}") from error


def _is_empty(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict) and all(part is None for part in value.values())
