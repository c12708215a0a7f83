"""What does a figure count, by the words around it?"""

from collections.abc import Iterator
from itertools import takewhile

from sayso.claims.adjoining import HURT, find_own_participle, read_adjoining
from sayso.claims.measures import find_joined, measure_of, measure_within
from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_words
from sayso.model.kinds import ClaimKind, Measure
from sayso.model.mentions import Figure

BY_KIND = {
    ClaimKind.TOLL: Measure.FATALITIES,
    ClaimKind.EVACUATION: Measure.EVACUATED,
    ClaimKind.DISPLACEMENT: Measure.DISPLACED,
    ClaimKind.SIEGE: Measure.BESIEGED,
}
FILLERS, HOUSEHOLDS = read_words("measures", "fillers"), read_words("measures", "households")
COUNTABLE = frozenset({"people", "force", "person", "fatality", "state", "pronoun"})
PLACING, LOSING = words("placing"), read_words("counting", "losing")
BEARERS = frozenset({"people", "force", "person"})
# What armed people lose beside their men.
THINGS = frozenset({"weapon", "ordnance", "aircraft", "vehicle"})
FARTHEST_EITHER = 5
PERSONAL = frozenset({Measure.FATALITIES, Measure.INJURED, Measure.DETAINED, Measure.DISPLACED, Measure.EVACUATED})


