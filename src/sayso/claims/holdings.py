"""In which ways can words hold an event?"""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How a clause holds its event."""

    ACTUAL = "actual"
    ATTEMPTED = "attempted"
    INTENDED = "intended"
    EXPECTED = "expected"
    AVERTED = "averted"
    PURPOSE = "purpose"
    HEDGED = "hedged"
    DOUBTED = "doubted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """The mode of a predicate, and the head of the clause that carries it ("try" of "try to take the town")."""

    mode: Mode
    head: int
