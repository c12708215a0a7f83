"""Which place does a name mean in the user's table or in the table of countries?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.lexicons.gazetteer import find_places
from sayso.model.kinds import Precision
from sayso.model.settings import PlaceEntry, Settings
from sayso.resolution.countries import find_country, is_country_name
from sayso.resolution.sorts import Sort, could_be_one, place_key, sort_of
from sayso.resolution.spots import Spot
from sayso.text.spellings import bare, plain


@dataclass(frozen=True)
class KnownPlaces:
    """The user's places, found by name or spelling."""

    settings: Settings

    @cached_property
    def _by_name(self) -> dict[str, list[PlaceEntry]]:
        found: dict[str, list[PlaceEntry]] = {}
        for entry in self.settings.places:
            for name in (entry.name, *entry.names):
                for form in dict.fromkeys((plain(name), bare(name))):
                    found.setdefault(form, []).append(entry)
        return found

    @cached_property
    def _by_key(self) -> dict[str, list[PlaceEntry]]:
        found: dict[str, list[PlaceEntry]] = {}
        for entry in self.settings.places:
            for name in (entry.name, *entry.names):
                found.setdefault(place_key(name, sort_of(entry.kind)), []).append(entry)
        return found

    @cached_property
    def divisions(self) -> dict[str, str]:
        """The names of the user's regions by the keys of the gazetteer's divisions of that country that bear one of them.

        What the gazetteer sets in such a division lies in the user's region.
        """
        return {
            f"geonames:{match.entry.id}": entry.name
            for entry in reversed(self.settings.places)
            if sort_of(entry.kind) is Sort.REGION
            for name in (entry.name, *entry.names)
            for match in find_places(plain(name))
            if match.entry.precision is Precision.FIRST_DIVISION and match.entry.country == self._country_of(entry)
        }

    def _country_of(self, entry: PlaceEntry) -> str | None:
        if entry.country or not self.settings.country:
            return entry.country
        country = find_country(self.settings.country)
        return country.code if country else None

    def find(self, spot: Spot) -> PlaceEntry | None:
        """Return the entry that a name means: by the same name first, then by spelling; sorts must agree."""
        if not self.settings.places:
            return None
        words = bare(spot.words)
        forms = (bare(spot.name), words, plain(spot.name))
        for entries in (*(self._by_name.get(form, []) for form in forms), self._by_key.get(spot.key, [])):
            chosen = _choose(entries, spot.sort)
            if chosen is not None:
                return chosen
        return None

    def find_name(self, name: str) -> PlaceEntry | None:
        """Return the entry with this name, whatever its sort."""
        entries = self._by_name.get(plain(name)) or self._by_name.get(bare(name)) or []
        return entries[0] if entries else None


def _choose(entries: Sequence[PlaceEntry], sort: Sort | None) -> PlaceEntry | None:
    fitting = [entry for entry in entries if could_be_one(sort_of(entry.kind), sort)]
    exact = [entry for entry in fitting if sort is not None and sort_of(entry.kind) is sort]
    return next(iter(exact or fitting), None)


def find_country_code(spot: Spot) -> str | None:
    """Return the ISO code of the country that a name means, None for any other place."""
    if spot.sort not in {None, Sort.COUNTRY} or not is_country_name(spot.name):
        return None
    country = find_country(spot.name)
    return country.code if country else None
