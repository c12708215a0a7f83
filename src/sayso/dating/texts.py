"""What does a document's own text say of its day? Captions, weekdays, the dates it mentions."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sayso.dating.elapsed import bound_by_elapsed
from sayso.dating.facts import Facts
from sayso.dating.findings import Finding, Reason, derive, quote
from sayso.dating.years import choose_year
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import PublicationBasis
from sayso.model.spans import Span
from sayso.text.days import DAY, Days, on, read_days, weekday_after

CAPTION = name_rule(
    "dating.caption",
    "A caption dates its picture: the document is not older. Where the text tells its news 'on Wednesday', it is of"
    " the first Wednesday on or after the picture, or came out the day after.",
)
MENTIONED = name_rule(
    "dating.mentioned",
    "The document tells of news of its own days and is not older than the latest day it speaks of; it is taken to have"
    " come out within a year of it.",
)
FLOOR = name_rule(
    "dating.floor",
    "The document is not older than the latest date it speaks of; nothing tells how much younger it is.",
)
LEAD = name_rule(
    "dating.lead", "The document opens with news of this day and speaks of 'today': it came out then or the day after."
)
YEAR = timedelta(days=365)
HALF_YEAR = timedelta(days=180)
LEAD_SENTENCES = 3


class Floor(NamedTuple):
    """The latest day that the text speaks of as past, with the words that tell it; since when something goes on is old."""

    day: date
    span: Span | None
    is_to_the_day: bool
    is_news: bool = True


def find_floor(facts: Facts, hint: Days | None) -> Floor | None:
    """Return the latest day that the document speaks of; days without a year get the one that `hint` allows."""
    found = [
        Floor(days.first, timex.span, days.day is not None, timex.extent == "at")
        for timex, days in facts.absolute
        if days.first
    ]
    for clue in facts.reading.document.clues:
        days = read_days(clue.value) if clue.kind == "caption" else None
        if days and days.first:
            found.append(Floor(days.first, clue.span, days.day is not None))
    found += _yearless(facts, hint)
    return max(found, key=lambda floor: (floor.day, floor.is_to_the_day), default=None)


def _yearless(facts: Facts, hint: Days | None) -> list[Floor]:
    """Return the days of a month whose year a weekday tells, and those that lie around such a day."""
    told = [
        (item, day)
        for item in facts.yearless
        if item.weekday is not None and (day := choose_year((item.month, item.day), item.weekday, hint))
    ]
    if not told:
        return []
    around = Days(first=told[0][1] - HALF_YEAR, last=told[0][1] + HALF_YEAR)
    days = [(item.span, choose_year((item.month, item.day), item.weekday, around)) for item in facts.yearless]
    return [Floor(day, span, True) for span, day in days if day]


def find_caption_day(facts: Facts) -> Finding | None:
    """Return the first weekday of the news on or after the latest full date of a caption, None without either."""
    weekday, caption = facts.news_weekday, _latest_caption(facts)
    floor = find_floor(facts, None)
    if weekday is None or weekday.weekday is None or caption is None or floor is None:
        return None
    day = weekday_after(caption.day, weekday.weekday)
    if not caption.day <= floor.day <= day:
        return None
    evidence = [quote(facts.reading, span) for span in (caption.span, weekday.span) if span]
    return Finding(
        days=Days(first=day, last=day + DAY),
        day=day,
        basis=PublicationBasis.INFERRED,
        derived=derive(Reason(rule=CAPTION, evidence=evidence), on(day), day),
    )


def _latest_caption(facts: Facts) -> Floor | None:
    clues = [(clue, read_days(clue.value)) for clue in facts.reading.document.clues if clue.kind == "caption"]
    found = [Floor(days.day, clue.span, True) for clue, days in clues if days and days.day]
    return max(found, key=lambda floor: floor.day, default=None)


def bound_by_text(facts: Facts, hint: Days | None) -> Finding | None:
    """Return the days after the latest one the document speaks of: without end, where the text gives none.

    It is two days where that is the news it opens with, the time that something has gone on for where it tells
    that, and a year where it tells news of its own days and nothing of years before.
    """
    floor, elapsed = find_floor(facts, hint), bound_by_elapsed(facts)
    if floor is None:
        return elapsed
    evidence = [quote(facts.reading, floor.span)] if floor.span else []
    if floor.is_to_the_day and floor.span and facts.today and _is_lead(facts, floor.span):
        reason = Reason(rule=LEAD, evidence=[*evidence, quote(facts.reading, facts.today.span)])
        return _interval(reason, Days(first=floor.day, last=floor.day + DAY))
    if floor.is_to_the_day and floor.is_news and facts.tells_own_days and not facts.tells_years:
        return _interval(Reason(rule=MENTIONED, evidence=evidence), Days(first=floor.day, last=floor.day + YEAR))
    not_before = _interval(Reason(rule=FLOOR, evidence=evidence), Days(first=floor.day))
    days = elapsed.days.cut(not_before.days) if elapsed else None
    if elapsed is None or days is None or days.is_empty:
        return not_before
    reason = Reason(rule=elapsed.derived.rule, evidence=elapsed.derived.evidence)
    return _interval(reason, days, [not_before.derived])


def _is_lead(facts: Facts, span: Span) -> bool:
    if facts.news_weekday is not None or facts.is_caption(span):
        return False
    sentences = [sentence for passage in facts.reading.passages for sentence in passage.sentences]
    return any(sentence.holds(span) for sentence in sentences[:LEAD_SENTENCES])


def _interval(reason: Reason, days: Days, inputs: Sequence[Derived] = ()) -> Finding:
    whole = Reason(rule=reason.rule, evidence=reason.evidence, inputs=inputs, note=reason.note)
    return Finding(days=days, basis=PublicationBasis.INFERRED, derived=derive(whole, days))
