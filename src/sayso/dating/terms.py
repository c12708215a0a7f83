"""Which days does a text leave its document, when it calls somebody by the office that he or she holds?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from sayso.dating.facts import Facts
from sayso.dating.findings import Finding, Reason, derive, quote
from sayso.lexicons import read_csv, read_words
from sayso.model.derivations import name_rule
from sayso.model.kinds import PublicationBasis
from sayso.model.spans import Span
from sayso.text.days import Days

TERM = name_rule(
    "dating.term",
    "The text calls somebody by an office that he or she holds: it came out while that was so, or in the weeks after.",
)
_BEFORE = 24
# A report of somebody's last days in office may still call him so.
_AFTER = timedelta(days=14)


class Term(NamedTuple):
    """The days in which somebody held an office, with the words that call the holder by it."""

    name: str
    title: str
    days: Days
    span: Span


def bound_by_terms(facts: Facts, known: Days | None) -> Finding | None:
    """Return the days in which all those hold their offices whom the document calls by them.

    `known` are the days that it can be of as far as is known: somebody who held an office in two spells is taken at
    the one that lies there, and left out where more than one can be meant. None where nobody is called so, or where
    the terms of those who are exclude one another: then the text speaks of other times.
    """
    terms = _choose(list(_find_terms(facts)), known or Days())
    days = known or Days()
    for term in terms:
        days = days.cut(term.days)
    if not terms or days.is_empty:
        return None
    reason = Reason(rule=TERM, evidence=[quote(facts.reading, term.span) for term in terms])
    return Finding(days=days, basis=PublicationBasis.INFERRED, derived=derive(reason, days))


def _choose(terms: Sequence[Term], known: Days) -> list[Term]:
    """Return for each person and title the one term that fits."""
    fitting: dict[tuple[int, str], list[Term]] = {}
    for term in terms:
        if not known.cut(term.days).is_empty:
            fitting.setdefault((term.span.start, term.title), []).append(term)
    sure = (found[0] for found in fitting.values() if len(found) == 1)
    return list({(term.name, term.title): term for term in sure}.values())


def _find_terms(facts: Facts) -> Iterator[Term]:
    """Yield the terms of all who are called by an office, but for former holders and where a sentence gives a year."""
    text = facts.reading.document.text
    for match in (match for pattern in _patterns() for match in pattern.finditer(text)):
        span = Span(*match.span())
        before = text[max(0, span.start - _BEFORE) : span.start].replace("-", " ").casefold().split()
        if not read_words("dating", "not_in_office").isdisjoint(before[-2:]) or _tells_year(facts, span):
            continue
        title = _title(match["office"])
        for name, days in _terms().get((title, match["name"].casefold()), ()):
            yield Term(name, title, days, span)


def _tells_year(facts: Facts, span: Span) -> bool:
    sentence = facts.sentence_at(span)
    return sentence is None or any(sentence.holds(timex.span) for timex, _ in facts.absolute)


def _title(written: str) -> str:
    return " ".join(written.casefold().replace("-", " ").split())


@cache
def _terms() -> dict[tuple[str, str], list[tuple[str, Days]]]:
    """Return the terms of the table by title and by each name of their holder."""
    found: dict[tuple[str, str], list[tuple[str, Days]]] = {}
    for row in read_csv("terms"):
        until = date.fromisoformat(row["until"]) + _AFTER if row["until"] else None
        days = Days(first=date.fromisoformat(row["from"]), last=until)
        for name in _names(row):
            found.setdefault((_title(row["title"]), name.casefold()), []).append((row["name"], days))
    return found


def _names(row: Mapping[str, str]) -> list[str]:
    return [name for name in (row["name"], *row["aliases"].split(";")) if name]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a title before a name of the table ("President of Norland Ada Lorn") and behind it."""
    titles = sorted({title for title, _ in _terms()}, key=lambda title: (-len(title), title))
    names = {name for row in read_csv("terms") for name in _names(row)}
    name = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    office = rf"(?i:{'|'.join(title.replace(' ', r'[ -]') for title in titles)})"
    land = r"(?:\s+of(?:\s+the)?(?:\s+[A-Z]\w+){1,2}?)?"
    before = rf"\b(?P<office>{office}){land}\s+(?P<name>{name})(?![\w-])(?!\s+[A-Z]\w)"
    behind = rf"\b(?P<name>{name})\s?,\s+(?:the\s+)?(?:[A-Z]\w+\s+)?(?P<office>{office})(?![\w-])"
    return re.compile(before), re.compile(behind)
