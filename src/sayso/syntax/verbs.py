"""Which verbs does the model take for nouns? "The army controls most of ..." is a sentence, and no sort of controls."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.lexicons import read_toml
from sayso.model.parses import Parse, Tokens

# What opens an object, which no noun has behind it.
_OPENERS = frozenset({"DT", "PDT", "CD", "JJS", "RB", "PRP$"})
_OBJECTS = frozenset({"obj", "nmod:unmarked", "appos"})
_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_CLAUSES = frozenset({"root", "ccomp", "conj", "obj"})


def mend_verbs(parse: Parse) -> Parse:
    """Return the parse in which a noun of many behind a party in the singular, with an object behind it, is the verb.

    A party is the subject of the verb behind it, and a noun without a preposition there its object.
    """
    return _mend_arguments(_mend_nouns(parse))


def _mend_nouns(parse: Parse) -> Parse:
    found = [
        (verb, thing)
        for sentence in parse.sentences
        for verb in range(sentence.first + 1, sentence.last - 1)
        for thing in _objects(parse, sentence, verb)
    ]
    if not found:
        return parse
    heads, relations = list(parse.heads), list(parse.relations)
    tags, universal = list(parse.tags), list(parse.universal)
    for verb, thing in found:
        subject = verb - 1
        for token in range(subject):
            if heads[token] == verb and relations[token] in {"det", "amod", "compound", "nmod:poss"}:
                heads[token] = subject
        relations[subject], relations[thing] = "nsubj", "obj"
        relations[verb] = "ccomp" if relations[verb] == "obj" else relations[verb]
        tags[verb], universal[verb] = "VBZ", "VERB"
    return replace(parse, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags), universal=tuple(universal))


def _mend_arguments(parse: Parse) -> Parse:
    relations = list(parse.relations)
    for sentence in parse.sentences:
        for token in range(sentence.first, sentence.last):
            verb, relation = parse.heads[token], parse.relations[token]
            if relation == "compound" and verb == token + 1 and parse.tags[verb] in _FINITE:
                relations[token] = "nsubj" if parse.words[token].casefold() in _plural_parties() else relation
            if relation == "obl" and _is_bare(parse, sentence, verb, token):
                relations[token] = "obj"
    return parse if relations == list(parse.relations) else replace(parse, relations=tuple(relations))


def _is_bare(parse: Parse, sentence: Tokens, verb: int, noun: int) -> bool:
    """Tell whether a noun without a preposition stands right behind a verb that has no object, and tells no time."""
    if not verb < noun or parse.tags[verb] not in _FINITE or parse.tags[verb + 1] not in _OPENERS:
        return False
    inside = range(sentence.first, sentence.last)
    beside = {parse.relations[token] for token in inside if parse.heads[token] == verb}
    marks = {parse.relations[token] for token in inside if parse.heads[token] == noun}
    is_time = parse.words[noun].casefold() in _times()
    return "obj" not in beside and "case" not in marks and not is_time and _opens(parse, verb + 1, noun)


def _objects(parse: Parse, sentence: Tokens, verb: int) -> Iterator[int]:
    """Yield the object of what is read as a noun and is a verb, if it is one."""
    subject = verb - 1
    is_read_as_noun = (
        parse.tags[verb] == "NNS"
        and parse.relations[verb] in _CLAUSES
        and parse.heads[subject] == verb
        and parse.relations[subject] == "compound"
        and parse.tags[subject] == "NN"
        and parse.words[subject].casefold() in _parties()
    )
    if not is_read_as_noun or parse.tags[verb + 1] not in _OPENERS:
        return
    behind = (token for token in range(verb + 1, sentence.last) if parse.heads[token] == verb)
    thing = next((token for token in behind if parse.relations[token] in _OBJECTS), None)
    # "Army shells the day before": the day is none.
    if thing is not None and _opens(parse, verb + 1, thing) and parse.words[thing].casefold() not in _times():
        yield thing


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
    return frozenset(
        {*table["weekdays"], "day", "days", "week", "weeks", "month", "months", "year", "night", "time", "times"}
    )
