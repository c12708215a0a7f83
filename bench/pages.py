"""Which web does the scale measure read? A made one: pages of the speed measure's articles, and others about nothing of the kind."""

import io
import random
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench.articles import make_article

GENERAL, COPIES, BROKEN = 0.5, 0.1, 0.01
WORDS, MATTER = 600, 8
_SLOT = re.compile(r"\{(\w+)\}")
_MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>' for name in ("home", "news", "sport", "weather", "about us", "contact")
)


def write_archive(path: Path, count: int, *, seed: int = 5) -> dict[str, int]:
    """Write a WARC of `count` pages and return how many are what; the same seed gives the same bytes.

    Half of them are about nothing of conflict; a tenth are copies of an earlier page at another address, half of these
    with another menu only and half with a line of the site more; a hundredth are broken.
    """
    chance = random.Random(seed)
    made: list[tuple[str, str]] = []
    counts = {"general": 0, "conflict": 0, "copies": 0, "broken": 0}
    with path.open("wb") as file:
        for number in range(count):
            kind, title, body = _make(number, chance, made)
            counts[kind] += 1
            raw = _record(f"https://site{chance.randrange(40)}.example/{number}.html", _page(title, body))
            file.write(_break(raw, chance) if kind == "broken" else raw)
    return counts


def _make(number: int, chance: random.Random, made: list[tuple[str, str]]) -> tuple[str, str, str]:
    draw = chance.random()
    if draw < COPIES and made:
        title, body = chance.choice(made[-200:])
        return "copies", title, f"{body}\n\nRead more on our site {number}" if chance.random() < 0.5 else body
    if draw > 1 - BROKEN:
        return "broken", "A page", "that will be broken."
    if chance.random() < GENERAL / (1 - COPIES - BROKEN):
        return "general", f"A {chance.choice(_leisure()['adjective'])} day", "\n\n".join(_leisurely(chance))
    article = make_article(number // MATTER, chance)
    title, _, body = article.partition("\n\n")
    made.append((title, body))
    return "conflict", title, body


def _leisurely(chance: random.Random) -> Iterator[str]:
    words = 0
    while words < WORDS:
        paragraph = " ".join(_fill(chance.choice(_leisure()["sentences"]), chance) for _ in range(4))
        words += len(paragraph.split())
        yield paragraph


def _fill(sentence: str, chance: random.Random) -> str:
    def fill(slot: re.Match[str]) -> str:
        key = slot[1].lower()
        return str(chance.randrange(2, 90)) if key == "number" else str(chance.choice(_leisure()[key]))

    return _SLOT.sub(fill, sentence)


@cache
def _leisure() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "leisure.toml").read_text("utf-8"))


def _page(title: str, body: str) -> bytes:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    return (
        f"<html lang='en'><head><title>{title}</title></head><body><ul>{_MENU}</ul><article><h1>{title}</h1>{paragraphs}"
        "</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def _record(url: str, body: bytes) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    said = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    headers = {"WARC-Date": "2022-12-31T00:00:00Z", "WARC-Record-ID": f"<urn:page:{url}>"}
    payload = io.BytesIO(body)
    record = writer.create_warc_record(
        url, "response", payload=payload, length=len(body), http_headers=said, warc_headers_dict=headers
    )
    writer.write_record(record)
    return stream.getvalue()


def _break(raw: bytes, chance: random.Random) -> bytes:
    """Return a record that is cut, or garbled in its middle."""
    middle = len(raw) // 2
    return raw[:middle] if chance.random() < 0.5 else raw[:middle] + b"\xff" * 40 + raw[middle + 40 :]
