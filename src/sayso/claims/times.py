"""When is a claim set? The time expression that hangs on its predicate, and the tense of its words."""

from dataclasses import dataclass, replace

from sayso.claims.drafts import Draft
from sayso.claims.modes import Holding, Mode
from sayso.claims.roles import VERBAL, is_definite
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.claims.time_paths import TimePaths, is_datable
from sayso.lexicons import read_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, Basis, ClaimKind, Measure
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
TOLD_NEXT = name_rule("claims.told_next", "The next sentence tells on which day this happened.")
STANDING = frozenset(
    {ClaimKind.CONTROL_STATE, ClaimKind.STRENGTH, ClaimKind.SIEGE, ClaimKind.ARMS, ClaimKind.DISPLACEMENT}
)
JOINED = ("conj", "advcl", "xcomp", "acl", "nmod", "obl", "obj", "nsubj", "amod")
HARMS = frozenset(
    {
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
        ClaimKind.CLASH,
        ClaimKind.EXPLOSION,
        ClaimKind.AIR_STRIKE,
        ClaimKind.SHELLING,
    }
)
TIMELESS = frozenset({ClaimKind.FORECAST, ClaimKind.CHARACTERISATION, ClaimKind.BACKGROUND})
WITHIN = read_words("clause_times", "within")
PERFECT = read_words("clause_times", "perfect")
PAST_AUXILIARIES = read_words("clause_times", "past")
# What a subject can be that acts; any other subject of a killing is an event: "the collapse killed 26".
ACTING = frozenset({"force", "person", "people", "org", "state", "place", "aircraft", "weapon", "pronoun", "figure"})
PHASES = read_words("clause_times", "phases")
SIMULTANEOUS = read_words("clause_times", "simultaneous")
OPEN_QUESTIONS = read_words("clause_times", "open_questions")
AFTERMATH = read_words("clause_times", "aftermath")
HAPPENINGS = read_words("clause_times", "happenings")
HAPPENED = read_words("clause_times", "happened")
TELLING_MORE = read_words("clause_times", "telling_more")


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
        is_open = self._is_said_some_time(draft) or self._is_undated(sighting)
        if timex is None and not is_open and self._is_fresh(sighting, kind, draft.voice.basis, tense):
            timex, rule = said, self._fresh_rule(draft, tense, is_said=said is not None)
            told = self._told_next(draft) if tense == "past" else None
            timex, rule = (told, TOLD_NEXT) if told is not None else (timex, rule)
        return Timing(timex=timex, rule=rule, tense=tense, is_standing=stands)

    def _fresh_rule(self, draft: Draft, tense: str, *, is_said: bool) -> str:
        """Return by which rule a claim without a time is of the day: some may belong to an event told before."""
        is_sum = draft.sighting.count is not None and draft.kind is ClaimKind.TOLL
        if draft.kind not in STANDING and not is_sum and self._speaks_of_known(draft.sighting):
            return KNOWN
        if is_said:
            return SAID
        return CONTINUES if tense == "past" and self._is_narrated(draft.sighting) else DOCUMENT

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
        tree, head = self.scene.tree, sighting.clause
        if sighting.is_nominal or sighting.is_adjective:
            return False
        words = {self.scene.parse.words[t].casefold() for t in tree.children(head, "aux")}
        # Taggers take "buried" of "the mud buried the road" for a participle now and then.
        is_finite = not words and self.scene.parse.tags[head] == "VBN" and tree.child(head, "nsubj") is not None
        is_past = bool(words & PAST_AUXILIARIES) or is_finite or self.scene.parse.tags[head] == "VBD"
        return not words & PERFECT and is_past

    def _find(self, draft: Draft, said: Timex | None) -> tuple[Timex | None, str]:
        own = self._own(draft.sighting, draft.holding) or self._inside(draft.run)
        if own is not None:
            return _count_from(own, said), OWN
        shared = self._of_cause(draft) or self._shared(draft) or self._lone(draft)
        return (_count_from(shared, said), SHARED) if shared is not None else (None, NO_TIME)

    def _own(self, sighting: Sighting, holding: Holding) -> Timex | None:
        spots = [sighting.token, sighting.clause, holding.head]
        if sighting.is_adjective:
            return self.paths.direct(sighting.token) or self.paths.direct(self.scene.parse.heads[sighting.token])
        spots = [t for t in dict.fromkeys(spots) if t not in self.scene.cue_at or t == sighting.token]
        found = [timex for t in spots for timex in (self.paths.direct(t), self.paths.below(t)) if timex is not None]
        found = [timex for timex in found if not self.paths.tells(timex, sighting.token)]
        return next((t for t in found if is_datable(t)), found[0] if found else self._of_when(sighting.clause))

    def _of_when(self, clause: int) -> Timex | None:
        """Return the time that a clause tells more of: "since 1998, when 41 miners died".

        It stands right before "when", whatever the parser hangs the clause on.
        """
        marks = self.scene.tree.children(clause, "advmod", "mark")
        when = next((token for token in marks if self.scene.lemma(token) in TELLING_MORE), None)
        if when is None or not self.scene.tree.is_relation(clause, "acl", "advcl"):
            return None
        is_after = self.scene.lemma(when) == "after"
        before = when - 1 - (self.scene.parse.words[when - 1] == ",")
        found = (t for t in self.scene.layers.mentions.timexes if before in self.scene.tokens(t.span) and is_datable(t))
        return next((replace(t, extent="at") for t in found if t.extent == "since" or not is_after), None)

    def _of_cause(self, draft: Draft) -> Timex | None:
        """Return the time of what harmed people: "nine were killed after the dam gave way on Monday".

        It is the only one of the sentence, behind an "after" or "when" that stands behind the harm, or behind the
        event that the harm is told of: "nine were killed in a raid that began on Monday".
        """
        if not draft.sighting.frame.by_means and draft.sighting.count is None:
            return None
        number = self.scene.tree.sentence(draft.sighting.token)
        timexes = [t for t in self.paths.of_sentence.get(number, ()) if _is_moment(t)]
        if len(timexes) != 1 or timexes[0].amount == 0:
            return None
        between = range(draft.sighting.token + 1, timexes[0].token)
        is_behind = any(self._is_mark(t) or self._is_harmful(t) for t in between)
        return timexes[0] if is_behind and not any(t in self.scene.cue_at for t in between) else None

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
        timexes = [t for t in self.paths.of_sentence.get(number, ()) if _is_moment(t)]
        verbs = (t for t in range(*self.scene.parse.sentences[number]) if self.scene.lemma(t) in HAPPENED)
        is_told = any(self._is_happening(tree.child(verb, "nsubj")) for verb in verbs)
        return timexes[0] if is_told and len(timexes) == 1 else None

    def _is_happening(self, token: int | None) -> bool:
        if token is None or not is_definite(self.scene, token):
            return False
        return self.scene.lemma(token) in HAPPENINGS or token in self.seen

    def _is_mark(self, token: int) -> bool:
        return self.scene.parse.words[token].casefold() in AFTERMATH

    def _is_harmful(self, token: int) -> bool:
        """Tell whether a word is the event that people are told to be harmed in: "in the raid"."""
        is_event = token in self.seen and self.scene.parse.tags[token] in {"NN", "NNS", "VBG"}
        return is_event and self.scene.tree.case(token) in WITHIN

    def _inside(self, run: tuple[int, int]) -> Timex | None:
        """Return a time expression among the words of a claim that hangs on no other report or word of saying."""
        inside = range(*run)
        for governor, timexes in self.paths.governed.items():
            if governor in self.seen or governor in self.scene.cue_at:
                continue
            for timex in timexes:
                if timex.token in inside:
                    return timex
        return None

    def _shared(self, draft: Draft) -> Timex | None:
        """Return the time of the clause that this one is joined to, or that its event noun stands in.

        What is taken for granted shares it only as a state ("the besieged town"): it held then.
        """
        tree, token = self.scene.tree, draft.sighting.clause
        is_state, sighting = draft.sighting.is_adjective, draft.sighting
        is_around = self._is_around(sighting.clause) or self._is_when(sighting.clause)
        if draft.voice.basis is Basis.PRESUPPOSED and not (is_state or is_around or self._is_carried_out(sighting)):
            return None
        while tree.is_relation(token, *JOINED) and not self._is_apart(token):
            token = self.scene.parse.heads[token]
            if token in self.scene.cue_at:
                return None
            timex = self.paths.direct(token) or self.paths.below(token)
            if timex is not None and (is_datable(timex) or not is_state):
                return timex
        return self._of_conjunct(draft.sighting.clause)

    def _lone(self, draft: Draft) -> Timex | None:
        """Return the only date of a sentence with a single report: parsers do not always hang it where it belongs."""
        number = self.scene.tree.sentence(draft.sighting.token)
        first, last = self.scene.parse.sentences[number]
        is_single = all(
            t in (draft.sighting.token, draft.sighting.clause) for t in range(first, last) if t in self.seen
        )
        timexes = self.paths.of_sentence.get(number, ())
        is_free = len(timexes) == 1 and _is_moment(timexes[0]) and self.paths.is_free(timexes[0])
        return timexes[0] if is_single and is_free and draft.voice.basis is Basis.STATED else None

    def _is_carried_out(self, sighting: Sighting) -> bool:
        """Tell whether the verb above only says that the event went on: "completed the capture this morning"."""
        above = self.scene.parse.heads[sighting.token]
        return self.scene.tree.is_relation(sighting.token, "obj") and self.scene.lemma(above) in PHASES

    def _of_conjunct(self, clause: int) -> Timex | None:
        """Return the time at the end of what is coordinated: "killed three and wounded five on Friday"."""
        for other in self.scene.tree.children(clause, "conj"):
            timex = self.paths.direct(other)
            if timex and timex.extent == "at" and self.scene.tree.child(other, "nsubj") is None:
                return timex
        return None

    def _is_when(self, clause: int) -> bool:
        """Tell whether a clause tells what happened as its main clause did: "two were hurt when planes hit the office"."""
        tree, above = self.scene.tree, self.scene.parse.heads[clause]
        marks = tree.children(clause, "advmod", "mark")
        is_when = tree.is_relation(clause, "advcl") and any(self.scene.lemma(token) == "when" for token in marks)
        return is_when and clause > above and above in self.seen and self.scene.parse.tags[above] in {"VBD", "VBN"}

    def _is_around(self, clause: int) -> bool:
        """Tell whether a clause tells what was so where its main clause happened: "..., where families were hiding"."""
        tree = self.scene.tree
        is_where = any(self.scene.lemma(token) == "where" for token in tree.children(clause, "advmod", "mark"))
        helpers = {self.scene.parse.words[token].casefold() for token in tree.children(clause, "aux")}
        return is_where and bool(helpers & {"was", "were", "had"})

    def _is_apart(self, token: int) -> bool:
        """Tell whether a clause has a time of its own to find: a relative clause, or one before its main clause."""
        if self._is_around(token) or self._is_when(token):
            return False
        relation = self.scene.parse.relations[token]
        is_before = relation.startswith("advcl") and token < self.scene.parse.heads[token]
        mark = self.scene.tree.child(token, "mark")
        is_marked = mark is not None and self.scene.lemma(mark) not in SIMULTANEOUS
        return relation == "acl:relcl" or is_before or is_marked or token in self.paths.events

    def _said(self, draft: Draft) -> Timex | None:
        """Return the time at which the words of a claim were said, where the sentence tells it."""
        item = draft.voice.item
        if item is None or item.cue is None or draft.voice.is_own_act:
            return None
        found = [self.paths.direct(token) for token in self.scene.tokens(item.cue)]
        return next((timex for timex in found if timex is not None and _is_moment(timex)), None)

    def _is_said_some_time(self, draft: Draft) -> bool:
        """Tell whether the words were said at a time that no dates can be given for: "was told recently that ..."."""
        item = draft.voice.item
        if item is None or item.cue is None or draft.voice.is_own_act:
            return False
        governed = (timex for token in self.scene.tokens(item.cue) for timex in self.paths.governed.get(token, ()))
        return any(timex.is_vague for timex in governed)

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
            words = {self.scene.parse.words[token].casefold() for token in tree.children(clause, "aux")}
            return self.scene.parse.tags[clause] in {"VBN", "VBD"} and not words & PERFECT
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


