"""Where does a cell come from? Its words in their paragraph, and the tree of rules that led to it."""

from dataclasses import asdict
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.consoles import data_console, load_case
from sayso.cli.flags import CaseFolderArgument, Clocks, Talk, takes_flags

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from sayso.case import Trail

Identifier = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The id, or its beginning, of a claim, group, dispute, origin, figure, document or judgement.",
        show_default=False,
    ),
]


def add_shows(app: typer.Typer) -> None:
    """Give the app the command that opens one record."""
    app.command(rich_help_panel="Read the record")(takes_flags(show))


def show(case: CaseFolderArgument, identifier: Identifier, clocks: Clocks, talk: Talk) -> None:
    """Show where something comes from: the words in their paragraph, and every rule that led to it."""
    package = load_case()
    wishes = {wish: value for wish, value in asdict(clocks).items() if value is not None}
    trail = package.find_trail(package.open_case(case).select(**wishes), identifier)
    data_console(talk).print(_branch(trail))


def _branch(trail: "Trail") -> "Tree":
    tree: Tree = import_module("rich.tree").Tree(_line(trail))
    tree.children.extend(_branch(part) for part in trail.parts)
    return tree


def _line(trail: "Trail") -> "Text":
    """Return one line: its name in bold, then what it says, other people's words in italics, the rule's reason dim."""
    line: Text = import_module("rich.text").Text()
    line.append(trail.name, style="bold")
    if trail.says:
        line.append(f"  {trail.says}")
    if trail.quote:
        quote = import_module("rich.text").Text(f"“{trail.quote}”", style="italic")
        if trail.marked:
            quote.stylize("bold underline", trail.marked.start + 1, trail.marked.end + 1)
        line.append("  ").append_text(quote)
    if trail.reason:
        line.append(f"  {trail.reason}", style="dim")
    return line
