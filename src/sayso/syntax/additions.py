"""To what is something added? "Clashes in Arva, as well as shelling in Selba" are two things of one sort."""

from dataclasses import replace

from sayso.model.parses import Parse
from sayso.text.trees import Tree

_OPENER = ("as", "well", "as")
_OF_VERB = frozenset({"obl", "conj"})


def mend_additions(parse: Parse) -> Parse:
    """Return the parse in which a noun behind "as well as" is joined to the object before it, or else to the subject.

    The model often hangs it on the verb, as a circumstance: then nobody is told of it. One behind an inserted saying
    ("Troops shelled Arva, they said, as well as Selba") is added to what is said. One with a preposition of its own
    ("as well as in Selba") is left where it is.
    """
    heads, relations = list(parse.heads), list(parse.relations)
    tree: Tree | None = None
    for opener, word in enumerate(parse.words):
        noun = parse.heads[opener]
        if word.casefold() != "as" or parse.relations[opener] != "cc" or parse.relations[noun] not in _OF_VERB:
            continue
        tree = tree or Tree(parse)
        is_behind = tuple(one.casefold() for one in parse.words[opener : opener + 3]) == _OPENER
        joined = _find_joined(tree, noun, opener) if is_behind and tree.case(noun) is None else None
        if joined is not None:
            heads[noun], relations[noun] = joined, "conj"
    return replace(parse, heads=tuple(heads), relations=tuple(relations)) if tree else parse


def _find_joined(tree: Tree, noun: int, opener: int) -> int | None:
    """Return what a noun is added to, where that is not what it hangs on."""
    parse, above = tree.parse, tree.parse.heads[noun]
    if parse.relations[noun] == "obl":
        verb = above
    elif parse.relations[above] == "nsubj":
        verb = parse.heads[above]
    else:
        return None
    if not above <= verb < opener:
        return None
    if verb + 2 == opener:
        # Nothing but a comma between: a saying inserted behind what is said.
        told = [token for token in tree.children(verb, "ccomp") if token < verb]
        return _first(tree, told[-1], opener) if told else None
    return _first(tree, verb, opener) if parse.relations[noun] == "obl" else None


def _first(tree: Tree, verb: int, opener: int) -> int | None:
    """Return the object of a verb, else what it tells of."""
    for relations in (("obj",), ("nsubj:pass", "nsubj")):
        found = [token for token in tree.children(verb, *relations) if token < opener]
        if found:
            return found[0]
    return None
