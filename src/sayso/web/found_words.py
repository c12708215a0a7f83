"""Where in some words do those stand that were searched for?"""

import re
import unicodedata

from markupsafe import Markup, escape

_WORD = re.compile(r"\w+")


def mark_found(words: str, sought: str) -> Markup:
    """Return words as HTML with those marked that were searched for; as in the search, case and accents do not matter.

    >>> mark_found("Élan <held> the élan", "elan")
    Markup('<mark class="found">Élan</mark> &lt;held&gt; the <mark class="found">élan</mark>')
    """
    wanted = set(_WORD.findall(_fold(sought)))
    pieces, last = Markup(), 0
    for found in _WORD.finditer(_fold(words)):
        if found[0] in wanted:
            inside = Markup('<mark class="found">{}</mark>').format(words[found.start() : found.end()])
            pieces += escape(words[last : found.start()]) + inside
            last = found.end()
    return pieces + escape(words[last:])


def _fold(words: str) -> str:
    """Return words without case and accents, each sign at its place."""
    return "".join(unicodedata.normalize("NFD", sign)[0].lower()[0] for sign in words)
