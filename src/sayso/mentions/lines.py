"""How does a matcher read a sentence? Lower-case words, safe at both ends, with the tree at hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.claims import Layers
from sayso.model.parses import Parse
from sayso.model.spans import Span
from sayso.text.trees import Tree

HYPHENS = frozenset({"-", "–", "‑", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The tokens `[first, last)` of one sentence; `words` are all words of the document in lower case.

    `names` are the words that the document uses as proper nouns and never writes small.
    `is_headline`: nearly all longer words have a capital, so that a capital tells nothing.
    """

    parse: Parse
    tree: Tree
    words: tuple[str, ...]
    first: int
    last: int
    names: frozenset[str] = frozenset()
    is_headline: bool = False

    def word(self, token: int) -> str:
        """Return the lower-case word, or an empty one outside the sentence."""
        return self.words[token] if self.first <= token < self.last else ""

    def has(self, token: int, phrase: tuple[str, ...]) -> bool:
        """Tell whether the words of the phrase begin at the token."""
        last = token + len(phrase)
        return self.first <= token and last <= self.last and self.words[token:last] == phrase

    def ends(self, token: int, phrase: tuple[str, ...]) -> bool:
        """Tell whether the words of the phrase end just before the token."""
        return self.has(token - len(phrase), phrase)

    def universal(self, token: int) -> str:
        """Return the word class, or an empty one outside the sentence."""
        return self.parse.universal[token] if self.first <= token < self.last else ""

    def is_glued(self, token: int) -> bool:
        """Tell whether no space stands between the token and the one before it."""
        return self.first < token < self.last and self.parse.starts[token] == self.parse.ends[token - 1]

    def is_hyphen(self, token: int) -> bool:
        """Tell whether the token is a hyphen or dash written against both neighbours."""
        return self.word(token) in HYPHENS and self.is_glued(token) and self.is_glued(token + 1)

    def head_of(self, first: int, last: int, *, is_range: bool = False) -> int:
        """Return the token of `[first, last)` whose head lies outside; of several, the last one not a preposition.

        A range hangs where its beginning does: parsers take its end for a clause now and then ("dawn on Monday").
        """
        heads = [t for t in range(first, last) if not first <= self.parse.heads[t] < last or self.parse.heads[t] == t]
        content = [t for t in heads if self.parse.universal[t] not in {"ADP", "PUNCT", "SCONJ", "DET", "ADV", "PART"}]
        return (content or heads or [last - 1])[0 if is_range else -1]

    def span(self, first: int, last: int) -> Span:
        """Return the text span of tokens `[first, last)`."""
        return self.parse.span(first, last)


def read_lines(layers: Layers, tree: Tree) -> Iterator[Line]:
    """Yield the sentences of a document."""
    words = tuple(word.casefold().replace("’", "'") for word in layers.parse.words)
    proper = {word for word, universal in zip(words, layers.parse.universal, strict=True) if universal == "PROPN"}
    names = frozenset(proper.difference(layers.parse.words))
    for first, last in layers.parse.sentences:
        longer = [word for word in layers.parse.words[first:last] if len(word) > 3 and word[0].isalpha()]
        is_headline = len(longer) > 2 and sum(word[0].islower() for word in longer) <= 0.2 * len(longer)
        yield Line(
            parse=layers.parse, tree=tree, words=words, first=first, last=last, names=names, is_headline=is_headline
        )  # fmt: skip
