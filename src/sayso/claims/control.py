"""How much of a place is held, and in what way?"""

from sayso.claims.modes import Holding, Mode
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.claims import ControlReading
from sayso.model.kinds import ClaimKind, Extent, Hold

WHOLE, MOST, PART, PRESENCE = (words(f"extent_{name}") for name in ("whole", "most", "part", "presence"))
KINDS = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE, ClaimKind.SIEGE, ClaimKind.ADVANCE})


def read_control(
    scene: Scene, sighting: Sighting, kind: ClaimKind, holding: Holding, run: tuple[int, int]
) -> ControlReading | None:
    """Return what a claim says of who holds ground, None when it says nothing of that.

    A percentage is a share; "all of" the whole, "most of" most, "parts of" part. What is only tried or fought
    for is contested.
    """
    hold = sighting.frame.hold
    if hold is None or kind not in KINDS:
        return None
    share = next((f for f in scene.layers.mentions.figures if f.is_percent and f.token in range(*run)), None)
    if holding.mode is Mode.ATTEMPTED:
        hold = Hold.CONTESTED
    return ControlReading(
        extent=Extent.SHARE if share else _extent(scene, run),
        hold=hold,
        share=share.low if share and share.low is not None else (share.high if share else None),
        share_written=share.span if share else None,
        holder_is_target=sighting.frame.loses,
    )


def _extent(scene: Scene, run: tuple[int, int]) -> Extent:
    inside = {scene.parse.words[t].casefold() for t in range(*run)}
    for extent, listed in (
        (Extent.MOST, MOST),
        (Extent.PART, PART),
        (Extent.PRESENCE, PRESENCE),
        (Extent.WHOLE, WHOLE),
    ):
        if inside & listed:
            return extent
    return Extent.UNSAID
