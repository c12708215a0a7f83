"""On which news agencies does the copy rest?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.intake.captions import Caption, is_picture_word
from sayso.intake.datelines import Dateline
from sayso.intake.layouts import Layout
from sayso.intake.publishers import Publisher

_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke to|speaking to|speaks to|talking to|an interview with|an interview to"
    r"|in remarks to|in comments to|in a statement to|contacted by|reached by) (?P<name>[^\W\d_a-z])"
)
_AND = re.compile(r"\s*(?:/|,|\band\b)\s*")
_BRACKETS = re.compile(r"[.!?][\"”’]?\s+[(\[](?P<name>[^()\[\]]{2,40})[)\]](?!.)")
# How a line or brackets at the end name whose copy it is ("Source: ...").
_NOTE = re.compile(r"sources?\s?:\s*", re.IGNORECASE)
_PICTURE_PAGE = 3


def find_agencies(
    layout: Layout, dateline: Dateline | None, captions: Sequence[Caption], bylines: Sequence[str], outlet: str | None
) -> tuple[str, ...]:
    """Return the agencies whose copy the article is or uses, in the order met.

    The dateline, a byline, a line or brackets at the end that name an agency; and "told AFP", as agencies write
    in their own copy ("told the AFP news agency" is another outlet's citing). A credit of a picture is none,
    unless the page is made of an agency's captions. The outlet itself is none.
    """
    found = dict.fromkeys(_all(layout, dateline, captions, bylines))
    found.pop(outlet or "", None)
    return tuple(found)


def _all(
    layout: Layout, dateline: Dateline | None, captions: Sequence[Caption], bylines: Sequence[str]
) -> Iterator[str]:
    if dateline and dateline.credit:
        yield from _of_dateline(dateline)
    heads = ((line.number, line.head.strip("()[]–— ")) for line in layout.below)
    below = [head for number, head in heads if number not in layout.marked or _NOTE.match(head)]
    for words in (*bylines, *below, *_closing(layout)):
        yield from _named(layout, _NOTE.sub("", words))
    for match in _TOLD.finditer(layout.text):
        known = layout.publishers.opening(layout.text, match.start("name"))
        if known and known[0].is_agency:
            yield known[0].name
    names = Counter(caption.name for caption in captions if caption.name and not is_picture_word(caption.name))
    yield from (_name(layout.publishers.named(name), name) for name, n in names.items() if n >= _PICTURE_PAGE)


def _of_dateline(dateline: Dateline) -> Iterator[str]:
    if dateline.publisher is None or dateline.publisher.is_agency:
        yield _name(dateline.publisher, dateline.credit or "")


def _closing(layout: Layout) -> Iterator[str]:
    """Yield what stands in brackets at the end of the article."""
    if layout.last is not None:
        span = layout.lines[layout.last].span
        match = _BRACKETS.search(layout.text, max(span.start, span.end - 50), span.end)
        if match:
            yield match["name"]


def _named(layout: Layout, words: str) -> Iterator[str]:
    for part in _AND.split(words) if len(words) <= 60 else ():
        known = layout.publishers.named(part)
        if known and known.is_agency:
            yield known.name


def _name(publisher: Publisher | None, written: str) -> str:
    return publisher.name if publisher else written
