"""How does a case come to be on the command line? `build`, `demo`, `remove`."""

import getpass
import os
import sys
from dataclasses import dataclass
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.consoles import data_console, load_case, say, showing_progress
from sayso.cli.flags import CaseFolderArgument, Reason, Talk, Work, takes_flags
from sayso.cli.lists import print_list
from sayso.cli.summaries import print_summary
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.case import Build, Case

_PANEL = "Make a case"
Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...",
        help="Files, folders, .jsonl, web archives (.warc.gz, .wacz), or - for standard input.",
        show_default=False,
    ),
]
CaseFlag = Annotated[
    str,
    typer.Option("--case", metavar="DIR", help="The folder of the case; made when there is none.", show_default=False),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """How reports are taken in."""

    date: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE=DAY", help="The day a report came out, when you know it.", show_default=False),
    ] = None
    again: Annotated[bool, typer.Option("--again", help="Take in again what was taken out before.")] = False


def _several(help_text: str, metavar: str) -> Any:  # noqa: ANN401 - typer's own record
    return typer.Option(metavar=metavar, help=help_text, show_default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FromReadings:
    """Which part of readings that `sayso read` made is taken in."""

    readings: Annotated[
        list[str] | None, _several("What sayso read made; documents of it are taken in.", "READINGS")
    ] = None
    place: Annotated[list[str] | None, _several("Of readings: only documents on this place.", "NAME")] = None
    voice: Annotated[list[str] | None, _several("Of readings: only documents with this voice.", "NAME")] = None
    since: Annotated[str | None, _several("Of readings: only what came out on this day or later.", "DAY")] = None
    until: Annotated[str | None, _several("Of readings: only what came out on this day or earlier.", "DAY")] = None


def add_builds(app: typer.Typer) -> None:
    """Give the app the commands that make and change a case."""
    for command in (demo, build, remove):
        app.command(rich_help_panel=_PANEL)(takes_flags(command))


def build(  # noqa: PLR0913 - one record of flags each
    *, case: CaseFlag, taking: Taking, part: FromReadings, work: Work, talk: Talk, inputs: Inputs = None
) -> None:
    """Take reports in and make the record; without INPUT, make it again."""
    package = load_case()
    opened = package.create_case(case) if inputs or part.readings else package.open_case(case)
    days = _read_days(taking.date or [])
    if part.readings:
        if inputs or days:
            raise InputError("--readings goes without INPUT and --date; build with these afterwards")
        made = _build_part(opened, part, work, talk)
    else:
        _refuse_part(part)
        made = run_build(opened, tuple(inputs or ()), work, talk, days=days, again=taking.again)
    if not talk.quiet:
        print_summary(made, case, data_console(talk))


def _build_part(case: "Case", part: FromReadings, work: Work, talk: Talk) -> "Build":
    wanted = import_module("sayso.scale").Part(
        places=tuple(part.place) if part.place else None,
        voices=tuple(part.voice) if part.voice else None,
        since=part.since,
        until=part.until,
    )
    with showing_progress(talk) as tell:
        options = load_case().Options(by=who(), workers=work.workers, tell=tell)
        return case.build_part(part.readings or (), wanted, options)


def _refuse_part(part: FromReadings) -> None:
    if part.place or part.voice or part.since or part.until:
        raise InputError("--place, --voice, --since and --until choose from --readings; lists have them as filters")


def demo(
    work: Work,
    talk: Talk,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder that the demo cases are put in.")] = Path(
        "sayso-demo"
    ),
) -> None:
    """Build the demo cases that are shipped with sayso, and print their records."""
    for shipped in sorted(resources.files("sayso.demo").iterdir(), key=lambda folder: folder.name):
        if (shipped / "sayso.toml").is_file():
            _build_demo(shipped, to / shipped.name, work, talk)


def remove(
    case: CaseFolderArgument,
    document: Annotated[
        str, typer.Argument(metavar="ID", help="The id of the document, or its beginning.", show_default=False)
    ],
    reason: Reason,
    talk: Talk,
    work: Work,
) -> None:
    """Take a document out of the case; a note stays of what it was, who took it out, when and why."""
    package = load_case()
    with showing_progress(talk) as tell:
        options = package.Options(by=who(), workers=work.workers, tell=tell)
        removed = package.open_case(case).remove(document, reason=reason, options=options)
    say(f"{removed} was taken out; its tombstone is {case}/documents/{removed}/removed.json", talk)


def run_build(case: "Case", inputs: tuple[str, ...], work: Work, talk: Talk, **more: object) -> "Build":
    """Build a case with a progress bar."""
    with showing_progress(talk) as tell:
        options = load_case().Options(by=who(), workers=work.workers, tell=tell, stdin=sys.stdin.buffer, **more)
        return case.build(*inputs, options=options)


def who() -> str:
    """Return who works here: SAYSO_AUTHOR, else the name of the account."""
    try:
        return os.environ.get("SAYSO_AUTHOR") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown account"


def _read_days(given: list[str]) -> dict[str, str]:
    days = {}
    for pair in given:
        file, equals, day = pair.rpartition("=")
        if not (file and equals and day):
            raise InputError(f"--date {pair}: write it like --date page.html=2013-07-29")
        days[file] = day
    return days


def _build_demo(shipped: Traversable, to: Path, work: Work, talk: Talk) -> None:
    case = load_case().create_case(to, (shipped / "sayso.toml").read_bytes())
    with resources.as_file(shipped / "articles") as articles:
        made = run_build(case, (str(articles),), work, talk)
    console = data_console(talk)
    rule = import_module("rich.rule").Rule
    console.print(rule(made.record.title or to.name))
    print_summary(made, str(to), console)
    for name in ("figures", "control", "disputes"):
        console.print(rule(name, style="dim"))
        print_list(case, name, {}, Talk(quiet=True, no_color=talk.no_color))
    console.print(f"Read on: sayso open {to}   sayso show {to} ID   or open {to}/case.sqlite in any SQLite browser")
