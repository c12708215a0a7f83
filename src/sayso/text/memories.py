"""What was worked out before and need not be worked out again?"""

from collections.abc import Callable, Hashable
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")


# What was not asked for in so many joins is forgotten: joins of one case ask for the same things, but not each for all.
KEPT = 8


class Memory:
    """What the last joins of an open case worked out, by the function that did and what it was about.

    A result is given again only where all that it was made from is the same as before, so that a memory changes
    nothing but the time a join takes. What some joins do not ask for is forgotten: a memory grows with the case,
    never with the number of joins.
    """

    def __init__(self) -> None:
        self._slots: dict[Hashable, tuple[int, object, object]] = {}
        self._turn = 0

    def turn(self) -> None:
        """Begin a new join; now and then, forget what the last ones did not ask for."""
        self._turn += 1
        if self._turn % KEPT == 0:
            oldest = self._turn - KEPT
            self._slots = {slot: kept for slot, kept in self._slots.items() if kept[0] >= oldest}

    def recall(self, make: Callable[[*Given], Result], about: Hashable, *given: *Given) -> Result:
        """Return `make(*given)`, worked out only where `given` is not what it was for the same thing before.

        `make` must be a pure function whose result nobody changes; `about` tells its calls of one join apart.
        """
        return self._recall((make, about), given, lambda: make(*given))

    def recall_in_parts(self, make: Callable[["Memory", *Given], Result], about: Hashable, *given: *Given) -> Result:
        """Return `make(self, *given)` as `recall` does: for what is worked out of parts that are remembered too.

        The memory is no part of what is kept, else it would hold itself and outlive its case while the search for
        cyclic garbage is paused.
        """
        return self._recall((make, about), given, lambda: make(self, *given))

    def _recall(self, slot: Hashable, given: tuple[object, ...], make: Callable[[], Result]) -> Result:
        kept = self._slots.get(slot)
        result = kept[2] if kept is not None and kept[1] == given else make()
        # What was given last is kept, though it equals what was given before: the same object is told at once next time.
        self._slots[slot] = (self._turn, given, result)
        return result  # type: ignore[return-value]  # the slot holds what this function made

    def keep(self, about: Hashable, value: Result) -> Result:
        """Return the equal value of the last join where there was one, so that it is told at once to be the same."""
        return self.recall(_itself, about, value)


def _itself(value: Result) -> Result:
    return value
