"""What is stored of one article taken in?"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sayso.intake.encodings import Decoded, decode, find_binary
from sayso.intake.folders import problem
from sayso.intake.items import Item
from sayso.intake.pages import PageText, page_method, read_page
from sayso.model.documents import Capture, PageFacts, Problem

_ID_DIGITS = 16
_CUT = "is cut short in its archive; what is there was taken in"
_NO_ARTICLE = "no article was found in the page; save its text as a .txt file"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    text: str
    media_type: str
    method: str
    page: PageFacts = field(default_factory=PageFacts)
    is_whole: bool = True
    warning: str | None = None


def digest(raw: bytes) -> str:
    """Return the SHA-256 of what was taken in."""
    return hashlib.sha256(raw).hexdigest()


def make_capture(item: Item, names: tuple[str, ...]) -> Iterator[tuple[Capture, bytes] | Problem]:
    """Yield the capture of an article with the bytes to keep, and a problem for what of it could not be read.

    `names` are all names the same bytes came under.
    """
    content = _read_fields(item) if item.fields is not None else _read_bytes(item)
    if isinstance(content, str):
        yield problem(item.name, content)
        return
    if not content.text.strip():
        yield problem(item.name, "is empty")
        return
    fields = item.fields or {}
    sha256 = digest(item.raw)
    capture = Capture(
        id=sha256[:_ID_DIGITS],
        sha256=sha256,
        file=item.name,
        media_type=content.media_type,
        text=content.text,
        page=_with_fields(content.page, fields),
        also=tuple(name for name in names if name != item.name),
        external_id=fields.get("id") or (item.archived.record if item.archived else None),
        completeness="complete" if content.is_whole and item.is_whole else "partial",
        method=content.method,
        archived=item.archived,
    )
    yield capture, item.raw
    if not item.is_whole:
        yield problem(item.name, _CUT)
    if content.warning:
        yield problem(item.name, content.warning)


def _read_bytes(item: Item) -> _Content | str:
    what = find_binary(item.raw)
    if what:
        return f"is no text but {what}; save its text as a .txt file"
    decoded = decode(item.raw, item.charset)
    if decoded is None:
        return "cannot be read: no encoding fits; save it as UTF-8"
    if item.is_html:
        page = read_page(decoded.text)
        return _of_page(_at(page, item.address), "text/html", decoded) if page else _NO_ARTICLE
    return _Content(
        text=decoded.text,
        media_type="text/plain",
        page=PageFacts(url=item.address),
        method=f"text {decoded.encoding}",
        is_whole=not decoded.replaced,
        warning=_damage(decoded),
    )


def _at(page: PageText, address: str | None) -> PageText:
    """Return the page as of the address it was fetched from: what a page says of its own address, it may say of any."""
    return replace(page, facts=replace(page.facts, url=address)) if address else page


def _read_fields(item: Item) -> _Content | str:
    fields = item.fields or {}
    if "text" in fields:
        text = fields["text"].replace("\0", "\ufffd")
        return _Content(text=text, media_type="application/json", method="row")
    page = read_page(fields["html"].replace("\0", "\ufffd"))
    return _of_page(page, "application/json", None) if page else _NO_ARTICLE


def _of_page(page: PageText, media_type: str, decoded: Decoded | None) -> _Content:
    warning = _damage(decoded) if decoded else None
    if page.is_cut:
        warning = "elements are nested too deep to be read; what lies deeper is missing from the text"
    return _Content(
        text=page.text,
        media_type=media_type,
        method=page_method(),
        page=page.facts,
        is_whole=warning is None,
        warning=warning,
    )


def _damage(decoded: Decoded) -> str | None:
    if not decoded.replaced:
        return None
    return (
        f"{decoded.replaced:,} characters could not be read as {decoded.encoding} and stand as \ufffd;"
        " the rest was taken in"
    )


def _with_fields(page: PageFacts, fields: Mapping[str, str]) -> PageFacts:
    """Return the facts of the page, with what the row says in their place."""
    names = ("title", "outlet", "author", "published", "url", "language", "agency")
    return replace(page, **{name: fields[name].strip() for name in names if name in fields})
