"""Which names of unknown places are spellings of one place?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from rapidfuzz import fuzz, process

from sayso.model.claims import Reading
from sayso.resolution.sorts import Sort, place_key, sort_of
from sayso.resolution.spots import Spot
from sayso.text.memories import Memory
from sayso.text.spellings import bare

SIMILAR = 88
SHORTEST = 6
# What two spellings of one place share: the sort, the first letter, the number of gaps, the place around.
Block = tuple[Sort | None, str, int, str]


class Node(NamedTuple):
    """A place before it has a name: its sort, the spelling key of its name, and that of the place around it.

    `within` is only told for names that many towns have ("Old City").
    """

    sort: Sort | None
    key: str
    within: str = ""


class Union:
    """Sets of nodes that grow together; the first node in order stands for its set."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}

    def find(self, node: Node) -> Node:
        """Return the node that stands for the set of `node`."""
        while (parent := self._parent.get(node, node)) != node:
            node = parent
        return node

    def join(self, left: Node, right: Node) -> None:
        """Make the sets of both one."""
        first, second = sorted((self.find(left), self.find(right)), key=order)
        if first != second:
            self._parent[second] = first


def order(node: Node) -> tuple[str, str, str]:
    """Return what nodes are sorted by."""
    return node.key, node.sort or "", node.within


def join_similar(
    nodes: Mapping[Node, Sequence[Spot]], known: Mapping[Node, str], listed: Set[frozenset[Node]], memory: Memory
) -> Union:
    """Return the nodes that are spellings of one place.

    Two nodes join when the shipped tables hold both as one place (`known` has its key), or when they are of one sort
    and their commonest spellings are nearly the same (88 of 100, six letters or more, as many words and the same first
    letter); never when the tables hold them as two places, or a list of the case names both (`listed`).
    """
    union = Union()
    recall = memory.recall
    spelled = {node: recall(_commonest, node, tuple(spots)) for node, spots in nodes.items()}
    blocks: dict[Block, list[Node]] = {}
    for node in sorted(nodes, key=order):
        name = spelled[node]
        blocks.setdefault((node.sort, name[:1], name.count(" "), node.within), []).append(node)
    for about, block in blocks.items():
        for first, second in recall(_find_similar, about, tuple(spelled[node] for node in block)):
            left, right = block[first], block[second]
            are_two = left in known and right in known and known[left] != known[right]
            if frozenset((left, right)) not in listed and not are_two:
                union.join(left, right)
    for left, right in _known_as_one(known):
        if frozenset((left, right)) not in listed:
            union.join(left, right)
    return union


def _known_as_one(known: Mapping[Node, str]) -> Iterator[tuple[Node, Node]]:
    """Yield pairs of nodes that have one key in the shipped tables."""
    first: dict[str, Node] = {}
    for node in sorted(known, key=order):
        one = first.setdefault(known[node], node)
        if one != node:
            yield one, node


def _find_similar(names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of names, by their places, that are nearly the same."""
    places = [place for place, name in enumerate(names) if len(name) >= SHORTEST and not _has_digit(name)]
    long = [names[place] for place in places]
    return tuple((place, places[second]) for number, place in enumerate(places) for second in _find_alike(long, number))


def _find_alike(names: Sequence[str], number: int) -> list[int]:
    """Return the numbers of the names after one that are nearly the same as it."""
    others = names[number + 1 :]
    found = process.extract(names[number], others, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None)
    return sorted(number + 1 + place for _, _, place in found)


def _has_digit(name: str) -> bool:
    return any(letter.isdigit() for letter in name)


def _commonest(spots: Sequence[Spot]) -> str:
    counts = Counter(bare(spot.name) for spot in spots)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def find_listed_apart(readings: Iterable[Reading], memory: Memory) -> frozenset[str]:
    """Return the spelling keys under which one claim lists two names: its author means two places."""
    return frozenset().union(*(memory.recall(_list_apart, one.document.id, one) for one in readings))


def _list_apart(reading: Reading) -> frozenset[str]:
    found: set[str] = set()
    for claim in (claim for claim in reading.claims if len(claim.toponyms) > 1):
        names: dict[str, set[str]] = {}
        for toponym in claim.toponyms:
            names.setdefault(place_key(toponym.name, sort_of(toponym.kind)), set()).add(bare(toponym.name))
        found.update(key for key, spelled in names.items() if len(spelled) > 1)
    return frozenset(found)
