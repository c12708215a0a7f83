"""Which documents share text? Whole copies, shared agency paragraphs, one shared quotation.

Words are compared by runs of eight. An index holds every fourth run of each document and is asked for every
run of the next, so that any shared stretch of eleven words is found; every hit is then checked and stretched word
by word. Each stretch points to the first document that printed it, never to all the others, so the cost grows
with the text and not with the number of pairs.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from sayso.linking.library import Library
from sayso.model.documents import Document
from sayso.model.records import Copy
from sayso.model.spans import Span

RUN, STEP = 8, 4
_WORD = re.compile(r"[^\W_]+")
_BASE, _PRIME = 1_000_003, (1 << 61) - 1

# Where a run of words stands, the earlier document that has it too, and where it stands there.
Hit = tuple[int, str, int]
# Where a stretch begins in the earlier document and in the later one, and how many words it has.
Stretch = tuple[int, int, int]


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
    recall = library.memory.recall
    texts: dict[str, _Text] = {}
    index: dict[int, tuple[str, int]] = {}
    copies: list[Copy] = []
    for document in documents:
        text = recall(_read, document.id, document)
        hits = tuple((place, *index[value]) for place, value in enumerate(text.hashes) if value in index)
        if hits:
            copies += recall(_compare, document.id, text, hits, {name: texts[name] for _, name, _ in hits})
        texts[document.id] = text
        for place in range(0, len(text.hashes), STEP):
            index.setdefault(text.hashes[place], (document.id, place))
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


def _compare(right: _Text, hits: tuple[Hit, ...], earlier: Mapping[str, _Text]) -> tuple[Copy, ...]:
    """Return what a document shares with each earlier one."""
    return tuple(_copy(earlier[name], right, found) for name, found in _stretches(right, hits, earlier).items())


def _stretches(right: _Text, hits: tuple[Hit, ...], earlier: Mapping[str, _Text]) -> dict[str, list[Stretch]]:
    """Return the stretches that a document shares with each earlier one."""
    found: dict[str, list[Stretch]] = {}
    reached = 0
    for place, name, there in hits:
        if place < reached:
            continue
        stretch = _stretch(earlier[name].words, right.words, there, place)
        if stretch[2] >= RUN:
            found.setdefault(name, []).append(stretch)
            reached = stretch[1] + stretch[2]
    return found


def _stretch(left: Sequence[str], right: Sequence[str], there: int, here: int) -> Stretch:
    start = 0
    while there - start > 0 and here - start > 0 and left[there - start - 1] == right[here - start - 1]:
        start += 1
    end = 0
    while there + end < len(left) and here + end < len(right) and left[there + end] == right[here + end]:
        end += 1
    return there - start, here - start, start + end


def _copy(left: _Text, right: _Text, stretches: Sequence[Stretch]) -> Copy:
    shared = sum(length for _, _, length in stretches)
    return Copy(
        left=left.document,
        right=right.document,
        share=min(1.0, round(shared / max(1, min(len(left.words), len(right.words))), 3)),
        left_spans=tuple((left.starts[there], left.ends[there + n - 1]) for there, _, n in stretches),
        right_spans=tuple((right.starts[here], right.ends[here + n - 1]) for _, here, n in stretches),
    )
