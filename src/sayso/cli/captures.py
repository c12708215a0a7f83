"""How do pages come from the web into a case on the command line? `capture` and `watch`."""

import sys
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.builds import run_build, who
from sayso.cli.consoles import data_console, load_case, showing_progress
from sayso.cli.flags import CaseFolderArgument, Talk, Work, takes_flags
from sayso.cli.summaries import print_summary
from sayso.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.case import Case
    from sayso.case.captures import Captured

_PANEL = "Make a case"
_STDIN = "-"
_SHOWN = 5


def _addresses(help_text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar="URL", help=help_text, show_default=False)
    return option


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """Where the addresses of pages stand, and what is done when they came."""

    feed: Annotated[list[str] | None, _addresses("A feed (RSS, Atom); its pages are fetched.")] = None
    sitemap: Annotated[list[str] | None, _addresses("A sitemap, or one of sitemaps; its pages are fetched.")] = None
    list: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A file with one address a line, or - for standard input.", show_default=False
        ),
    ] = None
    build: Annotated[bool, typer.Option("--build/--no-build", help="Make the record anew when pages came.")] = True


def add_captures(app: typer.Typer) -> None:
    """Give the app the commands that use the network; no other does."""
    for command in (capture, watch):
        app.command(rich_help_panel=_PANEL)(takes_flags(command))


def capture(
    case: CaseFolderArgument,
    fetching: Fetching,
    work: Work,
    talk: Talk,
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="[URL]...", help="Pages to fetch.", show_default=False)
    ] = None,
) -> None:
    """Fetch pages from the web into the case, as their sites allow, and keep what was received."""
    package = load_case()
    wish = _load_captures().Wish(
        pages=(*(urls or ()), *(_read_list(fetching.list) if fetching.list else ())),
        feeds=tuple(fetching.feed or ()),
        sitemaps=tuple(fetching.sitemap or ()),
    )
    opened = package.create_case(case)
    with showing_progress(talk) as tell:
        captured = opened.capture(wish, package.Options(by=who(), tell=tell))
    _conclude(opened, captured, work if fetching.build else None, talk)


def watch(
    case: CaseFolderArgument,
    work: Work,
    talk: Talk,
    every: Annotated[float, typer.Option(metavar="MINUTES", help="How long to wait between two rounds.", min=1)] = 15,
    once: Annotated[bool, typer.Option("--once", help="One round, and end.")] = False,
) -> None:
    """Follow the feeds that sayso.toml names: fetch what is new and make the record anew, round after round."""
    package = load_case()
    opened = package.open_case(case)
    with showing_progress(talk) as tell:
        options = package.Options(by=who(), tell=tell)
        for captured in opened.watch(timedelta(minutes=every), options):
            _conclude(opened, captured, work, replace(talk, quiet=talk.quiet or not captured.came))
            if once:
                return


def _load_captures() -> ModuleType:
    return import_module("sayso.case.captures")


def _read_list(path: Path) -> tuple[str, ...]:
    try:
        text = sys.stdin.read() if str(path) == _STDIN else path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"--list {path}: cannot be read: {error}; it is a text with one address a line") from error
    pages: tuple[str, ...] = _load_captures().read_list(text).pages
    if not pages:
        raise InputError(f"--list {path}: holds no address; write one a line")
    return pages


def _conclude(case: "Case", captured: "Captured", work: Work | None, talk: Talk) -> None:
    """Say what came, and build the record when something did."""
    console = data_console(talk)
    if not talk.quiet:
        _print_captured(captured, console)
    if work is None or not captured.has_new:
        return
    made = run_build(case, (), work, talk)
    if not talk.quiet:
        print_summary(made, str(case.folder.path), console)


def _print_captured(captured: "Captured", console: "Console") -> None:
    came = [f"{number:,} {came.value}" for came, number in sorted(captured.came.items()) if number]
    if captured.rested:
        came.append(f"{captured.rested:,} fetched before and left alone")
    console.print(f"{'fetched':>10}  {', '.join(came) or 'nothing'}", markup=False, soft_wrap=True)
    for problem in captured.problems[:_SHOWN]:
        console.print(f"            {problem.file}: {problem.reason}", markup=False, soft_wrap=True)
    if len(captured.problems) > _SHOWN:
        console.print(f"            and {len(captured.problems) - _SHOWN:,} more", markup=False)
