"""Does a text say who somebody is by what he is and where ("the police chief of a town")?"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from sayso.lexicons import read_toml, read_words
from sayso.lexicons.gazetteer import find_places
from sayso.lexicons.nouns import is_people
from sayso.outputs.known_names import (
    demonyms,
    is_body_word,
    is_title,
    public_bodies,
    times,
    wide_places,
    words_of,
)
from sayso.outputs.name_finders import plain_words
from sayso.text.spellings import plain

_NOUN = r"[^\W\d_][\w-]*"
_HELD = re.compile(rf"(?<![\w'’-])({_NOUN}),?\s+(?:of|in|at|from)\s+(?=((?:[^\s,;:.!?()]+\s*){{1,7}}))")
_OWNER = re.compile(rf"(?<![\w-])({_NOUN})['’]s?(?=\s)")
_NAME = re.compile(rf"(?<![\w-])([^\W\d_a-z]{_NOUN})(?=\s)")
_ARTICLE = re.compile(r"(?i)(?<![\w-])(?:the|our|their|its)(?=\s)")
_ONLY = re.compile(r"(?i)(?:\b(?:the|our|their|its)|['’]s?)\s+(?:only|sole|last(?:\s+remaining)?)(?=\s)")
_NEXT = re.compile(rf"\s+({_NOUN})(?!\w)")
_BEHIND = re.compile(r"\s+(?:of|in|at|for)\s+((?:[^\s,;:.!?()]+\s*){1,7})")
_INDEFINITE = frozenset({"a", "an", "any", "each", "every", "some", "another", "no", "one"})
_ARTICLES = frozenset({"the", "a", "an"})
_MARKS = ("'", "’")
_OWNS = ("'s", "’s", "s'", "s’")
_QUOTES = "\"“”'’‘"
# So many words stand at most between an article or name and its noun.
_BEFORE = 3
_LONGEST_NAME = 6


def tells_who(text: str) -> bool:
    """Tell whether words say who one person is by his place: nobody else is that there.

    He is the only one of his sort; has a post of which a town or village has one; heads a body that not everybody knows;
    or has a trade in a place smaller than a country. What many are there ("a resident", "an officer") tells nobody, nor
    does an office of state, or the head of a body that speaks in public.
    """
    return any(rule(text) for rule in (_is_alone, _has_post, _is_of_place, _is_owned, _stands_beside_place))


def is_single(whom: str | None) -> bool:
    """Tell whether words for who is told of are those for one person by his post or trade, of whom a place has few.

    >>> is_single("baker"), is_single("school director"), is_single("civilian"), is_single("bakers")
    (True, True, False, False)
    """
    before, _, noun = (whom or "").casefold().rpartition(" ")
    return bool(noun) and (_is_post(before.rpartition(" ")[2], noun) or is_head(noun) or _is_trade(noun))


def is_office(noun: str) -> bool:
    """Tell whether a noun is that of an office of state: whoever has one speaks in public."""
    return noun in _words("offices")


def is_small_place(behind: str) -> bool:
    """Tell whether words begin with a named place or body smaller than a country, or lead to one."""
    return _is_small(_name_in(behind))


def _is_alone(text: str) -> bool:
    nouns = (noun for _, noun, _ in _find_nouns(_ONLY, text))
    return any(is_people(noun) and noun not in _words("bodies_of_people") for noun in nouns)


def _has_post(text: str) -> bool:
    """Tell whether a post is named of which a place has one; that of a country or of a known body tells nobody."""
    ends = (end for before, noun, end in _find_nouns(_ARTICLE, text) if _is_post(before, noun))
    return any(not ((behind := _BEHIND.match(text, end)) and _is_wide(_name_in(behind[1]))) for end in ends)


def _find_nouns(mark: re.Pattern[str], text: str) -> Iterator[tuple[str, str, int]]:
    for found in mark.finditer(text):
        yield from _follow(text, found.end())


def _follow(text: str, end: int) -> Iterator[tuple[str, str, int]]:
    """Yield the words that follow at once, each in small letters with the one before it and where it ends."""
    before = ""
    for _ in range(_BEFORE + 1):
        following = _NEXT.match(text, end)
        # Who owns something is no title of what follows: "the mayor's office" is not his.
        if following is None or following[1] in _little() or text[following.end() : following.end() + 1] in _MARKS:
            return
        end = following.end()
        yield before, following[1].casefold(), end
        before = following[1].casefold()


def _is_of_place(text: str) -> bool:
    held = ((text[: found.start()].casefold().split()[-_BEFORE:], found) for found in _HELD.finditer(text))
    return any(_is_one(before, found[1].casefold(), found[2]) for before, found in held)


def _is_one(before: list[str], noun: str, behind: str) -> bool:
    is_definite = _INDEFINITE.isdisjoint(before)
    is_told = _is_small(_name_in(behind)) or (is_definite and _is_local(behind))
    if _is_post("".join(before[-1:]), noun):
        return is_told
    return (is_told and is_definite) if is_head(noun) else (is_told and _is_trade(noun))


def _is_owned(text: str) -> bool:
    """Tell whether a town or small body has somebody ("the town's surgeon")."""
    return any(
        _has_single(owner[1], before, noun)
        for owner in _OWNER.finditer(text)
        for before, noun, _ in _follow(text, owner.end())
    )


def _has_single(owner: str, before: str, noun: str) -> bool:
    is_named = owner[:1].isupper() and _is_small([owner])
    if _is_post(before, noun):
        return is_named or _is_local(owner)
    return (is_head(noun) or _is_trade(noun)) and (_is_local(owner) or (is_named and _is_town(owner)))


def _stands_beside_place(text: str) -> bool:
    """Tell whether the name of a town stands before a post ("the Harwick police chief")."""
    return any(
        _is_town(one[1]) and _is_small([one[1]]) and (_is_post(before, noun) or is_head(noun))
        for one in _NAME.finditer(text)
        for before, noun, _ in _follow(text, one.end())
    )


def _is_post(before: str, noun: str) -> bool:
    return noun in _words("posts") or f"{before} {noun}" in _words("posts")


def is_head(noun: str) -> bool:
    """Tell whether a noun means who leads a body or owns a thing."""
    return noun in _words("heads")


def _is_trade(noun: str) -> bool:
    """Tell whether a noun means one person by what few are in one place."""
    forms = {noun, noun.rpartition("-")[2]}
    if not forms.isdisjoint(_words("many") | _words("offices")):
        return False
    return any(form in _words("roles") or is_people(form) for form in forms)


def _is_local(behind: str) -> bool:
    """Tell whether words begin with a small body or place without a name ("the school", "a nearby village")."""
    for word in behind.split():
        if not word[:1].islower() or word in _words("ends"):
            return False
        if word in _words("local"):
            return True
    return False


def _name_in(behind: str) -> list[str]:
    """Return the first name in some words and what follows it; nothing where a clause begins before one."""
    words = [bare for word in behind.split() if (bare := word.strip(_QUOTES))]
    for number, word in enumerate(words):
        if word in _words("ends") or _is_verb(words[max(0, number - 1) : number + 2]):
            return []
        # A script without capitals has no small letters either.
        if not word[:1].islower() and word[:1].isalpha():
            return words[number:]
    return []


def _is_verb(words: list[str]) -> bool:
    """Tell whether the second of three words is a verb of the past before a name: "the army *visited* Harwick"."""
    return len(words) == 3 and words[0] not in _ARTICLES and words[1].endswith("ed") and words[2][:1].isupper()


def _is_small(name: list[str]) -> bool:
    return bool(name) and not _is_wide(name)


def _is_wide(name: list[str]) -> bool:
    """Tell whether words begin with a country or larger, a time, or a body that everybody knows, and mean just that.

    A place may stand behind the country that it is in ("Syria's Harwick", "the Syrian town of Harwick").
    """
    lengths = range(min(len(name), _LONGEST_NAME), 0, -1)
    length = next((one for one in lengths if " ".join(words_of(" ".join(name[:one]))) in _wide()), 0)
    return bool(length) and not _names_place_of(name[length - 1], name[length:])


def _names_place_of(country: str, behind: list[str]) -> bool:
    """Tell whether words behind a country are a place or small body in it, and not a body of it or a holder of office."""
    if not country.endswith(_OWNS) and plain(country) not in demonyms():
        return False
    name = list(takewhile(lambda word: not word[:1].islower(), behind))
    if not name:
        return _is_local(" ".join(behind))
    words = [word for one in name for word in words_of(one)]
    is_state = any(is_title(word) or (is_body_word(word) and word not in _words("local")) for word in words)
    return not is_state and not _is_wide(name)


def _is_town(word: str) -> bool:
    return word.casefold() not in plain_words() and bool(find_places(plain(word)))


@cache
def _wide() -> frozenset[str]:
    return wide_places() | demonyms() | times() | public_bodies()


@cache
def _little() -> frozenset[str]:
    """Return the little words, at which what stands before a noun ends."""
    return frozenset(read_toml("stopwords")["words"]["en"]) - _words("posts")


def _words(key: str) -> frozenset[str]:
    return read_words("identifying", key)
