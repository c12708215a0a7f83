"""Which words of two texts stand in both, in runs?"""

from collections.abc import Sequence

SHORT = 5

# Where a run begins in the left text and in the right one, and how many words it has.
Stretch = tuple[int, int, int]


def find_overlap(left: Sequence[str], right: Sequence[str]) -> tuple[Stretch, ...]:
    """Return the runs of five words or more that both texts hold, by place in the right one.

    Each word of either is counted once: the longest run goes first, and what repeats it adds nothing.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(left) - SHORT + 1):
        places.setdefault(tuple(left[place : place + SHORT]), []).append(place)
    found: list[Stretch] = []
    here = 0
    while here <= len(right) - SHORT:
        starts = places.get(tuple(right[here : here + SHORT]), ())
        best = max(((_reach(left, right, there, here), -there) for there in starts[:_FEW]), default=(1, 0))
        if starts:
            found.append((-best[1], here, best[0]))
        here += best[0]
    return tuple(sorted(_once(found), key=lambda stretch: stretch[1]))


# A run of five words that a text repeats more often than this is a refrain; its first places are enough.
_FEW = 8


def _reach(left: Sequence[str], right: Sequence[str], there: int, here: int) -> int:
    length = SHORT
    while there + length < len(left) and here + length < len(right) and left[there + length] == right[here + length]:
        length += 1
    return length


def _once(stretches: Sequence[Stretch]) -> list[Stretch]:
    taken: set[int] = set()
    kept = []
    for there, here, length in sorted(stretches, key=lambda stretch: (-stretch[2], stretch[1])):
        if taken.isdisjoint(range(there, there + length)):
            taken.update(range(there, there + length))
            kept.append((there, here, length))
    return kept
