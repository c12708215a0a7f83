"""Which participles are joined to a holder by a hyphen, and break the parse? "Rebel-held Tarnova", "the army-run camp"."""

from collections.abc import Iterator, Sequence

from sayso.lexicons import read_toml

_TABLE: dict[str, list[str]] = read_toml("lemmas")["joined"]
PARTICIPLES = frozenset(_TABLE["participles"])
HYPHENS = frozenset({"-", "‑"})
PLAIN = "destroyed"


def find_joined(words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return where each holder that is joined to a participle begins, and where that participle stands.

    The model takes such a pair for a noun and a verb. Shown the participle alone, it sees that it describes what follows.
    """
    return tuple(_find(words))


def _find(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for at in range(2, len(words) - 1):
        is_joined = words[at - 1] in HYPHENS and words[at - 2][:1].isalpha()
        if is_joined and words[at].casefold() in PARTICIPLES and words[at + 1][:1].isalpha():
            yield _find_start(words, at - 2), at


def _find_start(words: Sequence[str], at: int) -> int:
    """Return where a name that has hyphens of its own begins ("al-Nasr-held")."""
    while at >= 2 and words[at - 1] in HYPHENS and words[at - 2][:1].isalpha():
        at -= 2
    return at
