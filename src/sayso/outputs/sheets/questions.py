"""Which questions does a record hold, and which of their claims tell of an event outright?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.lexicons import read_words
from sayso.model.kinds import Basis, ClaimKind, Scope, Stance, Standing
from sayso.outputs.publication import Publication
from sayso.text.spellings import plain

Row = Mapping[str, Any]
OTHER, VIOLENCE = "Other", "Violence against civilians"
SAID = frozenset({Stance.ASSERTS.value, Stance.CONCEDES.value})
_SUMS = frozenset({ClaimKind.DESTRUCTION.value, ClaimKind.TOLL.value})
_AGAINST = frozenset({Stance.DENIES.value, Stance.DOUBTS.value})
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
        return tuple(c for c in self.claims if c["basis"] == Basis.STATED.value and c["stance"] in SAID)

    @property
    def coded(self) -> tuple[Row, ...]:
        """Of these, the ones that report an event with a type of its own."""
        return tuple(c for c in self.told if is_typed(c) and not is_state(c) and not is_labelled(c))


@dataclass(frozen=True)
class Questions:
    """The questions of a publication."""

    publication: Publication

    @cached_property
    def all(self) -> tuple[Question, ...]:
        """The questions of the record; each claim stands in one, an event's before that of a number."""
        groups = [row for row in self.publication.tables["groups"] if row["relation"] == "same"]
        sides = [claim for row in self._conflicts for side in row["sides"] for claim in side]
        opposed = frozenset(sides)
        homes = self._find_homes(groups)
        questions = (self._question(rows, homes, opposed) for rows in _gather(groups))
        return tuple(question for question in questions if question.claims)

    @property
    def _conflicts(self) -> Iterator[Row]:
        return (row for row in self.publication.tables["groups"] if row["relation"] == "conflict")

    @cached_property
    def claims(self) -> Mapping[str, Row]:
        """The claims by the names under which they leave."""
        return {row["id"]: row for row in self.publication.tables["claims"]}

    def _find_homes(self, groups: Sequence[Row]) -> dict[str, str]:
        """Return the group of each claim: one that answers its own question, else the first that it stands in."""
        homes: dict[str, str] = {}
        for group in groups:
            for claim in group["members"]:
                is_own = self.claims[claim]["question"] == group["question"]
                if is_own or claim not in homes:
                    homes[claim] = group["id"]
        return homes

    def _question(self, rows: Sequence[Row], homes: Mapping[str, str], opposed: frozenset[str]) -> Question:
        members = dict.fromkeys(claim for row in rows for claim in row["members"] if homes[claim] == row["id"])
        claims = tuple(self.claims[claim] for claim in members)
        stances = {claim["stance"] in _AGAINST for claim in claims if claim["basis"] == Basis.STATED.value}
        is_open = len(stances) > 1 or not opposed.isdisjoint(members) or any(row["standing"] in _OPEN for row in rows)
        return Question(text=rows[0]["question"], groups=tuple(rows), claims=claims, is_open=is_open)


def _gather(groups: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    """Yield the groups that answer one question differently; two that answer it alike are two matters in like words."""
    found: dict[tuple[str, int], list[Row]] = {}
    met: dict[tuple[str, str], int] = {}
    for group in groups:
        words = (group["question"], group["answer"])
        met[words] = met.get(words, -1) + 1
        found.setdefault((group["question"], met[words]), []).append(group)
    yield from map(tuple, found.values())


def is_typed(claim: Row) -> bool:
    """Tell whether a claim reports an event with a type of its own."""
    return claim["sub_event_type"] not in {None, OTHER}


def is_state(claim: Row) -> bool:
    """Tell whether a claim tells how things stand: who holds a place, how much of it is destroyed, how many died in all."""
    scopes = {figure["scope"] for figure in claim["figures"]}
    is_sum = bool(scopes) and Scope.INCIDENT.value not in scopes and claim["kind"] in _SUMS
    return is_sum or claim["kind"] == ClaimKind.CONTROL_STATE.value


def is_labelled(claim: Row) -> bool:
    """Tell whether those hit may be people in arms, or fighters in somebody's power: no civilian type is theirs.

    So it is where the speaker has only his own word for them ("terrorists"), and where the words tell of an execution or
    of captives and nobody says that they were civilians.
    """
    if claim["actors"]["target"]:
        return False
    words = frozenset(plain(claim["quote"]).split())
    is_armed = bool(claim["labelled"]) or not words.isdisjoint(read_words("sheets", "armed"))
    return (claim["event_type"] == VIOLENCE and is_armed) or not words.isdisjoint(read_words("sheets", "power"))
