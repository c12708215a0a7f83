"""Which places of the world bear a name? Countries, divisions and towns of GeoNames, read where they lie on disk.

The file is made by gazetteer/build.py of the project. It is mapped, not read: looking a name up touches a few pages.
"""

from bisect import bisect_left
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from sayso.lexicons.columns import Columns
from sayso.model.kinds import Precision
from sayso.text.spellings import NAMES

_OTHER, _WORD = 1 << 31, 1 << 30
_NONE = (1 << 32) - 1
_LEVELS = (Precision.COUNTRY, Precision.FIRST_DIVISION, Precision.SECOND_DIVISION, Precision.TOWN)
_POINTS = 10_000  # units a degree


class Entry(NamedTuple):
    """A place of GeoNames: `number` is its place in the file, `within` that of the place that holds it.

    The point of a division is the middle of its towns, that of a country one in its middle.
    """

    number: int
    id: int
    name: str
    precision: Precision
    country: str
    within: int | None
    inhabitants: int
    latitude: float
    longitude: float


class Match(NamedTuple):
    """A place that bears a name; `is_other` when it is not the one GeoNames knows it by first.

    `is_word`: the name is also an ordinary word that is mostly written small ("Most", "Reading").
    """

    entry: Entry
    is_other: bool
    is_word: bool


class _Table:
    """The columns of the file."""

    def __init__(self, path: Path) -> None:
        file = Columns(path)
        self.ids, self.inhabitants, self.within = (file.numbers(name) for name in ("id", "inhabitants", "within"))
        self.latitudes, self.longitudes = (file.numbers(name, "i") for name in ("latitude", "longitude"))
        self.levels, self.countries = file.column("level"), file.column("country")
        self.names, self.name_starts = file.column("name"), file.numbers("name_start")
        self.keys, self.key_starts = file.column("key"), file.numbers("key_start")
        self.postings, self.posting_starts = file.numbers("posting"), file.numbers("posting_start")

    def key(self, place: int) -> bytes:
        """Return a folded name by its place in the order."""
        return bytes(self.keys[self.key_starts[place] : self.key_starts[place + 1]])

    def entry(self, number: int) -> Entry:
        """Return a place by its number."""
        within = self.within[number]
        return Entry(
            number=number,
            id=self.ids[number],
            name=str(self.names[self.name_starts[number] : self.name_starts[number + 1]], "utf-8"),
            precision=_LEVELS[self.levels[number]],
            country=str(self.countries[2 * number : 2 * number + 2], "ascii"),
            within=None if within == _NONE else within,
            inhabitants=self.inhabitants[number],
            latitude=self.latitudes[number] / _POINTS,
            longitude=self.longitudes[number] / _POINTS,
        )


@cache
def _table() -> _Table:
    with resources.as_file(resources.files("sayso.lexicons") / "data" / "gazetteer.bin") as path:
        return _Table(path)


@lru_cache(maxsize=NAMES)
def find_places(key: str) -> tuple[Match, ...]:
    """Return the places that bear a name, folded by `text.spellings.plain`: by first names, then by inhabitants.

    >>> find_places("khan shaykhun")[0].entry.country
    'SY'
    """
    table, sought = _table(), key.encode("utf-8")
    count = len(table.key_starts) - 1
    place = bisect_left(range(count), sought, key=table.key)
    if place == count or table.key(place) != sought:
        return ()
    numbers = table.postings[table.posting_starts[place] : table.posting_starts[place + 1]]
    return tuple(
        Match(find_place(number & ~(_OTHER | _WORD)), bool(number & _OTHER), bool(number & _WORD)) for number in numbers
    )


@lru_cache(maxsize=NAMES)
def find_place(number: int) -> Entry:
    """Return the place with a number."""
    return _table().entry(number)


def places_above(entry: Entry) -> tuple[Entry, ...]:
    """Return the places that hold a place, the nearest first, its country last."""
    found: list[Entry] = []
    while entry.within is not None:
        entry = find_place(entry.within)
        found.append(entry)
    return tuple(found)


@lru_cache(maxsize=NAMES)
def could_lie_in(key: str, holder: str) -> bool:
    """Tell whether a place with one folded name lies in a place with the other.

    >>> could_lie_in("khan shaykhun", "idlib")
    True
    """
    numbers = {match.entry.number for match in find_places(holder)}
    return any(above.number in numbers for match in find_places(key) for above in places_above(match.entry))


@lru_cache(maxsize=NAMES)
def is_chiefly_town(key: str) -> bool:
    """Tell whether a folded name alone means a town rather than the division around it: a third of its people live there.

    >>> is_chiefly_town("aleppo"), is_chiefly_town("idlib")
    (True, False)
    """
    people = {Precision.TOWN: 0, Precision.FIRST_DIVISION: 0}
    for match in find_places(key):
        if match.entry.precision in people:
            people[match.entry.precision] = max(people[match.entry.precision], match.entry.inhabitants)
    return 0 < people[Precision.FIRST_DIVISION] <= 3 * people[Precision.TOWN]


@cache
def largest_towns(country: str) -> tuple[Entry, ...]:
    """Return the ten towns of a country with most inhabitants, largest first."""
    table, code = _table(), country.encode("ascii")
    level = _LEVELS.index(Precision.TOWN)
    numbers = (
        n for n in range(len(table.levels)) if table.levels[n] == level and table.countries[2 * n : 2 * n + 2] == code
    )
    ranked = sorted(numbers, key=lambda number: (-table.inhabitants[number], number))
    return tuple(find_place(number) for number in ranked[:10])
