"""How is text put into an SVG drawing, so that nothing of a report can be more than text?"""

from xml.sax.saxutils import escape, quoteattr

from sayso.text.letters import keep_letters

# About how wide a letter is, as a share of the size of its type.
LETTER = 0.54


def plain(words: str) -> str:
    """Return words as they may stand between tags."""
    return escape(keep_letters(words))


def quoted(words: str) -> str:
    """Return words as the value of an attribute, with its quotation marks."""
    return quoteattr(keep_letters(words))


def text(x: float, y: float, words: str, kind: str | None = None) -> str:
    """Return a line of text."""
    return f'<text{f" class={quoted(kind)}" if kind else ""} x="{x}" y="{y}">{plain(words)}</text>'


def width(words: str, size: float) -> float:
    """Return about how wide a line of text is; letters of wide scripts count as two thirds more."""
    wide = sum(letter > "\u2e80" for letter in words)
    return round((len(words) + 0.7 * wide) * size * LETTER, 1)
