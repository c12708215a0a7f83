"""Which verbs does a headline's style hide? Its parse, mended before anything is read in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.claims.frames import load_frames
from sayso.lexicons import read_toml
from sayso.model.claims import Layers
from sayso.model.kinds import PassageKind
from sayso.model.parses import Parse

NAMING = frozenset({"NOUN", "PROPN"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
OPENING = frozenset(read_toml("noun_classes")["words"]["opening"])
BREAKS = frozenset({",", ";", ":", "–", "—"}) | OPENING
BODIES = frozenset(read_toml("noun_classes")["words"]["bodies"])
PARTS = {"NUM": "nummod", "ADJ": "amod", "DET": "det", "PUNCT": "punct", "ADP": "case"}


def mend_headlines(layers: Layers) -> Parse:
    """Return the parse with the verbs of headlines found.

    Headlines leave out articles and auxiliaries, so a parser takes "quits" for a noun and "town retaken" for an
    act of the town. In a stretch without a verb, a word that the frame table knows as a verb and that agrees with
    the noun before it becomes the verb; a past participle without auxiliary and object is passive.
    """
    parse = layers.parse
    chosen = [n for n, p in enumerate(parse.passages) if layers.passages[p].kind is PassageKind.HEADLINE]
    if not chosen:
        return parse
    repair = Repair(parse)
    for number in chosen:
        repair.mend(*parse.sentences[number])
    return repair.result()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a headline between two breaks: tokens `[first, last)`, and the conjunction that opens it."""

    first: int
    last: int
    opener: int | None


