"""Is a name that of ground which forces take, hold or lose? Then it is a place, though nothing else says so."""

from collections.abc import Iterator

from sayso.mentions.names import Chunk
from sayso.mentions.place_words import words

_HIS = frozenset({"his", "her"})
# What a party calls itself where its words are told: "the army says *it* has taken X".
_SPEAKER = frozenset({"it", "they"})
# Before hands, and before rule: who is "in control of the army" is no place.
_HELD_IN, _RULED_BY = frozenset({"in", "into"}), frozenset({"under", "outside", "beyond", "out of"})


def is_ground(chunk: Chunk) -> bool:
    """Tell whether forces in the field take, hold or lose what one word names ("the rebels captured X", "X fell to the army").

    So is what is "under siege" or "in rebel hands". A name of two words may be a commander's; who is taken prisoner is no place.
    """
    line, head = chunk.line, find_object(chunk)
    if _is_beset(chunk, head) or _is_held(chunk, head) or _is_parted(chunk, head):
        return True
    verb = line.parse.heads[head]
    lemma = line.parse.lemmas[verb].casefold()
    if chunk.last - chunk.first > 1 or _is_person(chunk, verb):
        return False
    if line.parse.relations[head] == "nsubj":
        return lemma in words("falling_verbs") and _falls(chunk, verb)
    if lemma not in words("holding_verbs") | words("taking_verbs") and not _is_left(chunk, verb):
        return False
    if line.parse.relations[head] == "nsubj:pass":
        return any(is_force(chunk, one) for one in find_behind(chunk, verb, "by"))
    return line.tree.is_relation(head, "obj", "iobj") and _is_done_by_force(chunk, verb)


def _is_done_by_force(chunk: Chunk, verb: int) -> bool:
    """Tell whether forces are the subject of a verb, or "it" or "they" after the forces that say so."""
    line, tree = chunk.line, chunk.line.tree
    subject = tree.child(verb, "nsubj")
    if subject is not None and line.word(subject) in _SPEAKER and tree.is_relation(verb, "ccomp"):
        subject = tree.child(line.parse.heads[verb], "nsubj")
    return subject is not None and is_force(chunk, subject)


def find_object(chunk: Chunk) -> int:
    """Return the head of the list or of the part ("most of X") that a name stands in, else the name's."""
    line, head = chunk.line, chunk.head
    if (
        line.word(chunk.first - 1) == "of"
        and chunk.first > 1
        and line.parse.lemmas[chunk.first - 2].casefold() in words("shares")
    ):
        # Parsers hang "of X" of "took most of X" now and then on the verb.
        head = chunk.first - 2
    while line.tree.is_relation(head, "conj") or (
        line.tree.is_relation(head, "nmod", "obl")
        and line.tree.case(head) == "of"
        and line.parse.lemmas[line.parse.heads[head]].casefold() in words("shares")
    ):
        head = line.parse.heads[head]
    return head


def _is_person(chunk: Chunk, verb: int) -> bool:
    """Tell whether the words show a man: taken "prisoner" or "from his home", held "responsible", "X, the rebel leader"."""
    line, tree = chunk.line, chunk.line.tree
    beside = tree.children(verb)
    owned = (owner for token in beside for owner in tree.children(token, "nmod:poss"))
    apposed = tree.children(chunk.head, "appos")
    return (
        any(line.word(token) in words("captives") for token in beside)
        or any(line.word(owner) in _HIS for owner in owned)
        or any(line.parse.lemmas[token].casefold() in words("titles") for token in apposed)
    )


def _is_beset(chunk: Chunk, head: int) -> bool:
    """Tell whether a name is under what towns are under ("X has been under siege since May", "X, besieged since May")."""
    line = chunk.line
    noun = line.parse.heads[head] if line.parse.relations[head] == "nsubj" else None
    if noun is not None and line.tree.case(noun) == "under" and is_of(chunk, noun, "besetting"):
        return True
    return any(is_of(chunk, verb, "storming_verbs") for verb in line.tree.children(head, "acl"))


def _is_held(chunk: Chunk, head: int) -> bool:
    """Tell whether it is said in whose hands ground is: "X is in rebel hands", "under army control", "in control of X"."""
    line, tree, above = chunk.line, chunk.line.tree, chunk.line.parse.heads[head]
    if chunk.last - chunk.first > 1:
        return False
    if tree.is_relation(head, "nmod") and tree.case(head) == "of":
        return is_of(chunk, above, "ruling") and tree.case(above) == "in"
    if line.parse.relations[head] != "nsubj":
        return False
    if line.parse.lemmas[above].casefold() in words("turning_verbs"):
        return any(is_of(chunk, thing, "hands") for thing in tree.children(above, "obj"))
    holds = [above, *tree.children(above, "obl")] if line.universal(above) == "VERB" else [above]
    return any(_tells_holder(chunk, hold) for hold in holds)


def _tells_holder(chunk: Chunk, noun: int) -> bool:
    """Tell whether a phrase names forces and what they have ground in: "in the hands of rebels", "under army control"."""
    tree, case = chunk.line.tree, chunk.line.tree.case(noun)
    if case == "under" and is_force(chunk, noun):
        return True
    is_hold = case in _HELD_IN and is_of(chunk, noun, "hands")
    if not is_hold and not (case in _RULED_BY and (is_of(chunk, noun, "ruling") or is_of(chunk, noun, "hands"))):
        return False
    return any(is_force(chunk, t) or is_of(chunk, t, "states") for t in tree.subtree(noun))


def _is_parted(chunk: Chunk, head: int) -> bool:
    """Tell whether what is named is divided "between" sides that fight: no man is."""
    line = chunk.line
    verb = line.parse.heads[head] if line.parse.relations[head] == "nsubj:pass" else None
    is_between = verb is not None and next(find_behind(chunk, verb, "between"), None) is not None
    return is_between and is_of(chunk, line.parse.heads[head], "parting_verbs")


def _falls(chunk: Chunk, verb: int) -> bool:
    """Tell whether what falls does so "to" forces, or "after" fighting or what towns are under."""
    line = chunk.line
    fights = words("besetting") | words("fights")
    after = [t for noun in find_behind(chunk, verb, "after") for t in line.tree.subtree(noun)]
    is_fought = any(line.parse.lemmas[t].casefold() in fights for t in after)
    return is_fought or any(is_force(chunk, one) for one in find_behind(chunk, verb, "to"))


def _is_left(chunk: Chunk, verb: int) -> bool:
    """Tell whether the verb is one of leaving with its particle ("gave up X")."""
    line = chunk.line
    phrases = {f"{line.parse.lemmas[verb].casefold()} {line.word(t)}" for t in line.tree.children(verb, "compound:prt")}
    return not phrases.isdisjoint(words("leaving_phrases"))


def find_behind(chunk: Chunk, verb: int, case: str) -> Iterator[int]:
    """Yield the nouns that hang on a verb behind a preposition."""
    tree = chunk.line.tree
    return (noun for noun in tree.children(verb, "obl", "obl:agent") if tree.case(noun) == case)


def is_force(chunk: Chunk, noun: int) -> bool:
    """Tell whether a noun is one of forces in the field."""
    return is_of(chunk, noun, "field_forces")


def is_of(chunk: Chunk, token: int, table: str) -> bool:
    """Tell whether a table of place words holds the dictionary form of a word."""
    return chunk.line.parse.lemmas[token].casefold() in words(table)
