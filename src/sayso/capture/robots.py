"""What does a site ask robots (RFC 9309) to leave alone?"""

from dataclasses import dataclass

import httpx
from protego import Protego

from sayso.capture.exchanges import Exchange, Failure, ask, follow
from sayso.capture.terms import Terms
from sayso.text.bodies import TooLargeError, unpack

# The part of a robots.txt that is read at least, and here at most.
_LARGEST = 512_000
_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The wishes of one site: `rules` are None when it has none, `closed` says why nothing may be fetched now.

    `name` is what robots.txt may call us by.
    """

    name: str
    rules: Protego | None = None
    closed: str | None = None

    def refuses(self, url: str) -> str | None:
        """Return why a page is not to be fetched, None when it may be."""
        if self.closed:
            return self.closed
        if self.rules is not None and not self.rules.can_fetch(url, self.name):
            return "robots.txt of its site does not allow it"
        return None

    @property
    def delay(self) -> float:
        """How many seconds the site wants between two requests."""
        return float((self.rules.crawl_delay(self.name) if self.rules is not None else None) or 0)


def read_robots(url: str, terms: Terms) -> Robots:
    """Return what the site of a page asks of us.

    No robots.txt (400 to 499) means that all is allowed; a server that fails or cannot be reached, that nothing is.
    """
    address = str(httpx.URL(url).copy_with(raw_path=b"/robots.txt", fragment=None))
    for _ in range(_REDIRECTS + 1):
        found = ask(address, terms)
        if isinstance(found, Failure):
            return Robots(name=terms.name, closed=f"robots.txt of its site {found.reason}")
        if not found.is_whole:
            return Robots(name=terms.name, closed="robots.txt of its site broke off")
        location = found.header("location")
        if not (300 <= found.status < 400 and location):
            return _read(found, terms)
        leads_to = follow(address, location)
        if leads_to is None:
            return Robots(name=terms.name, closed="robots.txt of its site leads on to what is no web address")
        address = leads_to
    return Robots(name=terms.name)


def _read(found: Exchange, terms: Terms) -> Robots:
    if found.status >= 500 or found.status == 429:
        return Robots(name=terms.name, closed=f"robots.txt of its site cannot be read now ({found.status})")
    if found.status != 200:
        return Robots(name=terms.name)
    try:
        body = unpack(found.raw[:_LARGEST], found.header("content-encoding") or "", _LARGEST)
    except TooLargeError:
        return Robots(name=terms.name, closed="robots.txt of its site is too large")
    robots = Robots(name=terms.name, rules=Protego.parse((body or b"").decode("utf-8", "replace")))
    if robots.delay > terms.patience:
        return Robots(name=terms.name, closed=f"its site wants {robots.delay:g} seconds between two requests")
    return robots
