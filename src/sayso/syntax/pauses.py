"""Where does a clause lack the comma behind the time or place that opens it: "On Monday rebels shelled the market"?"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.lexicons import read_toml
from sayso.syntax.headings import read_universal

COMMA = ","
# Behind these a clause begins as it does at the head of a sentence.
_BEFORE = frozenset({COMMA, ";", ":", "“", '"', "that", "and", "but"})
_AT_TIME = frozenset({"on", "in", "since", "by", "during", "until", "at"})
_AT_PLACE = frozenset({"in", "at", "near", "outside", "inside", "around"})
_SHIFTING = frozenset({"last", "this", "next"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl", "csubj"})
_FIRST_YEAR, _LAST_YEAR, _LAST_DAY = 1900, 2100, 31


def find_pause(doc: Any) -> int | None:
    """Return the token of a parsed sentence before which a comma belongs, or None.

    There the model has taken a time or a place for the beginning of what stands behind it, which leaves the verb
    without a subject or the subject with a preposition.
    """
    for token in doc:
        if not _is_at_head(doc, token.i):
            continue
        end = _end_of_time(doc, token.i)
        if end is not None and _is_swallowed(doc, token, end):
            return end
        end = _end_of_place(doc, token.i)
        if end is not None and _is_swallowed(doc, token, end) and _lacks_subject(token.head):
            return end
    return None


def is_mended(doc: Any, opening: int, pause: int) -> bool:
    """Tell whether a sentence that was read with the comma has the opening to itself, and a subject behind it."""
    is_apart = doc[opening].head.i < pause
    return is_apart and any(token.dep_ in _SUBJECTS and token.i >= pause for token in doc)


def find_opening(doc: Any, pause: int) -> int:
    """Return the token at which the time or place begins that ends before a comma that is lacking."""
    return max(at for at in range(pause) if _is_at_head(doc, at))


def _is_at_head(doc: Any, at: int) -> bool:
    is_first = at == 0 or doc[at - 1].text.casefold() in _BEFORE
    return is_first and doc[at].lower_ in _AT_TIME | _AT_PLACE | _SHIFTING


def _is_swallowed(doc: Any, opening: Any, end: int) -> bool:
    """Tell whether the word that opens a time or place hangs on what stands behind it, with no comma between."""
    return end < len(doc) - 1 and opening.head.i >= end and doc[end].text[:1].isalnum()


def _lacks_subject(noun: Any) -> bool:
    """Tell whether a noun stands right before a verb that has no other subject."""
    verb = noun.head
    between = noun.doc[noun.i + 1 : verb.i]
    is_before = verb.i > noun.i and all(read_universal(token) in {"AUX", "ADV"} for token in between)
    others = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i != noun.i]
    return is_before and not others and read_universal(verb) == "VERB"


def _end_of_time(doc: Any, first: int) -> int | None:
    """Return the token behind a time that opens a clause: "on Monday night", "in May 2013", "last Friday", "since 2015"."""
    opening, at, is_time = doc[first].lower_, first + 1, False
    while at < len(doc):
        word, behind = doc[at].lower_, doc[at + 1].lower_ if at + 1 < len(doc) else ""
        if (
            word in _days()
            or word in _months()
            or (_is_year(word) and (at == first + 1 or doc[at - 1].lower_ in _months()))
        ):
            is_time = True
        elif not (
            (word in _parts() and is_time)
            or (_is_day(word) and behind in _months())
            or (_is_day(word) and doc[at - 1].lower_ in _months() and opening == "on")
        ):
            break
        at += 1
    return at if is_time else None


def _end_of_place(doc: Any, first: int) -> int | None:
    """Return the token behind a name that opens a clause, with the noun that says what it names: "in Arva province"."""
    at = first + 1
    while at < len(doc) and read_universal(doc[at]) == "PROPN":
        at += 1
    if at == first + 1 or doc[first].lower_ not in _AT_PLACE:
        return None
    while at < len(doc) and doc[at].lower_ in _places():
        at += 1
    return at


def _is_year(word: str) -> bool:
    return word.isdigit() and _FIRST_YEAR <= int(word) < _LAST_YEAR


def _is_day(word: str) -> bool:
    return word.isdigit() and 0 < int(word) <= _LAST_DAY


@cache
def _days() -> Mapping[str, int]:
    found: Mapping[str, int] = read_toml("time")["weekdays"]
    return found


@cache
def _months() -> Mapping[str, int]:
    found: Mapping[str, int] = read_toml("time")["months"]
    return found


@cache
def _parts() -> Mapping[str, str]:
    found: Mapping[str, str] = read_toml("time")["parts"]
    return found


@cache
def _places() -> Mapping[str, str]:
    found: Mapping[str, str] = read_toml("place_words")["kinds"]
    return found
