"""What do the other documents of the case say of a document's day?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from sayso.dating.events import Dated
from sayso.dating.facts import Event, Facts
from sayso.dating.findings import Finding, Reason, derive, quote
from sayso.dating.years import choose_year
from sayso.model.derivations import name_rule
from sayso.model.kinds import PublicationBasis
from sayso.text.days import DAY, Days, on, weekday_after, write_days

SHARED = name_rule(
    "dating.same_news",
    "The document tells its news on the same weekday as a dated document that reports the same events;"
    " no document of another week shares as many. It came out on that day or the day after.",
)
NEAR = name_rule(
    "dating.shared_events",
    "The document reports the same events as dated documents: it is taken to have come out"
    " between a week before and a month after them.",
)
CASE = name_rule(
    "dating.case",
    "Nothing bounds the document but the case it belongs to: it is taken to have come out within"
    " three months of the dated documents that speak of the same places.",
)
LONGEST = 366
SAME_WEEK = 3 * DAY
MENTION_REACH = 45 * DAY
QUARTER, HALF_YEAR = timedelta(days=91), timedelta(days=182)


class Match(NamedTuple):
    """A dated document with the events that it shares with an undated one."""

    facts: Facts
    finding: Finding
    day: date
    events: frozenset[Event]


def find_by_shared_news(facts: Facts, dated: Dated) -> Finding | None:
    """Return the day of the weekday that the document and a dated one of the same news share.

    The dated document must share two events with it at least, its day be of that weekday, and no document
    more than three days off may share half as many; a day of a month that the text names must not lie more
    than 45 days before.
    """
    weekday, matches = facts.news_weekday, match_events(facts, dated)
    if weekday is None or weekday.weekday is None or not matches or len(matches[0].events) < 2:
        return None
    best = matches[0]
    day = weekday_after(best.day - SAME_WEEK, weekday.weekday)
    rivals = [m for m in matches if abs(m.day - day) > 2 * SAME_WEEK and 2 * len(m.events) > len(best.events)]
    if rivals or not could_be_of(facts, day):
        return None
    witnesses = [m for m in matches if m.day == day][:3]
    if not witnesses:
        return None
    reason = Reason(
        rule=SHARED,
        evidence=[quote(facts.reading, weekday.span)],
        inputs=[m.finding.derived for m in witnesses],
        note=f"shares {_name(witnesses[0].events)}",
    )
    return Finding(
        days=Days(first=day, last=day + DAY),
        day=day,
        basis=PublicationBasis.INFERRED,
        derived=derive(reason, on(day), day),
        depends_on=_names(witnesses),
    )


def could_be_of(facts: Facts, day: date, reach: timedelta = MENTION_REACH) -> bool:
    """Tell whether the dates that the text names fit a day: none after it, days of a month at most `reach` before it."""
    if any(days.first and days.first > day for _, days in facts.absolute):
        return False
    return all(_lies_before(item.month, item.day, day, reach) for item in facts.yearless)


def _lies_before(month: int, of_month: int, day: date, reach: timedelta) -> bool:
    for year in (day.year, day.year - 1):
        try:
            named = date(year, month, of_month)
        except ValueError:
            continue
        if named <= day + DAY:
            return day - named <= reach
    return False


def match_events(facts: Facts, dated: Dated) -> list[Match]:
    """Return the dated documents that share news with this one, most shared events first, then by id."""
    shared: dict[str, set[Event]] = {}
    for event in facts.fresh_events:
        for document in dated.by_event.get(event, ()):
            shared.setdefault(document, set()).add(event)
    found = [
        Match(*dated.documents[document], dated.day(document), frozenset(events))
        for document, events in shared.items()
        if document != facts.id
    ]
    return sorted(found, key=lambda match: (-len(match.events), match.facts.id))


def _name(events: frozenset[Event]) -> str:
    return ", ".join(sorted({event.kind.replace("_", " ") for event in events}))


def bound_by_case(facts: Facts, dated: Dated) -> Finding | None:
    """Return the days around the dated documents that share events, else places, with this one.

    None when the document names days that lie far from all of them: it is of another time.
    """
    matches = [m.facts.id for m in match_events(facts, dated) if len(m.events) > 1 and could_be_of(facts, m.day)]
    near = _around(dated, matches, Margin(NEAR, 7 * DAY, 31 * DAY))
    if near is not None:
        return near
    alike = {name for key in facts.place_keys for name in dated.by_place.get(key, ())}
    possible = [name for name in alike if could_be_of(facts, dated.day(name), HALF_YEAR)]
    around = _around(dated, possible, Margin(CASE, QUARTER, QUARTER))
    return around and _after_named_days(facts, around)


def _after_named_days(facts: Facts, around: Finding) -> Finding:
    """Return the days left by the days of a month that a document names without a year: it is not older than these."""
    told = [
        (day, item.span) for item in facts.yearless if (day := choose_year((item.month, item.day), None, around.days))
    ]
    day, span = max(told, default=(None, None))
    days = around.days.cut(Days(first=day)) if day else around.days
    if span is None or days.is_empty or days == around.days:
        return around
    reason = Reason(rule=around.derived.rule, evidence=[quote(facts.reading, span)], inputs=around.derived.inputs)
    return replace(around, days=days, derived=derive(reason, days))


class Margin(NamedTuple):
    """How far before and after the dated documents a document can have come out, by which rule."""

    rule: str
    before: timedelta
    after: timedelta


def _around(dated: Dated, names: Iterable[str], margin: Margin) -> Finding | None:
    """Return the days around the first and the last of some documents, None when that is too wide to tell anything."""
    ordered = sorted(names, key=lambda name: (dated.day(name), name))
    if not ordered:
        return None
    ends = tuple(dict.fromkeys((ordered[0], ordered[-1])))
    days = Days(first=dated.day(ends[0]) - margin.before, last=dated.day(ends[-1]) + margin.after)
    if (days.length or 0) > LONGEST:
        return None
    findings = [dated.documents[name][1] for name in ends]
    reason = Reason(rule=margin.rule, inputs=[finding.derived for finding in findings], note=write_days(days))
    depends = {name for end, finding in zip(ends, findings, strict=True) for name in (end, *finding.depends_on)}
    return Finding(
        days=days, basis=PublicationBasis.INFERRED, derived=derive(reason, days), depends_on=tuple(sorted(depends))
    )


def _names(matches: Sequence[Match]) -> tuple[str, ...]:
    return tuple(sorted({name for match in matches for name in (match.facts.id, *match.finding.depends_on)}))
