"""When is a claim set that is timed by an event ("a week after the dam gave way")?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import AnchorKind, Stance, TimeBasis
from sayso.model.mentions import Timex
from sayso.model.resolved import DocumentDate, Period
from sayso.resolution.counted_events import (
    find_base,
    find_counted_events,
    happens_now,
    is_length_since,
    is_run_up,
    opens_news,
)
from sayso.resolution.headed_events import VIOLENT, find_heading_event
from sayso.resolution.periods import FRESH, LASTING, Calendar, is_fresh, no_time, on_document_day
from sayso.resolution.sorts import place_key
from sayso.text.claims import find_claim_at
from sayso.text.days import is_one_day, read_days
from sayso.text.memories import Memory
from sayso.text.timexes import OPEN, read_timex

EVENT = name_rule("resolution.event_time", "The words time it by an event whose day this document tells.")
ELSEWHERE = name_rule(
    "resolution.event_elsewhere", "The words time it by an event whose day another document of the case tells."
)
TIMES_EVENT = name_rule(
    "resolution.timed_event",
    "Something whose day is known, or the news of the document, comes a length of time after this event: that dates it.",
)
PART_OF_DAY = name_rule(
    "resolution.part_of_day", "A part of the day that the same paragraph has just told something of."
)
NTH = name_rule(
    "resolution.nth_day",
    "The words count the day, month or year since it began: it has gone on for that long up to the document's day.",
)
RIGHT_BEFORE = name_rule(
    "resolution.right_before",
    "Something of that weekday is told as coming after it: it was on that day or shortly before.",
)
PARTS = frozenset({"mentions.part_of_day", "mentions.clock"})
ORDINAL = "mentions.ordinal"
# "Two days after", "two days later", "that day", "that night": counted from what was told before.
COUNTED = frozenset({"mentions.after_event", "mentions.later", "mentions.other_day", "mentions.day"})


class Key(NamedTuple):
    """What an event is matched by across documents: its kind and a place."""

    kind: str
    place: str


@dataclass(frozen=True)
class EventTimes:
    """The periods of a case's claims, those timed by events found from the others.

    `before` are the periods of the claims of each document, claim by claim, before events are asked.
    """

    readings: Sequence[Reading]
    dates: Mapping[str, DocumentDate]
    before: Mapping[str, tuple[Period, ...]]
    memory: Memory

    def find(self, reading: Reading) -> tuple[Period, ...]:
        """Return the periods of a document's claims, claim by claim."""
        name = reading.document.id
        waiting = self.memory.recall(_list_waiting, name, reading)
        if not any(waiting):
            return self.before[name]
        calendar = Calendar(reading, self.dates[name])
        found = {claim.id: period for claim, period in zip(reading.claims, self.before[name], strict=True)}
        for claim, timex in waiting.counted:
            period = self._date_event(timex, reading, calendar)
            if period is not None:
                found[claim.id] = period
        found.update(_time_parts(waiting.of_parts, reading, calendar, found))
        known = dict(found)
        for claim, timex in waiting.by_event:
            if known[claim.id].edtf is None:
                found[claim.id] = self._time_by_event(claim, timex, calendar, known)
        return self.memory.keep((EventTimes, name), tuple([found[claim.id] for claim in reading.claims]))

    def _date_event(self, timex: Timex, reading: Reading, calendar: Calendar) -> Period | None:
        """Return the day of an event that something of a known day comes a length of time after.

        "On Friday, two days after ...": that day; else the document's, where the words tell its news in the
        present or open its first sentences.
        """
        if timex.rule == ORDINAL:
            return _gone_on(timex, calendar)
        base = find_base(reading, timex)
        edtf = calendar.read(base, is_future=False) if base else None
        if edtf is None and self._is_news(reading, timex):
            edtf = calendar.document_days
        edtf = _shift(replace(timex, amount=-(timex.amount or 0), direction="past"), edtf) if edtf else None
        if edtf is None:
            return None
        evidence = (calendar.quote(timex.span),)
        derived = Derived(value=edtf, rule=TIMES_EVENT, evidence=evidence, inputs=calendar.inputs)
        return Period(edtf=edtf, basis=TimeBasis.EVENT, written=timex.span, derived=derived)

    def _is_news(self, reading: Reading, timex: Timex) -> bool:
        is_present = happens_now(reading.document.text, timex) or self._hangs_on_present(reading, timex)
        return is_present or opens_news(reading, timex)

    @staticmethod
    def _hangs_on_present(reading: Reading, timex: Timex) -> bool:
        claims = (claim for claim in reading.claims if claim.timex and claim.timex.span == timex.span)
        return any(claim.tense == "present" for claim in claims)

    def _time_by_event(self, claim: Claim, timex: Timex, calendar: Calendar, known: Mapping[str, Period]) -> Period:
        reading = calendar.reading
        if is_length_since(reading.document.text, timex):
            return _gone_on(timex, calendar) or known[claim.id]
        anchor = self._anchor(claim, timex, reading, known)
        edtf = _count(timex, anchor.value if anchor else None, calendar)
        if edtf is not None and anchor is not None:
            rule = ELSEWHERE if anchor.evidence and anchor.evidence[0].document != reading.document.id else EVENT
            derived = Derived(value=edtf, rule=rule, evidence=(calendar.quote(timex.span),), inputs=(anchor,))
            return Period(edtf=edtf, basis=TimeBasis.EVENT, written=timex.span, derived=derived)
        if timex.rule == ORDINAL and (claim.is_standing or claim.kind in LASTING):
            return _gone_on(timex, calendar) or known[claim.id]
        return _without_anchor(claim, timex, reading, calendar) or known[claim.id]

    def _anchor(self, claim: Claim, timex: Timex, reading: Reading, known: Mapping[str, Period]) -> Derived | None:
        """Return the period of the event that a claim is timed by: here, else in another document that tells its day."""
        event = find_claim_at(reading.claims, timex.event) if timex.event else _previous(reading.claims, claim, known)
        if event is None or event.id == claim.id:
            return None
        period = known[event.id]
        is_told = period.basis is not TimeBasis.DOCUMENT or timex.event is None
        if period.edtf is not None and is_told and period.derived is not None:
            return period.derived
        if timex.amount is None and timex.extent == "at":
            return None
        days = {d.value: d for key in _keys(event) for d in self._told.get(key, ())}
        return next(iter(days.values())) if len(days) == 1 else None

    @cached_property
    def _told(self) -> dict[Key, list[Derived]]:
        """Return for each event what the claims that tell its day say of it."""
        found: dict[Key, list[Derived]] = {}
        for reading in self.readings:
            name = reading.document.id
            for key, derived in self.memory.recall(_tell, name, reading, self.before[name]):
                found.setdefault(key, []).append(derived)
        return found


