"""Whose verb is it? What the model now and then gets wrong about the subject of a verb that has something to say."""

from dataclasses import replace
from itertools import pairwise

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.syntax.sayings import sayings
from sayso.text.trees import Tree

_PARTING = frozenset({"PUNCT", "SCONJ", "PRON", "VERB", "AUX"})
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
    mended = _mend_absolutes(_mend_days(_mend_answers(_mend_heads(replace(parse, relations=tuple(relations))))))
    return _mend_doubles(mended)


def _mend_doubles(parse: Parse) -> Parse:
    """Return the parse in which a name that opens a sentence is no subject of a verb that has a nearer one without a mark between.

    "Transmar Monday 4 March troops took the mill": an agency takes none.
    """
    tree, relations = Tree(parse), list(parse.relations)
    for verb in sorted(
        {head for head, relation in zip(parse.heads, parse.relations, strict=True) if relation == "nsubj"}
    ):
        subjects = [t for t in tree.children(verb) if parse.relations[t] == "nsubj" and t < verb]
        for first, second in pairwise(subjects):
            is_opening = first == parse.sentences[tree.sentence(first)][0] and parse.universal[first] == "PROPN"
            if is_opening and not any(parse.universal[t] in _PARTING for t in range(first, second)):
                relations[first] = "dep"
    return replace(parse, relations=tuple(relations))


def _mend_heads(parse: Parse) -> Parse:
    """Return the parse in which "The rebels' backer announced that ..." is a sentence, and no noun with a clause."""
    tree, heads, relations = Tree(parse), list(parse.heads), list(parse.relations)
    for number in range(len(parse.sentences)):
        noun = tree.root(number)
        behind = [token for token in tree.children(noun) if token > noun] if noun is not None else []
        verb = next((token for token in behind if _tells(tree, token) or _acts(tree, noun, token)), None)
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


def _acts(tree: Tree, noun: int | None, verb: int) -> bool:
    """Tell whether what is read as describing a name is its verb: "The Security Council called for a truce." is a sentence.

    Nothing stands between them, nobody is named by whom it was done, and there is no other verb to end with a full stop.
    """
    parse, number = tree.parse, tree.sentence(verb)
    first, last = parse.sentences[number]
    is_describing = parse.relations[verb] == "acl" and parse.tags[verb] in {"VBD", "VBN"}
    if noun is None or not is_describing or verb != noun + 1:
        return False
    if parse.universal[noun] != "PROPN" and not _calls_or_answers(tree, verb, last):
        return False
    is_done = tree.passive_agent(verb) is not None or tree.child(verb, "aux", "aux:pass") is not None
    others = (t for t in range(first, last) if t != verb and parse.tags[t] in {"VBD", "VBZ", "VBP", "MD"})
    is_told = tree.child(verb, "obj", "xcomp", "ccomp") is not None or any(
        tree.case(t) == "for" for t in tree.children(verb, "obl")
    )
    is_whole = _answers(tree, verb, last) or (is_told and parse.words[last - 1] == ".")
    return not is_done and is_whole and next(others, None) is None


def _calls_or_answers(tree: Tree, verb: int, last: int) -> bool:
    """Tell whether a plain noun says something: it calls a thing something ("An analyst called the figure inflated"), or answers."""
    thing, name = tree.child(verb, "obj"), tree.child(verb, "xcomp")
    is_called = thing is not None and name is not None and tree.child(thing, "det", "nmod:poss") is not None
    return _answers(tree, verb, last) or (is_called and tree.parse.lemmas[verb] in sayings("all"))


def _answers(tree: Tree, verb: int, last: int) -> bool:
    """Tell whether a verb of saying has nothing but a time before the colon that opens what is said."""
    parse = tree.parse
    colon = next((t for t in range(verb + 1, last - 1) if parse.words[t] == ":"), None)
    if colon is None or parse.lemmas[verb] not in sayings("clause") or parse.words[colon + 1] not in {'"', "“"}:
        return False
    return all(parse.universal[t] in {"ADP", "NOUN", "NUM", "DET", "ADJ", "PROPN"} for t in range(verb + 1, colon))


def _mend_answers(parse: Parse) -> Parse:
    """Return the parse in which "Not so, say the rebels" has the rebels say what stands before the comma."""
    tree, relations, tags, heads = Tree(parse), list(parse.relations), list(parse.tags), list(parse.heads)
    for first, last in parse.sentences:
        comma = next((t for t in range(first, last - 3) if parse.words[t] == ","), None)
        if comma is None or parse.relations[comma + 1] != "root" or parse.lemmas[comma + 1] not in sayings("clause"):
            continue
        verb = comma + 1
        own = next((t for t in tree.children(verb, "aux") if t == comma - 2 and t - 1 >= first), None)
        if (
            own is not None
            and parse.universal[own - 1] == "PRON"
            and parse.words[comma - 1].casefold() in {"not", "n't"}
        ):
            # "They did not, said the drivers": they do not say.
            heads[own], relations[own], heads[own - 1], relations[own - 1] = verb, "ccomp", own, "nsubj"
            heads[comma - 1], heads[comma] = own, own
            continue
        said = [t for t in tree.children(verb, "advmod") if t < comma]
        speaker = tree.child(verb, "obj")
        is_last = speaker is not None and tree.subtree(speaker)[-1] >= last - 2
        if said and speaker is not None and is_last and tree.child(verb, "nsubj") is None:
            relations[speaker], relations[said[-1]] = "nsubj", "ccomp"
            tags[verb] = "VBP" if tags[verb] == "VB" else tags[verb]
    return replace(parse, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags))


def _mend_absolutes(parse: Parse) -> Parse:
    """Return the parse in which "with 30 people treated" behind a saying goes with what is said before: "Gas was used, they said, with ..."."""
    tree, heads, relations = Tree(parse), list(parse.heads), list(parse.relations)
    for token, relation in enumerate(parse.relations):
        verb = parse.heads[token]
        if relation != "ccomp" or token < verb or parse.tags[token] not in {"VBN", "VBG"}:
            continue
        opener = min(t for t in tree.subtree(token) if parse.universal[t] != "PUNCT")
        told = [other for other in tree.children(verb, "ccomp") if other < verb]
        if told and parse.words[opener].casefold() == "with" and parse.words[opener - 1] == ",":
            heads[token], relations[token] = told[0], "advcl"
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


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
        elif _is_right_behind_saying(parse, day):
            heads[day] = parse.heads[parse.heads[day]]
    return replace(parse, heads=tuple(heads), relations=tuple(relations))


def _is_right_behind_saying(parse: Parse, day: int) -> bool:
    """Tell whether a weekday stands right behind a verb of saying whose clause it was hung on ("said *on Monday* its troops left")."""
    clause = parse.heads[day]
    is_weekday = parse.words[day].casefold() in read_toml("time")["weekdays"]
    is_hung = parse.relations[day].startswith("obl") and parse.relations[clause] == "ccomp" and day < clause
    before = day - 1 - (parse.words[day - 1] == "on")
    return is_weekday and is_hung and parse.heads[clause] == before


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
