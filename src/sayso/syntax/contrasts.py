"""What is set against what was done it to? "We send flour, not rockets" sends two things, one of them not."""

from dataclasses import replace

from sayso.model.parses import Parse
from sayso.text.trees import Tree, is_left_aside

_LOOSE = frozenset({"parataxis", "appos", "dep", "obl", "advcl", "vocative", "conj"})


def mend_contrasts(parse: Parse) -> Parse:
    """Return the parse in which a noun behind ", not" is joined to the object that it is set against.

    The model often hangs it on the verb, as a clause or phrase of its own. One with a preposition is left where it is.
    """
    heads, relations = list(parse.heads), list(parse.relations)
    tree: Tree | None = None
    for mark, word in enumerate(parse.words):
        noun, verb = parse.heads[mark], parse.heads[parse.heads[mark]]
        if word.casefold() != "not" or noun < mark or parse.relations[noun] not in _LOOSE or verb >= mark:
            continue
        tree = tree or Tree(parse)
        objects = [t for t in tree.children(verb, "obj") if verb < t < mark]
        if (
            objects
            and parse.universal[noun] in {"NOUN", "PROPN"}
            and tree.case(noun) is None
            and is_left_aside(tree, noun)
        ):
            heads[noun], relations[noun] = objects[0], "conj"
    return replace(parse, heads=tuple(heads), relations=tuple(relations)) if tree else parse
