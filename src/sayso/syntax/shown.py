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
BULLETS = frozenset("•*·▪●◦‣-–—")
SMALL = frozenset({"of", "and", "de", "the", "in", "/", "&", "-", "(", ")"})
LONGEST_LABEL, SHORTEST_REST = 6, 4
AREAS = frozenset(read_toml("noun_classes")["classes"]["place"])
SPEAKERS = frozenset(read_toml("noun_classes")["classes"]["people"]) | {"gen", "col", "maj", "lt", "dr", "mr", "mrs"}


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
    versions ("UPDATE 3-Rebels ...") or a list labels its item ("• Belgor: rebels ..."), and holders `joined` to a participle ("rebel-held"): they break the clause that
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
        found = {at: self._label(at, root) for at in range(self.slug)}
        for first, participle in self.joined:
            found |= {at: self._describe(at, participle) for at in range(first, participle)}
        for opening, closing in self.pairs:
            head = _find_head(range(opening + 1, closing), heads)
            found[opening], found[closing] = Column(head, "PUNCT", "``", "punct"), Column(head, "PUNCT", "''", "punct")
        return found

    def _label(self, at: int, root: int) -> Column:
        """Return what the parse says of a word of a label or of an agency's mark: it hangs loosely on the sentence."""
        if not self.words[at][:1].isalnum():
            return Column(root, "PUNCT", self.words[at] if self.words[at] == ":" else "HYPH", "punct")
        is_name = self.words[at][:1].isupper() and self.words[at] not in SLUGS
        last = max(t for t in range(self.slug) if self.words[t][:1].isalnum())
        head, relation = (root, "dep") if at == last or not is_name else (last, "compound")
        return Column(head, "PROPN" if is_name else "NOUN", "NNP" if is_name else "NN", relation)

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
        find_slug(words) or find_label(words),
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


def find_label(words: Sequence[str]) -> int:
    """Return how many words at the head of a line are its label with the colon: a place or a matter.

    In a list that may be several words, elsewhere only one, or one with a word for an area: other names speak.

    >>> find_label(["•", "Belgor", ":", "the", "rebels", "seized", "a", "bridge"])
    3
    """
    start = 1 if words and words[0] in BULLETS else 0
    colon = next((at for at, word in enumerate(words[: start + LONGEST_LABEL]) if word == ":"), None)
    if colon is None or colon == start or len(words) - colon <= SHORTEST_REST:
        return 0
    label = words[start:colon]
    is_named = label[0][:1].isupper() and all(word[:1].isupper() or word.casefold() in SMALL | AREAS for word in label)
    is_short = len(label) == 1 or start == 1 or label[-1].casefold() in AREAS
    # "HRF: the town is ours": capitals alone are a body's, and it speaks.
    speaks = (
        label[0].casefold() in SPEAKERS if len(label) > 1 else start == 0 and label[0].isupper() and len(label[0]) > 1
    )
    return colon + 1 if is_named and is_short and not speaks and words[colon + 1][:1].isalnum() else 0
