"""What of a sentence is the model not shown, and how is it put back?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sayso.lexicons import read_toml
from sayso.syntax.gerunds import find_gerunds
from sayso.syntax.joined import PLAIN, find_joined
from sayso.syntax.present_verbs import find_present_verbs
from sayso.syntax.quotation_marks import find_mixed_quotations

SLUGS: frozenset[str] = frozenset(read_toml("lemmas")["headings"]["slugs"])
DASHES = frozenset({"-", "–", "—"})


class Column(NamedTuple):
    """What the parse says of a token that the model was not shown."""

    head: int
    universal: str
    tag: str
    relation: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a sentence, and which of them the model is not shown.

    These are the marks of mixed quotations, in `pairs`, and the first `slug` words, by which an agency numbers its
    versions ("UPDATE 3-Rebels ..."), and holders `joined` to a participle ("rebel-held"): they break the clause that
    they stand in or before. In the place of those participles and of words that may be a noun or a verb (`plain`) it is shown
    words that are used alike.
    """

    words: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...] = ()
    slug: int = 0
    joined: tuple[tuple[int, int], ...] = ()
    plain: tuple[tuple[int, str], ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """Where each token that is shown stands among all words."""
        hidden = {mark for pair in self.pairs for mark in pair} | {t for run in self.joined for t in range(*run)}
        return tuple(at for at in range(self.slug, len(self.words)) if at not in hidden)

    def seen(self) -> tuple[str, ...]:
        """Return what the model is shown, a word for each of `places`."""
        others = dict(self.plain) | {at: PLAIN for _, at in self.joined}
        return tuple(others.get(at, self.words[at]) for at in self.places)

    def put_back(self, doc: Any) -> dict[int, Column]:
        """Return what the parse says of each word that was not shown: a mark hangs on the head of what it encloses."""
        places = self.places
        heads = {at: places[token.head.i] for at, token in zip(places, doc, strict=True)}
        root = next(at for at in places if heads[at] == at)
        found = {at: Column(root, "NOUN", "NN", "dep") for at in range(self.slug)}
        for first, participle in self.joined:
            found |= {at: self._describe(at, participle) for at in range(first, participle)}
        for opening, closing in self.pairs:
            head = _find_head(range(opening + 1, closing), heads)
            found[opening], found[closing] = Column(head, "PUNCT", "``", "punct"), Column(head, "PUNCT", "''", "punct")
        return found

    def _describe(self, at: int, participle: int) -> Column:
        """Return what the parse says of a word of a holder that is joined to a participle."""
        if not self.words[at][:1].isalnum():
            return Column(participle, "PUNCT", "HYPH", "punct")
        is_name = self.words[at][:1].isupper()
        return Column(participle, "PROPN" if is_name else "NOUN", "NNP" if is_name else "NN", "compound")


def _find_head(inside: Sequence[int], heads: dict[int, int]) -> int:
    shown = [at for at in inside if at in heads]
    return next((at for at in shown if heads[at] not in inside or heads[at] == at), shown[0])


def choose_shown(words: Sequence[str]) -> Shown:
    """Return the words of a sentence with those marked that the model is better not shown."""
    joined = find_joined(words)
    return Shown(
        tuple(words),
        find_mixed_quotations(words),
        find_slug(words),
        joined,
        (*find_gerunds(words), *find_present_verbs(words)),
    )


def find_slug(words: Sequence[str]) -> int:
    """Return how many words at the head of a line are an agency's mark of its version.

    >>> find_slug(["UPDATE", "3", "-", "Rebels", "seize", "bridge"])
    3
    """
    dash = next((at for at, word in enumerate(words[:3]) if word in DASHES), None)
    if dash is None or words[0] not in SLUGS or not all(word.isdigit() for word in words[1:dash]):
        return 0
    return dash + 1 if len(words) > dash + 2 else 0