class Repair:
    """The columns of a parse while its headlines are mended."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.heads, self.relations = list(parse.heads), list(parse.relations)
        self.universal, self.tags, self.lemmas = list(parse.universal), list(parse.tags), list(parse.lemmas)
        self.main: int | None = None

    def result(self) -> Parse:
        """Return the mended parse."""
        return replace(
            self.parse,
            heads=tuple(self.heads),
            relations=tuple(self.relations),
            universal=tuple(self.universal),
            tags=tuple(self.tags),
            lemmas=tuple(self.lemmas),
        )

    def mend(self, first: int, last: int) -> None:
        """Mend one sentence; where that would break its tree it is left as it was."""
        kept = self.result()
        self.main = None
        for stretch in self._stretches(first, last):
            self._mend_stretch(stretch, (first, last))
        if not self._is_tree(first, last):
            self.heads[first:last], self.relations[first:last] = kept.heads[first:last], kept.relations[first:last]
            self.universal[first:last], self.tags[first:last] = kept.universal[first:last], kept.tags[first:last]
            self.lemmas[first:last] = kept.lemmas[first:last]

    def _stretches(self, first: int, last: int) -> Iterator[Stretch]:
        start, opener = first, None
        for token in range(first, last + 1):
            word = self.parse.words[token].casefold() if token < last else ","
            if word in BREAKS:
                if token > start:
                    yield Stretch(start, token, opener)
                start, opener = token + 1, token if word in OPENING else None

    def _mend_stretch(self, stretch: Stretch, sentence: tuple[int, int]) -> None:
        verbs = [t for t in range(stretch.first, stretch.last) if self.universal[t] in {"VERB", "AUX"}]
        if verbs:
            self._make_passive(verbs, stretch, sentence)
            self.main = verbs[0] if self.main is None else self.main
            return
        found = next((t for t in range(stretch.first, stretch.last) if self._is_hidden_verb(t, stretch)), None)
        if found is not None:
            self._hang_verb(found, stretch, sentence)
            self._hang_words(found, stretch)
            self.main = found if self.main is None else self.main

    def _make_passive(self, verbs: list[int], stretch: Stretch, sentence: tuple[int, int]) -> None:
        """Read "town retaken" as passive, and cut off an object that the parse took from the next stretch."""
        verb = verbs[0]
        below = [t for t in range(*sentence) if self.heads[t] == verb and t != verb]
        objects = [t for t in below if self.relations[t] == "obj"]
        subject = self._find_subject(verb, below, stretch)
        is_bare = self.tags[verb] in {"VBN", "VBD"} and subject is not None and len(verbs) == 1
        if subject is None or not is_bare or any(t < stretch.last for t in objects):
            return
        self.tags[verb] = "VBN"
        for token in (*objects, *(t for t in below if self.relations[t] == "nsubj")):
            self.relations[token] = "parataxis"
        self.heads[subject], self.relations[subject] = verb, "nsubj:pass"

    def _find_subject(self, verb: int, below: list[int], stretch: Stretch) -> int | None:
        """Return the verb's subject inside its stretch, not the body named before a colon ("Army: town retaken")."""
        own = next((t for t in below if self.relations[t] == "nsubj" and stretch.first <= t < verb), None)
        if own is not None or not any(self.relations[t] == "nsubj" for t in below):
            return own
        return next((t for t in range(verb - 1, stretch.first - 1, -1) if self.universal[t] in NAMING), None)

    def _is_hidden_verb(self, token: int, stretch: Stretch) -> bool:
        """Tell whether a noun is a verb of the table that agrees with the noun before it."""
        word = self.parse.words[token].casefold()
        if self.universal[token] not in NAMING or self._stem(token) is None:
            return False
        if token == stretch.first:
            is_next = token > 0 and self.parse.words[token - 1] == "," and self.main is not None
            return is_next and not word.endswith("s")
        before = token - 1
        is_many = self.tags[before] in {"NNS", "NNPS"} or self.parse.words[before].casefold() in BODIES
        if self.universal[before] not in NAMING:
            return False
        if word.endswith("s"):
            return not is_many and not load_frames().nouns.keys() & {word, word[:-1], word[:-2]}
        return is_many

    def _stem(self, token: int) -> str | None:
        word = self.parse.words[token].casefold()
        forms = (self.parse.lemmas[token].casefold(), word, word[:-1], word[:-2], f"{word.removesuffix('ies')}y")
        return next((form for form in forms if form in load_frames().verbs), None)

    def _hang_verb(self, verb: int, stretch: Stretch, sentence: tuple[int, int]) -> None:
        stem = self._stem(verb)
        self.universal[verb], self.tags[verb], self.lemmas[verb] = "VERB", "VBZ", stem or self.lemmas[verb]
        if self.main is not None:
            is_same = verb == stretch.first
            relation = "advcl" if stretch.opener is not None else "conj" if is_same else "parataxis"
            self.heads[verb], self.relations[verb] = self.main, relation
        else:
            for token in range(*sentence):
                if self.heads[token] == token:
                    self.heads[token], self.relations[token] = verb, "parataxis"
            self.heads[verb], self.relations[verb] = verb, "root"
        if stretch.opener is not None:
            self.heads[stretch.opener], self.relations[stretch.opener] = verb, "mark"

    def _hang_words(self, verb: int, stretch: Stretch) -> None:
        holder = verb
        for number, phrase in enumerate(self._phrases(stretch.first, verb)):
            head = self._hang_phrase(phrase, holder, "nmod" if number else "nsubj")
            holder = head if number == 0 else holder
        for number, phrase in enumerate(self._phrases(verb + 1, stretch.last)):
            has_case = self.universal[phrase[0]] == "ADP"
            self._hang_phrase(phrase, verb, "obl" if has_case or number else "obj")

    def _phrases(self, first: int, last: int) -> Iterator[list[int]]:
        """Yield the runs of tokens that a preposition opens, and the one before the first of them."""
        phrase: list[int] = []
        for token in range(first, last):
            opens = self.universal[token] == "ADP" and any(self.universal[t] != "ADP" for t in phrase)
            if opens:
                yield phrase
                phrase = []
            phrase.append(token)
        if phrase:
            yield phrase

    def _hang_phrase(self, phrase: list[int], holder: int, relation: str) -> int:
        head = next((t for t in reversed(phrase) if self.universal[t] in NOMINAL), phrase[-1])
        for token in phrase:
            self.heads[token] = head
            self.relations[token] = PARTS.get(self.universal[token], "compound")
        is_particle = all(self.universal[t] == "ADP" for t in phrase)
        self.heads[head], self.relations[head] = holder, "compound:prt" if is_particle else relation
        return head

    def _is_tree(self, first: int, last: int) -> bool:
        """Tell whether every token of a sentence leads up to one root."""
        roots = {self._top(token, last - first) for token in range(first, last)}
        return len(roots) == 1 and None not in roots

    def _top(self, token: int, limit: int) -> int | None:
        for _ in range(limit + 1):
            if self.heads[token] == token:
                return token
            token = self.heads[token]
        return None
