"""What is so while something else is done? "With the port in rebel hands, the army left": the port is in rebel hands."""

from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.text.trees import Tree

_TABLE: dict[str, list[str]] = read_toml("lemmas")["absolutes"]
STATES = {case: frozenset(nouns) for case, nouns in _TABLE.items()}


def mend_absolutes(parse: Parse) -> Parse:
    """Return the parse in which "with" and a noun with its state are a clause whose subject the noun is.

    The phrase opens its sentence or stands behind a comma. The model reads it as a circumstance with a phrase in it, so
    that nothing would be said of the noun.
    """
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for opener, word in enumerate(parse.words):
        noun = parse.heads[opener]
        if (
            word.casefold() != "with"
            or parse.relations[opener] != "case"
            or parse.relations[noun] not in {"obl", "nmod"}
        ):
            continue
        first, _ = parse.sentences[tree.sentence(opener)]
        is_apart = opener == first or parse.words[opener - 1] == ","
        state = next((token for token in tree.children(noun) if token > noun and _is_state(tree, token)), None)
        if state is None or not is_apart:
            continue
        heads[state], relations[state] = parse.heads[noun], "advcl"
        heads[noun], relations[noun] = state, "nsubj:pass" if parse.tags[state] == "VBN" else "nsubj"
        heads[opener], relations[opener] = state, "mark"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _is_state(tree: Tree, token: int) -> bool:
    """Tell whether words say in which state a noun is: "in rebel hands", "under siege", "encircled by the army"."""
    parse = tree.parse
    if parse.relations[token] == "acl":
        return parse.tags[token] == "VBN" and parse.lemmas[token].casefold() in STATES["done"]
    is_phrase = parse.relations[token] in {"nmod", "obl"}
    return is_phrase and parse.lemmas[token].casefold() in STATES.get(tree.case(token) or "", ())
