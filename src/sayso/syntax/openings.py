"""Which clause does "According to ..." open? Whoever is named there is never the head of what he says."""

from dataclasses import replace

from sayso.model.parses import Parse
from sayso.text.trees import Tree

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def mend_openings(parse: Parse) -> Parse:
    """Return the parse in which the clause behind "According to the ministry," is the root of its sentence.

    The model now and then takes a long clause there for one that describes whoever is named.
    """
    tree, heads, relations = Tree(parse), list(parse.heads), list(parse.relations)
    for number in range(len(parse.sentences)):
        named = tree.root(number)
        clause = _find_clause(tree, number, named) if named is not None else None
        if named is None or clause is None:
            continue
        for token in tree.children(named):
            if token > clause:
                heads[token] = clause
        heads[clause], relations[clause] = clause, "root"
        heads[named], relations[named] = clause, "obl"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find_clause(tree: Tree, sentence: int, named: int) -> int | None:
    """Return the head of the clause behind a comma that hangs on whoever is named, or None."""
    words, (first, last) = tree.parse.words, tree.parse.sentences[sentence]
    if [word.casefold() for word in words[first : first + 2]] != ["according", "to"]:
        return None
    comma = next((token for token in range(first, last) if words[token] == ","), last)
    if named > comma:
        return None
    return next((token for token in tree.children(named) if token > comma and _is_clause(tree, token)), None)


def _is_clause(tree: Tree, head: int) -> bool:
    """Tell whether the word has a subject of its own before it that is no "who"."""
    subjects = (token for token in tree.children(head, "nsubj", "expl", "csubj") if token < head)
    return any(tree.parse.words[token].casefold() not in _RELATIVE for token in subjects)
