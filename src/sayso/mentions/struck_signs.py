"""Is a name that of what shells hit, people flee or convoys reach? Then it is a place, though nothing else says so."""

from sayso.mentions.ground_signs import find_behind, find_object, is_force, is_of
from sayso.mentions.names import Chunk
from sayso.mentions.place_words import words

_WAYS = (["from"], ["to"], ["through"], ["towards"], ["toward"])
_OUT = "out of"


def is_struck(chunk: Chunk) -> bool:
    """Tell whether arms hit what is named ("shells hit X"), or people and forces flee it, reach it or go through it."""
    head = find_object(chunk)
    return _is_hit(chunk, head) or _is_fled(chunk, head) or _is_gone_to(chunk, head)


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
    return subject is not None and is_of(chunk, subject, "striking")


def _is_fled(chunk: Chunk, head: int) -> bool:
    """Tell whether people flee, or wheels reach, what is named; whoever leaves a body ("left the Movement") leaves no place.

    Forces that leave what looks like one man's name leave a place.
    """
    line, verb = chunk.line, chunk.line.parse.heads[head]
    is_going = any(line.tree.case(one) == "for" for one in line.tree.children(verb, "obl"))
    is_left = _verb(chunk, head) in words("leaving_verbs")
    if is_left and chunk.label == "PERSON" and chunk.last - chunk.first == 1:
        return _doer(chunk, head, "leaving_verbs", "field_forces") is not None
    is_sure = not is_left or chunk.label is None or is_going
    return is_sure and _doer(chunk, head, "fleeing_verbs", "travelling") is not None


def _is_gone_to(chunk: Chunk, head: int) -> bool:
    """Tell whether people or forces go to, from or through what is named ("marched through X", "pulled back from X")."""
    line, verb = chunk.line, chunk.line.parse.heads[head]
    case = (line.tree.case(head) or "") if line.tree.is_relation(head, "obl") else ""
    is_way = case == _OUT or case.split()[-1:] in _WAYS
    if not is_way or _verb(chunk, head) not in words("motion_verbs") or chunk.last - chunk.first > 1:
        return False
    subject = _subject(chunk, verb)
    return subject is not None and (is_force(chunk, subject) or is_of(chunk, subject, "travelling"))


def _verb(chunk: Chunk, head: int) -> str:
    return chunk.line.parse.lemmas[chunk.line.parse.heads[head]].casefold()


def _doer(chunk: Chunk, head: int, verbs: str, doers: str) -> int | None:
    """Return who of a table does what of another table to a name, in the active or with "by"."""
    line, verb = chunk.line, chunk.line.parse.heads[head]
    if _verb(chunk, head) not in words(verbs):
        return None
    if line.parse.relations[head] == "nsubj:pass":
        return next((one for one in find_behind(chunk, verb, "by") if is_of(chunk, one, doers)), None)
    subject = _subject(chunk, verb)
    is_done = line.tree.is_relation(head, "obj") and subject is not None and is_of(chunk, subject, doers)
    return subject if is_done else None


def _subject(chunk: Chunk, verb: int) -> int | None:
    """Return the subject of a verb, or that of the verb it is joined to ("rockets fired from X hit Y")."""
    line, tree = chunk.line, chunk.line.tree
    subject = tree.child(verb, "nsubj")
    while subject is None and tree.is_relation(verb, "conj", "advcl", "xcomp"):
        verb = line.parse.heads[verb]
        subject = tree.child(verb, "nsubj", "nsubj:pass")
    return subject
