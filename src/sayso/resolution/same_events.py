"""When was an event that a text speaks of again? On the day that the text tells of it elsewhere."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from sayso.lexicons import read_words
from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import AnchorKind, Basis, ClaimKind, Measure, PassageKind, Scope, Stance, TimeBasis
from sayso.model.resolved import Period
from sayso.resolution.grounds import GENERAL, OWN_RULES, Ground
from sayso.resolution.headed_days import is_headed
from sayso.resolution.headed_events import VIOLENT, find_heading_event
from sayso.resolution.periods import CONTINUES, EARLIER, FRESH, KNOWN, SAID_THEN, no_time
from sayso.text.days import is_one_day, read_days

SAME_EVENT = name_rule(
    "resolution.same_event",
    "The words take an event for granted whose day the same document tells elsewhere: same sort of event, same place.",
)
GOES_ON = name_rule(
    "resolution.goes_on", "Told in the past without a time, right after what the same paragraph gives a day for."
)
HEADED_EVENT = name_rule(
    "resolution.heading_event",
    "The page is headed by one event with its day, and tells of such harm there without a time.",
)
SAID_NEWS = name_rule(
    "resolution.said_news",
    "Harm is told without a time behind news that somebody told on a day: it was on or shortly before that day.",
)
OWN_NEWS = name_rule(
    "resolution.own_news",
    "Harm is spoken of without a time, and the document reports such harm there as its news: on or shortly before its day.",
)
TOLD = frozenset({TimeBasis.STATED, TimeBasis.RELATIVE})
# What is destroyed may have been so over a long time.
HARM = VIOLENT - {ClaimKind.DESTRUCTION}
SPOKEN = frozenset({ClaimKind.DIPLOMACY, ClaimKind.AGREEMENT, ClaimKind.POLITICS})
STANDING = frozenset(
    {ClaimKind.CONTROL_STATE, ClaimKind.STRENGTH, ClaimKind.SIEGE, ClaimKind.ARMS, ClaimKind.DISPLACEMENT}
)
GROUND = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.ADVANCE})
NEXT = 2
MONTH = timedelta(days=31)
LEAD = 3


# Rows whose claims are words about an event: who rejects one, or lays it to somebody.
WORDS_OF_EVENTS = frozenset({"denial", "blame"})


@dataclass(frozen=True)
class _Dated:
    """The claims of one document that have a day by its words, in reading order."""

    reading: Reading
    periods: Mapping[str, Period]
    ground: Ground

    def told(self) -> list[Claim]:
        return [
            claim
            for claim in self.reading.claims
            if claim.id in self.periods and _tells_time(claim, self.periods[claim.id])
        ]

    def same_event(self, claim: Claim, told: Sequence[Claim]) -> Period | None:
        """Return the period of the event that a claim speaks of again: the last such told before it, else the only one.

        One of the same kind and place name comes before one that is only like it, and one that the text tells before
        one that it takes for granted too: nothing says that these two are one. Harm told before comes before any told after. None where it is the fresh news of
        the document: its day is known only as the document's.
        """
        alike = [o for o in self._candidates(told) if self._could_be_same(claim, o)]
        if claim.kind in HARM:
            alike = [o for o in alike if o.span.start < claim.span.start] or alike
        best = max((_likeness(claim, o) for o in alike), default=0)
        alike = [o for o in alike if _likeness(claim, o) == best]
        alike = [o for o in alike if o.basis is Basis.STATED] or alike
        before = [o for o in alike if o.span.start < claim.span.start]
        event = before[-1] if before else self._only_one(alike)
        return self.periods[event.id] if event is not None and event in told else None

    def news(self, claim: Claim) -> Period | None:
        """Return the period of the document's own news that a claim takes for granted: the same sort of event, there."""
        others = [o for o in self.reading.claims if o.sentence != claim.sentence and self._is_fresh(o)]
        alike = [o for o in others if self._could_be_same(claim, o)]
        best = max((_likeness(claim, o) for o in alike), default=0)
        return next((self.periods[o.id] for o in alike if _likeness(claim, o) == best), None)

    def said_news(self, claim: Claim) -> Period | None:
        """Return the day on which somebody told the news that harm goes with: the last such before it, near it."""
        before = [
            o for o in self.reading.claims if o.sentence.start < claim.sentence.start and o.time_rule == SAID_THEN
        ]
        alike = [o for o in before if o.basis is Basis.STATED and (_are_alike(claim, o) or o.kind in GROUND)]
        near = [o for o in alike if is_one_day(self.periods[o.id].edtf) and self.ground.are_near(claim, o)]
        return self.periods[near[-1].id] if near else None

    def _is_fresh(self, claim: Claim) -> bool:
        return claim.time_rule in FRESH and _is_news(claim, self.periods[claim.id])

    def _only_one(self, claims: Sequence[Claim]) -> Claim | None:
        days = {self.periods[claim.id].edtf for claim in claims}
        return claims[0] if len(days) == 1 and is_one_day(self.periods[claims[0].id].edtf) else None

    def _could_be_same(self, claim: Claim, other: Claim) -> bool:
        """Tell whether two claims can be of one event; a place that the words do not give proves nothing."""
        is_near = claim.place_rule not in OWN_RULES or self.ground.are_near(claim, other)
        if claim.kind is ClaimKind.CONTROL_CHANGE and claim.place_rule in OWN_RULES:
            is_near = self.ground.are_at_one(claim, other)
        is_other = other.id != claim.id and not self._is_apart(claim, other)
        return is_other and _are_alike(claim, other) and is_near

    def _is_apart(self, claim: Claim, other: Claim) -> bool:
        """Tell whether a sentence tells of one event as coming after or before another: they are two."""
        if claim.sentence != other.sentence:
            return False
        times = (t for t in self.reading.timexes if t.event and claim.span.holds(t.event) and t.direction != "nearest")
        return any(claim.sentence.holds(t.span) and not other.span.holds(t.span) for t in times)

    def in_lead(self, claim: Claim, told: Sequence[Claim]) -> Period | None:
        """Return the period of the event that the lead tells of what a headline says."""
        body = [s.start for p in self.reading.passages if p.kind is PassageKind.BODY for s in p.sentences][:LEAD]
        stated = [o for o in told if o.basis is Basis.STATED]
        alike = [o for o in stated if o.sentence.start in body and o.kind is claim.kind]
        period = self.periods[alike[0].id] if alike else None
        return period if period is not None and is_one_day(period.edtf) else None

    def heading_period(self, claim: Claim) -> Period | None:
        """Return the period of the event that heads the page, for harm told there without a time."""
        event = self._heading_event
        is_harm = claim.kind in VIOLENT and self.kind_of(claim) is PassageKind.BODY
        if event is None or not is_harm or not self.ground.are_near(claim, event):
            return None
        period = self.periods[event.id]
        return period if is_one_day(period.edtf) else None

    @cached_property
    def _heading_event(self) -> Claim | None:
        return find_heading_event(self.reading)

    def kind_of(self, claim: Claim) -> PassageKind | None:
        """Return the part of the article that a claim stands in."""
        return next((p.kind for p in self.reading.passages if p.span.holds(claim.span)), None)

    def _candidates(self, told: Sequence[Claim]) -> list[Claim]:
        ids = {claim.id for claim in told}
        # Who rejects what was said, or only lays it to somebody, tells of no event.
        told_of = (claim for claim in self.reading.claims if claim.frame not in WORDS_OF_EVENTS)
        return [claim for claim in told_of if claim.id in ids or _is_news(claim, self.periods[claim.id])]

    def previous(self, claim: Claim, told: Sequence[Claim]) -> Period | None:
        """Return the period of what was told right before a claim: in its paragraph, else the same sort of event."""
        before = [o for o in told if _leads(o, claim)]
        last = [o for o in before if o.sentence == before[-1].sentence]
        event = next((o for o in reversed(last) if o.kind is claim.kind), before[-1] if before else None)
        if event is None or not _could_follow(claim, event) or not self._goes_on_there(claim, event):
            return None
        if self._is_said_of_now(claim, event) or self._is_told_beside_news(claim, told):
            return None
        is_same_paragraph = self._is_same_paragraph(claim, event)
        if is_headed(self.periods[claim.id]) and not is_same_paragraph:
            return None
        gap = self._place(claim) - self._place(event)
        is_close = gap <= NEXT and (_are_alike(claim, event) or is_same_paragraph)
        return self.periods[event.id] if is_close else None

    def _goes_on_there(self, claim: Claim, event: Claim) -> bool:
        """Tell whether a story can have gone on from an event to where a claim is set.

        What names a place of its own elsewhere goes on with it only in the next sentence of the same voice and paragraph.
        """
        if claim.place_rule not in OWN_RULES or self.ground.are_near(claim, event):
            return True
        is_next = self._place(claim) - self._place(event) == 1 and self._is_same_paragraph(claim, event)
        return is_next and claim.source_span == event.source_span

    def _is_told_beside_news(self, claim: Claim, told: Sequence[Claim]) -> bool:
        """Tell whether the same voice tells in one breath, before it, what is of the report's own day."""
        dated = {one.id for one in told}
        beside = (c for c in self.reading.claims if c.sentence == claim.sentence and c.span.start < claim.span.start)
        return any(c.id not in dated and c.chain and c.source_span == claim.source_span for c in beside)

    def _is_said_of_now(self, claim: Claim, event: Claim) -> bool:
        """Tell whether somebody else tells a thing behind what was long before the news: it is not of then."""
        then, now = read_days(self.periods[event.id].edtf), read_days(self.periods[claim.id].edtf)
        if not claim.chain or claim.source_span == event.source_span or then is None or now is None:
            return False
        if claim.kind in STANDING:
            return True
        return then.last is not None and now.first is not None and now.first - then.last > MONTH

    def follows_old_year(self, claim: Claim) -> bool:
        """Tell whether the sentence before one of its paragraph tells of another year: the story may be of then."""
        before = self._place(claim) - 2
        year = (self.periods[claim.id].edtf or "")[:4]
        sentence = self._starts[before] if before >= 0 else None
        passage = next((p for p in self.reading.passages if p.span.holds(claim.sentence)), None)
        if passage is None or sentence is None or sentence < passage.span.start or not year or claim.chain:
            return False
        told = [t for t in self.reading.timexes if sentence <= t.span.start < self._starts[before + 1]]
        return any(t.anchor is AnchorKind.ABSOLUTE and (t.value or year)[:4] < year for t in told)

    def _place(self, claim: Claim) -> int:
        return bisect_right(self._starts, claim.sentence.start)

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(s.start for passage in self.reading.passages for s in passage.sentences)

    def _is_same_paragraph(self, one: Claim, other: Claim) -> bool:
        return any(p.span.holds(one.sentence) and p.span.holds(other.sentence) for p in self.reading.passages)


