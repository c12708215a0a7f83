"""What can be taken out of a case, and is the case sound? `export`, `methodology`, `verify`."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.builds import who
from sayso.cli.consoles import data_console, load_case, say, showing_progress
from sayso.cli.flags import CaseFolderArgument, Leaving, Query, Talk, Work, takes_flags
from sayso.text.wordings import count

if TYPE_CHECKING:
    from sayso.case import Case, Leave

FINDINGS = 1
# How many names that nobody knows are printed.
_SHOWN = 8


class ExportFormat(StrEnum):
    """In what form the record leaves the case."""

    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"
    ACLED = "acled"
    UCDP = "ucdp"
    HTML = "html"


class MethodFormat(StrEnum):
    """In what form the page on the method is written."""

    MD = "md"
    HTML = "html"


def add_checks(app: typer.Typer) -> None:
    """Give the app the commands that write files and check the case."""
    for command in (export, methodology, verify):
        app.command(rich_help_panel="Work on the record")(takes_flags(command))


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where an export is written, and in what form."""

    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="The folder to write to; CASE/outputs without it.")
    ] = None
    format: Annotated[ExportFormat, typer.Option("--format", help="In what form.")] = ExportFormat.JSONL


def export(case: CaseFolderArgument, query: Query, leaving: Leaving, target: Target, talk: Talk) -> None:
    """Write the record to files, every row with the words it stands on; all but jsonl may be sent on."""
    opened = load_case().open_case(case)
    wishes = {wish: value for wish, value in asdict(query).items() if value is not None}
    folder = target.to or Path(case) / "outputs" / target.format.value
    for path in opened.export(target.format.value, folder, read_leave(leaving), **wishes):
        say(str(path), talk)
    if target.format is not ExportFormat.JSONL:
        say_unknown(opened, leaving, talk)


def say_unknown(opened: "Case", leaving: Leaving, talk: Talk) -> None:
    """Say which names that nobody knows were withheld, so that those of places, parties and outlets can be added."""
    unknown = opened.unknown_names() if leaving.with_names is None else ()
    if unknown:
        shown = ", ".join(unknown[:_SHOWN]) + (", ..." if len(unknown) > _SHOWN else "")
        say(
            f"{count(unknown, 'name')} that sayso does not know are withheld ({shown}); where they are those of places,"
            " parties or outlets, add these to sayso.toml",
            talk,
        )


def methodology(
    case: CaseFolderArgument,
    talk: Talk,
    format: Annotated[MethodFormat, typer.Option("--format", help="In what form.")] = MethodFormat.MD,  # noqa: A002
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write; printed without it.")
    ] = None,
) -> None:
    """Write how the record was made: sources, collection, evaluation, corroboration, review, and what was not read."""
    page = load_case().open_case(case).methodology(format.value)
    if output is None:
        print(page, end="")  # noqa: T201
        return
    with import_module("sayso.store").writing(output):
        output.write_text(page, encoding="utf-8")
    say(str(output), talk)


def read_leave(leaving: Leaving) -> "Leave":
    """Return what the flags let leave the case, and on whose word."""
    made: Leave = load_case().Leave(
        unreviewed=leaving.unreviewed,
        names=leaving.with_names,
        agents=leaving.with_agents,
        places=leaving.with_places,
        by=who(),
    )
    return made


def verify(case: CaseFolderArgument, talk: Talk, work: Work) -> None:
    """Check that documents, judgements and record are as they were written, and that a rebuild gives the same."""
    package = load_case()
    opened = package.open_case(case)
    with showing_progress(talk) as tell:
        findings = list(opened.verify(package.Options(by=who(), workers=work.workers, tell=tell)))
    console = data_console(talk)
    for finding in findings:
        console.print(finding, markup=False, soft_wrap=True)
    if findings:
        raise typer.Exit(FINDINGS)
    console.print(
        f"sound: {count(opened.record.documents, 'document')} and {count(opened.record.judgements, 'judgement')} are"
        " unchanged, every quote stands in its text, and a rebuild gives the same exports",
        soft_wrap=True,
    )