class _Waiting(NamedTuple):
    """The claims of a document that tell when an event was, that are timed by a part of a day, or by an event, with these words."""

    counted: tuple[tuple[Claim, Timex], ...]
    of_parts: tuple[tuple[Claim, Timex], ...]
    by_event: tuple[tuple[Claim, Timex], ...]


def _list_waiting(reading: Reading) -> _Waiting:
    timed = [(claim, claim.timex) for claim in reading.claims if claim.timex is not None]
    return _Waiting(
        counted=tuple(find_counted_events(reading)),
        of_parts=tuple(one for one in timed if one[1].rule in PARTS and one[0].time_rule not in FRESH),
        by_event=tuple(one for one in timed if one[1].anchor is AnchorKind.EVENT),
    )


def _time_parts(
    of_parts: Iterable[tuple[Claim, Timex]], reading: Reading, calendar: Calendar, known: Mapping[str, Period]
) -> dict[str, Period]:
    """Return the periods of what is told of a part of a day ("by nightfall") right after what has a day."""
    found: dict[str, Period] = {}
    heading = find_heading_event(reading) if of_parts else None
    for claim, timex in of_parts:
        is_headed = heading is not None and heading.id != claim.id and claim.kind in VIOLENT
        before = _previous(_of_paragraph(reading, claim), claim, known) or (heading if is_headed else None)
        period = known[before.id] if before is not None else None
        if period is not None and period.derived is not None and period.derived.rule == TIMES_EVENT:
            # "On Saturday, two days after the buses left, ... By nightfall": that of Saturday.
            period = _told_day(timex, reading, calendar) or period
        if period is not None and period.derived is not None and period.basis is not TimeBasis.DOCUMENT:
            derived = replace(period.derived, rule=PART_OF_DAY, inputs=(period.derived,))
            found[claim.id] = replace(period, basis=TimeBasis.EVENT, written=timex.span, derived=derived)
    return found


def _without_anchor(claim: Claim, timex: Timex, reading: Reading, calendar: Calendar) -> Period | None:
    if is_run_up(reading.document.text, timex) and is_fresh(claim):
        return on_document_day(calendar)
    if timex.span.holds(claim.span) and claim.tense in {"past", "present"}:
        return _of_event_itself(timex, reading, calendar)
    is_told_now = timex.is_now or happens_now(reading.document.text, timex)
    is_now = timex.amount is None or timex.rule == ORDINAL or is_told_now
    if is_now and timex.extent in {"at", "during"} and is_fresh(claim):
        return on_document_day(calendar, timex.span)
    return None


def _of_event_itself(timex: Timex, reading: Reading, calendar: Calendar) -> Period:
    """Return the period of an event that only tells when something else was.

    "Since the offensive began" tells of no day for that, "on Friday after a shell fell" tells of about that day.
    """
    if timex.extent == "since":
        return no_time(timex.span)
    beside = _day_beside(timex, reading, calendar) if timex.direction == "future" else None
    return beside or on_document_day(calendar, timex.span)


