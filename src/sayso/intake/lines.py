"""What are the lines of a text, and which of them are prose?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.spans import Span, trim

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"[.!?…؟。][\"'”’»)\]*]*$")
_IS_CUT = re.compile(r"\[(?:…|\.\.\.)\]$")
_CREDITED = re.compile(r"[.!?][\"”’]?\s+[(\[][^()\[\]]{2,60}[)\]]$")
_GOES_ON = re.compile(r"[(\[]?[a-z]")
SENTENCE_STOP = re.compile(r"(?<=[a-z\d)][.!?])[\"”’]?\s+(?=[^\W_a-z])")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")

LONGEST = 400  # no line of furniture is longer
_JOINED, _PROSE, _LONG = 40, 60, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a text without the space around it; several, where a sentence was broken over them.

    `is_apart` tells whether an empty line, or the text's beginning, stands before it. `head` is its beginning
    and `words` the words of that, both cut at the length beyond which no line is furniture. `is_credited` tells of
    a sentence of some length with brackets behind its full stop.
    """

    number: int
    span: Span
    head: str
    words: tuple[str, ...]
    is_apart: bool
    ends_sentence: bool
    is_credited: bool

    @property
    def is_short(self) -> bool:
        """Whether the line could be furniture by its length."""
        return self.span.length <= LONGEST

    @property
    def is_prose(self) -> bool:
        """Whether the line is long, or a whole sentence of some length."""
        return self.span.length >= (_PROSE if self.ends_sentence else _LONG)


def read_lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of a text that hold anything.

    A line that was broken in mid-sentence (no closing mark, and the next one goes on in lower case) is joined
    with the next, over an empty line too.

    >>> [line.head for line in read_lines("Dam breaks\n\nWater came.")]
    ['Dam breaks', 'Water came.']
    """
    spans: list[Span] = []
    for line in _spans(text):
        if spans and _is_broken(text, spans[-1], line):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line)
    ends = [0, *(span.end for span in spans)]
    return tuple(_line(text, number, span, ends[number]) for number, span in enumerate(spans))


def _spans(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        span = trim(Span(*match.span()), text)
        if span.length:
            yield span


def _is_broken(text: str, before: Span, after: Span) -> bool:
    tail = text[max(before.start, before.end - _JOINED) : before.end]
    is_long = len(tail) == _JOINED and not _BREAKS.search(tail)
    return is_long and not _ENDS_SENTENCE.search(tail) and bool(_GOES_ON.match(text, after.start, after.start + 2))


def _line(text: str, number: int, span: Span, end_before: int) -> Line:
    head = text[span.start : min(span.end, span.start + LONGEST)]
    return Line(
        number=number,
        span=span,
        head=head,
        words=tuple(_WORD.findall(head)),
        is_apart=number == 0 or len(_BREAKS.findall(text, end_before, span.start)) > 1,
        ends_sentence=_ends_sentence(text[max(span.start, span.end - 8) : span.end]),
        is_credited=span.length >= _PROSE and bool(_CREDITED.search(text, max(span.start, span.end - 80), span.end)),
    )


def _ends_sentence(tail: str) -> bool:
    return bool(_ENDS_SENTENCE.search(tail)) and not _IS_CUT.search(tail)


def first_sentence(words: str) -> str:
    """Return the first sentence of a line."""
    return SENTENCE_STOP.split(words, maxsplit=1)[0]


def plain_line(words: str) -> str:
    """Return a line in lower case without marks and counts around it, to be looked up in a list.

    >>> plain_line("» Comments (14)")
    'comments'
    """
    return re.sub(r"^[\W_\d]+|[\W_\d]+$", "", " ".join(words.replace("’", "'").casefold().split()))
