"""Whose clause is the main one? "The agency left after its store was looted": the store was looted, and not what came before."""

from dataclasses import replace

from sayso.model.parses import Parse
from sayso.text.trees import Tree

_MARKS = frozenset({"after", "before", "since", "until", "as", "because", "when", "while", "once"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


def mend_swallowed(parse: Parse) -> Parse:
    """Return the parse in which no finite clause is the subject of the verb behind it.

    The model reads "after a store" as a phrase of the first clause, and is left with that clause for the subject of "was
    looted". The noun behind "after" is the subject, and its clause hangs on the first verb.
    """
    parse = _mend_stranded(_mend_shortened(parse))
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for first, relation in enumerate(parse.relations):
        second = parse.heads[first]
        is_swallowed = relation in _SUBJECTS and second > first and parse.tags[first] in _FINITE
        if not is_swallowed or not _is_whole(tree, first):
            continue
        noun = _find_subject(tree, first, second)
        mark = tree.child(noun, "case") if noun is not None else None
        if noun is None or mark is None:
            continue
        above = parse.heads[second] if parse.heads[second] != second else first
        heads[first], relations[first] = above, parse.relations[second]
        heads[second], relations[second] = first, "advcl"
        heads[noun], relations[noun] = second, relation
        heads[mark], relations[mark] = second, "mark"
        for token in tree.children(first):
            if noun < token < second:
                heads[token], relations[token] = noun, "nmod"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _is_whole(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has its own subject, and no word that makes its clause one: "whoever fled", "that they left"."""
    subject = tree.child(verb, "nsubj", "nsubj:pass")
    if subject is None or tree.child(verb, "mark") is not None:
        return False
    return not any(tree.parse.tags[child] in {"WP", "WRB", "WDT"} for child in tree.children(verb))


def _find_subject(tree: Tree, first: int, second: int) -> int | None:
    """Return the noun behind "after" that, with its own phrases, stands right before the verb and its auxiliaries."""
    own = {
        token for child in tree.children(second, "aux", "aux:pass", "advmod", "cop") for token in tree.subtree(child)
    }
    inside = set(tree.subtree(first))
    for noun in tree.children(first, "obl", "nmod"):
        if first < noun < second and tree.case(noun) in _MARKS:
            return noun if inside.union(own).issuperset(range(noun, second)) else None
    return None


def _mend_shortened(parse: Parse) -> Parse:
    """Return the parse in which a participle behind the subject only describes it where the verb stands further on.

    "Eleven men taken away in June remain missing": the model reads that they took something while they remain.
    """
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for number in range(len(parse.sentences)):
        participle = tree.root(number)
        noun = tree.child(participle, "nsubj") if participle is not None else None
        if participle is None or noun is None or parse.tags[participle] != "VBN":
            continue
        verb = next((t for t in tree.children(participle, "advcl") if _is_bare(tree, t) and t > participle), None)
        if verb is None or tree.child(participle, "aux", "aux:pass", "cop", "obj") is not None:
            continue
        _make_root(tree, heads, relations, (noun, verb), participle)
        heads[participle], relations[participle] = noun, "acl"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _is_bare(tree: Tree, verb: int) -> bool:
    """Tell whether a finite verb has no subject, and no word or comma that opens a clause."""
    is_finite = tree.parse.tags[verb] in _FINITE | {"VB"}  # "Remain" looks like an infinitive.
    if not is_finite or tree.child(verb, "mark", "aux", "advmod", *_SUBJECTS) is not None:
        return False
    return tree.parse.words[min(tree.subtree(verb)) - 1] != ","


def _mend_stranded(parse: Parse) -> Parse:
    """Return the parse in which the verb behind a clause that describes the noun at the head of a sentence is its own.

    "Residents of Arva, which officials said had been looted, fled": the model joins "fled" to "looted" without an "and".
    """
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for number in range(len(parse.sentences)):
        noun = tree.root(number)
        if noun is None or parse.universal[noun] not in {"NOUN", "PROPN"} or tree.child(noun, "cop") is not None:
            continue
        inside = {t for clause in tree.children(noun, "acl") if clause > noun for t in tree.subtree(clause)}
        verb = next((t for t in sorted(inside) if _is_stranded(tree, t)), None)
        if verb is None:
            continue
        _make_root(tree, heads, relations, (noun, verb), noun)
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _make_root(tree: Tree, heads: list[int], relations: list[str], told: tuple[int, int], held_by: int) -> None:
    """Make a noun the subject of a verb, the verb the head of its sentence and of what hung behind it on another word."""
    noun, verb = told
    heads[verb], relations[verb] = verb, "root"
    heads[noun], relations[noun] = verb, "nsubj"
    for token in tree.children(held_by):
        if token > verb:
            heads[token] = verb


def _is_stranded(tree: Tree, token: int) -> bool:
    """Tell whether a finite verb behind a comma is joined to a clause by nothing."""
    parse = tree.parse
    if parse.relations[token] != "conj" or parse.tags[token] not in _FINITE | {"VBN"}:
        return False
    # Of "shelled, looted and burned" the middle one has no "and" of its own.
    if any(tree.child(other, "cc") is not None for other in tree.conjuncts(token) if other > token):
        return False
    opener = min(tree.subtree(token))
    is_behind = opener > 0 and (parse.words[opener - 1] == "," or parse.words[opener] == ",")
    return is_behind and tree.child(token, "cc", "nsubj", "nsubj:pass") is None
