"""What do the shipped tables know of a name of a place?"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.lexicons import read_csv
from sayso.lexicons.gazetteer import Match, find_places, places_above
from sayso.mentions.countries import find_country, find_people, key_of
from sayso.model.kinds import Precision
from sayso.text.spellings import NAMES, plain

_BIG, _LARGE, _MIDDLING = 1_000_000, 100_000, 15_000


class Listing(NamedTuple):
    """What is known of a name: the sort of place that bears it, and how sure a bare mention of it means a place.

    `weight` is 3 for countries, regions, states and towns that everybody knows, 2 for large towns and provinces, 1
    for towns, 0 for villages and for names that are only other names of a place. `is_word`: it is also an ordinary word that is mostly written small ("Reading").
    """

    precision: Precision
    weight: int
    is_word: bool = False


@lru_cache(maxsize=NAMES)
def find_listing(name: str) -> Listing | None:
    """Return what the tables know of a name, None when no table holds it."""
    if find_country(name) is not None:
        return Listing(Precision.COUNTRY, 3)
    if key_of(name) in _regions() or name in _short_names():
        return Listing(Precision.REGION, 3)
    matches = find_places(plain(name))
    return _weigh(matches) if matches else None


def _weigh(matches: tuple[Match, ...]) -> Listing:
    first = matches[0]
    is_other = first.is_other and first.entry.precision is not Precision.FIRST_DIVISION
    most = max(match.entry.inhabitants for match in matches if match.is_other == first.is_other)
    weight = (most >= _MIDDLING) + (most >= _LARGE) + (most >= _BIG and not is_other)
    weight -= is_other or first.entry.precision is Precision.SECOND_DIVISION
    return Listing(first.entry.precision, max(weight, 0), is_word=first.is_word)


@lru_cache(maxsize=NAMES)
def lies_in(name: str, holder: str) -> bool:
    """Tell whether a place of one name lies in a place of the other ("Oxford", "N.C.")."""
    numbers = frozenset(_numbers(holder))
    return any(above.number in numbers for match in find_places(plain(name)) for above in places_above(match.entry))


@lru_cache(maxsize=NAMES)
def is_in_countries(name: str, codes: frozenset[str]) -> bool:
    """Tell whether a place of the name lies in one of the countries."""
    return any(match.entry.country in codes for match in find_places(plain(name)))


def share_country(names: Iterable[str]) -> bool:
    """Tell whether places of all the names lie in one country."""
    found = [frozenset(match.entry.country for match in find_places(plain(name))) for name in names]
    return bool(found) and bool(frozenset.intersection(*found))


def find_countries(names: Iterable[str]) -> frozenset[str]:
    """Return the codes of the countries that names or adjectives mean ("Syria", "Syrian")."""
    countries = (find_country(name) or find_country(find_people(name) or "") for name in set(names))
    return frozenset(country.code for country in countries if country is not None and not country.is_capital)


def _numbers(name: str) -> Iterator[int]:
    country, name = _short_names().get(name, ("", name))
    state = find_country(name)
    if state is not None and not state.is_capital:
        name = state.name
    for match in find_places(plain(name)):
        if not country or match.entry.country == country:
            yield match.entry.number


@cache
def _regions() -> frozenset[str]:
    return frozenset(key_of(n) for row in read_csv("regions") for n in (row["name"], *row["aliases"].split(";")) if n)


@cache
def _short_names() -> Mapping[str, tuple[str, str]]:
    """Return country and name for each short name of a state, as written."""
    return {n: (row["country"], row["name"]) for row in read_csv("short_names") for n in row["aliases"].split(";")}


@cache
def _peoples() -> frozenset[str]:
    return frozenset(key_of(word) for row in read_csv("regions") for word in row["demonyms"].split(";") if word)


@lru_cache(maxsize=NAMES)
def is_demonym(name: str) -> bool:
    """Tell whether a word is the adjective of a country or region ("French", "South East Asian"), or its people."""
    return find_people(name) is not None or key_of(name) in _peoples()
