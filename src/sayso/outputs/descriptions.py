"""Is somebody without a name described so closely that those who know him know who is meant?"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sayso.lexicons import read_toml
from sayso.outputs.known_names import is_body_word, is_holder
from sayso.outputs.person_words import is_person
from sayso.outputs.unique_roles import is_head, is_office, is_small_place

_ARTICLE = re.compile(r"(?i)(?<![\w-])(an?|one|another|the)(?=\s)")
_NOUN = re.compile(r"\s+([^\W\d_][\w’'-]*)")
# What may stand between a person and the telling: "of the power company,".
_OF = r"(?:\s+(?:of|at|in|from|with|on)\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+)?"
# A telling goes on to the end of its sentence, or to where words are quoted.
_REST = re.compile(r"[^\"“”;:?!]*")
_PLACED = re.compile(r"\b(?:from|in|at|near|of|to|outside)\s+(?=((?:[^\s,;:.!?()]+\s*){1,5}))")
_BASED = re.compile(r"(?i)\b[\w]+-(?:based|born|raised)\b")
# A name before an apposition: where it is that of a holder of public office, nobody private is described.
_NAMED = re.compile(r"((?:[A-Z][\w’'-]+\s+){0,4}[A-Z][\w’'-]+),\s*$")
_LONGEST = 200
# So many words stand at most between an article and its noun, the noun counted.
_BEFORE = 5
_ENOUGH = 2


def find_described(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text describes one person without a name so that he could be known: from the article to the end.

    Told are origin, home, past, work, whom he is in touch with, where he stood; two of them, or one that tells alone, are as
    good as a name, and so is a home or origin in a place smaller than a country. What many are ("a witness who asked not to
    be named", "a soldier who deserted") describes nobody.
    """
    for article in _ARTICLE.finditer(text):
        named = _NAMED.search(text[max(0, article.start() - _LONGEST) : article.start()])
        if named is None or not is_holder(named[1]):
            end = next(_find_ends(text, article), None)
            yield from () if end is None else ((article.start(), end),)


def _find_ends(text: str, article: re.Match[str]) -> Iterator[int]:
    """Yield where the telling of a person behind an article ends, by each noun of the few words behind it that may mean him."""
    end = article.end()
    for _ in range(_BEFORE):
        noun = _NOUN.match(text, end)
        if noun is None or noun[1].casefold() in _little():
            return
        before, end = text[article.end() : noun.start()], noun.end()
        told = _read_telling(text, end) if _could_be(article[0].casefold(), before, noun[1]) else ""
        is_one = article[0].casefold() == "the" and noun[1].casefold() not in _words("crowd")
        if _is_enough(before, noun[1].casefold(), told, is_one=is_one):
            yield end + len(told)


def _could_be(article: str, before: str, word: str) -> bool:
    """Tell whether an article and a noun mean one person who holds no office; "the" with a head of a body does not."""
    noun = word.casefold()
    is_near = not _words("near").isdisjoint(before.casefold().split())
    is_known = article == "the" and ((is_head(noun) and not is_near) or noun.endswith("s"))
    is_public = noun in _words("public") or is_office(noun) or is_known
    return word[:1].islower() and is_person(noun) and not is_public


def _read_telling(text: str, end: int) -> str:
    """Return what is told behind a person, up to who says something; nothing where no such telling begins."""
    opened = _opening().match(text, end)
    if opened is None:
        return ""
    rest = _REST.match(text, end)
    told = (rest[0] if rest else "")[:_LONGEST]
    said = _saying().search(told)
    return told[: said.start()] if said else told


def _is_enough(before: str, noun: str, told: str, *, is_one: bool) -> bool:
    """Tell whether what is told tells who is meant; of one of whom the report knows no other ("the pilot") anything does."""
    if not told:
        return False
    hits = {(name, hit.casefold()) for name in _FACETS for hit in _facet(name).findall(told)}
    hits |= {("past", word) for word in before.casefold().split() if word in _words("former")}
    hits |= {("home", hit) for hit in _BASED.findall(before)}
    hits |= {("body", word) for word in told.casefold().split(",")[0].split() if is_body_word(word)}
    hits |= {("family", noun)} if noun in read_toml("identifying")["kin"] else set()
    facets = {name for name, _ in hits}
    is_apart = bool(facets & {"origin", "home"}) or (bool(facets) and noun not in _words("crowd"))
    is_placed = is_apart and any(is_small_place(one[1]) for one in _PLACED.finditer(told))
    return is_placed or (is_one and bool(facets)) or len(hits) >= _ENOUGH or not facets.isdisjoint(_words("alone"))


_FACETS = ("origin", "home", "past", "work", "contact", "stood", "kin", "owns")


def _table() -> Mapping[str, Any]:
    found: Mapping[str, Any] = read_toml("identifying")["described"]
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(_table()[key])


@cache
def _little() -> frozenset[str]:
    """Return the little words, none of which stands between an article and its noun."""
    return frozenset(read_toml("stopwords")["words"]["en"])


@cache
def _facet(name: str) -> re.Pattern[str]:
    if name == "kin":
        kin = "|".join(map(re.escape, read_toml("identifying")["kin"]))
        return re.compile(rf"(?i)\b(?:{kin})s?\b")
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, _table()[name]))})\b")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?i){_OF}\s*,?\s+(?:and\s+)?(?:{'|'.join(_table()['opens'])})\b")


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(_table()['saying'])})\b")
