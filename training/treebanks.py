"""What do the treebank files say? Sentences of CoNLL-U as plain columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME_TYPES = {"person": "PERSON", "place": "PLACE", "organization": "ORGANIZATION"}
# What opens a span, with a closing bracket at once where the span is one word; or what closes an earlier one.
_BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: a column per property, heads counted from zero (a root heads itself)."""

    document: str
    text: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    universal: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...] | None


def read_sentences(path: Path, *, has_names: bool) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; parts of a multiword token stand without spaces.

    `has_names` tells whether the file carries an entity layer. Entities may run over a sentence
    border in no file we use, so each sentence is read alone.
    """
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            yield _sentence(lines, rows, has_names=has_names)


def _sentence(lines: list[str], rows: list[list[str]], *, has_names: bool) -> Sentence:
    comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    inside, last = _glued(rows)
    words = [row for row in rows if row[0].isdigit()]
    forms = tuple(row[1] for row in words)
    spaces = tuple(int(row[0]) not in inside and last.get(int(row[0]), "SpaceAfter=No" not in row[9]) for row in words)
    heads = tuple(index if row[6] == "0" else int(row[6]) - 1 for index, row in enumerate(words))
    tags = tuple(row[4] for row in words)
    return Sentence(
        document=comments.get("sent_id", "").rsplit("-", 1)[0],
        text=comments.get("text", ""),
        words=forms,
        spaces=spaces,
        lemmas=tuple(row[2] for row in words),
        universal=tuple(row[3] for row in words),
        tags=tags,
        heads=heads,
        relations=tuple("ROOT" if row[7] == "root" else row[7] for row in words),
        names=_names(words, heads) if has_names else None,
    )


def _glued(rows: list[list[str]]) -> tuple[set[int], dict[int, bool]]:
    """Return the word numbers inside a multiword token, and whether a space follows its last one."""
    inside: set[int] = set()
    last: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, final = (int(part) for part in row[0].split("-"))
            inside.update(range(first, final))
            last[final] = "SpaceAfter=No" not in row[9]
    return inside, last


def _names(words: list[list[str]], heads: tuple[int, ...]) -> tuple[tuple[int, int, str], ...]:
    """Return the outermost entity spans of our types whose head is a proper noun: names."""
    opened: dict[str, list[tuple[int, str]]] = {}
    found: list[tuple[int, int, str]] = []
    for index, row in enumerate(words):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for begin, kind, at_once, end in _BRACKET.findall(entity):
            if at_once:
                found.append((index, index + 1, kind))
            elif begin:
                opened.setdefault(begin, []).append((index, kind))
            elif opened.get(end):
                start, opened_kind = opened[end].pop()
                found.append((start, index + 1, opened_kind))
    names = [(_trim(words, heads, start, end), kind) for start, end, kind in found if kind in NAME_TYPES]
    spans = sorted({(*span, NAME_TYPES[kind]) for span, kind in names if span}, key=lambda n: (n[0] - n[1], n[0]))
    kept: list[tuple[int, int, str]] = []
    for start, end, kind in spans:
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end, kind))
    return tuple(sorted(kept))


def _trim(words: list[list[str]], heads: tuple[int, ...], start: int, end: int) -> tuple[int, int] | None:
    """Return the run of proper nouns around the head of a span, its determiner and modifiers left out."""
    head = next((i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i), None)
    if head is None or not _is_proper(words[head]):
        return None
    first = last = head
    while first > start and _in_name(words, heads, first - 1, head):
        first -= 1
    while last + 1 < end and _in_name(words, heads, last + 1, head):
        last += 1
    while first < head and not _is_proper(words[first]):
        first += 1
    while last > head and not _is_proper(words[last]):
        last -= 1
    return first, last + 1


def _is_proper(word: list[str]) -> bool:
    """Tell whether a word is part of a name: "United" in "United Nations" is so by its tag alone."""
    return word[3] == "PROPN" or word[4].startswith("NNP")


def _in_name(words: list[list[str]], heads: tuple[int, ...], index: int, head: int) -> bool:
    form, proper = words[index][1], _is_proper(words[index])
    if proper and words[index][7] in ("appos", "conj", "list"):
        return False
    glue = form.casefold() in {"of", "the", "for", "and", "-", "'s", "’s", "'", "’"}
    return proper or ((glue or form[:1].isupper()) and _below(heads, index, head))


def _below(heads: tuple[int, ...], index: int, head: int) -> bool:
    for _ in range(6):
        if index == head:
            return True
        if heads[index] == index:
            return False
        index = heads[index]
    return False
