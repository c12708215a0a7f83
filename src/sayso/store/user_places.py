"""Which of the places that a user gives cannot stand as they are?"""

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sayso.lexicons.gazetteer import Entry, find_places
from sayso.lexicons.states import name_country
from sayso.model.kinds import Precision
from sayso.model.settings import PlaceEntry
from sayso.text.spellings import NAMES, plain

_FAR, _NEAR = 3_000, 1_500  # km from the middle of the country
_DEGREE = 111.2  # km
_CORNERS = 3


def find_mistakes(places: Iterable[PlaceEntry]) -> Iterator[tuple[int, str]]:
    """Yield the place in the row, from zero, and what is wrong, for each place that cannot stand."""
    register = PlaceRegister()
    for number, place in enumerate(places):
        reason = register.refuse(place)
        if reason is not None:
            yield number, reason


class PlaceRegister:
    """Takes places one by one and tells what is wrong with one that cannot stand beside those before it."""

    def __init__(self, places: Iterable[PlaceEntry] = ()) -> None:
        self._taken: set[tuple[str, str, str]] = set()
        self._holders: dict[str, str] = {}
        for place in places:
            self.refuse(place)

    def refuse(self, place: PlaceEntry) -> str | None:
        """Return what is wrong with a place, None when nothing is: then it is taken."""
        reason = self._find_reason(place)
        if reason is None:
            self._taken.add(_identity(place))
            if place.within is not None:
                for name in (place.name, *place.names):
                    self._holders.setdefault(plain(name), plain(place.within))
        return reason

    def _find_reason(self, place: PlaceEntry) -> str | None:
        if not place.name.strip():
            return "it has no name"
        if _identity(place) in self._taken:
            return f"another place is named {place.name!r}, of the same kind and in the same place; give one a `within`"
        return self._find_cycle(place) or find_wrong_point(place)

    def _find_cycle(self, place: PlaceEntry) -> str | None:
        own = {plain(name) for name in (place.name, *place.names)}
        above, passed = place.within, {plain(place.within or "")}
        if above is None or plain(above) == plain(place.name):
            # "Rahna" the city lies in "Rahna" the province: one name is no circle.
            return None
        holder: str | None = plain(above)
        while holder is not None:
            if holder in own:
                return f"{place.name!r} lies in {above!r}, which lies in {place.name!r}"
            holder = self._holders.get(holder)
            if holder in passed:
                return None
            passed.add(holder or "")
        return None


def _identity(place: PlaceEntry) -> tuple[str, str, str]:
    return plain(place.name), place.kind.value, plain(place.within or "")


def find_wrong_point(place: PlaceEntry) -> str | None:
    """Return what is wrong with the point or the corners of a place, None when nothing is."""
    latitude, longitude = place.latitude, place.longitude
    if (latitude is None) != (longitude is None):
        return "it has a latitude or a longitude alone; give both or none"
    if place.polygon and len(set(place.polygon)) < _CORNERS:
        return "its polygon has fewer than three corners"
    if any(not _is_on_map(corner[1], corner[0]) for corner in place.polygon):
        return "a corner of its polygon lies on no map; each is [longitude, latitude]"
    if latitude is None or longitude is None:
        return None
    if not _is_on_map(latitude, longitude):
        is_swapped = _is_on_map(longitude, latitude)
        more = "; latitude and longitude look swapped" if is_swapped else ""
        return f"latitude {latitude:g}, longitude {longitude:g} lie on no map{more}"
    country = _find_country(place.country) if place.country else None
    return _find_swap(latitude, longitude, country) if country else None


def _is_on_map(latitude: float, longitude: float) -> bool:
    return abs(latitude) <= 90 and abs(longitude) <= 180


def _find_swap(latitude: float, longitude: float, country: Entry) -> str | None:
    if not _is_on_map(longitude, latitude):
        return None
    is_far = _measure(country, latitude, longitude) > _FAR
    if is_far and _measure(country, longitude, latitude) < _NEAR:
        return f"latitude {latitude:g}, longitude {longitude:g} lie far from {country.name}; they look swapped"
    return None


def _measure(country: Entry, latitude: float, longitude: float) -> float:
    width = math.cos(math.radians((country.latitude + latitude) / 2))
    return _DEGREE * math.hypot(country.latitude - latitude, (country.longitude - longitude) * width)


@lru_cache(maxsize=NAMES)
def _find_country(name: str) -> Entry | None:
    matches = find_places(plain(name_country(name) or name))
    return next((match.entry for match in matches if match.entry.precision is Precision.COUNTRY), None)
