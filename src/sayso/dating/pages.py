"""What does the page say of its own day? Given by the user, stated, in its metadata or address, in the dateline."""

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.dating.facts import Facts
from sayso.dating.findings import Finding, Reason, derive, quote, quote_clue
from sayso.dating.years import choose_year
from sayso.model.derivations import name_rule
from sayso.model.documents import DateClue
from sayso.model.kinds import PublicationBasis
from sayso.text.days import DAY, Days, on, read_choice, read_days, read_yearless

RULES = {
    "user": name_rule("dating.user", "The person who added the document gave its date."),
    "stated": name_rule("dating.stated", "The page states its date."),
    "metadata": name_rule("dating.metadata", "The page's metadata give its date; readers do not see it."),
    "url": name_rule("dating.url", "The date stands in the page's address."),
    "dateline": name_rule(
        "dating.dateline", "The line with the place of writing gives a day; the report came out then or the day after."
    ),
}
BASES = {
    "user": PublicationBasis.USER,
    "stated": PublicationBasis.STATED,
    "metadata": PublicationBasis.METADATA,
    "url": PublicationBasis.METADATA,
    "dateline": PublicationBasis.STATED,
}
YEAR = name_rule(
    "dating.year",
    "The page gives a day without its year; the year is the one in which the weekday it names fits,"
    " or the only one that the other documents of the case allow.",
)
ORDER = name_rule(
    "dating.order",
    "The page gives its date in figures that may be day and month in either order; only one of the two days is near"
    " those that its own text or the other documents of the case speak of.",
)
CRAWL = 7 * DAY


def find_page_day(facts: Facts) -> Finding | None:
    """Return the day or interval that the page itself gives, None when it gives none with a year.

    The order is: the user, the page's own words, metadata, address, dateline. Metadata more than a week after
    the dateline are the day of a copy, not of the report. Days of other clues are kept as rivals.
    """
    dated = [
        (clue, days)
        for clue in facts.reading.document.clues
        if clue.kind in RULES and not read_choice(clue.value) and (days := read_days(clue.value))
    ]
    to_the_day = [(clue, days) for clue, days in dated if days.day]
    clue, found = _first(to_the_day or dated)
    if clue is None or found is None:
        return None
    rivals = sorted({days.day for other, days in to_the_day if days.day and _is_rival(other, days.day, found)})
    reason = Reason(rule=RULES[clue.kind], evidence=quote_clue(facts.reading, clue), note=clue.written)
    return Finding(
        days=_came_out(clue, found),
        day=found.day,
        basis=BASES[clue.kind],
        derived=derive(reason, found, found.day),
        rivals=tuple(rivals),
    )


def _first(clues: Sequence[tuple[DateClue, Days]]) -> tuple[DateClue | None, Days | None]:
    for kind in RULES:
        chosen = next(((clue, days) for clue, days in clues if clue.kind == kind), None)
        if chosen is None or (kind in {"metadata", "url"} and _is_copy(chosen[1], clues)):
            continue
        return chosen
    return None, None


def _is_copy(found: Days, clues: Sequence[tuple[DateClue, Days]]) -> bool:
    datelines = [days.last for clue, days in clues if clue.kind == "dateline" and days.last]
    return bool(datelines) and found.first is not None and found.first - min(datelines) > CRAWL


def _is_rival(clue: DateClue, day: date, found: Days) -> bool:
    """Tell whether a clue gives another day; a report can come out the day after the one of its dateline."""
    if found.day is None or day == found.day:
        return False
    return not (clue.kind == "dateline" and day == found.day - DAY)


def _came_out(clue: DateClue, found: Days) -> Days:
    """Return the days a document can be of: a dateline's day or the next one."""
    if clue.kind == "dateline" and found.first and found.last:
        return Days(first=found.first, last=found.last + DAY)
    return found


def find_yearless_day(facts: Facts, hint: Days | None) -> Finding | None:
    """Return the day of a page that gives day and month only, None when the year is open.

    `hint` are the days that the rest of the case allows.
    """
    for kind in RULES:
        for clue in facts.reading.document.clues:
            month_day = read_yearless(clue.value) if clue.kind == kind else None
            if month_day is None or month_day[1] is None:
                continue
            day = choose_year((month_day[0], month_day[1]), _weekday(facts), hint)
            return _dated(facts, clue, day) if day else None
    return None


def find_either_day(facts: Facts, allowed: Sequence[Days]) -> Finding | None:
    """Return the day of a page whose date in figures may be either of two, None when it stays open.

    `allowed` are runs of days that the page's own text, or the rest of the case, is near to: the first that holds
    one of the two and not the other decides.
    """
    for clue, choice in _find_choices(facts):
        for days in allowed:
            held = [day for day in choice if days.holds(day)]
            if len(held) == 1:
                reason = Reason(rule=ORDER, evidence=quote_clue(facts.reading, clue), note=clue.written)
                return Finding(
                    days=_came_out(clue, on(held[0])), day=held[0], basis=BASES[clue.kind],
                    derived=derive(reason, on(held[0]), held[0]),
                )  # fmt: skip
    return None


def bound_by_page(facts: Facts) -> Finding | None:
    """Return the days between the two that a date in figures may be, None when the page has no such date."""
    for clue, choice in _find_choices(facts):
        days = Days(first=min(choice), last=max(choice))
        reason = Reason(rule=RULES[clue.kind], evidence=quote_clue(facts.reading, clue), note=clue.written)
        return Finding(days=days, day=None, basis=BASES[clue.kind], derived=derive(reason, days))
    return None


def _find_choices(facts: Facts) -> Iterator[tuple[DateClue, tuple[date, ...]]]:
    for kind in RULES:
        for clue in facts.reading.document.clues:
            if clue.kind == kind and (choice := read_choice(clue.value)):
                yield clue, choice


def _weekday(facts: Facts) -> int | None:
    return facts.news_weekday.weekday if facts.news_weekday else None


def _dated(facts: Facts, clue: DateClue, day: date) -> Finding:
    evidence = [*quote_clue(facts.reading, clue)]
    if facts.news_weekday:
        evidence.append(quote(facts.reading, facts.news_weekday.span))
    return Finding(
        days=_came_out(clue, on(day)),
        day=day,
        basis=BASES[clue.kind],
        derived=derive(Reason(rule=YEAR, evidence=evidence, note=clue.written), on(day), day),
    )
