"""Which time expression of its sentence dates a claim? Its own first, then that of the clause it is joined to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.claims.drafts import Draft
from sayso.claims.holdings import Holding
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.claims.time_paths import TimePaths, is_datable, is_moment
from sayso.lexicons import read_words
from sayso.model.kinds import Basis, ClaimKind, TimexKind
from sayso.model.mentions import Timex

GAPPED = "count_gapped"
JOINED = ("conj", "advcl", "xcomp", "acl", "nmod", "obl", "obj", "nsubj", "amod")
WITHIN = read_words("clause_times", "within")
PHASES = read_words("clause_times", "phases")
TOGETHER = read_words("clause_times", "together")
SIMULTANEOUS = read_words("clause_times", "simultaneous")
AFTERMATH = read_words("clause_times", "aftermath")
TELLING_MORE = read_words("clause_times", "telling_more")
SPELLS = read_words("clause_times", "spells")
# "Violence that had already broken out": the verb stands no farther behind its event.
FARTHEST_VERB = 5
HAPPENINGS = read_words("clause_times", "happenings")
HAPPENED, CARRIED_OUT = read_words("clause_times", "happened"), read_words("clause_times", "carried_out")


@dataclass(frozen=True)
class ClauseTimes:
    """Finds the time expressions of the claims of one document; `seen` are the predicates of all of them."""

    scene: Scene
    seen: frozenset[int]
    paths: TimePaths

    def own(self, draft: Draft) -> Timex | None:
        """Return the time expression in the words of a claim, or right beside them."""
        behind = self._right_behind(draft) if draft.sighting.frame.name == GAPPED else None
        own = behind or self._of_length(draft.sighting) or self._own(draft.sighting, draft.holding)
        own = own or self._inside(draft.run)
        is_named = own is not None and own.event is not None and not is_datable(own)
        return (self._of_event(draft.sighting) or own) if is_named else own

    def _right_behind(self, draft: Draft) -> Timex | None:
        """Return the day right behind a number that goes without a verb: "nine in Arva on Monday and *six in Orle* on Tuesday"."""
        timexes = (t for t in self.scene.layers.mentions.timexes if is_moment(t))
        return next((t for t in timexes if 0 <= self.scene.tokens(t.span).start - draft.run[1] <= 1), None)

    def _of_length(self, sighting: Sighting) -> Timex | None:
        """Return how long something went on that a length of time is told of: "fell after *three weeks* of shelling"."""
        noun = sighting.token
        while self.scene.tree.is_relation(noun, "conj"):
            noun = self.scene.parse.heads[noun]
        if (
            not sighting.is_nominal
            or not self.scene.tree.is_relation(noun, "nmod")
            or self.scene.tree.case(noun) != "of"
        ):
            return None
        head = self.scene.parse.heads[noun]
        lengths = (t for t in self.scene.layers.mentions.timexes if t.kind is TimexKind.DURATION)
        return next((t for t in lengths if t.token == head and t.event is None and not t.is_vague), None)

    def beside(self, draft: Draft) -> Timex | None:
        """Return the time expression of what the same sentence tells beside a claim."""
        return self._of_cause(draft) or self._of_event(draft.sighting) or self._shared(draft) or self._lone(draft)

    def _of_event(self, sighting: Sighting) -> Timex | None:
        """Return the day of an event in which a clause is set: "killed in violence that broke out on Sunday".

        The clause on the event says only that it happened, or was carried out, and gives one day.
        """
        tree = self.scene.tree
        spots = dict.fromkeys((sighting.token, sighting.clause, *tree.conjuncts(sighting.clause)))
        events = (c for t in spots for c in tree.children(t, "obl", "nmod") if tree.case(c) in WITHIN)
        for clause in (verb for event in events for verb in self._clauses_on(event)):
            days = [t for t in self.paths.of_sentence.get(tree.sentence(clause), ()) if is_moment(t)]
            days = [t for t in days if tree.is_below(t.token, clause)]
            if len(days) == 1 and not tree.is_negated(clause):
                return days[0]
        return None

    def _clauses_on(self, event: int) -> Iterator[int]:
        """Yield the verbs right behind an event that say only that it happened, whatever the parse hangs them on."""
        end = self.scene.parse.sentences[self.scene.tree.sentence(event)][1]
        for token in range(event + 1, min(event + FARTHEST_VERB, end)):
            if self.scene.parse.universal[token] == "VERB":
                is_plain = self.scene.lemma(token) in (HAPPENED if token > event + 1 else HAPPENED | CARRIED_OUT)
                yield from (token,) if is_plain else ()
                return
            if self.scene.parse.universal[token] not in {"PRON", "AUX", "ADV", "PUNCT"}:
                return

    def _own(self, sighting: Sighting, holding: Holding) -> Timex | None:
        spots = [sighting.token, sighting.clause, holding.head]
        if sighting.is_adjective:
            return self.paths.direct(sighting.token) or self.paths.direct(self.scene.parse.heads[sighting.token])
        spots = [t for t in dict.fromkeys(spots) if t not in self.scene.cue_at or t == sighting.token]
        found = [timex for t in spots for timex in (self.paths.direct(t), self.paths.below(t)) if timex is not None]
        found = [timex for timex in found if not self.paths.tells(timex, sighting.token)]
        return next((t for t in found if is_datable(t)), found[0] if found else self._of_clause(sighting.clause))

    def _of_clause(self, clause: int) -> Timex | None:
        return self._of_when(clause) or self._of_day(clause) or self._of_deed(clause)

    def _of_deed(self, noun: int) -> Timex | None:
        """Return when an event did what a clause on it tells: "the attack that killed 12 people in March"."""
        tree, parse = self.scene.tree, self.scene.parse
        clauses = [c for c in tree.children(noun, "acl") if parse.relations[c] == "acl:relcl" and c in self.seen]
        does = [c for c in clauses if parse.universal[noun] == "NOUN" and tree.subject(c) == noun]
        return next((t for c in does if (t := self.paths.direct(c)) is not None and is_moment(t)), None)

    def _of_day(self, clause: int) -> Timex | None:
        """Return the time that is called the day of what a clause tells: "Sunday was the day on which they fled".

        Parsers take "the previous night they fled" for such a night too.
        """
        tree, noun = self.scene.tree, self.scene.parse.heads[clause]
        if not tree.is_relation(clause, "acl:relcl") or self.scene.lemma(noun) not in SPELLS:
            return None
        itself = next((t for t in self.scene.layers.mentions.timexes if t.token == noun), None)
        if itself is not None:
            return itself
        named = self.scene.parse.heads[noun] if tree.is_relation(noun, "appos") else tree.child(noun, "nsubj")
        found = (t for t in self.scene.layers.mentions.timexes if named in self.scene.tokens(t.span) and is_moment(t))
        return next(found, None)

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
        is_dead = draft.kind is ClaimKind.TOLL and draft.sighting.is_nominal
        if not draft.sighting.frame.by_means and draft.sighting.count is None and not is_dead:
            return None
        number = self.scene.tree.sentence(draft.sighting.token)
        timexes = [t for t in self.paths.of_sentence.get(number, ()) if is_moment(t)]
        if len(timexes) != 1 or timexes[0].amount == 0:
            return None
        between = range(draft.sighting.token + 1, timexes[0].token)
        is_behind = any(self._is_mark(t) or self._is_harmful(t) for t in between)
        return timexes[0] if is_behind and not any(t in self.scene.cue_at for t in between) else None

    def _is_mark(self, token: int) -> bool:
        return self.scene.parse.words[token].casefold() in AFTERMATH

    def _is_harmful(self, token: int) -> bool:
        """Tell whether a word is the event that people are told to be harmed in: "in the raid"."""
        is_event = token in self.seen or self.scene.lemma(token) in HAPPENINGS
        is_event = is_event and self.scene.parse.tags[token] in {"NN", "NNS", "VBG"}
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
        if any(self.scene.lemma(t) == "since" for t in tree.children(token, "advmod")):
            # What has "since" been done is not of the time told before.
            return None
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
        return self._of_conjunct(draft.sighting.clause) or self._of_while(draft.sighting.clause)

    def _lone(self, draft: Draft) -> Timex | None:
        """Return the only date of a sentence with a single report: parsers do not always hang it where it belongs."""
        number = self.scene.tree.sentence(draft.sighting.token)
        first, last = self.scene.parse.sentences[number]
        is_single = all(
            t in (draft.sighting.token, draft.sighting.clause) for t in range(first, last) if t in self.seen
        )
        timexes = self.paths.of_sentence.get(number, ())
        is_free = len(timexes) == 1 and is_moment(timexes[0]) and self.paths.is_free(timexes[0])
        return timexes[0] if is_single and is_free and draft.voice.basis is Basis.STATED else None

    def _is_carried_out(self, sighting: Sighting) -> bool:
        """Tell whether the verb above only says that the event went on: "completed the capture this morning"."""
        above = self.scene.parse.heads[sighting.token]
        return self.scene.tree.is_relation(sighting.token, "obj") and self.scene.lemma(above) in PHASES

    def _of_conjunct(self, clause: int) -> Timex | None:
        """Return the time at the end of what is coordinated: "killed three and wounded five on Friday".

        In "three soldiers died and five were hurt on Friday" parsers now and then make a number of the second part.
        """
        tree = self.scene.tree
        for other in tree.children(clause, "conj"):
            for token in (other, *tree.children(other, "acl")):
                timex = self.paths.direct(token)
                if timex and timex.extent == "at" and tree.child(token, "nsubj") is None:
                    return timex
        return None

    def _of_while(self, clause: int) -> Timex | None:
        """Return the time of what happened at the same time: "planes bombed the port while troops left it on Friday"."""
        tree = self.scene.tree
        for other in tree.children(clause, "advcl"):
            mark = tree.child(other, "mark", "advmod")
            timex = self.paths.direct(other) if mark is not None and self.scene.lemma(mark) in TOGETHER else None
            if timex is not None and is_moment(timex) and other > clause:
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
        return is_where and bool(self.scene.helping(clause) & {"was", "were", "had"})

    def _is_apart(self, token: int) -> bool:
        """Tell whether a clause has a time of its own to find: a relative clause, or one before its main clause."""
        if self._is_around(token) or self._is_when(token):
            return False
        relation = self.scene.parse.relations[token]
        is_before = relation.startswith("advcl") and token < self.scene.parse.heads[token]
        mark = self.scene.tree.child(token, "mark")
        is_marked = mark is not None and self.scene.lemma(mark) not in SIMULTANEOUS
        return relation == "acl:relcl" or is_before or is_marked or token in self.paths.events
