"""Which questions of a record are events that a coder would code, and why are the others none?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sayso.model.kinds import Basis, ClaimKind, Stance, Standing
from sayso.outputs.publication import Publication
from sayso.outputs.sheets.days import Span, find_span
from sayso.outputs.sheets.parties import STATE, find_code
from sayso.outputs.sheets.spots import Spot, Spots

Row = Mapping[str, Any]
OTHER = "Other"
REGAINS, OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
_HELD = frozenset({ClaimKind.CONTROL_CHANGE.value, ClaimKind.CONTROL_STATE.value})
_SAID = frozenset({Stance.ASSERTS.value, Stance.CONCEDES.value})
_OPEN = frozenset({Standing.DISPUTED.value, Standing.DENIED.value, Standing.SUPERSEDED.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the record: the groups that answer it, their claims, and those that tell of an event outright."""

    text: str
    groups: tuple[Row, ...]
    claims: tuple[Row, ...]
    is_open: bool

    @property
    def told(self) -> tuple[Row, ...]:
        """The claims that say outright that it happened."""
        return tuple(c for c in self.claims if c["basis"] == Basis.STATED.value and c["stance"] in _SAID)

    @property
    def coded(self) -> tuple[Row, ...]:
        """Of these, the ones that report an event with a type of its own."""
        return tuple(c for c in self.told if c["sub_event_type"] not in {None, OTHER} and not _is_state(c))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as sheets have it: its questions and claims, type, days, place and parties."""

    id: str
    questions: tuple[Question, ...]
    event_type: str
    sub_event_type: str
    days: Span
    spot: Spot
    agents: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def claims(self) -> tuple[Row, ...]:
        """All claims that answer its questions."""
        return tuple(claim for question in self.questions for claim in question.claims)

    @property
    def told(self) -> tuple[Row, ...]:
        """The claims that say outright that it happened."""
        return tuple(claim for question in self.questions for claim in question.told)


def _is_state(claim: Row) -> bool:
    return bool(claim["kind"] == ClaimKind.CONTROL_STATE.value)


def _reports_nothing(question: Question, _span: Span | None, _spot: Spot | None) -> str | None:
    types = {claim["sub_event_type"] for claim in question.claims if not _is_state(claim)} - {None}
    if types - {OTHER}:
        return None
    return (
        "tells of talks, politics, aid, siege or the like, no event of its own"
        if types
        else "reports no event of ACLED's"
    )


def _is_not_said(question: Question, _span: Span | None, _spot: Spot | None) -> str | None:
    if question.coded:
        return None
    stances = {claim["stance"] for claim in question.claims if claim["basis"] == Basis.STATED.value}
    if stances and stances <= {Stance.DENIES.value, Stance.DOUBTS.value}:
        return "is only denied or doubted"
    return "is only hedged or expected" if stances else "is only taken for granted or put under a condition"


def _has_no_day(_question: Question, span: Span | None, _spot: Spot | None) -> str | None:
    return None if span else "no time closer than a month is told"


def _has_no_place(_question: Question, _span: Span | None, spot: Spot | None) -> str | None:
    return None if spot else "no place closer than a country is told"


# The first reason that holds is the one given.
REASONS: tuple[Callable[[Question, Span | None, Spot | None], str | None], ...] = (
    _reports_nothing,
    _is_not_said,
    _has_no_day,
    _has_no_place,
)


@dataclass(frozen=True)
class Coding:
    """What of a publication is coded as events, what waits for a person, and what is not coded, with the reason."""

    publication: Publication

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events, by day and place; those of one sub-type, place and time are one."""
        found: dict[tuple[object, ...], Event] = {}
        for question in self._settled:
            event = self._code(question)
            if event is not None:
                key = (event.sub_event_type, event.spot.name, event.days.first, event.days.last)
                found[key] = _join(found[key], event) if key in found else event
        return tuple(sorted(found.values(), key=lambda event: (event.days.first, event.spot.name, event.id)))

    @cached_property
    def undecided(self) -> tuple[Question, ...]:
        """The changes of control that voices dispute."""
        return tuple(question for question in self.questions if _is_open_control(question))

    @cached_property
    def uncoded(self) -> tuple[tuple[Question, str], ...]:
        """The questions that are no event, each with the reason."""
        found = ((question, self._find_reason(question)) for question in self._settled)
        return tuple((question, reason) for question, reason in found if reason)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the record; each claim stands in one, an event's before that of a number."""
        groups = [row for row in self.publication.tables["groups"] if row["relation"] == "same"]
        sides = [claim for row in self._conflicts for side in row["sides"] for claim in side]
        opposed = frozenset(sides)
        homes = self._find_homes(groups)
        found: dict[str, list[Row]] = {}
        for group in groups:
            found.setdefault(group["question"], []).append(group)
        return tuple(
            question for text, rows in found.items() if (question := self._question(text, rows, homes, opposed)).claims
        )

    @property
    def _conflicts(self) -> Iterator[Row]:
        return (row for row in self.publication.tables["groups"] if row["relation"] == "conflict")

    @cached_property
    def claims(self) -> Mapping[str, Row]:
        """The claims by the names under which they leave."""
        return {row["id"]: row for row in self.publication.tables["claims"]}

    def _find_homes(self, groups: Sequence[Row]) -> dict[str, str]:
        """Return the question of each claim: its own, where a group answers that, else the first that it answers."""
        homes: dict[str, str] = {}
        for group in groups:
            for claim in group["members"]:
                is_own = self.claims[claim]["question"] == group["question"]
                if is_own or claim not in homes:
                    homes[claim] = group["question"]
        return homes

    def _question(self, text: str, rows: list[Row], homes: Mapping[str, str], opposed: frozenset[str]) -> Question:
        members = dict.fromkeys(claim for row in rows for claim in row["members"] if homes[claim] == text)
        claims = tuple(self.claims[claim] for claim in members)
        is_open = not opposed.isdisjoint(members) or any(row["standing"] in _OPEN for row in rows)
        return Question(text=text, groups=tuple(rows), claims=claims, is_open=is_open)

    @property
    def _settled(self) -> Iterator[Question]:
        return (question for question in self.questions if not _is_open_control(question))

    def _find_reason(self, question: Question) -> str | None:
        span, spot = find_span(question.coded), self._spots.find(question.coded)
        return next((reason for rule in REASONS if (reason := rule(question, span, spot))), None)

    def _code(self, question: Question) -> Event | None:
        span, spot = find_span(question.coded), self._spots.find(question.coded)
        if span is None or spot is None or self._find_reason(question):
            return None
        agents, targets = (_parties(question.coded, role) for role in ("agent", "target"))
        event_type, sub_type = _type(question, agents, spot)
        return Event(
            id=_name(question),
            questions=(question,),
            event_type=event_type,
            sub_event_type=sub_type,
            days=span,
            spot=spot,
            agents=agents,
            targets=tuple(target for target in targets if target not in {spot.name, *agents}),
        )

    @cached_property
    def _spots(self) -> Spots:
        return Spots(self.publication.tables["places"])


