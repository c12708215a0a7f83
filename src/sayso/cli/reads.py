"""How are many documents read on the command line? `read`."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.consoles import data_console, load_case, showing_progress
from sayso.cli.flags import Talk, Work, takes_flags

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.model.settings import Settings
    from sayso.scale import Outcome

_PANEL = "Make a case"
_SHOWN = 8
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders, .jsonl, web archives (.warc.gz, .wacz), or addresses such as s3://BUCKET/FOLDER.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Where readings are put, and how they are made."""

    to: Annotated[
        str,
        typer.Option(
            metavar="READINGS", help="The folder, or address, that the readings are put in.", show_default=False
        ),
    ]
    engine: Annotated[
        str, typer.Option(metavar="ENGINE", help="local: processes of this machine; dask://HOST:PORT: a Dask cluster.")
    ] = "local"
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was broken off.")] = False
    gate: Annotated[
        bool,
        typer.Option("--gate/--no-gate", help="Pass over what is not in English or has no word of conflict or crisis."),
    ] = True
    case: Annotated[
        Path | None,
        typer.Option(
            "--case", metavar="DIR", help="Read with the outlets and the time zone of this case.", show_default=False
        ),
    ] = None


def add_reads(app: typer.Typer) -> None:
    """Give the app the command that reads many documents."""
    app.command(rich_help_panel=_PANEL)(takes_flags(read))


def read(inputs: Inputs, reading: Reading, work: Work, talk: Talk) -> None:
    """Read many documents into tables, from which `build --readings` makes cases."""
    scale = _load_scale()
    settings = _read_settings(reading.case)
    with showing_progress(talk) as tell:
        step = load_case().Step
        run = scale.Run(
            inputs=tuple(inputs),
            to=reading.to,
            settings=settings,
            gate=reading.gate,
            resume=reading.resume,
            tell=lambda name, done, total: tell(step(name=name, done=done, total=total)),
        )
        with scale.open_engine(reading.engine, work.workers) as engine:
            outcome = scale.read_many(run, engine)
    if not talk.quiet:
        _print_outcome(outcome, data_console(talk))


def _load_scale() -> ModuleType:
    return import_module("sayso.scale")


def _read_settings(case: Path | None) -> "Settings":
    if case is None:
        return import_module("sayso.model.settings").Settings()  # type: ignore[no-any-return]
    store = import_module("sayso.store")
    settings: Settings = store.read_settings(store.open_folder(case))
    return settings


def _print_outcome(outcome: "Outcome", console: "Console") -> None:
    passed = sum(outcome.passed.values())
    for name, words in (
        (
            "documents",
            f"{outcome.read + outcome.copies:,} kept: {outcome.read:,} read, {outcome.copies:,} copies of these",
        ),
        ("claims", f"{outcome.claims:,}"),
        ("not read", f"{passed:,}"),
    ):
        console.print(f"{name:>10}  {words}", markup=False, soft_wrap=True)
    by_number = sorted(outcome.passed.items(), key=lambda pair: (-pair[1], pair[0]))
    for reason, number in by_number[:_SHOWN]:
        console.print(f"            {number:,} {reason}", markup=False, soft_wrap=True)
    if len(by_number) > _SHOWN:
        console.print(
            f"            and {len(by_number) - _SHOWN:,} more reasons: the table of pages has them all", markup=False
        )
    for problem in outcome.problems[:_SHOWN]:
        console.print(f"            {problem.file}: {problem.reason}", markup=False, soft_wrap=True)
