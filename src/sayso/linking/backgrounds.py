"""Which sentences look back over a whole conflict, so that to share them is to share nothing?"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from sayso.lexicons import read_toml

_YEAR = re.compile(r"(?:19|20)\d\d")


def find_background(words: Sequence[str], sentences: Sequence[int]) -> tuple[bool, ...]:
    """Return, for each word, whether its sentence is background; `sentences` numbers the sentence of each word.

    Background names a year since which something lasts, counts by years, or gives the losses of a whole war.
    """
    found: list[bool] = []
    for _, places in groupby(range(len(words)), key=lambda place: sentences[place]):
        sentence = [words[place] for place in places]
        found += [_is_background(sentence)] * len(sentence)
    return tuple(found)


def _is_background(sentence: Sequence[str]) -> bool:
    return _lasts_since_a_year(sentence) or _counts_by_years(sentence) or _gives_losses_of_a_war(sentence)


def _lasts_since_a_year(sentence: Sequence[str]) -> bool:
    table = read_toml("backgrounds")["since"]
    return any(
        _YEAR.fullmatch(word) and not _since().isdisjoint(sentence[max(0, place - table["reach"]) : place])
        for place, word in enumerate(sentence)
    )


@cache
def _since() -> frozenset[str]:
    return frozenset(read_toml("backgrounds")["since"]["words"])


def _counts_by_years(sentence: Sequence[str]) -> bool:
    return _has_phrase(sentence, read_toml("backgrounds")["years"]["phrases"])


def _has_phrase(sentence: Sequence[str], phrases: Sequence[str]) -> bool:
    text = f" {' '.join(sentence)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _gives_losses_of_a_war(sentence: Sequence[str]) -> bool:
    table = read_toml("backgrounds")["losses"]
    if set(table["words"]).isdisjoint(sentence):
        return False
    return _has_phrase(sentence, table["scales"]) or any(
        _size(sentence, place) >= table["least"] for place, word in enumerate(sentence) if word.isdecimal()
    )


def _size(sentence: Sequence[str], place: int) -> int:
    """Return the number that ends at a word; "280,000" is two words of one number."""
    word, before = sentence[place], sentence[place - 1] if place else ""
    joined = before + word if len(word) == 3 and before.isdecimal() and len(before) <= 3 else word
    return int(joined[:12])
