"""What does a number in a claim count, of whom, and over what?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.adjoining import FARTHEST_STATE, HURT, read_adjoining
from sayso.claims.compared import give_again, is_former, is_rate, is_rejected, mark_shares
from sayso.claims.count_rows import is_of_units, name_missing
from sayso.claims.counted_measures import HOUSEHOLDS, PERSONAL, is_of_either, is_of_things, read_measure
from sayso.claims.held_parts import is_in_part
from sayso.claims.measures import measure_of
from sayso.claims.scenes import Scene
from sayso.claims.scopes import STANDING, Counted, find_scope
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_toml
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, ClaimKind, Measure
from sayso.model.mentions import Figure

NEUTRAL = read_toml("measures")["neutral"]
LABELS = frozenset(read_toml("measures")["labels"])
AGED, AGE_BEARERS, KNOWN_FEW, SIDES, AWAY = (
    frozenset(read_toml("measures")[key]) for key in ("aged", "age_bearers", "known_few", "sides", "sides_after")
)
INCLUDING = frozenset(read_toml("measures")["including"])
FEW = 3
# What the reader can know a few of ("the two sides"); a few trucks or missiles are counted.
KNOWN = frozenset({"people", "person", "force", "org", "state", "place", "terrain", "talk", "accord", "act"})
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
    former = [figure for figure in figures if is_former(scene, figure)]
    current = [figure for figure in figures if figure not in former]
    counts: list[ClaimFigure] = []
    for figure in current:
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
        if count.is_additional and count.what in HURT and counts and all(c.what in HURT - {count.what} for c in counts):
            # "12 killed and an additional 30 wounded": further people, but all of the wounded.
            count = replace(count, is_additional=False)
        if any(c.what is count.what for c in counts) and _counts_households(scene, figure):
            # "48,000 people (9,600 households) fled": the same people, counted otherwise.
            count = replace(count, what=Measure.OTHER)
        counts.append(count)
    told = [
        count
        for figure, count in zip(current, mark_shares(counts), strict=True)
        if not (_says_little(count, kind) or _is_no_amount(scene, figure, count))
    ]
    return tuple(sorted([*told, *_give_former(former, told)], key=lambda count: count.span))


def _give_former(figures: Sequence[Figure], told: Sequence[ClaimFigure]) -> Iterator[ClaimFigure]:
    """Yield the numbers from which others have changed, each as one of what the number before it counts."""
    for figure in figures:
        last = next((count for count in reversed(told) if count.span.end <= figure.span.start), None)
        if last is not None:
            yield give_again(figure, replace(last, is_former=True, is_part=False))


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
    if (count.what in COUNTED and is_rate(scene, figure)) or is_rejected(scene, figure):
        return True
    if figure.counted is None and figure.bound in {Bound.AT_MOST, Bound.AT_LEAST}:
        return scene.parse.words[first].casefold() in AGED and before in AGE_BEARERS
    is_few = (count.low or 0) == (count.high or 0) <= FEW
    counted = "" if figure.counted is None else scene.lemma(figure.counted)
    is_known = before in KNOWN_FEW and count.what is Measure.OTHER and _could_be_known(scene, figure)
    return _is_distance(scene, figure) or (is_few and (is_known or (before in AWAY and counted in SIDES)))


def _could_be_known(scene: Scene, figure: Figure) -> bool:
    classes = frozenset() if figure.counted is None else scene.classes(figure.counted)
    return not classes or not classes.isdisjoint(KNOWN)


def _is_distance(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number only says how near something was: "nobody stood *within two kilometres*"."""
    first = scene.tokens(figure.span)[0]
    return first > 0 and scene.parse.words[first - 1].casefold() == "within" and is_of_units(scene, figure)


def _count(
    scene: Scene, figure: Figure, sighting: Sighting, kind: ClaimKind, before: ClaimFigure | None
) -> ClaimFigure:
    what = read_measure(scene, figure, sighting, kind)
    whom = _name_missing(scene, figure, what) or _of_whom(scene, figure, what)
    if sighting.count is not None and figure.token in sighting.count.figures:
        what, whom = _stated(scene, figure, sighting, (what, whom), before)
    what = Measure.OTHER if what in HURT and is_of_either(scene, figure) else what
    if figure.is_percent and what is Measure.OTHER and whom:
        whom = f"{whom} (share)"
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
        in_part=what in STANDING and is_in_part(scene, figure),
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
    if count.what in HURT and is_of_things(scene, figure):
        # "Lost 57 men, three tanks and two guns".
        return Measure.OTHER, read[1]
    others = [t for t in (figure.token, figure.token + 1, figure.token + 2) if t < len(scene.parse)]
    stated = HURT if count.what in HURT else PERSONAL
    own = next((m for t in others if (m := measure_of(scene, t)) in stated), None) if len(count.figures) > 1 else None
    if read_adjoining(scene, figure) is Measure.OTHER:
        # "The toll rises to 62, 14 still missing".
        behind = range(figure.token + 1, min(figure.token + FARTHEST_STATE, len(scene.parse)))
        return Measure.OTHER, name_missing(Measure.OTHER, scene, behind) or read[1]
    return own or count.what, count.whom or read[1] or ("people" if figure.counted is None else None)


def _name_missing(scene: Scene, figure: Figure, what: Measure) -> str | None:
    behind = max(figure.token, figure.counted or 0) + 1
    return name_missing(what, scene, range(behind, min(behind + 1, len(scene.parse))))


def _counts_households(scene: Scene, figure: Figure) -> bool:
    return figure.counted is not None and scene.lemma(figure.counted) in HOUSEHOLDS


def _of_whom(scene: Scene, figure: Figure, what: Measure) -> str | None:
    if figure.counted is None or figure.counted == figure.token:
        return "people" if what in PERSONAL else None
    if scene.parse.universal[figure.counted] == "PRON" or (what in PERSONAL and _is_body(scene, figure.counted)):
        return "people"
    word = scene.parse.words[figure.counted].casefold()
    actor = scene.actor_at.get(figure.counted)
    if word in LABELS or (actor is not None and actor.labelled):
        return None
    return str(NEUTRAL.get(word, word))


def _is_body(scene: Scene, token: int) -> bool:
    """Tell whether a word names who speaks, or a body that nobody counts as harmed: "kills at least 58 Observatory"."""
    return token in scene.speakers or (scene.parse.tags[token] in {"NN", "NNP"} and "org" in scene.classes(token))
