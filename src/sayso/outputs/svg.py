"""How is text put into an SVG drawing, so that nothing of a report can be more than text?"""

import re
from xml.sax.saxutils import escape, quoteattr

# Letters that no XML may hold.
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# About how wide a letter is, as a share of the size of its type.
LETTER = 0.54


def plain(words: str) -> str:
    """Return words as they may stand between tags."""
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words))


def quoted(words: str) -> str:
    """Return words as the value of an attribute, with its quotation marks."""
    return quoteattr(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words))


def text(x: float, y: float, words: str, kind: str | None = None) -> str:
    """Return a line of text."""
    return f'<text{f" class={quoted(kind)}" if kind else ""} x="{x}" y="{y}">{plain(words)}</text>'


def width(words: str, size: float) -> float:
    """Return about how wide a line of text is; letters of wide scripts count as two thirds more."""
    wide = sum(letter > "\u2e80" for letter in words)
    return round((len(words) + 0.7 * wide) * size * LETTER, 1)