def date_same_events(reading: Reading, periods: tuple[Period, ...], ground: Ground) -> tuple[Period, ...]:
    """Return the periods of a document's claims, those of events that the words take for known from where the day is told.

    What is told in the past without a time goes on with the sentence before.
    """
    known = {claim.id: period for claim, period in zip(reading.claims, periods, strict=True)}
    found = known | dict(_date(_Dated(reading, known, ground)))
    return tuple(found[claim.id] for claim in reading.claims)


def _date(dated: _Dated) -> Iterator[tuple[str, Period]]:
    told = dated.told()
    for claim in dated.reading.claims:
        # What is told of a whole war is no event that the text tells of elsewhere, and a counted day needs no other.
        if claim.place_rule == GENERAL or _is_counted(claim, dated.periods[claim.id]):
            continue
        if claim.time_rule in FRESH and dated.kind_of(claim) is PassageKind.NOTICE:
            found, rule = dated.same_event(claim, told), SAME_EVENT
            yield claim.id, _take(found, rule) if found else no_time()
            continue
        told_of = _find_told(dated, claim, told)
        if told_of is None:
            continue
        period, rule = told_of
        headed = dated.heading_period(claim) if period is None else None
        if period is not None:
            yield claim.id, _take(period, rule)
        elif headed is not None:
            yield claim.id, _take(headed, HEADED_EVENT)
        elif _is_undated_news(claim) and (said := dated.said_news(claim)) is not None:
            yield claim.id, _take(said, SAID_NEWS, TimeBasis.DOCUMENT)
        elif rule == GOES_ON and claim.kind in VIOLENT and dated.follows_old_year(claim):
            yield claim.id, no_time()
        elif _is_untimed_harm(claim, dated.periods[claim.id]) and (news := dated.news(claim)) is not None:
            yield claim.id, _take(news, OWN_NEWS, TimeBasis.DOCUMENT)