def _is_open_control(question: Question) -> bool:
    kinds = {claim["kind"] for claim in question.claims}
    return question.is_open and bool(kinds & _HELD) and ClaimKind.CONTROL_CHANGE.value in kinds


def _parties(claims: Sequence[Row], role: str) -> tuple[str, ...]:
    """Return the parties in a role, those that most claims name first."""
    told = [name for claim in claims for name in (claim["actors"][role] or "").split(", ") if name]
    return tuple(sorted(dict.fromkeys(told), key=lambda name: (-told.count(name), told.index(name))))


def _type(question: Question, agents: tuple[str, ...], spot: Spot) -> tuple[str, str]:
    """Return the type that most claims report; of a change of control the one that the party gaining ground makes it."""
    types = [(claim["event_type"], claim["sub_event_type"]) for claim in question.coded]
    event_type, sub_type = max(dict.fromkeys(types), key=types.count)
    if sub_type in {REGAINS, OVERTAKES} and agents:
        code = find_code(agents[0], spot.country, spot.codes.get("name"))
        sub_type = REGAINS if code == STATE else OVERTAKES
    return str(event_type), str(sub_type)


def _name(question: Question) -> str:
    """Return the name of an event: that of the group that most claims make up."""
    return str(max(question.groups, key=lambda row: len(row["members"]))["id"])


def _join(one: Event, other: Event) -> Event:
    return replace(
        one,
        questions=(*one.questions, *other.questions),
        agents=tuple(dict.fromkeys((*one.agents, *other.agents))),
        targets=tuple(target for target in dict.fromkeys((*one.targets, *other.targets)) if target not in one.agents),
    )
