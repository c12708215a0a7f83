"""Where do the places of a case lie, and which of them does a name mean?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sayso.model.resolved import Place
from sayso.resolution.grounds import Ground, Name
from sayso.resolution.sorts import place_key, sort_of
from sayso.text.memories import Memory
from sayso.text.spellings import plain

_NONE: Mapping[Name, str] = {}


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """The places of a case, and by document the place that each of its names means."""

    places: Mapping[str, Place]
    keys: Mapping[str, Mapping[Name, str]]
    # What lies around each place, where it is known from a gazetteer of the same names.
    around: Mapping[str, tuple[str, ...]] | None = field(default=None, compare=False, repr=False)

    def ground(self, document: str, memory: Memory) -> Ground:
        """Return the places that a document speaks of."""
        keys = self.keys.get(document, _NONE)
        named = memory.recall(_list_keys, document, keys)
        return memory.recall(_lay_out, document, keys, tuple(map(self._areas.__getitem__, named)))

    @cached_property
    def _areas(self) -> dict[str, "_Area"]:
        return {
            key: _Area(key, above, tuple([self.places[one] for one in (key, *above)]))
            for key, above in self._around.items()
        }

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
    def _around(self) -> Mapping[str, tuple[str, ...]]:
        return self.around or {key: tuple(self._climb(key)) for key in self.places}

    def with_facts(self, places: Mapping[str, Place], keys: Mapping[str, Mapping[Name, str]]) -> "Gazetteer":
        """Return a gazetteer of the same places, of which more is known; their names and what they lie in are the same."""
        return Gazetteer(places=places, keys=keys, around=self._around)

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


class _Area(NamedTuple):
    """A place with those around it: their keys, nearest first, and all of them."""

    key: str
    above: tuple[str, ...]
    places: tuple[Place, ...]


def _list_keys(keys: Mapping[Name, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys.values()))


def _lay_out(keys: Mapping[Name, str], areas: tuple[_Area, ...]) -> Ground:
    places = {place.key: place for area in areas for place in area.places}
    return Ground(keys, places, {area.key: area.above for area in areas})
