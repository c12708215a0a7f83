"""Whose deed is a participle? "Gunmen raided the post as villagers slept, killing four": the gunmen's."""

from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.text.trees import Tree

_TABLE: dict[str, list[str]] = read_toml("lemmas")["asides"]
FINITE = frozenset({"VBD", "VBZ", "VBP"})
VERBS, MARKS, ALONE = (frozenset(_TABLE[name]) for name in ("verbs", "marks", "alone"))


def mend_participles(parse: Parse) -> Parse:
    """Return the parse in which a participle behind a comma goes with the deed, and not with what others did meanwhile.

    One before a noun describes it where its verb takes no object: "retreating soldiers had shot them". One that has a
    subject, but nothing to help it, before the verb of that subject tells of whom: "the raid *blamed on a militia* took
    place on Sunday".
    """
    parse = _mend_telling(_mend_describing(parse))
    heads, tree = list(parse.heads), Tree(parse)
    for token, tag in enumerate(parse.tags):
        aside = parse.heads[token]
        if tag != "VBG" or parse.relations[token] != "advcl" or not aside < token or parse.words[token - 1] != ",":
            continue
        mark = tree.child(aside, "mark")
        is_aside = parse.relations[aside] == "advcl" and mark is not None and parse.words[mark].casefold() in MARKS
        if is_aside and parse.lemmas[aside].casefold() in VERBS:
            heads[token] = parse.heads[aside]
    return replace(parse, heads=tuple(heads))


def _mend_describing(parse: Parse) -> Parse:
    """Return the parse in which "retreating soldiers had ..." has soldiers for its subject."""
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for token, tag in enumerate(parse.tags[:-1]):
        noun, verb = token + 1, parse.heads[token]
        is_read_as_deed = tag == "VBG" and parse.relations[token] == "csubj" and parse.lemmas[token].casefold() in ALONE
        if not is_read_as_deed or verb <= noun or parse.heads[noun] != token or parse.relations[noun] != "obj":
            continue
        for child in tree.children(token):
            heads[child] = noun
        heads[noun], heads[token], relations[token] = verb, noun, "amod"
        relations[noun] = "nsubj:pass" if tree.child(verb, "aux:pass") is not None else "nsubj"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _mend_telling(parse: Parse) -> Parse:
    """Return the parse in which "the raid blamed on a militia took place" has the second verb for its own."""
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for token, tag in enumerate(parse.tags):
        subject = tree.child(token, "nsubj")
        verb = next((t for t in tree.children(token, "conj") if parse.tags[t] in FINITE), None)
        if tag != "VBN" or parse.heads[token] != token or subject is None or not subject < token or verb is None:
            continue
        is_helped = tree.child(token, "aux", "aux:pass", "obj", "cc") is not None
        has_own = tree.child(verb, "nsubj", "nsubj:pass", "cc", "mark") is not None
        # "Depot retaken, says the radio" is a headline of two verbs.
        is_long = any(token < t < verb for t in tree.children(token, "obl", "obl:agent"))
        if is_helped or has_own or not is_long:
            continue
        heads[verb], heads[subject], heads[token] = verb, verb, subject
        relations[verb], relations[token] = "root", "acl"
        for child in tree.children(token):
            if child > verb:
                heads[child] = verb
    return replace(parse, heads=tuple(heads), relations=tuple(relations))
