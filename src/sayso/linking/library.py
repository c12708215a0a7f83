"""What does linking look up about a claim's document, voice and place?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from sayso.linking.dossiers import Dossier, Known, Named, When, list_named, make_dossier
from sayso.linking.parties import CAMPS
from sayso.linking.principals import Principal, find_principals
from sayso.linking.surroundings import COARSE, find_surroundings
from sayso.linking.versions import find_versions
from sayso.model.documents import Document
from sayso.model.kinds import PlaceKind
from sayso.model.resolved import DocumentDate, Place, Resolution, ResolvedClaim, Voice
from sayso.text.days import LAST_DAY, number_days
from sayso.text.memories import Memory


class Where(NamedTuple):
    """What the case knows of a place: the keys of those around it, the nearest first, is it a region or country, a country."""

    around: tuple[str, ...]
    is_coarse: bool
    is_country: bool


@dataclass(frozen=True)
class Library:
    """The documents, days, voices and places that claims name, by their keys."""

    resolution: Resolution
    documents_in_order: Sequence[Document]
    dates: Sequence[DocumentDate]
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents_in_order}

    @cached_property
    def latest(self) -> dict[str, int]:
        """The latest day each document can have been published; undated ones come last."""
        days = {date.document: _latest(date) for date in self.dates}
        return {document.id: days.get(document.id, LAST_DAY) for document in self.documents_in_order}

    @cached_property
    def _earliest(self) -> dict[str, int]:
        """The earliest day that each document can have been published, where one is known."""
        runs = ((date.document, number_days(date.interval[0])) for date in self.dates if date.interval)
        return {document: run.first for document, run in runs if run is not None}

    @cached_property
    def in_order(self) -> tuple[Document, ...]:
        """The documents by day of publication and id."""
        return tuple(sorted(self.documents_in_order, key=lambda document: (self.latest[document.id], document.id)))

    @cached_property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """Each version of a page that has a later one, with that one."""
        return tuple(find_versions(self.in_order))

    @cached_property
    def undated(self) -> frozenset[str]:
        """The documents whose day of publication is not known, only bounds of it or nothing."""
        return frozenset(date.document for date in self.dates if date.published is None)

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """Voices by key."""
        return {voice.key: voice for voice in self.resolution.voices}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by key."""
        return {place.key: place for place in self.resolution.places}

    @cached_property
    def allies(self) -> frozenset[frozenset[str]]:
        """Pairs of holders of ground that some claim names as acting together; the two camps of a war never are."""
        holders: dict[str, str] = {}
        together: set[tuple[str, str]] = set()
        for named in self._named.values():
            holders.update(named.holders)
            together.update(named.together)
        pairs = {frozenset({holders.get(left, left), holders.get(right, right)}) for left, right in together}
        return frozenset(pairs - {frozenset({"government", "opposition"})})

    def places_around(self, key: str) -> tuple[str, ...]:
        """Return the keys of the places that a place lies in, the nearest first, as far as the case knows them."""
        return self._around.get(key, ())

    @cached_property
    def _around(self) -> Mapping[str, tuple[str, ...]]:
        return self.memory.recall(find_surroundings, "case", self.resolution.places)

    def where(self, key: str) -> Where:
        """Return what the case knows of a place."""
        if key not in self._wheres:
            self._wheres[key] = Where(self.places_around(key), self.is_coarse(key), self.is_country(key))
        return self._wheres[key]

    @cached_property
    def _wheres(self) -> dict[str, Where]:
        return {}

    def is_coarse(self, key: str) -> bool:
        """Tell whether a place is a region or a country, in which a thing can happen at a finer place."""
        place = self.places.get(key)
        return place is not None and place.kind in COARSE

    def is_country(self, key: str) -> bool:
        """Tell whether a place is a country."""
        return key in self.places and self.places[key].kind is PlaceKind.COUNTRY

    def place_name(self, key: str | None) -> str | None:
        """Return the name of a place; its key when the case does not know it."""
        return self.places[key].name if key in self.places else key

    @cached_property
    def claims(self) -> dict[str, tuple[ResolvedClaim, ...]]:
        """The claims of each document that has any, in reading order."""
        found: dict[str, list[ResolvedClaim]] = {}
        for name, claims in groupby(self.resolution.claims, attrgetter("claim.document")):
            found.setdefault(name, []).extend(claims)
        return {name: self.memory.recall(_in_order, name, tuple(claims)) for name, claims in found.items()}

    def places_of(self, document: str) -> frozenset[str]:
        """Return the keys of the places at which the claims of a document are set."""
        return self._named[document].places if document in self._named else frozenset()

    @cached_property
    def _named(self) -> Mapping[str, Named]:
        return {name: self.memory.recall(list_named, name, claims) for name, claims in self.claims.items()}

    @cached_property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The documents with claims, each with what linking looks up about it, by day of publication and id."""
        return tuple(self._open(name) for name in sorted(self.claims, key=lambda name: (self.latest[name], name)))

    def _open(self, name: str) -> Dossier:
        """Return the dossier of a document: made anew where it, its claims, or what the case knows of its names is new."""
        named = self._named[name]
        voices = tuple(map(self.voices.get, named.voices))
        camps = tuple(map(self._camps.get, named.parties))
        coarse = self._coarse & named.places
        when = When(self.latest[name], name in self.undated, self._earliest.get(name))
        known = Known(voices, coarse, camps)
        return self.memory.recall(make_dossier, name, self.documents[name], self.claims[name], named, when, known)

    @cached_property
    def _coarse(self) -> frozenset[str]:
        return frozenset(key for key, place in self.places.items() if place.kind in COARSE)

    @cached_property
    def _camps(self) -> dict[str, str]:
        """The camp that most claims name each agent with."""
        told: dict[str, Counter[str]] = {}
        for (name, camp), count in Counter(chain.from_iterable(one.camps for one in self._named.values())).items():
            if camp in CAMPS:
                told.setdefault(name, Counter())[camp] = count
        return {name: min(camps, key=lambda camp: (-camps[camp], camp)) for name, camps in told.items()}

    @cached_property
    def principals(self) -> Mapping[str, Principal]:
        """The body that each claim goes back to, by the id of the claim."""
        found: dict[str, Principal] = {}
        for dossier in self.dossiers:
            found.update(self.memory.recall(find_principals, dossier.document.id, dossier))
        return found

    def body(self, resolved: ResolvedClaim) -> str:
        """Return what tells the body that a claim goes back to from others."""
        return self.principals[resolved.claim.id].key


def _in_order(claims: tuple[ResolvedClaim, ...]) -> tuple[ResolvedClaim, ...]:
    return tuple(sorted(claims, key=lambda one: (one.claim.span.start, one.claim.id)))


def _latest(date: DocumentDate) -> int:
    days = number_days(date.interval[1] if date.interval else date.published)
    return days.last if days else LAST_DAY
