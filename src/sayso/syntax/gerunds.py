"""Which words in -ing are nouns where they stand? "Ten died in shelling near the river", "Fighting for the port ended"."""

from collections.abc import Iterator, Sequence

from sayso.lexicons import read_toml

_TABLE: dict[str, list[str]] = read_toml("lemmas")["gerunds"]
WORDS, BEFORE, BEHIND = (frozenset(_TABLE[name]) for name in ("words", "before", "behind"))
PLAIN = "violence"


def find_gerunds(words: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return the words in -ing that are plainly nouns, each with the plain noun that the model is shown in its place.

    One stands at the head of its sentence or behind a word that calls for a noun, and before a word that no object
    begins with: not "by shelling the port", nor "the army is shelling".
    """
    return tuple(_find(words))


def _find(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    for at, word in enumerate(words):
        if word.casefold() not in WORDS:
            continue
        before = at == 0 or words[at - 1].casefold() in BEFORE
        behind = at + 1 == len(words) or words[at + 1].casefold() in BEHIND
        if before and behind:
            yield at, PLAIN.capitalize() if word[:1].isupper() else PLAIN
