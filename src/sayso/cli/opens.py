"""How is a case opened in a browser? `open`."""

from importlib import import_module
from threading import Thread
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.builds import who
from sayso.cli.consoles import load_case, say
from sayso.cli.flags import CaseFolderArgument, Talk, takes_flags

if TYPE_CHECKING:
    from sayso.web import Desk

# How long a page waits for the record to follow a judgement before it says that it will, in seconds.
PATIENCE = 2.0
# How long nobody looks at a page before the syntax model is loaded, so that the first claim that is added does not wait for it.
IDLE = 2.0
Port = Annotated[
    int,
    typer.Option(
        "--port", metavar="N", min=0, max=65535, help="The port; any free one without it.", show_default=False
    ),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address, and open no browser.")]


def add_opens(app: typer.Typer) -> None:
    """Give the app the command that starts the web view."""
    app.command("open", rich_help_panel="Read the record")(takes_flags(open_case))


def open_case(case: CaseFolderArgument, talk: Talk, port: Port = 0, no_browser: NoBrowser = False) -> None:
    """See a case and correct it in a browser: a local web view, for this machine only, until Ctrl-C."""
    web = load_web()
    desk = web.Desk(case, load_case().Options(by=who()), patience=PATIENCE)
    desk.look()
    if not desk.is_current():
        desk.follow()
    listening = web.listen(port)
    # Whoever started us reads this line from a pipe, too: it must not wait in a buffer.
    print(listening.address, flush=True)  # noqa: T201
    say("this address is the key to the case: give it to nobody. Ctrl-C ends", talk)
    Thread(target=_load_model, args=(web, desk), daemon=True).start()
    if not no_browser:
        import_module("webbrowser").open(listening.address)
    listening.serve(web.make_app(desk, listening.gate, who()))


def _load_model(web: ModuleType, desk: "Desk") -> None:
    web.wait_until_idle(desk.tell_idle, IDLE)
    desk.read_words("")


def load_web() -> ModuleType:
    """Return the package of the web view, imported at first use."""
    return import_module("sayso.web")
