"""Which pages does a feed, a sitemap or a list of addresses name?"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import httpx

from sayso.capture.exchanges import refuse_address
from sayso.text.bodies import TooLargeError, unpack

# What a sitemap may hold by its own standard (sitemaps.org).
MOST_PAGES = 50_000
LARGEST = 50_000_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The pages that are named, and the further sitemaps, in the order in which they stand."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_list(text: str) -> Listing:
    """Return the addresses of a list, one a line; empty lines and lines that begin with # are passed over."""
    lines = (line.strip() for line in text.splitlines())
    return Listing(pages=_keep(line for line in lines if line and not line.startswith("#")))


def read_feed(body: bytes, address: str) -> Listing | None:
    """Return the pages that a feed (RSS, Atom) names; None when it is none."""
    feed = _load_feedparser().parse(io.BytesIO(body), response_headers={"content-location": address})
    if not feed.get("version"):
        return None
    return Listing(pages=_keep(_join(address, entry.get("link") or "") for entry in feed.entries))


def read_sitemap(body: bytes, address: str) -> Listing | None:
    """Return the pages and sitemaps that a sitemap names, as XML, packed XML or plain lines; None when it is none."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body = unpack(body, "gzip", LARGEST) or b""
        except TooLargeError:
            return None
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        found = read_list(body.decode("utf-8", "replace"))
        return found if found.pages and not any(refuse_address(page) for page in found.pages) else None
    root = _parse_xml(body)
    if root is None or root.tag not in {
        f"{{{_NAMESPACE}}}urlset",
        f"{{{_NAMESPACE}}}sitemapindex",
        "urlset",
        "sitemapindex",
    }:
        return None
    named = _keep(_join(address, (place.text or "").strip()) for place in root.findall("./{*}*/{*}loc"))
    return Listing(sitemaps=named) if root.tag.endswith("sitemapindex") else Listing(pages=named)


def _keep(addresses: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for address in addresses if address))[:MOST_PAGES]


def _join(base: str, address: str) -> str:
    try:
        return str(httpx.URL(base).join(address).copy_with(fragment=None)) if address else ""
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return address


def _parse_xml(body: bytes) -> Any:  # noqa: ANN401 - an element of lxml
    """Return the root of an XML file; entities, which can swell or reach outside, are not looked at."""
    etree = import_module("lxml.etree")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return None


def _load_feedparser() -> Any:  # noqa: ANN401 - the library has no types
    return import_module("feedparser")
