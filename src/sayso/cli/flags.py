"""Which flags do the commands share, and how does a command get them?"""

import inspect
import os
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

CaseFolderArgument = Annotated[str, typer.Argument(metavar="CASE", help="The folder of the case.", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", help="Why, in words.", show_default=False)]


class Format(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class ControlFormat(StrEnum):
    """How the history of control is printed; a drawing can be opened in any browser."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    SVG = "svg"


def _option(help_text: str, metavar: str | None = None) -> Any:  # noqa: ANN401 - typer's own record
    return typer.Option(help=help_text, metavar=metavar, show_default=False)


_AS_OF = _option("Only what had been published by this day.", "DAY")
_AS_HELD = _option("Only what the case had taken in by this day.", "DAY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """As it stood when: by what had been published, and by what the case held."""

    as_of: Annotated[str | None, _AS_OF] = None
    as_held: Annotated[str | None, _AS_HELD] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which part of the record a list shows: the three clocks and the filters."""

    on: Annotated[str | None, _option("Only what happened or held on this day, month or year.", "DAY")] = None
    since: Annotated[str | None, _option("Only what happened on this day or later.", "DAY")] = None
    until: Annotated[str | None, _option("Only what happened on this day or earlier.", "DAY")] = None
    as_of: Annotated[str | None, _AS_OF] = None
    as_held: Annotated[str | None, _AS_HELD] = None
    place: Annotated[str | None, _option("Only this place and what lies in it.", "NAME")] = None
    voice: Annotated[str | None, _option("Only what this voice says or relays.", "NAME")] = None
    kind: Annotated[str | None, _option("Only this kind of claim (shelling, toll, ...).", "KIND")] = None
    standing: Annotated[str | None, _option("Only what stands so (agreed, disputed, ...).", "STANDING")] = None
    min_origins: Annotated[int | None, _option("Only what has so many separate origins, lower bound.", "N")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What may leave the case that does not leave by itself; each reason is written into the case."""

    unreviewed: Annotated[
        bool, typer.Option("--unreviewed", help="Machine readings too that nobody has reviewed, each marked as such.")
    ] = False
    with_names: Annotated[str | None, _option("Private persons by name, for this reason.", "REASON")] = None
    with_agents: Annotated[str | None, _option("Persons named as agents of violence, for this reason.", "REASON")] = (
        None
    )
    with_places: Annotated[
        str | None, _option("Places of aid, hospitals, shelters and ways out, for this reason.", "REASON")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """How much a command says on standard error, and whether in colour."""

    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say every step.")] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR does the same.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How a build reads: with how many processes."""

    workers: Annotated[
        int, typer.Option(help="How many processes read.", min=1, metavar="N", show_default="one a core")
    ] = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)


def takes_flags(function: Callable[..., None]) -> Callable[..., None]:
    """Return the command with one option for each field of the flag records among its parameters.

    The command itself is handed the records: a flag is written down once, whatever commands have it.
    """
    hints = get_type_hints(function, include_extras=True)
    plain: list[inspect.Parameter] = []
    options: list[inspect.Parameter] = []
    records: dict[str, type] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        hint = hints[name]
        if isinstance(hint, type) and is_dataclass(hint):
            records[name] = hint
            options.extend(_options(hint))
        else:
            plain.append(parameter.replace(annotation=hint, kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def command(**given: Any) -> None:  # noqa: ANN401 - whatever the options hold
        made = {name: record(**{f.name: given.pop(f.name) for f in fields(record)}) for name, record in records.items()}
        function(**given, **made)

    vars(command).pop("__wrapped__")
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in (*plain, *options)}
    vars(command)["__signature__"] = inspect.Signature([*plain, *options])
    return command


def _options(record: type) -> list[inspect.Parameter]:
    hints = get_type_hints(record, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(record)
    ]
