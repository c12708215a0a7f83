"""Does another document tell the day of an event in much the same words?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from sayso.dating.facts import Facts
from sayso.dating.findings import Finding, Reason, derive, quote
from sayso.lexicons import read_toml
from sayso.model.derivations import Derived, name_rule
from sayso.model.mentions import Timex
from sayso.model.spans import Span
from sayso.text.days import on, read_days
from sayso.text.timexes import read_timex

RETOLD = name_rule("dating.event_words", "A dated document tells the day of an event in the same words and names.")
FEWEST = 3
# Another verb may stand in the retelling ("rolled out", "reached the crossing") where all else is the same.
MOST = 4
_WORD = re.compile(r"[^\W\d_]{3,}")
_END = re.compile(r"[,;:–—]|\s(?:she|he|they|we|I)\s")


class EventWords(NamedTuple):
    """The words that tell an event: its head, all words that carry meaning, the names among them."""

    head: str
    words: frozenset[str]
    names: frozenset[str]


class Retelling(NamedTuple):
    """A sentence of a dated document that tells one day."""

    document: str
    words: frozenset[str]
    day: date
    derived: Derived
    depends_on: tuple[str, ...]


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(str(word) for word in read_toml("stopwords")["words"]["en"])


def read_phrase(facts: Facts, timex: Timex) -> EventWords | None:
    """Return the words after "two days after", up to the end of their clause; None when they name nothing.

    Without a name in it a phrase could tell of anything.
    """
    sentence = facts.sentence_at(timex.span)
    if sentence is None or timex.event is None:
        return None
    text = _END.split(facts.words(Span(timex.span.end, sentence.end)), maxsplit=1)[0]
    words = _WORD.findall(text)
    names = frozenset(word.casefold() for word in words if word[0].isupper()) - _stopwords()
    kept = frozenset(word.casefold() for word in words) - _stopwords()
    head = facts.words(timex.event).casefold()
    return EventWords(head, kept, names) if names and len(kept) >= FEWEST else None


@dataclass(frozen=True)
class Retellings:
    """The sentences of the dated documents that tell a day, found by their words."""

    documents: Mapping[str, tuple[Facts, Finding]]

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[Retelling, ...]]:
        found: dict[str, list[Retelling]] = {}
        for document in sorted(self.documents):
            for retelling in _tell(*self.documents[document]):
                for word in retelling.words:
                    found.setdefault(word, []).append(retelling)
        return {word: tuple(retellings) for word, retellings in found.items()}

    def find(self, phrase: EventWords) -> tuple[Retelling, ...]:
        """Return the sentences with the names and words of a phrase: its head and three words, or all words but one.

        None when they tell several days: rivals stay open.
        """
        named = self._by_word.get(min(phrase.names), ())
        found = tuple(retelling for retelling in named if _tells_again(phrase, retelling.words))
        return found if len({retelling.day for retelling in found}) == 1 else ()


def _tells_again(phrase: EventWords, words: frozenset[str]) -> bool:
    shared = len(phrase.words & words)
    is_headed = phrase.head in words and shared >= FEWEST
    return phrase.names <= words and (is_headed or shared >= max(MOST, len(phrase.words) - 1))


def _tell(facts: Facts, finding: Finding) -> list[Retelling]:
    found = []
    for sentence, timexes in facts.timexes_by_sentence.items():
        days = {day for timex in timexes if (day := _day(timex, finding)) is not None}
        if len(days) == 1:
            day = days.pop()
            words = frozenset(word.casefold() for word in _WORD.findall(facts.words(sentence)))
            reason = Reason(rule=RETOLD, evidence=[quote(facts.reading, sentence)], inputs=[finding.derived])
            found.append(Retelling(facts.id, words, day, derive(reason, on(day), day), finding.depends_on))
    return found


def _day(timex: Timex, finding: Finding) -> date | None:
    """Return the day that a weekday or date means; "today" and "now" stand for too much."""
    if finding.day is None or (timex.weekday is None and timex.day is None):
        return None
    reach = read_timex(timex, finding.day)
    days = read_days(reach.edtf) if reach else None
    return days.day if days else None


def sources_of(retellings: Sequence[Retelling]) -> tuple[str, ...]:
    """Return the documents that retellings rest on."""
    return tuple(sorted({name for r in retellings for name in (r.document, *r.depends_on)}))
