"""A small web on this machine: sites with names, whose pages are functions, and a clock that nobody waits for."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler

from sayso.capture import Terms

HOME = "127.0.0.1"


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a server answers. `parts` are written one by one, `length` is what it says of their length."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    parts: Callable[[], Iterator[bytes]] | None = None
    length: int | None = None


def article(title: str, words: str = "The bridge at Harwick was closed on Monday, the mayor said.") -> Page:
    """Return a page with an article in it."""
    paragraphs = "".join(f"<p>{words} It stays closed until the river falls, part {number}.</p>" for number in range(4))
    html = (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
    return Page(body=html.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def packed(page: Page) -> Page:
    """Return a page as a server sends it that packs its pages."""
    return replace(page, body=gzip.compress(page.body), headers={**page.headers, "Content-Encoding": "gzip"})


@dataclass
class Web:
    """The sites, by name and path; `asked` is what was asked for, in order, with the headers that were sent."""

    pages: dict[tuple[str, str], Page | Callable[[int], Page]] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    addresses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    now: float = 0.0
    port: int = 0

    def put(self, url: str, page: "Page | Callable[[int], Page]") -> str:
        """Put a page (or what makes the page from how often it was asked for) at an address; return it with its port."""
        host, _, path = url.removeprefix("http://").partition("/")
        self.pages[host, f"/{path}"] = page
        return f"http://{host}:{self.port}/{path}"

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(1 for address, _ in self.asked if address.partition("/")[2] == path.removeprefix("/"))

    def terms(self, **more: object) -> Terms:
        """Return terms under which the sites of this web are reached, and waiting takes no time."""
        given = {"agent": "sayso/test (+desk@example.org)", "open_hosts": frozenset({host for host, _ in self.pages})}
        return Terms(**{**given, "resolve": self.resolve, "sleep": self.sleep, "clock": self.clock, **more})

    def resolve(self, host: str, _port: int) -> tuple[str, ...]:
        if host in self.addresses:
            return self.addresses[host]
        if any(host == known for known, _ in self.pages):
            return (HOME,)
        raise OSError(f"no address for {host}")

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now


def make_answer(web: Web) -> type[BaseHTTPRequestHandler]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            web.asked.append((f"{host}{self.path}", dict(self.headers)))
            found = web.pages.get((host, self.path), Page(status=404, body=b"no such page"))
            page = found if isinstance(found, Page) else found(web.count(self.path))
            self.send_response(page.status)
            length = len(page.body) if page.length is None else page.length
            for name, value in {**page.headers, **({} if page.parts else {"Content-Length": str(length)})}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for part in page.parts() if page.parts else (page.body,):
                    self.wfile.write(part)
            except OSError:
                pass

        def log_message(self, *_words: object) -> None:
            pass

    return Answer
