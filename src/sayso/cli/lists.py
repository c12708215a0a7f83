"""Which lists of the record can be printed?"""

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.consoles import data_console, load_case, say
from sayso.cli.flags import CaseFolderArgument, ControlFormat, Format, Query, Talk, takes_flags
from sayso.cli.printing import print_disputes, print_rows, print_table
from sayso.text.wordings import count, say_unread

if TYPE_CHECKING:
    from sayso.case import Case

PANEL = "Read the record"
LISTS = {
    "claims": "Who says what, where and when, with the exact words.",
    "disputes": "Questions that are answered differently: each side, its voices, words and origins, and why.",
    "figures": "How many dead, besieged, displaced, per whom.",
    "origins": "Where claims first came from, and why they count as one.",
    "voices": "Who speaks, for which institution and side.",
    "documents": "The reports, their days and how much of each was read.",
    "problems": "What could not be read, in words.",
}
CONTROL = "Who holds which place on which day, according to whom; as a drawing too, a strip for each voice and extent."
FormatFlag = Annotated[Format, typer.Option("--format", help="How it is printed.")]


def add_lists(app: typer.Typer) -> None:
    """Give the app a command for each list."""
    for name, text in LISTS.items():
        app.command(name, help=text, rich_help_panel=PANEL)(_list_command(name))
    app.command("control", help=CONTROL, rich_help_panel=PANEL)(takes_flags(control))


def control(
    case: CaseFolderArgument,
    query: Query,
    talk: Talk,
    format: Annotated[ControlFormat, typer.Option("--format", help="How it is printed.")] = ControlFormat.TABLE,  # noqa: A002
) -> None:
    """Print the history of control."""
    if format is not ControlFormat.SVG:
        show_list("control", case, query, talk, Format(format.value))
        return
    opened = open_current(case, talk)
    print(opened.draw_control(**read_query(query)), end="")  # noqa: T201


def print_list(case: "Case", name: str, wishes: dict[str, object], talk: Talk) -> None:
    """Print one list of a case as a table, with what was not read at its foot."""
    record = case.select(**wishes)  # type: ignore[arg-type]
    rows = getattr(case, name)(**wishes)
    console = data_console(talk)
    if not rows:
        word = {"control": "statement of control"}.get(name, name.removesuffix("s"))
        console.print(f"no {word} found in {count(record.documents, 'document')}")
    elif name == "disputes":
        print_disputes(rows, console)
    else:
        outlets = {document.id: document.called for document in record.documents}
        print_table(name, rows, outlets, console)
    say(say_unread(record), talk)


def show_list(name: str, case: str, query: Query, talk: Talk, format: Format) -> None:  # noqa: A002
    """Print one list of the case in a folder, in the format asked for."""
    opened = open_current(case, talk)
    wishes = read_query(query)
    if format is Format.TABLE:
        print_list(opened, name, wishes, talk)
    else:
        print_rows(name, getattr(opened, name)(**wishes), format)


def open_current(case: str, talk: Talk) -> "Case":
    """Return the case in a folder; say so when its record is older than it."""
    opened: Case = load_case().open_case(case)
    if not opened.is_current:
        say(f"this record is older than the case; build it again with: sayso build --case {case}", talk)
    return opened


def read_query(query: Query) -> dict[str, Any]:
    """Return the wishes that a query names."""
    return {wish: value for wish, value in asdict(query).items() if value is not None}


def _list_command(name: str) -> Callable[..., None]:
    @takes_flags
    def command(
        case: CaseFolderArgument,
        query: Query,
        talk: Talk,
        format: FormatFlag = Format.TABLE,  # noqa: A002
    ) -> None:
        show_list(name, case, query, talk, format)

    return command
