"""Where do the places of a case lie, and which of them does a name mean?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.model.resolved import Place
from sayso.resolution.grounds import Ground, Name
from sayso.resolution.sorts import place_key, sort_of
from sayso.text.spellings import plain


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """The places of a case, and by document the place that each of its names means."""

    places: Mapping[str, Place]
    keys: Mapping[str, Mapping[Name, str]]

    def ground(self, document: str) -> Ground:
        """Return the places that a document speaks of."""
        keys = self.keys.get(document, {})
        around = {key: self.places_around(key) for key in keys.values()}
        places = {one: self.places[one] for key, above in around.items() for one in (key, *above)}
        return Ground(keys, places, around)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        names = [(plain(place.name), key) for key, place in self.places.items()]
        spellings = [(plain(name), key) for key, place in self.places.items() for name in place.names]
        return dict(reversed(names + spellings))

    @cached_property
    def _by_key(self) -> dict[str, str]:
        pairs = [(place_key(place.name, sort_of(place.kind)), key) for key, place in self.places.items()]
        return dict(reversed(pairs))

    def find_name(self, name: str) -> str | None:
        """Return the key of the place with this name or spelling, None when the case has none."""
        return self._by_name.get(plain(name))

    def find_spelling(self, name: str) -> str | None:
        """Return the key of the place that the name could be another spelling of."""
        return self.find_name(name) or self._by_key.get(place_key(name, None))

    @cached_property
    def _around(self) -> dict[str, tuple[str, ...]]:
        return {key: tuple(self._climb(key)) for key in self.places}

    def places_around(self, key: str) -> tuple[str, ...]:
        """Return the keys of the places around one, nearest first, as far as known."""
        return self._around.get(key, ())

    def _climb(self, key: str) -> list[str]:
        found: list[str] = []
        place = self.places.get(key)
        while place is not None:
            above = place.within and self.find_name(place.within)
            if not above or above == key or above in found:
                return found
            found.append(above)
            place = self.places.get(above)
        return found
