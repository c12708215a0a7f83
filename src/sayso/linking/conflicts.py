"""Which answers stand against each other?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from sayso.linking.answers import DOUBT, NO, TAKEN, YES
from sayso.linking.exclusions import DAYS_APART, TAKEN_AND_FOUGHT, VALUES_APART, Exclusion, find_exclusion
from sayso.linking.families import FIGHTING, HOLDING
from sayso.linking.groups import Gathering, make_id
from sayso.linking.library import Library
from sayso.linking.origins import count_origins, find_body, find_origins
from sayso.model.derivations import Derived
from sayso.model.kinds import ConflictKind
from sayso.model.records import Conflict, Side

# A capture said to be longer ago than this speaks of a time, not of the day on which others report fighting.
SAME_DAYS = 3
_DENYING = frozenset({ConflictKind.NEGATION, ConflictKind.DOUBT})

# The sides of a dispute, and the kinds of difference with the rules that found them.
Apart = tuple[list[list[Gathering]], Mapping[ConflictKind, str]]


@dataclass(slots=True)
class _Dispute:
    """Groups that stand against each other: what each excludes, and the kinds of difference with their rules."""

    groups: dict[str, Gathering] = field(default_factory=dict)
    against: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[ConflictKind, str] = field(default_factory=dict)

    def oppose(self, left: Gathering, right: Gathering, kind: ConflictKind, rule: str) -> None:
        """Note that two groups exclude each other."""
        self.groups |= {left.id: left, right.id: right}
        self.against.setdefault(left.id, set()).add(right.id)
        self.against.setdefault(right.id, set()).add(left.id)
        self.kinds.setdefault(kind, rule)

    def sides(self) -> list[list[Gathering]]:
        """Return the sides: each group goes to the first side that holds nothing it excludes, the largest first."""
        sides: list[list[Gathering]] = []
        barred: list[set[str]] = []
        for group in sorted(self.groups.values(), key=lambda group: (-len(group.claims), group.answer.key, group.id)):
            place = next((n for n, bar in enumerate(barred) if group.id not in bar), len(sides))
            if place == len(sides):
                sides.append([])
                barred.append(set())
            sides[place].append(group)
            barred[place] |= self.against[group.id]
        return sides


def find_conflicts(
    gatherings: Sequence[Gathering], echoes: Mapping[str, str], library: Library
) -> tuple[Conflict, ...]:
    """Return the conflicts: one per question, with as many sides as there are answers that exclude each other.

    Answers that can both be true stand on one side. Values that parts and wholes, or different days, explain
    never meet, since they answer different questions.
    """
    by_matter: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        by_matter.setdefault(gathering.matter.key, []).append(gathering)
    fights = _find_fights(gatherings)
    disputes = [
        _values_apart(groups) if groups[0].matter.is_figure else _answers_apart(groups, fights, library)
        for _, groups in sorted(by_matter.items())
    ]
    disputes += _days_apart(gatherings)
    found = [_conclude(sides, kinds, echoes, library) for sides, kinds in disputes if len(sides) > 1]
    return tuple(sorted(found, key=lambda conflict: (conflict.question, conflict.id)))


def _answers_apart(groups: Sequence[Gathering], fights: Mapping[str, Sequence[Gathering]], library: Library) -> Apart:
    dispute = _Dispute()
    # The answers to one question are few, however many claims give them.
    for left, right in combinations(groups, 2):
        row = find_exclusion(left.answer, right.answer)
        if row is not None and _stands(row, left, right, library):
            dispute.oppose(left, right, row.kind, row.rule)
    for taking in groups:
        for fight in _fights_during(taking, fights):
            # Who says both tells how it was taken.
            if _bodies(fight, library) <= _bodies(taking, library):
                continue
            dispute.oppose(taking, fight, TAKEN_AND_FOUGHT.kind, TAKEN_AND_FOUGHT.rule)
    return dispute.sides(), dispute.kinds


def _stands(row: Exclusion, left: Gathering, right: Gathering, library: Library) -> bool:
    """Tell whether the rule stands here: not between allies, and not for whoever denies a detail only."""
    if row.kind in _DENYING:
        return not _is_detail(left, right, library)
    return frozenset({left.answer.holder, right.answer.holder}) not in library.allies


def _is_detail(left: Gathering, right: Gathering, library: Library) -> bool:
    """Tell whether all who deny or doubt also say that it happened: then they deny a detail, and not the thing."""
    denied, said = (left, right) if left.answer.level in {NO, DOUBT} else (right, left)
    return _bodies(denied, library) <= _bodies(said, library)


def _bodies(gathering: Gathering, library: Library) -> set[str]:
    return {find_body(reply.resolved, library)[0] for reply in gathering.replies}


def _find_fights(gatherings: Iterable[Gathering]) -> dict[str, list[Gathering]]:
    """Return the groups that say there was fighting, by place, in the order of days."""
    fights: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        is_fight = matter.family.name == FIGHTING and matter.topic == matter.family.yes
        if is_fight and matter.place and matter.days and gathering.answer.level == YES:
            fights.setdefault(matter.place, []).append(gathering)
    return fights


def _fights_during(taking: Gathering, fights: Mapping[str, Sequence[Gathering]]) -> Iterator[Gathering]:
    matter = taking.matter
    is_taking = matter.family.name == HOLDING and taking.answer.level == TAKEN
    if not (is_taking and matter.days and matter.place and matter.days.length <= SAME_DAYS):
        return
    for fight in fights.get(matter.place, ()):
        days = fight.matter.days
        if days is not None and days.length <= SAME_DAYS and days.overlaps(matter.days):
            yield fight


def _values_apart(groups: Sequence[Gathering]) -> Apart:
    """Return the numbers that leave no common value, found by one sweep over their limits."""
    heaps: list[list[Gathering]] = []
    high = float("-inf")
    for group in sorted(groups, key=lambda group: (group.answer.low, group.answer.high, group.id)):
        if group.answer.low > high:
            heaps.append([])
            high = float("inf")
        heaps[-1].append(group)
        high = min(high, group.answer.high)
    return heaps, {ConflictKind.VALUE: VALUES_APART}


def _days_apart(gatherings: Sequence[Gathering]) -> Iterator[Apart]:
    """Yield the takings of one place by one side on days that the texts name apart, with no loss between."""
    by_place: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        if matter.family.name == HOLDING and matter.place and matter.days and gathering.answer.level == TAKEN:
            by_place.setdefault(matter.place, []).append(gathering)
    for _, takings in sorted(by_place.items()):
        ordered = sorted(takings, key=lambda taking: (taking.matter.days or (0, 0), taking.id))
        for left, right in pairwise(ordered):
            if _is_same_taking(left, right):
                yield [[left], [right]], {ConflictKind.TIME: DAYS_APART}


def _is_same_taking(left: Gathering, right: Gathering) -> bool:
    is_one_holder = left.answer.holder == right.answer.holder
    is_named = all(any(reply.is_firm for reply in taking.replies) for taking in (left, right))
    days = left.matter.days, right.matter.days
    return bool(is_one_holder and is_named and days[0] and days[1] and not days[0].overlaps(days[1]))


def _conclude(
    sides: list[list[Gathering]], kinds: Mapping[ConflictKind, str], echoes: Mapping[str, str], library: Library
) -> Conflict:
    question = sides[0][0].matter.question
    rules = tuple(Derived(value=kind.value, rule=rule) for kind, rule in sorted(kinds.items()))
    return Conflict(
        id=make_id("conflict", *sorted(group.id for side in sides for group in side)),
        question=question,
        kinds=tuple(sorted(kinds)),
        sides=tuple(_side(groups, echoes, library) for groups in sides),
        derived=Derived(value=question, rule=rules[0].rule, inputs=rules[1:]),
    )


def _side(groups: Sequence[Gathering], echoes: Mapping[str, str], library: Library) -> Side:
    replies = tuple(sorted((reply for group in groups for reply in group.replies), key=lambda reply: reply.order))
    together = replace(groups[0], replies=replies)
    return Side(
        answer="; ".join(dict.fromkeys(group.answer.text for group in groups)),
        groups=tuple(group.id for group in groups),
        claims=together.claims,
        origins=count_origins(find_origins(together, echoes, library)),
    )
