"""Who governs whom in a parse? Questions about the dependency tree that several stages ask."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from sayso.model.parses import Parse
from sayso.model.spans import Span

# Several stages read a document one after the other, and ask for the same tree.
_KEPT = 2
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Tree:
    """The dependency tree of a document, with children known. Tokens are indexes into the parse."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._by_relation: dict[int, dict[str, tuple[int, ...]]] = {}
        self._cases: dict[int, str | None] = {}
        lists: list[list[int]] = [[] for _ in parse.words]
        for token, head in enumerate(parse.heads):
            if head != token:
                lists[head].append(token)
        self._children = tuple(map(tuple, lists))
        self._relations = parse.relations
        # The relation of each token without its subtype.
        self._bases = tuple(relation.split(":", 1)[0] for relation in parse.relations)

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        return tuple(number for number, (first, last) in enumerate(self.parse.sentences) for _ in range(first, last))

    def children(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return what the token governs, in reading order; only those of `relations` when some are given.

        A relation named without subtype ("nsubj") also means its subtypes ("nsubj:pass").
        """
        tokens = self._children[token]
        if not relations or not tokens:
            return tokens
        if len(relations) == 1:
            return self._sorted_children(token).get(relations[0], ())
        full, bases = self._relations, self._bases
        return tuple([child for child in tokens if bases[child] in relations or full[child] in relations])

    def _sorted_children(self, token: int) -> dict[str, tuple[int, ...]]:
        """Return the children of a token by relation, with its subtype and without: the rules ask for the same ones often."""
        found = self._by_relation.get(token)
        if found is None:
            full, bases = self._relations, self._bases
            found = {}
            for child in self._children[token]:
                for relation in {full[child], bases[child]}:
                    found[relation] = (*found.get(relation, ()), child)
            self._by_relation[token] = found
        return found

    def child(self, token: int, *relations: str) -> int | None:
        """Return the first child of one of the relations, or None."""
        found = self.children(token, *relations)
        return found[0] if found else None

    def is_relation(self, token: int, *relations: str) -> bool:
        """Tell whether the token hangs on its head by one of the relations or a subtype of one."""
        return self._bases[token] in relations or self._relations[token] in relations

    def sentence(self, token: int) -> int:
        """Return the number of the token's sentence."""
        return self._sentence_of[token]

    def root(self, sentence: int) -> int | None:
        """Return the root token of a sentence, None for one without tokens."""
        first, last = self.parse.sentences[sentence]
        return next((t for t in range(first, last) if self.parse.heads[t] == t), None)

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the tokens above, nearest first."""
        while self.parse.heads[token] != token:
            token = self.parse.heads[token]
            yield token

    def is_below(self, token: int, ancestor: int) -> bool:
        """Tell whether the token is `ancestor` or lies in its subtree."""
        return token == ancestor or ancestor in self.ancestors(token)

    def subtree(self, token: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """Return the tokens of the subtree in reading order.

        Subtrees of children that hang on `token` itself by a relation in `without` are left out.
        """
        children = self._children
        if not children[token]:
            return [token]
        full, bases = self._relations, self._bases
        found, waiting = [token], [c for c in children[token] if full[c] not in without and bases[c] not in without]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(children[current])
        return sorted(found)

    def span(self, tokens: list[int]) -> Span:
        """Return the text span from the first to the last of `tokens`."""
        return self.parse.span(min(tokens), max(tokens) + 1)

    def run(self, token: int, *, without: frozenset[str] = frozenset()) -> tuple[int, int]:
        """Return the unbroken run `[first, last)` of subtree tokens around `token`."""
        inside = set(self.subtree(token, without=without))
        first = last = token
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return first, last + 1

    def conjuncts(self, token: int) -> list[int]:
        """Return the token and all that are coordinated with it, in reading order, wherever it stands."""
        head = token
        while self.is_relation(head, "conj"):
            head = self.parse.heads[head]
        found, waiting = [], [head]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self.children(current, "conj"))
        return sorted(found)

    def subject(self, token: int) -> int | None:
        """Return the subject of a predicate, inherited from the verb it is coordinated with or opened by.

        A relative clause's predicate has its antecedent; a participle or infinitive clause without a subject
        of its own takes that of the clause it belongs to.
        """
        for _ in range(6):
            own = self.child(token, "nsubj", "csubj")
            if own is not None:
                return self.antecedent(own)
            if self.is_relation(token, "conj", "xcomp", "advcl", "parataxis") and self.parse.universal[
                self.parse.heads[token]
            ] in {"VERB", "ADJ", "AUX"}:
                token = self.parse.heads[token]
            elif self.is_relation(token, "acl"):
                return self.parse.heads[token]
            else:
                return None
        return None

    def antecedent(self, token: int) -> int:
        """Return the noun a relative pronoun stands for; the token itself when it is none."""
        is_relative = self.parse.lemmas[token].casefold() in {"who", "which", "that", "whom", "whose"}
        if not is_relative or self.parse.universal[token] not in {"PRON", "DET"}:
            return token
        return next((self.parse.heads[t] for t in (token, *self.ancestors(token)) if self.is_relation(t, "acl")), token)

    def is_passive(self, token: int) -> bool:
        """Tell whether a verb is in the passive, by its auxiliary or the relation of its subject."""
        if self.child(token, "aux:pass") is not None or any(
            self.parse.relations[c] == "nsubj:pass" for c in self._children[token]
        ):
            return True
        return self.is_relation(token, "acl") and self.parse.tags[token] == "VBN"

    def passive_agent(self, token: int) -> int | None:
        """Return the noun after "by" of a passive verb or an event noun, or None."""
        for child in self.children(token, "obl", "nmod"):
            if any(self.parse.lemmas[c] == "by" for c in self.children(child, "case")):
                return child
        return None

    def case(self, token: int) -> str | None:
        """Return the preposition(s) that open a phrase ("from", "in front of"), in lower case, or None."""
        if token not in self._cases:
            words = [w for c in self.children(token, "case") for w in (c, *self.children(c, "fixed"))]
            self._cases[token] = " ".join(self.parse.words[w].casefold() for w in words) or None
        return self._cases[token]

    def oblique(self, token: int, *prepositions: str) -> int | None:
        """Return the first noun that hangs on the token by one of the prepositions."""
        for child in self.children(token, "obl", "nmod"):
            if self.case(child) in prepositions:
                return child
        return None

    def is_negated(self, token: int) -> bool:
        """Tell whether the clause of the predicate carries a negation of its own ("not", "no", "never")."""
        words = {"not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "hardly"}
        direct = [c for c in self._children[token] if self.is_relation(c, "advmod", "det", "cc", "nsubj", "obj")]
        direct += [g for c in direct for g in self.children(c, "det")]
        # "Not one villager": the parse hangs the negation on the number or on the noun.
        numbers = [(c, number) for c in direct for number in self.children(c, "nummod")]
        direct += [g for pair in numbers for spot in pair for g in self.children(spot, "advmod")]
        is_over = any(self._is_no_longer(c) for c in self.children(token, "advmod", "amod"))
        return is_over or any(self.parse.words[c].casefold() in words and not self._denies_nothing(c) for c in direct)

    def _is_no_longer(self, token: int) -> bool:
        """Tell whether words say that something has ended: "no longer holds", "holds it no more"."""
        word, before = self.parse.words[token].casefold(), self.parse.words[token - 1].casefold() if token else ""
        behind = self.parse.words[token + 1].casefold() if token + 1 < len(self.parse.words) else ""
        return before == "no" and word in {"longer", "more"} and behind != "than"

    def _denies_nothing(self, token: int) -> bool:
        """Tell whether "no" is short for number ("communiqué no. 44"), or "if not" means "or even": "dozens if not hundreds"."""
        word, *after = self.parse.words[token : token + 3]
        if word.casefold() == "not":
            before = self.parse.words[token - 1].casefold() if token else ""
            return before == "if" and self.parse.universal[token + 1 : token + 2] in {("NOUN",), ("NUM",), ("ADJ",)}
        return word.casefold() == "no" and len(after) == 2 and after[0] == "." and after[1].isdigit()


@lru_cache(maxsize=_KEPT)
def tree_of(parse: Parse) -> Tree:
    """Return the tree of a parse, the same one to every stage that reads the document."""
    return Tree(parse)


def is_sound(parse: Parse) -> bool:
    """Tell whether every token hangs, at some remove, on a root."""
    rooted = {token for token, head in enumerate(parse.heads) if head == token}
    for first in range(len(parse.heads)):
        token, path = first, list[int]()
        while token not in rooted:
            path.append(token)
            token = parse.heads[token]
            if len(path) > len(parse.heads):
                return False
        rooted.update(path)
    return True


def keep_sound(mended: Parse, parse: Parse) -> Parse:
    """Return a mended parse, or the one before where the mend has made a circle of it: whoever climbs that would never end."""
    return mended if mended is parse or is_sound(mended) else parse


def is_left_aside(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is set against another as what it was not: "flour, *not rockets*", "not a *school* but a barracks"."""
    parse = tree.parse
    first = next((t for t in tree.subtree(noun) if parse.universal[t] not in {"PUNCT", "CCONJ"}), noun)
    is_not = parse.words[first].casefold() == "not" and parse.heads[first] == noun and parse.universal[noun] in NOMINAL
    if not is_not or tree.is_relation(noun, "nsubj", "root") or tree.child(noun, "cop") is not None or noun - first < 1:
        return False
    if any(
        tree.parse.words[c].casefold() == "but" for t in tree.children(noun, "conj") for c in tree.children(t, "cc")
    ):
        return True
    return first > 0 and parse.words[first - 1].casefold() in {",", "and", "but", "–", "—"}
