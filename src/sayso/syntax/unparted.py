"""Who says it, where a text has lost its commas? "The raid wounded nine people said the monitor"."""

from dataclasses import dataclass, replace

from sayso.model.parses import Parse
from sayso.syntax.sayings import sayings
from sayso.text.trees import Tree

_FORMS = frozenset({"VBD", "VBZ", "VBP"})
_FINITE = _FORMS | {"MD"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unparted:
    """A sentence whose `deed` took the `thing` for its object, as `verb` of saying tells, whose `speaker` stands behind it."""

    deed: int
    thing: int
    verb: int
    speaker: int


def mend_without_comma(parse: Parse) -> Parse:
    """Return the parse in which a noun between a deed and a saying is what the deed was done to, and not who speaks.

    Behind the saying stands who speaks, and no clause: there is nobody else whose deed could be told.
    """
    heads, relations, tree = list(parse.heads), list(parse.relations), Tree(parse)
    for verb in range(len(parse)):
        found = _read(tree, verb)
        if found is None:
            continue
        is_root = parse.heads[found.deed] == found.deed
        heads[verb], relations[verb] = verb if is_root else parse.heads[found.deed], parse.relations[found.deed]
        heads[found.deed], relations[found.deed] = verb, "ccomp"
        heads[found.thing], relations[found.thing] = found.deed, "obj"
        heads[found.speaker], relations[found.speaker] = verb, "nsubj"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _read(tree: Tree, verb: int) -> _Unparted | None:
    parse, deed = tree.parse, tree.parse.heads[verb]
    is_saying = parse.lemmas[verb] in sayings("clause") - sayings("addressee") and parse.tags[verb] in _FORMS
    if not is_saying or parse.relations[verb] not in {"parataxis", "conj", "ccomp", "advcl"} or not deed < verb:
        return None
    if parse.lemmas[deed] in sayings("clause"):
        # "Said Orvania condemns the attack": who condemns is told by who said so.
        return None
    thing = tree.child(verb, "nsubj")
    speaker = next((t for t in tree.children(verb, "obj", "ccomp", "xcomp") if t > verb), None)
    if thing is None or speaker is None or parse.universal[deed] != "VERB" or parse.universal[speaker] not in _NOUNS:
        return None
    is_between = deed < tree.run(thing)[0] and tree.run(thing)[1] == verb and tree.child(verb, "cc", "mark") is None
    if any(parse.universal[t] == "PUNCT" and parse.words[t] != "-" for t in range(deed, verb)):
        return None
    has_other = any(t != verb for t in tree.children(deed, "obj", "ccomp"))
    if not is_between or has_other or not _ends_in_speaker(tree, verb):
        return None
    return _Unparted(deed=deed, thing=thing, verb=verb, speaker=speaker)


def _ends_in_speaker(tree: Tree, verb: int) -> bool:
    """Tell whether nothing but who speaks, or to whom and where, stands behind a saying."""
    parse = tree.parse
    _, last = parse.sentences[tree.sentence(verb)]
    behind = range(verb + 1, last)
    is_named = len(behind) > 0 and parse.universal[verb + 1] in _OPENING and parse.words[verb + 1].casefold() != "that"
    return is_named and not any(parse.tags[t] in _FINITE for t in behind)
