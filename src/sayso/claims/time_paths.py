"""Which time expressions date a clause? Those that hang on it, and those that the tree shows further down in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene, words
from sayso.lexicons import read_words
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex

# The ways down from a predicate to a time of its own; a clause below it has its own time.
DOWN = ("obl", "nmod", "obj", "nsubj", "advmod", "xcomp", "appos", "fixed", "compound", "amod", "det", "nummod")
SHIFTING, COUNTERS = read_words("clause_times", "shifting"), read_words("clause_times", "counters")
SPANNING = frozenset({"in", "within"})
# So many words at most say from what something has changed: "up from around 80,000 people".
LONGEST_CHANGE = 6
RANKS, CHANGES = read_words("clause_times", "ranks"), read_words("clause_times", "changes")
DURING = words("during")
LONG_CLAUSE = 3
# "In its fifth month" tells more than a "now" beside it.
ORDINAL = "mentions.ordinal"
PARTS_OF_DAY = frozenset({"mentions.part_of_day", "mentions.clock"})
FARTHEST = 6


@dataclass(frozen=True)
class TimePaths:
    """The time expressions of one document by the words that they date."""

    scene: Scene
    seen: frozenset[int]

    @cached_property
    def governed(self) -> Mapping[int, Sequence[Timex]]:
        """The time expressions that hang on each predicate or word of saying."""
        found: dict[int, list[Timex]] = {}
        for timex in self._dating:
            found.setdefault(self._governor(timex), []).append(timex)
        return found

    @cached_property
    def _dating(self) -> Sequence[Timex]:
        """The time expressions that can date anything: not those of "the first rocket since 1970", "down from 50 in May".

        Nor those of "the second attack in three days".

        Nor that of a count: "yesterday's toll" tells when people were counted, and not when they died.
        """
        timexes = self.scene.layers.mentions.timexes
        apart = (self._compares, self._is_of_count, self._is_over)
        return tuple(timex for timex in timexes if not any(is_apart(timex) for is_apart in apart))

    def _is_over(self, timex: Timex) -> bool:
        """Tell whether a length of time was over when something happened: "lifted the siege after 200 days"."""
        is_length = timex.amount is not None and timex.event is None and timex.kind is TimexKind.DURATION
        return is_length and self.scene.lemma(self.scene.tokens(timex.span).start) == "after"

    def _is_of_count(self, timex: Timex) -> bool:
        is_owner = self.scene.tree.is_relation(timex.token, "nmod:poss")
        return is_owner and self.scene.lemma(self.scene.parse.heads[timex.token]) in COUNTERS

    def _compares(self, timex: Timex) -> bool:
        above = self.scene.parse.heads[timex.token]
        if any(self.scene.lemma(t) in CHANGES for t in (above, self.scene.parse.heads[above])):
            return True
        first = self.scene.tokens(timex.span).start
        before = range(max(0, first - LONGEST_CHANGE), first)
        if any(self.scene.lemma(t) in CHANGES and self.scene.lemma(t + 1) == "from" for t in before):
            return True
        if self._dates_former_count(timex, first):
            return True
        is_span = timex.extent == "since" or (
            timex.amount is not None and self.scene.tree.case(timex.token) in SPANNING
        )
        if not is_span or self.scene.parse.universal[above] not in {"NOUN", "ADJ"}:
            return False
        return any(self._ranks(t) for t in (above, *self.scene.tree.children(above, "amod")))

    def _dates_former_count(self, timex: Timex, first: int) -> bool:
        """Tell whether a time is that of the number from which another rose: "rose to 15, from nine *a day earlier*"."""
        former = self.scene.figure_at.get(first - 1)
        if former is None or timex.amount is None:
            return False
        return self.scene.lemma(self.scene.tokens(former.span).start - 1) == "from"

    def _ranks(self, token: int) -> bool:
        """Tell whether a word sets one above or before all others: "the worst", "the most violent", "the first"."""
        degrees = self.scene.tree.children(token, "advmod")
        is_most = any(self.scene.parse.tags[t] == "RBS" for t in degrees)
        return is_most or self.scene.parse.tags[token] == "JJS" or self.scene.lemma(token) in RANKS

    def _governor(self, timex: Timex) -> int:
        """Return the predicate that a time expression hangs on: the event noun right before it, the nearest one above.

        Parsers hang "in June" of "the capture in June" now on the noun, now on the verb.
        """
        first = self.scene.tokens(timex.span).start
        if first - 1 in self.seen and self.scene.parse.universal[first - 1] == "NOUN":
            return first - 1
        token = timex.token
        for above in self.scene.tree.ancestors(token):
            if self._is_behind(above, timex) or self._is_opened_behind(above, timex):
                continue
            relative = self._relative_before(above, first)
            if relative is not None:
                return relative
            if above in self.seen or above in self.scene.cue_at or self.scene.parse.universal[above] in VERBAL:
                return above
            token = above
        return token

    def _relative_before(self, above: int, first: int) -> int | None:
        """Return the relative clause of a subject that a time ends ("those who came a week ago left" tells when they came)."""
        subject = self.scene.tree.child(above, "nsubj")
        if subject is None or not subject < first < above:
            return None
        clauses = self.scene.tree.children(subject, "acl:relcl")
        return next((verb for verb in clauses if first - 1 in self.scene.tree.subtree(verb)), None)

    def _is_behind(self, token: int, timex: Timex) -> bool:
        """Tell whether a participle stands behind a time that dates the clause before ("attacked in May helped by allies")."""
        is_participle = (
            self.scene.tree.is_relation(token, "acl", "advcl") and self.scene.tree.child(token, "mark") is None
        )
        is_bare = is_participle and self.scene.parse.tags[token] in {"VBN", "VBG"}
        return is_bare and self.scene.parse.heads[token] < timex.token < token

    def _is_opened_behind(self, token: int, timex: Timex) -> bool:
        """Tell whether a clause opens only behind a time, which dates the one before ("met on Monday after troops left")."""
        mark = self.scene.tree.child(token, "mark")
        return mark is not None and timex.token < mark and self.scene.parse.heads[token] < timex.token

    def direct(self, token: int) -> Timex | None:
        """Return the best time expression that hangs on the token itself."""
        return _best(tuple(t for t in self.governed.get(token, ()) if not self.tells(t, token)), token)

    def tells(self, timex: Timex, token: int) -> bool:
        """Tell whether a time expression only tells the event itself ("after the attack" does not date the attack)."""
        return timex.event is not None and token in self.scene.tokens(timex.event)

    def below(self, clause: int) -> Timex | None:
        """Return the best time expression inside a clause: nearest in the tree, then in the text.

        One at the end of a phrase may hang on any noun of it ("talks on the release of the pilot last week").
        What stands after "after" or "before" dates something else.
        """
        found = [
            timex
            for timex in self._in_sentence(clause)
            if timex.extent in {"at", "during"} and not self.tells(timex, clause) and self._leads_to(timex, clause)
            if not self._is_opened_behind(clause, timex)
        ]
        return _best(found, clause)

    def _in_sentence(self, token: int) -> Iterator[Timex]:
        number = self.scene.tree.sentence(token)
        return iter(self.of_sentence.get(number, ()))

    @cached_property
    def events(self) -> frozenset[int]:
        """The words of events that other times are counted from ("two days after the army left")."""
        timexes = self.scene.layers.mentions.timexes
        return frozenset(t for x in timexes if x.event and x.amount for t in self.scene.tokens(x.event))

    def is_free(self, timex: Timex) -> bool:
        """Tell whether a time expression stands at the end of a phrase of its clause, not in one of its own."""
        clauses = [t for t in self.scene.tree.ancestors(timex.token) if self.scene.parse.universal[t] in VERBAL]
        apart = ("acl", "advcl", "ccomp", "csubj", "parataxis")
        is_apart = any(self.scene.tree.is_relation(t, *apart) for t in clauses[:1])
        return not is_apart and not any(t in self.scene.cue_at for t in clauses)

    @cached_property
    def of_sentence(self) -> Mapping[int, Sequence[Timex]]:
        """The time expressions of each sentence."""
        found: dict[int, list[Timex]] = {}
        for timex in self._dating:
            found.setdefault(self.scene.tree.sentence(timex.token), []).append(timex)
        return found

    def _leads_to(self, timex: Timex, clause: int) -> bool:
        token = timex.token
        for _ in range(FARTHEST):
            if token == clause:
                return True
            if self.scene.parse.heads[token] == token or not self._is_passable(token, timex, clause):
                return False
            token = self.scene.parse.heads[token]
        return False

    def _is_passable(self, token: int, timex: Timex, clause: int) -> bool:
        """Tell whether a word between a time and a predicate lets the time through.

        A participle does where the time stands at the end of a long clause behind the predicate: then it may
        date either ("evacuated those trapped inside the town in May").
        """
        tree = self.scene.tree
        if token in self.scene.cue_at or tree.case(token) in SHIFTING:
            return False
        if tree.is_relation(token, *DOWN):
            return True
        if self.scene.lemma(self.scene.parse.heads[token]) in COUNTERS:
            return True
        is_participle = self.scene.parse.relations[token] == "acl" and self.scene.parse.tags[token] in {"VBN", "VBG"}
        is_gerund = tree.is_relation(token, "advcl") and tree.child(token, "nsubj") is None and token == timex.token
        is_late = clause < token and self.scene.tokens(timex.span).start - token > LONG_CLAUSE
        return is_gerund or (is_participle and is_late) or self._is_case_gerund(token) or self._is_aim(token)

    def _is_aim(self, token: int) -> bool:
        """Tell whether an infinitive says what an event is for: a day behind it is that of the event ("a push to retake it on Friday")."""
        mark = self.scene.tree.child(token, "mark")
        is_infinitive = (
            self.scene.parse.relations[token] == "acl" and mark is not None and self.scene.lemma(mark) == "to"
        )
        return is_infinitive and self.scene.parse.heads[token] in self.seen

    def _is_case_gerund(self, token: int) -> bool:
        """Tell whether a gerund stands for a noun behind a preposition ("died in fighting")."""
        is_gerund = self.scene.parse.tags[token] == "VBG" and self.scene.tree.is_relation(token, "advcl", "acl")
        mark = self.scene.tree.child(token, "mark", "case")
        return is_gerund and mark is not None and self.scene.lemma(mark) in DURING


def is_datable(timex: Timex) -> bool:
    """Tell whether dates can be made of a time expression by itself."""
    return not timex.is_vague and timex.anchor in {AnchorKind.DOCUMENT, AnchorKind.ABSOLUTE}


def is_moment(timex: Timex) -> bool:
    """Tell whether dates can be made of a time expression that tells when, or from when to when, not since or until when."""
    is_range = timex.weekday is not None and timex.extent == "during"
    return is_datable(timex) and (timex.extent == "at" or is_range)


def _best(timexes: Sequence[Timex], token: int) -> Timex | None:
    """Return what dates best: a point in time before a length or event, a day before a year, then the nearest in the text."""
    return min(
        timexes,
        key=lambda t: (
            not (is_datable(t) or t.rule == ORDINAL),
            t.is_vague,
            _is_now(t),
            _is_part_of_day(t),
            not is_datable(t),
            t.extent != "at",
            _is_long(t) and any(_is_day(other) for other in timexes),
            abs(t.token - token),
        ),
        default=None,
    )


def _is_long(timex: Timex) -> bool:
    """Tell whether the words name a whole month or year."""
    return timex.unit in {"month", "year", "decade"} and timex.day is None and abs(timex.amount or 0) <= 1


def _is_day(timex: Timex) -> bool:
    return is_moment(timex) and (timex.day is not None or timex.weekday is not None)


def _is_part_of_day(timex: Timex) -> bool:
    """Tell whether the words name a part of some day: beside one that names the day they add nothing."""
    return timex.part is not None and timex.amount == 0 and timex.rule in PARTS_OF_DAY


def _is_now(timex: Timex) -> bool:
    """Tell whether the words mean only the present: beside another time they add nothing."""
    return (timex.unit, timex.amount, timex.part) == ("day", 0, None)
