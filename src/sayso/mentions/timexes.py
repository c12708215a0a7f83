"""Which time expressions stand in a document?"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.mentions.dates import read_date
from sayso.mentions.days import CLOCK, DAY, PART, read_days
from sayso.mentions.drafts import Draft, cut, match_before, time_words
from sayso.mentions.event_times import add_event, find_event_times, read_near
from sayso.mentions.holidays import HOLIDAY, read_holiday
from sayso.mentions.lines import Line
from sayso.mentions.numerals import starters, tables
from sayso.mentions.periods import SHIFTED, read_period
from sayso.mentions.phases import phase_openers, read_phase_before
from sayso.mentions.ranges import is_range, is_weekday_range, join_range, share_years
from sayso.mentions.spells import AGO, read_spell
from sayso.mentions.tenses import find_tense, is_planned_for, tells_intent, tells_past, tells_plan
from sayso.mentions.years import opens_with_phase
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex

READERS = (read_date, read_days, read_period, read_spell, read_near, read_holiday)
_JOINTS = (
    ("of",),
    ("on",),
    ("at",),
    ("in",),
    (",",),
    ("on", "the"),
    ("of", "the"),
    ("at", "approximately"),
    ("at", "around"),
    ("at", "about"),
    (),
)
_BEFORE_RANGES: tuple[list[str], ...] = (["from"], ["between"], ["of"], ["on"], [])


def find_timexes(line: Line) -> list[tuple[int, int, Timex]]:
    """Return the time expressions of a sentence with their tokens `[first, last)`, in reading order.

    At each token the longest expression wins; a part of a day or a clock time joins the day beside it;
    prepositions that belong to the expression are taken in. Events that give a time come last and may hold
    other expressions.
    """
    drafts = share_years(line, _join(line, list(_scan(line))))
    found = [_finish(line, _open(line, draft)) for draft in drafts]
    taken = frozenset(token for first, last, _ in found for token in range(first, last))
    events = [_finish(line, draft) for draft in find_event_times(line, taken)]
    return sorted(found + events, key=lambda item: (item[0], item[1]))


@cache
def _openers() -> frozenset[str]:
    """Return every word that a time expression can begin with, digits apart."""
    table = time_words()
    keys = ("months", "weekdays", "units", "seasons", "parts", "days", "phases", "shifts")
    words = {word for key in keys for word in table[key]}
    for key in ("vague_amounts", "sets", "every", "vague", "now"):
        words.update(phrase[0] for phrase in cut(table["words"][key]))
    words.update(text.split()[0] for text in table["holidays"])
    more = {
        "the",
        "its",
        "their",
        "these",
        "those",
        "that",
        "then",
        "same",
        "shortly",
        "soon",
        "just",
        "immediately",
        "in",
        "on",
        "ahead",
        "prior",
    }
    return frozenset(words | more | starters() | set(tables()["ordinals"]) | phase_openers())


def _scan(line: Line) -> Iterator[Draft]:
    token, openers = line.first, _openers()
    while token < line.last:
        word = line.word(token)
        is_open = word in openers or word[:1].isdigit() or opens_with_phase(word)
        draft = _longest(line, token) if is_open else None
        if draft is None:
            token += 1
            continue
        yield add_event(line, draft)
        token = draft.last


def _longest(line: Line, token: int) -> Draft | None:
    found = [draft for reader in READERS if (draft := reader(line, token)) is not None]
    return max(found, key=lambda draft: draft.last, default=None)


def _join(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with parts of days and clock times joined to the day beside them."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        merged = _merge(line, previous, draft) if previous else None
        joined[-1 if merged else len(joined) :] = [merged or draft]
        _join_ends(line, joined)
    return joined


def _join_ends(line: Line, joined: list[Draft]) -> None:
    """Join the last draft with the one before, once it has its own part of the day or is a range.

    "Between dusk on Sunday and dawn on Monday" is a range, "in the night from 14 to 15 November" one with a part.
    """
    if len(joined) < 2:
        return
    left, right = joined[-2:]
    gap = [line.word(token) for token in range(left.last, right.first)]
    if is_range(right.timex) and _is_part(left) and gap in _BEFORE_RANGES:
        joined[-2:] = [Draft(left.first, right.last, _with_part(right.timex, left.timex))]
    elif right.timex.part is not None and (merged := join_range(line, left, right)):
        joined[-2:] = [merged]


def _merge(line: Line, left: Draft, right: Draft) -> Draft | None:
    gap = tuple(line.word(token) for token in range(left.last, right.first))
    if right.first < left.last:
        return None
    if gap == () and left.timex.rule == AGO and _is_around_now(right.timex):
        return Draft(left.first, right.last, left.timex)
    if gap == () and left.timex.weekday is not None and right.timex.unit == "week" and right.timex.rule == SHIFTED:
        return Draft(left.first, right.last, replace(left.timex, unit="week", amount=right.timex.amount))
    if gap in _JOINTS:
        return _merge_day(left, right, gap)
    return join_range(line, left, right)


def _is_around_now(timex: Timex) -> bool:
    """Tell whether words only say from which day a length of time is counted: "ten years ago this week", "... on Friday"."""
    is_now = timex.amount == 0 and timex.unit in {"day", "week", "month"}
    return timex.anchor is AnchorKind.DOCUMENT and (is_now or timex.weekday is not None)


def _merge_day(left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    if (_is_part(left) or _is_overnight(left)) and _is_day(right) and gap != (",",):
        return Draft(left.first, right.last, _with_part(right.timex, left.timex))
    if _is_day(left) and _is_part(right):
        return Draft(left.first, right.last, _with_part(left.timex, right.timex))
    year = right.timex.value if right.timex.value and len(right.timex.value) == 4 else None
    if (
        left.timex.month
        and not left.timex.value
        and (year or _is_year_shift(right))
        and left.timex.anchor is AnchorKind.DOCUMENT
    ):
        return _add_year(left, right, year)
    return None


def _is_part(draft: Draft) -> bool:
    return draft.timex.rule in {PART, CLOCK}


def _is_overnight(draft: Draft) -> bool:
    return draft.timex.rule == DAY and draft.timex.part == "overnight"


def _is_day(draft: Draft) -> bool:
    timex = draft.timex
    is_day = timex.weekday is not None or timex.day is not None or (timex.unit == "day" and timex.extent == "at")
    return is_day and not _is_part(draft) and timex.kind in {TimexKind.DATE, TimexKind.TIME}


def _with_part(day: Timex, part: Timex) -> Timex:
    return replace(day, part=part.part, kind=TimexKind.TIME)


def _is_year_shift(draft: Draft) -> bool:
    """Tell whether the words are "this year" or "last year" behind a month."""
    return (
        draft.timex.unit == "year"
        and draft.timex.amount in {-1, 0, 1}
        and draft.timex.extent == "at"
        and draft.timex.month is None
    )


def _add_year(left: Draft, right: Draft, year: str | None) -> Draft:
    """Return a month with the year told beside it: "in February this year" keeps the shift of the year."""
    timex = left.timex
    if year:
        value = f"{year}-{timex.month:02}" + (f"-{timex.day:02}" if timex.day else "")
        return Draft(left.first, right.last, replace(timex, value=value, anchor=AnchorKind.ABSOLUTE))
    return Draft(left.first, right.last, replace(timex, unit="year", amount=right.timex.amount))


def _open(line: Line, draft: Draft) -> Draft:
    """Return the draft with the words before it that belong to it: phase, hedge, preposition."""
    first, timex = draft.first, draft.timex
    phase = line.word(first - 1 - line.is_hyphen(first - 1))
    if (
        phase in {"early", "mid", "late", "mid-"}
        and timex.part is None
        and timex.unit != "day"
        and timex.kind is TimexKind.DATE
    ):
        first -= 2 if line.is_hyphen(first - 1) else 1
        timex = replace(timex, part=time_words()["phases"][phase.rstrip("-")])
    first, timex = _open_phase(line, first, timex)
    if _is_attribute(line, draft):
        return Draft(first, draft.last, timex)
    if hedge := match_before(line, first, "approximate"):
        first -= hedge
        timex = replace(timex, is_approximate=True)
    first, timex = _add_preposition(line, first, timex)
    if line.word(first) in {"on", "in"} and line.word(first - 1) in {"late", "early"} and timex.part is None:
        timex, first = replace(timex, part=time_words()["phases"][line.word(first - 1)]), first - 1
    return Draft(first, draft.last, timex)


def _open_phase(line: Line, first: int, timex: Timex) -> tuple[int, Timex]:
    """Return a month or year with the phase before it: "the end of January", "the beginning of 2012"."""
    opening, part = read_phase_before(line, first)
    if part is None or timex.part is not None or timex.kind is not TimexKind.DATE:
        return first, timex
    if timex.day or timex.weekday is not None or timex.unit == "day":
        return first, timex
    return opening, replace(timex, part=part)


def _is_attribute(line: Line, draft: Draft) -> bool:
    """Tell whether the words stand before a noun they qualify: a preposition before them belongs to that noun."""
    following = line.universal(draft.last)
    above = line.parse.heads[line.head_of(draft.first, draft.last)]
    is_plain = (
        draft.timex.kind is TimexKind.DURATION or draft.timex.is_vague or draft.timex.anchor is AnchorKind.ABSOLUTE
    )
    if following not in {"NOUN", "ADJ"} or not draft.last <= above < line.last or line.universal(above) != "NOUN":
        return is_plain and following == "NOUN" and line.word(draft.last - 2) == "-"
    return not any(line.universal(token) in {"ADP", "VERB", "PUNCT"} for token in range(draft.last, above))


def _add_preposition(line: Line, first: int, timex: Timex) -> tuple[int, Timex]:
    place = first - 1
    if (
        line.word(place) in {"the", "this", "just"}
        and line.word(place - 1) in time_words()["prepositions"]
        and timex.kind is not TimexKind.SET
    ):
        place -= 1
    word = line.word(place)
    extent = time_words()["prepositions"].get(word)
    is_particle = line.is_hyphen(place - 1) or (word == "in" and timex.weekday is not None and timex.part is None)
    if extent is None or word == "of" or is_particle:
        return first, timex
    is_hour = timex.part is not None and timex.weekday is None and timex.day is None and not timex.amount
    # "Before dawn" and "after midnight" are hours of the day, and no bounds.
    if timex.extent == "at" and extent != "at" and not (is_hour and word in {"before", "after"}):
        timex = replace(timex, extent=extent)
    return place, timex


def _finish(line: Line, draft: Draft) -> tuple[int, int, Timex]:
    timex = draft.timex
    head = line.head_of(draft.first, draft.last, is_range=is_weekday_range(timex))
    return (
        draft.first,
        draft.last,
        replace(_point(line, timex, (head, draft.first)), span=line.span(draft.first, draft.last), token=head),
    )


def _point(line: Line, timex: Timex, found: tuple[int, int]) -> Timex:
    """Return a weekday, month or day with the direction that the tense gives it.

    What will be, or is planned, is to come, and so is what something lasts "until", unless that is told in the past. A day of a
    month in a clause of the past lies behind, else it is the nearest one ("a 3 June deadline"). `found` are the head
    and the first token of the words.
    """
    head, first = found
    if timex.anchor is AnchorKind.ABSOLUTE:
        return replace(timex, direction="future") if tells_plan(line, head) else timex
    is_open = timex.direction == "nearest" and timex.value is None and timex.amount is None
    if not is_open or timex.anchor is not AnchorKind.DOCUMENT or (timex.weekday is None and timex.month is None):
        return timex
    tense = find_tense(line, head)
    is_deadline = timex.extent == "until" and timex.weekday is not None and not tells_past(line, head)
    if is_planned_for(line, first):
        # Of a plan that is told in the past its day may have come or not.
        is_open = timex.day is not None or find_tense(line, line.parse.heads[first - 1]) == "past"
        return timex if is_open else replace(timex, direction="future")
    is_deadline = is_deadline or (timex.rule == HOLIDAY and tense == "present" and line.word(first) == "by")
    if tense == "future" or is_deadline or (timex.extent == "at" and tells_intent(line, head)):
        return replace(timex, direction="future")
    return replace(timex, direction="past") if timex.day is not None and tense in {"past", "perfect"} else timex
