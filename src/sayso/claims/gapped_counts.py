"""Where does a second number go without the verb of the first: "twelve were killed in Orlesh and *nine in Quira*"?"""

from sayso.claims.count_rows import sight
from sayso.claims.measures import measure_of
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Count, Sighting
from sayso.claims.statements import bounds, words_of
from sayso.lexicons import read_words
from sayso.model.kinds import Measure
from sayso.model.mentions import Figure, Toponym

JOINTS = frozenset({"and", ",", ";", "while", "plus"})
PLACING = frozenset({"in", "at", "near", "around", "outside"})
HARM = frozenset({Measure.FATALITIES, Measure.INJURED, Measure.DETAINED, Measure.DISPLACED})
FILLERS = read_words("measures", "fillers")


def read_gapped(scene: Scene, figure: Figure) -> Sighting | None:
    """Return a bare number with a place of its own, of which the verb and what it counts stand with a number before it."""
    first, last = words_of(scene, figure)
    start, end = bounds(scene, figure.token)
    is_bare = figure.counted is None or scene.lemma(figure.counted) in FILLERS
    if not is_bare or first <= start or scene.parse.words[first - 1].casefold() not in JOINTS:
        return None
    place = _find_place(scene, last, end)
    what = None if place is None else _measure_before(scene, start, first - 1)
    if place is None or what is None:
        return None
    run = (first, max(last, *scene.tokens(place.span)) + 1)
    count = Count(figures=frozenset({figure.token}), run=run, what=what, is_part=True)
    return sight(scene, "count_gapped", (figure.token, figure.token), count)


def _find_place(scene: Scene, last: int, end: int) -> Toponym | None:
    """Return the place that stands right behind the number, after a preposition of place."""
    if last >= end - 1 or scene.parse.words[last].casefold() not in PLACING:
        return None
    behind = scene.parse.span(last + 1, min(end, last + 3))
    return next((p for p in scene.layers.mentions.toponyms if behind.start <= p.span.start < behind.end), None)


def _measure_before(scene: Scene, start: int, end: int) -> Measure | None:
    """Return what befell those whom a number before it counts, where a verb says that and a place stands with it."""
    is_placed = any(scene.parse.words[t].casefold() in PLACING for t in range(start, end))
    if not is_placed or not any(start <= f.token < end for f in scene.layers.mentions.figures):
        return None
    verbs = (t for t in range(end - 1, start, -1) if scene.parse.universal[t] in VERBAL)
    return next((what for t in verbs if (what := measure_of(scene, t)) in HARM), None)
