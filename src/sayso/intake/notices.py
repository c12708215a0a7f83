"""Where does the page say that it was corrected or changed?"""

from collections.abc import Iterator

from sayso.intake.layouts import Layout
from sayso.lexicons import read_toml
from sayso.model.documents import Notice
from sayso.model.spans import Span


def find_notices(layout: Layout) -> Iterator[Notice]:
    """Yield the correction and update notices of a page: lines that open like one, or say so in so many words."""
    for line in layout.lines:
        words = line.head.replace("’", "'").casefold()
        for kind in read_toml("notices")["kinds"]:
            if words.startswith(tuple(kind["starts"])) or any(phrase in words for phrase in kind["holds"]):
                yield Notice(span=_span(line.span, words, kind["holds"], layout.text), what=kind["what"])
                break


def _span(span: Span, words: str, phrases: list[str], text: str) -> Span:
    """Return the line; of a long one that only holds a notice, the sentence with it."""
    if span.length <= len(words) or not any(phrase in words for phrase in phrases):
        return span
    at = span.start + min(words.find(phrase) for phrase in phrases if phrase in words)
    start = max(text.rfind(". ", span.start, at) + 2, span.start)
    end = text.find(". ", at, span.end)
    return Span(start, end + 1 if end >= 0 else span.end)
