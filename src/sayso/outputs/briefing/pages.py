"""How does a briefing become one HTML page that loads nothing?"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any

from sayso.look import inline_look, read_look
from sayso.outputs.briefing.contents import Briefing

if TYPE_CHECKING:
    from jinja2 import Environment

FOOT = (
    "Made by sayso from reports, by rules and without a language model. It tells who says what, and judges nobody. This page"
    " loads nothing and sends nothing."
)


@cache
def load_environment() -> "Environment":
    """Return the templates, loaded at first use. Escaping is on for all, and a name that is missing is an error."""
    jinja = import_module("jinja2")
    environment: Environment = jinja.Environment(
        loader=jinja.PackageLoader("sayso.outputs"),
        autoescape=True,
        undefined=jinja.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    return environment


class Marks:
    """The numbers of footnotes as a page is written: the first mark of each is where its note leads back to."""

    def __init__(self, numbers: Mapping[str, int], targets: Mapping[str, str]) -> None:
        self._numbers = numbers
        self._targets = targets
        self._met: set[int] = set()

    def find(self, claims: Iterable[str]) -> list[tuple[int, str, bool]]:
        """Return number, anchor and whether it is the first mark, for each claim that has a note."""
        found = []
        for claim in dict.fromkeys(claims):
            number = self._numbers.get(claim)
            if number is not None:
                found.append((number, self._targets.get(claim, f"n-{number}"), number not in self._met))
                self._met.add(number)
        return found


def write_page(template: str, briefing: Briefing, targets: Mapping[str, str] | None = None, **more: Any) -> str:  # noqa: ANN401
    """Return a page with everything in it: style, fonts, and the one script that a template may have."""
    looks = ("brief.css", "marked.css") if briefing.warning else ("brief.css",)
    style = inline_look() + "".join(read_look(name).decode("utf-8") for name in looks)
    script = resources.files("sayso.outputs").joinpath("templates", "finder.js").read_text("utf-8")
    context = {
        "briefing": briefing,
        "style": style,
        "script": script,
        "policy": _policy(style, script),
        "foot": FOOT,
        "marks": Marks(briefing.numbers, targets or {}),
    }
    return load_environment().get_template(template).render(**context, **more)


def write_html(briefing: Briefing) -> str:
    """Return the briefing as one HTML page; it needs no script, and prints."""
    return write_page("briefing.html", briefing)


def _policy(style: str, script: str) -> str:
    """Return the rule by which a browser refuses everything but what this page holds."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; font-src data:; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
