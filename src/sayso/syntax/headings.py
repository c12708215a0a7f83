"""Which nouns of a heading are its verb? "Rebels storm base", "Army shells camp": words that a model takes for nouns."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sayso.lexicons import read_toml

BREAKS = frozenset({",", ";", ":", "–", "—"})
NAMING = frozenset({"NOUN", "PROPN"})
BODIES = frozenset(read_toml("noun_classes")["words"]["bodies"])
PLAIN, PLAIN_S = "seize", "seizes"


@cache
def _words() -> Mapping[str, str]:
    """Return every form that may be the verb of a heading, with the plain verb of its number."""
    words: Sequence[str] = read_toml("lemmas")["headings"]["verbs"]
    ends = {word: f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z")) else f"{word}s" for word in words}
    return dict.fromkeys(words, PLAIN) | dict.fromkeys(ends.values(), PLAIN_S)


def find_hidden_verbs(doc: Any) -> dict[int, str]:
    """Return the tokens of a parsed heading that may be its verbs, each with the verb to show the model in its place.

    In a stretch without a verb that is a noun right behind another that it agrees with, and before a third.
    """
    return {at: plain for first, last in _stretches(doc) for at, plain in _find(doc, first, last)}


def _find(doc: Any, first: int, last: int) -> Iterator[tuple[int, str]]:
    stretch = doc[first:last]
    if any(is_verb(token) and token.dep_ not in {"amod", "acl"} for token in stretch):
        return
    for token in doc[first + 1 : last - 1]:
        plain = _words().get(token.text.casefold())
        if plain is not None and _agrees(doc[token.i - 1], plain):
            yield token.i, plain.capitalize() if token.is_title else plain
            return


def _agrees(noun: Any, verb: str) -> bool:
    looks_many = noun.lower_.endswith("s") or noun.lower_ in BODIES
    is_many = noun.tag_.split("|")[0] in {"NNS", "NNPS"}
    return read_universal(noun) in NAMING and (is_many or looks_many if verb == PLAIN else not is_many)


def _stretches(doc: Any) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(len(doc) + 1):
        if at == len(doc) or doc[at].text in BREAKS:
            yield start, at
            start = at + 1


def is_read(doc: Any, verbs: Mapping[int, str]) -> bool:
    """Tell whether the model has read every plain verb as one, with somebody who acts and something acted on."""
    return all(is_verb(doc[at]) and {"nsubj", "obj"} <= {child.dep_ for child in doc[at].children} for at in verbs)


def is_verb(token: Any) -> bool:
    """Tell whether a token was tagged as a verb."""
    return read_universal(token) in {"VERB", "AUX"}


def read_universal(token: Any) -> str:
    """Return the universal part of speech of a token; our own model gives both tags as one."""
    return str(token.tag_.split("|")[-1]) if "|" in token.tag_ else str(token.pos_)
