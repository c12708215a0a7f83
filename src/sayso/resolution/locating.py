"""Which places of the gazetteer do the names of a case mean, where do they lie, and what lies around them?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lexicons.gazetteer import places_above
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import PlaceKind, Precision
from sayso.model.resolved import Place
from sayso.resolution.clusters import Node, order
from sayso.resolution.context import Context
from sayso.resolution.countries import find_by_code
from sayso.resolution.districts import District, find_district
from sayso.resolution.sorts import Sort
from sayso.resolution.spots import Spot, kind_of, spellings, told_within
from sayso.resolution.world_places import WorldPlace, Written, choose_inside, choose_places, find_world_country, is_held
from sayso.text.spellings import bare, plain

WORLD = name_rule(
    "resolution.gazetteer",
    "The gazetteer shipped with sayso (GeoNames) holds the name; of several places that bear it, the one that the words"
    " and the other places of the case point to.",
)
DISTRICT = name_rule(
    "resolution.district",
    "The shipped table of districts and landmarks holds the name, and the case names the town it is in; where exactly"
    " it lies the table does not say.",
)
LARGE = 300_000  # inhabitants of a town that is meant wherever the case plays
_MOST = 10
_DIVISIONS = frozenset({Precision.FIRST_DIVISION, Precision.SECOND_DIVISION})
_FITTING: Mapping[Sort | None, frozenset[Precision]] = {
    None: frozenset({Precision.TOWN, Precision.REGION, *_DIVISIONS}),
    Sort.LOCALITY: frozenset({Precision.TOWN}),
    Sort.REGION: frozenset({Precision.REGION, *_DIVISIONS}),
    Sort.RIVER: frozenset({Precision.REGION}),
}
_BY_KIND: Mapping[PlaceKind, Precision] = {
    PlaceKind.COUNTRY: Precision.COUNTRY, PlaceKind.REGION: Precision.REGION, PlaceKind.RIVER: Precision.REGION,
    PlaceKind.CITY: Precision.TOWN, PlaceKind.TOWN: Precision.TOWN, PlaceKind.VILLAGE: Precision.TOWN,
    PlaceKind.DISTRICT: Precision.DISTRICT, PlaceKind.BUILDING: Precision.POINT, PlaceKind.ROAD: Precision.POINT,
    PlaceKind.OTHER: Precision.POINT,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A place of the shipped tables that a name of the case means."""

    key: str
    world: WorldPlace | None = None
    district: District | None = None

    @property
    def above(self) -> tuple[tuple[str, str], ...]:
        """The key and name of what holds it, nearest first, as far as divisions go."""
        if self.world is None or self.world.entry is None:
            return ()
        return tuple(
            (f"geonames:{one.id}", one.name)
            for one in places_above(self.world.entry)
            if one.precision is not Precision.COUNTRY
        )


def locate(nodes: Mapping[Node, Sequence[Spot]], countries: Mapping[str, int], context: Context) -> dict[Node, Located]:
    """Return the nodes whose names the shipped tables hold as places that fit the case.

    A town fits when it lies in the country of the case, in one the case names, or in what the words set it in; a
    large one always. `countries` tells how often each country is named.
    """
    ordered = sorted(nodes, key=order)
    written = {node: context.memory.recall(_write, node, tuple(nodes[node])) for node in ordered}
    states = [
        Written(name=country.name, count=min(countries[code], _MOST))
        for code in sorted(countries)
        if (country := find_by_code(code))
    ]
    if context.country is not None:
        states.append(Written(name=context.country.name, count=_MOST))
    chosen = choose_places((*written.values(), *states, *_read_company(written.values(), context)))
    home = frozenset({*countries, *([context.country.code] if context.country else [])})
    own = frozenset({context.country.code} if context.country else ())
    found = {
        node: Located(key=fitting.key, world=fitting)
        for node, place in zip(ordered, chosen, strict=False)
        if place is not None and (fitting := _find_fitting(place, node, written[node], home, own))
    }
    names = [place.world.name for place in found.values() if place.world] + [name.name for name in written.values()]
    towns = frozenset(map(plain, names))
    for node in ordered:
        district = (
            find_district(written[node].name, node.sort, towns) if node not in found or node.sort is None else None
        )
        if district is not None:
            found[node] = Located(key=district.key, district=district)
    return found


def _write(spots: Sequence[Spot]) -> Written:
    count = min(len(spots), _MOST)
    return Written(name=spellings(spots)[0], kind=kind_of(spots), within=told_within(spots), count=count)


def _read_company(written: Iterable[Written], context: Context) -> Iterator[Written]:
    """Yield what else the case names: governments, adjectives of countries, what stands in longer names."""
    known = {bare(one.name) for one in written}
    counts = Counter((one.name, one.within) for reading in context.readings for one in reading.geographic_names)
    for (name, within), count in counts.items():
        if bare(name) not in known:
            yield Written(name=name, within=within, count=min(count, _MOST))


def _find_fitting(
    place: WorldPlace, node: Node, written: Written, home: frozenset[str], own: frozenset[str]
) -> WorldPlace | None:
    """Return the place that a name means if it fits, else one of that name in the country that the case is about.

    What a report from elsewhere only mentions is the larger place ("talks in Geneva"), and none of a state it names.
    """
    inside = (place, choose_inside(written, own))
    return next((one for one in inside if one is not None and _fits(one, node, written, home)), None)


def _fits(place: WorldPlace, node: Node, written: Written, home: frozenset[str]) -> bool:
    if place.precision not in _FITTING.get(node.sort, frozenset()):
        return False
    is_told = written.within is not None and is_held(place, written.within)
    is_large = place.entry is not None and place.entry.inhabitants >= LARGE and place.precision is Precision.TOWN
    return place.country is None or place.country in home or is_told or is_large


def precision_of(kind: PlaceKind | None) -> Precision | None:
    """Return how closely a place of a kind is told, None when the words tell no kind."""
    return _BY_KIND[kind] if kind is not None else None


def set_on_map(place: Place, located: Located, own: Mapping[str, str]) -> Place:
    """Return a place of the case with what the shipped tables know of it: its point, its country, how close that is.

    The spelling that the case uses most stays its name, and a kind that the words tell stays its kind; a division that
    is a region of the user's table bears its name there (`own`, by the division's key).
    """
    world, district = located.world, located.district
    if district is not None:
        within, kind = place.within or district.city, place.kind or district.kind
        derived = Derived(value=place.name, rule=DISTRICT, note="; ".join(place.names))
        return replace(
            place, kind=kind, within=within, country=district.country, precision=precision_of(kind), derived=derived
        )
    if world is None:
        return place
    return replace(
        place,
        part_of=tuple(own.get(key, name) for key, name in located.above),
        country=world.country,
        latitude=world.latitude,
        longitude=world.longitude,
        precision=world.precision,
        derived=Derived(value=place.name, rule=WORLD, note="; ".join(place.names)),
    )


def set_country_on_map(place: Place) -> Place:
    """Return a country with its point, where the gazetteer has one."""
    world = find_world_country(place.country or "")
    if world is None:
        return replace(place, precision=Precision.COUNTRY)
    return replace(place, precision=Precision.COUNTRY, latitude=world.latitude, longitude=world.longitude)
