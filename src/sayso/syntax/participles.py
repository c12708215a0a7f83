"""Whose deed is a participle behind a comma? "Gunmen raided the post as villagers slept, killing four": the gunmen's."""

from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.text.trees import Tree

_TABLE: dict[str, list[str]] = read_toml("lemmas")["asides"]
VERBS, MARKS = (frozenset(_TABLE[name]) for name in ("verbs", "marks"))


def mend_participles(parse: Parse) -> Parse:
    """Return the parse in which such a participle goes with the deed, and not with what others did meanwhile."""
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
