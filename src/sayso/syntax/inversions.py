"""Whose verb of saying stands behind what is said ("Rebels took Arva, residents and a medic told reporters")?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.model.parses import Parse, Tokens
from sayso.syntax.sayings import sayings
from sayso.text.trees import Tree

_FORMS = frozenset({"VBD", "VBN", "VBP", "VBZ"})
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PART", "ADP"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_ADDRESSED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "CCONJ"})
_ENDS = frozenset({"PUNCT", "ADP", "SCONJ", "ADV"})
_NO_SAYING = frozenset({"conj", "acl", "acl:relcl"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_SAID = _CLAUSES | {"obj"}
_RELATIVE = frozenset({"which", "that", "whose", "what"})
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inversion:
    """A sentence in which `verb` tells what stands before the comma, and `joint` is the "and" between two who speak."""

    sentence: Tokens
    comma: int
    joint: int | None
    verb: int

    @property
    def speakers(self) -> tuple[range, ...]:
        """The tokens of each who speaks."""
        if self.joint is None:
            return (range(self.comma + 1, self.verb),)
        return range(self.comma + 1, self.joint), range(self.joint + 1, self.verb)

    @property
    def told(self) -> range:
        """The tokens of what is said."""
        return range(self.sentence.first, self.comma)


def mend_inversions(parse: Parse) -> Parse:
    """Return the parse in which those who speak behind what they say are the subject of their verb.

    The model reads most single speakers there as they are meant, and takes two of them for more of what was said
    before: it has seen few such sentences, while news is full of them.
    """
    heads, relations = list(parse.heads), list(parse.relations)
    for inversion in _find_inversions(parse):
        _mend(parse, inversion, heads, relations)
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find_inversions(parse: Parse) -> Iterator[_Inversion]:
    tree = Tree(parse)
    for sentence in parse.sentences:
        for verb in range(sentence.first + 4, sentence.last):
            found = _read(tree, sentence, verb)
            if found is not None and _is_misread(tree, found):
                yield found
                break


def _read(tree: Tree, sentence: Tokens, verb: int) -> _Inversion | None:
    """Return the sentence as one that ends in "..., A and B said"; what follows the verb may only tell when, or to whom."""
    parse = tree.parse
    if parse.lemmas[verb] not in sayings("clause") or parse.tags[verb] not in _FORMS:
        return None
    earliest = max(sentence.first, verb - _MOST_WORDS - 1)
    comma = next((token for token in range(verb - 1, earliest, -1) if parse.words[token] == ","), None)
    if comma is None or not _names(parse, range(comma + 1, verb)):
        return None
    joints = [token for token in range(comma + 1, verb) if parse.universal[token] == "CCONJ"]
    if len(joints) > 1:
        return None
    found = _Inversion(sentence=sentence, comma=comma, joint=joints[0] if joints else None, verb=verb)
    has_speakers = all(any(parse.universal[token] in _NOUNS for token in side) for side in found.speakers)
    has_verb = any(parse.universal[token] in {"VERB", "AUX"} for token in found.told)
    return found if has_speakers and has_verb and _ends(tree, found) else None


def _names(parse: Parse, run: range) -> bool:
    """Tell whether words name somebody: nouns with what belongs to them, also "reached by telephone" or "who ..."."""
    for token in run:
        is_behind_noun = token > run.start and parse.universal[token - 1] in _NOUNS
        if parse.words[token] == "who" and is_behind_noun:
            return all(parse.universal[later] not in {"PUNCT", "CCONJ"} for later in range(token, run.stop))
        is_described = is_behind_noun and parse.tags[token] == "VBN" and parse.universal[token + 1] == "ADP"
        if parse.words[token] in _RELATIVE or not (is_described or parse.universal[token] in _NAMING):
            return False
    return True


def _ends(tree: Tree, found: _Inversion) -> bool:
    """Tell whether nothing that is said stands behind the verb."""
    parse, verb, last = tree.parse, found.verb, found.sentence.last
    is_to_whom = parse.lemmas[verb] in sayings("addressee")
    if any(token > verb for token in tree.children(verb, *(_CLAUSES if is_to_whom else _SAID))):
        return False
    token = verb + 1
    if is_to_whom:
        while token < last and parse.universal[token] in _ADDRESSED:
            token += 1
    is_named_day = token < last and parse.universal[token] == "PROPN"
    if token < last and parse.universal[token] not in _ENDS and not is_named_day:
        return False
    return token >= last or (parse.words[token] not in {":", "that"} and "that" not in _clause(parse, token, last))


def _clause(parse: Parse, token: int, last: int) -> tuple[str, ...]:
    """Return the words up to the next mark."""
    end = next((place for place in range(token, last) if parse.universal[place] == "PUNCT"), last)
    return parse.words[token:end]


def _is_misread(tree: Tree, found: _Inversion) -> bool:
    """Tell whether the verb's subjects are not those between the comma and the verb, or it is one more thing told."""
    parse, subjects = tree.parse, tree.children(found.verb, "nsubj")
    root = next(t for t in range(found.sentence.first, found.sentence.last) if parse.heads[t] == t)
    is_joined = found.joint is None or found.comma < parse.heads[_find_head(parse, found.speakers[-1])] < found.verb
    is_right = is_joined and bool(subjects) and all(found.comma < token < found.verb for token in subjects)
    # Two clauses in a row would have an "and", one that describes a noun behind a comma a "which".
    is_told = parse.relations[found.verb] in _NO_SAYING and parse.heads[found.verb] in found.told
    return (is_told or not is_right) and root <= found.verb


