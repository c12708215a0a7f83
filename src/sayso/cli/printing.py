"""How is a list printed: as a table to read, or as rows for a program?"""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sayso.cli.flags import Format
from sayso.cli.views import VIEWS, Column, Names, Row
from sayso.text.wordings import say_origins, say_standing

if TYPE_CHECKING:
    from rich.console import Console


_LONGEST_QUOTE = 240


def print_rows(name: str, rows: Iterable[Row], format: Format) -> None:  # noqa: A002
    """Print rows to standard output as JSON, JSON lines or CSV (flattened as in the exports)."""
    if format is Format.CSV:
        _print_csv(name, list(rows))
    elif format is Format.JSONL:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))  # noqa: T201
    else:
        print(json.dumps(list(rows), ensure_ascii=False, indent=2))  # noqa: T201


def print_table(name: str, rows: Iterable[Row], outlets: Names, console: "Console") -> None:
    """Print rows as a table to read."""
    columns = VIEWS[name]
    table = import_module("rich.table").Table(box=import_module("rich.box").SIMPLE_HEAD)
    for column in columns:
        table.add_column(
            column.title,
            justify="right" if column.is_number else "left",
            style="italic" if column.is_quote else None,
            no_wrap=column.is_number or column.title == "id",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(_cell(column, row, outlets) for column in columns))
    console.print(table)


def print_disputes(rows: Iterable[Row], console: "Console") -> None:
    """Print each dispute with its sides, their voices, words and origins, and why it is one."""
    text, indent = import_module("rich.text").Text, import_module("rich.padding").Padding.indent
    for row in rows:
        console.print(text.assemble((row["question"], "bold"), f"   {', '.join(row['kinds'])}   {row['id'][:8]}"))
        for number, side in enumerate(row["sides"], 1):
            when = f", {side['when']}" if side["when"] else ""
            answer = text.assemble(f"{number}. ", (side["answer"], "bold"), f"{when}   {say_origins(side['origins'])}")
            console.print(indent(answer, 2))
            for claim in side["claims"]:
                said = f"{claim['voice']} {claim['stance']}, {_place_in_print(claim)}  {claim['id'][:8]}"
                console.print(indent(text(said), 5))
                console.print(indent(text(f"“{shorten(claim['quote'])}”", style="italic"), 7))
        if row["why"]:
            console.print(indent(text(f"why: {row['why']}", style="dim"), 2))
        console.print()


def print_changes(rows: Iterable[Row], console: "Console") -> None:
    """Print each change: how, the question with its answer, what stood and stands, the cause, and the words."""
    text, indent = import_module("rich.text").Text, import_module("rich.padding").Padding.indent
    for row in rows:
        head = text.assemble(
            (row["change"].replace("_", " "), "bold"), f"   {row['question']} {row['answer']}   {row['id'][:8]}"
        )
        console.print(head)
        console.print(indent(text(f"{_stood(row)}; cause: {row['cause']}"), 2))
        console.print(indent(text(f"“{shorten(row['quote'])}”", style="italic"), 4))


def print_matrix(rows: Iterable[Row], console: "Console") -> None:
    """Print each question with how it stands, and below it who answers what."""
    text, indent = import_module("rich.text").Text, import_module("rich.padding").Padding.indent
    for row in rows:
        console.print(text.assemble((row["question"], "bold"), f"   {say_standing(row['standing'])}"))
        for voice, said in row.items():
            if said and voice not in {"question", "standing", "reviewed"}:
                console.print(indent(text(f"{voice}   {said}"), 2))


def _stood(row: Row) -> str:
    """Return what stood before and what stands now, in words."""
    before, now = (
        f"{row[standing].replace('_', ' ')}, {say_origins(row[origins])}" if row[standing] else "nothing"
        for standing, origins in (("stood", "origins_before"), ("stands", "origins_now"))
    )
    return now if before == now else f"{before} -> {now}"


def shorten(quote: str) -> str:
    """Return a quote in one line, with an ellipsis where a long one is cut."""
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _place_in_print(claim: Mapping[str, Any]) -> str:
    return f"{claim['file']} ({claim['published'] or 'undated'})"


def _cell(column: Column, row: Row, outlets: Names) -> Any:  # noqa: ANN401 - rich's own text
    return import_module("rich.text").Text(shorten(column.say(row, outlets)))


def _print_csv(name: str, rows: list[Row]) -> None:
    outputs = import_module("sayso.outputs")
    if name in _FLAT:
        cells = list(_FLAT[name](rows))
        names = list(cells[0]) if cells else []
    else:
        columns = outputs.COLUMNS[name]
        names = [column.name for column in columns]
        cells = [outputs.flatten_row(row, columns) for row in rows]
    writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells)


def _flat_disputes(rows: list[Row]) -> Iterator[dict[str, Any]]:
    """Yield one line a claim: the dispute, the side, and what the claim says."""
    for row in rows:
        for number, side in enumerate(row["sides"], 1):
            for claim in side["claims"]:
                yield {
                    "dispute": row["id"],
                    "question": row["question"],
                    "kinds": " ".join(row["kinds"]),
                    "side": number,
                    "answer": side["answer"],
                    "origins_lower": side["origins"][0],
                    "origins_upper": side["origins"][1],
                    **{f"claim_{name}" if name == "id" else name: value for name, value in claim.items()},
                    "why": row["why"],
                }


def _flat_changes(rows: list[Row]) -> Iterator[dict[str, Any]]:
    """Yield one line a change: bounds of origins in columns of their own, ids in one cell."""
    for row in rows:
        bounds = {
            f"{name}_{end}": (row[name] or (None, None))[number]
            for name in ("origins_before", "origins_now")
            for number, end in enumerate(("lower", "upper"))
        }
        lists = {name: " ".join(row[name]) for name in ("claims_added", "claims")}
        yield {name: value for name, value in row.items() if not name.startswith("origins_")} | bounds | lists


# How lists that are no tables of the exports become flat.
_FLAT: Mapping[str, Callable[[list[Row]], Iterator[dict[str, Any]]]] = {
    "disputes": _flat_disputes,
    "changes": _flat_changes,
    "matrix": lambda rows: import_module("sayso.outputs.matrices").guard_rows(rows),
}
