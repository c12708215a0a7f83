"""Which roads do the words name by their two ends? "The road from X to Y", "the highway between X and Y"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.mentions.names import Chunk
from sayso.mentions.place_phrases import PlacePhrase
from sayso.mentions.place_words import kind_of
from sayso.model.kinds import PlaceKind

# The words before the first end, and those that may stand before the second.
_ENDS = {
    "from": frozenset({"to"}),
    "between": frozenset({"and"}),
    "linking": frozenset({"with", "to", "and"}),
    "connecting": frozenset({"with", "to", "and"}),
}


class _Route(NamedTuple):
    """A road with the places at its two ends."""

    road: PlacePhrase
    ends: tuple[PlacePhrase, PlacePhrase]


def name_routes(phrases: Sequence[PlacePhrase]) -> list[PlacePhrase]:
    """Return places with the roads that are named by their ends, instead of these ends: nothing happened at them."""
    routes = list(_find_routes(phrases))
    ends = {id(end) for route in routes for end in route.ends}
    return [*(phrase for phrase in phrases if id(phrase) not in ends), *(route.road for route in routes)]


def _find_routes(phrases: Sequence[PlacePhrase]) -> Iterator[_Route]:
    ordered = sorted(phrases, key=lambda phrase: phrase.first)
    for one, other in pairwise(ordered):
        line = one.chunk.line
        opening = line.word(one.first - 1)
        road = one.first - 2
        is_road = kind_of(line.word(road)) is PlaceKind.ROAD and line.universal(road) == "NOUN"
        is_joined = other.first == one.last + 1 and line.word(one.last) in _ENDS.get(opening, ())
        if is_road and is_joined and other.chunk.line.first == line.first:
            name = " ".join(line.parse.words[road : other.last])
            first = road - (line.word(road - 1) == "the")
            chunk = Chunk(line, road, other.last, None)
            yield _Route(PlacePhrase(chunk, first, other.last, road, name, PlaceKind.ROAD), (one, other))
