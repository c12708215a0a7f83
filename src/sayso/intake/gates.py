"""Is a text worth the cost of reading it: in English, long enough, and does it speak of conflict or crisis at all?"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from sayso.intake.languages import find_language
from sayso.lexicons import read_toml

FEWEST_WORDS = 6
# A long page comes by single words of any kind more easily than a short one.
_SHORT, _WORDS_A_SIGN, _MOST_SIGNS = 75, 150, 6
# Fewer words can look like those of another language; reading finds that out by itself, at little cost.
_SURE_OF_LANGUAGE = 40
_READ = 60_000
_WORD = re.compile(r"[^\W_]+")


class Gate(StrEnum):
    """Why a text is passed over, in words."""

    LENGTH = "too short to be a report"
    LANGUAGE = "in another language than English"
    TOPIC = "no word of conflict or crisis"


def find_gate(text: str, language: str | None = None) -> Gate | None:
    """Return why a text is passed over; None when it is read.

    It speaks of conflict or crisis when it holds one of the telling words of the table `crisis`, or several of the
    common ones: in a short text one, else two, and one more for every 150 words, at most six. `language` is what the page
    says of its own.

    >>> find_gate("The recipe asks for two cups of flour, butter and eggs, and a pinch of salt at the end.")
    <Gate.TOPIC: 'no word of conflict or crisis'>
    """
    words = _WORD.findall(text[:_READ].casefold())
    if len(words) < FEWEST_WORDS:
        return Gate.LENGTH
    found = find_language(text, language) if len(words) >= _SURE_OF_LANGUAGE else None
    if found is not None and not found.startswith("en"):
        return Gate.LANGUAGE
    if _telling().has_any(words):
        return None
    needed = 1 if len(words) < _SHORT else min(_MOST_SIGNS, 2 + len(words) // _WORDS_A_SIGN)
    return None if len(_common().find_all(words)) >= needed else Gate.TOPIC


def find_signs(words: Iterable[str]) -> set[str]:
    """Return which entries of the table `crisis` stand among the words."""
    known = [word.casefold() for word in words]
    return _telling().find_all(known) | _common().find_all(known)


class _Table:
    """Some of the words, those with a star as beginnings, those of several parts as runs of words."""

    def __init__(self, entries: tuple[str, ...]) -> None:
        single = [entry for entry in entries if " " not in entry]
        self._words = frozenset(entry for entry in single if not entry.endswith("*"))
        self._beginnings = tuple(entry.removesuffix("*") for entry in single if entry.endswith("*"))
        # A run ends where a word ends, or with a star anywhere.
        self._runs = tuple(
            f" {entry.removesuffix('*')}" + ("" if entry.endswith("*") else " ") for entry in entries if " " in entry
        )

    def has_any(self, words: list[str]) -> bool:
        """Tell whether one of the entries stands among the words."""
        if any(word in self._words or word.startswith(self._beginnings) for word in words):
            return True
        line = _line(words)
        return any(run in line for run in self._runs)

    def find_all(self, words: list[str]) -> set[str]:
        """Return the entries that stand among the words."""
        line = _line(words)
        found = {run for run in self._runs if run in line}
        for word in set(words):
            if word in self._words:
                found.add(word)
            elif word.startswith(self._beginnings):
                found.add(next(beginning for beginning in self._beginnings if word.startswith(beginning)))
        return found


def _line(words: list[str]) -> str:
    return f" {' '.join(words)} "


@cache
def _telling() -> _Table:
    return _Table(tuple(entry for entries in read_toml("crisis")["telling"].values() for entry in entries))


@cache
def _common() -> _Table:
    return _Table(tuple(read_toml("crisis")["common"]["words"]))
