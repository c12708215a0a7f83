"""Which places of a case lie around each?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model.kinds import PlaceKind
from sayso.model.resolved import Place

COARSE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
URBAN = frozenset({PlaceKind.CITY, PlaceKind.TOWN})
# What lies within a town before it lies in the region that bears the town's name.
INNER = frozenset({PlaceKind.DISTRICT, PlaceKind.BUILDING, PlaceKind.ROAD, PlaceKind.OTHER})


def find_surroundings(places: Sequence[Place]) -> Mapping[str, tuple[str, ...]]:
    """Return, for each place, the keys of the places that it lies in, the nearest first, as far as the case knows them."""
    names = _Names({place.key: place for place in places})
    return {place.key: tuple(names.climb(place.key)) for place in places}


@dataclass(frozen=True)
class _Names:
    """The places of a case by their keys, and by what others say that they lie in."""

    places: Mapping[str, Place]

    @cached_property
    def keys(self) -> dict[str, str]:
        """Keys of places by name: the places that can hold others come last and win."""
        ordered = sorted(self.places.values(), key=lambda place: (place.kind in COARSE, place.key))
        return {name.casefold(): place.key for place in ordered for name in (*place.names, place.name)}

    @cached_property
    def towns(self) -> dict[str, str]:
        """Keys of cities and towns by name: a district or a building lies in these before it lies in their region."""
        ordered = sorted(self.places.values(), key=lambda place: (place.kind is PlaceKind.CITY, place.key))
        towns = (place for place in ordered if place.kind in URBAN)
        return {name.casefold(): place.key for place in towns for name in (*place.names, place.name)}

    def climb(self, key: str) -> list[str]:
        """Return the keys of the places around one, the nearest first."""
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
            in_town = self.towns.get(called) if place.kind in INNER else None
            above = name if name in self.places else in_town or self.keys.get(called)
            if above is not None and above != place.key:
                return above
        # "Gaza City" lies in Gaza, also where nobody says so.
        name = place.name.casefold().removesuffix(" city")
        named = self.keys.get(name) if name != place.name.casefold() else None
        is_wide = named is not None and named != place.key and self.places[named].kind in COARSE
        return named if is_wide else None
