"""Where has a page lost the apostrophe of a possessive ("Turkeys minister", "on Mondays raid")?"""

import re
from collections import Counter
from collections.abc import Iterator

from sayso.lexicons import read_toml
from sayso.lexicons.bodies import find_body
from sayso.lexicons.nouns import read_noun_classes
from sayso.lexicons.states import find_demonym, find_state

MARK = "'s"
_APOSTROPHES = frozenset("'\u2019\u2018`\u00b4")
_SHORTEST_PAGE = 300
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 4


def find_lost_possessives(text: str) -> frozenset[str]:
    """Return the words of a page that are a name with the s of a possessive, where the page has lost its apostrophes.

    A page of some length without a single apostrophe has lost them. A word counts there when it is a country or
    capital, a weekday or a month with an s, or a name that the page also writes without it.
    """
    if len(text) < _SHORTEST_PAGE or not _APOSTROPHES.isdisjoint(text):
        return frozenset()
    words = Counter(_WORD.findall(text))
    return frozenset(word for word in _candidates(words) if _is_name(word[:-1], words))


def _candidates(words: Counter[str]) -> Iterator[str]:
    return (word for word in words if word.endswith("s") and word[:1].isupper() and len(word) > _SHORTEST_NAME)


def _is_name(stem: str, words: Counter[str]) -> bool:
    """Tell whether a word without its s is a name rather than a noun in the singular or one of a people."""
    small = stem.casefold()
    if (
        stem.isupper()
        or find_demonym(stem)
        or any(known(f"{stem}s") for known in (find_demonym, find_state, find_body))
    ):
        return False
    if small in read_toml("time")["weekdays"] or small in read_toml("time")["months"] or find_state(stem):
        return True
    is_noun = small in read_noun_classes() or small in words
    return words[stem] > 0 and not is_noun


def cut_possessive(word: str, lost: frozenset[str]) -> tuple[str, ...]:
    """Return the word, or its name and the possessive that it has lost the apostrophe of.

    >>> cut_possessive("Turkeys", frozenset({"Turkeys"}))
    ('Turkey', "'s")
    """
    return (word[:-1], MARK) if word in lost else (word,)
