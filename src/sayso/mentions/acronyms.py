"""Which capital letters stand for a party? "The BAC opened fire" names one that no table knows."""

import re
from collections.abc import Iterator

from sayso.lexicons import read_toml
from sayso.mentions.countries import find_country
from sayso.mentions.lines import HYPHENS, Line
from sayso.mentions.owners import party_words
from sayso.model.mentions import ActorMention

_LETTERS = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Z0-9&-]{1,7}")
_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nmod:poss"})
_AGAINST = frozenset({"by", "with", "against", "between"})


def find_acronyms(line: Line, places: frozenset[int]) -> Iterator[ActorMention]:
    """Yield the names in capital letters that act, own or are met with in a sentence, in reading order.

    Only where the sentence has small letters too; a place, a country and what letters stand for things ("IED")
    are none.
    """
    longer = [word for word in line.parse.words[line.first : line.last] if len(word) > 3]
    if not any(word.islower() for word in longer):
        return
    for token in range(line.first, line.last):
        word = line.parse.words[token]
        if token in places or not _LETTERS.fullmatch(word) or line.word(token) in party_words("letters_of_things"):
            continue
        if (
            line.universal(token) == "NUM" or line.parse.lemmas[token].casefold() in read_toml("numbers")["units"]
        ):  # "FIVE of"
            continue
        # "ARVA, TNA - Units of ...": the agency of a dateline does nothing.
        if line.word(token + 1) in HYPHENS and not line.is_hyphen(token + 1):
            continue
        if _acts(line, token) and find_country(word) is None:
            yield ActorMention(span=line.span(token, token + 1), token=token, head=word, name=word)


def _acts(line: Line, token: int) -> bool:
    relation, head = line.parse.relations[token], line.parse.heads[token]
    if line.is_hyphen(token + 1):
        return line.word(token + 2) in party_words("holding")
    if relation == "conj":
        return _acts(line, head) if head < token else False
    if relation in {"compound", "amod"}:
        return line.parse.lemmas[head].casefold() in party_words("led") | party_words("elements")
    # The letters may open a longer name ("the FSA commander Omar Kasta").
    is_alone = line.universal(token + 1) not in {"PROPN", "NOUN", "NUM"}
    return is_alone and (relation in _ACTING or line.tree.case(token) in _AGAINST)
