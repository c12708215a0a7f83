"""What is done to whom where a list leaves out the auxiliary? "1,900 blankets handed out." tells that they were."""

from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.text.trees import Tree

# Verbs that always do something to somebody or something: without an object they were done.
DONE = frozenset(read_toml("lemmas")["telegrams"]["verbs"])
_TAKEN = ("obj", "iobj", "ccomp", "xcomp", "aux", "aux:pass", "cop", "mark", "conj", "advcl")
_OBJECTS = frozenset({"PROPN", "NOUN", "DET", "PRON", "NUM", "ADJ"})


def mend_telegrams(parse: Parse) -> Parse:
    """Return the parse in which the subject of a bare participle undergoes it: "Two schools destroyed", "61 operations performed".

    So it is only in a sentence without another verb, of somebody or something without an article.
    """
    tree, relations, tags = Tree(parse), list(parse.relations), list(parse.tags)
    for number, (first, last) in enumerate(parse.sentences):
        verb = tree.root(number)
        noun = tree.child(verb, "nsubj") if verb is not None else None
        if verb is None or noun is None or not _is_bare(tree, noun, verb):
            continue
        if sum(parse.universal[t] in {"VERB", "AUX"} for t in range(first, last)) == 1:
            relations[noun], tags[verb] = "nsubj:pass", "VBN"
    return replace(parse, relations=tuple(relations), tags=tuple(tags))


def _is_bare(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a verb in the past has a counted or plural noun before it and takes nothing."""
    parse = tree.parse
    is_past = parse.tags[verb] in {"VBD", "VBN"} and parse.lemmas[verb].casefold() in DONE
    is_thing = parse.universal[noun] == "NOUN" and tree.child(noun, "det", "nmod:poss") is None
    is_many = parse.tags[noun] == "NNS" or tree.child(noun, "nummod") is not None
    if not (is_past and is_thing and is_many and noun < verb) or tree.child(verb, *_TAKEN) is not None:
        return False
    # A noun or name right behind the verb is its object, whatever the model takes it for.
    return not _OBJECTS.intersection(parse.universal[verb + 1 : verb + 2])
