"""Which place of the world does each name of a text mean, of all that bear it?"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sayso.lexicons import read_csv
from sayso.lexicons.gazetteer import Entry, Match, find_places, places_above
from sayso.model.kinds import PlaceKind, Precision
from sayso.resolution.countries import find_by_capital, find_by_code, find_country
from sayso.resolution.neighbourhoods import AROUND, NEAR, Neighbourhoods, Town
from sayso.text.spellings import NAMES, bare, plain

_DIVISIONS = frozenset({Precision.FIRST_DIVISION, Precision.SECOND_DIVISION})
_LOCAL = frozenset({Precision.TOWN, Precision.SECOND_DIVISION})
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
_ROUNDS = 2
# The letters of a state's code, and how much its country weighs in a text that names more of it than that state.
_CODE, _TOGETHER = 2, 4
_TWO_CODES = frozenset({"georgia"})  # a country and a state that news writes as often
_STATES = "US"
_SHORTEST = 5  # letters of a name whose ending may be spelled otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A name in a text, the sort of place its words tell, the name of the place they set it in, how often it stands there."""

    name: str
    kind: PlaceKind | None = None
    within: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldPlace:
    """A place of the gazetteer, or of the table of regions, which tells no point of what has no middle."""

    key: str
    name: str
    precision: Precision
    country: str | None
    latitude: float | None
    longitude: float | None
    entry: Entry | None = None


@dataclass(frozen=True, kw_only=True)
class _Company:
    """What else a text names: how often each country, something inside each country and division, and its towns by where they lie."""

    countries: Mapping[str, int] = field(default_factory=dict)
    inside: Mapping[str, int] = field(default_factory=dict)
    divisions: Mapping[int, int] = field(default_factory=dict)
    towns: Neighbourhoods = field(default_factory=Neighbourhoods)


def choose_places(names: Sequence[Written]) -> tuple[WorldPlace | None, ...]:
    """Return for each name of a text the place it means, None for one that no table holds.

    What the words tell goes first (the place around it, its sort), then what else the text names: a place is likelier
    in a country or division that is named often, and near another town that is named. Of what is left, the place
    with more inhabitants; of a town and the division around it the town, if a third of the division live there.
    """
    places = [_choose_alone(name.name, name.kind, name.within) for name in names]
    open_names = [number for number, name in enumerate(names) if _hangs_on_company(name.name)]
    for _ in range(_ROUNDS if open_names else 0):
        company = _read_company(places, names)
        for number in open_names:
            places[number] = _choose(names[number], company)
    return tuple(places)


def choose_inside(written: Written, countries: Set[str]) -> WorldPlace | None:
    """Return the place with most inhabitants that a name means in some countries, None when it means none there."""
    entries = [match.entry for match in _find_matches(written.name) if match.entry.country in countries]
    return _make(max(entries, key=lambda entry: entry.inhabitants)) if entries else None


@lru_cache(maxsize=NAMES)
def _choose_alone(name: str, kind: PlaceKind | None, within: str | None) -> WorldPlace | None:
    """Return the place that a name means by its own words, whatever else the text names."""
    return _choose(Written(name=name, kind=kind, within=within), _Company())


@lru_cache(maxsize=NAMES)
def _hangs_on_company(name: str) -> bool:
    """Tell whether what else the text names can change which place a name means: `_choose` asks for it."""
    if name in _short_names() or _key(name) in _TWO_CODES:
        return True
    return len(_find_matches(name)) > 1


def _find_matches(name: str) -> Sequence[Match]:
    """Return the places that bear a name, else those it means with its last sound written otherwise ("Hamlah", "Hamla")."""
    forms = (plain(name), bare(name), *_respell(bare(name)))
    return next((found for form in forms if (found := find_places(form))), ())


def _respell(name: str) -> tuple[str, ...]:
    if len(name) < _SHORTEST or not name.endswith(("a", "ah")):
        return ()
    return (name[:-1] if name.endswith("h") else f"{name}h",)


def _read_company(places: Iterable[WorldPlace | None], names: Iterable[Written]) -> _Company:
    countries: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    divisions: Counter[int] = Counter()
    towns: dict[str, Town] = {}
    for place, written in zip(places, names, strict=True):
        if place is None:
            continue
        is_sure = place.precision not in _LOCAL or written.within is not None
        is_open = _key(written.name) in _TWO_CODES
        if place.country and place.precision is not Precision.COUNTRY and not is_open:
            inside[place.country] += written.count
        if place.country and not is_open:
            countries[place.country] += written.count * (3 if is_sure else 1)
        if place.entry is not None:
            for above in (place.entry, *places_above(place.entry)):
                divisions[above.number] += written.count * (2 if is_sure else 1)
            if place.precision in _LOCAL:
                towns[place.key] = Town(plain(written.name), place.entry)
    return _Company(countries=countries, inside=inside, divisions=divisions, towns=Neighbourhoods(towns.values()))


@lru_cache(maxsize=NAMES)
def find_region(name: str) -> WorldPlace | None:
    """Return the region, water or range of the shipped table with a name, or with the adjective of one."""
    return _regions().get(_key(name))


def _key(name: str) -> str:
    return plain(name).removeprefix("the ")


@cache
def _regions() -> Mapping[str, WorldPlace]:
    found: dict[str, WorldPlace] = {}
    for row in read_csv("regions"):
        codes = [code for code in row["countries"].split(";") if code]
        place = WorldPlace(
            key=f"region:{_key(row['name']).replace(' ', '-')}",
            name=row["name"],
            precision=Precision.REGION,
            country=codes[0] if len(codes) == 1 else None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
        )
        for name in (row["name"], *row["aliases"].split(";"), *row["demonyms"].split(";")):
            found.setdefault(_key(name), place)
    found.pop("", None)
    return found


