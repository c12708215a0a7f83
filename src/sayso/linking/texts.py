"""What are the words of a document, and which of them are its news?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from sayso.linking.backgrounds import find_background
from sayso.model.documents import Document
from sayso.model.spans import Span

RUN = 8
# Of how many lines at the end, and of how many words, the names of feeders are.
LAST_LINES, FEW = 16, 4
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n")
_BASE, _PRIME = 1_000_003, (1 << 61) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The words of a document outside its furniture, with where they stand.

    `hashes` are those of its runs of eight words; `is_news` tells, for each word, that its sentence is no background
    and that it does not repeat a run of the same text (a lead that is printed again as a caption). `feeders` are names at its end that may be those it was made from.
    """

    document: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    hashes: tuple[int, ...]
    is_news: tuple[bool, ...]
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    feeders: frozenset[str] = frozenset()

    @property
    def news(self) -> int:
        """How many of its words are news."""
        return sum(self.is_news)


def read_text(document: Document) -> Text:
    """Return the words of a document."""
    furniture = sorted(piece.span for piece in document.furniture)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[int] = []
    current = 0
    for match in _WORD.finditer(document.text):
        start, end = match.span()
        while current < len(furniture) and furniture[current].end <= start:
            current += 1
        if current < len(furniture) and furniture[current].shares(Span(start, end)):
            continue
        is_new = bool(ends) and _END.search(document.text, ends[-1], start) is not None
        sentences.append((sentences[-1] if sentences else 0) + is_new)
        words.append(match.group().casefold())
        starts.append(start)
        ends.append(end)
    hashes = tuple(_hash_runs(words))
    background, repeats = find_background(words, sentences), _find_repeats(hashes, len(words))
    return Text(
        document=document.id,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(ends),
        hashes=hashes,
        is_news=tuple(not (old or again) for old, again in zip(background, repeats, strict=True)),
        outlet=document.outlet,
        agencies=document.agencies,
        feeders=find_feeders(document),
    )


def find_feeders(document: Document) -> frozenset[str]:
    """Return the short lines at the end of a document, as reports print that name those they were made from."""
    lines = [line.strip() for line in document.text.rsplit("\n", LAST_LINES)[1:]]
    names = (name.strip() for line in lines for name in re.split(r"\s[/|•·]\s|[,;]", line))
    return frozenset(name.casefold() for name in names if 0 < len(name.split()) <= FEW)


def _find_repeats(hashes: Sequence[int], length: int) -> list[bool]:
    repeats = [False] * length
    seen: set[int] = set()
    for place, value in enumerate(hashes):
        if value in seen:
            repeats[place : place + RUN] = [True] * RUN
        seen.add(value)
    return repeats


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
