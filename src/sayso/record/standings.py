"""What stands after all claims on one question? A table of rules, read from the top: the first that holds decides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.model.derivations import Derived, rule
from sayso.model.judgements import Judgement
from sayso.model.kinds import Basis, ClaimKind, ConflictKind, JudgementKind, RelationKind, Standing, TimeBasis
from sayso.model.records import Conflict, Group, Link, Origin
from sayso.model.resolved import ResolvedClaim, Voice
from sayso.text.days import number_days
from sayso.text.memories import Memory

Opposed = frozenset[frozenset[str]]


@dataclass(frozen=True)
class Evidence:
    """Everything that the rules look up about the groups of a record, by id."""

    groups: Sequence[Group]
    origins: Sequence[Origin]
    conflicts: Sequence[Conflict]
    links: Sequence[Link]
    claims: Mapping[str, ResolvedClaim]
    voices: Mapping[str, Voice]
    opposed: Opposed = frozenset()

    @cached_property
    def origins_of(self) -> dict[str, list[Origin]]:
        """The origins of each group."""
        found: dict[str, list[Origin]] = {}
        for origin in self.origins:
            found.setdefault(origin.group, []).append(origin)
        return found

    @cached_property
    def conflicts_of(self) -> dict[str, list[Conflict]]:
        """The conflicts each group has a side in."""
        found: dict[str, list[Conflict]] = {}
        for conflict in self.conflicts:
            for group in (group for side in conflict.sides for group in side.groups):
                found.setdefault(group, []).append(conflict)
        return found

    @cached_property
    def replaced(self) -> frozenset[str]:
        """The claims that a later one corrects or takes back."""
        return frozenset(
            link.right for link in self.links if link.kind in {RelationKind.CORRECTS, RelationKind.RETRACTS}
        )

    @cached_property
    def last_states(self) -> dict[str, tuple[int, str]]:
        """The last day each place is said to be held by somebody, with the answer then."""
        found: dict[str, tuple[int, str]] = {}
        for group in self.groups:
            days = number_days(group.period) if group.kind in _HOLDING and group.place else None
            if group.place and days:
                found[group.place] = max(found.get(group.place, (0, "")), (days.last, group.answer))
        return found


# What names only a wider place was put beside what is told of a place in it: that is likely, and no agreement on it.
_WIDER = "linking.moved.region"
_HOLDING = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})
Rule = Callable[[Group, Evidence], bool]


@rule("record.superseded")
def is_replaced(group: Group, evidence: Evidence) -> bool:
    """Every voice that said so has since corrected it or taken it back."""
    return all(map(evidence.replaced.__contains__, group.members))


@rule("record.denied")
def is_denied(group: Group, evidence: Evidence) -> bool:
    """Somebody says that it is not so, and nobody gives another answer."""
    if group.id not in evidence.conflicts_of:
        return False
    return {kind for conflict in evidence.conflicts_of[group.id] for kind in conflict.kinds} == {ConflictKind.NEGATION}


@rule("record.disputed")
def is_disputed(group: Group, evidence: Evidence) -> bool:
    """Others give an answer to the same question that excludes this one."""
    return group.id in evidence.conflicts_of


@rule("record.agreed_by_opposed")
def do_opposed_agree(group: Group, evidence: Evidence) -> bool:
    """Two apparently separate origins say so outright, and two of them speak for sides that the case calls opposed."""
    if not evidence.opposed or not do_origins_agree(group, evidence):
        return False
    sides = sorted(_sides(group, evidence))
    return any(frozenset({left, right}) in evidence.opposed for left in sides for right in sides if left < right)


@rule("record.agreed")
def do_origins_agree(group: Group, evidence: Evidence) -> bool:
    """At least two apparently separate origins say so outright: stated, of this very place, and in the same extent."""
    if group.origins[0] < 2:
        return False
    wider = {claim for claim, moved in group.moves if moved.rule == _WIDER}
    found = evidence.origins_of.get(group.id, ())
    return sum(origin.is_explicit and not wider.issuperset(origin.claims) for origin in found) >= 2


@rule("record.stale")
def is_stale(group: Group, evidence: Evidence) -> bool:
    """It tells of a state as of an earlier day, and later somebody gives another answer for this place."""
    days = number_days(group.period) if group.kind is ClaimKind.CONTROL_STATE else None
    if group.place is None or days is None:
        return False
    last, answer = evidence.last_states.get(group.place, (0, ""))
    is_standing = all(evidence.claims[c].period.basis is TimeBasis.DOCUMENT for c in group.members)
    return is_standing and last > days.last and answer != group.answer


@rule("record.single_origin")
def has_one_origin(group: Group, evidence: Evidence) -> bool:  # noqa: ARG001 - every rule is asked the same way
    """No two apparently separate origins say so outright of this very place, however many report it."""
    return True


RULES: tuple[tuple[Standing, Rule], ...] = (
    (Standing.SUPERSEDED, is_replaced),
    (Standing.DENIED, is_denied),
    (Standing.DISPUTED, is_disputed),
    (Standing.AGREED_BY_OPPOSED, do_opposed_agree),
    (Standing.AGREED, do_origins_agree),
    (Standing.STALE, is_stale),
    (Standing.SINGLE_ORIGIN, has_one_origin),
)


def stand(evidence: Evidence, judgements: Sequence[Judgement], memory: Memory | None = None) -> tuple[Group, ...]:
    """Return the groups with their standing, the rule that gave it, and who assessed them when a person did."""
    assessed, recall = _assessed(judgements), (memory or Memory()).recall
    found = ((group, _find_standing(group, evidence), _find_assessors(group, assessed)) for group in evidence.groups)
    return tuple(
        group if _stands_so(group, standing, by) else recall(_set, group.id, group, standing, by)
        for group, standing, by in found
    )


def _find_standing(group: Group, evidence: Evidence) -> Standing:
    for standing, holds in RULES:
        if holds(group, evidence):
            return standing
    raise ValueError(f"no rule tells how {group.id} stands")


def _find_assessors(group: Group, assessed: Mapping[str, str]) -> str | None:
    by = dict.fromkeys(assessed[claim] for claim in group.members if claim in assessed) if assessed else {}
    return "; ".join(by) or None


def _set(group: Group, standing: Standing, assessed_by: str | None) -> Group:
    derived = Derived(value=standing.value, rule=f"record.{standing.value}", note=_note(group, standing))
    return replace(group, standing=standing, standing_derived=derived, assessed_by=assessed_by)


def _stands_so(group: Group, standing: Standing, assessed_by: str | None) -> bool:
    """Tell whether a group, as it was made, stands so already, for the same reason and by the same people."""
    derived = group.standing_derived
    is_known = group.standing is standing and group.assessed_by == assessed_by
    return is_known and derived is not None and derived.note == _note(group, standing)


def _note(group: Group, standing: Standing) -> str | None:
    if standing not in {Standing.AGREED, Standing.AGREED_BY_OPPOSED}:
        return None
    return f"{group.origins[0]} apparently separate origins"


def _sides(group: Group, evidence: Evidence) -> set[str]:
    """Return the sides whose voices say so outright."""
    said = [evidence.claims[claim] for claim in group.members]
    voices = [evidence.voices.get(one.voice) for one in said if one.claim.basis is Basis.STATED and one.chain]
    return {voice.side for voice in voices if voice is not None and voice.side}


def _assessed(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Return, for each claim that an assessment uses as evidence, by whom and on which day."""
    undone = {judgement.undoes for judgement in judgements if judgement.kind is JudgementKind.UNDO}
    found: dict[str, str] = {}
    for judgement in judgements:
        if judgement.kind is JudgementKind.ASSESS and judgement.id not in undone:
            evidence = judgement.fields.get("evidence", ())
            claims = [str(claim) for claim in evidence] if isinstance(evidence, (list, tuple)) else []
            found |= dict.fromkeys(claims, f"{judgement.author} on {judgement.made[:10]}")
    return found
