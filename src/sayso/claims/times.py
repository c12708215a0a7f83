"""When is a claim set? The time expression that hangs on its predicate, and the tense of its words."""

from dataclasses import dataclass, replace

from sayso.claims.clause_times import ClauseTimes
from sayso.claims.definites import is_definite
from sayso.claims.drafts import Draft
from sayso.claims.generalities import is_of_all_time, is_of_war
from sayso.claims.looking_back import find_after, is_looked_back_on
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.claims.tellings import find_first_conjunct
from sayso.claims.tenses import find_ruling, find_tense
from sayso.claims.time_paths import TimePaths, is_moment
from sayso.lexicons import read_words
from sayso.model.attributions import Attribution
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, Basis, ClaimKind, Measure, TimexKind
from sayso.model.mentions import Timex

OWN = name_rule("claims.own_timex", "The time is given in or right beside the words of the claim.")
SHARED = name_rule("claims.shared_timex", "The time is given for what the same sentence tells beside it.")
SAID = name_rule(
    "claims.said_timex", "Fresh news or a standing state without a time: on or shortly before the day it was said."
)
DOCUMENT = name_rule(
    "claims.document_day", "Fresh news or a standing state without a time: on or shortly before the document's day."
)
CONTINUES = name_rule(
    "claims.continued_time",
    "Told of the past without a time: it goes on with what was told before, else it is fresh news of the document.",
)
KNOWN = name_rule(
    "claims.known_event", "The words speak of an event as known: it is of the day that the document tells of it."
)
NO_TIME = name_rule("claims.no_time", "The words put it in the past, or leave it open, without a time.")
EARLIER = name_rule("claims.earlier", "The words say that it came before something else whose day they give.")
TOLD_NEXT = name_rule("claims.told_next", "The next sentence tells on which day this happened.")
STANDING = frozenset(
    {ClaimKind.CONTROL_STATE, ClaimKind.STRENGTH, ClaimKind.SIEGE, ClaimKind.ARMS, ClaimKind.DISPLACEMENT}
)
HARMS = frozenset(
    {
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
        ClaimKind.CLASH,
        ClaimKind.EXPLOSION,
        ClaimKind.AIR_STRIKE,
        ClaimKind.SHELLING,
    }
)
# What is told in the pluperfect of these is told again: "had bombed the depot".
HARMED = HARMS | {ClaimKind.TOLL, ClaimKind.DESTRUCTION}
TIMELESS = frozenset({ClaimKind.FORECAST, ClaimKind.CHARACTERISATION, ClaimKind.BACKGROUND})
WITHIN = read_words("clause_times", "within")
PERFECT = read_words("clause_times", "perfect")
UP_TO = PERFECT - {"had"}
PAST_AUXILIARIES = read_words("clause_times", "past")
# What a subject can be that acts; any other subject of a killing is an event: "the collapse killed 26".
ACTING = frozenset({"force", "person", "people", "org", "state", "place", "aircraft", "weapon", "pronoun", "figure"})
OPEN_QUESTIONS = read_words("clause_times", "open_questions")
HAPPENINGS = read_words("clause_times", "happenings")
UP_TO_NOW = read_words("clause_times", "up_to_now")
HAPPENED = read_words("clause_times", "happened")
LONG_UNITS = frozenset({"week", "month", "year"})
# "Nine of those killed on Sunday".
HARMED_ONES, THOSE = frozenset({"kill", "wound", "injure", "hurt"}), frozenset({"those", "people", "person", "that"})
SHORT_UNITS = frozenset({"hour", "minute"})
LAID_BEFORE, LAYING = read_words("clause_times", "laid_before"), read_words("clause_times", "laying")
WRITING = frozenset({"write", "report", "say", "publish", "print"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The time expression of a claim, the rule that chose it or did without, its tense and whether it stands."""

    timex: Timex | None
    rule: str
    tense: str
    is_standing: bool


class Times:
    """Gives the time expressions of one document to the predicates they hang on."""

    def __init__(self, scene: Scene, seen: frozenset[int]) -> None:
        self.scene = scene
        self.seen = seen
        self.paths = TimePaths(scene, seen)
        self.clauses = ClauseTimes(scene, seen, self.paths)

    def find(self, draft: Draft) -> Timing:
        """Return the timing of a claim.

        Its own expression first, then that of the clause it is joined to. A time on the word of saying dates
        the saying: fresh news is of that day or shortly before. Without any, states and fresh news are of the
        document's day; what is only taken for granted of the past, and what is expected, has none.
        """
        sighting, holding, kind = draft.sighting, draft.holding, draft.kind
        tense = find_tense(self.scene, sighting, holding)
        stands = kind in STANDING or tense == "present"
        said = self._said(draft)
        timex, rule = self._find(draft, said)
        if timex is not None and timex.kind is TimexKind.SET and tense == "present":
            # "Lands there every night": so it is these days.
            timex, rule = None, NO_TIME
        if rule == SHARED and self._was_laid_before(sighting):
            timex, rule = None, NO_TIME
        if rule == SHARED and timex is not None and is_moment(timex) and self._comes_before_dated(draft):
            timex, rule = None, NO_TIME
        elif timex is not None and timex.is_vague and timex.unit in SHORT_UNITS:
            timex = self._day_beside(draft) or timex
        is_open = self._is_said_some_time(draft) or self._is_undated(sighting) or self._is_of_no_day(draft, tense)
        if self._was_written_before(sighting):
            is_open, timex, rule = True, *((None, NO_TIME) if rule == SHARED else (timex, rule))
        is_fresh = self._is_fresh(sighting, kind, draft.voice.basis, tense) or self._counts_till_now(draft)
        is_bare = timex is None and not is_open and is_fresh
        if is_bare:
            timex, rule = said, self._fresh_rule(draft, tense, is_said=said is not None)
        if tense == "past" and (is_bare or (timex is not None and self.paths.tells(timex, sighting.token))):
            # "It came after a bomb went off. The blast occurred on Friday": that is when the bomb went off.
            told = self._told_next(draft)
            timex, rule = (told, TOLD_NEXT) if told is not None else (timex, rule)
        if timex is None and rule == NO_TIME and (later := self._find_later(draft)) is not None:
            timex, rule = replace(later, extent="until"), EARLIER
        return Timing(timex=timex, rule=rule, tense=tense, is_standing=stands)

    def _day_beside(self, draft: Draft) -> Timex | None:
        """Return the day of a sentence in which something lasted for hours: "on 4 May, after hours of shelling, they entered"."""
        times = self.paths.of_sentence.get(self.scene.tree.sentence(draft.sighting.token), ())
        return next((timex for timex in times if is_moment(timex)), None)

    def _is_of_no_day(self, draft: Draft, tense: str) -> bool:
        """Tell whether it is told of all time, or of an event that something looks back on or has come after."""
        is_named = draft.voice.basis is Basis.PRESUPPOSED and draft.sighting.is_nominal
        is_past = self._comes_before_dated(draft) or (is_named and is_looked_back_on(self.scene, draft.sighting))
        is_past = is_past or draft.sighting.clause in self.paths.events or self._was_laid_before(draft.sighting)
        return is_past or is_of_all_time(self.scene, draft, tense)

    def _was_laid_before(self, sighting: Sighting) -> bool:
        """Tell whether explosives that are dealt with are told as laid before ("defused bombs planted in houses")."""
        is_laying = sighting.frame.name in LAID_BEFORE and self.scene.lemma(sighting.clause) in LAYING
        return is_laying and self.scene.tree.is_relation(sighting.clause, "acl")

    def _comes_before_dated(self, draft: Draft) -> bool:
        return self._find_later(draft) is not None

    def _find_later(self, draft: Draft) -> Timex | None:
        """Return the day of what the sentence tells that came after it ("took it in March, after a siege")."""
        number = self.scene.tree.sentence(draft.sighting.token)
        after = find_after(self.scene, draft.sighting)
        times = self.paths.of_sentence.get(number, ()) if after is not None else ()
        before = [timex for timex in times if is_moment(timex) and timex.token < (after or 0)]
        return before[-1] if before else None

    def _counts_till_now(self, draft: Draft) -> bool:
        """Tell whether it tells what a war has done by now ("the war, which has killed thousands")."""
        return bool(self.scene.helping(draft.sighting.clause) & UP_TO) and is_of_war(self.scene, draft)

    def _fresh_rule(self, draft: Draft, tense: str, *, is_said: bool) -> str:
        """Return by which rule a claim without a time is of the day: some may belong to an event told before."""
        is_sum = draft.kind is ClaimKind.TOLL and draft.sighting.count is not None and not self._is_part(draft.sighting)
        is_back = tense == "pluperfect" and draft.kind in HARMED
        if draft.kind not in STANDING and not is_sum and (is_back or self._speaks_of_known(draft.sighting)):
            return KNOWN
        if is_said:
            return SAID
        return CONTINUES if tense == "past" and self._is_narrated(draft.sighting) else DOCUMENT

    def _is_part(self, sighting: Sighting) -> bool:
        """Tell whether a number counts some of those that were counted before: "three of the dead"."""
        count = sighting.count
        return count is not None and (count.is_part or any(self.scene.figure_at[t].is_part for t in count.figures))

    def _speaks_of_known(self, sighting: Sighting) -> bool:
        """Tell whether the event is taken for known: "the attack", "the collapse killed 26", "killed in the strike"."""
        if sighting.count is not None:
            return sighting.count.what in {None, Measure.FATALITIES, Measure.INJURED}
        if sighting.is_nominal:
            return is_definite(self.scene, sighting.token)
        if not sighting.frame.by_means:
            return False
        near = self.scene.tree.children(sighting.clause, "nsubj", "obl", "nmod")
        return any(self._is_known_event(token) for token in near)

    def _is_known_event(self, token: int) -> bool:
        is_cause = self.scene.tree.is_relation(token, "nsubj") and not self.scene.classes(token) & ACTING
        is_event = self.scene.parse.universal[token] == "NOUN" and (token in self.seen or is_cause)
        return is_event and is_definite(self.scene, token) and self.scene.tree.case(token) in {None, *WITHIN}

    def _is_narrated(self, sighting: Sighting) -> bool:
        """Tell whether a claim is told in the simple past: "have taken" is news."""
        tree, head = self.scene.tree, find_ruling(self.scene, sighting.clause)
        if sighting.is_nominal or sighting.is_adjective:
            return False
        helping = self.scene.helping(head)
        # Taggers take "buried" of "the mud buried the road" for a participle now and then.
        is_finite = not helping and self.scene.parse.tags[head] == "VBN" and tree.child(head, "nsubj") is not None
        is_past = bool(helping & PAST_AUXILIARIES) or is_finite or self.scene.parse.tags[head] == "VBD"
        return not helping & PERFECT and is_past

    def _find(self, draft: Draft, said: Timex | None) -> tuple[Timex | None, str]:
        own = self.clauses.own(draft)
        if own is not None and said is not None and said.unit in LONG_UNITS and _is_length_till_now(own):
            # "We have waited for 20 days now", he said last week: that is not counted from the day of the report.
            return said, SAID
        if own is not None and not self._is_of_deed_judged(draft, own):
            return _count_from(own, said), OWN
        if own is None and (judged := self._of_judged(draft.sighting)) is not None:
            return judged, OWN
        shared = self.clauses.beside(draft)
        return (_count_from(shared, said), SHARED) if shared is not None else (None, NO_TIME)

    def _is_of_deed_judged(self, draft: Draft, timex: Timex) -> bool:
        """Tell whether a week or month is that of the deed which somebody judges: "condemned the killing of ... *last week*"."""
        if not draft.voice.is_own_act or draft.kind is not ClaimKind.DIPLOMACY or timex.unit not in LONG_UNITS:
            return False
        things = self.scene.tree.children(draft.sighting.clause, "obj")
        return any("act" in self.scene.classes(t) and t < timex.token for t in things)

    def _of_judged(self, sighting: Sighting) -> Timex | None:
        """Return the week or month of a deed that somebody judges: "condemned *the killing* of nine teachers last week"."""
        verb = self.scene.parse.heads[sighting.token]
        is_judged = (
            verb in self.scene.cue_at and verb in self.seen and self.scene.tree.is_relation(sighting.token, "obj")
        )
        if not is_judged:
            return None
        hung = (t for t in self.scene.layers.mentions.timexes if self.scene.parse.heads[t.token] == verb)
        return next((t for t in hung if t.unit in LONG_UNITS and sighting.token < t.token), None)

    def _told_next(self, draft: Draft) -> Timex | None:
        """Return the day that the next sentence gives for harm: "Gunmen killed nine. The incident happened on Sunday".

        Its subject speaks of a happening by a word for any of them, or of the harm by an event noun, its verb says
        only that it happened, and it gives one day.
        """
        sighting, tree = draft.sighting, self.scene.tree
        number = tree.sentence(sighting.token) + 1
        is_harm = sighting.count is not None or sighting.frame.by_means or draft.kind in HARMS
        if not is_harm or draft.voice.basis is not Basis.STATED or number >= len(self.scene.parse.sentences):
            return None
        timexes = [t for t in self.paths.of_sentence.get(number, ()) if is_moment(t)]
        verbs = (t for t in range(*self.scene.parse.sentences[number]) if self.scene.lemma(t) in HAPPENED)
        subjects = ((verb, tree.child(verb, "nsubj")) for verb in verbs)
        # "The attack, which took place on Sunday, ..." tells it as well.
        told = [verb for verb, t in subjects if self._is_happening(None if t is None else tree.antecedent(t))]
        told += self._deaths_counted(number)
        is_told = any(tree.is_below(timexes[0].token, verb) for verb in told) if timexes else False
        return timexes[0] if is_told and len(timexes) == 1 else None

    def _deaths_counted(self, number: int) -> list[int]:
        """Return the participles of a sentence that tell of which harm some are counted ("nine of those *killed* on Sunday")."""
        tree, dead = self.scene.tree, range(*self.scene.parse.sentences[number])
        harmed = [t for t in dead if self.scene.lemma(t) in HARMED_ONES and tree.is_relation(t, "acl")]
        return [t for t in harmed if self.scene.lemma(self.scene.parse.heads[t]) in THOSE]

    def _is_happening(self, token: int | None) -> bool:
        if token is None or not is_definite(self.scene, token):
            return False
        return self.scene.lemma(token) in HAPPENINGS or token in self.seen

    def _said(self, draft: Draft) -> Timex | None:
        """Return the time at which the words of a claim were said, where the sentence tells it."""
        item = draft.voice.item
        if item is None or item.cue is None or draft.voice.is_own_act:
            return None
        cues = self.scene.tokens(item.cue)
        found = [self.paths.direct(token) for token in cues]
        own = next((timex for timex in found if timex is not None and is_moment(timex)), None)
        return own or self._find_below(item, cues)

    def _find_below(self, item: Attribution, cues: range) -> Timex | None:
        """Return the one time that hangs further below a word of saying ("said in a statement carried on Monday")."""
        tree = self.scene.tree
        apart = {token for words in item.content for token in self.scene.tokens(words)}
        sources = [self.scene.tokens(source.span) for source in item.chain if source.span is not None]
        # What stands between a speaker and the word of saying only tells who speaks, and so does a clause on a speaker.
        apart |= {t for source in sources for t in range(source.start, max(cues, default=0))}
        clauses = (c for source in sources for token in source for c in tree.children(token, "acl", "appos"))
        apart |= {t for clause in clauses for t in tree.subtree(clause)}
        near = (timex for cue in cues for timex in self.paths.of_sentence.get(tree.sentence(cue), ()))
        below = {t for t in near if t.token not in apart and any(tree.is_below(t.token, cue) for cue in cues)}
        only = below.pop() if len(below) == 1 else None
        return only if only is not None and is_moment(only) else None

    def _is_said_some_time(self, draft: Draft) -> bool:
        """Tell whether the words were said at a time that no dates can be given for: "was told recently that ..."."""
        item = draft.voice.item
        if item is None or item.cue is None or draft.voice.is_own_act:
            return False
        governed = (timex for token in self.scene.tokens(item.cue) for timex in self.paths.governed.get(token, ()))
        return any(timex.is_vague and not self._is_up_to_now(timex) for timex in governed)

    def _is_up_to_now(self, timex: Timex) -> bool:
        """Tell whether words mean all the time up to the report ("has *so far* counted 12"): said now, then."""
        return timex.span.read(self.scene.layers.document.text).casefold() in UP_TO_NOW

    def _was_written_before(self, sighting: Sighting) -> bool:
        """Tell whether an outlet repeats what it wrote another day: "on Wednesday we wrote that shells hit the mill"."""
        tree, clause = self.scene.tree, find_first_conjunct(self.scene, sighting.clause)
        verb = self.scene.parse.heads[clause]
        subject = tree.child(verb, "nsubj")
        is_own = subject is not None and self.scene.lemma(subject) == "we" and self.scene.lemma(verb) in WRITING
        return is_own and tree.is_relation(clause, "ccomp") and self.paths.direct(verb) is not None

    def _is_undated(self, sighting: Sighting) -> bool:
        """Tell whether a clause is a question that is left open: "it is unclear if planes were used"."""
        tree, clause = self.scene.tree, sighting.clause
        if sighting.is_nominal or sighting.is_adjective:
            return False
        mark = tree.child(clause, "mark")
        if (
            mark is not None
            and self.scene.lemma(mark) in OPEN_QUESTIONS
            and tree.is_relation(clause, "advcl", "ccomp", "csubj")
        ):
            return self.scene.parse.tags[clause] in {"VBN", "VBD"} and not self.scene.helping(clause) & PERFECT
        return False

    def _is_fresh(self, sighting: Sighting, kind: ClaimKind, basis: Basis, tense: str) -> bool:
        if kind in TIMELESS or tense == "future":
            return False
        if sighting.is_adjective:
            return kind in STANDING
        if basis is Basis.PRESUPPOSED and not sighting.is_nominal:
            return tense == "present"
        return (
            tense != "pluperfect"
            or sighting.clause in self.scene.cue_at
            or self.scene.item_of(sighting.token) is not None
        )


def _is_length_till_now(timex: Timex) -> bool:
    return timex.kind is TimexKind.DURATION and timex.event is None and timex.anchor is AnchorKind.DOCUMENT


def _count_from(timex: Timex, said: Timex | None) -> Timex:
    """Return a time that a speaker counts from the day of speaking ("'this morning', he said on Monday")."""
    is_today = timex.unit == "day" and timex.amount == 0 and timex.anchor is AnchorKind.DOCUMENT
    return replace(said, span=timex.span, token=timex.token, part=timex.part) if said and is_today else timex
