"""Which commands are there, and how does a mistake end?"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from sayso.cli.briefs import add_briefs
from sayso.cli.builds import add_builds
from sayso.cli.captures import add_captures
from sayso.cli.checks import add_checks
from sayso.cli.consoles import show_help_alone
from sayso.cli.judges import judge_app
from sayso.cli.lists import add_lists
from sayso.cli.opens import add_opens
from sayso.cli.places import places_app
from sayso.cli.reads import add_reads
from sayso.cli.releases import add_releases
from sayso.cli.shows import add_shows
from sayso.errors import SaysoError

MISTAKE, INTERRUPTED = 2, 130


def make_app() -> typer.Typer:
    """Return the command line of sayso."""
    app = typer.Typer(
        name="sayso",
        help="On whose say-so? Many conflicting reports become one sourced record.",
        invoke_without_command=True,
        pretty_exceptions_enable=False,
    )
    app.callback()(_sayso)
    add_builds(app)
    add_captures(app)
    add_reads(app)
    add_lists(app)
    add_shows(app)
    add_opens(app)
    add_releases(app)
    app.add_typer(judge_app(), name="judge", rich_help_panel="Work on the record")
    app.add_typer(places_app(), name="places", rich_help_panel="Make a case")
    add_briefs(app)
    add_checks(app)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process; a mistake is one line on standard error and exit code 2."""
    try:
        code = make_app()(arguments, prog_name="sayso", standalone_mode=False)
    except SaysoError as error:
        sys.exit(_refuse(str(error)))
    except typer.TyperException as error:
        sys.exit(_refuse(f"{error.format_message()} See: {_help_for(error)}"))
    except typer.Abort:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read us has read enough; Python must not complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(message: str) -> int:
    print(f"sayso: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201
    return MISTAKE


def _help_for(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path if context else 'sayso'} --help"


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        print(f"sayso {import_module('sayso.store').sayso_version()}")  # noqa: T201
        raise typer.Exit


def _sayso(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    show_help_alone(context)
