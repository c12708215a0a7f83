"""Which pages tell the same in the same words, so that one reading does for all of them?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from sayso.intake import find_signs
from sayso.lexicons import read_toml
from sayso.scale.libraries import load

# Runs of so many words are compared, by so many hashes; copies share at least so much of all their runs.
RUN, HASHES, SHARE = 5, 128, 0.8
_FEWEST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
_TOLD = re.compile(r"\d|^[^\W\d_a-zà-ÿ]")
_STOP = (".", "!", "?", "”", '"', "’", "'", ")", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What tells copies: the hash of the whole text, that of all numbers, names and denials, and a MinHash of its runs.

    `telling` is None for a text without a line of prose, which has only copies that are the same whole.
    """

    text: bytes
    telling: bytes | None
    runs: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The page that is read in the place of another, and how the two are alike."""

    first: str
    how: str


def mark_text(text: str) -> Mark:
    """Return the mark of a text: a function of the text alone.

    Only lines of prose count, so that menus and the names of sites make no difference.
    """
    prose = [line for line in text.splitlines() if _is_prose(line)]
    whole = sha256(text.encode("utf-8", "surrogatepass")).digest()
    words = [word for line in prose for word in _WORD.findall(line)]
    if len(words) < RUN:
        return Mark(text=whole, telling=None, runs=None)
    told = sorted(set(_find_told(prose)))
    sketch = load("datasketch").MinHash(num_perm=HASHES, seed=1)
    sketch.update_batch([" ".join(words[at : at + RUN]).casefold().encode() for at in range(len(words) - RUN + 1)])
    return Mark(
        text=whole, telling=sha256("\0".join(told).encode()).digest(), runs=sketch.hashvalues.astype("<u4").tobytes()
    )


def find_twins(pages: Iterable[tuple[str, Mark]]) -> Mapping[str, Twin]:
    """Return, for each page that need not be read, the earlier one that is read in its place.

    Pages are looked at in the order they come. One is a copy when its text is the same; or when it shares four in five
    of its runs of words with an earlier one and has the same numbers, names, denials and words of conflict: an update of a toll is none.
    """
    by_text: dict[bytes, str] = {}
    by_telling: dict[bytes, list[tuple[str, Any]]] = {}
    twins: dict[str, Twin] = {}
    for name, mark in pages:
        same = by_text.get(mark.text)
        if same is not None:
            twins[name] = Twin(first=same, how="the same text")
            continue
        by_text[mark.text] = name
        if mark.telling is None or mark.runs is None:
            continue
        runs = load("numpy").frombuffer(mark.runs, dtype="<u4")
        near = next((first for first, other in by_telling.get(mark.telling, ()) if _share(runs, other) >= SHARE), None)
        if near is not None:
            twins[name] = Twin(first=near, how="nearly the same text")
            by_text[mark.text] = near
        else:
            by_telling.setdefault(mark.telling, []).append((name, runs))
    return twins


def _share(left: Any, right: Any) -> float:  # noqa: ANN401 - arrays of numpy
    return float((left == right).mean())


def _is_prose(line: str) -> bool:
    return line.rstrip().endswith(_STOP) and len(line.split()) >= _FEWEST_WORDS


def _find_told(prose: Iterable[str]) -> Iterator[str]:
    """Yield the words that may not differ: numbers, names, numbers in words, what denies, and words of conflict."""
    watched = _watched()
    for line in prose:
        words = _WORD.findall(line)
        yield from (word for word in words if _TOLD.search(word) or word in watched)
        yield from find_signs(words)


@cache
def _watched() -> frozenset[str]:
    numbers = read_toml("numbers")
    return frozenset((*read_toml("copies")["watched"], *numbers["units"], *numbers["scales"]))
