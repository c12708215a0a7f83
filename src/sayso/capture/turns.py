"""When is it our turn at a host? One request at a time, and a pause after each."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx

from sayso.capture.robots import Robots, read_robots
from sayso.capture.terms import Terms


@dataclass(slots=True)
class _Site:
    lock: threading.Lock = field(default_factory=threading.Lock)
    robots: Robots | None = None
    free: float = 0.0


class Turns:
    """The turns at all hosts of one run. What a site asks of robots is read once, at the first turn."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._sites: dict[str, _Site] = {}
        self._lock = threading.Lock()

    @contextmanager
    def take(self, url: str) -> Iterator[Robots]:
        """Wait until it is our turn at the host of a page, and keep it while the block runs."""
        with self._lock:
            site = self._sites.setdefault(site_of(url), _Site())
        with site.lock:
            if site.robots is None:
                site.robots = read_robots(url, self._terms)
                self._pause(site)
            if site.robots.refuses(url):
                yield site.robots
                return
            wait = site.free - self._terms.clock()
            if wait > 0:
                self._terms.sleep(wait)
            try:
                yield site.robots
            finally:
                self._pause(site)

    def _pause(self, site: _Site) -> None:
        wished = site.robots.delay if site.robots else 0.0
        site.free = self._terms.clock() + max(self._terms.delay, wished)


def site_of(url: str) -> str:
    """Return what a host is known by: its scheme, name and port."""
    parsed = httpx.URL(url)
    return f"{parsed.scheme}://{parsed.netloc.decode('ascii', 'replace').casefold()}"
