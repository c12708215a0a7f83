"""Which harms are told in one breath? "The attack killed 50 people and wounded 300" is one claim."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.drafts import Draft
from sayso.claims.holdings import Mode
from sayso.claims.measures import measure_of
from sayso.claims.scenes import Scene, words
from sayso.claims.statements import bounds, part_end
from sayso.model.kinds import ClaimKind, Measure

HARM = frozenset({Measure.FATALITIES, Measure.INJURED})
JOINTS = frozenset({",", "–", "-"}) | words("adding")
LONGEST_JOINT = 2


def join_harms(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with harms that follow each other joined, and with the parts that follow a number.

    Joined are the dead and the hurt of one sentence when only "and" or a comma stands between their words.
    What merely names the injuries of a harm already told is dropped.
    """
    found: list[Draft] = []
    for draft in drafts:
        if found and _is_told(scene, found[-1], draft):
            continue
        if found and _continues(scene, found[-1], draft):
            found[-1] = _join(scene, found[-1], draft)
        else:
            found.append(_with_parts(scene, draft))
    full = [draft for draft in found if draft.sighting.frame.by_means]
    return [draft for draft in found if not _is_bare(draft) or not any(_repeats(draft, other) for other in full)]


def _is_harm(scene: Scene, draft: Draft) -> bool:
    if draft.holding.mode is not Mode.ACTUAL:
        return False
    count = draft.sighting.count
    if count is not None and count.what is not None:
        return count.what in HARM and not count.is_part and draft.sighting.frame.name in {"count_of_state", "kill"}
    return draft.sighting.frame.by_means and measure_of(scene, draft.sighting.token) in HARM | {None}


def _continues(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Tell whether a harm goes on from the one before: no clause between, and another sort of harm."""
    if not (_is_harm(scene, before) and _is_harm(scene, draft)) or draft.run[1] <= before.run[1]:
        return False
    if measure_of(scene, draft.sighting.token) is measure_of(scene, before.sighting.token):
        return False
    gap = range(before.run[1], draft.run[0])
    is_one = scene.tree.sentence(before.sighting.token) == scene.tree.sentence(draft.sighting.token)
    return is_one and len(gap) <= LONGEST_JOINT and all(scene.parse.words[t].casefold() in JOINTS for t in gap)


def _is_told(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Tell whether a harm lies inside the words of the one before: "left 100 people killed and 400 wounded"."""
    is_inside = before.span.holds(draft.span) and before.span != draft.span
    return is_inside and before.sighting.count is None and _is_harm(scene, before) and _is_harm(scene, draft)


def _join(scene: Scene, before: Draft, draft: Draft) -> Draft:
    run = (before.run[0], max(before.run[1], draft.run[1]))
    counts = [d.sighting.count for d in (before, draft) if d.sighting.count is not None]
    sighting = before.sighting
    if sighting.count is not None:
        inside = {f.token for f in scene.layers.mentions.figures if run[0] <= f.token < run[1]}
        figures = frozenset(inside).union(*(count.figures for count in counts))
        sighting = replace(sighting, count=replace(sighting.count, figures=figures, run=run))
    voice = before.voice if before.voice.item is not None else draft.voice
    return replace(before, sighting=sighting, run=run, span=scene.parse.span(*run), voice=voice)


def _with_parts(scene: Scene, draft: Draft) -> Draft:
    """Widen the words of a harm by the parts of its number that stand right behind them: ", 12 of them medics".

    Those of any count are widened by a bare number in brackets: "to Orlesh (31,000) and the valley *(11,500)*".
    """
    first, last = draft.run
    if draft.sighting.count is not None or not any(t in scene.figure_at for t in range(first, last)):
        return draft
    is_harm = draft.sighting.frame.by_means or measure_of(scene, draft.sighting.token) in HARM
    step = part_end(scene, last, bounds(scene, first)[1]) if is_harm else None
    step = step or _bracket_end(scene, last)
    return draft if step is None else replace(draft, run=(first, step), span=scene.parse.span(first, step))


def _bracket_end(scene: Scene, last: int) -> int | None:
    """Return where brackets end that open here and hold a bare number, None where there are none."""
    figure = scene.figure_at.get(last + 1)
    if figure is None or scene.parse.words[last] != "(" or figure.counted is not None:
        return None
    end = figure.token + 1
    return end + 1 if scene.parse.words[end : end + 1] == (")",) else None


def _repeats(draft: Draft, other: Draft) -> bool:
    """Tell whether a bare noun of harm holds a harm told in full ("were wounded, with minor injuries")."""
    return draft is not other and draft.run[0] <= other.run[0] and other.run[1] <= draft.run[1]


def _is_bare(draft: Draft) -> bool:
    """Tell whether a claim is a noun of harm alone, without a number."""
    is_uncounted = draft.sighting.count is None and not draft.sighting.frame.by_means
    return is_uncounted and draft.kind is ClaimKind.TOLL and draft.sighting.is_nominal
