"""Which documents share text? Whole copies, shared agency paragraphs, one shared quotation.

Words are compared by runs of eight. An index holds every fourth run of each document and is asked for every
run of the next, so that any shared stretch of eleven words is found; every hit is then checked and stretched word
by word. Each stretch points to the first document that printed it, never to all the others, so the cost grows
with the text and not with the number of pairs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from sayso.linking.library import Library
from sayso.model.documents import Document
from sayso.model.records import Copy
from sayso.model.spans import Span

RUN, STEP = 8, 4
_WORD = re.compile(r"[^\W_]+")
_BASE, _PRIME = 1_000_003, (1 << 61) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The words of a document outside its furniture, with where they stand."""

    document: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    hashes: tuple[int, ...]


def find_copies(library: Library) -> tuple[Copy, ...]:
    """Return the stretches of text that documents share with the first document that printed them."""
    documents = sorted(library.documents_in_order, key=lambda d: (library.latest[d.id], d.id))
    texts = [library.memory.recall(_read, document.id, document) for document in documents]
    index: dict[int, tuple[int, int]] = {}
    copies: list[Copy] = []
    for number, text in enumerate(texts):
        copies += _compare(texts, number, _stretches(texts, number, index))
        for place in range(0, len(text.hashes), STEP):
            index.setdefault(text.hashes[place], (number, place))
    return tuple(sorted(copies, key=lambda copy: (copy.left, copy.right)))


def _read(document: Document) -> _Text:
    """Return the words of a document."""
    furniture = sorted(piece.span for piece in document.furniture)
    words, starts, ends, current = [], [], [], 0
    for match in _WORD.finditer(document.text):
        start, end = match.span()
        while current < len(furniture) and furniture[current].end <= start:
            current += 1
        if current < len(furniture) and furniture[current].shares(Span(start, end)):
            continue
        words.append(match.group().casefold())
        starts.append(start)
        ends.append(end)
    return _Text(
        document=document.id,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(ends),
        hashes=tuple(_hash_runs(words)),
    )


def _hash_runs(words: Sequence[str]) -> list[int]:
    drop = pow(_BASE, RUN, _PRIME)
    codes = [crc32(word.encode()) for word in words]
    hashes, value = [], 0
    for place, code in enumerate(codes):
        value = (value * _BASE + code) % _PRIME
        if place >= RUN:
            value = (value - codes[place - RUN] * drop) % _PRIME
        if place >= RUN - 1:
            hashes.append(value)
    return hashes


def _stretches(
    texts: Sequence[_Text], number: int, index: Mapping[int, tuple[int, int]]
) -> dict[int, list[tuple[int, int, int]]]:
    """Return shared stretches by earlier document: (place there, place here, words)."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    reached = 0
    for place, value in enumerate(texts[number].hashes):
        if place < reached or value not in index:
            continue
        earlier, there = index[value]
        stretch = _stretch(texts[earlier].words, texts[number].words, there, place)
        if stretch[2] >= RUN:
            found.setdefault(earlier, []).append(stretch)
            reached = stretch[1] + stretch[2]
    return found


def _stretch(left: Sequence[str], right: Sequence[str], there: int, here: int) -> tuple[int, int, int]:
    start = 0
    while there - start > 0 and here - start > 0 and left[there - start - 1] == right[here - start - 1]:
        start += 1
    end = 0
    while there + end < len(left) and here + end < len(right) and left[there + end] == right[here + end]:
        end += 1
    return there - start, here - start, start + end


def _compare(texts: Sequence[_Text], number: int, found: dict[int, list[tuple[int, int, int]]]) -> Iterator[Copy]:
    right = texts[number]
    for earlier, stretches in found.items():
        left = texts[earlier]
        shared = sum(length for _, _, length in stretches)
        yield Copy(
            left=left.document,
            right=right.document,
            share=min(1.0, round(shared / max(1, min(len(left.words), len(right.words))), 3)),
            left_spans=tuple((left.starts[there], left.ends[there + n - 1]) for there, _, n in stretches),
            right_spans=tuple((right.starts[here], right.ends[here + n - 1]) for _, here, n in stretches),
        )
