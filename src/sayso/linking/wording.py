"""Are two texts worded alike?"""

import re
from functools import lru_cache

from sayso.lexicons import read_toml

WORD = re.compile(r"[^\W_]+")
STEM = 6
ALIKE, LEAST = 0.5, 2
_CROWD = 40


@lru_cache(maxsize=65536)
def find_stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that say what a text is about, numbers whole.

    >>> sorted(find_stems("The army was shelling the northern districts"))
    ['army', 'distri', 'northe', 'shelli']
    """
    empty = _empty_words()
    words = (match.group().casefold() for match in WORD.finditer(text))
    return frozenset(word if word.isdigit() else word[:STEM] for word in words if word not in empty)


@lru_cache(maxsize=1)
def _empty_words() -> frozenset[str]:
    return frozenset(read_toml("matters")["empty"]["words"])


def are_alike(left: frozenset[str], right: frozenset[str], least: float = ALIKE) -> bool:
    """Tell whether the shorter of two texts shares half of its words (two at least) with the other.

    Texts of fewer than two words are alike only when they are the same.
    """
    shared = len(left & right)
    shorter = min(len(left), len(right))
    return left == right if shorter < LEAST else shared >= LEAST and shared >= least * shorter


class Likeness:
    """Texts gathered by their words: each new one joins the first text it is like, or opens a heap of its own.

    An index of words proposes; words that open very many heaps propose nothing, so that the cost stays
    linear in the number of texts.
    """

    def __init__(self, least: float = ALIKE) -> None:
        self._least = least
        self._openers: list[frozenset[str]] = []
        self._index: dict[str, list[int]] = {}
        self._whole: dict[frozenset[str], int] = {}

    def place(self, text: str) -> int:
        """Return the number of the heap the text belongs to."""
        stems = find_stems(text)
        heap = self._whole.get(stems)
        if heap is None:
            heap = self._search(stems)
            self._whole[stems] = heap
        return heap

    def _search(self, stems: frozenset[str]) -> int:
        counts: dict[int, int] = {}
        for stem in sorted(stems):
            for heap in self._index.get(stem, ())[:_CROWD]:
                counts[heap] = counts.get(heap, 0) + 1
        for heap, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if are_alike(stems, self._openers[heap], self._least):
                return heap
        return self._open(stems)

    def _open(self, stems: frozenset[str]) -> int:
        heap = len(self._openers)
        self._openers.append(stems)
        for stem in stems:
            self._index.setdefault(stem, []).append(heap)
        return heap


def read_words_of_people() -> frozenset[str]:
    """Return the words that mean people in general."""
    return frozenset(read_toml("matters")["people"]["words"])
