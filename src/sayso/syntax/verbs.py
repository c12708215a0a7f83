"""Which verbs does the model take for nouns? "The army controls most of ..." is a sentence, and no sort of controls."""

from dataclasses import replace
from functools import cache

from sayso.lexicons import read_toml
from sayso.model.parses import Parse
from sayso.text.trees import Tree

# What opens an object, which no noun has behind it.
_OPENERS = frozenset({"DT", "PDT", "CD", "JJS", "RB", "PRP$"})
_OBJECTS = frozenset({"obj", "nmod:unmarked", "appos"})
_FINITE = frozenset({"VBP", "VBZ", "VBD"})
# What is seldom said of a thing before its name.
_USING = frozenset({"use", "employ", "fire", "kill", "shell", "bomb"})
_CLAUSES = frozenset({"root", "ccomp", "conj", "obj"})


def mend_verbs(parse: Parse) -> Parse:
    """Return the parse in which a noun of many behind a party in the singular, with an object behind it, is the verb.

    A party is the subject of the verb behind it, and a noun without a preposition there its object.
    """
    return _mend_arguments(_mend_nouns(_mend_participles(_mend_perfects(_mend_adjectives(parse)))))


def _mend_adjectives(parse: Parse) -> Parse:
    """Return the parse in which a participle behind "have" is a verb, and no quality: "has cleansed the gorge of rebels"."""
    tags, universal, tree = list(parse.tags), list(parse.universal), Tree(parse)
    for token, kind in enumerate(parse.universal):
        is_participle = kind == "ADJ" and parse.words[token].casefold().endswith("ed")
        if not is_participle or tree.child(token, "cop") is not None or tree.child(token, "obj") is None:
            continue
        if any(parse.lemmas[helper].casefold() == "have" for helper in tree.children(token, "aux")):
            tags[token], universal[token] = "VBN", "VERB"
    return replace(parse, tags=tuple(tags), universal=tuple(universal))


def _mend_perfects(parse: Parse) -> Parse:
    """Return the parse in which "had used gas" tells that it was used, and not that somebody had some gas that was used."""
    tree = Tree(parse)
    heads, relations, universal = list(parse.heads), list(parse.relations), list(parse.universal)
    for verb in range(1, len(parse)):
        noun, have = parse.heads[verb], verb - 1
        is_used = parse.lemmas[verb].casefold() in _USING and parse.tags[verb] == "VBN" and noun > verb
        if not is_used or parse.lemmas[have] != "have" or parse.heads[noun] != have or parse.relations[verb] != "amod":
            continue
        is_root = parse.heads[have] == have
        heads[verb], relations[verb] = verb if is_root else parse.heads[have], parse.relations[have]
        for child in tree.children(have):
            heads[child] = verb
        heads[noun], relations[noun] = verb, "obj"
        heads[have], relations[have], universal[have] = verb, "aux", "AUX"
    return replace(parse, heads=tuple(heads), relations=tuple(relations), universal=tuple(universal))


def _mend_participles(parse: Parse) -> Parse:
    """Return the parse in which what is read as a participle between a subject and its bare noun is the verb.

    "The army seized control" is no control that the army is.
    """
    tree = Tree(parse)
    heads, relations, tags = list(parse.heads), list(parse.relations), list(parse.tags)
    for noun in range(len(parse)):
        verb = _find_participle(tree, noun)
        if verb is None:
            continue
        is_root = parse.heads[noun] == noun
        heads[verb] = verb if is_root else parse.heads[noun]
        relations[verb] = parse.relations[noun] if parse.relations[noun] in _CLAUSES else "parataxis"
        tags[verb], heads[noun], relations[noun] = "VBD", verb, "obj"
        for token in tree.children(noun):
            if token < verb or parse.relations[token] in {"punct", "advcl", "conj", "parataxis"}:
                heads[token] = verb
    return replace(parse, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags))


def _find_participle(tree: Tree, noun: int) -> int | None:
    """Return what is read as a participle before a noun although it has a subject of its own."""
    found = (t for t in tree.children(noun, "amod") if t < noun and tree.parse.tags[t] in {"VBN", "VBD"})
    return next((verb for verb in found if tree.child(verb, "nsubj") is not None), None)


