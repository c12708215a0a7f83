"""Which documents are versions of one page?"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from sayso.lexicons import read_toml
from sayso.model.documents import Document


def find_versions(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Yield each later version of a page with the one before it; `documents` come in order of publication."""
    pages: dict[str, list[str]] = {}
    for document in documents:
        if name_page(document) != document.id:
            pages.setdefault(name_page(document), []).append(document.id)
    for versions in pages.values():
        yield from pairwise(versions)


def name_page(document: Document) -> str:
    """Return what tells a page from others: its address without what only tells how a reader came there.

    A document without an address, or with that of a whole site, is a page of its own.
    """
    return (_bare(document.url) if document.url else None) or document.id


@lru_cache(maxsize=4096)
def _bare(url: str) -> str | None:
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return url
    table = read_toml("backgrounds")["addresses"]
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.casefold() not in table["passing"] and not name.casefold().startswith(tuple(table["beginnings"]))
    ]
    host = parts.netloc.casefold().removeprefix("www.").removeprefix("m.")
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    # A fragment that begins with "!" is an address of its own within the page.
    inside = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    path = parts.path.rstrip("/")
    return f"{host}{path}{query}{inside}" if path or query or inside else None
