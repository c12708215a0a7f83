"""On which day lie a document's news that come some days after an event another document tells of?"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sayso.dating.events import Dated, Telling, settle_day
from sayso.dating.facts import Event, Facts, Offset, place_key
from sayso.dating.findings import Finding, Reason, derive, quote
from sayso.dating.own_events import find_own_event
from sayso.dating.retellings import EventWords, read_phrase, sources_of
from sayso.lexicons import read_words
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import ClaimKind, PublicationBasis
from sayso.text.days import DAY, Days, on

OFFSET = name_rule(
    "dating.days_after",
    "The document's news comes a number of days after an event whose day another document tells;"
    " the document came out on that day or the day after.",
)
ANCHORED = name_rule(
    "dating.anchored_weekday",
    "The document tells of a weekday that lies a number of days after an event whose day another document tells:"
    " it came out on that day or within the six days after it.",
)
SIX_DAYS = timedelta(days=6)
LATEST_NEWS = 2
# Of these kinds is what attackers do who come to a place.
ARRIVALS = (
    ClaimKind.ADVANCE,
    ClaimKind.CLASH,
    ClaimKind.CONTROL_CHANGE,
    ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
)


class Anchor(NamedTuple):
    """A day that lies some days after a told event, with what it rests on."""

    offset: Offset
    day: date
    inputs: tuple[Derived, ...]
    sources: tuple[str, ...]


def find_by_offset(facts: Facts, dated: Dated) -> Finding | None:
    """Return the day that "comes two days after ..." gives, when the event's day is told and without rival.

    The weekday of the news must be that day; beside a state told in the present ("six days after ..., 20 people
    are missing") it may lie two days before.
    """
    anchors = [anchor for anchor in _anchors(facts, dated) if anchor.offset.weekday is None]
    if len({anchor.day for anchor in anchors}) != 1 or not all(anchor.offset.is_exact for anchor in anchors):
        return None
    anchor = anchors[0]
    if not _fits(facts, anchor):
        return None
    spans = [timex.span for timex in (anchor.offset.timex, facts.news_weekday) if timex]
    reason = Reason(rule=OFFSET, evidence=[quote(facts.reading, span) for span in spans], inputs=anchor.inputs)
    return Finding(
        days=Days(first=anchor.day, last=anchor.day + DAY),
        day=anchor.day,
        basis=PublicationBasis.INFERRED,
        derived=derive(reason, on(anchor.day), anchor.day),
        depends_on=anchor.sources,
    )


def _fits(facts: Facts, anchor: Anchor) -> bool:
    if facts.news_weekday is None or facts.news_weekday.weekday is None:
        return True
    behind = (anchor.day.weekday() - facts.news_weekday.weekday) % 7
    return behind <= (LATEST_NEWS if anchor.offset.is_state else 0)


def bound_by_offset(facts: Facts, dated: Dated) -> Finding | None:
    """Return the week that begins with a weekday whose day an event gives ("on Saturday, two days after ...")."""
    found = [a for a in _anchors(facts, dated) if a.offset.weekday and a.offset.weekday.weekday == a.day.weekday()]
    if len({anchor.day for anchor in found}) != 1:
        return None
    anchor = found[0]
    days = Days(first=anchor.day, last=anchor.day + SIX_DAYS)
    spans = [timex.span for timex in (anchor.offset.weekday, anchor.offset.timex) if timex]
    reason = Reason(rule=ANCHORED, evidence=[quote(facts.reading, span) for span in spans], inputs=anchor.inputs)
    return Finding(days=days, basis=PublicationBasis.INFERRED, derived=derive(reason, days), depends_on=anchor.sources)


def _anchors(facts: Facts, dated: Dated) -> Iterator[Anchor]:
    """Yield the days that the document's offsets give: by the events of claims, else by the words."""
    for offset in facts.offsets:
        settled = [
            (dated.told[event], settle_day(dated.told[event])) for event in sorted(offset.events) if event in dated.told
        ]
        found = [(tellings, day) for tellings, day in settled if day]
        for tellings, day in found:
            sources = sorted({name for t in tellings for name in (t.document, *t.depends_on)})
            yield Anchor(offset, day + offset.days * DAY, tuple(t.derived for t in tellings), tuple(sources))
        phrase = read_phrase(facts, offset.timex) if not found else None
        retellings = dated.retellings.find(phrase) if phrase else ()
        arrival = _find_arrival(phrase, dated) if phrase and not retellings else ()
        if arrival:
            sources = sorted({name for t in arrival for name in (t.document, *t.depends_on)})
            yield Anchor(offset, arrival[0].day + offset.days * DAY, tuple(t.derived for t in arrival), tuple(sources))
            continue
        own = find_own_event(facts, offset.timex, dated) if not found and not retellings else None
        if own is not None:
            yield Anchor(offset, own.day + offset.days * DAY, (own.derived,), own.sources)
        if retellings:
            day = retellings[0].day + offset.days * DAY
            yield Anchor(offset, day, tuple(r.derived for r in retellings[:3]), sources_of(retellings))


def _find_arrival(phrase: EventWords, dated: Dated) -> tuple[Telling, ...]:
    """Return what tells the day of "the rebels came to Rahna": all that took, entered or fought for it are told of one day."""
    if phrase.head not in read_words("dating", "arrivals") or len(phrase.names) != 1:
        return ()
    place = place_key(next(iter(phrase.names)))
    tellings = tuple(t for kind in ARRIVALS for t in dated.told.get(Event(kind.value, place), ()))
    return tellings if settle_day(tellings) else ()