def _mend(parse: Parse, found: _Inversion, heads: list[int], relations: list[str]) -> None:
    main = _find_main(parse, found, heads, relations)
    speakers = [(side, _find_head(parse, side)) for side in found.speakers]
    for token in range(found.sentence.first, found.sentence.last):
        if token < found.comma and not found.sentence.first <= heads[token] < found.comma:
            heads[token] = main
        elif token > found.verb and heads[token] < found.verb:
            heads[token] = found.verb
    for side, head in speakers:
        for token in side:
            if heads[token] not in side or heads[token] == token:
                heads[token] = head
    (_, first), (_, last) = speakers[0], speakers[-1]
    ties = {
        found.verb: (found.verb, "root"), main: (found.verb, "ccomp"), found.comma: (found.verb, "punct"),
        last: (first, "conj"), first: (found.verb, "nsubj"),
    }  # fmt: skip
    if found.joint is not None:
        ties[found.joint] = (last, "cc")
    for token, (head, relation) in ties.items():
        heads[token], relations[token] = head, relation


def _find_main(parse: Parse, found: _Inversion, heads: list[int], relations: list[str]) -> int:
    """Return the word that rules what is said; a verb read as a mere clause of its own subject is set over it."""
    tops = [token for token in found.told if heads[token] == token or heads[token] not in found.told]
    verbs = [token for token in tops if parse.universal[token] == "VERB"]
    top = verbs[0] if verbs else next((token for token in tops if parse.universal[token] != "PUNCT"), tops[0])
    clause = next(
        (t for t in found.told if heads[t] == top and relations[t] == "acl" and parse.universal[t] == "VERB"), None
    )
    if parse.universal[top] in _NOUNS and clause is not None and clause > top:
        heads[top], relations[top] = clause, "nsubj"
        return clause
    return top


def _find_head(parse: Parse, side: range) -> int:
    """Return the noun of a name or of words for people, before any "of" or "in" of theirs."""
    end = next((t for t in side if parse.universal[t] in {"ADP", "VERB"} or parse.words[t] == "who"), side.stop)
    nouns = [token for token in range(side.start, end) if parse.universal[token] in _NOUNS]
    return nouns[-1] if nouns else next(token for token in side if parse.universal[token] in _NOUNS)
