"""Of which names that no table knows does the text itself say that they are those of places?"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.lexicons import read_toml, read_words
from sayso.model.records import Record
from sayso.outputs.person_words import is_person
from sayso.text.spellings import plain

_PART = r"(?!and\b)[^\W\d_][\w’'-]*"
_NAME = rf"{_PART}(?:\s+{_PART}){{0,3}}"
_GOES_ON = re.compile(rf"(?:,\s+{_NAME}){{0,5}},?\s+and\s+\w")
# What may follow "in" and a place: the end of a clause, or a little word.
_LITTLE = (
    r"(?:[,.;:!?)\"“”]|\s+(?:last|on|in|and|or|as|after|before|when|where|since|for|to|from|by|with|near|was|were|is|are|have|has"
    r"|had|this|during|while|overnight|yesterday|today)\b|\s*$)"
)
_HIS = re.compile(r"['’]s\b|-")
_IN = re.compile(r"(\w+)\s+(?:in|into|inside)\s+$")
_IN_ENDED = re.compile(_LITTLE)
# "Fighters advancing from Rahna and Selba in northern Kasta": nobody advances from a person who is in a part of a land.
_LISTED_BEFORE = rf"(?:{_NAME},\s+){{0,5}}(?:{_NAME},?\s+and\s+)?$"
_IN_PART = re.compile(
    rf"(?:(?:,\s+{_NAME}){{0,5}},?\s+and\s+{_NAME}?)?\s+in\s+(?:the\s+)?(?i:(?:north|south|east|west|central)\w*)\s+[A-Z]"
)
_WORD_BEFORE = re.compile(r"([\w.’'-]+)\s+$")
_WORD_BEHIND = re.compile(r",?\s+(?:(?:an?|the)\s+(?:[\w-]+\s+)?)?([\w’-]+)")
# Where a village lies, and what a village elder does not.
_LYING = r"(?=\s*[,.;]|\s+(?:in|of|near|north|south|east|west|on|outside|that|which|where|about|some|close|along|between|just)\b)"
PERSON = "person"
_SHORTEST, _LONGEST = 3, 4
# How much of a text around a name is looked at.
_WINDOW = 120


@dataclass(frozen=True)
class ToldPlaces:
    """Tells the names of a record that the text sets as places; in doubt a name is no place's but somebody's."""

    record: Record

    @cached_property
    def names(self) -> frozenset[str]:
        """The names, as they are written."""
        asked = (name for name in self._mentioning if len(name.split()) <= _LONGEST and name[-1:].isalpha())
        return frozenset(name for name in asked if self._is_told(name))

    @cached_property
    def _placed(self) -> frozenset[str]:
        """The names of what claims are told to happen at."""
        return frozenset(name for place in self.record.places for name in (place.name, *place.names))

    def _is_told(self, name: str) -> bool:
        """Tell whether a text says that a name is a place's, and none takes it for a person's."""
        if self._belongs_to_person(name):
            return False
        is_told = False
        for number in self._mentioning.get(name, ()):
            around = list(_find_around(name, self.record.documents[number].text))
            if any(_speaks_of_person(*one) for one in around):
                return False
            labels = self._labels[number].get(name, frozenset())
            signs = {sign for before, behind in around for sign in _find_signs(before, behind)}
            signs |= {PERSON} & labels or ({"placed"} if labels == {"place"} and name in self._placed else set())
            is_enough = _is_enough(signs)
            if PERSON in labels and not is_enough:
                return False
            is_told = is_told or is_enough
        return is_told

    @cached_property
    def _mentioning(self) -> Mapping[str, list[int]]:
        """The documents, by number, that mention each name."""
        found: dict[str, list[int]] = {}
        for number, labels in enumerate(self._labels):
            for name in labels:
                found.setdefault(name, []).append(number)
        return found

    @cached_property
    def _labels(self) -> tuple[Mapping[str, frozenset[str]], ...]:
        """What the mentions of each name are taken for, by document."""
        found: list[dict[str, frozenset[str]]] = []
        for names in self.record.names:
            labels: dict[str, frozenset[str]] = {}
            for one in names:
                labels[one.name] = labels.get(one.name, frozenset()) | {one.label}
            found.append(labels)
        return tuple(found)

    def _belongs_to_person(self, name: str) -> bool:
        """Tell whether a voice, an author or another person has a word of the name in his."""
        words = _telling(name)
        others = (other for word in words for other in self._owners.get(word, ()))
        return not words or any(other != name for other in others) or name in self._speakers

    @cached_property
    def _speakers(self) -> frozenset[str]:
        voices = (name for voice in self.record.voices if voice.is_named for name in (voice.name, *voice.names))
        return frozenset((*voices, *(one.byline for one in self.record.documents if one.byline)))

    @cached_property
    def _owners(self) -> Mapping[str, set[str]]:
        """The voices, authors and persons by each telling word of their names."""
        persons = (one.name for names in self.record.names for one in names if one.label == PERSON)
        found: dict[str, set[str]] = {}
        for name in {*persons, *self._speakers}:
            for word in _telling(name):
                found.setdefault(word, set()).add(name)
        return found


def _telling(name: str) -> set[str]:
    small = read_words("public_words", "particles")
    return {word for word in plain(name).split() if len(word) >= _SHORTEST and word not in small}


def _find_around(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind a name in a text, wherever it stands as a whole."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, behind = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
        if not (before[-1:].isalnum() or behind[:1].isalnum()):
            yield before, behind
        start = text.find(name, end)


def _is_enough(signs: Set[str]) -> bool:
    """Tell whether what stands around a name says that it is a place's, as well as a table does.

    A name in a list may be the first of the next clause: not where it is taken for somebody's.
    """
    is_listed = "listed" in signs and PERSON not in signs
    return "settled" in signs or is_listed or ("inside" in signs and not signs.isdisjoint({"held", "placed"}))


def _find_signs(before: str, behind: str) -> Iterator[str]:
    if not _HIS.match(behind) and _settled_before().search(before):
        yield "settled"
    is_list = before.endswith("and ") or _GOES_ON.match(behind)
    if is_list and not _HIS.match(behind) and _listed_before().search(before):
        yield "listed"
    if _settled_behind().match(behind):
        yield "settled"
    if _held_behind().match(behind):
        yield "held"
    if _moved_before().search(before) and _IN_PART.match(behind):
        yield "inside"
    inside = _IN.search(before)
    if inside and _IN_ENDED.match(behind) and inside[1].casefold() not in read_words("public_words", "trusted"):
        yield "inside"


def _speaks_of_person(before: str, behind: str) -> bool:
    """Tell whether a title, a word of saying or what tells of a person stands beside a name."""
    last, following = _WORD_BEFORE.search(before), _WORD_BEHIND.match(behind)
    title, said = (last[1].casefold() if last else ""), (following[1].casefold() if following else "")
    if title in _titles() or title in _saying() or is_person(title) or f" {before.casefold()}".endswith(_his()):
        return True
    return said in _saying() or said in {"who", "whose", "whom", "aged"} or said.isdigit() or is_person(said)


def _any(key: str) -> str:
    return f"(?:{'|'.join(sorted(read_words('public_words', key)))})"


@cache
def _settled_before() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{_any('settled')}\s+of\s+$")


@cache
def _listed_before() -> re.Pattern[str]:
    several = "|".join(sorted(word for word in read_words("public_words", "settled") if word.endswith("s")))
    return re.compile(rf"(?i:\b(?:{several})\s+of)\s+(?:{_NAME},\s+){{0,5}}(?:{_NAME},?\s+and\s+)?$")


@cache
def _moved_before() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b{_any('moving')}\s+(?:back\s+|out\s+)?from)\s+{_LISTED_BEFORE}")


@cache
def _settled_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_any('settled')}\b|,\s+an?\s+(?:[\w-]+\s+){{0,2}}{_any('settled')}{_LYING}")


@cache
def _held_behind() -> re.Pattern[str]:
    held = _any("strongholds")
    return re.compile(rf"\s+{held}\b")


@cache
def _his() -> tuple[str, ...]:
    return tuple(f" {words} " for words in read_words("public_words", "his"))


@cache
def _saying() -> frozenset[str]:
    return frozenset(read_toml("identifying")["described"]["saying"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for table in ("source_roles", "place_words") for word in read_toml(table)["titles"]["words"])
