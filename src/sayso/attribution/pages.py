"""What do the rules of attribution ask of a document? Its layers, with the look-ups they share."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from sayso.lexicons.bodies import Hit, find_bodies
from sayso.model.claims import Layers
from sayso.model.kinds import PassageKind
from sayso.model.mentions import Referent
from sayso.model.parses import Name, Parse
from sayso.model.passages import Quotation
from sayso.model.spans import Span
from sayso.text.heaps import sort_by
from sayso.text.trees import tree_of

Run = tuple[int, int]
# How far outside a document a rule may look for a word.
_BEYOND = 64
_HEADS = frozenset({"masthead", "site title"})


class Page:
    """The layers of one document as this stage reads them; tokens are indexes into the parse."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.parse: Parse = layers.parse
        self.tree = tree_of(layers.parse)
        # Empty words stand behind the last and, by a negative index, before the first.
        self._words = (*(word.casefold() for word in self.parse.words), *[""] * _BEYOND)
        self._lemmas = tuple(lemma.casefold() for lemma in self.parse.lemmas)

    def word(self, token: int) -> str:
        """Return a word in lower case, an empty string beyond the document."""
        try:
            return self._words[token]
        except IndexError:
            return ""

    def lemma(self, token: int) -> str:
        """Return the dictionary form of a word in lower case."""
        return self._lemmas[token]

    def is_mark(self, token: int) -> bool:
        """Tell whether a token is punctuation."""
        return self.parse.universal[token] in {"PUNCT", "SYM"} and not self.parse.words[token].isalnum()

    def sentence(self, token: int) -> Run:
        """Return the tokens `[first, last)` of the sentence a token stands in."""
        return self.parse.sentences[self.tree.sentence(token)]

    def passage(self, token: int) -> int:
        """Return the index of the passage a token stands in."""
        return self.parse.passages[self.tree.sentence(token)]

    def is_headline(self, token: int) -> bool:
        """Tell whether a token stands in a headline."""
        return self.layers.passages[self.passage(token)].kind is PassageKind.HEADLINE

    def tokens(self, span: Span) -> range:
        """Return the tokens that stand inside a span of the text."""
        first = bisect_left(self.parse.starts, span.start)
        return range(first, max(first, bisect_right(self.parse.ends, span.end)))

    def with_word(self, words: Iterable[str]) -> list[int]:
        """Return the tokens that are one of some words, in reading order."""
        return sorted(token for word in words for token in self._spots.get(word, ()))

    def with_lemma(self, lemmas: Iterable[str]) -> list[int]:
        """Return the tokens whose dictionary form is one of some, in reading order."""
        return sorted(token for lemma in lemmas for token in self._lemma_spots.get(lemma, ()))

    @cached_property
    def _lemma_spots(self) -> dict[str, tuple[int, ...]]:
        return sort_by(range(len(self.parse)), self._lemmas.__getitem__)

    @cached_property
    def _spots(self) -> dict[str, tuple[int, ...]]:
        return sort_by(range(len(self.parse)), self._words.__getitem__)

    @cached_property
    def paragraphs(self) -> tuple[Run, ...]:
        """The tokens of each passage, in reading order."""
        runs: list[Run] = []
        for (first, last), passage, before in zip(
            self.parse.sentences, self.parse.passages, (None, *self.parse.passages), strict=False
        ):
            runs[len(runs) - (passage == before) :] = [(runs[-1][0] if passage == before else first, last)]
        return tuple(runs)

    @cached_property
    def quotations(self) -> tuple[tuple[range, Quotation], ...]:
        """The quotations of the document with their tokens, marks included."""
        return tuple(
            (tokens, quotation)
            for passage in self.layers.passages
            for quotation in passage.quotations
            if (tokens := self.tokens(quotation.span))
        )

    @cached_property
    def quotation_at(self) -> dict[int, int]:
        """The quotation that a token stands in, by its index."""
        return {token: number for number, (tokens, _) in enumerate(self.quotations) for token in tokens}

    @cached_property
    def body_hits(self) -> tuple[Hit, ...]:
        """The known agencies, bodies and groups that the document names."""
        return tuple(
            Hit(first + hit.first, first + hit.last, hit.body)
            for first, last in self.parse.sentences
            for hit in find_bodies(self.parse.words[first:last])
        )

    @cached_property
    def body_at(self) -> dict[int, Hit]:
        """The known body that a token's name means."""
        return {token: hit for hit in self.body_hits for token in range(hit.first, hit.last)}

    @cached_property
    def name_at(self) -> dict[int, Name]:
        """The name that a token belongs to, as the parse marks it."""
        return {token: name for name in self.parse.names for token in range(name.first, name.last)}

    @cached_property
    def labels(self) -> dict[int, str]:
        """The label of the name that a token belongs to: PERSON, PLACE or ORGANIZATION."""
        return {token: name.label for token, name in self.name_at.items()}

    @cached_property
    def timex_ends(self) -> dict[int, int]:
        """Where each expression of time that opens at a token ends, a preposition before it counted in ("on Monday")."""
        runs = ((self.tokens(timex.span).start, self.tokens(timex.span).stop) for timex in self.layers.mentions.timexes)
        ends = {first: last for first, last in runs if first < last}
        before = {first - 1: last for first, last in ends.items() if first and self.parse.universal[first - 1] == "ADP"}
        return before | ends

    @cached_property
    def timex_tokens(self) -> frozenset[int]:
        """The words that are expressions of time."""
        return frozenset(token for timex in self.layers.mentions.timexes for token in self.tokens(timex.span))

    @cached_property
    def names_with(self) -> dict[str, tuple[Run, ...]]:
        """The runs of capitals of several words that hold a word, by that word in lower case."""
        found: dict[str, list[Run]] = {}
        first = 0
        for token in range(len(self.parse) + 1):
            if token < len(self.parse) and self.parse.words[token][:1].isupper():
                continue
            if token - first > 1:
                for inside in range(first, token):
                    found.setdefault(self.word(inside), []).append((first, token))
            first = token + 1
        return {word: tuple(runs) for word, runs in found.items()}

    @cached_property
    def name_ends(self) -> dict[str, frozenset[str]]:
        """The last words of names of several words, each with the words that stand before it, in lower case."""
        found: dict[str, set[str]] = {}
        for token, relation in enumerate(self.parse.relations):
            if relation == "flat" and self.parse.universal[token] == "PROPN":
                found.setdefault(self.word(token), set()).add(self.word(token - 1))
        return {word: frozenset(before) for word, before in found.items()}

    @cached_property
    def referent_at(self) -> dict[int, Referent]:
        """Whom each token of a mention means, as reference found; the shortest mention wins, places are left out."""
        spans = [(run, r) for r in self.layers.referents if r.kind != "place" for run in r.mentions]
        spans.sort(key=lambda pair: pair[0][0] - pair[0][1])
        return {token: referent for (first, last), referent in spans for token in range(first, last)}

    def find_credit(self, run: Run) -> str | None:
        """Return the agency that the document is credited to and a run of tokens names, or None."""
        words = f"{self.text(run).casefold().removeprefix('the ')} "
        return next((name for name in self.layers.document.agencies if words.startswith(f"{name.casefold()} ")), None)

    def is_outlet(self, run: Run) -> bool:
        """Tell whether a run of tokens names the document's outlet."""
        outlet = (self.layers.document.outlet or "").casefold().removeprefix("the ")
        return self.text(run).casefold().removeprefix("the ") == outlet

    def names_outlet(self, run: Run) -> bool:
        """Tell whether a run of tokens names the document's outlet in full or by its last word ("the *Courier*")."""
        words = (self.layers.document.outlet or "").casefold().split()
        is_last = bool(words) and self.text(run).casefold().removeprefix("the ") == words[-1]
        return is_last or self.is_outlet(run)

    def heads_page(self, name: str) -> bool:
        """Tell whether a name in capitals stands in the masthead of the page, as the outlet's short one does."""
        document = self.layers.document
        heads = (one.span.read(document.text) for one in document.furniture if one.what in _HEADS)
        return name.isupper() and any(name in re.findall(r"\w+", head) for head in heads)

    def text(self, run: Run) -> str:
        """Return the words of a run of tokens as the document writes them, in one line."""
        return " ".join(self.parse.span(*run).read(self.layers.document.text).split())
