"""Over what does a number run: how things stand, one event, or all of a longer time?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_words
from sayso.model.kinds import ClaimKind, Measure, Scope, TimexKind
from sayso.model.mentions import Figure, Timex

CUMULATIVE, SUMMING, REPEATED = (read_words("measures", key) for key in ("cumulative", "summing", "repeated"))
# Frames that tell where displaced people now are, and words that call them so.
SHELTERING, UPROOTED = (read_words("measures", key) for key in ("sheltering", "uprooted"))
STATES = frozenset(
    {ClaimKind.STRENGTH, ClaimKind.CONTROL_STATE, ClaimKind.SIEGE, ClaimKind.DESTRUCTION, ClaimKind.ARMS}
)
HARM = frozenset({Measure.FATALITIES, Measure.INJURED, Measure.DETAINED})
STANDING = frozenset({Measure.RESIDENTS, Measure.BESIEGED})
# So many dead are those of a war, whatever town or event the text speaks of.
WHOLE_WAR = 10_000
REACH_BEFORE, REACH_AFTER = 12, 15
SAYING = ("ccomp", "xcomp", "parataxis", "conj")
EVENT_NOUNS, BY_EVENT = frozenset({"act", "explosive", "disaster"}), frozenset({"in", "by", "from", "during"})
LONG_UNITS = frozenset({"week", "month", "year"})
DAY_LENGTH = len("2000-01-01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure with what it counts and where it stands."""

    scene: Scene
    figure: Figure
    sighting: Sighting
    kind: ClaimKind
    what: Measure
    whom: str | None


def find_scope(counted: Counted) -> Scope:
    """Return over what a figure runs: the first rule that holds decides, else it is of one event.

    The dead and hurt of one event stay its own however often they are counted anew ("the toll rose to 29").
    """
    return next((scope for rule, scope in RULES if rule(counted)), Scope.INCIDENT)


def _stands(counted: Counted) -> bool:
    """Tell whether it says how things stand: who lives, is missing or besieged there, how strong a force is."""
    is_state = counted.kind in STATES and counted.what not in HARM
    return counted.what in STANDING or is_state or counted.whom == "missing people"


def _is_of_whole_war(counted: Counted) -> bool:
    """Tell whether it counts more dead than any event but a war has."""
    return counted.what in HARM and (counted.figure.low or 0) >= WHOLE_WAR


def _is_summed(counted: Counted) -> bool:
    """Tell whether the words sum it up: "since March", "in all", "three times"."""
    scene, figure = counted.scene, counted.figure
    if REPEATED & set(scene.forms(figure.token)) or (
        figure.counted is not None and scene.lemma(figure.counted) in REPEATED
    ):
        return True
    near = {scene.lemma(t) for t in _near(counted)} & SUMMING
    return bool(near - {"since"}) or any(_counts_from(counted, t) for t in _near(counted) if scene.lemma(t) == "since")


def _runs_long(counted: Counted) -> bool:
    """Tell whether the claim's own words name a longer time: "in three weeks of fighting", "over the past month"."""
    return _is_done_by_a_length(counted) or any(
        timex.extent in {"during", "since"} or (timex.kind is TimexKind.DURATION and timex.unit in LONG_UNITS)
        for timex in _long_times(counted)
    )


def _is_done_by_a_length(counted: Counted) -> bool:
    """Tell whether a length of time is what did it: "a month of infighting has killed 300"."""
    scene, subject = counted.scene, counted.scene.tree.subject(counted.sighting.clause)
    is_length = subject is not None and scene.lemma(subject) in LONG_UNITS
    return is_length and any(scene.tree.case(t) == "of" for t in scene.tree.children(subject or 0, "nmod"))


def _shelters(counted: Counted) -> bool:
    """Tell whether it counts displaced people by where they are or what they have become, not by their going."""
    if counted.what is not Measure.DISPLACED:
        return False
    scene, noun = counted.scene, counted.figure.counted
    if counted.sighting.frame.name in SHELTERING:
        return True
    called = [counted.figure.token + 1] if noun is None else [noun, *scene.tree.children(noun, "amod")]
    is_done = scene.tree.is_passive(counted.sighting.clause) and scene.lemma(counted.sighting.token) in UPROOTED
    return is_done or any(scene.parse.words[t].casefold() in UPROOTED for t in called if t < len(scene.parse))


def _is_toll_of_one_day(counted: Counted) -> bool:
    """Tell whether a toll is said of one day: "26 today"."""
    token = counted.figure.token
    return counted.kind is ClaimKind.TOLL and any(
        timex.kind is not TimexKind.DURATION
        and timex.extent == "at"
        and _is_day(timex)
        and 0 < timex.token - token <= 3
        for timex in counted.scene.layers.mentions.timexes
    )


