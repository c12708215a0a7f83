"""Which words in -s are verbs where they stand? "Families fled as the army advances": nobody fled as an advance."""

from collections.abc import Iterator, Sequence

from sayso.lexicons import read_toml

_TABLE: dict[str, list[str]] = read_toml("lemmas")["present"]
WORDS, MARKS, WHO, BEHIND = (frozenset(_TABLE[name]) for name in ("words", "marks", "who", "behind"))
# "Such as army raids", "as well as militia attacks" open no clause.
LIKE = frozenset({"such", "well"})
DEEDS, AT = (
    frozenset({"attacks", "strikes", "raids", "assaults", "fires", "gains", "battles"}),
    frozenset({"on", "in", "against", "across", "near", "at", "to"}),
)
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
        first = max(0, at - 1 - _REACH)
        is_opened = any(
            words[t].casefold() in MARKS and words[t - 1].casefold() not in LIKE for t in range(first, at - 1)
        )
        behind = "." if at + 1 == len(words) else words[at + 1].casefold()
        # "The army attacks on Arva" may be deeds; "the army advances on Arva" is a sentence.
        if is_opened and behind in BEHIND and not (word in DEEDS and behind in AT):
            yield at, PLAIN
