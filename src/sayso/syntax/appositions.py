"""What is a noun called? "Killed some “bandits,” the ministry's word for rebels": no bandit owns the word."""

from dataclasses import replace

from sayso.model.parses import Parse
from sayso.text.trees import Tree

_MARKS = frozenset({"'s", "\u2019s", "'", "\u2019"})


def mend_appositions(parse: Parse) -> Parse:
    """Return the parse in which a noun that a comma parts from its "owner's" thing, and no 's marks, has it as a second name.

    The model often hangs both turned round: then what is told of those called so is told of the word for them.
    """
    heads, relations = list(parse.heads), list(parse.relations)
    tree: Tree | None = None
    for noun, relation in enumerate(parse.relations):
        thing = parse.heads[noun]
        if relation != "nmod:poss" or parse.universal[noun] != "NOUN" or "," not in parse.words[noun + 1 : thing]:
            continue
        tree = tree or Tree(parse)
        is_marked = any(parse.words[child] in _MARKS for child in tree.children(noun, "case"))
        is_apart = parse.words[noun + 1] == "," and parse.heads[thing] < noun
        if is_apart and not is_marked:
            heads[noun], relations[noun] = parse.heads[thing], parse.relations[thing]
            heads[thing], relations[thing] = noun, "appos"
    return replace(parse, heads=tuple(heads), relations=tuple(relations)) if tree else parse