def _find_told(dated: _Dated, claim: Claim, told: Sequence[Claim]) -> tuple[Period | None, str] | None:
    """Return the period of what a claim speaks of again or goes on with, and the rule; None for what does neither."""
    if _is_event_news(claim) and dated.kind_of(claim) is PassageKind.HEADLINE:
        return dated.in_lead(claim, told), SAME_EVENT
    if _speaks_of_known(claim):
        period = dated.same_event(claim, told)
        is_sum = claim.time_rule == KNOWN and claim.kind is ClaimKind.TOLL and claim.timex is None
        return (dated.previous(claim, told), GOES_ON) if period is None and is_sum else (period, SAME_EVENT)
    goes_on = claim.time_rule == CONTINUES or _is_toll_of_event(claim)
    if goes_on and dated.kind_of(claim) is PassageKind.BODY:
        return dated.previous(claim, told), GOES_ON
    return None


def _is_toll_of_event(claim: Claim) -> bool:
    """Tell whether a number of dead or hurt can be that of an event just told of: it is of no whole war."""
    is_event = all(figure.scope is not Scope.CUMULATIVE for figure in claim.figures)
    return claim.kind is ClaimKind.TOLL and claim.time_rule in FRESH and claim.timex is None and is_event


def _is_counted(claim: Claim, period: Period) -> bool:
    """Tell whether the words beside an event tell its day: "on Monday, a day after rebels shot down a helicopter"."""
    return claim.timex is None and period.basis is TimeBasis.EVENT and period.written is not None