def _is_running_toll(counted: Counted) -> bool:
    """Tell whether a toll is counted by itself, or beside words for a whole conflict or a month of it."""
    if counted.kind is not ClaimKind.TOLL:
        return False
    near = {counted.scene.lemma(t) for t in _near(counted)}
    is_counted = counted.figure.is_total or counted.sighting.count is not None
    is_long = not _names_one_event(counted) and any(True for _ in _long_times(counted))
    return is_counted or bool(near & CUMULATIVE) or is_long


def _names_one_event(counted: Counted) -> bool:
    """Tell whether the claim's clause names the one event that harmed them: "killed last week in an attack on the mill"."""
    scene = counted.scene
    return any(
        scene.tree.case(t) in BY_EVENT and scene.parse.tags[t] == "NN" and bool(scene.classes(t) & EVENT_NOUNS)
        for t in scene.tree.children(counted.sighting.clause, "obl")
        if scene.tree.child(t, "det") is not None
    )


def _counts_events(counted: Counted) -> bool:
    """Tell whether it counts several attacks or the like over more than a day: "at least eight raids in the last months"."""
    scene, figure = counted.scene, counted.figure
    is_event = figure.counted is not None and bool(scene.classes(figure.counted) & EVENT_NOUNS)
    is_several = figure.low is not None and figure.low > 1 and counted.what is Measure.OTHER
    return (
        is_event
        and is_several
        and any(
            timex.token > figure.token and timex.token in _near(counted) and not _is_day(timex)
            for timex in scene.layers.mentions.timexes
        )
    )


RULES: tuple[tuple[Callable[[Counted], bool], Scope], ...] = (
    (_stands, Scope.STATE),
    (_is_of_whole_war, Scope.CUMULATIVE),
    (_is_toll_of_one_day, Scope.INCIDENT),
    (_is_summed, Scope.CUMULATIVE),
    (_runs_long, Scope.CUMULATIVE),
    (_counts_events, Scope.CUMULATIVE),
    (_shelters, Scope.STATE),
    (_is_running_toll, Scope.CUMULATIVE),
)


def _near(counted: Counted) -> range:
    scene, token = counted.scene, counted.sighting.token
    first, last = scene.parse.sentences[scene.tree.sentence(token)]
    return range(max(first, token - REACH_BEFORE), min(last, token + REACH_AFTER))


def _counts_from(counted: Counted, since: int) -> bool:
    """Tell whether "since" says from when this is counted, not what came before or what another clause tells."""
    scene = counted.scene
    point = scene.parse.heads[since]
    if scene.tree.is_below(counted.figure.token, point) or counted.figure.token == point:
        return False
    above = list(scene.tree.ancestors(point))
    verb = next((t for t in above if scene.parse.universal[t] == "VERB"), None)
    mine = _own_clauses(scene, counted.sighting)
    return verb in mine if verb is not None else not mine.isdisjoint(above)


def _own_clauses(scene: Scene, sighting: Sighting) -> set[int]:
    """Return the heads of the claim's clause, of those joined to it, and of those that only say it."""
    mine = {sighting.token, *scene.tree.conjuncts(sighting.clause)}
    clause = sighting.clause
    while scene.tree.is_relation(clause, *SAYING) and scene.parse.heads[clause] != clause:
        clause = scene.parse.heads[clause]
        mine.add(clause)
    return mine


def _long_times(counted: Counted) -> Iterator[Timex]:
    """Yield the time expressions of more than a day that hang on the claim's own clause."""
    scene, clause = counted.scene, counted.sighting.clause
    sentence = scene.tree.sentence(clause)
    for timex in (t for t in scene.layers.mentions.timexes if scene.tree.sentence(t.token) == sentence):
        above = [timex.token, *scene.tree.ancestors(timex.token)]
        verb = next((t for t in above if scene.parse.universal[t] == "VERB"), None)
        if verb is not None and verb in {clause, counted.sighting.token} and not _is_day(timex):
            yield timex


def _is_day(timex: Timex) -> bool:
    """Tell whether a time expression means a day or less of one."""
    if timex.value is not None:
        return len(timex.value) >= DAY_LENGTH and "/" not in timex.value
    is_span = timex.extent == "during" and abs(timex.amount or 0) > 1
    return not is_span and timex.unit not in LONG_UNITS and not (timex.month is not None and timex.day is None)
