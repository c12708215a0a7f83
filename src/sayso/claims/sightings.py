"""Where may something be reported? A word of the frame table where it stands in a clause."""

from dataclasses import dataclass

from sayso.claims.frames import Frame
from sayso.model.kinds import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What a statement of a number counts.

    `figures` are the tokens of its numbers, `run` the tokens `[first, last)` that state them. `what` is None
    where the words do not tell ("there were 80"): then it is what was counted before. `anchor` is the word on
    whose speaker the statement stands, where that is not its own.
    """

    figures: frozenset[int]
    run: tuple[int, int]
    what: Measure | None = None
    whom: str | None = None
    is_part: bool = False
    anchor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A word that a row of the frame table reads, and the clause it stands in.

    `token` is the word itself, `clause` the token whose dependents are its arguments: the verb, or the light
    verb above an event noun ("launched" in "launched an offensive"), else the noun itself. `is_nominal`:
    the claim is a noun phrase. `is_adjective`: it qualifies a noun ("the besieged city"). `count` is set where
    a number itself is what is reported.
    """

    token: int
    clause: int
    frame: Frame
    is_nominal: bool = False
    is_adjective: bool = False
    count: Count | None = None
