"""Where may something be reported? A word of the frame table where it stands in a clause."""

from dataclasses import dataclass

from sayso.claims.frames import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A word that a row of the frame table reads, and the clause it stands in.

    `token` is the word itself, `clause` the token whose dependents are its arguments: the verb, or the light
    verb above an event noun ("launched" in "launched an offensive"), else the noun itself. `is_nominal`:
    the claim is a noun phrase. `is_adjective`: it qualifies a noun ("the besieged city").
    """

    token: int
    clause: int
    frame: Frame
    is_nominal: bool = False
    is_adjective: bool = False
