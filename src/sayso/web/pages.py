"""How does a page become HTML? Everything that comes from a case is escaped."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from starlette.responses import HTMLResponse, Response

from sayso.look import FILES, read_look
from sayso.outputs.reviews import UNREVIEWED_MARK
from sayso.text.day_words import say_days
from sayso.text.wordings import count, say_amount, say_origins, say_word
from sayso.web.found_words import mark_found
from sayso.web.wordings import (
    call_report,
    say_basis,
    say_cell,
    say_day_source,
    say_differences,
    say_number,
    say_scope,
    say_stance,
    shorten,
)

STATIC = ("sayso.css", "marked.css", "print.css", "sayso.js", "newsreader.woff2", "public-sans.woff2", "icon.svg")
_MEDIA = {"css": "text/css", "js": "text/javascript", "woff2": "font/woff2", "svg": "image/svg+xml"}
_KEPT = "private, max-age=31536000, immutable"


@cache
def load_environment() -> Environment:
    """Return the templates. Escaping is on for all of them, and a name that is missing is an error, not an empty cell."""
    environment = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "days": say_days,
        "word": say_word,
        "number": say_number,
        "stance": say_stance,
        "origins": say_origins,
        "amount": say_amount,
        "differences": say_differences,
        "basis": say_basis,
        "scope": say_scope,
        "cell": say_cell,
        "day_from": say_day_source,
        "found": mark_found,
        "shorten": shorten,
        "report_name": call_report,
    }
    environment.globals |= {"static": address_static, "count": count, "unreviewed_mark": UNREVIEWED_MARK}
    return environment


def render(template: str, context: Mapping[str, object], status: int = 200) -> Response:
    """Return a page."""
    return HTMLResponse(load_template(template).render(**context), status)


def load_template(name: str) -> Template:
    """Return a template; the first time it is made into a program, which takes a while."""
    return load_environment().get_template(name)


def address_static(name: str) -> str:
    """Return the address of a file of ours; it changes with the files, so that a browser may keep them for ever."""
    return f"/static/{_digest()}/{name}"


def send_static(name: str) -> Response | None:
    """Return a file of ours, None when there is none of this name."""
    if name not in STATIC:
        return None
    media = _MEDIA[name.rpartition(".")[2]]
    return Response(_read(name), media_type=media, headers={"Cache-Control": _KEPT})


@cache
def _read(name: str) -> bytes:
    return read_look(name) if name in FILES else resources.files("sayso.web").joinpath("static", name).read_bytes()


@cache
def _digest() -> str:
    return hashlib.sha256(b"".join(map(_read, STATIC))).hexdigest()[:12]
