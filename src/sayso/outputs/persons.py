"""Who are the private persons of a record, and in which order are they numbered?"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.lexicons import read_toml
from sayso.model.mentions import NameMention
from sayso.model.records import Record
from sayso.outputs.known_names import KnownNames, is_sure, particles, words_of
from sayso.outputs.name_finders import find_words, fold

_TITLED = ("source_roles", "place_words")
_Place = tuple[int, int]
# Small words that begin and end no name.
_LINKS = particles() - {"abu", "umm", "abd", "bin", "ibn", "van", "von", "de", "da", "del", "di", "la", "le"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A private person: the names under which the case knows him, the words that tell him apart, where he first appears.

    `wholes` are the names as they are written, with titles and places beside them.
    """

    names: tuple[str, ...]
    core: tuple[str, ...]
    first: _Place
    wholes: tuple[str, ...] = ()

    def join(self, other: "Person") -> "Person":
        """Return both as one, told apart by the words of this one."""
        return Person(
            names=tuple(dict.fromkeys((*self.names, *other.names))),
            core=self.core,
            first=min(self.first, other.first),
            wholes=tuple(dict.fromkeys((*self.wholes, *other.wholes))),
        )

    def is_short_for(self, other: "Person") -> bool:
        """Tell whether one is written as the other, or by the last of his names."""
        return self.core == other.core or (len(self.core) == 1 and self.core[-1] == other.core[-1])


@dataclass(frozen=True)
class People:
    """The private persons of a record: the voices with the keys given, and whom the mentions given (by document) tell of."""

    record: Record
    known: KnownNames
    secret: bytes
    voices: frozenset[str]
    mentions: Mapping[str, tuple[NameMention, ...]]

    @cached_property
    def all(self) -> tuple[Person, ...]:
        """The private persons, in the order of their numbers."""
        found: list[Person] = []
        for person in sorted(self._met(), key=lambda one: (-len(one.core), one.first)):
            fitting = [n for n, other in enumerate(found) if person.is_short_for(other)]
            if len(fitting) == 1:
                found[fitting[0]] = found[fitting[0]].join(person)
            else:
                found.append(person)
        return tuple(sorted(found, key=lambda person: (person.first, person.names)))

    def _met(self) -> Iterator[Person]:
        """Yield every private person of every list once; those that are one are joined afterwards."""
        heard = self._heard()
        for voice in self.record.voices:
            if voice.key in self.voices:
                first = heard.get(voice.key, (len(self._ranks), draw(self.secret, voice.key)))
                yield self._person(tuple(dict.fromkeys((voice.name, *voice.names))), first)
        firsts: dict[str, _Place] = {}
        for document, mentions in self.mentions.items():
            for mention in mentions:
                place = (self._ranks[document], mention.span.start)
                firsts[mention.name] = min(firsts.get(mention.name, place), place)
        for one in self.record.documents:
            if one.byline and not self.known.is_public(one.byline, is_person=True):
                firsts.setdefault(one.byline, (self._ranks[one.id], 0))
        for name, first in firsts.items():
            if name not in self._places:
                yield self._person((name,), first)

    def _person(self, names: tuple[str, ...], first: _Place) -> Person:
        trimmed = tuple(dict.fromkeys(self._trim(name) for name in names))
        core = max((words_of(name) for name in trimmed), key=len)
        return Person(names=trimmed, core=core, first=first, wholes=names)

    def _trim(self, name: str) -> str:
        """Return a name without the titles, the known names and the small words around it; whole where nothing is left."""
        words = list(find_words(name))
        tokens = tuple(fold(found.group()) for found in words)
        telling = [
            found
            for found, token, is_known in zip(words, tokens, self.known.find_known(tokens), strict=True)
            if token in particles()
            or not (is_known or token in self.common or found.group().islower() or found.group().isdigit())
        ]
        while telling and fold(telling[-1].group()) in _LINKS:
            telling.pop()
        while telling and fold(telling[0].group()) in _LINKS:
            telling.pop(0)
        return name[telling[0].start() : telling[-1].end()] if telling else name

    def _heard(self) -> dict[str, _Place]:
        found: dict[str, _Place] = {}
        for resolved in self.record.claims:
            place = (self._ranks[resolved.claim.document], resolved.claim.span.start)
            for key in (*resolved.chain, resolved.voice):
                found[key] = min(found.get(key, place), place)
        return found

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """The place of each document in the secret order of the case."""
        ids = (document.id for document in self.record.documents)
        return {one: rank for rank, one in enumerate(sorted(ids, key=lambda one: (draw(self.secret, one), one)))}

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names that the record takes for places without knowing them: no persons, and not told either."""
        places = (place for place in self.record.places if not is_sure(place))
        return frozenset(name for place in places for name in (place.name, *place.names))

    @cached_property
    def common(self) -> frozenset[str]:
        """The words of titles and of the names of places, by which no person is found."""
        places = (name for place in self.record.places if is_sure(place) for name in (place.name, *place.names))
        return _title_words() | frozenset(word for name in places for word in words_of(name))


def draw(secret: bytes, name: str) -> int:
    """Return a number that nobody without the secret can foretell."""
    return int.from_bytes(hmac.new(secret, name.encode(), hashlib.sha256).digest()[:8])


@cache
def _title_words() -> frozenset[str]:
    titles: Iterable[str] = (title for table in _TITLED for title in read_toml(table)["titles"]["words"])
    return frozenset(word for title in titles for word in words_of(title)) | {"al", "el"}
