"""Is a name that of ground which forces take or hit, or which people flee? Then it is a place, though nothing else says so."""

from collections.abc import Iterator

from sayso.mentions.names import Chunk
from sayso.mentions.place_words import words

_WAYS = (["from"], ["to"], ["through"], ["towards"], ["toward"])
_HIS = frozenset({"his", "her"})


def is_ground(chunk: Chunk) -> bool:
    """Tell whether forces in the field take, hold or lose what one word names ("the rebels captured X", "X fell to the army").

    So is what is "under siege". A name of two words may be a commander's; who is taken prisoner is no place.
    What shells hit, people flee or convoys reach is one too.
    """
    line, head = chunk.line, _object(chunk)
    if _is_hit(chunk, head) or _is_fled(chunk, head) or _is_gone_to(chunk, head):
        return True
    if line.parse.relations[head] == "nsubj" and _is_beset(chunk, line.parse.heads[head]):
        return True
    if any(line.parse.lemmas[one].casefold() in words("storming_verbs") for one in line.tree.children(head, "acl")):
        # "X, besieged since May".
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
        return any(_is_force(chunk, one) for one in _behind(chunk, verb, "by"))
    subject = line.tree.child(verb, "nsubj")
    return line.tree.is_relation(head, "obj") and subject is not None and _is_force(chunk, subject)


def _is_hit(chunk: Chunk, head: int) -> bool:
    """Tell whether arms or aircraft hit what is named ("shells hit X"). One shell may hit a man, many hit a place."""
    is_some_man = chunk.label == "PERSON" and chunk.last - chunk.first > 1
    could_harm = _verb(chunk, head) in words("harming_verbs")
    if _is_rained_on(chunk, head):
        return not is_some_man
    arms = _doer(chunk, head, "hitting_verbs", "striking")
    if is_some_man or arms is None:
        return not (is_some_man or could_harm) and _doer(chunk, head, "hitting_verbs", "field_forces") is not None
    return not could_harm or chunk.label != "PERSON" or chunk.line.parse.tags[arms] in {"NNS", "NNPS"}


def _is_rained_on(chunk: Chunk, head: int) -> bool:
    """Tell whether arms come down "on" what is named ("shells fell on X")."""
    line = chunk.line
    is_on = line.tree.is_relation(head, "obl") and line.tree.case(head) in {"on", "upon", "at"}
    subject = (
        _subject(chunk, line.parse.heads[head]) if is_on and _verb(chunk, head) in words("raining_verbs") else None
    )
    return subject is not None and _is_of(chunk, subject, "striking")


def _is_fled(chunk: Chunk, head: int) -> bool:
    """Tell whether people flee, or wheels reach, what is named; whoever leaves a body ("left the Movement") leaves no place."""
    line, verb = chunk.line, chunk.line.parse.heads[head]
    is_going = any(line.tree.case(one) == "for" for one in line.tree.children(verb, "obl"))
    is_sure = _verb(chunk, head) not in words("leaving_verbs") or chunk.label is None or is_going
    return is_sure and _doer(chunk, head, "fleeing_verbs", "travelling") is not None


def _is_gone_to(chunk: Chunk, head: int) -> bool:
    """Tell whether people or forces go to, from or through what is named ("marched through X", "pulled back from X")."""
    line, verb = chunk.line, chunk.line.parse.heads[head]
    is_way = line.tree.is_relation(head, "obl") and (line.tree.case(head) or "").split()[-1:] in _WAYS
    if not is_way or _verb(chunk, head) not in words("motion_verbs") or chunk.last - chunk.first > 1:
        return False
    subject = _subject(chunk, verb)
    return subject is not None and (_is_force(chunk, subject) or _is_of(chunk, subject, "travelling"))


def _verb(chunk: Chunk, head: int) -> str:
    return chunk.line.parse.lemmas[chunk.line.parse.heads[head]].casefold()


def _doer(chunk: Chunk, head: int, verbs: str, doers: str) -> int | None:
    """Return who of a table does what of another table to a name, in the active or with "by"."""
    line, verb = chunk.line, chunk.line.parse.heads[head]
    if _verb(chunk, head) not in words(verbs):
        return None
    if line.parse.relations[head] == "nsubj:pass":
        return next((one for one in _behind(chunk, verb, "by") if _is_of(chunk, one, doers)), None)
    subject = _subject(chunk, verb)
    is_done = line.tree.is_relation(head, "obj") and subject is not None and _is_of(chunk, subject, doers)
    return subject if is_done else None


def _subject(chunk: Chunk, verb: int) -> int | None:
    """Return the subject of a verb, or that of the verb it is joined to ("rockets fired from X hit Y")."""
    line, tree = chunk.line, chunk.line.tree
    subject = tree.child(verb, "nsubj")
    while subject is None and tree.is_relation(verb, "conj", "advcl", "xcomp"):
        verb = line.parse.heads[verb]
        subject = tree.child(verb, "nsubj", "nsubj:pass")
    return subject


def _object(chunk: Chunk) -> int:
    """Return the head of the list or of the part ("most of X") that a name stands in, else the name's."""
    line, head = chunk.line, chunk.head
    if line.word(chunk.first - 1) == "of" and line.parse.lemmas[chunk.first - 2].casefold() in words("shares"):
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


def _is_beset(chunk: Chunk, noun: int) -> bool:
    """Tell whether a noun behind "is under" is what towns are under ("X has been under siege since May")."""
    line = chunk.line
    return line.tree.case(noun) == "under" and line.parse.lemmas[noun].casefold() in words("besetting")


def _falls(chunk: Chunk, verb: int) -> bool:
    """Tell whether what falls does so "to" forces, or "after" fighting or what towns are under."""
    line = chunk.line
    fights = words("besetting") | words("fights")
    after = [t for noun in _behind(chunk, verb, "after") for t in line.tree.subtree(noun)]
    is_fought = any(line.parse.lemmas[t].casefold() in fights for t in after)
    return is_fought or any(_is_force(chunk, one) for one in _behind(chunk, verb, "to"))


def _is_left(chunk: Chunk, verb: int) -> bool:
    """Tell whether the verb is one of leaving with its particle ("gave up X")."""
    line = chunk.line
    phrases = {f"{line.parse.lemmas[verb].casefold()} {line.word(t)}" for t in line.tree.children(verb, "compound:prt")}
    return not phrases.isdisjoint(words("leaving_phrases"))


def _behind(chunk: Chunk, verb: int, case: str) -> Iterator[int]:
    """Yield the nouns that hang on a verb behind a preposition."""
    tree = chunk.line.tree
    return (noun for noun in tree.children(verb, "obl", "obl:agent") if tree.case(noun) == case)


def _is_force(chunk: Chunk, noun: int) -> bool:
    """Tell whether a noun is one of forces in the field."""
    return _is_of(chunk, noun, "field_forces")


def _is_of(chunk: Chunk, noun: int, table: str) -> bool:
    return chunk.line.parse.lemmas[noun].casefold() in words(table)
