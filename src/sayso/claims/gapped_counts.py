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
from sayso.model.spans import Span

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
    return next((p for p in scene.layers.mentions.toponyms if _begins_in(p, behind)), None)


def _begins_in(place: Toponym, run: Span) -> bool:
    return run.start <= place.span.start < run.end


def _measure_before(scene: Scene, start: int, end: int) -> Measure | None:
    """Return what befell those whom the nearest number before it counts, by the verb that governs this and a place."""
    for token in range(end - 1, start, -1):
        what = measure_of(scene, token) if scene.parse.universal[token] in VERBAL else None
        if what in HARM and any(scene.parse.words[t].casefold() in PLACING for t in range(start, end)):
            has_figure = any(start <= f.token < end for f in scene.layers.mentions.figures)
            return what if has_figure else None
    return None
