"""How do places of the user come into a case on the command line? `sayso places import CASE FILE`."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.consoles import load_case, say, show_help_alone
from sayso.cli.flags import CaseFolderArgument, Talk, takes_flags
from sayso.text.wordings import count

FINDINGS = 1
ABOUT = "Places of your own: those that the gazetteer of sayso lacks, above all parts of cities."


def places_app() -> typer.Typer:
    """Return the commands about the user's places."""
    app = typer.Typer(help=ABOUT, invoke_without_command=True)
    app.callback()(_places)
    app.command("import")(takes_flags(import_))
    return app


def _places(context: typer.Context) -> None:
    show_help_alone(context)


def import_(
    case: CaseFolderArgument,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A GeoNames dump (.txt), a .csv or a .geojson file.", show_default=False),
    ],
    talk: Talk,
) -> None:
    """Add the places of a file to sayso.toml; rows that cannot stand are named and left out."""
    imported = load_case().open_case(case).import_places(file)
    for number, reason in imported.refused:
        typer.echo(f"{file}: row {number}: {reason}", err=True)
    say(f"{count(imported.added, 'place')} added to {case}/sayso.toml; the next build uses them", talk)
    if imported.refused:
        raise typer.Exit(FINDINGS)
