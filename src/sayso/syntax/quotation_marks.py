"""Which quotation marks stand in the way of a parse? Those around words of the clause they stand in."""

from collections.abc import Iterator, Sequence

from sayso.lexicons import read_toml

MARKS: dict[str, tuple[str, ...]] = {
    '"': ('"',), "“": ("”", "“"), "„": ("“", "”"), "«": ("»",), "‘": ("’", "'"), "'": ("'", "’"), "``": ("''",), "''": ("''",),
}  # fmt: skip
AFTER: frozenset[str] = frozenset(read_toml("lemmas")["quotations"]["after"])
STOPS = frozenset({".", "!", "?", ";", ":"})
LONGEST = 15


def find_mixed_quotations(words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the opening and the closing mark of each mixed quotation of a sentence.

    The narrator's own clause goes on inside the marks ("the army had 'fully captured' the district"): they open right
    after a word that calls for the next one, an auxiliary, a pronoun, an article, "to", and close a few words on.
    Marks that set off what is said, after a colon or a word of saying, are none of these.
    """
    return tuple(_find_pairs(words))


def _find_pairs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    at = 1
    while at < len(words):
        closing = _find_closing(words, at) if words[at] in MARKS and words[at - 1].casefold() in AFTER else None
        if closing is not None:
            yield at, closing
        at = at + 1 if closing is None else closing + 1


def _find_closing(words: Sequence[str], opening: int) -> int | None:
    """Return where the marks close that open at a word; None where a sentence or another quotation is in between."""
    for at in range(opening + 1, min(len(words), opening + LONGEST + 2)):
        if words[at] in MARKS[words[opening]]:
            return at if at > opening + 1 else None
        if words[at] in MARKS or words[at] in STOPS:
            return None
    return None
