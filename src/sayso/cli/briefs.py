"""What is told of a case to those who have not read it? `brief`, and `matrix` for who answers what."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.checks import read_leave, say_unknown
from sayso.cli.consoles import data_console, say
from sayso.cli.flags import CaseFolderArgument, Format, Leaving, Query, Talk, takes_flags
from sayso.cli.lists import PANEL, FormatFlag, open_current, read_query
from sayso.cli.printing import print_matrix, print_rows
from sayso.text.wordings import count


class BriefFormat(StrEnum):
    """In what form a briefing is written; the page prints, which makes a PDF of it."""

    HTML = "html"
    MD = "md"
    DOCX = "docx"


def _option(*names: str, metavar: str, help_text: str) -> Any:  # noqa: ANN401 - typer's own record
    return typer.Option(*names, metavar=metavar, help=help_text, show_default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How a briefing is written, and where."""

    format: Annotated[BriefFormat, typer.Option("--format", help="In what form.")] = BriefFormat.HTML
    to: Annotated[
        Path | None,
        _option(
            "-o",
            "--output",
            metavar="FILE",
            help_text="The file; CASE/outputs/briefing.* without it, - for standard output.",
        ),
    ] = None
    changed_since: Annotated[
        str | None,
        _option(
            "--changed-since",
            metavar="DAY",
            help_text="Tell what changed since the end of this day, by what had been published.",
        ),
    ] = None


def add_briefs(app: typer.Typer) -> None:
    """Give the app the commands that tell of a case."""
    app.command(rich_help_panel="Work on the record")(takes_flags(brief))
    app.command(rich_help_panel=PANEL)(takes_flags(matrix))


def brief(case: CaseFolderArgument, sheet: Sheet, query: Query, leaving: Leaving, talk: Talk) -> None:
    """Write a briefing to send: what is agreed, disputed, changed, not known and not read; every sentence with its note."""
    opened = open_current(case, talk)
    made = opened.brief(sheet.format.value, read_leave(leaving), changed_since=sheet.changed_since, **read_query(query))
    if sheet.to == Path("-"):
        sys.stdout.buffer.write(made)
    else:
        path = sheet.to or Path(case) / "outputs" / f"briefing.{sheet.format.value}"
        opened.write_file(path, made)
        say(str(path), talk)
    say_unknown(opened, leaving, talk)


def matrix(
    case: CaseFolderArgument,
    query: Query,
    talk: Talk,
    format: FormatFlag = Format.TABLE,  # noqa: A002
) -> None:
    """Tell who answers which question how: questions by voices, those that most voices answer first."""
    rows = open_current(case, talk).matrix(**read_query(query))
    if format is not Format.TABLE:
        print_rows("matrix", rows, format)
        return
    print_matrix(rows, data_console(talk))
    say(count(list(rows), "question"), talk)
