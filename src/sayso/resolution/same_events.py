"""When was an event that a text speaks of again? On the day that the text tells of it elsewhere."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import AnchorKind, Basis, ClaimKind, PassageKind, Scope, TimeBasis
from sayso.model.resolved import DocumentDate, Period
from sayso.resolution.grounds import GENERAL, OWN_RULES, Ground
from sayso.resolution.headed_days import is_headed
from sayso.resolution.headed_events import VIOLENT, find_heading_event
from sayso.resolution.news_signs import (
    GROUND,
    HARM,
    STANDING,
    are_alike,
    can_lead,
    could_follow,
    is_counted,
    is_event_news,
    is_news,
    is_toll_of_event,
    is_undated_news,
    is_untimed_harm,
    measure_likeness,
    speaks_of_known,
    tells_time,
)
from sayso.resolution.periods import CONTINUES, FRESH, KNOWN, SAID_THEN, Calendar, no_time
from sayso.text.days import is_one_day, read_days

SAME_EVENT = name_rule(
    "resolution.same_event",
    "The words take an event for granted whose day the same document tells elsewhere: same sort of event, same place.",
)
GOES_ON = name_rule(
    "resolution.goes_on",
    "Told without a time, or somebody's word on what was just told, right after what the same paragraph has set on a day.",
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
REPORTED = "claims.document_day"
NEXT = 2
# "Has", "have", but not "is said to have".
_PERFECT = re.compile(r"(?<!\bto )\b(?:has|have)\b", re.IGNORECASE)
LOOK_BACK = 3
MONTH = timedelta(days=31)
LEAD = 3


# Rows whose claims are words about an event: who rejects one, or lays it to somebody.
WORDS_OF_EVENTS = frozenset({"denial", "blame"})


class _Told(NamedTuple):
    """A claim whose day is told, by its words or as it goes on with another, and that day."""

    claim: Claim
    period: Period


@dataclass(frozen=True)
class _Dated:
    """The claims of one document that have a day by its words, in reading order."""

    reading: Reading
    periods: Mapping[str, Period]
    ground: Ground
    calendar: Calendar

    def told(self) -> list[Claim]:
        return [
            claim
            for claim in self.reading.claims
            if claim.id in self.periods and tells_time(claim, self.periods[claim.id])
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
        best = max((measure_likeness(claim, o) for o in alike), default=0)
        alike = [o for o in alike if measure_likeness(claim, o) == best]
        alike = [o for o in alike if o.basis is Basis.STATED] or alike
        before = [o for o in alike if o.span.start < claim.span.start]
        event = before[-1] if before else self._only_one(alike)
        return self.periods[event.id] if event is not None and event in told else None

    def news(self, claim: Claim) -> Period | None:
        """Return the period of the document's own news that a claim takes for granted: the same sort of event, there."""
        others = [o for o in self.reading.claims if o.sentence != claim.sentence and self._is_fresh(o)]
        alike = [o for o in others if self._could_be_same(claim, o)]
        best = max((measure_likeness(claim, o) for o in alike), default=0)
        return next((self.periods[o.id] for o in alike if measure_likeness(claim, o) == best), None)

    def said_news(self, claim: Claim) -> Period | None:
        """Return the day on which somebody told the news that harm goes with: the last such before it, near it."""
        before = [
            o for o in self.reading.claims if o.sentence.start < claim.sentence.start and o.time_rule == SAID_THEN
        ]
        alike = [o for o in before if o.basis is Basis.STATED and (are_alike(claim, o) or o.kind in GROUND)]
        near = [o for o in alike if is_one_day(self.periods[o.id].edtf) and self.ground.are_near(claim, o)]
        return self.periods[near[-1].id] if near else None

    def _is_fresh(self, claim: Claim) -> bool:
        return claim.time_rule in FRESH and is_news(claim, self.periods[claim.id])

    def _only_one(self, claims: Sequence[Claim]) -> Claim | None:
        days = {self.periods[claim.id].edtf for claim in claims}
        return claims[0] if len(days) == 1 and is_one_day(self.periods[claims[0].id].edtf) else None

    def _could_be_same(self, claim: Claim, other: Claim) -> bool:
        """Tell whether two claims can be of one event; a place that the words do not give proves nothing."""
        is_near = claim.place_rule not in OWN_RULES or self.ground.are_near(claim, other)
        if claim.kind is ClaimKind.CONTROL_CHANGE and claim.place_rule in OWN_RULES:
            is_near = self.ground.are_at_one(claim, other)
        is_other = other.id != claim.id and not self._is_apart(claim, other)
        return is_other and are_alike(claim, other) and is_near

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
        return [claim for claim in told_of if claim.id in ids or is_news(claim, self.periods[claim.id])]

    def previous(self, claim: Claim, story: Sequence[_Told]) -> Period | None:
        """Return the period of what was told right before a claim: in its paragraph, else the same sort of event."""
        before = [one for one in story if can_lead(one.claim, claim)]
        last = [one for one in before if one.claim.sentence == before[-1].claim.sentence]
        like = (one for one in reversed(last) if one.claim.kind is claim.kind)
        told = next(like, before[-1] if before else None)
        if told is None or not could_follow(claim, told.claim) or not self._goes_on_there(claim, told.claim):
            return None
        if self._is_said_of_now(claim, told) or self._is_told_beside_news(claim, story):
            return None
        event = told.claim
        is_same_paragraph = self._is_same_paragraph(claim, event)
        if is_headed(self.periods[claim.id]) and not is_same_paragraph:
            return None
        gap = self._place(claim) - self._place(event)
        is_close = gap <= NEXT and (are_alike(claim, event) or is_same_paragraph)
        return told.period if is_close else None

    def sentence_before(self, claim: Claim) -> Period | None:
        """Return the one day of the sentence before, of the same paragraph, where that tells of nothing but a word on somebody's word."""
        number = self._place(claim) - 2
        passage = next((p.span for p in self.reading.passages if p.span.holds(claim.sentence)), None)
        if number < 0 or passage is None or claim.chain or not passage.start <= self._starts[number]:
            return None
        start, end = self._starts[number : number + 2]
        read = [c for c in self.reading.claims if start <= c.sentence.start < end]
        # "The announcement of Monday that it had fallen was false" tells of a word, and of no event beside it.
        is_of_word = any(c.frame in WORDS_OF_EVENTS for c in read) and all(c.time_rule == SAID_THEN for c in read)
        if read and not is_of_word:
            return None
        times = [t for t in self.reading.timexes if start <= t.span.start < end]
        days = [t for t in times if t.extent == "at" and (t.weekday is not None or t.day is not None)]
        edtf = self.calendar.read(days[0], is_future=False) if len(days) == 1 == len(times) else None
        if not is_one_day(edtf):
            return None
        derived = Derived(value=edtf, rule=GOES_ON, evidence=(self.calendar.quote(days[0].span),))
        return Period(edtf=edtf, basis=TimeBasis.EVENT, derived=derived)

    def recounted(self, claim: Claim, story: Sequence[_Told]) -> Period | None:
        """Return the period of the event that a paragraph has just told, for somebody's word on it: "B spoke of nine dead".

        It is of the same sort and place, and told neither as what is so nor as what has been done by now.
        """
        is_word = claim.time_rule == REPORTED and claim.timex is None and bool(claim.chain)
        is_event = claim.kind not in STANDING and all(f.scope is not Scope.CUMULATIVE for f in claim.figures)
        if not is_word or not is_event or claim.tense in {"present", "future"} or self._tells_now(claim):
            return None
        before = [one for one in story if can_lead(one.claim, claim) and self._is_same_paragraph(claim, one.claim)]
        told = before[-1] if before else None
        if told is None or not are_alike(claim, told.claim) or not self.ground.are_at_one(claim, told.claim):
            return None
        is_close = 0 < self._place(claim) - self._place(told.claim) <= NEXT and is_one_day(told.period.edtf)
        return told.period if is_close and not self._is_said_of_now(claim, told) else None

    def _tells_now(self, claim: Claim) -> bool:
        """Tell whether the words of a claim tell what "has been" done by now."""
        text = self.reading.document.text
        return _PERFECT.search(text[max(0, claim.span.start - LOOK_BACK) : claim.span.end]) is not None

    def _goes_on_there(self, claim: Claim, event: Claim) -> bool:
        """Tell whether a story can have gone on from an event to where a claim is set.

        What names a place of its own elsewhere goes on with it only in the next sentence of the same voice and paragraph.
        """
        if claim.place_rule not in OWN_RULES or self.ground.are_near(claim, event):
            return True
        is_next = self._place(claim) - self._place(event) == 1 and self._is_same_paragraph(claim, event)
        return is_next and claim.source_span == event.source_span

    def _is_told_beside_news(self, claim: Claim, story: Sequence[_Told]) -> bool:
        """Tell whether the same voice tells in one breath, before it, what is of the report's own day."""
        dated = {one.claim.id for one in story}
        beside = (c for c in self.reading.claims if c.sentence == claim.sentence and c.span.start < claim.span.start)
        return any(c.id not in dated and c.chain and c.source_span == claim.source_span for c in beside)

    def _is_said_of_now(self, claim: Claim, told: _Told) -> bool:
        """Tell whether somebody else tells a thing behind what was long before the news: it is not of then."""
        then, now = read_days(told.period.edtf), read_days(self.periods[claim.id].edtf)
        if not claim.chain or claim.source_span == told.claim.source_span or then is None or now is None:
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


