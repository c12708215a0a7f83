"""What is the reading text of an HTML page, and what do its metadata say?"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import Any

from sayso.intake.lines import plain_line
from sayso.model.documents import PageFacts

_DATE_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publishdate",
    "pubdate", "publication_date", "publish-date", "published", "dc.date.issued", "dc.date", "dcterms.created",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "date",
)  # fmt: skip
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_NEAR_TOP = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The reading text of a page, its facts, and whether parts of the page were cut off unread."""

    text: str
    facts: PageFacts
    is_cut: bool = False


def read_page(html: str) -> PageText | None:
    """Return the reading text of a page with its facts, None when no article is found in it.

    Text and facts are trafilatura's; captions of pictures stay in the text, the headline is put before a text
    that lacks it, and the date is the one that the page's own metadata state, as written. Elements nested deeper
    than libxml2 reads are cut off.
    """
    library = _load_library()
    parser = library.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = library.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (library.etree.LxmlError, ValueError):
        return None
    is_cut = any("depth" in entry.message for entry in parser.error_log)
    published, language = _published(tree), tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    for element in tree.iter("figure", "figcaption"):
        element.tag = "p" if element.tag == "figcaption" else "div"
    found = library.extract(tree)
    if found is None or not (found.text or "").strip():
        return None
    facts = PageFacts(
        title=found.title or None,
        outlet=_outlet(found.sitename),
        author=found.author or None,
        published=published,
        url=found.url or None,
        language=language,
    )
    return PageText(text=_with_title(found.text, facts.title), facts=facts, is_cut=is_cut)


def page_method() -> str:
    """Return what makes reading texts of pages, with its version."""
    return f"trafilatura {metadata.version('trafilatura')}"


def _with_title(text: str, title: str | None) -> str:
    if title and plain_line(title) not in plain_line(text[: _NEAR_TOP + len(title)]):
        return f"{title}\n\n{text}"
    return text


def _outlet(name: str | None) -> str | None:
    """Return the site's name, unless it is only a host, which the address tells better."""
    return name if name and not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name) else None


def _published(tree: Any) -> str | None:  # noqa: ANN401 - an lxml tree
    named = dict(reversed(list(_meta(tree))))
    for name in _DATE_NAMES:
        if named.get(name):
            return str(named[name])
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            match = _LINKED.search(script.text or "")
            if match:
                return str(json.loads(f'"{match[1]}"')) if "\\" not in match[1] else None
    times = tree.xpath("//article//time[@datetime][1] | //time[@pubdate][1]")
    return str(times[0].get("datetime")) if times else None


def _meta(tree: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an lxml tree
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name, content = element.get(key), element.get("content")
            if name and content and content.strip():
                yield name.strip().casefold(), content.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Library:
    html: Any
    etree: Any
    bare_extraction: Any
    config: Any

    def extract(self, tree: Any) -> Any:  # noqa: ANN401 - the libraries' own types
        # Whatever a hostile page makes the library stumble over, it is a page without an article.
        try:
            return self.bare_extraction(
                tree,
                with_metadata=True,
                include_comments=False,
                date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "9999-12-31"},
                config=self.config,
            )
        except (self.etree.LxmlError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return None


@cache
def _load_library() -> _Library:
    import lxml.html  # noqa: PLC0415 - loaded at the first page
    from lxml import etree  # noqa: PLC0415
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import use_config  # noqa: PLC0415

    config = use_config()
    # Short reports are news too: without this they lose their paragraphs.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    return _Library(html=lxml.html, etree=etree, bare_extraction=bare_extraction, config=config)


def forget_pages() -> None:
    """Let the libraries that read web pages forget the words and dates they keep from page to page, if they are loaded."""
    if _load_library.cache_info().currsize:
        from trafilatura.meta import reset_caches  # noqa: PLC0415 - loaded with the library

        reset_caches()
