"""Which day does an event have? What dated documents tell of the events that undated ones speak of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from sayso.dating.facts import FRESH_RULES, Event, Facts
from sayso.dating.findings import Finding, Reason, derive, quote
from sayso.dating.retellings import Retellings
from sayso.model.claims import Claim
from sayso.model.derivations import Derived, name_rule
from sayso.model.kinds import Basis, Stance
from sayso.text.days import Days, on, read_days
from sayso.text.timexes import read_timex

Item = TypeVar("Item")
TOLD = name_rule("dating.event", "A dated document tells the day of this event.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A document's word for the day of an event."""

    document: str
    day: date
    derived: Derived
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dated:
    """The documents that have a day, found by the events they tell and the places they name."""

    documents: Mapping[str, tuple[Facts, Finding]]

    @cached_property
    def told(self) -> Mapping[Event, tuple[Telling, ...]]:
        """What the dated documents say of the days of events, in order of their ids.

        Only claims that the words date to the day count, and no denied, expected or conditional ones.
        """
        found: dict[Event, list[Telling]] = {}
        for document in sorted(self.documents):
            facts, finding = self.documents[document]
            tellings = [(claim, telling) for claim in facts.reading.claims if (telling := _tell(facts, finding, claim))]
            for claim, telling in tellings:
                for event in facts.events_of(claim):
                    found.setdefault(event, []).append(telling)
        return {event: tuple(tellings) for event, tellings in found.items()}

    @cached_property
    def retellings(self) -> Retellings:
        """The sentences of the dated documents that tell a day."""
        return Retellings(self.documents)

    @cached_property
    def by_event(self) -> Mapping[Event, tuple[str, ...]]:
        """The documents that report each event as news, in order of their ids."""
        return _index((name, facts.fresh_events) for name, (facts, _) in sorted(self.documents.items()))

    @cached_property
    def by_place(self) -> Mapping[str, tuple[str, ...]]:
        """The documents that name each place, in order of their ids."""
        return _index((name, facts.place_keys) for name, (facts, _) in sorted(self.documents.items()))

    @cached_property
    def days(self) -> Sequence[date]:
        """The days of the documents, in order."""
        return sorted(self.day(document) for document in self.documents)

    def around(self, margin: timedelta) -> Days | None:
        """Return the days from so long before the first of these documents to so long after the last; None without one."""
        return Days(first=self.days[0] - margin, last=self.days[-1] + margin) if self.days else None

    def day(self, document: str) -> date:
        """Return the day of a document."""
        day = self.documents[document][1].day
        if day is None:
            raise ValueError(f"document {document} has no day")
        return day


def _index(pairs: Iterable[tuple[str, Iterable[Item]]]) -> Mapping[Item, tuple[str, ...]]:
    found: dict[Item, list[str]] = {}
    for name, items in pairs:
        for item in items:
            found.setdefault(item, []).append(name)
    return {item: tuple(names) for item, names in found.items()}


def _tell(facts: Facts, finding: Finding, claim: Claim) -> Telling | None:
    is_told = claim.stance in {Stance.ASSERTS, Stance.HEDGES} and claim.basis is not Basis.CONDITIONAL
    if (
        claim.timex is None
        or claim.time_rule in FRESH_RULES
        or finding.day is None
        or not is_told
        or claim.tense == "future"
    ):
        return None
    reach = read_timex(claim.timex, finding.day)
    days = read_days(reach.edtf) if reach and "~" not in reach.edtf else None
    if days is None or days.day is None:
        return None
    evidence = [quote(facts.reading, claim.span), quote(facts.reading, claim.timex.span)]
    reason = Reason(rule=TOLD, evidence=evidence, inputs=[finding.derived])
    return Telling(
        document=facts.id,
        day=days.day,
        derived=derive(reason, on(days.day), days.day),
        depends_on=finding.depends_on,
    )


def settle_day(tellings: tuple[Telling, ...]) -> date | None:
    """Return the day of an event when all that tell it agree, else None: rivals stay open."""
    days = {telling.day for telling in tellings}
    return days.pop() if len(days) == 1 else None