@cache
def _short_names() -> Mapping[str, tuple[str, str]]:
    return {n: (row["country"], row["name"]) for row in read_csv("short_names") for n in row["aliases"].split(";")}


def _choose(written: Written, company: _Company) -> WorldPlace | None:
    country = find_country(written.name)
    if country is not None and not (_key(written.name) in _TWO_CODES and _is_state(written, country.code, company)):
        return find_world_country(country.code)
    if written.name in _short_names():
        return None if _is_lone_code(written.name, company) else _short(written.name)
    matches = _find_matches(written.name)
    holders = _holders_named(written.within) if written.within else frozenset()
    region = find_region(written.name)
    if region is not None and not any(_lies_in(match.entry, holders) for match in matches):
        return _as_division(region, written.name)
    if not matches:
        return None
    if len(matches) == 1:
        return _make(matches[0].entry)
    return _make(max(matches, key=lambda match: _weigh(match, written, holders, company)).entry)


def _is_state(written: Written, country: str, company: _Company) -> bool:
    """Tell whether a name of a country and a state means the state: the text names more of that state's country."""
    holder = find_country(written.within) if written.within else None
    if holder is not None:
        return holder.code != country
    return company.inside.get(_STATES, 0) > company.inside.get(country, 0)


def _is_lone_code(name: str, company: _Company) -> bool:
    """Tell whether two capitals stand in a text that names nothing else of the country ("PA" beside Ramallah)."""
    if len(name) > _CODE or not company.countries:
        return False
    return company.countries.get(_short_names()[name][0], 0) < _TOGETHER


@lru_cache(maxsize=NAMES)
def _as_division(region: WorldPlace, name: str) -> WorldPlace:
    """Return the division that a region is too ("Gaza Strip"): of divisions the gazetteer knows what lies in them."""
    names = (region.name, name)
    entries = (
        match.entry for one in names for match in find_places(plain(one)) if match.entry.country == region.country
    )
    entry = next((one for one in entries if one.precision is Precision.FIRST_DIVISION), None)
    return region if entry is None else _make(entry)


def _short(name: str) -> WorldPlace | None:
    code, state = _short_names()[name]
    entries = (match.entry for match in find_places(plain(state)) if match.entry.country == code)
    entry = next((entry for entry in entries if entry.precision is Precision.FIRST_DIVISION), None)
    return _make(entry) if entry else None


@cache
def find_world_country(code: str) -> WorldPlace | None:
    """Return the country with an ISO code, None when the gazetteer has no point of it."""
    country = find_by_code(code)
    if country is None:
        return None
    entries = (match.entry for name in _names_of(code) for match in find_places(plain(name)))
    entry = next((e for e in entries if e.precision is Precision.COUNTRY and e.country == code), None)
    return _make(entry) if entry else None


@cache
def _names_of(code: str) -> tuple[str, ...]:
    row = next(row for row in read_csv("countries") if row["code"] == code)
    return (row["name"], *row["aliases"].split(";"))


def is_held(place: WorldPlace, holder: str) -> bool:
    """Tell whether a place lies in one that a name may mean."""
    return place.entry is not None and _lies_in(place.entry, _holders_named(holder))


@lru_cache(maxsize=NAMES)
def _holders_named(name: str) -> frozenset[int]:
    """Return the numbers of the places that a name of something wider may mean."""
    country, short = find_country(name), _short_names().get(name)
    found = [match.entry.number for match in find_places(plain(name))]
    if country is not None and (place := find_world_country(country.code)) and place.entry:
        found.append(place.entry.number)
    if short is not None:
        found += [match.entry.number for match in find_places(plain(short[1])) if match.entry.country == short[0]]
    return frozenset(found)


def _lies_in(entry: Entry, holders: frozenset[int]) -> bool:
    return any(above.number in holders for above in places_above(entry))


def _weigh(match: Match, written: Written, holders: frozenset[int], company: _Company) -> float:
    """Return how much speaks for a place; a factor of ten in inhabitants counts one."""
    entry = match.entry
    capital = find_by_capital(written.name)
    is_capital = capital is not None and (entry.country, entry.precision) == (capital.code, Precision.TOWN)
    is_other = match.is_other and entry.precision is not Precision.FIRST_DIVISION
    score = math.log10(entry.inhabitants + 30) - 1.5 * is_other + is_capital
    score += 6 * _lies_in(entry, holders) + _weigh_sort(entry.precision, written.kind)
    return score + _weigh_company(entry, written, company)


def _weigh_sort(precision: Precision, kind: PlaceKind | None) -> float:
    is_town = precision is Precision.TOWN
    told = (kind is PlaceKind.REGION and precision in _DIVISIONS) or (kind in _TOWNS and is_town)
    return 2 * told + 0.5 * is_town - 0.7 * (precision is Precision.SECOND_DIVISION)


def _weigh_company(entry: Entry, written: Written, company: _Company) -> float:
    named = company.countries.get(entry.country, 0)
    score = 3 * named / (sum(company.countries.values()) or 1) + 0.5 * (named > 0)
    above = (entry, *places_above(entry)) if written.kind is PlaceKind.REGION else places_above(entry)
    first = next((one for one in above if one.precision is Precision.FIRST_DIVISION), None)
    score += min(2, 0.7 * company.divisions.get(first.number, 0)) if first else 0
    key = plain(written.name)
    if company.towns.has_near(entry, key, NEAR):
        return score + 2
    return score + 1.2 * company.towns.has_near(entry, key, AROUND)


@cache
def _make(entry: Entry) -> WorldPlace:
    return WorldPlace(
        key=f"geonames:{entry.id}",
        name=entry.name,
        precision=entry.precision,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        entry=entry,
    )
