"""Which part of a month or year do the words before it name? "The end of", "the rest of", "the second half of"."""

from functools import cache

from sayso.mentions.drafts import cut, time_words
from sayso.mentions.lines import Line


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    table = time_words()["phases_of"]
    pairs = ((cut([phrase])[0], part) for part, phrases in table.items() for phrase in phrases)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def phase_openers() -> frozenset[str]:
    """Return the words that these phrases begin with."""
    return frozenset(words[0] for words, _ in _phrases())


def read_phase_before(line: Line, first: int) -> tuple[int, str | None]:
    """Return where the words for a part begin that end, with "of", before the token, and the part; else None."""
    if line.word(first - 1) != "of":
        return first, None
    for words, part in _phrases():
        if line.ends(first - 1, words):
            opening = first - 1 - len(words)
            return opening - (line.word(opening - 1) == "the"), part
    return first, None


def read_phase(line: Line, token: int) -> tuple[int, str | None]:
    """Return how many tokens the words for a part take that begin at the token, "of" among them, and the part."""
    for words, part in _phrases() if line.word(token) in phase_openers() else ():
        if line.has(token, words) and line.word(token + len(words)) == "of":
            return len(words) + 1, part
    return 0, None
