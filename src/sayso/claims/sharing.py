"""Which numbers belong to which claim? A number is told once: by the report whose words govern it."""

from collections.abc import Mapping, Sequence

from sayso.claims.drafts import Draft
from sayso.claims.scenes import Scene
from sayso.model.kinds import ClaimKind
from sayso.model.mentions import Figure

FAR = 99


def share_figures(scene: Scene, drafts: Sequence[Draft]) -> Mapping[int, tuple[Figure, ...]]:
    """Return for the number of each draft the figures it carries, in reading order.

    Of several reports whose words hold a figure, one that states it as a count has it, else the one whose word
    stands nearest above it in the tree, else the one with the fewest words.
    """
    shares: dict[int, list[Figure]] = {}
    at = {figure.token for figure in scene.layers.mentions.figures}
    held: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for token in at.intersection(range(*draft.run)):
            held.setdefault(token, []).append(number)
    for figure in scene.layers.mentions.figures:
        if figure.token in scene.date_tokens:
            continue
        holders = [number for number in held.get(figure.token, ()) if _could_carry(drafts[number], figure)]
        if holders:
            nearest = min(holders, key=lambda number: _distance(scene, drafts[number], figure))
            shares.setdefault(nearest, []).append(figure)
    return {number: tuple(figures) for number, figures in shares.items()}


def _could_carry(draft: Draft, figure: Figure) -> bool:
    return draft.sighting.count is None or figure.token in draft.sighting.count.figures


def _distance(scene: Scene, draft: Draft, figure: Figure) -> tuple[int, int, int]:
    start = figure.counted if figure.counted is not None else figure.token
    above = [start, *scene.tree.ancestors(start)]
    steps = [above.index(t) for t in (draft.sighting.token, draft.sighting.clause) if t in above]
    is_forecast = draft.kind is ClaimKind.FORECAST
    return (
        (0 if draft.sighting.count is not None else 1 + is_forecast),
        min(steps, default=FAR),
        draft.run[1] - draft.run[0],
    )