def _speaks_of_known(claim: Claim) -> bool:
    if claim.time_rule == EARLIER:
        return False
    is_known = claim.time_rule == KNOWN or (claim.basis is Basis.PRESUPPOSED and claim.timex is None)
    return is_known or (claim.time_rule in FRESH and claim.kind in VIOLENT and claim.stance is Stance.DENIES)


def _is_undated_news(claim: Claim) -> bool:
    """Tell whether harm is told of in the past without any time, as the news that somebody has told may be."""
    return claim.kind in HARM and claim.timex is None and claim.time_rule in {KNOWN, CONTINUES}


def _is_untimed_harm(claim: Claim, period: Period) -> bool:
    """Tell whether harm is told of without any time, so that nothing says that it is not the document's news."""
    if claim.frame in read_words("clause_times", "laid_before"):
        return False
    return claim.kind in HARM and claim.timex is None and claim.tense == "past" and period.edtf is None


def _are_alike(one: Claim, other: Claim) -> bool:
    pair = {one.kind, other.kind}
    return len(pair) == 1 or pair <= VIOLENT or pair <= GROUND


def _is_event_news(claim: Claim) -> bool:
    """Tell whether a claim is news of an event: a count of the missing holds on its own day."""
    counted = {figure.what for figure in claim.figures}
    is_event = claim.time_rule == KNOWN or Measure.OTHER not in counted
    return claim.time_rule in FRESH and claim.kind not in STANDING and is_event


def _leads(told: Claim, claim: Claim) -> bool:
    return told.span.start < claim.span.start and told.basis is Basis.STATED


def _could_follow(claim: Claim, told: Claim) -> bool:
    """Tell whether one thing can be told as following another: talk does not go on with a fight."""
    return claim.kind not in SPOKEN or told.kind in SPOKEN


def _is_news(claim: Claim, period: Period) -> bool:
    if claim.kind is ClaimKind.TOLL:
        return False
    return claim.basis is Basis.STATED and period.basis is TimeBasis.DOCUMENT and not _speaks_of_known(claim)


def _likeness(claim: Claim, other: Claim) -> int:
    names = {toponym.name for toponym in claim.toponyms}
    return (claim.kind is other.kind) + (not names.isdisjoint(toponym.name for toponym in other.toponyms))


def _tells_time(claim: Claim, period: Period) -> bool:
    if claim.timex is None and (period.basis is TimeBasis.EVENT or is_headed(period)):
        return is_one_day(period.edtf)
    if claim.timex is None or claim.timex.extent != "at":
        return False
    days = read_days(period.edtf) if period.basis in TOLD and claim.tense != "future" else None
    return days is not None and days.first is not None and days.last is not None


def _take(period: Period, rule: str, basis: TimeBasis = TimeBasis.EVENT) -> Period:
    inputs = (period.derived,) if period.derived else ()
    derived = Derived(value=period.edtf, rule=rule, inputs=inputs)
    return Period(edtf=period.edtf, basis=basis, derived=derived)
