"""Which place names did the documents write, and where?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicons import read_words
from sayso.model.claims import Reading
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym
from sayso.resolution.sorts import Sort, place_key, sort_of
from sayso.text.memories import Memory
from sayso.text.spellings import plain

# Of several sorts of place that bear one name, a name without its sort means the first of these.
PREFERENCE = (Sort.COUNTRY, Sort.LOCALITY, Sort.DISTRICT, Sort.BUILDING, Sort.OTHER, Sort.REGION, Sort.RIVER, Sort.ROAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place name in a document: the name, as written, its sort, the place it lies in, its full words.

    `name` has the word for its surroundings where the words mean those ("Rahna suburbs", "Rahna area").
    """

    name: str
    document: str
    toponym: Toponym
    sort: Sort | None
    within: str | None
    words: str

    @property
    def key(self) -> str:
        """The spelling key of the name."""
        return place_key(self.name, self.sort)

    @property
    def province(self) -> str | None:
        """The name with its word for a province ("Homs province"), when the words have one and the name has not."""
        return _add_province(self.name, plain(self.words))


def _add_province(name: str, words: str) -> str | None:
    if name.casefold().endswith(_listed("provinces")):
        return None
    return _with_word(name, words, "provinces")


def _with_word(name: str, words: str, listed: str) -> str | None:
    """Return the name with the first word of a list that stands beside it ("province of Rahna", "Rahna province")."""
    own = plain(name)
    found = next((w for w in _listed(listed) if f"{own} {w}" in words or f"{w} of {own}" in words), None)
    return f"{name} {found}" if found else None


def _area(name: str, words: str) -> str | None:
    """Return the name of the area around a place, when words before it say so ("outside Rahna", "north of Rahna").

    "The north of Rahna" is in Rahna.
    """
    before = words[: max(words.find(plain(name)), 0)].split()
    is_around = any(word in _listed("around") for word in before) or (bool(before) and before[0] in _listed("beside"))
    return f"{name} area" if is_around else None


@cache
def _listed(key: str) -> tuple[str, ...]:
    return tuple(sorted(read_words("bodies", key)))


def read_spots(readings: Iterable[Reading], memory: Memory) -> Mapping[str, tuple[Spot, ...]]:
    """Return the place names of each document that has any, in order of the readings, each sort settled.

    A name without its sort has that of the same name elsewhere: in its document first, then in the case. Of a
    town and a province of one name it is the one that the case speaks of more.
    """
    told = {r.document.id: memory.recall(_spots, r.document.id, r) for r in readings}
    sorts = {name: memory.recall(_count_sorts, name, spots) for name, spots in told.items()}
    case: dict[str, Counter[Sort]] = {}
    for counts, _ in sorts.values():
        for key, count in counts.items():
            total = case.setdefault(key, Counter())
            for sort, number in count.items():
                total[sort] += number
    found: dict[str, tuple[Spot, ...]] = {}
    for name, spots in told.items():
        counts, untold = sorts[name]
        elsewhere = tuple([case.get(key) for key in untold])
        if spots:
            found[name] = memory.recall(_settle, name, spots, counts, untold, elsewhere) if untold else spots
    return found


def _count_sorts(spots: tuple[Spot, ...]) -> tuple[Mapping[str, Counter[Sort]], tuple[str, ...]]:
    """Return how often one document tells each sort of each name, and the names it writes without one."""
    found: dict[str, Counter[Sort]] = {}
    for spot in spots:
        if spot.sort is not None:
            found.setdefault(spot.key, Counter())[spot.sort] += 1
    return found, tuple(dict.fromkeys(spot.key for spot in spots if spot.sort is None))


def _settle(
    spots: tuple[Spot, ...],
    counts: Mapping[str, Counter[Sort]],
    untold: tuple[str, ...],
    elsewhere: tuple[Counter[Sort] | None, ...],
) -> tuple[Spot, ...]:
    """Return the spots of a document, each with its sort where one can be told; `elsewhere` are the counts of the case."""
    sorts = {
        key: _choose_sort(counts.get(key, Counter()), case or Counter())
        for key, case in zip(untold, elsewhere, strict=True)
    }
    return tuple(_set_sort(spot, sorts[spot.key]) if spot.sort is None else spot for spot in spots)


def _set_sort(spot: Spot, sort: Sort | None) -> Spot:
    return spot if sort is None else replace(spot, sort=sort)


def _choose_sort(here: Counter[Sort], case: Counter[Sort]) -> Sort | None:
    if Sort.REGION in here and Sort.LOCALITY in case:
        here = Counter({max(Sort.LOCALITY, Sort.REGION, key=lambda sort: case[sort]): 1})
    return next((sort for counts in (here, case) for sort in PREFERENCE if counts[sort]), None)


def _spots(reading: Reading) -> tuple[Spot, ...]:
    return tuple(_write_down(reading))


def _write_down(reading: Reading) -> Iterator[Spot]:
    everything = dict.fromkeys((*reading.toponyms, *(t for claim in reading.claims for t in claim.toponyms)))
    for toponym in everything:
        words = toponym.span.read(reading.document.text)
        yield Spot(
            name=_with_word(toponym.name, plain(words), "surroundings")
            or _area(toponym.name, plain(words))
            or toponym.name,
            document=reading.document.id,
            toponym=toponym,
            sort=sort_of(toponym.kind),
            within=_within(toponym, reading.toponyms),
            words=words,
        )


def _within(toponym: Toponym, toponyms: Sequence[Toponym]) -> str | None:
    if toponym.within is None or toponym.within >= len(toponyms):
        return None
    holder = toponyms[toponym.within]
    return holder.name if plain(holder.name) != plain(toponym.name) else None


def kind_of(spots: Iterable[Spot]) -> PlaceKind | None:
    """Return the kind that the words most often give."""
    counts = Counter(spot.toponym.kind for spot in spots if spot.toponym.kind is not None)
    return min(counts, key=lambda kind: (-counts[kind], kind.value)) if counts else None


def told_within(spots: Iterable[Spot]) -> str | None:
    """Return the name of the place that the words most often set them in."""
    counts = Counter(spot.within for spot in spots if spot.within)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def spellings(spots: Iterable[Spot]) -> tuple[str, ...]:
    """Return the spellings met, the most frequent first; of equals the longest, then by alphabet."""
    counts = Counter(_calm(spot.name) for spot in spots)
    return tuple(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))


def _calm(name: str) -> str:
    """Return a name that a dateline shouts ("AMMAN") in ordinary letters; short ones may be abbreviations."""
    return name.title() if name.isupper() and len(name) > 3 else name
