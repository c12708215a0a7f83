"""How likely does a sentence end at a gap, by what stands around it?"""

import zlib
from array import array
from collections.abc import Iterable
from functools import cache
from importlib import resources

MASK = (1 << 17) - 1
STEP = 32  # a weight is written as a whole number of 32nds


def weigh(clues: Iterable[str]) -> float:
    """Return the log-odds that a sentence ends where these clues are found: above zero, it rather does.

    The weights were learnt by logistic regression from treebanks (`training/sentences.py`), one for each clue.
    """
    weights = _read_weights()
    return sum(weights[key] for key in find_keys(clues)) / STEP


def find_keys(clues: Iterable[str]) -> list[int]:
    """Return the places of the clues in the table of weights; the same words at another place are another clue."""
    return [zlib.crc32(clue.encode("utf-8", "replace"), place) & MASK for place, clue in enumerate(clues)]


@cache
def _read_weights() -> "array[int]":
    return array("b", (resources.files("sayso.passages") / "sentence_ends.bin").read_bytes())
