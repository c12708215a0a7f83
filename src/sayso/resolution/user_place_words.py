"""What do the words around a place of the user's table say that it is to a claim?"""

import re
from functools import cache

from sayso.lexicons import read_words
from sayso.model.claims import Claim
from sayso.model.kinds import PlaceKind
from sayso.resolution.user_names import Found

# "Most of Rahna, including the quarters of Selba and Orle": the text is at Rahna.
_ONLY_PART = re.compile(r"\bincluding\s(?:(?:the|and|quarters?|districts?|suburbs?|of)\s|[^\W\d_a-z][\w'’-]*,?\s)*\Z")
_LONGEST_PART = 100
_CLOSE_BEHIND = 40
_MARKS, _LOCATIVE = re.compile(r"[,;:.–—()]"), re.compile(r"\b(?:at|in|near)\s(?:the\s)?\Z")
_LOOK_BACK = 20
_GOES_ON_TO = re.compile(r" (?:as far )?(?:at|in|on|near|as|to|into|of|inside|around|outside)(?: the)? ")


def is_country(item: Found) -> bool:
    """Tell whether a place is a country: a text that names one has not moved there."""
    return item.entry.kind is PlaceKind.COUNTRY


def is_set_in(item: Found, text: str) -> bool:
    """Tell whether a place can be where a clause beside it is set: of a country only where the words say "in" it.

    A country named beside a claim is mostly a party, or whose ministry speaks.
    """
    before = text[max(0, item.span.start - _LOOK_BACK) : item.span.start].casefold().split()
    return not is_country(item) or bool(before and before[-1] in read_words("bodies", "inside_country"))


def acts(item: Found, claim: Claim, text: str) -> bool:
    """Tell whether the words of a claim name a country only as who does it ("Norland sent tents", "bombed by Norland")."""
    is_owner = text[item.span.end : item.span.end + 2] in {"'s", "’s"}
    before = text[claim.span.start : item.span.start].casefold().split()
    before = before[:-1] if before[-1:] == ["the"] else before
    return is_country(item) and not is_owner and before[-1:] in ([], ["by"])


def stands_behind(item: Found, claim: Claim, text: str) -> bool:
    """Tell whether the words go right on to a place in or at which a claim is set ("the attack on the train at Rahna")."""
    between = text[claim.span.end : item.span.start] if claim.sentence.holds(item.span) else ""
    is_close = len(between) <= _CLOSE_BEHIND and not _MARKS.search(between)
    return is_close and _LOCATIVE.search(between) is not None


def opens(item: Found, claim: Claim, text: str) -> bool:
    """Tell whether a sentence sets what it tells at a building that may be hit ("At a school in Rahna, the dead rose to 12")."""
    before = text[claim.sentence.start : item.span.start]
    is_before = claim.sentence.holds(item.span) and item.span.end <= claim.span.start
    return is_before and _at_site().search(before) is not None


def follows(item: Found, claim: Claim, text: str) -> bool:
    """Tell whether the words of a claim go on to a place that they end before ("had got as far | as the customs house")."""
    between = text[claim.span.end : item.span.start]
    return item.span.start - claim.span.end >= 0 and _GOES_ON_TO.fullmatch(between) is not None


def is_only_part(item: Found, text: str) -> bool:
    """Tell whether a place is named only as a part of the one told of ("most of Rahna, including Selba")."""
    return _ONLY_PART.search(text[max(0, item.span.start - _LONGEST_PART) : item.span.start]) is not None


def is_excepted(item: Found, text: str) -> bool:
    """Tell whether the words take the place out ("all of Rahna except Selba")."""
    before = text[max(0, item.span.start - _LOOK_BACK) : item.span.start].casefold().rstrip()
    return before.endswith(_exceptions())


@cache
def _exceptions() -> tuple[str, ...]:
    return tuple(f" {words}" for words in sorted(read_words("bodies", "exceptions")))


@cache
def _at_site() -> re.Pattern[str]:
    sites = "|".join(sorted(read_words("bodies", "sites")))
    return re.compile(rf"(?i)\bat (?:a|an|the) (?:[\w-]+ )?(?:{sites}) in \Z")
