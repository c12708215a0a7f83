"""Which sentences does a publisher print about itself and its own broadcasts?"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.intake.layouts import Layout
from sayso.intake.lines import Line
from sayso.lexicons import read_toml
from sayso.model.documents import Furniture
from sayso.model.spans import Span

_SENTENCE = re.compile(r"[^.!?]+[.!?]+")
_STARTS = re.compile(r"(?:^|(?<=[.!?\"”’] ))(?=[^\W_a-z])")
_LATE, _LONGEST = 0.75, 900
_SPOKE = re.compile(r"(?:['’]?s)? (?:spoke|talked) (?:to|with) [^.,!?]{3,100}\.(?= |$)")
_ANNOUNCED = re.compile(r"[^.,!?;:\"“”]{5,120}\.(?= |$)")
_EDITION = r"(?: (?:English|Online|News))?"


def read_imprints(layout: Layout, outlet: str | None) -> Iterator[Furniture]:
    """Yield what the outlet says of itself: its own description at the end, and announcements of its reports."""
    for line in layout.lines:
        if line.number not in layout.marked:
            yield from _announcements(layout.text, line)
            yield from _own_announcements(layout, line, outlet)
    last = layout.lines[-1] if layout.lines else None
    if last is not None:
        yield from _description(layout, last)


def _announcements(text: str, line: Line) -> Iterator[Furniture]:
    for match in _announcers().finditer(text, line.span.start, line.span.end):
        start = max(text.rfind(mark, line.span.start, match.start()) for mark in (". ", "! ", "? ", '" ', "” "))
        start = line.span.start if start < 0 else start + 2
        end = text.find(".", match.end(), line.span.end) + 1
        if end and _ANNOUNCED.fullmatch(text, start, end) and text[start].isupper():
            yield Furniture(span=Span(start, end), what="video teaser")


def _own_announcements(layout: Layout, line: Line, outlet: str | None) -> Iterator[Furniture]:
    text = layout.text
    if outlet is None or outlet not in text:
        return
    for match in re.finditer(re.escape(outlet), text[line.span.start : line.span.end]):
        start, end = line.span.start + match.start(), line.span.start + match.end()
        spoke = _SPOKE.match(text, end)
        is_start = start == line.span.start or text[start - 2 : start] in {". ", '" ', "” "}
        if spoke and is_start and not re.search(r"\b(?:who|that|about)\b", spoke.group()):
            yield Furniture(span=Span(start, spoke.end()), what="video teaser")


def _description(layout: Layout, line: Line) -> Iterator[Furniture]:
    """Yield what a known publisher says it is, from there to the end of the text."""
    text = layout.text
    for start in _STARTS.finditer(text, max(line.span.start, line.span.end - _LONGEST), line.span.end):
        known = layout.publishers.opening(text, start.start())
        if known is None or start.start() < _LATE * len(text):
            continue
        sentence = _SENTENCE.match(text, start.start())
        if sentence and _describes().search(sentence.group()):
            yield Furniture(span=Span(start.start(), line.span.end), what="imprint")
            return


@cache
def _announcers() -> re.Pattern[str]:
    words = read_toml("furniture")["inside"]["announcers"]
    return re.compile(rf"(?<!\w)[A-Z][\w'’-]* (?:{'|'.join(map(re.escape, words))})\b")


@cache
def _describes() -> re.Pattern[str]:
    words = "|".join(read_toml("furniture")["inside"]["publishing"])
    return re.compile(rf" is (?:a|an|the) [^.]*\b(?:{words})\b")
