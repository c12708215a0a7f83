"""When was each document published? A graph over documents and events, iterated until nothing is added."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.dating.elapsed import ELAPSED
from sayso.dating.events import Dated
from sayso.dating.facts import Facts
from sayso.dating.findings import Finding, Reason, derive, write_date
from sayso.dating.neighbours import bound_by_case, find_by_shared_news
from sayso.dating.offsets import bound_by_offset, find_by_offset
from sayso.dating.pages import bound_by_page, find_either_day, find_page_day, find_yearless_day
from sayso.dating.terms import bound_by_terms
from sayso.dating.texts import LEAD, YEAR, bound_by_text, find_caption_day
from sayso.model.claims import Reading
from sayso.model.derivations import name_rule
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind, PublicationBasis
from sayso.model.resolved import DocumentDate
from sayso.text.days import Days, read_days
from sayso.text.decisions import keep_active, standing_lines
from sayso.text.memories import Memory

JUDGED = name_rule("dating.judged", "A person set the date of the document.")
HALF_YEAR, MONTH = YEAR / 2, YEAR / 12
Step = Callable[[Facts, Dated], Finding | None]


def date_documents(
    readings: Sequence[Reading], judgements: Sequence[Judgement], memory: Memory | None = None
) -> tuple[DocumentDate, ...]:
    """Return when each document was published: a day where the evidence compels one, else an interval.

    A person's judgement stands above all, then what the page says of itself, then captions and weekdays, then
    the days of events that other documents tell. Rounds go on until no document gets a day; in each, the
    surest step that dates any document is taken for all at once, so the order of documents does not matter.
    Documents whose day would need the day of one another stay open. `memory` saves time in an open case and changes nothing.
    """
    recall = (memory or Memory()).recall
    facts = [Facts(reading) for reading in readings]
    found = _judged(facts, judgements)
    pages = {f.id: recall(_find_page_day, f.id, f.reading) for f in facts if f.id not in found}
    found |= {name: page for name, page in pages.items() if page is not None}
    while new := _advance(facts, found):
        found |= new
    dated = _dated(facts, found)
    return tuple(write_date(f.id, found.get(f.id) or _bound(f, dated)) for f in facts)


def _find_page_day(reading: Reading) -> Finding | None:
    return find_page_day(Facts(reading))


def _judged(facts: Sequence[Facts], judgements: Sequence[Judgement]) -> dict[str, Finding]:
    """Return the dates that people set and that stand: nobody else's last line gives another day."""
    lines: dict[str, list[Judgement]] = {f.id: [] for f in facts}
    for judgement in keep_active(judgements):
        if judgement.kind is JudgementKind.DATE and judgement.document in lines:
            lines[judgement.document].append(judgement)
    found = {}
    for document, about in lines.items():
        standing = standing_lines(about)
        days = read_days(str(standing[-1].fields.get("date"))) if standing else None
        if days is not None:
            found[document] = _set(standing[-1], days)
    return found


def _set(judgement: Judgement, days: Days) -> Finding:
    reason = Reason(rule=JUDGED, note=f"{judgement.author}: {judgement.reason}")
    return Finding(days=days, day=days.day, basis=PublicationBasis.USER, derived=derive(reason, days, days.day))


def _dated(facts: Sequence[Facts], found: Mapping[str, Finding]) -> Dated:
    return Dated({f.id: (f, found[f.id]) for f in facts if f.id in found and found[f.id].day})


def _advance(facts: Sequence[Facts], found: Mapping[str, Finding]) -> dict[str, Finding]:
    """Return what the first step finds that finds anything, for all documents without a day."""
    dated = _dated(facts, found)
    waiting = [f for f in facts if f.id not in found]
    for step in STEPS:
        new = {f.id: finding for f in waiting if (finding := step(f, dated)) is not None}
        if new:
            return new
    return {}


def _by_year(facts: Facts, dated: Dated) -> Finding | None:
    return find_yearless_day(facts, _hint(facts, dated))


def _by_caption(facts: Facts, _: Dated) -> Finding | None:
    return find_caption_day(facts)


def _by_offset(facts: Facts, dated: Dated) -> Finding | None:
    return find_by_offset(facts, dated) if facts.offsets else None


def _by_order(facts: Facts, dated: Dated) -> Finding | None:
    text = bound_by_text(facts, _hint(facts, dated))
    near = (text.days if text else None, dated.around(MONTH))
    return find_either_day(facts, [days for days in near if days])


STEPS: tuple[Step, ...] = (_by_caption, _by_year, _by_order, _by_offset, find_by_shared_news)


def _hint(facts: Facts, dated: Dated) -> Days | None:
    """Return the days in which a day without a year is looked for: around the case, else after the text's dates."""
    around = dated.around(HALF_YEAR)
    if around is not None:
        return around
    floors: list[date] = [days.first for _, days in facts.absolute if days.first]
    return Days(first=max(floors), last=max(floors) + 3 * YEAR) if floors else None


def _bound(facts: Facts, dated: Dated) -> Finding | None:
    """Return the interval of a document without a day, narrowed to the terms of those whom it calls by their offices."""
    found = _bound_by_days(facts, dated)
    terms = bound_by_terms(facts, found.days if found else None)
    if found is None or terms is None:
        return found or terms
    if terms.days == found.days:
        return found
    derived = derive(Reason(rule=terms.derived.rule, inputs=(found.derived, terms.derived)), terms.days)
    return replace(found, days=terms.days, derived=derived)


def _bound_by_days(facts: Facts, dated: Dated) -> Finding | None:
    """Return the interval of a document without a day, by the days that are told.

    It is not older than the latest date its text speaks of; beyond that the case tells when it can have come
    out, and where it tells nothing, the text alone does, or the end stays open.
    """
    anchored = bound_by_page(facts) or (bound_by_offset(facts, dated) if facts.offsets else None)
    if anchored is not None:
        return anchored
    text, case = bound_by_text(facts, _hint(facts, dated)), bound_by_case(facts, dated)
    if text is None or case is None or text.derived.rule == LEAD:
        return text or case
    days = case.days.cut(text.days if text.derived.rule == ELAPSED else Days(first=text.days.first))
    if days.is_empty:
        return text
    derived = derive(Reason(rule=case.derived.rule, inputs=(text.derived, case.derived)), days)
    return replace(case, days=days, derived=derived)
