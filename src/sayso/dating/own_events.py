"""On which day was the attack that a text counts from, by its own words?"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from sayso.dating.events import Dated
from sayso.dating.facts import Facts
from sayso.dating.findings import Reason, derive, quote
from sayso.dating.neighbours import HALF_YEAR
from sayso.dating.years import choose_year
from sayso.lexicons import read_words
from sayso.model.derivations import Derived, name_rule
from sayso.model.mentions import Timex
from sayso.model.spans import Span
from sayso.text.days import Days, on

OWN = name_rule(
    "dating.own_event", "The text names one day only on which it tells of an attack: that is the attack it counts from."
)
_WORD = re.compile(r"[^\W\d_]+")


class OwnEvent(NamedTuple):
    """The day that a text names for its attack, and the documents that tell the year of it."""

    day: date
    derived: Derived
    sources: tuple[str, ...]


def find_own_event(facts: Facts, timex: Timex, dated: Dated) -> OwnEvent | None:
    """Return the day of the attack that "six days after the strike" counts from, where the text itself names it.

    None unless all sentences that tell of violence and name a day of a month name the same. A day without a year is
    of the only year in which it lies within half a year of the dated documents.
    """
    words = _words(facts, timex.event)
    if not words or words[-1] not in read_words("dating", "attacks"):
        return None
    told = list(_named_days(facts, dated.around(HALF_YEAR)))
    if len({day for day, *_ in told}) != 1:
        return None
    day, span, is_whole = told[0]
    sources = () if is_whole else tuple(sorted(dated.documents))
    return OwnEvent(day, derive(Reason(rule=OWN, evidence=[quote(facts.reading, span)]), on(day), day), sources)


def _named_days(facts: Facts, around: Days | None) -> Iterator[tuple[date, Span, bool]]:
    """Yield the days of a month that sentences about violence name, the words for each, whether with the year."""
    whole = [(days.day, timex.span, True) for timex, days in facts.absolute if days.day is not None]
    bare = [
        (day, item.span, False)
        for item in facts.yearless
        if (day := choose_year((item.month, item.day), item.weekday, around)) is not None
    ]
    for day, span, is_whole in (*whole, *bare):
        if not _violence().isdisjoint(_words(facts, facts.sentence_at(span))):
            yield day, span, is_whole


def _words(facts: Facts, span: Span | None) -> list[str]:
    return _WORD.findall(facts.words(span).casefold()) if span is not None else []


@cache
def _violence() -> frozenset[str]:
    return read_words("dating", "attacks") | read_words("dating", "violence")
