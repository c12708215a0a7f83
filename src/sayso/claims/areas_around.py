"""Is ground held in a place, or only around it? "Territory around Rahna" is not Rahna."""

from dataclasses import replace

from sayso.claims.scenes import Scene, words
from sayso.claims.settings import case_of
from sayso.model.kinds import PlaceKind
from sayso.model.mentions import Toponym
from sayso.model.spans import Span, hull

AROUND, POINTS, SURROUNDING = words("around"), words("points"), "surround"
SETTLED = frozenset({None, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})


def name_area(scene: Scene, place: Toponym) -> Toponym:
    """Return a town that the words only set ground around with the word that says so in its span, else the place as it is.

    Which area that is has no name of its own: it is told by the town's, and never taken for the town.
    """
    first = _find_relation(scene, place)
    if first is None or place.kind not in SETTLED:
        return place
    return replace(place, span=hull((scene.parse.span(first, first + 1), place.span)), kind=PlaceKind.OTHER)


def name_town(scene: Scene, place: Toponym) -> Toponym:
    """Return a place without the words that say what lies around it: "the city" is not "the countryside around Rahna"."""
    text = scene.layers.document.text
    start = place.span.read(text).rfind(place.name)
    before = place.span.read(text)[: max(start, 0)].casefold().split()
    if AROUND.isdisjoint(before):
        return place
    start += place.span.start
    return replace(place, span=Span(start, start + len(place.name)), kind=None)


def _find_relation(scene: Scene, place: Toponym) -> int | None:
    """Return the word that sets something around a place or to one side of it, None where it is set in the place."""
    token, tree = place.token, scene.tree
    head = scene.parse.heads[token]
    if tree.is_relation(token, "obj") and scene.lemma(head) == SURROUNDING:
        return head
    mark = next(iter(tree.children(token, "case")), None)
    if mark is None:
        return None
    if case_of(scene, token) in AROUND:
        return mark
    is_side = scene.parse.words[mark] == "of" and scene.parse.words[mark - 1].casefold() in POINTS
    has_article = mark > 1 and scene.parse.universal[mark - 2] in {"DET", "ADP"}
    return mark - 1 if is_side and not has_article else None
