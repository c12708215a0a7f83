"""How much of a place is held, and in what way?"""

from typing import NamedTuple

from sayso.claims.holdings import Holding, Mode
from sayso.claims.roles import VERBAL, Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.model.claims import ControlReading
from sayso.model.kinds import ClaimKind, Extent, Hold
from sayso.model.spans import Span, hull
from sayso.text.trees import NOMINAL

WHOLE, MOST, PART, PRESENCE, EXCEPT = (
    words(f"extent_{name}") for name in ("whole", "most", "part", "presence", "except")
)
SIDES = words("side_nouns")
KEEPING, REMAINING = words("keeping"), words("remaining")
KINDS = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE, ClaimKind.SIEGE, ClaimKind.ADVANCE})
TENTHS = frozenset({("in", "ten"), ("in", "10"), ("of", "ten"), ("of", "10")})


class _Share(NamedTuple):
    """A share of a place in percent and its words."""

    percent: float | None
    written: Span


def read_control(
    scene: Scene, sighting: Sighting, kind: ClaimKind, holding: Holding, run: tuple[int, int]
) -> ControlReading | None:
    """Return what a claim says of who holds ground, None when it says nothing of that.

    A percentage, "half" and "nine streets in ten" are a share; "all of" the whole, "all but", "much of" and "most
    of" most, "parts of" part, of the first place named and not of one beside it. Who takes "the last districts"
    has taken the whole. What is only tried or fought for is contested,
    but trying to keep ground is holding it.
    """
    hold = sighting.frame.hold
    if hold is None or kind not in KINDS:
        return None
    is_side = _is_of_side(scene, sighting, run)
    share = None if is_side else _share(scene, run)
    if holding.mode is Mode.ATTEMPTED and scene.lemma(sighting.token) not in KEEPING:
        hold = Hold.CONTESTED
    return ControlReading(
        extent=_told_extent(scene, run, kind, share, is_side=is_side) or sighting.frame.extent or Extent.UNSAID,
        hold=hold,
        share=share.percent if share else None,
        share_written=share.written if share else None,
        holder_is_target=sighting.frame.loses,
    )


def _share(scene: Scene, run: tuple[int, int]) -> _Share | None:
    figures = [scene.figure_at[t] for t in range(*run) if t in scene.figure_at and scene.figure_at[t].token == t]
    percent = next((f for f in figures if f.is_percent), None)
    if percent is not None:
        return _Share(percent.low if percent.low is not None else percent.high, percent.span)
    small = [f for f in figures if f.low is not None and f.low < 10]
    for token in range(run[0], run[1] - 1):
        pair = (scene.parse.words[token].casefold(), scene.parse.words[token + 1].casefold())
        before = next((f for f in small if f.token < token), None)
        if pair in TENTHS and before is not None and before.low is not None:
            return _Share(before.low * 10, hull((before.span, scene.parse.span(token, token + 2))))
    half = next((t for t in range(*run) if scene.lemma(t) == "half" and not _is_joined(scene, t, run)), None)
    return _Share(50, scene.parse.span(half, half + 1)) if half is not None else None


def _is_of_side(scene: Scene, sighting: Sighting, run: tuple[int, int]) -> bool:
    """Tell whether the first ground named is one of several like it in its place: "the north of the town", "its eastern bank".

    Where those come from who took it ("troops from the north") says nothing of what they took.
    """
    told = [t for t in range(*run) if scene.lemma(t) in SIDES or "place" in scene.classes(t)]
    ground = _leave_out_takers(scene, sighting, told)
    first = next((t for t in ground if scene.parse.heads[t] not in ground), None)
    if first is None or scene.lemma(first) not in SIDES or scene.parse.universal[first] not in NOMINAL | {"ADV"}:
        return False
    described = (
        ("amod", "compound") if scene.lemma(first) == "half" else ("det", "amod", "nmod:poss", "compound", "nmod")
    )
    return any(True for _ in scene.tree.children(first, *described))


def _leave_out_takers(scene: Scene, sighting: Sighting, ground: list[int]) -> list[int]:
    """Return the words for ground but for those that say who takes or holds it, where other ground is named."""
    roles = Roles(scene, sighting.token, sighting.clause)
    has_object = not {t for role in ("object", "of") for t in roles.fill(role)}.isdisjoint(ground)
    takers = [t for t in roles.fill("agent") if has_object or t in scene.actor_at]
    left = [t for t in ground if not any(scene.tree.is_below(t, taker) for taker in takers)]
    return left or ground


def _told_extent(
    scene: Scene, run: tuple[int, int], kind: ClaimKind, share: _Share | None, *, is_side: bool
) -> Extent | None:
    if share is not None:
        return Extent.SHARE
    is_taking = kind is ClaimKind.CONTROL_CHANGE
    if is_side:
        return Extent.PART
    told = (t for t in range(*run) if not _is_beside(scene, t, run) and not _is_of_people(scene, t))
    inside = {scene.parse.words[t].casefold() for t in told}
    if is_taking and inside & REMAINING and inside & PART:
        return Extent.WHOLE
    if inside & WHOLE and inside & EXCEPT:
        return Extent.MOST
    for extent, listed in (
        (Extent.MOST, MOST),
        (Extent.PRESENCE, PRESENCE),
        (Extent.PART, PART),
        (Extent.WHOLE, WHOLE),
    ):
        if inside & listed:
            return extent
    return None


def _is_of_people(scene: Scene, token: int) -> bool:
    """Tell whether a majority is one of those who live in a place ("the Muslim-majority town")."""
    return scene.tree.is_relation(token, "compound", "amod") and scene.lemma(token) == "majority"


def _is_joined(scene: Scene, token: int, run: tuple[int, int]) -> bool:
    """Tell whether a word is joined to one before it in the words of the claim."""
    return run[0] <= scene.parse.heads[token] < token and scene.tree.is_relation(token, "conj")


def _is_beside(scene: Scene, token: int, run: tuple[int, int]) -> bool:
    """Tell whether a word belongs to what stands beside the first place ("the mill and most of the streets", "and most guns")."""
    chain = [token, *scene.tree.ancestors(token)]
    return any(_is_joined(scene, t, run) and scene.parse.universal[t] not in VERBAL for t in chain)
