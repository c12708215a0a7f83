"""On which terms are pages fetched?"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.capture.addresses import Resolve, resolve_host


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How politely and how far.

    `agent` is what we call ourselves, `name` what robots.txt may call us by. `delay` is how many seconds lie between two
    requests to a host, unless its robots.txt asks for more. `largest` bounds the bytes of a page, as sent and unpacked,
    `seconds` one request, `redirects` and `tries` those of a page; `patience` is the longest wait in seconds that a
    server may ask for. `hosts` are asked at once, each by one connection. `pages` bounds what feeds and sitemaps may
    name. `open_hosts` may have addresses of the own machine or network.
    """

    agent: str
    name: str = "sayso"
    open_hosts: frozenset[str] = frozenset()
    delay: float = 1.0
    largest: int = 10_000_000
    seconds: float = 60.0
    redirects: int = 5
    tries: int = 3
    patience: float = 120.0
    hosts: int = 8
    pages: int = 500_000
    resolve: Resolve = field(default=resolve_host)
    clock: Callable[[], float] = field(default=time.monotonic)
    sleep: Callable[[float], None] = field(default=time.sleep)
