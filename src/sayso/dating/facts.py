"""What does a document say that bears on its day? Read once, before any other document is looked at."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from sayso.lexicons import read_toml, read_words
from sayso.lexicons.happenings import tell_now
from sayso.model.claims import Claim, Reading
from sayso.model.kinds import AnchorKind, Basis, TimexKind
from sayso.model.mentions import Timex
from sayso.model.spans import Span
from sayso.text.claims import find_claim_at
from sayso.text.days import Days, read_days
from sayso.text.spellings import NAMES, drop_ending, spelling_key

ELAPSED = frozenset({"mentions.after_event"})
CLOSE = 2
# Days: a date told to the month or better is shorter than this, and dates that lie years apart lie further apart.
LONG, YEARS_APART = 40, 730
# Fresh news without a time of its own, though the day on which it was said may be known.
FRESH_RULES = frozenset({"claims.document_day", "claims.continued_time", "claims.known_event", "claims.said_timex"})


@lru_cache(maxsize=NAMES)
def place_key(name: str) -> str:
    """Return what a place name is matched by: its spelling key, without the word for its sort ("Gaza Strip")."""
    return spelling_key(drop_ending(name, read_words("bodies", "region_endings")))


class Event(NamedTuple):
    """What an event of one document is matched by in another: its kind and the name of its place."""

    kind: str
    place: str


class YearlessDay(NamedTuple):
    """A day of a month named without its year, with the weekday where the words give it."""

    month: int
    day: int
    weekday: int | None
    span: Span


class Offset(NamedTuple):
    """A length of time after an event, at the end of which the document's news lie: `days` after `events`.

    `is_state`: what is so at that time is told in the present, so that it is the document's own day. `weekday`
    is the day that the words give beside it ("on Saturday, two days after").
    """

    days: int
    events: frozenset[Event]
    timex: Timex
    is_exact: bool
    is_state: bool
    weekday: Timex | None


@dataclass(frozen=True)
class Facts:
    """A reading with what dating asks of it."""

    reading: Reading

    @property
    def id(self) -> str:
        """The document's id."""
        return self.reading.document.id

    def words(self, span: Span) -> str:
        """Return the words of a span."""
        return span.read(self.reading.document.text)

    @cached_property
    def _claimed(self) -> dict[Span, Claim]:
        return {claim.timex.span: claim for claim in reversed(self.reading.claims) if claim.timex}

    def is_future(self, timex: Timex) -> bool:
        """Tell whether a time expression speaks of what is to come."""
        claim = self._claimed.get(timex.span)
        return timex.direction == "future" or timex.extent == "until" or (claim is not None and claim.tense == "future")

    def is_caption(self, span: Span) -> bool:
        """Tell whether a span lies in a caption."""
        return any(caption.holds(span) for caption in self.reading.document.captions)

    @cached_property
    def absolute(self) -> tuple[tuple[Timex, Days], ...]:
        """Dates with a year that the text puts in the past or present."""
        found = (
            (timex, read_days(timex.value)) for timex in self.reading.timexes if timex.anchor is AnchorKind.ABSOLUTE
        )
        return tuple((timex, days) for timex, days in found if days and days.first and not self.is_future(timex))

    @cached_property
    def yearless(self) -> tuple[YearlessDay, ...]:
        """Days of a month without their year, told of the past or present."""
        return tuple(
            YearlessDay(timex.month, timex.day, self._weekday_in(timex.span), timex.span)
            for timex in self.reading.timexes
            if timex.month and timex.day and timex.value is None and not self.is_future(timex)
        )

    def _weekday_in(self, span: Span) -> int | None:
        """Return the weekday that the words of a date begin with ("Wednesday, 14 November")."""
        weekdays = read_toml("time")["weekdays"]
        words = (word.strip(",").casefold() for word in self.words(span).split())
        return next((int(weekdays[word]) for word in words if word in weekdays), None)

    @cached_property
    def weekdays(self) -> tuple[Timex, ...]:
        """Plain weekdays of the text ("on Monday"), captions and "last Friday" left out."""
        return tuple(
            timex
            for timex in self.reading.timexes
            if timex.weekday is not None
            and timex.kind is not TimexKind.SET
            and timex.anchor is AnchorKind.DOCUMENT
            and (timex.direction, timex.extent) == ("nearest", "at")
            and not self.is_future(timex)
            and not self.is_caption(timex.span)
        )

    @cached_property
    def news_weekday(self) -> Timex | None:
        """The weekday that the document tells its news of, None when it cannot be told.

        It is the first plain weekday, when no other is named as often and none follows it within two days:
        an article that tells of Saturday and then of Sunday may be of either.
        """
        if not self.weekdays:
            return None
        first = self.weekdays[0]
        counts = Counter(timex.weekday for timex in self.weekdays)
        others = [day for day in counts if day != first.weekday and day is not None]
        is_most = all(counts[first.weekday] > counts[day] for day in others)
        is_last = all((day - (first.weekday or 0)) % 7 > 2 for day in others)
        return first if is_most and is_last else None

    @property
    def tells_own_days(self) -> bool:
        """Whether the text tells news of its own days: a caption, a weekday, "today", "last week"."""
        found = (t for t in self.reading.timexes if t.anchor is AnchorKind.DOCUMENT and t.extent == "at")
        is_near = any(t.weekday is not None or t.unit in {"day", "week", "weekend", "month"} for t in found)
        return is_near or any(clue.kind == "caption" for clue in self.reading.document.clues)

    @property
    def tells_years(self) -> bool:
        """Whether the dates of the text lie years apart, so that the latest need not be news."""
        days = [days.first for _, days in self.absolute if days.first and (days.length or 0) < LONG]
        return bool(days) and (max(days) - min(days)).days > YEARS_APART

    @cached_property
    def today(self) -> Timex | None:
        """The first mention of "today" or "now", if there is one."""
        found = (t for t in self.reading.timexes if (t.unit, t.amount, t.anchor) == ("day", 0, AnchorKind.DOCUMENT))
        return next(found, None)

    def events_of(self, claim: Claim) -> frozenset[Event]:
        """Return what the claim is matched by: its kind with each of its places."""
        return frozenset(Event(claim.kind.value, place_key(toponym.name)) for toponym in claim.toponyms)

    def is_fresh(self, claim: Claim) -> bool:
        """Tell whether a claim is news of the document: without a time of its own, or of the news weekday."""
        if claim.tense == "future" or claim.basis is Basis.CONDITIONAL:
            return False
        if claim.timex is None or claim.time_rule in FRESH_RULES:
            return claim.time_rule in FRESH_RULES
        news = self.news_weekday.weekday if self.news_weekday else None
        is_today = (claim.timex.unit, claim.timex.amount, claim.timex.anchor) == ("day", 0, AnchorKind.DOCUMENT)
        return is_today or (news is not None and claim.timex.weekday == news)

    @cached_property
    def fresh_events(self) -> frozenset[Event]:
        """The events that the document reports as news."""
        return frozenset(
            event for claim in self.reading.claims if self.is_fresh(claim) for event in self.events_of(claim)
        )

    @cached_property
    def place_keys(self) -> Set[str]:
        """The spelling keys of all names of places in it, whatever they do there."""
        named = {place_key(name.name) for name in self.reading.geographic_names}
        return named | frozenset(place_key(toponym.name) for toponym in self.reading.toponyms)

    @cached_property
    def offsets(self) -> tuple[Offset, ...]:
        """Lengths of time after an event that end with the document's news ("comes two days after ...")."""
        return tuple(self._find_offsets())

    def _find_offsets(self) -> Iterator[Offset]:
        for timex in self.reading.timexes:
            if timex.rule not in ELAPSED or timex.event is None or not timex.amount or timex.amount < 0:
                continue
            is_state, weekday = self._tells_state(timex), self._weekday_beside(timex)
            if timex.unit in {"day", "week"} and (is_state or weekday or self.is_now(timex)):
                days = timex.amount * (7 if timex.unit == "week" else 1)
                is_exact = timex.unit == "day" and not timex.is_approximate
                yield Offset(days, self.events_at(timex.event), timex, is_exact, is_state, weekday)

    def _tells_state(self, timex: Timex) -> bool:
        """Tell whether an expression opens a sentence that goes on in the present ("Six days after ..., 20 are missing").

        What nobody "has done" by then is so on that day too.
        """
        sentence = self.sentence_at(timex.span)
        if sentence is None or sentence.start != timex.span.start:
            return False
        if timex.is_now or any(c.tense == "present" and sentence.holds(c.span) for c in self.reading.claims):
            return True
        words = self.words(Span(timex.span.end, sentence.end)).casefold().split()
        table = read_toml("dating")
        first = next((word for word in words if word in table["present"] or word in table["past"]), None)
        return first in table["present"]

    def _weekday_beside(self, timex: Timex) -> Timex | None:
        return next((t for t in self.weekdays if 0 < timex.span.start - t.span.end <= CLOSE), None)

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return tuple(sentence for passage in self.reading.passages for sentence in passage.sentences)

    def sentence_at(self, span: Span) -> Span | None:
        """Return the sentence that holds a span."""
        place = bisect_right(self._sentences, (span.start, len(self.reading.document.text) + 1)) - 1
        return self._sentences[place] if place >= 0 and self._sentences[place].holds(span) else None

    @cached_property
    def timexes_by_sentence(self) -> dict[Span, list[Timex]]:
        """The time expressions of each sentence that has any."""
        found: dict[Span, list[Timex]] = {}
        for timex in self.reading.timexes:
            sentence = self.sentence_at(timex.span)
            if sentence is not None and not self.is_future(timex):
                found.setdefault(sentence, []).append(timex)
        return found

    def events_at(self, span: Span) -> frozenset[Event]:
        """Return what the event word at a span is matched by: the claim it stands in, else the one that follows it."""
        claim = find_claim_at(self.reading.claims, span)
        return self.events_of(claim) if claim else frozenset()

    def is_now(self, timex: Timex) -> bool:
        """Tell whether what stands at that length of time is told in the present: "the fall comes two days after".

        The word of happening before the expression tells it, else the tense of the claim that has it.
        """
        if tell_now(self.words(Span(max(0, timex.span.start - 40), timex.span.start))):
            return True
        claim = self._claimed.get(timex.span)
        return claim is not None and claim.tense == "present"
