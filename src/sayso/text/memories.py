"""What was worked out before and need not be worked out again?"""

from collections.abc import Callable, Hashable
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")


class Memory:
    """What the last join of an open case worked out, by the function that did and what it was about.

    A result is given again only where all that it was made from is the same as before, so that a memory changes
    nothing but the time a join takes. What one join does not ask for is forgotten at the next but one: a memory
    grows with the case, never with the number of joins.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[object, object]] = {}
        self._now: dict[Hashable, tuple[object, object]] = {}

    def turn(self) -> None:
        """Begin a new join: forget what the last one did not ask for."""
        self._before, self._now = self._now, {}

    def recall(self, make: Callable[[*Given], Result], about: Hashable, *given: *Given) -> Result:
        """Return `make(*given)`, worked out only where `given` is not what it was for the same thing before.

        `make` must be a pure function whose result nobody changes; `about` tells its calls of one join apart.
        """
        slot = (make, about)
        kept = self._now.get(slot) or self._before.get(slot)
        result = kept[1] if kept is not None and kept[0] == given else make(*given)
        # What was given last is kept, though it equals what was given before: the same object is told at once next time.
        self._now[slot] = (given, result)
        return result  # type: ignore[return-value]  # the slot holds what this function made

    def keep(self, about: Hashable, value: Result) -> Result:
        """Return the equal value of the last join where there was one, so that it is told at once to be the same."""
        return self.recall(_itself, about, value)


def _itself(value: Result) -> Result:
    return value
