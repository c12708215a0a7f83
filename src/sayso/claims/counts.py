"""What does a number in a claim count, of whom, and over what?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from sayso.claims.adjoining import FARTHEST_STATE, HURT, find_own_participle, read_adjoining
from sayso.claims.count_rows import name_missing
from sayso.claims.measures import find_joined, measure_of, measure_within
from sayso.claims.rates import is_rate
from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene, words
from sayso.claims.scopes import Counted, find_scope
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_toml
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, ClaimKind, Measure
from sayso.model.mentions import Figure

NEUTRAL = read_toml("measures")["neutral"]
LABELS = frozenset(read_toml("measures")["labels"])
BY_KIND = {
    ClaimKind.TOLL: Measure.FATALITIES,
    ClaimKind.EVACUATION: Measure.EVACUATED,
    ClaimKind.DISPLACEMENT: Measure.DISPLACED,
    ClaimKind.SIEGE: Measure.BESIEGED,
}
FILLERS = frozenset(read_toml("measures")["fillers"])
COUNTABLE = frozenset({"people", "force", "person", "fatality", "state", "pronoun"})
PLACING = words("placing")
HOUSEHOLDS = frozenset(read_toml("measures")["households"])
AGED, AGE_BEARERS, KNOWN_FEW, SIDES, AWAY = (
    frozenset(read_toml("measures")[key]) for key in ("aged", "age_bearers", "known_few", "sides", "sides_after")
)
INCLUDING = frozenset(read_toml("measures")["including"])
FEW = 3
PERSONAL = frozenset({Measure.FATALITIES, Measure.INJURED, Measure.DETAINED, Measure.DISPLACED, Measure.EVACUATED})
# What a later number without a noun may mean ("there were 80").
COUNTED = PERSONAL | {Measure.FIGHTERS, Measure.RESIDENTS, Measure.BESIEGED}


def find_counts(
    scene: Scene, sighting: Sighting, kind: ClaimKind, figures: Sequence[Figure], before: ClaimFigure | None = None
) -> tuple[ClaimFigure, ...]:
    """Return what each figure of a claim counts.

    That is told by the verb it belongs to ("killed 14 ... injuring dozens"), else by the noun counted, else by
    the kind of claim. A part ("including three newborns") is counted as its whole is. A party's word for its
    enemy never fills `of_whom`. `before` is the last count of people told before: what points back means it.
    """
    counts: list[ClaimFigure] = []
    for figure in figures:
        count = _count(scene, figure, sighting, kind, before)
        whole = next((c for c in reversed(counts) if c.what in PERSONAL), None)
        if (
            whole is not None
            and (count.what is not whole.what or not count.is_part)
            and _is_part(scene, figure, counts)
        ):
            # "200 wounded people, 30 of whom died".
            own = read_adjoining(scene, figure)
            count = replace(count, what=own if own in HURT else whole.what, is_part=True)
        counts.append(count)
    return tuple(
        count
        for figure, count in zip(figures, counts, strict=True)
        if not (_says_little(count, kind) or _is_no_amount(scene, figure, count))
    )


def _is_part(scene: Scene, figure: Figure, counts: Sequence[ClaimFigure]) -> bool:
    """Tell whether a figure is a part of the one before, or is joined to one.

    "12 of whom were men and 3 children", "18 patients including children and two nurses".
    """
    first = scene.tokens(figure.span)[0]
    before = scene.parse.words[first - 1].casefold()
    return figure.is_part or (before in {"and", ","} and (counts[-1].is_part or _is_included(scene, first - 1)))


def _is_included(scene: Scene, joint: int) -> bool:
    """Tell whether "including" opens the list of mere nouns that stands before an "and"."""
    start = scene.parse.sentences[scene.tree.sentence(joint)][0]
    for token in range(joint - 1, start, -1):
        if scene.parse.words[token].casefold() in INCLUDING:
            return True
        if scene.parse.universal[token] not in {"NOUN", "ADJ", "PUNCT"}:
            return False
    return False


def _says_little(count: ClaimFigure, kind: ClaimKind) -> bool:
    """Tell whether a number is no report of an amount: "one town fell", "the two leaders met"."""
    is_one = count.low == count.high == 1
    return count.what is Measure.OTHER and (is_one or kind is ClaimKind.DIPLOMACY)


def _is_no_amount(scene: Scene, figure: Figure, count: ClaimFigure) -> bool:
    """Tell whether a number is an age, a rate, a known few ("the two sides"), or says from where something came."""
    first = scene.tokens(figure.span)[0]
    before = scene.parse.words[first - 1].casefold() if first else ""
    if count.what in PERSONAL and is_rate(scene, figure):
        return True
    if figure.counted is None and figure.bound in {Bound.AT_MOST, Bound.AT_LEAST}:
        return scene.parse.words[first].casefold() in AGED and before in AGE_BEARERS
    is_few = (count.low or 0) == (count.high or 0) <= FEW
    counted = "" if figure.counted is None else scene.lemma(figure.counted)
    is_known = before in KNOWN_FEW and count.what is Measure.OTHER
    return is_few and (is_known or (before in AWAY and counted in SIDES))


def _count(
    scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind, before: ClaimFigure | None
) -> ClaimFigure:
    what = _measure(scene, figure, sighting, kind)
    whom = _name_missing(scene, figure, what) or _of_whom(scene, figure, what)
    if sighting.count is not None and figure.token in sighting.count.figures:
        what, whom = _stated(scene, figure, sighting, (what, whom), before)
    return ClaimFigure(
        span=figure.span,
        what=what,
        of_whom=whom,
        low=figure.low,
        high=figure.high,
        bound=Bound(figure.bound),
        scope=find_scope(Counted(scene=scene, figure=figure, sighting=sighting, kind=kind, what=what, whom=whom)),
        by_rule=figure.by_rule,
        is_part=figure.is_part or (sighting.count is not None and sighting.count.is_part),
        is_additional=figure.is_additional,
    )


def _stated(
    scene: Scene, figure: Figure, sighting: Sighting, read: tuple[Measure, str | None], before: ClaimFigure | None
) -> tuple[Measure, str | None]:
    """Return what a number stated by itself counts: its own words say it, else what was counted before."""
    count = sighting.count
    if count is None:
        return read
    if count.what is None:
        return read if before is None else (before.what, before.of_whom)
    others = [t for t in (figure.token, figure.token + 1, figure.token + 2) if t < len(scene.parse)]
    stated = HURT if count.what in HURT else PERSONAL
    own = next((m for t in others if (m := measure_of(scene, t)) in stated), None) if len(count.figures) > 1 else None
    if read_adjoining(scene, figure) is Measure.OTHER:
        # "The toll rises to 62, 14 still missing".
        behind = range(figure.token + 1, min(figure.token + FARTHEST_STATE, len(scene.parse)))
        return Measure.OTHER, name_missing(Measure.OTHER, scene, behind) or read[1]
    return own or count.what, count.whom or read[1] or ("people" if figure.counted is None else None)


def _measure(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> Measure:
    """Return what a figure counts; of families that were harmed nobody told how many were."""
    what = _read_measure(scene, figure, sighting, kind)
    is_of_many = figure.counted is not None and scene.lemma(figure.counted) in HOUSEHOLDS
    return Measure.OTHER if what in HURT and is_of_many else what


def _read_measure(scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind) -> Measure:
    if figure.is_percent:
        return Measure.DESTROYED_SHARE if kind is ClaimKind.DESTRUCTION else Measure.OTHER
    near = read_adjoining(scene, figure)
    noun = None if figure.counted is None else measure_of(scene, figure.counted)
    if noun is Measure.OTHER:
        return near if near in HURT else noun
    if figure.is_whole and not _has_own_harm(scene, figure):
        return noun if noun in PERSONAL else Measure.OTHER
    is_of_people = _is_of_people(scene, figure, sighting, is_done_to=near in HURT)
    if near is not None and is_of_people:
        return near
    if find_own_participle(scene, figure) not in {None, sighting.token, sighting.clause} and not sighting.count:
        # What else befell those of a bare number is no harm told before: "12 were killed and 40 spared".
        return Measure.OTHER
    if noun is not None and noun in PERSONAL:
        return noun if noun in HURT else _harm_done(scene, figure, sighting) or noun
    if not is_of_people:
        return Measure.OTHER
    harm = _harm_done(scene, figure, sighting)
    if harm is not None:
        return harm
    measure = next((m for m in _told(scene, figure, sighting) if m is not None), None)
    classes = scene.classes(figure.counted if figure.counted is not None else figure.token)
    return measure or sighting.frame.measure or _by_noun(classes, kind)


def _has_own_harm(scene: Scene, figure: Figure) -> bool:
    """Tell whether the words behind a whole say what befell all of it: "two of the 14 people killed", not "of the 30"."""
    behind = max(figure.token, figure.counted or 0) + 1
    return behind < len(scene.parse) and scene.parse.tags[behind] == "VBN" and measure_of(scene, behind) in HURT


def _harm_done(scene: Scene, figure: Figure, sighting: Sighting) -> Measure | None:
    """Return the harm that the nearest verb says was done to those counted: "killed eight prisoners" counts dead."""
    start = figure.counted if figure.counted is not None else figure.token
    verb = next((t for t in scene.tree.ancestors(start) if scene.parse.universal[t] == "VERB"), sighting.token)
    done = measure_of(scene, verb)
    if done is None and verb in {sighting.token, sighting.clause}:
        done = sighting.frame.measure
    return done if done in HURT else None


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
        yield measure_of(scene, token)
        yield from (measure_of(scene, joined) for joined in find_joined(scene, token))
        if token == sighting.clause or scene.parse.universal[token] == "VERB":
            break
    yield from (measure_of(scene, token) for token in scene.tree.children(start, "amod", "acl"))
    yield measure_of(scene, start)
    yield measure_of(scene, sighting.token)


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


def _by_noun(classes: frozenset[str], kind: ClaimKind) -> Measure:
    if kind is ClaimKind.STRENGTH:
        return Measure.FIGHTERS if "force" in classes else Measure.RESIDENTS
    return BY_KIND.get(kind, Measure.OTHER)


def _name_missing(scene: Scene, figure: Figure, what: Measure) -> str | None:
    behind = max(figure.token, figure.counted or 0) + 1
    return name_missing(what, scene, range(behind, min(behind + 1, len(scene.parse))))


def _of_whom(scene: Scene, figure: Figure, what: Measure) -> str | None:
    if figure.counted is None or figure.counted == figure.token:
        return "people" if what in PERSONAL else None
    if scene.parse.universal[figure.counted] == "PRON":
        return "people"
    word = scene.parse.words[figure.counted].casefold()
    actor = scene.actor_at.get(figure.counted)
    if word in LABELS or (actor is not None and actor.labelled):
        return None
    return str(NEUTRAL.get(word, word))
