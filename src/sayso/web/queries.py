"""What does an address ask for? All filters of a page stand in it, so that every view can be cited."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote, urlencode

from sayso.case import Wishes
from sayso.errors import InputError

FILTERS = ("on", "since", "until", "as_of", "as_held", "place", "voice", "kind", "standing", "min_origins")
_LONGEST = 300
_LAST_PAGE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The path of an address and what stands behind its question mark; `done` is what was just decided."""

    path: str
    values: Mapping[str, str]
    names: Mapping[str, str]
    done: tuple[str, ...] = ()

    def get(self, name: str) -> str:
        """Return a value, empty when it is not there."""
        return self.values.get(name, "")

    @property
    def page(self) -> int:
        """The number of the page of a long list, from 1."""
        given = self.get("page")
        return min(max(int(given), 1), _LAST_PAGE) if given.isascii() and given.isdigit() and len(given) < 9 else 1

    @property
    def wishes(self) -> Wishes:
        """Which part of the record is wanted.

        Raises:
            InputError: when a number is none.
        """
        found: dict[str, object] = {name: self.values[name] for name in FILTERS if self.values.get(name)}
        if "min_origins" in found:
            found["min_origins"] = _read_number(str(found["min_origins"]))
        return cast("Wishes", found)

    @property
    def here(self) -> str:
        """This address."""
        return self.link()

    def link(self, path: str | None = None, **changes: object) -> str:
        """Return this address with changes; a change to None, and any change of filters, goes back to the first page."""
        kept = {**self.values, "page": "", **{name: str(value or "") for name, value in changes.items()}}
        return join_address(path or self.path, {name: value for name, value in kept.items() if value})

    def narrow(self, path: str, **values: str) -> str:
        """Return the address of another page with this page's filters and these."""
        kept = {name: self.values[name] for name in FILTERS if self.values.get(name)}
        return join_address(path, {**kept, **values})


def read_query(path: str, pairs: Mapping[str, str], names: Mapping[str, str]) -> Query:
    """Return what an address asks for; a value that is too long to be meant is cut."""
    values = {name: value.strip()[:_LONGEST] for name, value in pairs.items() if value.strip()}
    done = tuple(part for part in values.pop("done", "").split(",") if part)
    return Query(path=path, values=values, names=names, done=done)


def join_address(path: str, values: Mapping[str, str]) -> str:
    """Return an address; its path is quoted, so that no id of a case leads elsewhere."""
    asked = urlencode(values)
    return f"{quote(path)}{'?' if asked else ''}{asked}"


def _read_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise InputError(f"origins {text!r} is no number")
    return int(text)
