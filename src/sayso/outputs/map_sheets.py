"""Which places does a map show, in which part of the world, and what is listed beside it?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.outputs.holders import number_holders
from sayso.outputs.map_frames import Frame, find_frame, find_outline
from sayso.outputs.map_grounds import trace
from sayso.outputs.map_places import Hold, Spot, Tables, find_spots
from sayso.outputs.map_signs import count_holders, letter_voices


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
    sides = {row["side"] for row in tables.get("voices", ()) if row.get("side")}
    return lay_out_spots(find_spots(tables, wishes.day, wishes.voice), wishes, sides)


def lay_out_spots(spots: Sequence[Spot], wishes: MapWishes, sides: Collection[str]) -> Sheet:
    """Return the same for places that were found before, of the day and voice that are wished for."""
    frame = find_frame(spots, wishes.width, wishes.height, wishes.around)
    placed = [spot for spot in spots if spot.middle]
    shown = tuple(spot for spot in placed if frame and _is_on(spot, frame))
    return Sheet(
        frame=frame,
        shown=shown,
        beyond=tuple(spot for spot in placed if spot not in shown),
        unknown=tuple(spot for spot in spots if not spot.middle),
        letters=letter_voices(spots),
        holders=number_holders(count_holders(spots), sides),
    )


def _is_on(spot: Spot, frame: Frame) -> bool:
    outline = find_outline(spot)
    if outline is not None:
        return bool(trace(frame, outline))
    return any(frame.holds(corner) for corner in spot.polygon) or (spot.point is not None and frame.holds(spot.point))
