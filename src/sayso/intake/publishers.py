"""Which newspapers, stations and news agencies are known, and under which names?"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from sayso.lexicons import read_csv
from sayso.model.settings import OutletEntry

_WORDS = re.compile(r"[^\W_][\w’'.&/-]*(?: [^\W_][\w’'.&/-]*){0,4}")
_ENDS = ("'s", "s'", "s", ".", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A publisher under the name used in the record.

    A wire's copy is mostly read in other papers; an agency may also be a country's own, read on its own pages.
    """

    name: str
    is_agency: bool = False
    is_wire: bool = False


class Publishers:
    """The publishers of the case and of the shipped table; what the case says comes first."""

    def __init__(self, outlets: tuple[OutletEntry, ...]) -> None:
        self._names: dict[str, Publisher] = {}
        self._written: dict[str, Publisher] = {}
        self._hosts: dict[str, Publisher] = {}
        for entry in outlets:
            self._add(Publisher(name=entry.name), entry.aliases, entry.hosts)
        for row in read_csv("publishers"):
            kind = row["kind"]
            publisher = Publisher(name=row["name"], is_agency=kind in {"agency", "wire"}, is_wire=kind == "wire")
            self._add(publisher, _list(row["aliases"]), _list(row["hosts"]))

    def _add(self, publisher: Publisher, aliases: tuple[str, ...], hosts: tuple[str, ...]) -> None:
        for name in (publisher.name, *aliases):
            self._names.setdefault(_key(name), publisher)
            self._written.setdefault(_written(name), publisher)
        for host in hosts:
            self._hosts.setdefault(host.casefold().removeprefix("www."), publisher)

    def named(self, words: str) -> Publisher | None:
        """Return the publisher that the words name and nothing else, in whatever case; None when none is known."""
        return self._names.get(_key(words))

    def at_host(self, url: str | None) -> Publisher | None:
        """Return the publisher of an address, by its host or by the one above ("news.example.org")."""
        host = read_host(url or "")
        while host:
            if host in self._hosts:
                return self._hosts[host]
            host = host.partition(".")[2]
        return None

    def opening(self, text: str, start: int) -> tuple[Publisher, int] | None:
        """Return the publisher whose name, in its own spelling, begins at `start`, and where the name ends.

        The longest name counts; a possessive s is no part of it.
        """
        match = _WORDS.match(text, start, start + 80)
        if match is None:
            return None
        name = match.group()
        while name:
            for end in ("", *_ENDS):
                publisher = self._written.get(_written(name.removesuffix(end))) if name.endswith(end) else None
                if publisher:
                    return publisher, start + len(name) - len(end)
            name = name.rpartition(" ")[0]
        return None


@lru_cache(maxsize=8)
def load_publishers(outlets: tuple[OutletEntry, ...]) -> Publishers:
    """Return the publishers known to a case."""
    return Publishers(outlets)


def read_host(url: str) -> str:
    """Return the host of an address without "www.", an empty text when it has none.

    >>> read_host("https://www.example.org/2013/07/31/town")
    'example.org'
    """
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        host = None
    return (host or "").casefold().removeprefix("www.")


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _written(name: str) -> str:
    return name.replace("’", "'").removeprefix("The ").removeprefix("the ")


def _key(name: str) -> str:
    return _written(" ".join(name.split())).casefold()
