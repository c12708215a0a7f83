"""Of what does a clause speak in which somebody says something of a noun? "The town, which the army says it took"."""

from dataclasses import replace

from sayso.model.parses import Parse
from sayso.syntax.sayings import sayings
from sayso.text.trees import Tree

_PRONOUNS = frozenset({"which", "that", "who", "whom"})
_TAGS = frozenset({"WDT", "WP", "IN", "DT"})
_LOOSE = frozenset({"dep", "obj", "mark", "nsubj", "nsubj:pass", "obl"})


def mend_relatives(parse: Parse) -> Parse:
    """Return the parse in which the relative pronoun before a saying belongs to what is said.

    In "which officials said had been looted" it is what had been looted, in "which the army says it took" what it took; and
    the clause describes the noun right before it.
    """
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for pronoun, word in enumerate(parse.words):
        saying = parse.heads[pronoun]
        is_relative = word.casefold() in _PRONOUNS and parse.tags[pronoun] in _TAGS and pronoun < saying
        if not is_relative or not parse.relations[saying].endswith(":relcl") or parse.relations[pronoun] not in _LOOSE:
            continue
        told = next((t for t in tree.children(saying, "ccomp") if t > saying), None)
        if told is None and (behind := _find_behind(tree, pronoun, saying)) is not None:
            told, heads[behind], relations[behind] = behind, saying, "ccomp"
        role = _find_role(tree, told, saying, pronoun) if told is not None else None
        if told is None or role is None:
            continue
        heads[pronoun], relations[pronoun] = told, role
        noun = _find_described(tree, pronoun, saying)
        if noun is not None and parse.universal[parse.heads[saying]] in {"VERB", "AUX"}:
            heads[saying], relations[saying] = noun, "acl:relcl"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _find_behind(tree: Tree, pronoun: int, saying: int) -> int | None:
    """Return the verb right behind a saying that has no subject of its own ("a depot which it said *was hidden* there")."""
    parse = tree.parse
    if parse.lemmas[saying] not in sayings("clause") or not any(
        pronoun < t < saying for t in tree.children(saying, "nsubj")
    ):
        return None
    _, last = parse.sentences[tree.sentence(saying)]
    verb = next((t for t in range(saying + 1, last) if parse.universal[t] != "AUX"), None)
    if verb is None or verb == saying + 1 or parse.universal[verb] not in {"VERB", "ADJ", "NOUN"}:
        return None
    is_its_own = all(parse.heads[t] == verb for t in range(saying + 1, verb))
    return verb if is_its_own and tree.child(verb, "nsubj", "nsubj:pass", "csubj") is None else None


def _find_described(tree: Tree, pronoun: int, saying: int) -> int | None:
    """Return the noun right before a pronoun, None where there is none or it hangs on the saying itself."""
    first, _ = tree.parse.sentences[tree.sentence(pronoun)]
    noun = pronoun - (2 if tree.parse.words[pronoun - 1] == "," else 1)
    is_noun = noun >= first and tree.parse.universal[noun] in {"NOUN", "PROPN"}
    return noun if is_noun and not tree.is_below(noun, saying) else None


def _find_role(tree: Tree, told: int, saying: int, pronoun: int) -> str | None:
    """Return what the pronoun is of the verb that is told: its subject where it has none, else its object; None where it has both.

    The one who says must stand between: in "who said that it fell" the pronoun itself speaks.
    """
    speaks = any(pronoun < token < saying for token in tree.children(saying, "nsubj"))
    if not speaks or tree.parse.universal[told] not in {"VERB", "AUX"}:
        return None
    own = tree.child(told, "nsubj", "csubj")
    if own is None or own < saying:
        return "nsubj:pass" if tree.child(told, "aux:pass") is not None else "nsubj"
    return "obj" if tree.child(told, "obj") is None and not tree.is_passive(told) else None
