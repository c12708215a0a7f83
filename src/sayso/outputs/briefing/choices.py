"""Are the words of a claim enough, or must its whole sentence be quoted so that they say what it says?"""

import re

from sayso.outputs.briefing.clauses import read_patterns
from sayso.outputs.briefing.reports import Row

# Fewer words than these say nothing by themselves.
_TELLING = 4
# A sentence of more words than these is read in its note; a part of it says what is meant sooner. What no person has
# reviewed is quoted with its whole sentence up to a length that only a few in a hundred exceed.
_LONG, _LONG_UNREVIEWED = 40, 60
# What is turned round may be turned by words outside the claim.
_TURNED = frozenset({"denies", "doubts", "hedges", "expects"})
_SHORTENED = re.compile(r"n['’]t\b")
_WORD = re.compile(r"[^\W\d_]+")


def choose_words(claim: Row) -> str:
    """Return the words of a claim that a briefing quotes: its own, or its whole sentence where they could mislead.

    They could where they are few, begin in the middle of a clause of a sentence that can be read at once, leave a
    quotation mark without its partner, or where what denies, doubts or conditions them stands outside them.
    """
    words, sentence = str(claim["quote"]), claim["context"]
    if not sentence:
        return words
    if not claim["reviewed"] and len(str(sentence).split()) <= _LONG_UNREVIEWED:
        return str(sentence)
    return choose_short(claim)


def choose_short(claim: Row) -> str:
    """Return the words of a claim for a cell of a table, where fewer do: marked where they are cut out of their sentence."""
    words, sentence = str(claim["quote"]), claim["context"]
    if not sentence:
        return words
    if claim["basis"] == "presupposed":
        is_enough = len(words.split()) >= _TELLING
    else:
        is_enough = _stand_alone(words, str(sentence), claim)
    return _mark_cuts(words, str(sentence)) if is_enough else str(sentence)


def _mark_cuts(words: str, sentence: str) -> str:
    """Return words with an ellipsis on each side where the sentence goes on."""
    before, _, after = sentence.partition(words)
    goes_on = bool(_WORD.search(after))
    return f"{'… ' if _WORD.search(before) else ''}{words}{' …' if goes_on else ''}"


def _stand_alone(words: str, sentence: str, claim: Row) -> bool:
    is_told = len(words.split()) >= _TELLING and claim["stance"] not in _TURNED and _is_balanced(words)
    is_whole = not _is_fragment(words) or len(sentence.split()) > _LONG
    return is_told and is_whole and not _is_turned_outside(words, sentence)


def _is_balanced(words: str) -> bool:
    """Tell whether every quotation mark in words has its partner there."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def _is_fragment(words: str) -> bool:
    """Tell whether words begin in the middle of a clause: with a verb, or with what joins clauses."""
    table = read_patterns("quotes")
    first = words.split(maxsplit=1)[0]
    return first.islower() and (first in table["fragments"] or first.endswith(tuple(table["endings"])))


def _is_turned_outside(words: str, sentence: str) -> bool:
    """Tell whether the sentence has a word that turns what is said, or makes it less than certain, which the words lack."""
    inside = {word.casefold() for word in _WORD.findall(words)}
    rest = sentence.replace(words, " ")
    outside = {word.casefold() for word in _WORD.findall(rest)} - inside
    return bool(_SHORTENED.search(rest)) or not outside.isdisjoint(read_patterns("quotes")["negations"])
