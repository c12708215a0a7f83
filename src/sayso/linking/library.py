"""What does linking look up about a claim's document, voice and place?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from sayso.linking.dossiers import Dossier
from sayso.linking.parties import CAMPS
from sayso.linking.principals import Principal, find_principals
from sayso.linking.versions import find_versions
from sayso.model.documents import Document
from sayso.model.kinds import PlaceKind
from sayso.model.resolved import DocumentDate, Place, Resolution, ResolvedClaim, Voice
from sayso.text.days import LAST_DAY, number_days
from sayso.text.memories import Memory

COARSE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
URBAN = frozenset({PlaceKind.CITY, PlaceKind.TOWN})
# What lies within a town before it lies in the region that bears the town's name.
INNER = frozenset({PlaceKind.DISTRICT, PlaceKind.BUILDING, PlaceKind.ROAD, PlaceKind.OTHER})


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
    def _keys(self) -> dict[str, str]:
        """Keys of places by name: the places that can hold others come last and win."""
        ordered = sorted(self.resolution.places, key=lambda place: (place.kind in COARSE, place.key))
        return {name.casefold(): place.key for place in ordered for name in (*place.names, place.name)}

    @cached_property
    def _towns(self) -> dict[str, str]:
        """Keys of cities and towns by name: a district or a building lies in these before it lies in their region."""
        ordered = sorted(self.resolution.places, key=lambda place: (place.kind is PlaceKind.CITY, place.key))
        towns = (place for place in ordered if place.kind in URBAN)
        return {name.casefold(): place.key for place in towns for name in (*place.names, place.name)}

    @cached_property
    def allies(self) -> frozenset[frozenset[str]]:
        """Pairs of holders of ground that some claim names as acting together; the two camps of a war never are."""
        holders = {one.agents[0]: one.holder for one in self.resolution.claims if one.holder and one.agents}
        pairs = {
            frozenset({holders.get(left, left), holders.get(right, right)})
            for one in self.resolution.claims
            for left, right in pairwise(one.agents)
        }
        return frozenset(pairs - {frozenset({"government", "opposition"})})

    def places_around(self, key: str) -> tuple[str, ...]:
        """Return the keys of the places that a place lies in, the nearest first, as far as the case knows them."""
        return self._around.get(key, ())

    @cached_property
    def _around(self) -> dict[str, tuple[str, ...]]:
        return {key: tuple(self._climb(key)) for key in self.places}

    def _climb(self, key: str) -> list[str]:
        found: list[str] = []
        place = self.places.get(key)
        while place is not None:
            above = self._above(place)
            place = None if above is None or above == key or above in found else self.places[above]
            if place is not None:
                found.append(place.key)
        return found

    def _above(self, place: Place) -> str | None:
        for name in (place.within, place.country):
            called = (name or "").casefold()
            in_town = self._towns.get(called) if place.kind in INNER else None
            above = name if name in self.places else in_town or self._keys.get(called)
            if above is not None and above != place.key:
                return above
        # "Gaza City" lies in Gaza, also where nobody says so.
        name = place.name.casefold().removesuffix(" city")
        named = self._keys.get(name) if name != place.name.casefold() else None
        return named if named is not None and named != place.key and self.is_coarse(named) else None

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
        for one in self.resolution.claims:
            found.setdefault(one.claim.document, []).append(one)
        return {name: self.memory.recall(_in_order, name, tuple(claims)) for name, claims in found.items()}

    def places_of(self, document: str) -> frozenset[str]:
        """Return the keys of the places at which the claims of a document are set."""
        return self._told_places.get(document, frozenset())

    @cached_property
    def _told_places(self) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(place for one in claims for place in one.places) for name, claims in self.claims.items()
        }

    @cached_property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The documents with claims, each with what linking looks up about it, by day of publication and id."""
        return tuple(self._open(name) for name in sorted(self.claims, key=lambda name: (self.latest[name], name)))

    def _open(self, name: str) -> Dossier:
        claims = self.claims[name]
        voices = {key for one in claims for key in (*one.chain, one.voice)}
        places = {key for one in claims for key in one.places}
        dossier = Dossier(
            document=self.documents[name],
            claims=claims,
            latest=self.latest[name],
            is_undated=name in self.undated,
            voices={key: self.voices[key] for key in voices if key in self.voices},
            coarse=frozenset(key for key in places if self.is_coarse(key)),
            camps={name: self._camps[name] for one in claims for name in one.agents[:1] if name in self._camps},
        )
        return self.memory.keep((Dossier, name), dossier)

    @cached_property
    def _camps(self) -> dict[str, str]:
        """The camp that most claims name each agent with."""
        told: dict[str, Counter[str]] = {}
        for one in self.resolution.claims:
            if one.agents and one.claim.agent is not None and one.claim.agent.camp in CAMPS:
                told.setdefault(one.agents[0], Counter())[one.claim.agent.camp] += 1
        return {name: min(camps, key=lambda camp: (-camps[camp], camp)) for name, camps in told.items()}

    @cached_property
    def principals(self) -> Mapping[str, Principal]:
        """The body that each claim goes back to, by the id of the claim."""
        found = (self.memory.recall(find_principals, dossier.document.id, dossier) for dossier in self.dossiers)
        return {claim: body for principals in found for claim, body in principals.items()}

    def body(self, resolved: ResolvedClaim) -> str:
        """Return what tells the body that a claim goes back to from others."""
        return self.principals[resolved.claim.id].key


def _in_order(claims: tuple[ResolvedClaim, ...]) -> tuple[ResolvedClaim, ...]:
    return tuple(sorted(claims, key=lambda one: (one.claim.span.start, one.claim.id)))


def _latest(date: DocumentDate) -> int:
    days = number_days(date.interval[1] if date.interval else date.published)
    return days.last if days else LAST_DAY
