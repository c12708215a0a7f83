"""Which colour and shape has each holder? One number for it on strips, maps and pages."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

CONTESTED = "contested"
NOT_WHOLLY = "not wholly "


def number_holders(named: Mapping[str, int], sides: Iterable[str]) -> dict[str, int]:
    """Return a number from 1 for each holder: that of the side of its name, as the settings name sides, else a free one.

    Sides are numbered in the order of their names, as on all pages; other holders in the order of how often they are named.

    >>> number_holders({"Kestrel": 5, "rebels": 2}, ["government", "rebels"])
    {'rebels': 2, 'Kestrel': 3}
    """
    numbers = {side: number for number, side in enumerate(sorted(set(sides)), 1)}
    ordered = sorted(named, key=lambda holder: (-named[holder], holder))
    found = {holder: numbers[holder] for holder in ordered if holder in numbers}
    free = _free(set(numbers.values()))
    return found | {holder: next(free) for holder in ordered if holder not in found}


def _free(taken: Collection[int]) -> Iterator[int]:
    return (number for number in count(1) if number not in taken)
