"""What lies around each place, and in which country is it?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model.resolved import Place
from sayso.resolution.context import Context
from sayso.resolution.countries import find_by_capital
from sayso.resolution.places import Gazetteer
from sayso.resolution.sorts import Sort, is_common_name, sort_of
from sayso.resolution.spots import Spot


def place_within(
    places: Mapping[str, Place], spots: Mapping[str, Sequence[Spot]], context: Context
) -> dict[str, Place]:
    """Return the places with what they lie in by the names the case shows, and their country.

    The town that the case names most lies in the country that the user said the case is about.
    """
    drafts = Gazetteer(places=places, keys={})
    main = _main_place(places, spots)
    found: dict[str, Place] = {}
    for key, place in places.items():
        within = _show(place.within, drafts)
        name = f"{place.name} of {within}" if within and is_common_name(place.name) else place.name
        names = tuple(dict.fromkeys((*place.names, place.name)))
        found[key] = replace(place, name=name, within=within, names=names, country=place.country or _capital(place))
    told = context.country if context.settings.country else None
    if main is not None and told is not None and found[main].country is None and not found[main].within:
        found[main] = replace(found[main], country=told.code)
    named = Gazetteer(places=found, keys={})
    return {key: replace(place, country=_country(key, named)) for key, place in found.items()}


def _main_place(places: Mapping[str, Place], spots: Mapping[str, Sequence[Spot]]) -> str | None:
    towns = [key for key, place in places.items() if sort_of(place.kind) is Sort.LOCALITY]
    return min(towns, key=lambda key: (-len(spots[key]), key), default=None)


def _show(within: str | None, drafts: Gazetteer) -> str | None:
    if within is None:
        return None
    key = drafts.find_spelling(within)
    return drafts.places[key].name if key else within


def _capital(place: Place) -> str | None:
    country = find_by_capital(place.name)
    return country.code if country else None


def _country(key: str, named: Gazetteer) -> str | None:
    """Return the country of a place, or of the nearest place around it that has one."""
    chain = [key, *named.places_around(key)]
    return next((code for above in chain if (code := named.places[above].country)), None)
