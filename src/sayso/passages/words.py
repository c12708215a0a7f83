"""What does a word look like from outside: marks around it, letters, figures?"""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.lexicons import read_words
from sayso.model.spans import Span

MARKS = frozenset(".!?")
_WORD = re.compile(r"\S+")
_PARTS = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_DOUBLED = re.compile(r"(.)\1+")
_FIGURE = re.compile(r"\d[\d.,:/-]*")
_DIGIT = re.compile(r"\d")
_PLAIN = str.maketrans("“”„«»’‘–—…", '"""""\'\'--.')


class Look(NamedTuple):
    """What stands between two spaces: marks before and after, the bare word in small letters, its shape, its kind.

    Shapes: `x` small letters, `Xx` one capital, `XX` capitals, `X` one letter, `9` a figure, `@` and `/` addresses,
    `.` letters with stops inside, `_` no word at all. `kind` tells which sort of abbreviation it would be.
    """

    lead: str = "^"
    core: str = "^"
    tail: str = "^"
    shape: str = "^"
    kind: str = ""

    @property
    def has_mark(self) -> bool:
        """Whether a full stop, a question or an exclamation mark follows."""
        return not MARKS.isdisjoint(self.tail)

    @property
    def is_small(self) -> bool:
        """Whether it is written in small letters."""
        return self.shape == "x"

    @property
    def is_proud(self) -> bool:
        """Whether it begins with a capital and is longer than that."""
        return self.shape in {"Xx", "XX", "XxX"}


class Word(NamedTuple):
    """A run without spaces and what it looks like."""

    start: int
    end: int
    look: Look


def find_words(text: str, span: Span) -> list[Word]:
    """Return the runs between the spaces of `span`, in reading order."""
    return [Word(m.start(), m.end(), describe_word(m.group())) for m in _WORD.finditer(text, span.start, span.end)]


@lru_cache(maxsize=1 << 15)
def describe_word(run: str) -> Look:
    """Return what a run without spaces looks like; typographic marks count as plain ones, repeated ones as two.

    >>> describe_word("“Left!!!”")
    Look(lead='"', core='left', tail='!!"', shape='Xx', kind='')
    """
    parts = _PARTS.match(run)
    lead, bare, tail = parts.groups() if parts else ("", run, "")
    core = bare.lower()
    if core[:1].isdigit():
        core = _DIGIT.sub("0", core)
    return Look(_squeeze(lead), core, _squeeze(tail), _shape(bare), find_kind(core))


def find_kind(core: str) -> str:
    """Return which sort of abbreviation a bare word would be with a full stop behind it, or nothing."""
    if core in read_words("abbreviations", "before_names"):
        return "name"
    if core in read_words("abbreviations", "before_numbers"):
        return "number"
    if core in read_words("abbreviations", "anywhere"):
        return "any"
    return "initial" if _INITIALS.fullmatch(core) else ""


def _squeeze(marks: str) -> str:
    return _DOUBLED.sub(r"\1\1", marks.translate(_PLAIN))[:4]


def _shape(bare: str) -> str:
    if not bare:
        return "_"
    if bare[0].isdigit():
        return "9" if _FIGURE.fullmatch(bare) else "9x"
    if bare.isupper():
        return "X" if len(bare) == 1 else "X." if "." in bare else "XX"
    if bare[0].isupper():
        return "Xx" if bare[1:].islower() else "XxX"
    return next((mark for mark in "@/." if mark in bare), "x")
