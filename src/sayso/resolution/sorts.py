"""Could two place names be of one place, by the sort of place that the words make of them?"""

from enum import StrEnum
from functools import lru_cache

from sayso.lexicons import read_words
from sayso.model.kinds import PlaceKind
from sayso.text.spellings import NAMES, bare, drop_ending, spelling_key


class Sort(StrEnum):
    """Sorts of place that are never one place; a town and a city may be."""

    COUNTRY = "country"
    REGION = "region"
    LOCALITY = "locality"
    DISTRICT = "district"
    BUILDING = "building"
    RIVER = "river"
    ROAD = "road"
    OTHER = "other"


_SORTS = {
    PlaceKind.COUNTRY: Sort.COUNTRY,
    PlaceKind.REGION: Sort.REGION,
    PlaceKind.CITY: Sort.LOCALITY,
    PlaceKind.TOWN: Sort.LOCALITY,
    PlaceKind.VILLAGE: Sort.LOCALITY,
    PlaceKind.DISTRICT: Sort.DISTRICT,
    PlaceKind.BUILDING: Sort.BUILDING,
    PlaceKind.RIVER: Sort.RIVER,
    PlaceKind.ROAD: Sort.ROAD,
    PlaceKind.OTHER: Sort.OTHER,
}


def sort_of(kind: PlaceKind | None) -> Sort | None:
    """Return the sort of a kind; None when the words do not tell."""
    return _SORTS[kind] if kind is not None else None


def could_be_one(left: Sort | None, right: Sort | None) -> bool:
    """Tell whether places of two sorts may be the same; what is untold or "other" may be anything but a country."""
    if left == right or None in {left, right}:
        return True
    return Sort.OTHER in {left, right} and Sort.COUNTRY not in {left, right}


@lru_cache(maxsize=NAMES)
def place_key(name: str, sort: Sort | None) -> str:
    """Return the spelling key of a place name, without the word for its sort of region ("Gaza Strip")."""
    endings: frozenset[str] = frozenset()
    if sort in {None, Sort.REGION}:
        endings = read_words("bodies", "region_endings")
    elif sort is Sort.LOCALITY:
        endings = read_words("bodies", "town_endings")
    return spelling_key(drop_ending(name, endings))


@lru_cache(maxsize=NAMES)
def is_common_name(name: str) -> bool:
    """Tell whether many towns have a place of the name ("Old City")."""
    *before, noun = bare(name).split()
    return noun in read_words("bodies", "common_places") and set(before) <= read_words("bodies", "common_before")
