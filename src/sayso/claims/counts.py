"""What does a number in a claim count, of whom, and over what?"""

from collections.abc import Iterator

from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_toml
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, ClaimKind, Measure, Scope
from sayso.model.mentions import Figure

MEASURES: dict[str, Measure] = {
    word: Measure(name) for name, listed in read_toml("measures")["measures"].items() for word in listed
}
NEUTRAL = read_toml("measures")["neutral"]
LABELS = frozenset(read_toml("measures")["labels"])
CUMULATIVE = frozenset(read_toml("measures")["cumulative"])
SUMMING = frozenset(read_toml("measures")["summing"])
BY_KIND = {
    ClaimKind.TOLL: Measure.FATALITIES,
    ClaimKind.EVACUATION: Measure.EVACUATED,
    ClaimKind.DISPLACEMENT: Measure.DISPLACED,
    ClaimKind.SIEGE: Measure.BESIEGED,
}
FILLERS = frozenset(read_toml("measures")["fillers"])
COUNTABLE = frozenset({"people", "force", "person", "fatality", "state", "pronoun"})
STATES = frozenset(
    {ClaimKind.STRENGTH, ClaimKind.CONTROL_STATE, ClaimKind.SIEGE, ClaimKind.DESTRUCTION, ClaimKind.ARMS}
)


def find_counts(scene: Scene, sighting: Sighting, kind: ClaimKind, run: tuple[int, int]) -> tuple[ClaimFigure, ...]:
    """Return the figures that stand in the words of a claim.

    What a figure counts is told by the verb it belongs to ("killed 14 ... injuring dozens"), else by the noun
    counted, else by the kind of claim. A party's word for its enemy never fills `of_whom`.
    """
    inside = range(*run)
    found = [f for f in scene.layers.mentions.figures if f.token in inside and not _is_time(scene, f)]
    counts = (_count(scene, figure, sighting, kind) for figure in found)
    return tuple(count for count in counts if not _says_little(count, kind))


def _says_little(count: ClaimFigure, kind: ClaimKind) -> bool:
    """Tell whether a number is no report of an amount: "one town fell", "the two leaders met"."""
    is_one = count.low == count.high == 1
    return count.what is Measure.OTHER and (is_one or kind is ClaimKind.DIPLOMACY)


def _is_time(scene: Scene, figure: Figure) -> bool:
    return figure.token in scene.time_tokens


def _count(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> ClaimFigure:
    what = _measure(scene, figure, sighting, kind)
    return ClaimFigure(
        span=figure.span,
        what=what,
        of_whom=_of_whom(scene, figure, what),
        low=figure.low,
        high=figure.high,
        bound=Bound(figure.bound),
        scope=_scope(scene, figure, sighting, kind),
        by_rule=figure.by_rule,
        is_part=figure.is_part,
        is_additional=figure.is_additional,
    )


def _measure(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> Measure:
    if figure.is_percent:
        return Measure.DESTROYED_SHARE if kind is ClaimKind.DESTRUCTION else Measure.OTHER
    if not _is_of_people(scene, figure, sighting):
        return Measure.OTHER
    measure = next((m for m in _told(scene, figure, sighting) if m is not None), None)
    classes = scene.classes(figure.counted if figure.counted is not None else figure.token)
    return measure or sighting.frame.measure or _by_noun(classes, kind)


def _told(scene: Scene, figure: Figure, sighting: Sighting) -> Iterator[Measure | None]:
    """Yield what the words about a figure say it counts: what describes it, the verbs over it, the noun counted."""
    start = figure.counted if figure.counted is not None else figure.token
    last = figure.token + 1
    if last < len(scene.parse) and scene.lemma(last) in FILLERS:
        last += 1
    if last < len(scene.parse) and scene.parse.tags[last] in {"VBN", "VBD", "JJ"}:
        yield _measure_of(scene, last)
    yield from (_measure_of(scene, token) for token in scene.tree.children(figure.token, "amod", "acl"))
    for token in scene.tree.ancestors(start):
        yield _measure_of(scene, token)
        if token == sighting.clause or scene.parse.universal[token] == "VERB":
            break
    yield from (_measure_of(scene, token) for token in scene.tree.children(start, "amod", "acl"))
    yield _measure_of(scene, start)
    yield _measure_of(scene, sighting.token)


def _measure_of(scene: Scene, token: int) -> Measure | None:
    return next((MEASURES[form] for form in scene.forms(token) if form in MEASURES), None)


def _is_of_people(scene: Scene, figure: Figure, sighting: Sighting) -> bool:
    """Tell whether a figure counts people: the noun says so, or it is unknown and stands as what is hit or acts."""
    if figure.counted is None:
        return True
    roles = Roles(scene, sighting.token, sighting.clause)
    if sighting.frame.by_means and sighting.frame.agent and figure.counted in {*roles.fill("agent"), *roles.fill("by")}:
        return False
    classes = scene.classes(figure.counted)
    if classes & COUNTABLE:
        return True
    if classes - {"figure"}:
        return False
    return figure.counted in {*roles.fill("object"), *roles.fill("subject")}


def _by_noun(classes: frozenset[str], kind: ClaimKind) -> Measure:
    if kind is ClaimKind.STRENGTH:
        return Measure.FIGHTERS if "force" in classes else Measure.RESIDENTS
    return BY_KIND.get(kind, Measure.OTHER)


def _of_whom(scene: Scene, figure: Figure, what: Measure) -> str | None:
    if figure.counted is None or figure.counted == figure.token:
        return "people" if what in {Measure.FATALITIES, Measure.INJURED} else None
    if scene.parse.universal[figure.counted] == "PRON":
        return "people"
    word = scene.parse.words[figure.counted].casefold()
    actor = scene.actor_at.get(figure.counted)
    if word in LABELS or (actor is not None and actor.labelled):
        return None
    return str(NEUTRAL.get(word, word))


def _scope(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> Scope:
    if kind in STATES:
        return Scope.STATE
    first, last = scene.parse.sentences[scene.tree.sentence(sighting.token)]
    near = range(max(first, sighting.token - 12), min(last, sighting.token + 15))
    if figure.is_total or (kind is ClaimKind.TOLL and any(scene.lemma(t) in CUMULATIVE for t in near)):
        return Scope.CUMULATIVE
    return Scope.CUMULATIVE if any(scene.lemma(t) in SUMMING for t in near) else Scope.INCIDENT
