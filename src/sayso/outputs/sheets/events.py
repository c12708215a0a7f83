"""Which questions of a record are events that a coder would code, and why are the others none?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sayso.lexicons import read_toml
from sayso.model.kinds import Basis, Stance, VoiceKind
from sayso.outputs.publication import Publication
from sayso.outputs.sheets.days import Span, find_span
from sayso.outputs.sheets.parties import STATE, find_code
from sayso.outputs.sheets.questions import OTHER, SAID, Question, Questions, is_labelled, is_state, is_typed
from sayso.outputs.sheets.spots import Spot, Spots
from sayso.text.spellings import plain

Row = Mapping[str, Any]
REGAINS, OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
_CONTROL = frozenset({REGAINS, OVERTAKES, "Non-violent transfer of territory"})
# Voices that report on a conflict and are no party to it.
_REPORTERS = frozenset(
    kind.value
    for kind in (
        VoiceKind.OUTLET,
        VoiceKind.AGENCY,
        VoiceKind.STATE_MEDIA,
        VoiceKind.MONITOR,
        VoiceKind.NGO,
        VoiceKind.UN,
    )
)


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


def _reports_nothing(question: Question, _span: Span | None, _spot: Spot | None) -> str | None:
    types = {claim["sub_event_type"] for claim in question.claims if not is_state(claim)} - {None}
    if types - {OTHER}:
        is_label = all(is_labelled(claim) for claim in question.told if is_typed(claim)) and question.told
        return (
            "those hit are told by a word for people in arms, or were in somebody's power: no civilian type is theirs"
            if is_label
            else None
        )
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


def _has_no_place(question: Question, _span: Span | None, spot: Spot | None) -> str | None:
    if spot is not None:
        return None
    is_unknown = any(claim["place"] and claim["place"]["precision"] is None for claim in question.coded)
    return UNKNOWN_PLACE if is_unknown else "no place closer than a country is told"


UNKNOWN_PLACE = "its place is not in the gazetteer: add it to sayso.toml (sayso places import) and it is coded"

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
        return Questions(self.publication).all

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
        agents, targets = (self._parties(question, role) for role in ("agent", "target"))
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

    def _parties(self, question: Question, role: str) -> tuple[str, ...]:
        """Return the parties in a role, those that the coded claims and most claims name first; who reports is no party."""
        said = [
            claim for claim in question.claims if claim["stance"] in SAID and claim["basis"] != Basis.CONDITIONAL.value
        ]
        told = [
            name for claim in (*question.coded, *said) for name in (claim["actors"][role] or "").split(", ") if name
        ]
        kept = [name for name in told if name not in self._reporters and not _is_medium(name)]
        return tuple(sorted(dict.fromkeys(kept), key=lambda name: (-kept.count(name), kept.index(name))))

    @cached_property
    def _reporters(self) -> frozenset[str]:
        return frozenset(row["name"] for row in self.publication.tables["voices"] if row["kind"] in _REPORTERS)

    @cached_property
    def _spots(self) -> Spots:
        return Spots(self.publication.tables["places"])


def _is_medium(name: str) -> bool:
    rows = (row for row in read_toml("source_roles")["bodies"] if row["kind"] in {"outlet", "agency", "monitor"})
    return not set(plain(name).split()).isdisjoint(word for row in rows for word in row["words"])


def _is_open_control(question: Question) -> bool:
    return question.is_open and any(claim["sub_event_type"] in _CONTROL for claim in question.claims)


def _type(question: Question, agents: tuple[str, ...], spot: Spot) -> tuple[str, str]:
    """Return the type that most claims report; of a change of control the one that the party gaining ground makes it."""
    types = [(claim["event_type"], claim["sub_event_type"]) for claim in question.coded]
    event_type, sub_type = max(dict.fromkeys(types), key=types.count)
    if sub_type in {REGAINS, OVERTAKES} and agents:
        codes = {find_code(agent, spot.country, spot.codes.get("name")) for agent in agents}
        sub_type = REGAINS if STATE in codes else OVERTAKES
    return str(event_type), str(sub_type)


def _name(question: Question) -> str:
    """Return the name of an event: that of the group that most claims make up."""
    return str(max(question.groups, key=lambda row: len(row["members"]))["id"])


def _join(one: Event, other: Event) -> Event:
    return replace(
        one,
        questions=(*one.questions, *other.questions),
        days=min(one.days, other.days, key=lambda days: not days.is_told),
        agents=tuple(dict.fromkeys((*one.agents, *other.agents))),
        targets=tuple(target for target in dict.fromkeys((*one.targets, *other.targets)) if target not in one.agents),
    )
