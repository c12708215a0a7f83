"""What was worked out before and need not be worked out again?"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar, TypeVarTuple, cast

from sayso.text.heaps import Heaps

Given = TypeVarTuple("Given")
Result = TypeVar("Result")
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


# What was not asked for in so many joins is forgotten: joins of one case ask for the same things, but not each for all.
KEPT = 8


@dataclass(slots=True)
class _Slot:
    """What a function last made of what it was given, and the join that last asked for it."""

    given: tuple[object, ...] | None = None
    result: object = None
    turn: int = 0


class Memory:
    """What the last joins of an open case worked out, by the function that did and what it was about.

    A result is given again only where all that it was made from is the same as before, so that a memory changes
    nothing but the time a join takes. What some joins do not ask for is forgotten: a memory grows with the case,
    never with the number of joins.
    """

    def __init__(self) -> None:
        self._slots: dict[Hashable, dict[Hashable, _Slot]] = {}
        self._heaps: dict[Hashable, Heaps[Hashable, object]] = {}
        self._turn = 0

    def turn(self) -> None:
        """Begin a new join; now and then, forget what the last ones did not ask for."""
        self._turn += 1
        if self._turn % KEPT == 0:
            oldest = self._turn - KEPT
            self._slots = {
                make: {about: slot for about, slot in slots.items() if slot.turn >= oldest}
                for make, slots in self._slots.items()
            }

    def recall(self, make: Callable[[*Given], Result], about: Hashable, *given: *Given) -> Result:
        """Return `make(*given)`, worked out only where `given` is not what it was for the same thing before.

        `make` must be a pure function whose result nobody changes; `about` tells its calls of one join apart.
        """
        # Asked some hundred thousand times in a join of a large case: so nothing here is a call of its own.
        slots = self._slots.get(make)
        slot = slots.get(about) if slots is not None else None
        if slot is None:
            slot = self._open(make, about)
        if slot.given != given:
            slot.result = make(*given)
        # What was given last is kept, though equal to what was before: it is told at once next time.
        slot.given, slot.turn = given, self._turn
        return slot.result  # type: ignore[return-value]  # the slot holds what this function made

    def recall_in_parts(self, make: Callable[["Memory", *Given], Result], about: Hashable, *given: *Given) -> Result:
        """Return `make(self, *given)` as `recall` does: for what is worked out of parts that are remembered too.

        The memory is no part of what is kept, else it would hold itself and outlive its case while the search for
        cyclic garbage is paused.
        """
        slot = self._open(make, about)
        if slot.given != given:
            slot.result = make(self, *given)
        slot.given, slot.turn = given, self._turn
        return slot.result  # type: ignore[return-value]  # the slot holds what this function made

    def gather(
        self, about: Hashable, parts: Mapping[str, Mapping[Key, tuple[Value, ...]]]
    ) -> Mapping[Key, tuple[Value, ...]]:
        """Return what the parts hold by each key, in the order of the parts; the keys come in no order.

        Of a part more only its own keys are gathered anew; what all others hold is the same thing as in the last join.
        What comes back is good until the next join.
        """
        # What fails on the way leaves nothing half gathered behind: it is taken out until it is whole again.
        heaps = cast("Heaps[Key, Value]", self._heaps.pop(about, None) or Heaps())
        heaps.follow(parts)
        self._heaps[about] = cast("Heaps[Hashable, object]", heaps)
        return heaps.all

    def _open(self, make: Hashable, about: Hashable) -> _Slot:
        """Return what a function made of a thing before, an empty slot where it was never asked."""
        return self._slots.setdefault(make, {}).setdefault(about, _Slot())

    def keep(self, about: Hashable, value: Result) -> Result:
        """Return the equal value of the last join where there was one, so that it is told at once to be the same."""
        return self.recall(_itself, about, value)


def _itself(value: Result) -> Result:
    return value