def _mend_nouns(parse: Parse) -> Parse:
    tree = Tree(parse)
    inner = (verb for first, last in parse.sentences for verb in range(first + 1, last - 1))
    found = [(verb, thing) for verb in inner if (thing := _find_object(tree, verb)) is not None]
    heads, relations = list(parse.heads), list(parse.relations)
    tags, universal = list(parse.tags), list(parse.universal)
    for verb, thing in found:
        subject = verb - 1
        for token in tree.children(verb, "det", "amod", "compound", "nmod:poss"):
            if token < subject:
                heads[token] = subject
        relations[subject], relations[thing] = "nsubj", "obj"
        relations[verb] = "ccomp" if relations[verb] == "obj" else relations[verb]
        tags[verb], universal[verb] = "VBZ", "VERB"
    return replace(parse, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags), universal=tuple(universal))


def _mend_arguments(parse: Parse) -> Parse:
    tree, relations = Tree(parse), list(parse.relations)
    for token, (verb, relation) in enumerate(zip(parse.heads, parse.relations, strict=True)):
        is_party = parse.words[token].casefold() in _plural_parties()
        if (relation == "compound" and verb == token + 1 and parse.tags[verb] in _FINITE and is_party) or (
            relation == "nsubj:pass" and _is_active(tree, verb)
        ):
            relations[token] = "nsubj"
        elif relation == "obl" and _is_bare(tree, verb, token):
            relations[token] = "obj"
    return replace(parse, relations=tuple(relations))


def _is_active(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has an object and nothing that makes it a passive ("police detained 15 people")."""
    return tree.parse.universal[verb] == "VERB" and bool(tree.child(verb, "obj")) and tree.child(verb, "aux") is None


def _is_bare(tree: Tree, verb: int, noun: int) -> bool:
    """Tell whether a noun without a preposition stands right behind a verb that has no object, and tells no time."""
    parse = tree.parse
    if not verb < noun or parse.tags[verb] not in _FINITE or parse.tags[verb + 1] not in _OPENERS:
        return False
    is_taken = tree.child(verb, "obj") is not None or tree.child(noun, "case") is not None
    return not is_taken and not _is_time(parse, noun) and _opens(parse, verb + 1, noun)


def _find_object(tree: Tree, verb: int) -> int | None:
    """Return the object of what is read as a noun and is a verb; None where it is a noun."""
    parse, subject = tree.parse, verb - 1
    is_read_as_noun = (
        parse.tags[verb] == "NNS"
        and parse.relations[verb] in _CLAUSES
        and parse.heads[subject] == verb
        and parse.relations[subject] == "compound"
        and parse.tags[subject] == "NN"
        and parse.words[subject].casefold() in _parties()
    )
    if not is_read_as_noun:
        return None
    if parse.tags[verb + 1] not in _OPENERS:
        # No noun has an object: "Opposition demands talks" is a sentence.
        return next((token for token in tree.children(verb, "obj") if token > verb), None)
    thing = next((token for token in tree.children(verb, *_OBJECTS) if token > verb), None)
    # "Army shells the day before": the day is none.
    is_object = thing is not None and _opens(parse, verb + 1, thing) and not _is_time(parse, thing)
    return thing if is_object else None


def _is_time(parse: Parse, token: int) -> bool:
    return parse.words[token].casefold() in _times()


def _opens(parse: Parse, first: int, thing: int) -> bool:
    """Tell whether the phrase of an object begins at a token."""
    token = first
    while token != thing and first <= parse.heads[token] <= thing and parse.heads[token] != token:
        token = parse.heads[token]
    return token == thing


@cache
def _parties() -> frozenset[str]:
    return frozenset(word for words in read_toml("actors")["nouns"].values() for word in words)


@cache
def _plural_parties() -> frozenset[str]:
    return _parties() | {f"{word}s" for word in _parties()}


@cache
def _times() -> frozenset[str]:
    table = read_toml("time")
    return frozenset({*table["weekdays"], *table["units"], "time", "times"})