def _is_moment(timex: Timex) -> bool:
    return is_datable(timex) and timex.extent == "at"


def _count_from(timex: Timex, said: Timex | None) -> Timex:
    """Return a time that a speaker counts from the day of speaking ("'this morning', he said on Monday")."""
    is_today = timex.unit == "day" and timex.amount == 0 and timex.anchor is AnchorKind.DOCUMENT
    return replace(said, span=timex.span, token=timex.token, part=timex.part) if said and is_today else timex


def find_tense(scene: Scene, sighting: Sighting, holding: Holding) -> str:
    """Return past, present or future (pluperfect: "had endured") of the clause a claim stands in."""
    if holding.mode in {Mode.EXPECTED, Mode.INTENDED}:
        return "future"
    head = sighting.clause
    if sighting.is_nominal:
        head = next((t for t in scene.tree.ancestors(head) if scene.parse.universal[t] in VERBAL), head)
    verbs = [head, *scene.tree.children(head, "aux", "cop")]
    tags = {scene.parse.tags[t] for t in verbs}
    lemmas = {scene.parse.words[t].casefold() for t in scene.tree.children(head, "aux")}
    if "had" in lemmas:
        return "pluperfect"
    if tags & {"VBD"} or lemmas & {"has", "have", "was", "were"} or sighting.is_nominal:
        return "past"
    return "present" if tags & {"VBZ", "VBP", "VBG"} else "past"
