"""Which words in -s are verbs where they stand? "Families fled as the army advances": nobody fled as an advance."""

from collections.abc import Iterator, Sequence

from sayso.lexicons import read_toml

_TABLE: dict[str, list[str]] = read_toml("lemmas")["present"]
WORDS, MARKS, WHO, BEHIND = (frozenset(_TABLE[name]) for name in ("words", "marks", "who", "behind"))
PLAIN = "arrives"
# How far before the party the word stands that opens the clause: "as the battered Karsovian army advances".
_REACH = 4


def find_present_verbs(words: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return the words in -s that are plainly verbs, each with the plain verb that the model is shown in its place.

    One stands right behind a party in the singular, in a clause that "as", "while" or the like opens, and before a word
    that a verb may stand before: not "as the army advances were halted".
    """
    return tuple(_find(words))


def _find(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    for at, word in enumerate(words):
        if word not in WORDS or at < 2 or words[at - 1].casefold() not in WHO:
            continue
        is_opened = any(one.casefold() in MARKS for one in words[max(0, at - 1 - _REACH) : at - 1])
        if is_opened and (at + 1 == len(words) or words[at + 1].casefold() in BEHIND):
            yield at, PLAIN
