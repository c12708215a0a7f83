"""Which places does a map show, in which part of the world, and what is listed beside it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_

from sayso.outputs.holders import colour_rows
from sayso.outputs.map_frames import Frame, find_frame, find_outline
from sayso.outputs.map_grounds import trace
from sayso.outputs.map_places import Hold, Spot, Tables, find_spots
from sayso.outputs.map_signs import letter_voices


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWishes:
    """What of a record a map shows: the day and the voice, the place it is drawn around ("all": all places), its size."""

    day: str | None = None
    voice: str | None = None
    around: str | None = None
    width: float = 960.0
    height: float = 620.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A map laid out: the frame (None: no place has a point), the places on it, those beyond it and those without a point."""

    frame: Frame | None
    shown: tuple[Spot, ...]
    beyond: tuple[Spot, ...]
    unknown: tuple[Spot, ...]
    letters: Mapping[str, str]
    holders: Mapping[str, int]

    @property
    def holds(self) -> tuple[Hold, ...]:
        """All that is said of who holds a place, on the map or beside it."""
        return tuple(hold for spot in (*self.shown, *self.beyond, *self.unknown) for hold in spot.holds)


def lay_out_map(tables: Tables, wishes: MapWishes) -> Sheet:
    """Return which places a map shows, and in which part of the world."""
    return lay_out_spots(find_spots(tables, wishes.day, wishes.voice), wishes, colour_rows(tables))


def lay_out_spots(spots: Sequence[Spot], wishes: MapWishes, colours: Mapping[str, int]) -> Sheet:
    """Return the same for places that were found before, of the day and voice that are wished for.

    `colours` are those of the holders in the whole record.
    """
    named = {hold.holder for spot in spots for hold in spot.holds}
    frame = find_frame(spots, wishes.width, wishes.height, wishes.around)
    placed = [spot for spot in spots if spot.middle]
    on = [frame is not None and _is_on(spot, frame) for spot in placed]
    return Sheet(
        frame=frame,
        shown=tuple(compress(placed, on)),
        beyond=tuple(compress(placed, map(not_, on))),
        unknown=tuple(spot for spot in spots if not spot.middle),
        letters=letter_voices(spots),
        holders={holder: number for holder, number in colours.items() if holder in named},
    )


def _is_on(spot: Spot, frame: Frame) -> bool:
    outline = find_outline(spot)
    if outline is not None:
        return bool(trace(frame, outline))
    return any(frame.holds(corner) for corner in spot.polygon) or (spot.point is not None and frame.holds(spot.point))
