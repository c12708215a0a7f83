"""Where does a sentence end?"""

import re
from collections.abc import Iterator

from sayso.lexicons import read_words
from sayso.model.spans import Span, trim

_END = re.compile(r"(?:\.(?:\s?\.){2,}|…|[.!?]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s*)(?=\S)")
_LAST_WORD = re.compile(r"[\w.’'-]*$")
_OPENS = re.compile(r"[^\w\s]*\s?[^\W_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+$")


def find_sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph, which together hold all its words.

    A full stop ends a sentence when a capital, a figure or an opening mark follows, unless it belongs to an
    abbreviation, an initial or a rank. A stop without a space after it ("on Friday.Meanwhile") ends one too
    when a lower-case word stands before it and a capitalised word after it. Ellipses end one only before a
    capital; words after a closing quotation mark in lower case belong to it ("... war," he said).
    """
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if _is_end(text, span, match):
            sentence = trim(Span(start, match.end("close")), text)
            if sentence.length:
                yield sentence
            start = match.end()
    rest = trim(Span(start, span.end), text)
    if rest.length:
        yield rest


def _is_end(text: str, span: Span, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 24]
    first = next((c for c in after if c.isalnum()), "")
    if not _OPENS.match(after) or not (first.isupper() or first.isdigit() or not first.isascii()):
        return False
    before = _LAST_WORD.search(text[max(span.start, match.start() - 24) : match.start()])
    word = before.group() if before else ""
    if not match.group("gap"):
        return _is_missing_space(word, match, after)
    if match.group().lstrip()[0] != "." or match.group("close"):
        return True
    return not _is_abbreviation(word, after)


def _is_missing_space(word: str, match: re.Match[str], after: str) -> bool:
    following = re.match(r"[^\W\d_]+", after)
    is_plain = len(word) > 2 and word.isalpha() and word[1:].islower()
    return (bool(match.group("close")) and after[0] in "“\"‘") or (
        is_plain and following is not None and len(following.group()) > 1 and following.group()[0].isupper()
        and following.group()[1:].islower()
    )  # fmt: skip


def _is_abbreviation(word: str, after: str) -> bool:
    """Tell whether the full stop after `word` belongs to it; what may end a sentence too needs what follows."""
    bare = word.casefold().strip("’'-")
    if bare in read_words("abbreviations", "before_names"):
        return True
    if bare in read_words("abbreviations", "before_numbers"):
        return after[0].isdigit()
    if bare in read_words("abbreviations", "anywhere") or _INITIALS.fullmatch(f"{word}."):
        starter = re.match(r"[^\W\d_]+", after)
        return not (starter and starter.group().casefold() in read_words("abbreviations", "sentence_starters"))
    return False