def _told_day(timex: Timex, reading: Reading, calendar: Calendar) -> Period | None:
    """Return the day that the words of a paragraph give last before a part of a day."""
    passage = next((p.span for p in reading.passages if p.span.holds(timex.span)), None)
    told = [t for t in reading.timexes if passage and passage.holds(t.span) and t.span.end <= timex.span.start]
    days = [t for t in told if (t.weekday is not None or t.day is not None) and t.extent == "at"]
    edtf = calendar.read(days[-1], is_future=False) if days else None
    if edtf is None or not is_one_day(edtf):
        return None
    derived = Derived(value=edtf, rule=PART_OF_DAY, evidence=(calendar.quote(days[-1].span),), inputs=calendar.inputs)
    return Period(edtf=edtf, basis=TimeBasis.RELATIVE, written=timex.span, derived=derived)


def _day_beside(timex: Timex, reading: Reading, calendar: Calendar) -> Period | None:
    """Return the one day of a sentence for what it tells as having come right before: "closed on Friday after a shell fell"."""
    sentence = next((s for p in reading.passages for s in p.sentences if s.holds(timex.span)), None)
    others = [t for t in reading.timexes if sentence and sentence.holds(t.span) and not timex.span.shares(t.span)]
    days = [t for t in others if t.weekday is not None and t.extent == "at"]
    edtf = calendar.read(days[0], is_future=False) if len(days) == 1 else None
    if edtf is None or not is_one_day(edtf):
        return None
    evidence = (calendar.quote(days[0].span), calendar.quote(timex.span))
    derived = Derived(value=edtf, rule=RIGHT_BEFORE, evidence=evidence, inputs=calendar.inputs)
    return Period(edtf=edtf, basis=TimeBasis.RELATIVE, written=days[0].span, derived=derived)


def _tell(reading: Reading, before: tuple[Period, ...]) -> tuple[tuple[Key, Derived], ...]:
    """Return the events of a document that a claim tells the day of by its own words, each with that day."""
    return tuple(
        (key, period.derived)
        for claim, period in zip(reading.claims, before, strict=True)
        if period.derived is not None and _tells_day(claim, period)
        for key in _keys(claim)
    )


def _tells_day(claim: Claim, period: Period) -> bool:
    is_told = (
        claim.timex is not None
        and period.basis is not TimeBasis.DOCUMENT
        and claim.stance in {Stance.ASSERTS, Stance.HEDGES}
    )
    days = read_days(period.edtf) if is_told and claim.tense != "future" else None
    return days is not None and days.day is not None


def _gone_on(timex: Timex, calendar: Calendar) -> Period | None:
    """Return the period of what is in its third day or fifth month: that long up to the document's day."""
    spell = replace(timex, anchor=AnchorKind.DOCUMENT, amount=-(timex.amount or 0), extent="during")
    edtf = calendar.read(spell, is_future=False)
    if edtf is None:
        return None
    derived = Derived(value=edtf, rule=NTH, evidence=(calendar.quote(timex.span),), inputs=calendar.inputs)
    return Period(edtf=edtf, basis=TimeBasis.RELATIVE, written=timex.span, derived=derived)


def _keys(claim: Claim) -> list[Key]:
    return [Key(claim.kind.value, place_key(toponym.name, None)) for toponym in claim.toponyms]


def _of_paragraph(reading: Reading, claim: Claim) -> list[Claim]:
    passage = next((p for p in reading.passages if p.span.holds(claim.sentence)), None)
    return [c for c in reading.claims if passage is not None and passage.span.holds(c.sentence)]


def _previous(claims: Sequence[Claim], claim: Claim, known: Mapping[str, Period]) -> Claim | None:
    """Return the claim before another in the text that has a day ("two days later" is counted from it)."""
    start = claim.timex.span.start if claim.timex else claim.span.start
    others = [c for c in claims if c.id != claim.id and (c.timex is None or c.timex != claim.timex)]
    earlier = [c for c in others if c.span.start < start and is_one_day(known[c.id].edtf)]
    return max(earlier, key=lambda c: (c.span.start, c.id), default=None)


def _count(timex: Timex, anchor: str | None, calendar: Calendar) -> str | None:
    """Return the period that lies as the words say to that of the event, None when they do not tell."""
    days = read_days(anchor)
    if days is None or anchor is None:
        return None
    if timex.extent == "until":
        return f"{OPEN}/{anchor.partition('/')[0]}"
    if timex.extent == "since":
        last = calendar.days.last if calendar.days else None
        return f"{anchor.partition('/')[0]}/{last.isoformat()}" if last and days.first and days.first <= last else None
    if timex.amount is not None and timex.rule in COUNTED:
        return _shift(timex, anchor)
    return anchor if timex.extent == "during" else None


def _shift(timex: Timex, anchor: str) -> str | None:
    days = read_days(anchor)
    if days is None or days.first is None or days.last is None:
        return None
    counted = replace(timex, anchor=AnchorKind.DOCUMENT, extent="at")
    first, last = read_timex(counted, days.first), read_timex(counted, days.last)
    if first is None or last is None:
        return None
    return first.first if first == last else f"{first.first}/{last.last}"
