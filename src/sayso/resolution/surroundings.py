"""What lies around each place, and in which country is it?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model.resolved import Place
from sayso.resolution.context import Context
from sayso.resolution.countries import find_by_capital
from sayso.resolution.locating import Located
from sayso.resolution.places import Gazetteer
from sayso.resolution.sorts import Sort, is_common_name, place_key, sort_of
from sayso.resolution.spots import Spot
from sayso.text.spellings import plain


def place_within(
    places: Mapping[str, Place],
    spots: Mapping[str, Sequence[Spot]],
    tables: Mapping[str, Located],
    divisions: Mapping[str, str],
    context: Context,
) -> Gazetteer:
    """Return the places with what they lie in by the names the case shows, and their country; no document has names in it yet.

    What the words tell goes before what the shipped tables know (`tables`, by the place's key). Of a division that is
    a region of the user's table, `divisions` tells the name there, by the division's key.
    The town that the case names most lies in the country that the user said the case is about.
    """
    recall = context.memory.recall
    drafts = Gazetteer(places=places, keys={})
    regions = _find_regions(places)
    names = {located.key: places[key].name for key, located in tables.items()} | dict(divisions)
    main = _main_place(places, spots)
    found: dict[str, Place] = {}
    for key, place in places.items():
        within = _show(place, drafts, regions) or _find_holder(key, names, tables)
        found[key] = recall(_lay_within, key, place, within)
    told = context.country if context.settings.country else None
    if main is not None and told is not None and found[main].country is None and not found[main].within:
        found[main] = replace(found[main], country=told.code)
    named = Gazetteer(places=found, keys={})
    settled = {key: recall(_set_country, key, place, _country(key, named)) for key, place in found.items()}
    return named.with_facts(settled, {})


def _lay_within(place: Place, within: str | None) -> Place:
    name = f"{place.name} of {within}" if within and is_common_name(place.name) else place.name
    spelled = tuple(dict.fromkeys((*place.names, place.name)))
    return replace(place, name=name, within=within, names=spelled, country=place.country or _capital(place))


def _set_country(place: Place, country: str | None) -> Place:
    return place if place.country == country else replace(place, country=country)


def _main_place(places: Mapping[str, Place], spots: Mapping[str, Sequence[Spot]]) -> str | None:
    towns = [key for key, place in places.items() if sort_of(place.kind) is Sort.LOCALITY]
    return min(towns, key=lambda key: (-len(spots[key]), key), default=None)


def _find_regions(places: Mapping[str, Place]) -> Mapping[str, str]:
    """Return the regions of the case by their names, folded, also without the word for a sort of region."""
    regions = [place for place in places.values() if sort_of(place.kind) is Sort.REGION]
    return {
        form: place.name
        for place in reversed(regions)
        for name in (*place.names, place.name)
        for form in (plain(name), place_key(name, Sort.REGION))
    }


def _show(place: Place, drafts: Gazetteer, regions: Mapping[str, str]) -> str | None:
    """Return the name, as the case shows it, of what the words set a place in; a town lies in no town but its region."""
    if place.within is None:
        return None
    if sort_of(place.kind) is Sort.LOCALITY and (region := regions.get(plain(place.within))):
        return region
    key = drafts.find_spelling(place.within)
    return drafts.places[key].name if key else place.within


def _find_holder(key: str, names: Mapping[str, str], tables: Mapping[str, Located]) -> str | None:
    """Return the name of the nearest place of the case that holds a place by the shipped tables."""
    above = tables[key].above if key in tables else ()
    return next((names[code] for code, _ in above if code in names and code != tables[key].key), None)


def _capital(place: Place) -> str | None:
    country = find_by_capital(place.name)
    return country.code if country else None


def _country(key: str, named: Gazetteer) -> str | None:
    """Return the country of a place, or of the nearest place around it that has one."""
    chain = [key, *named.places_around(key)]
    return next((code for above in chain if (code := named.places[above].country)), None)
