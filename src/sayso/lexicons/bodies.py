"""Which known agency, body, force or group does a run of words name?"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.lexicons import read_csv

LONGEST = 14
# From so many letters on many papers write an abbreviation as the word that it is spoken as ("Unicef", "Monusco").
_SPOKEN = 5
# Two stages ask for the bodies of every sentence of a document, one after the other.
_SENTENCES = 512


class Body(NamedTuple):
    """A row of `sources.csv`: its usual name, the kind of voice it is, and its country (None: of none)."""

    name: str
    kind: str
    country: str | None


class Hit(NamedTuple):
    """A known body in words `[first, last)`."""

    first: int
    last: int
    body: Body


def find_body(name: str) -> Body | None:
    """Return the body that a whole name means, or None.

    >>> find_body("the Syrian Arab News Agency").name
    'SANA'
    """
    found = _index().get(_letters(name.casefold().removeprefix("the ")))
    return found[0] if found and _has_case(name.split(), is_short=found[1]) else None


@lru_cache(maxsize=_SENTENCES)
def find_bodies(words: tuple[str, ...]) -> tuple[Hit, ...]:
    """Return the known bodies among words, the longest name at each place; an abbreviation only in capitals.

    Hyphens and apostrophes may be words of their own, or not.
    """
    place, hits = 0, []
    while place < len(words):
        hit = _longest(words, place) if words[place] != words[place].lower() or words[place] in {"al", "el"} else None
        if hit:
            hits.append(hit)
        place = hit.last if hit else place + 1
    return tuple(hits)


def _longest(words: Sequence[str], first: int) -> Hit | None:
    key, best, index = "", None, _index()
    for last in range(first + 1, min(len(words), first + LONGEST) + 1):
        key += _letters(words[last - 1].casefold())
        if key not in _prefixes():
            break
        found = index.get(key)
        if found and words[last - 1][:1].isalnum() and _has_case(words[first:last], is_short=found[1]):
            best = Hit(first, last, found[0])
    return best


def _has_case(words: Sequence[str], *, is_short: bool) -> bool:
    if is_short:
        word = "".join(words).replace(".", "")
        return word.isupper() or (word.istitle() and len(word) >= _SPOKEN)
    return any(word != word.lower() for word in words)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@cache
def _index() -> dict[str, tuple[Body, bool]]:
    """Return the bodies by the letters of their names; the flag marks abbreviations, which need capitals.

    A name that two rows bear means neither of them.
    """
    found: dict[str, tuple[Body, bool]] = {}
    shared: set[str] = set()
    for row in read_csv("sources"):
        body = Body(row["name"], row["kind"], row["country"] or None)
        for name in (row["name"], *row["aliases"].split(";")):
            key = _letters(name.casefold().removeprefix("the "))
            if key in found and found[key][0] != body:
                shared.add(key)
            found.setdefault(key, (body, name.replace(".", "").isupper() and len(key) <= 6))
    shared.add("")
    return {key: value for key, value in found.items() if key not in shared}


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(key[:length] for key in _index() for length in range(1, len(key) + 1))
