"""Who published the article?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.intake.datelines import Dateline
from sayso.intake.heads import is_outlet_shaped
from sayso.intake.layouts import Layout
from sayso.intake.lines import plain_line
from sayso.intake.publishers import Publisher, read_host
from sayso.lexicons import read_words
from sayso.lexicons.bodies import find_body
from sayso.model.documents import Furniture, PageFacts

_WORD = r"[^\W\d_a-z](?:[\w’'&-]|\.(?=[a-z]))*"
_NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:of |the |and |& )?{_WORD}){{0,4}})"
_KIND = "(?:agency|newspaper|daily|weekly|broadcaster|website|magazine|channel|station)"
_OF_RIGHTS = frozenset({"disclaimer", "copyright line", "comment box"})
_OWNED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME} (?:accepts no|is not|takes no|does not|assumes no|reserves|cannot accept)\b",
        rf"(?:not|necessarily|views|those|opinions?|policy|position) (?:reflect )?(?:[\w ]{{0,30}}?)of {_NAME}",
        rf"(?:©|\([Cc]\)|[Cc]opyright)[\s,:©]*(?:\d{{4}}(?:[-–]\d{{2,4}})?)?[\s,]*(?:by )?{_NAME}",
        rf"^{_NAME}, the [\w ]{{0,40}}\b{_KIND}\b",
        rf"^{_NAME}(?: {_NAME.replace('name', 'again')})? is (?:a|an|the) .*\b{_KIND}\b",
    )
)
_SOURCE = re.compile(r"^\(?Sources?:? (?P<name>[^.,;:()]{2,40}?) and agencies\)?$")
# Whose press office signs a text published it itself; a text without apostrophes has "Fronts" for "Front's".
_SIGNED = re.compile(
    r"^\(?Sources?:? (?:the )?(?P<name>[^.,;:()]{2,60}?)(?P<owner>['’]s|s)? (?:[Mm]edia|[Pp]ress|[Ii]nformation|[Cc]ommunications?)"
    r" (?:[Dd]epartment|[Oo]ffice|[Ss]ervice|[Dd]irectorate|[Bb]ureau)\)"
)
_NOTE_AT = 90
_STAFF = re.compile(r"(?:['’]s)? (?:reporter|correspondent|journalist|team in|bureau)\b")
_ONE = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Oo]ur) (?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What of a page may name its publisher, beside the page's own facts."""

    furniture: tuple[Furniture, ...]
    dateline: Dateline | None = None
    writers: tuple[str, ...] = ()


def find_outlet(page: PageFacts, layout: Layout, traces: Traces) -> str | None:
    """Return the name of the outlet, None when nothing names it.

    In this order: what page or row say; the host of the address; the masthead or site title; the lines on
    rights and comments; the dateline, unless it names a wire, whose copy others print; the source note and the
    byline; a reporter of the outlet in the text. Whom somebody "told" something is no evidence: papers cite one
    another. The name is the one that the settings or the shipped table use.
    """
    if page.outlet:
        known = layout.publishers.named(page.outlet)
        return known.name if known else page.outlet.strip()
    at_host = layout.publishers.at_host(page.url)
    if at_host:
        return at_host.name
    return next(_names(layout, traces), None) or read_host(page.url or "") or None


def own_names(layout: Layout) -> frozenset[str]:
    """Return the names, as `plain_line` writes them, by which lines on rights and comments call the publisher."""
    return frozenset(plain_line(name) for name in _owners(layout))


def _names(layout: Layout, traces: Traces) -> Iterator[str]:
    yield from _by_masthead(layout, traces)
    credit = traces.dateline.credit if traces.dateline else None
    yield from (_name(layout, name) for name in _owners(layout) if name != credit and not _is_wire(layout, name))
    yield from _by_dateline(traces.dateline)
    yield from _by_source(layout)
    for writer in traces.writers:
        known = layout.publishers.named(writer)
        if known and not known.is_agency:
            yield known.name
    yield from _by_mentions(layout)
    if credit and traces.dateline and traces.dateline.publisher is None:
        yield credit


def _by_masthead(layout: Layout, traces: Traces) -> Iterator[str]:
    for piece in traces.furniture:
        if piece.what not in {"masthead", "site title"}:
            continue
        words = piece.span.read(layout.text)
        parts = [words] if piece.what == "masthead" else re.split(r"\s+[|»·•–—-]+\s+|^[|»·•–—-]+\s+", words)
        for part in reversed(parts):
            known = layout.publishers.named(part) or _longest(layout, part)
            if known or piece.what == "masthead" or (piece.span.start == 0 and is_outlet_shaped(part)):
                yield known.name if known else _tidy(part)


def _tidy(name: str) -> str:
    """Return a name that is printed in capitals as it is written elsewhere; what is no word stays ("UN", "BBC")."""
    if not name.isupper() or " " not in name:
        return name
    words = re.sub(r"\s*\([^)]*\)$", "", name).split()
    return " ".join(
        word.lower() if n and word.casefold() in read_words("page_heads", "small_words")
        else word.capitalize() if len(word) > 3 or word.casefold() in {"the", "new", "for"} else word
        for n, word in enumerate(words)
    )  # fmt: skip


def _longest(layout: Layout, words: str) -> Publisher | None:
    tokens = words.split()
    return next((p for n in range(len(tokens), 1, -1) if (p := layout.publishers.named(" ".join(tokens[:n])))), None)


def _owners(layout: Layout) -> Iterator[str]:
    """Yield the names in lines of rights and comments, and in what the page says of itself below the article."""
    last = len(layout.lines) if layout.last is None else layout.last
    for line in layout.lines:
        if line.number > last or layout.marked.get(line.number) in _OF_RIGHTS:
            yield from (match["name"].strip() for pattern in _OWNED if (match := pattern.search(line.head)))


def _by_dateline(dateline: Dateline | None) -> Iterator[str]:
    if dateline and dateline.publisher and not dateline.publisher.is_wire:
        yield dateline.publisher.name


def _by_source(layout: Layout) -> Iterator[str]:
    for line in layout.lines[-3:]:
        end = layout.text[max(line.span.start, line.span.end - _NOTE_AT) : line.span.end]
        note = end[max(end.rfind("Source"), 0) :]
        match = _SOURCE.search(note)
        if match:
            yield _name(layout, match["name"])
        signed = _SIGNED.search(end[max(end.rfind("(Source"), 0) :])
        if signed:
            body = find_body(signed["name"])
            yield body.name if body is not None else _name(layout, signed["name"])


def _by_mentions(layout: Layout) -> Iterator[str]:
    """Yield the outlet whose reporter saw or heard something, when there is one only."""
    found: set[str] = set()
    for match in _ONE.finditer(layout.text):
        known = layout.publishers.opening(layout.text, match.end())
        if known and not known[0].is_agency and _STAFF.match(layout.text, known[1]):
            found.add(known[0].name)
    if len(found) == 1:
        yield from found


def _is_wire(layout: Layout, name: str) -> bool:
    known = layout.publishers.named(name)
    return known is not None and known.is_wire


def _name(layout: Layout, words: str) -> str:
    known = layout.publishers.named(words)
    return known.name if known else words
