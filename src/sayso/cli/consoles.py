"""Where does a command print? Data goes to standard output, talk to standard error."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import typer

from sayso.cli.flags import Talk

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.case import Step

# A list that is piped into a file or a pager has no width of its own.
WIDTH = 120


def load_case() -> ModuleType:
    """Return the package that works on cases, imported at first use: it brings all stages."""
    return import_module("sayso.case")


def load_console() -> type["Console"]:
    """Return rich's console class, imported at first use."""
    return import_module("rich.console").Console  # type: ignore[no-any-return]


def data_console(talk: Talk) -> "Console":
    """Return the console on standard output."""
    return _console(talk, is_error=False)


def talk_console(talk: Talk) -> "Console":
    """Return the console on standard error."""
    return _console(talk, is_error=True)


@contextmanager
def showing_progress(talk: Talk) -> Iterator[Callable[["Step"], None]]:
    """Give a function that shows how far a build has come: a bar, or one line a step with -v, or nothing with -q."""
    if talk.quiet:
        yield lambda _step: None
    elif talk.verbose:
        yield _say_step
    else:
        with _bar(talk) as tell:
            yield tell


def _say_step(step: "Step") -> None:
    count = f"{step.done}/{step.total}" if step.total is not None else str(step.done)
    print(f"{step.name} {count} {step.file or ''}".rstrip(), file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def _bar(talk: Talk) -> Iterator[Callable[["Step"], None]]:
    rich = import_module("rich.progress")
    columns = (
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TimeRemainingColumn(),
    )
    console = talk_console(talk)
    with rich.Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        tasks: dict[str, object] = {}

        def tell(step: "Step") -> None:
            if step.name not in tasks:
                tasks[step.name] = progress.add_task(step.name, total=step.total)
            progress.update(tasks[step.name], completed=step.done, total=step.total)

        yield tell


def _console(talk: Talk, *, is_error: bool) -> "Console":
    stream = sys.stderr if is_error else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
    return load_console()(stderr=is_error, no_color=True if talk.no_color else None, width=width, highlight=False)


def say(words: str, talk: Talk) -> None:
    """Say a line on standard error, unless quiet."""
    if not talk.quiet:
        talk_console(talk).print(words, style="dim", markup=False)


def show_help_alone(context: typer.Context) -> None:
    """Print the help of a group of commands when none of them was named, and end."""
    if context.invoked_subcommand is None:
        print(context.get_help())  # noqa: T201
        raise typer.Exit