def read_measure(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> Measure:
    """Return what a figure counts; of families that were harmed nobody told how many were."""
    own = next(_by_own_words(scene, figure, sighting, kind), None)
    what = own if own is not None else next(_by_clause(scene, figure, sighting, kind))
    is_of_many = figure.counted is not None and scene.lemma(figure.counted) in HOUSEHOLDS
    return Measure.OTHER if what in HURT and is_of_many else what


def is_of_either(scene: Scene, figure: Figure) -> bool:
    """Tell whether one number is of two sorts of harm together: "70 people were killed or wounded"."""
    first, end = scene.parse.sentences[scene.tree.sentence(figure.token)]
    last = max(figure.token, figure.counted or 0)
    behind = takewhile(lambda t: t not in scene.figure_at, range(last + 1, min(last + FARTHEST_EITHER, end - 2)))
    before = scene.tokens(figure.span)[0] - 3
    is_before = before >= first and _joins_harms(scene, before) and scene.lemma(before - 1) != "be"
    ends = (t + 3 for t in behind if _joins_harms(scene, t))
    return is_before or any(t not in scene.figure_at and scene.parse.universal[t] != "NOUN" for t in ends)


def _joins_harms(scene: Scene, token: int) -> bool:
    """Tell whether a word of harm stands here with another one right behind "or" or "and"."""
    if scene.parse.words[token + 1].casefold() not in {"or", "and"}:
        return False
    if not {scene.parse.universal[token], scene.parse.universal[token + 2]} <= {"VERB", "ADJ"}:
        return False
    one, other = measure_of(scene, token), measure_of(scene, token + 2)
    return one is not other and {one, other} <= {*HURT, Measure.DETAINED}


def _by_own_words(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> Iterator[Measure]:
    """Yield what the noun counted and the words right beside the number say, the surest first."""
    if figure.is_percent:
        yield Measure.DESTROYED_SHARE if kind is ClaimKind.DESTRUCTION else Measure.OTHER
    near, noun = read_adjoining(scene, figure), _noun(scene, figure)
    if noun is Measure.OTHER:
        yield near if near in HURT else noun
    if figure.is_whole and not _has_own_harm(scene, figure):
        yield noun if noun in PERSONAL else Measure.OTHER
    if near is not None and _is_of_people(scene, figure, sighting, is_done_to=near in HURT):
        yield near
    if find_own_participle(scene, figure) not in {None, sighting.token, sighting.clause} and not sighting.count:
        # What else befell those of a bare number is no harm told before: "12 were killed and 40 spared".
        yield Measure.OTHER


def _by_clause(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> Iterator[Measure]:
    """Yield what the verb over a number, else its noun, else the kind of claim says, the surest first."""
    noun = _noun(scene, figure)
    if noun in PERSONAL:
        yield noun if noun in HURT else _harm_done(scene, figure, sighting) or noun
    if not _is_of_people(scene, figure, sighting, is_done_to=read_adjoining(scene, figure) in HURT):
        yield Measure.OTHER
    harm = None if is_of_things(scene, figure) else _harm_done(scene, figure, sighting)
    told = next((m for m in _told(scene, figure, sighting) if m is not None), None)
    if told is Measure.FIGHTERS and sighting.frame.measure is not None:
        # "84 of its soldiers came home": that they are soldiers is not what is counted.
        told = sighting.frame.measure
    yield harm or told or sighting.frame.measure or _by_noun(_find_classes(scene, figure, sighting), kind)


def _noun(scene: Scene, figure: Figure) -> Measure | None:
    return None if figure.counted is None else measure_of(scene, figure.counted)


def _has_own_harm(scene: Scene, figure: Figure) -> bool:
    """Tell whether the words behind a whole say what befell all of it: "two of the 14 people killed", not "of the 30"."""
    behind = max(figure.token, figure.counted or 0) + 1
    return behind < len(scene.parse) and scene.parse.tags[behind] == "VBN" and measure_of(scene, behind) in HURT


def _harm_done(scene: Scene, figure: Figure, sighting: Sighting) -> Measure | None:
    """Return the harm that the nearest verb says was done to those counted: "killed eight prisoners" counts dead.

    A clause about them says it first: "the names of 43 people *who died*".
    """
    start = figure.counted if figure.counted is not None else figure.token
    own = next((m for verb in scene.tree.children(start, "acl") if (m := _befallen(scene, start, verb)) in HURT), None)
    if own is not None:
        return own
    verb = next((t for t in scene.tree.ancestors(start) if scene.parse.universal[t] == "VERB"), sighting.token)
    done = measure_of(scene, verb)
    if scene.lemma(verb) in LOSING and scene.tree.subject(verb) != start and _is_of_bearers(scene, figure):
        # "Lost 57 men and three tanks".
        done = Measure.FATALITIES
    if done is None and verb in {sighting.token, sighting.clause}:
        done = sighting.frame.measure
    return done if done in HURT else None


def _is_of_bearers(scene: Scene, figure: Figure) -> bool:
    classes = scene.classes(figure.counted) if figure.counted is not None else frozenset()
    return not classes.isdisjoint(BEARERS) and not is_of_things(scene, figure)


def is_of_things(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number counts arms, vehicles or the like, by its noun; a "tank" is one, whoever drives it."""
    classes = scene.classes(figure.counted) if figure.counted is not None else frozenset()
    return not classes.isdisjoint(THINGS) and "people" not in classes


def _befallen(scene: Scene, noun: int, verb: int) -> Measure | None:
    """Return what a relative clause says befell its noun; nothing where the noun did it to others."""
    is_told = scene.parse.relations[verb] == "acl:relcl" and scene.tree.subject(verb) == noun
    return measure_of(scene, verb) if is_told and scene.tree.child(verb, "obj") is None else None


def _told(scene: Scene, figure: Figure, sighting: Sighting) -> Iterator[Measure | None]:
    """Yield what the words about a figure say it counts: what describes it, the verbs over it, the noun counted."""
    start = figure.counted if figure.counted is not None else figure.token
    last = figure.token + 1
    if last < len(scene.parse) and scene.lemma(last) in FILLERS:
        last += 1
    if last < len(scene.parse) and scene.parse.tags[last] in {"VBN", "VBD", "JJ"}:
        yield measure_of(scene, last)
    yield from (measure_of(scene, token) for token in scene.tree.children(figure.token, "amod", "acl"))
    yield measure_within(scene, _clause_words(scene, start))
    for token in scene.tree.ancestors(start):
        # "52 corpses, nine pick-ups": of another thing listed beside it a noun says nothing.
        is_beside = figure.counted is not None and scene.tree.is_relation(start, "conj") and _is_noun(scene, token)
        yield None if is_beside else measure_of(scene, token)
        yield from (measure_of(scene, joined) for joined in find_joined(scene, token))
        if token == sighting.clause or scene.parse.universal[token] == "VERB":
            break
    yield from (measure_of(scene, token) for token in scene.tree.children(start, "amod", "acl"))
    yield measure_of(scene, start)
    yield measure_of(scene, sighting.token)


def _is_noun(scene: Scene, token: int) -> bool:
    return scene.parse.universal[token] in {"NOUN", "PROPN"}


def _clause_words(scene: Scene, start: int) -> Iterator[int]:
    """Yield the verb over a figure and the words that complete it: "treated ... for burns", "laid down ... arms"."""
    verb = next((t for t in scene.tree.ancestors(start) if scene.parse.universal[t] == "VERB"), None)
    if verb is not None:
        yield verb
        yield from scene.tree.children(verb, "obj", "obl", "compound")


def _is_of_people(scene: Scene, figure: Figure, sighting: Sighting, *, is_done_to: bool) -> bool:
    """Tell whether a figure counts people: the noun says so, or it is unknown and stands as what is hit or acts.

    Those who did the harm are not counted by it, but where the words beside the number say that it was done to them.
    """
    if figure.counted is None:
        return True
    roles = Roles(scene, sighting.token, sighting.clause)
    does_harm = not is_done_to and _counts_doers(scene, figure, roles, sighting)
    if does_harm or _counts_spots(scene, figure, figure.counted):
        return False
    classes = scene.classes(figure.counted)
    if classes & COUNTABLE:
        return True
    if classes - {"figure"}:
        return False
    above = scene.parse.heads[figure.counted]
    if scene.tree.is_relation(figure.counted, "conj") and _is_noun(scene, above) and measure_of(scene, above) in HURT:
        # What is listed beside bodies is none by that.
        return False
    return figure.counted in {*roles.fill("object"), *roles.fill("subject")}


def _counts_doers(scene: Scene, figure: Figure, roles: Roles, sighting: Sighting) -> bool:
    """Tell whether a figure counts those who did the harm: "two bombers killed 12", "a group of 30 men murdered him"."""
    token = figure.token if figure.counted is None else figure.counted
    does_harm = sighting.frame.by_means or measure_of(scene, sighting.token) in HURT
    if roles.is_verb and does_harm and sighting.frame.agent:
        doers = {*roles.fill("agent"), *roles.fill("by")}
        below = takewhile(lambda above: above not in {sighting.token, sighting.clause}, scene.tree.ancestors(token))
        if not doers.isdisjoint({token, *below}):
            return True
    if any(_does_harm(scene, verb) for verb in scene.tree.children(token, "acl")):
        return True
    verb = scene.parse.heads[token]
    return scene.parse.relations[token] == "nsubj" and _does_harm(scene, verb)


def _does_harm(scene: Scene, verb: int) -> bool:
    """Tell whether a verb says that somebody killed or hurt others."""
    return scene.tree.child(verb, "obj") is not None and measure_of(scene, verb) in HURT


def _counts_spots(scene: Scene, figure: Figure, token: int) -> bool:
    """Tell whether a figure counts where something happened, not whom it befell: "in six communities"."""
    inside = scene.tokens(figure.span)
    cases = [c for c in scene.tree.children(token, "case") if c not in inside]
    return scene.tree.is_relation(token, "obl", "nmod") and any(scene.lemma(c) in PLACING for c in cases)


def _find_classes(scene: Scene, figure: Figure, sighting: Sighting) -> frozenset[str]:
    """Return what a number may count: by its noun, else by the subject that numbers so many ("his *men* number 900")."""
    if figure.counted is not None:
        return scene.classes(figure.counted)
    subject = scene.tree.subject(sighting.clause)
    is_troop = (
        subject is not None and scene.lemma(subject) == "man" and scene.tree.child(subject, "nmod:poss") is not None
    )
    return frozenset({"force"}) if is_troop else scene.classes(figure.token)


def _by_noun(classes: frozenset[str], kind: ClaimKind) -> Measure:
    if kind is ClaimKind.STRENGTH:
        return Measure.FIGHTERS if "force" in classes else Measure.RESIDENTS
    return BY_KIND.get(kind, Measure.OTHER)
