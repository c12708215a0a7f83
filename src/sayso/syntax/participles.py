"""Whose deed is a participle? "Gunmen raided the post as villagers slept, killing four": the gunmen's."""

from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.text.trees import Tree

_TABLE: dict[str, list[str]] = read_toml("lemmas")["asides"]
VERBS, MARKS, ALONE = (frozenset(_TABLE[name]) for name in ("verbs", "marks", "alone"))


def mend_participles(parse: Parse) -> Parse:
    """Return the parse in which a participle behind a comma goes with the deed, and not with what others did meanwhile.

    One before a noun describes it where its verb takes no object: "retreating soldiers had shot them".
    """
    parse = _mend_describing(parse)
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
