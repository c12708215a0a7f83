"""Of what kind is a count: of the event just told, of an accident, or of a whole conflict?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.drafts import Draft
from sayso.claims.kinds import EVENTS, find_kind_of_means
from sayso.claims.measures import measure_within
from sayso.claims.scenes import Scene
from sayso.lexicons import read_words
from sayso.model.kinds import ClaimKind, Measure

RUNNING, ACCIDENTS = read_words("counting", "running"), read_words("counting", "accidents")
BLOODLESS = read_words("counting", "bloodless")
LARGE, FEWEST_WORDS = 1000, 2
FARTHEST_EVENT, FARTHEST_LEAD = 12, 3
HARM = frozenset({Measure.FATALITIES, Measure.INJURED, Measure.OTHER})
BY_MEASURE = {
    Measure.DETAINED: ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
    Measure.DISPLACED: ClaimKind.DISPLACEMENT,
    Measure.EVACUATED: ClaimKind.EVACUATION,
    Measure.BESIEGED: ClaimKind.SIEGE,
    Measure.FIGHTERS: ClaimKind.STRENGTH,
    Measure.RESIDENTS: ClaimKind.STRENGTH,
}
TOLD = EVENTS - {ClaimKind.CLASH}
BULLETS = frozenset("-–—•*·▪●◦‣")
BARE = frozenset({ClaimKind.TOLL, ClaimKind.VIOLENCE_AGAINST_CIVILIANS})


def settle_counts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the kind of each count.

    A count takes the kind of the event it names, else a word of duration or war makes it a toll, else it takes
    the kind of the attack or accident told nearest before (at the head of a report: right after). What points
    back ("there were 80") takes the kind of the count it points to.
    """
    found: list[Draft] = []
    for number, draft in enumerate(drafts):
        if _points_nowhere(scene, draft, found):
            continue
        kind = _settle(scene, drafts, number, found)
        found.append(draft if kind is None else replace(draft, kind=kind))
    return found


def _settle(scene: Scene, drafts: Sequence[Draft], number: int, before: Sequence[Draft]) -> ClaimKind | None:
    draft = drafts[number]
    if draft.kind is ClaimKind.FORECAST:
        return None
    count = draft.sighting.count
    if count is not None and count.is_part and before and _is_moved_from(draft, before[-1]):
        return before[-1].kind
    if count is None or draft.sighting.frame.by_means:
        return _of_accident(scene, drafts, number)
    if count.what is None:
        return next((d.kind for d in reversed(before) if has_figure(scene, d)), None)
    if count.what not in HARM:
        return BY_MEASURE.get(count.what)
    return _of_harm(scene, drafts, number)


def _is_moved_from(draft: Draft, before: Draft) -> bool:
    """Tell whether a number is the one from which the count just told was moved: "from 31 to 44"."""
    return before.sighting.count is not None and draft.sighting.token == before.sighting.token


def _points_nowhere(scene: Scene, draft: Draft, before: Sequence[Draft]) -> bool:
    """Tell whether a number points back at a count when nothing was counted."""
    count = draft.sighting.count
    return count is not None and count.what is None and not any(has_figure(scene, d) for d in before)


def has_figure(scene: Scene, draft: Draft) -> bool:
    """Tell whether the words of a draft hold a number of people."""
    if draft.sighting.count is not None:
        return True
    return any(t in scene.figure_at and t not in scene.date_tokens for t in range(*draft.run))


def _of_harm(scene: Scene, drafts: Sequence[Draft], number: int) -> ClaimKind:
    draft = drafts[number]
    inside = range(*draft.run)
    if _is_running(scene, draft):
        return ClaimKind.TOLL
    named = next((kind for t in inside if (kind := find_kind_of_means(scene, t)) in TOLD), None)
    return named or _find_told(scene, drafts, number) or ClaimKind.TOLL


