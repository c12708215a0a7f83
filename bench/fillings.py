"""How are a few readings made so many that finding some of them again can be measured?"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from sayso.scale.lots import TABLES
from sayso.scale.shelves import Shelf
from sayso.scale.tables import Row, read_table, write_table

MONTHS, LOT = 24, 256
MONTH, ELSEWHERE = "2022-01", ["Elsewhere"]


def fill_readings(source: Path, target: Path, total: int, claims: int) -> tuple[str, ...]:
    """Write `total` readings in 24 months, made of those at `source`; return the places that about `claims` claims name.

    Documents with these claims stand in one month, among others of other ids and places; the other months are the same
    files again, which no search for that month opens.
    """
    shelf = Shelf(str(target))
    target.mkdir(parents=True)
    shutil.copy(source / "manifest.json", target / "manifest.json")
    shutil.copytree(source / "pages", target / "pages")
    tables = {name: _read_all(Shelf(str(source)), name) for name in TABLES}
    wanted, places = _choose(tables, claims)
    _write(shelf, 0, _part(tables, wanted))
    read = [row["document"] for row in tables["readings"]]
    lots = [_part(tables, set(read[start : start + LOT])) for start in range(0, len(read), LOT)]
    for copy in range(-(-(total // MONTHS) // len(read))):
        for number, lot in enumerate(lots, 1 + copy * len(lots)):
            _write(shelf, number, {name: _rename(rows, copy) for name, rows in lot.items()})
    _link_months(target)
    return places


def _read_all(shelf: Shelf, table: str) -> list[Row]:
    columns = [column for column, _ in TABLES[table]]
    return [row for name in shelf.names(table) for row in read_table(shelf, name, columns).to_pylist()]


def _choose(tables: dict[str, list[Row]], claims: int) -> tuple[set[str], tuple[str, ...]]:
    """Return documents with about so many claims, and for each the place most of them name."""
    documents: set[str] = set()
    places: dict[str, None] = {}
    found = 0
    for row in tables["documents"]:
        if row["state"] == "read" and found < claims:
            documents.add(row["document"])
            found += row["claims"]
    for row in tables["claims"]:
        if row["document"] in documents and row["places"]:
            places.setdefault(row["places"][0])
    return documents, tuple(places)


def _write(shelf: Shelf, number: int, tables: dict[str, list[Row]]) -> None:
    for name, columns in TABLES.items():
        rows = [row | {"first_day": f"{MONTH}-05", "last_day": f"{MONTH}-05"} for row in tables[name]]
        write_table(shelf, f"{name}/month={MONTH}/{number:05}.parquet", columns, rows)


def _part(tables: dict[str, list[Row]], ids: set[str]) -> dict[str, list[Row]]:
    return {name: [row for row in rows if row["document"] in ids] for name, rows in tables.items()}


def _rename(rows: Sequence[Row], copy: int) -> list[Row]:
    """Return rows of other documents: of other ids, and about another place."""
    place = {"places": ELSEWHERE} if rows and "places" in rows[0] else {}
    return [row | {"document": f"{copy:04x}{row['document'][4:]}"} | place for row in rows]


def _link_months(target: Path) -> None:
    for number in range(1, MONTHS):
        for table in TABLES:
            other = target / table / f"month={2023 + number // 12}-{number % 12 + 1:02}"
            other.mkdir()
            for file in (target / table / f"month={MONTH}").iterdir():
                os.link(file, other / file.name)
