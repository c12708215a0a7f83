"""Which words inside a line are furniture: cut teasers, link words, credits, names of sites?"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.intake.layouts import Layout
from sayso.intake.lines import Line, plain_line
from sayso.lexicons import read_toml
from sayso.model.documents import Furniture
from sayso.model.spans import Span, trim

_CUT = re.compile(r"(?:\[(?:…|\.\.\.)\]|(?<=\w)(?:…|\.\.\.))$")
_BRACKET_CUT = re.compile(r"\[(?:…|\.\.\.)\]$")
_STOP = re.compile(r"[.!?]['\"”’)]*\s+|\b[A-Z]{2,3} (?=[A-Z])")
_GLUED = re.compile(r"[a-z]{3,}(?=[A-Z][a-z]{2,}\b)")
_INITIALS = re.compile(r"(?<=[.!?\"”’])\s*(?P<run>[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3})$")
_CREDIT = re.compile(
    r"[(\[](?:(?:additional )?(?:reporting|writing|editing|translation)\b|compiled|translated|edited|written|sources?:"
    r"|with (?:agencies|inputs?|files))[^()\[\]\r\n]{2,300}[)\]]",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?<=\s)Sources?:? [A-Z][\w .'’&-]{1,40}? and agencies$")
_CLOSING = re.compile(r"[.!?][\"”’]?\s+(?P<credit>[(\[](?P<name>[^()\[\]]{2,40})[)\]])$")
_TRAILING = 60


def read_insides(layout: Layout) -> Iterator[Furniture]:
    """Yield the furniture inside the article's lines.

    Credits of writers and editors in brackets, editors' initials and source notes at the end of a line;
    sentences that a page of teasers cut off; link words; names of platforms behind a title; the text of a
    picture glued to the first word.
    """
    for match in _fixed().finditer(layout.text):
        yield Furniture(span=trim(Span(*match.span()), layout.text), what="link text")
    for match in _CREDIT.finditer(layout.text):
        what = "source list" if match.group()[1:7].casefold() == "source" else "credits"
        yield Furniture(span=Span(*match.span()), what=what)
    yield from _cut_teasers(layout)
    for line in layout.lines:
        yield from _glued(layout, line)
        yield from _line_end(layout, line)


def _cut_teasers(layout: Layout) -> Iterator[Furniture]:
    """Yield the last sentences of lines that break off, where most lines of a page do, or brackets mark it."""
    cut = [line for line in layout.lines if _CUT.search(_end(layout.text, line))]
    is_index = len(cut) > 1 and 2 * len(cut) > sum(line.is_prose for line in layout.lines)
    for line in cut:
        text = line.span.read(layout.text) if line.is_short or line.span.length < 2000 else ""
        is_marked = bool(_BRACKET_CUT.search(text))
        if not text or not (is_marked or is_index):
            continue
        stops = [stop.end() for stop in _STOP.finditer(text) if stop.end() < len(text) - 4]
        if is_marked and line.number < (layout.first or 0):
            yield Furniture(span=line.span, what="cut teaser")
        elif stops:
            yield Furniture(span=Span(line.span.start + stops[-1], line.span.end), what="cut teaser")


def _glued(layout: Layout, line: Line) -> Iterator[Furniture]:
    """Yield lower-case letters glued before the capital of the article's first word."""
    match = _GLUED.match(layout.text, line.span.start, line.span.start + 60)
    if match is None or line.number != layout.first:
        return
    name, word = match.group().capitalize(), re.compile(r"\w+").match(layout.text, match.end())
    if word and any(re.search(rf"\b{re.escape(w)}\b", layout.text[word.end() :]) for w in (name, word.group())):
        yield Furniture(span=Span(*match.span()), what="picture text")


def _line_end(layout: Layout, line: Line) -> Iterator[Furniture]:
    end = _end(layout.text, line)
    offset = line.span.end - len(end)
    for pattern, what in ((_INITIALS, "initials of editors"), (_SOURCE, "source list")):
        match = pattern.search(end)
        if match:
            start = match.start("run") if "run" in pattern.groupindex else match.start()
            yield Furniture(span=Span(offset + start, line.span.end), what=what)
    credit = _CLOSING.search(end)
    known = layout.publishers.named(credit["name"]) if credit and line.number == layout.last else None
    if credit and known and known.is_agency:
        yield Furniture(span=Span(offset + credit.start("credit"), line.span.end), what="agency credit")
    stops = list(re.finditer(r"[.!?)][\"”’]?\s+", end))
    scrap = end[stops[-1].end() :] if stops else ""
    if scrap and len(end) < line.span.length + 1 and plain_line(scrap) in _scraps():
        yield Furniture(span=Span(line.span.end - len(scrap), line.span.end), what="widget")


def _end(text: str, line: Line) -> str:
    return text[max(line.span.start, line.span.end - _TRAILING) : line.span.end]


@cache
def _fixed() -> re.Pattern[str]:
    table = read_toml("furniture")["inside"]
    links = "|".join(re.escape(words) for words in sorted(table["links"], key=len, reverse=True))
    platforms = "|".join(table["platforms"])
    return re.compile(rf"(?:(?<=\w)|(?<=\s))(?:{links})(?=[\s.,;)]|$)|[-–|] (?:{platforms})(?=\s|$)", re.IGNORECASE)


@cache
def _scraps() -> frozenset[str]:
    kinds = read_toml("furniture")["kinds"]
    return frozenset(p.casefold() for kind in kinds for p in kind.get("whole", ()) if kind["what"] != "section label")