def _is_running(scene: Scene, draft: Draft) -> bool:
    """Tell whether a count runs over a longer time: its words or its size say so, or its date is a month or year."""
    inside = range(*draft.run)
    words = {form for t in (*inside, *_beside(scene, draft)) for form in scene.forms(t)}
    if draft.sighting.frame.name in {"count_listed", "count_lost"} or words & RUNNING:
        return True
    sizes = [f.low or f.high or 0 for f in scene.layers.mentions.figures if f.token in inside]
    days = [x for x in scene.layers.mentions.timexes if x.token in inside]
    return max(sizes, default=0) >= LARGE or any(x.value and len(x.value) < len("2000-01-01") for x in days)


def _beside(scene: Scene, draft: Draft) -> list[int]:
    """Return what opens the phrases of the verb over a count: "admitted 310 dead *since* August" counts from then on."""
    phrases = scene.tree.children(scene.parse.heads[draft.sighting.token], "obl")
    return [case for phrase in phrases for case in scene.tree.children(phrase, "case")]


def _find_told(scene: Scene, drafts: Sequence[Draft], number: int) -> ClaimKind | None:
    """Return the kind of the attack or accident told nearest before, else in the next few sentences."""
    token = drafts[number].sighting.token
    here = scene.tree.sentence(token)
    events = [d for d in drafts if _is_event(d)]
    near = [d for d in events if 0 <= here - scene.tree.sentence(d.sighting.token) <= FARTHEST_EVENT]
    line = _find_item(scene, token)
    if line is not None:
        near = [d for d in near if scene.parse.starts[d.sighting.token] >= line]
        return next((d.kind for d in reversed(near) if d.sighting.token < token), None)
    before = max((d.sighting.token for d in near if d.sighting.token < token), default=-1)
    if _is_of_accident(scene, before, token):
        return ClaimKind.DESTRUCTION
    if before >= 0:
        return next(d.kind for d in reversed(near) if d.sighting.token == before)
    after = (d for d in events if 0 <= scene.tree.sentence(d.sighting.token) - here <= FARTHEST_LEAD)
    return next((d.kind for d in after), None)


def _find_item(scene: Scene, token: int) -> int | None:
    """Return where the line of a word begins if it is an item of a list and names a place: it tells of an event of its own."""
    text, place = scene.layers.document.text, scene.parse.starts[token]
    start = text.rfind("\n", 0, place) + 1
    is_item = text[start:place].lstrip()[:1] in BULLETS and bool(text[start:place].strip())
    is_placed = any(start <= toponym.span.start < place for toponym in scene.layers.mentions.toponyms)
    return start if is_item and is_placed else None


def _is_event(draft: Draft) -> bool:
    name = draft.sighting.frame.name
    return draft.kind in TOLD and draft.sighting.count is None and name not in BLOODLESS


def _is_of_accident(scene: Scene, before: int, token: int) -> bool:
    """Tell whether an accident or disaster is spoken of, and no attack since: two of its words at least are told.

    Where no attack was told before, the next few sentences are heard too: a headline has its dead first.
    """
    reach = scene.tree.sentence(token) + (FARTHEST_LEAD if before < 0 else 0)
    last = scene.parse.sentences[min(reach, len(scene.parse.sentences) - 1)][1]
    return len(_accident_words(scene, before + 1, last)) >= FEWEST_WORDS


def _accident_words(scene: Scene, first: int, last: int) -> set[str]:
    return {scene.lemma(t) for t in range(first, last) if not ACCIDENTS.isdisjoint(scene.forms(t))}


def _of_accident(scene: Scene, drafts: Sequence[Draft], number: int) -> ClaimKind | None:
    """Return destruction for the dead of an accident that nobody inflicted, None for every other report."""
    draft = drafts[number]
    if draft.kind is ClaimKind.STRENGTH and measure_within(scene, range(*draft.run)) is Measure.DISPLACED:
        return ClaimKind.DISPLACEMENT
    if not draft.sighting.frame.by_means or draft.kind not in BARE:
        return None
    if draft.kind is ClaimKind.TOLL and not _is_running(scene, draft) and draft.sighting.count is None:
        told = _find_told(scene, drafts, number)
        return ClaimKind.DESTRUCTION if told is ClaimKind.DESTRUCTION else None
    return ClaimKind.DESTRUCTION if _accident_words(scene, *draft.run) else None
