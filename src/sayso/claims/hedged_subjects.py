"""Which noun is the subject of a verb although the hedge of its number looks like a preposition?"""

from collections.abc import Iterator
from dataclasses import replace

from sayso.model.mentions import Figure
from sayso.model.parses import Parse
from sayso.text.trees import Tree

# What a parser takes such a phrase for.
ASIDE = ("obl", "advmod", "nmod", "dep", "obl:unmarked", "advcl", "fixed")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer")
OPENING = frozenset({"PUNCT", "CCONJ", "SCONJ"})


def mend_hedged_subjects(parse: Parse, figures: tuple[Figure, ...]) -> Parse:
    """Return the parse with hedged numbers as subjects: "*around 200 families* remain", "*more than half* have fled".

    Parsers take what stands behind "around", "between" or "more than" for a place or a comparison; where the verb
    has no other subject and the phrase opens its clause, it is the subject.
    """
    heads, relations = list(parse.heads), list(parse.relations)
    tree = Tree(parse)
    changes = [change for figure in figures for change in _find(parse, tree, figure)]
    if not changes:
        return parse
    for noun, top, verb in changes:
        is_passive = tree.child(verb, "aux:pass") is not None
        heads[noun], relations[noun] = verb, "nsubj:pass" if is_passive else "nsubj"
        if top != noun:
            heads[top], relations[top] = noun, "advmod"
        for case in tree.children(noun, "case"):
            relations[case] = "advmod"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find(parse: Parse, tree: Tree, figure: Figure) -> Iterator[tuple[int, int, int]]:
    """Yield the noun counted, the highest word of its phrase and the verb whose subject it is."""
    first = next((t for t in range(figure.token, -1, -1) if parse.starts[t] <= figure.span.start), figure.token)
    start = parse.sentences[tree.sentence(figure.token)][0]
    counted = figure.token if figure.counted is None else figure.counted
    is_of = "of" in parse.words[figure.token + 1 : counted]
    noun = figure.token if is_of else counted
    is_opening = first == start or parse.universal[first - 1] in OPENING
    if first == figure.token or not is_opening or parse.universal[first] in {"NUM", "DET"}:
        return
    top, below = noun, [noun]
    while parse.heads[top] != top and parse.universal[parse.heads[top]] != "VERB":
        top = parse.heads[top]
        below.append(top)
    verb = parse.heads[top]
    inside = all(first <= token <= noun for token in below)
    subject = tree.child(verb, *SUBJECTS)
    # "Close to 200" with "close" as the subject, or no subject at all.
    is_missed = tree.is_relation(top, *ASIDE) if subject is None else subject == top != noun
    if inside and verb > noun and is_missed:
        yield noun, top, verb
