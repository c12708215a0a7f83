"""Whose verb is it? What the model now and then gets wrong about the subject of a verb that has something to say."""

from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.text.trees import Tree

_PASSIVE = frozenset({"be", "get", "become"})


def mend_subjects(parse: Parse) -> Parse:
    """Return the parse in which a verb that has a clause for its object, and no "was", has a subject that tells it.

    "The army and state television announced on Monday that ...": the model reads "was announced" there.
    """
    relations = list(parse.relations)
    helped = {parse.heads[token] for token, lemma in enumerate(parse.lemmas) if lemma.casefold() in _PASSIVE}
    telling = {parse.heads[token] for token, relation in enumerate(parse.relations) if relation == "ccomp"}
    for token, relation in enumerate(parse.relations):
        verb = parse.heads[token]
        if (
            relation == "nsubj:pass"
            and token < verb
            and verb in telling - helped
            and parse.tags[verb] in {"VBD", "VBN"}
        ):
            relations[token] = "nsubj"
    return _mend_days(_mend_heads(replace(parse, relations=tuple(relations))))


def _mend_heads(parse: Parse) -> Parse:
    """Return the parse in which "The rebels' backer announced that ..." is a sentence, and no noun with a clause."""
    tree, heads, relations = Tree(parse), list(parse.heads), list(parse.relations)
    for number in range(len(parse.sentences)):
        noun = tree.root(number)
        behind = [token for token in tree.children(noun) if token > noun] if noun is not None else []
        verb = next((token for token in behind if _tells(tree, token)), None)
        if noun is not None and verb is not None:
            for token in behind:
                heads[token] = verb if token >= verb else noun
            heads[noun], relations[noun] = verb, "nsubj"
            relations[verb] = "root"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _tells(tree: Tree, verb: int) -> bool:
    """Tell whether what is read as describing a noun ("announced on Monday") has a clause for its object."""
    is_describing = tree.parse.relations[verb] == "acl" and tree.parse.tags[verb] in {"VBD", "VBN"}
    return is_describing and any(token > verb for token in tree.children(verb, "ccomp"))


def _mend_days(parse: Parse) -> Parse:
    """Return the parse in which the day of a saying is no part of what follows: "said on Monday government forces held ...".

    The model takes the day for a part of the name behind it.
    """
    heads, relations = list(parse.heads), list(parse.relations)
    for day in range(1, len(parse) - 1):
        clause, saying = parse.heads[day - 1], parse.heads[parse.heads[day - 1]]
        if _is_swallowed(parse, day, clause) and saying < day and relations[clause] in {"advcl", "ccomp"}:
            heads[day - 1], relations[day - 1] = day, "case"
            heads[day], relations[day] = saying, "obl"
            relations[clause] = "ccomp"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _is_swallowed(parse: Parse, day: int, clause: int) -> bool:
    """Tell whether a weekday behind "on" is read as a part of a name, and the "on" as opening the clause."""
    return (
        parse.words[day].casefold() in read_toml("time")["weekdays"]
        and parse.relations[day] == "compound"
        and day < parse.heads[day] < clause
        and parse.words[day - 1] == "on"
        and parse.relations[day - 1] == "mark"
        and clause > day
    )
