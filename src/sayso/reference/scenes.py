"""What do the rules of reference ask of a document? Its layers, with the look-ups they share."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from sayso.lexicons import read_toml
from sayso.lexicons.bodies import Hit, find_bodies
from sayso.lexicons.states import find_demonym, find_state
from sayso.model.claims import Layers
from sayso.model.parses import Parse
from sayso.text.heaps import sort_by
from sayso.text.trees import tree_of

Run = tuple[int, int]
_LONGEST = 6
# How far outside a document a rule may look for a word.
_BEYOND = 64
_SHORT = 3


class Scene:
    """The layers of one document as this stage reads them; tokens are indexes into the parse."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.parse: Parse = layers.parse
        self.tree = tree_of(layers.parse)
        self._words = tuple(word.casefold() for word in self.parse.words)
        # Empty words stand behind the last and, by a negative index, before the first.
        self._padded = (*self._words, *[""] * _BEYOND)
        self._lemmas = tuple(lemma.casefold() for lemma in self.parse.lemmas)
        cues = read_toml("cues")
        self._asking = frozenset(read_toml("references")["asking"]["words"])
        self._saying = frozenset(word for row in cues["verbs"] for word in row["words"]) | {"express", "voice"}

    def word(self, token: int) -> str:
        """Return a word in lower case, an empty string beyond the document."""
        try:
            return self._padded[token]
        except IndexError:
            return ""

    def lemma(self, token: int) -> str:
        """Return the dictionary form of a word in lower case."""
        return self._lemmas[token]

    def with_lemma(self, lemmas: Iterable[str]) -> list[int]:
        """Return the tokens whose dictionary form is one of some, in reading order."""
        return sorted(token for lemma in lemmas for token in self._spots.get(lemma, ()))

    @cached_property
    def _spots(self) -> dict[str, tuple[int, ...]]:
        return sort_by(range(len(self._lemmas)), self._lemmas.__getitem__)

    def text(self, run: Run) -> str:
        """Return the words of a run as the document writes them, in one line."""
        return " ".join(self.parse.span(*run).read(self.layers.document.text).split())

    def is_mark(self, token: int) -> bool:
        """Tell whether a token is punctuation."""
        return self.parse.universal[token] == "PUNCT"

    @cached_property
    def has_possessives(self) -> bool:
        """Whether the text writes a possessive with its apostrophe anywhere; some have lost them all."""
        return not {"'s", "’s"}.isdisjoint(self._words)

    @cached_property
    def body_at(self) -> dict[int, Hit]:
        """The known body that a token's name means."""
        hits = (
            Hit(first + hit.first, first + hit.last, hit.body)
            for first, last in self.parse.sentences
            for hit in find_bodies(self.parse.words[first:last])
        )
        return {token: hit for hit in hits for token in range(hit.first, hit.last)}

    @cached_property
    def labels(self) -> dict[int, str]:
        """The label of the name that a token belongs to."""
        return {token: name.label for name in self.parse.names for token in range(name.first, name.last)}

    @cached_property
    def owners_of_men(self) -> dict[str, set[int]]:
        """The words in capitals right before those who fight for somebody ("*HRF* fighters"), each with its sentences."""
        men = frozenset(read_toml("source_roles")["heads"]["armed_group"]) | {"troop", "soldier"}
        found: dict[str, set[int]] = {}
        for token in range(len(self.parse) - 1):
            if _is_short(self.parse.words[token]) and self._lemmas[token + 1] in men:
                found.setdefault(self._words[token], set()).add(self.tree.sentence(token))
        return found

    @cached_property
    def lone_names(self) -> frozenset[int]:
        """The heads of names before a verb of saying that the parse hangs on a word beyond a mark."""
        found = set()
        for verb in range(1, len(self.parse)):
            if self.parse.tags[verb] not in {"VBD", "VBZ"} or not self.is_saying(verb):
                continue
            first = self._name_start(verb)
            outside = (t for t in range(first, verb) if not first <= self.parse.heads[t] < verb)
            head = next(outside, None)
            if head is None or self.parse.heads[head] >= first:
                continue
            if any(self.is_mark(t) for t in range(self.parse.heads[head] + 1, first)):
                found.add(head)
        return frozenset(found)

    def _name_start(self, verb: int) -> int:
        """Return where the name begins that stands right before a verb, with hyphens glued inside; the verb when none does."""
        first = verb
        while first > 0 and (
            self.parse.universal[first - 1] == "PROPN"
            or (first < verb and self.parse.starts[first] == self.parse.ends[first - 1] and self.is_mark(first - 1))
        ):
            first -= 1
        while first < verb and self.parse.universal[first] != "PROPN":
            first += 1
        return first

    @cached_property
    def toponym_tokens(self) -> frozenset[int]:
        """The tokens of place names that mentions found, countries and their capitals left out."""
        places = self.layers.mentions.toponyms
        return frozenset(place.token for place in places if find_state(place.name) is None)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of names of several words in the document that are no place's or body's."""
        flat = (t for t, relation in enumerate(self.parse.relations) if relation == "flat")
        ends = (t for t in flat if self.parse.universal[t] == "PROPN" and self.labels.get(t) in {None, "PERSON"})
        return frozenset(self.word(t) for t in ends)

    @cached_property
    def lands(self) -> frozenset[str]:
        """The names of lands that no table holds, in lower case: the text has the adjective too ("Karsovia", "Karsovian")."""
        pairs = read_toml("references")["lands"]
        ends, endings = tuple(pairs), tuple(pairs.values())
        words = list(enumerate(self._words))
        peoples = {w for t, w in words if w.endswith(endings) and self._is_adjective(t)}
        names = {w for t, w in words if w.endswith(ends) and self.parse.universal[t] == "PROPN" and len(w) > _SHORT}
        found = (
            w
            for w in names
            for end, adjective in pairs.items()
            if w.endswith(end) and w[: -len(end)] + adjective in peoples
        )
        return frozenset(found) | self._lands_of_offices

    @cached_property
    def _lands_of_offices(self) -> frozenset[str]:
        """The names of lands that no table holds, told by an office of state that the next sentence calls theirs ("*its* foreign ministry")."""
        offices = read_toml("references")["offices_of_state"]["words"]
        found = set()
        for token in (
            t for t, word in enumerate(self._words) if word == "its" and self.parse.relations[t] == "nmod:poss"
        ):
            sentence = self.tree.sentence(token)
            root = self.tree.root(sentence - 1) if sentence and self.lemma(self.parse.heads[token]) in offices else None
            subject = None if root is None else self.tree.child(root, "nsubj", "nsubj:pass")
            if subject is not None and self._could_be_land(subject):
                found.add(self.word(subject))
        return frozenset(found)

    def _could_be_land(self, token: int) -> bool:
        """Tell whether a name is one word without an article and no known body's; "its" is no person's."""
        is_bare = not self.tree.children(token, "det", "compound", "flat", "amod", "nmod:desc", "case")
        is_name = self.parse.universal[token] == "PROPN" and not self.parse.words[token].isupper()
        return is_bare and is_name and token not in self.body_at

    def _is_adjective(self, token: int) -> bool:
        """Tell whether a word is an adjective, or one that the parse took for a name before a noun."""
        head = self.parse.heads[token]
        is_before = head > token and self.parse.universal[head] == "NOUN"
        is_one = self.parse.universal[token] == "ADJ"
        return is_one or (is_before and self.tree.is_relation(token, "compound", "amod"))

    def is_outlet(self, words: tuple[str, ...]) -> bool:
        """Tell whether words in lower case are the name of the document's outlet."""
        outlet = (self.layers.document.outlet or "").casefold().removeprefix("the ")
        return " ".join(words) == outlet

    @cached_property
    def titles(self) -> frozenset[int]:
        """The sentences written in the capitals of a headline, where a capital proves no name."""
        return frozenset(
            number for number, run in enumerate(self.parse.sentences) if _is_title(self.parse.words[slice(*run)])
        )

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that stand between quotation marks."""
        spans = [q.span for passage in self.layers.passages for q in passage.quotations]
        runs = ((bisect_left(self.parse.starts, s.start), bisect_left(self.parse.starts, s.end)) for s in spans)
        return frozenset(t for first, last in runs for t in range(first, last))

    @cached_property
    def _told(self) -> tuple[int, ...]:
        """For each sentence, how many up to it are not wholly quoted: quoted ones put nobody farther off."""
        counts, count = [], 0
        for first, last in self.parse.sentences:
            count += not all(t in self.quoted for t in range(first, last))
            counts.append(count)
        return tuple(counts)

    def distance(self, before: int, sentence: int) -> int:
        """Return how many sentences of the narrator lie from one sentence to another."""
        return self._told[sentence] - self._told[before]

    @cached_property
    def short_names(self) -> dict[str, frozenset[int]]:
        """The capitals that brackets give as the short name of somebody, with the nouns beside them: one of these is his."""
        found: dict[str, frozenset[int]] = {}
        for token in range(2, len(self.parse) - 1):
            is_alone = self.word(token - 1) == "(" and self.word(token + 1) == ")"
            if is_alone and _is_short(self.parse.words[token]) and self.parse.words[token - 2][:1].isupper():
                last = token - 2
                above = {self.parse.heads[last]} if self.tree.is_relation(last, "nmod") else set()
                found.setdefault(self.word(token), frozenset({last, self.parse.heads[token], *above}))
        return found

    def is_saying(self, token: int) -> bool:
        """Tell whether a word is a verb of saying."""
        return self.parse.universal[token] == "VERB" and self.lemma(token) in self._saying

    def is_asked(self, token: int) -> bool:
        """Tell whether a noun is whom somebody interviews, meets or speaks to."""
        verb = self.parse.heads[token]
        is_asking = self.parse.universal[verb] == "VERB" and self.lemma(verb) in self._asking
        is_whom = self.tree.is_relation(token, "obj") or self.tree.case(token) in {"to", "with"}
        return is_asking and is_whom and self.parse.tags[verb] == "VBD"

    def is_met(self, token: int) -> bool:
        """Tell whether a noun is somebody whom the narrator says to have found or met ("*I find* a boy", "we *met* a driver")."""
        verb = self.parse.heads[token]
        subject = self.tree.child(verb, "nsubj") if self.tree.is_relation(token, "obj") else None
        is_meeting = self.lemma(verb) in self._asking or self.lemma(verb) in {"find", "see", "reach"}
        return is_meeting and subject is not None and self.word(subject) in {"i", "we"}

    def says(self, token: int, last: int) -> bool:
        """Tell whether a noun or pronoun whose phrase ends before `last` says something, or stands behind "according to"."""
        head = self.parse.heads[token]
        if self.tree.is_relation(token, "nsubj") and self.is_saying(head):
            return True
        if (
            last < len(self.parse)
            and self.is_saying(last)
            and self.parse.tags[last] in {"VBD", "VBZ", "VBP"}
            and not self.tree.is_relation(last, "acl")
        ):
            return True
        if self._follows_saying(token) or self._closes_before_saying(last):
            return True
        if any(self.lemma(c) in {"quote", "cite"} for c in self.tree.children(token, "acl")):
            return True
        return (self.word(token - 1) == "to" and self.word(token - 2) == "according") or "according" in (
            self.tree.case(token) or ""
        )

    def _closes_before_saying(self, last: int) -> bool:
        """Tell whether a comma, a verb of saying and a mark stand behind a phrase ("..., a resident, *Ivo Lenz*, said.")."""
        verb = last + 1
        is_set = self.word(last) == "," and verb + 1 < len(self.parse) and self.is_saying(verb)
        return is_set and self.parse.tags[verb] in {"VBD", "VBZ"} and self.is_mark(verb + 1)

    def _follows_saying(self, token: int) -> bool:
        """Tell whether a name, or a noun before a mark, ends the phrase right behind a mark and a verb of saying.

        "..., said the envoy Ivo *Lenz*", "..., says the *militia*.".
        """
        is_last = self.parse.universal[token] == "NOUN" and token + 1 < len(self.parse) and self.is_mark(token + 1)
        if self.parse.universal[token] != "PROPN" and not is_last:
            return False
        before = token - 1
        while before > max(0, token - _LONGEST) and self.parse.universal[before] in {"PROPN", "NOUN", "ADJ", "DET"}:
            before -= 1
        is_finite = self.parse.tags[before] in {"VBD", "VBZ"} and self.is_saying(before)
        if is_finite and any(t < before for t in self.tree.children(before, "nsubj")):
            return False
        return is_finite and before > 0 and self.is_mark(before - 1)

    def is_subject(self, token: int) -> bool:
        """Tell whether a noun or pronoun is the subject of a clause."""
        return self.tree.is_relation(token, "nsubj")

    def people(self, run: Run) -> str | None:
        """Return the country whose people or name stands in the words."""
        for token in range(*run):
            if self.parse.words[token][:1].isupper():
                country = find_demonym(self.word(token)) or find_state(self.word(token))
                if country:
                    return country
        return None


def _is_short(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 1


def _is_title(words: tuple[str, ...]) -> bool:
    longer = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
