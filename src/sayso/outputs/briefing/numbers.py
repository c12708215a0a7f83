"""In which words does a briefing tell how many there are of a thing?"""

from collections.abc import Sequence

_SPELLED = {
    0: "no", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
    11: "eleven", 12: "twelve",
}  # fmt: skip


def spell(number: int) -> str:
    """Return a number in words up to twelve.

    >>> spell(3), spell(1200)
    ('three', '1,200')
    """
    return _SPELLED.get(number, f"{number:,}")


def count_of(number: int, thing: str, things: str | None = None) -> str:
    """Return how many there are of a thing.

    >>> count_of(1, "report"), count_of(2, "report"), count_of(0, "dispute")
    ('one report', 'two reports', 'no disputes')
    """
    return f"{spell(number)} {thing if number == 1 else things or f'{thing}s'}"


def say_origins(bounds: Sequence[int]) -> str:
    """Return how many origins there are, as a reader gets it; sources that seem apart may still be one.

    >>> say_origins([2, 2]), say_origins([1, 4]), say_origins([1, 1])
    ('two apparently separate origins', 'between one and four apparently separate origins', 'one origin')
    """
    low, high = bounds
    if high == 0:
        return "no origin that counts"
    if low == high:
        return "one origin" if low == 1 else f"{spell(low)} apparently separate origins"
    if low == 0:
        return "one origin at most" if high == 1 else f"{spell(high)} apparently separate origins at most"
    return f"between {spell(low)} and {spell(high)} apparently separate origins"