def date_same_events(
    reading: Reading, periods: tuple[Period, ...], ground: Ground, date: DocumentDate
) -> tuple[Period, ...]:
    """Return the periods of a document's claims, those of events that the words take for known from where the day is told.

    What is told in the past without a time goes on with the sentence before.
    """
    known = {claim.id: period for claim, period in zip(reading.claims, periods, strict=True)}
    found = known | dict(_date(_Dated(reading, known, ground, Calendar(reading, date))))
    return tuple(found[claim.id] for claim in reading.claims)


def _date(dated: _Dated) -> Iterator[tuple[str, Period]]:
    told = dated.told()
    story = [_Told(claim, dated.periods[claim.id]) for claim in told]
    for claim in dated.reading.claims:
        # What is told of a whole war is no event that the text tells of elsewhere, and a counted day needs no other.
        if claim.place_rule == GENERAL or is_counted(claim, dated.periods[claim.id]):
            continue
        if claim.time_rule in FRESH and dated.kind_of(claim) is PassageKind.NOTICE:
            found = dated.same_event(claim, told)
            yield claim.id, _take(found, SAME_EVENT) if found else no_time()
            continue
        period, rule = _find_told(dated, claim, told, story) or (None, None)
        if period is not None and rule is not None:
            yield claim.id, _take(period, rule)
        elif (otherwise := _date_otherwise(dated, claim, rule)) is not None:
            yield claim.id, otherwise
        is_day = period is not None and (is_one_day(period.edtf) or dated.calendar.is_adrift)
        if rule == GOES_ON and period is not None and is_day and claim.basis is Basis.STATED:
            story = sorted((*story, _Told(claim, period)), key=lambda one: (one.claim.span.start, one.claim.id))


