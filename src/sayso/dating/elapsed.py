"""Which days does a text leave its document, told when something began and how long it has gone on?"""

import re
from functools import cache
from typing import NamedTuple

from sayso.dating.facts import Facts
from sayso.dating.findings import Finding, Reason, derive, quote
from sayso.lexicons import read_toml
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, PublicationBasis, TimexKind
from sayso.model.mentions import Timex
from sayso.model.spans import Span
from sayso.text.days import Days, shift_months

ELAPSED = name_rule(
    "dating.elapsed",
    "The text says when something began and how many years it has gone on: the document came out that long after"
    " it, half a year less or nearly a year more, as people round.",
)
ORDINAL = "mentions.ordinal"
REACH = 80
YEAR = 12


class Spell(NamedTuple):
    """How many months have gone by at least and at most, and the words that say so."""

    least: int
    most: int
    timex: Timex


def bound_by_elapsed(facts: Facts) -> Finding | None:
    """Return the days that "the war began in 2011" and "three years of war" leave the document.

    None unless the text tells one beginning and one length in years, or a "third year".
    """
    starts = {days.first: (timex, days) for timex, days in facts.absolute if _tells_beginning(facts, timex)}
    spells = {spell[:2]: spell for timex in facts.reading.timexes if (spell := _read_spell(timex)) is not None}
    if len(starts) != 1 or len(spells) != 1:
        return None
    (timex, start), (spell,) = next(iter(starts.values())), spells.values()
    if start.first is None or start.last is None:
        return None
    days = Days(first=shift_months(start.first, spell.least), last=shift_months(start.last, spell.most))
    evidence = [quote(facts.reading, one.span) for one in (timex, spell.timex)]
    derived = derive(Reason(rule=ELAPSED, evidence=evidence), days)
    return Finding(days=days, basis=PublicationBasis.INFERRED, derived=derived)


def _tells_beginning(facts: Facts, timex: Timex) -> bool:
    """Tell whether something is told to have begun then: "since 2011", "the war that broke out in 2011"."""
    if timex.extent == "since":
        return True
    sentence = facts.sentence_at(timex.span)
    start = max(timex.span.start - REACH, sentence.start if sentence else 0)
    return _beginnings().search(facts.words(Span(start, timex.span.start))) is not None


@cache
def _beginnings() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in read_toml("dating")["beginnings"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _read_spell(timex: Timex) -> Spell | None:
    if timex.unit != "year" or not timex.amount:
        return None
    if timex.rule == ORDINAL and timex.event is None:
        return Spell(YEAR * (timex.amount - 1), YEAR * timex.amount, timex)
    is_length = timex.kind is TimexKind.DURATION and timex.anchor is AnchorKind.DOCUMENT and timex.amount < 0
    months = -YEAR * timex.amount
    return Spell(months - YEAR // 2, months + YEAR, timex) if is_length else None
