"""Which parts and landmarks of cities does the shipped table hold?"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicons import read_csv
from sayso.model.kinds import PlaceKind
from sayso.resolution.sorts import Sort, could_be_one, place_key, sort_of
from sayso.text.spellings import NAMES, bare, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A part or landmark of a city; the table tells no points."""

    name: str
    city: str
    country: str
    kind: PlaceKind

    @property
    def key(self) -> str:
        """What tells it from every other place."""
        return f"district:{plain(self.city)}/{plain(self.name)}"


def find_district(name: str, sort: Sort | None, towns: Set[str]) -> District | None:
    """Return the part or landmark that a name means, None when the case names no city that has one of the name.

    The same name goes before another spelling of it; where two of the cities named have one, none is meant. `towns`
    are the plain names of those of the case.
    """
    for districts in _list_districts(name):
        found = [one for one in districts if plain(one.city) in towns and could_be_one(sort_of(one.kind), sort)]
        if len(found) == 1:
            return found[0]
    return None


@lru_cache(maxsize=NAMES)
def _list_districts(name: str) -> tuple[tuple[District, ...], ...]:
    """Return those of the same name, and those of other spellings of it, each where there are any."""
    keys = (plain(name), bare(name), place_key(name, Sort.DISTRICT))
    return tuple(_by_key()[key] for key in keys if key in _by_key())


@cache
def _by_key() -> Mapping[str, tuple[District, ...]]:
    found: dict[str, dict[District, None]] = {}
    for key, district in _keys():
        found.setdefault(key, {})[district] = None
    return {key: tuple(districts) for key, districts in found.items()}


def _keys() -> Iterator[tuple[str, District]]:
    for row in read_csv("districts"):
        kind = PlaceKind(row["kind"])
        district = District(name=row["name"], city=row["city"], country=row["country"], kind=kind)
        for name in filter(None, (row["name"], *row["aliases"].split(";"))):
            yield from ((key, district) for key in {plain(name), bare(name), place_key(name, Sort.DISTRICT)})
