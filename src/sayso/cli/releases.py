"""What is frozen of a case, and what has changed since? `release`, `diff`."""

from dataclasses import asdict, dataclass
from typing import Annotated, Any

import typer

from sayso.cli.builds import who
from sayso.cli.consoles import data_console, load_case, say
from sayso.cli.flags import CaseFolderArgument, Format, Talk, takes_flags
from sayso.cli.lists import PANEL, FormatFlag, open_current
from sayso.cli.printing import print_changes, print_rows
from sayso.text.wordings import count


def _option(name: str, metavar: str, help_text: str) -> Any:  # noqa: ANN401 - typer's own record
    return typer.Option(name, metavar=metavar, help=help_text, show_default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Which two records are compared."""

    since: Annotated[str | None, _option("--since", "DAY", "Since the end of this day, as the case was then.")] = None
    start: Annotated[str | None, _option("--from", "RELEASE", "Since this release.")] = None
    end: Annotated[str | None, _option("--to", "RELEASE", "Up to this release; up to now without it.")] = None


Name = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="What it is called; lists all without one.", show_default=False)
]


def add_releases(app: typer.Typer) -> None:
    """Give the app the commands that freeze a record and compare records."""
    app.command(rich_help_panel=PANEL)(takes_flags(diff))
    app.command(rich_help_panel="Work on the record")(takes_flags(release))


def diff(
    case: CaseFolderArgument,
    between: Between,
    talk: Talk,
    format: FormatFlag = Format.TABLE,  # noqa: A002
) -> None:
    """Tell what changed: new, changed, newly disputed, corrected, retracted or gone, each with its cause."""
    rows = open_current(case, talk).diff(**asdict(between))
    if format is not Format.TABLE:
        print_rows("changes", rows, format)
        return
    console = data_console(talk)
    print_changes(rows, console)
    if not rows:
        console.print("no change found")
    say(count(list(rows), "change"), talk)


def release(case: CaseFolderArgument, talk: Talk, name: Name = None) -> None:
    """Freeze the record under a name, with a manifest of what it was made of; without NAME, list what was frozen."""
    opened = load_case().open_case(case)
    if name is not None:
        opened.release(name, by=who())
        say(f"frozen as {case}/releases/{name}", talk)
        return
    console = data_console(talk)
    for made in opened.releases():
        what = f"{made.documents:,} documents, {made.claims:,} claims, {made.judgements:,} judgements"
        console.print(
            f"{made.name}   {made.made}   {what}   by {made.by or 'unknown'}, sayso {made.sayso}", markup=False
        )
    if not opened.releases():
        console.print("no release found")
