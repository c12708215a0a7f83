"""Which words stand under a picture, and which of them only tell who made it?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.intake.layouts import Layout
from sayso.intake.lines import Line
from sayso.intake.publishers import Publishers
from sayso.lexicons import read_toml
from sayso.model.spans import Span, trim

_BRACKETS = re.compile(r"[(\[](?P<credit>[^()\[\]\r\n]{2,60})[)\]]")
_NAMES = re.compile(r"[^\W\d_a-z][\w’'.&-]*(?:(?: |/|, | and )[^\W\d_a-z][\w’'.&-]*){0,5}")
_COPYRIGHT = re.compile(r"©\s?[^.\r\n]{2,50}$")
_STOP = re.compile(r"[.!?][\"”’']?\s+")
_BEFORE = 500
_MAKER_WORDS = 6
_AFTER_CAPTION = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words under a picture, without the credit; `credit` is what the credit names."""

    span: Span
    credit: Span | None = None
    name: str | None = None


def find_captions(layout: Layout, opening: int = 0) -> tuple[Caption, ...]:
    """Return the captions of a text, in reading order.

    A caption is a line, or the sentence before it in a line that goes on, with a credit in brackets after its
    full stop; a sentence followed by "Photo courtesy of"; a line that opens with "Photo:"; a line below a
    picture counter ("2/7"); and another copy of any of them. None begins before the end of the page's `opening`.
    """
    found = [caption for line in layout.lines for caption in _read_line(layout, line, opening)]
    texts = {caption.span.read(layout.text) for caption in found}
    spans = {caption.span for caption in found}
    copies = [
        Caption(span=line.span)
        for line in layout.lines
        if line.is_prose and line.span not in spans and line.span.read(layout.text) in texts
    ]
    return tuple(sorted((*found, *copies), key=lambda caption: caption.span))


def _read_line(layout: Layout, line: Line, opening: int) -> Iterator[Caption]:
    if line.number in layout.marked:
        return
    by_brackets = list(_with_brackets(layout, line, opening))
    if by_brackets:
        yield from by_brackets
    elif line.is_short or line.span.length <= _BEFORE:
        caption = _with_words(layout.text, line) or _below_counter(layout, line)
        if caption:
            yield caption


def _with_brackets(layout: Layout, line: Line, opening: int) -> Iterator[Caption]:
    text, start = layout.text, max(line.span.start, opening)
    is_last = line.number == layout.last != layout.first
    for match in _BRACKETS.finditer(text, line.span.start, line.span.end):
        ends_line = match.end() == line.span.end
        if not _is_credit(text, match, layout.publishers, ends_line=ends_line, start=line.span.start):
            continue
        if is_last and ends_line and layout.publishers.named(match["credit"]):
            continue
        begin = max(start, match.start() - _BEFORE)
        words = trim(Span(begin if ends_line else _last_sentence(text, begin, match.start()), match.start()), text)
        yield Caption(span=words, credit=Span(*match.span()), name=match["credit"])
        start = match.end()


def _is_credit(text: str, match: re.Match[str], publishers: Publishers, *, ends_line: bool, start: int) -> bool:
    """Tell whether brackets hold a picture credit: they follow a full stop and name a maker or a known agency."""
    before = text[max(start, match.start() - 4) : match.start()]
    follows_stop = bool(_STOP.search(before)) and not before.endswith("..")
    if not follows_stop or not (ends_line or _is_beginning(text, match.end())):
        return False
    credit = match["credit"]
    parts = [part.strip() for part in re.split(r"/|,|\band\b|\bvia\b", credit) if part.strip()]
    if any(_is_maker(part, publishers) for part in parts):
        return True
    return ends_line and bool(_NAMES.fullmatch(credit)) and match.end() - start <= _BEFORE


def _is_maker(part: str, publishers: Publishers) -> bool:
    is_few = len(part.split()) <= _MAKER_WORDS
    return publishers.named(part) is not None or (is_few and is_picture_word(part))


def is_picture_word(words: str) -> bool:
    """Tell whether words of a credit tell of a picture ("Handout", "AFP Photo")."""
    return bool(_picture_words().search(words))


def _is_beginning(text: str, position: int) -> bool:
    return bool(re.match(r"\s+[^\W\d_a-z]", text[position : position + 4]))


def _last_sentence(text: str, begin: int, end: int) -> int:
    """Return where the last whole sentence of `text[begin:end]` starts."""
    stops = [stop.end() for stop in _STOP.finditer(text, begin, end) if end - stop.end() > 20]
    return stops[-1] if stops else begin


def _with_words(text: str, line: Line) -> Caption | None:
    """Return the caption of a line with a credit in words at its end, or with "Photo:" before it."""
    words = line.span.read(text)
    opener = _openers().search(words)
    if opener and opener.start() > 0 and len(words) - opener.start() <= _AFTER_CAPTION:
        end = line.span.start + opener.start("credit")
        return Caption(span=trim(Span(line.span.start, end), text), credit=Span(end, line.span.end))
    if words.casefold().startswith(tuple(_pictures("captions"))):
        mark = _COPYRIGHT.search(words)
        credit = Span(line.span.start + mark.start(), line.span.end) if mark else None
        body = trim(Span(line.span.start, credit.start if credit else line.span.end), text)
        return Caption(span=body, credit=credit) if body.length > 40 else None
    return None


def _below_counter(layout: Layout, line: Line) -> Caption | None:
    before = layout.marked.get(line.number - 1)
    return Caption(span=line.span) if before == "picture counter" and not line.is_apart else None


@cache
def _pictures(key: str) -> tuple[str, ...]:
    return tuple(read_toml("furniture")["pictures"][key])


@cache
def _picture_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _pictures('credits')))})\b", re.IGNORECASE)


@cache
def _openers() -> re.Pattern[str]:
    openers = "|".join(re.escape(words).replace(r"\ ", r"\s") for words in _pictures("openers"))
    return re.compile(rf"(?:^|[.!?][\"”’']?\s+|\s[|–—-]\s+)(?P<credit>(?:{openers}))", re.IGNORECASE)