def _date_otherwise(dated: _Dated, claim: Claim, rule: str | None) -> Period | None:
    """Return the period of what the text does not tell again: by the event that heads the page, or by the news.

    `rule` is how it was looked for; None for what neither speaks of anything again nor goes on with it.
    """
    is_of_page = rule is not None or (claim.time_rule == SAID_THEN and claim.tense == "past")
    headed = dated.heading_period(claim) if is_of_page else None
    if headed is not None:
        return _take(headed, HEADED_EVENT)
    if rule is None:
        return None
    if is_undated_news(claim) and (said := dated.said_news(claim)) is not None:
        return _take(said, SAID_NEWS, TimeBasis.DOCUMENT)
    if rule == GOES_ON and claim.kind in VIOLENT and dated.follows_old_year(claim):
        return no_time()
    news = dated.news(claim) if is_untimed_harm(claim, dated.periods[claim.id]) else None
    return None if news is None else _take(news, OWN_NEWS, TimeBasis.DOCUMENT)


def _find_told(
    dated: _Dated, claim: Claim, told: Sequence[Claim], story: Sequence[_Told]
) -> tuple[Period | None, str] | None:
    """Return the period of what a claim speaks of again or goes on with, and the rule; None for what does neither."""
    if is_event_news(claim) and dated.kind_of(claim) is PassageKind.HEADLINE:
        return dated.in_lead(claim, told), SAME_EVENT
    if speaks_of_known(claim):
        period = dated.same_event(claim, told)
        is_sum = claim.time_rule == KNOWN and claim.kind is ClaimKind.TOLL and claim.timex is None
        return (dated.previous(claim, story), GOES_ON) if period is None and is_sum else (period, SAME_EVENT)
    goes_on = claim.time_rule == CONTINUES or is_toll_of_event(claim)
    if goes_on and dated.kind_of(claim) is PassageKind.BODY:
        return dated.sentence_before(claim) or dated.previous(claim, story), GOES_ON
    recounted = dated.recounted(claim, story)
    return (recounted, GOES_ON) if recounted is not None else None


def _take(period: Period, rule: str, basis: TimeBasis = TimeBasis.EVENT) -> Period:
    inputs = (period.derived,) if period.derived else ()
    derived = Derived(value=period.edtf, rule=rule, inputs=inputs)
    return Period(edtf=period.edtf, basis=basis, derived=derived)
