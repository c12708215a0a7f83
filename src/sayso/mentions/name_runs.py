"""Which run of capitals is several places, because the text has lost its commas? "In Homs Aleppo", "Tabqa Syria"."""

from collections.abc import Container, Iterator, Sequence

from sayso.mentions.atlas import find_listing, lies_in, share_country
from sayso.mentions.countries import find_country
from sayso.mentions.names import Chunk

_LARGE = 2  # the weight in the tables of names that stand for themselves
_LIST = 3  # so many names that lie in one country are hardly there by chance


def part_runs(names: Sequence[Chunk]) -> tuple[list[Chunk], frozenset[int]]:
    """Return the names with each run of places as the places it runs together, and the tokens where these begin.

    No table holds the run as one name. Each part is the name of a large place, or one that the document has by itself
    elsewhere; all lie in one country, or the last holds the others. What the parse takes for a person is left as it is.
    """
    alone = {chunk.text for chunk in names}
    parted = [_part(chunk, alone) for chunk in names]
    runs = frozenset(part.first for parts in parted if len(parts) > 1 for part in parts)
    return [part for parts in parted for part in parts], runs


def _part(chunk: Chunk, alone: Container[str]) -> tuple[Chunk, ...]:
    if chunk.last - chunk.first == 1 or chunk.label == "PERSON" or find_listing(chunk.text) is not None:
        return (chunk,)
    runs = (parts for parts in _divide(chunk) if len(parts) > 1 and _is_list([p.text for p in parts], alone))
    return min(runs, key=len, default=(chunk,))


def _divide(chunk: Chunk) -> Iterator[tuple[Chunk, ...]]:
    """Yield each way to divide a run into names of places."""
    for last in range(chunk.first + 1, chunk.last + 1):
        part = chunk._replace(last=last)
        listing = find_listing(part.text)
        if listing is None or listing.is_word:
            continue
        if last == chunk.last:
            yield (part,)
        else:
            yield from ((part, *rest) for rest in _divide(chunk._replace(first=last)))


def _is_list(names: Sequence[str], alone: Container[str]) -> bool:
    """Tell whether places lie in one country and are known well enough; a country is told behind what it holds."""
    *first, last = names
    if _is_land(last) and all(lies_in(name, last) for name in first):
        return True
    if any(_is_land(name) for name in first):
        return all(_is_land(name) for name in names)
    if not (share_country(names) or all(lies_in(name, last) for name in first)):
        return False
    return len(names) >= _LIST or all(name in alone or _weigh(name) >= _LARGE for name in names)


def _weigh(name: str) -> int:
    listing = find_listing(name)
    return 0 if listing is None else listing.weight


def _is_land(name: str) -> bool:
    country = find_country(name)
    return country is not None and not country.is_capital
