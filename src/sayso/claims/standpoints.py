"""Where is a text, between the names that it gives?"""

from collections.abc import Sequence

from sayso.model.kinds import ClaimKind, PlaceKind
from sayso.model.mentions import Toponym

SITES = frozenset({PlaceKind.BUILDING, PlaceKind.ROAD})
INCIDENTS = frozenset(
    {
        ClaimKind.SHELLING, ClaimKind.AIR_STRIKE, ClaimKind.EXPLOSION, ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
        ClaimKind.TOLL, ClaimKind.DESTRUCTION,
    }
)  # fmt: skip
GROUND = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})


class Standpoint:
    """The place a text was last at.

    A single building or road holds what else is told of the same event, and no more: who gave up a bridge lost his men
    in the town. For the rest the text is still where it was before it came to the building.
    """

    def __init__(self) -> None:
        self.places: tuple[Toponym, ...] = ()
        self._around: tuple[Toponym, ...] = ()
        self._kind: ClaimKind | None = None

    def move(self, places: tuple[Toponym, ...], kind: ClaimKind | None = None, within: Toponym | None = None) -> None:
        """Go to the places of a claim of a kind; `within` is what the text sets a building in."""
        if within is not None:
            self._around = (within,)
        elif not is_site(places):
            self._around = places
        self.places, self._kind = places, kind

    def find(self, kind: ClaimKind) -> tuple[Toponym, ...]:
        """Return where a claim of a kind is told that names no place."""
        if self._around and self._kind is not None and is_site(self.places) and not _is_alike(kind, self._kind):
            return self._around
        return self.places


def is_site(places: Sequence[Toponym]) -> bool:
    """Tell whether places are single buildings or roads."""
    return bool(places) and all(place.kind in SITES for place in places)


def family(kind: ClaimKind) -> ClaimKind:
    """Return the kind that stands for all that tell of one thing: who takes ground and who holds it."""
    return ClaimKind.CONTROL_CHANGE if kind in GROUND else kind


def _is_alike(one: ClaimKind, other: ClaimKind) -> bool:
    return family(one) == family(other) or {one, other} <= INCIDENTS
