"""Which answers stand against each other?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from sayso.lexicons import read_toml
from sayso.linking.answers import DOUBT, FIGURE, NO, OPEN, TAKEN, YES, Answer
from sayso.linking.arenas import SHORT, Arenas, find_arenas, is_taking, later_answers
from sayso.linking.exclusions import (
    DAYS_APART,
    DENIED_COUNT,
    NOBODY_AND_SOME,
    TWO_AUTHORS,
    VALUES_APART,
    Exclusion,
    find_exclusion,
    find_inner_exclusion,
    find_later_exclusion,
)
from sayso.linking.families import AUTHORSHIP, HOLDING
from sayso.linking.groups import Gathering, make_id
from sayso.linking.library import Library
from sayso.linking.origins import find_origins
from sayso.linking.responses import Response
from sayso.linking.unharmed import find_unharmed
from sayso.model.derivations import Derived
from sayso.model.kinds import Basis, ConflictKind, TimeBasis
from sayso.model.records import Conflict, Side
from sayso.text.origins import count_origins

# "On or shortly before" the day of a report is never so many days before.
FAR = 60
_DENYING = frozenset({ConflictKind.NEGATION, ConflictKind.DOUBT})

# The sides of a dispute, and the kinds of difference with the rules that found them.
Apart = tuple[list[list[Gathering]], Mapping[ConflictKind, str]]


@dataclass(slots=True)
class _Dispute:
    """Groups that stand against each other: what each excludes, and the kinds of difference with their rules."""

    groups: dict[str, Gathering] = field(default_factory=dict)
    against: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[ConflictKind, str] = field(default_factory=dict)
    found: dict[tuple[str, str, ConflictKind], tuple[ConflictKind, str]] = field(default_factory=dict)

    def oppose(self, left: Gathering, right: Gathering, kind: ConflictKind, rule: str) -> None:
        """Note that two groups exclude each other."""
        self.groups |= {left.id: left, right.id: right}
        self.against.setdefault(left.id, set()).add(right.id)
        self.against.setdefault(right.id, set()).add(left.id)
        self.found.setdefault((left.id, right.id, kind), (kind, rule))

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

    def part(self) -> list["_Dispute"]:
        """Return the disputes that have nothing to do with each other, each by itself."""
        told: dict[str, list[tuple[tuple[str, str, ConflictKind], tuple[ConflictKind, str]]]] = {}
        for pair, found in sorted(self.found.items()):
            told.setdefault(pair[0], []).append((pair, found))
        met: set[str] = set()
        parts = []
        for first in sorted(self.groups):
            if first not in met:
                reached = self._reach(first)
                met.update(reached)
                rules = sorted(one for group in reached for one in told.get(group, ()))
                parts.append(
                    _Dispute(
                        groups={group: self.groups[group] for group in reached},
                        against={group: self.against[group] for group in reached},
                        kinds=dict(found for _, found in rules),
                    )
                )
        return parts

    def _reach(self, first: str) -> list[str]:
        """Return all groups that stand against each other from one on, in the order they are reached."""
        reached: dict[str, None] = {}
        waiting = [first]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached[current] = None
                waiting.extend(sorted(self.against[current]))
        return list(reached)


def find_conflicts(
    gatherings: Sequence[Gathering], echoes: Mapping[str, str], library: Library
) -> tuple[Conflict, ...]:
    """Return the conflicts: one per matter in dispute, with as many sides as there are answers that exclude each other.

    Answers that can both be true stand on one side. All that stands against one taking, on its day and the days after,
    is one dispute. Values that parts and wholes, or different days, explain never meet, since they answer
    different questions. One voice in one document never stands against itself.
    """
    by_matter: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        by_matter.setdefault(gathering.matter.key, []).append(gathering)
    arenas = find_arenas(gatherings, library)
    disputes: list[Apart] = []
    whole = _Dispute()
    for _, matter in sorted(by_matter.items()):
        groups = [group for group in matter if not _is_conditional(group)]
        if not groups:
            continue
        if groups[0].matter.is_figure:
            disputes += _counts_apart(groups)
        else:
            _oppose_answers(whole, groups, library)
            _oppose_later(whole, groups, arenas, library)
    _oppose_authors(whole, gatherings, library)
    for denial, count in find_unharmed(gatherings):
        if not _bodies(denial, library) <= _bodies(count, library):
            whole.oppose(denial, count, ConflictKind.NEGATION, NOBODY_AND_SOME)
    disputes += [(dispute.sides(), dispute.kinds) for dispute in whole.part()]
    disputes += _days_apart(gatherings)
    found = [
        _conclude(sides, kinds, echoes, library)
        for sides, kinds in disputes
        if len(sides) > 1 and not _is_one_voice(sides, library)
    ]
    return tuple(sorted(found, key=lambda conflict: (conflict.question, conflict.id)))


def _is_conditional(gathering: Gathering) -> bool:
    """Tell whether the answer is only given under conditions: nobody says that it is so."""
    return all(response.resolved.claim.basis is Basis.CONDITIONAL for response in gathering.responses)


def _is_one_voice(sides: Sequence[Sequence[Gathering]], library: Library) -> bool:
    claims = [response.resolved for side in sides for group in side for response in group.responses]
    principals = {library.body(one) for one in claims}
    return len(principals) == 1 and len({one.claim.document for one in claims}) == 1


def _oppose_answers(dispute: _Dispute, groups: Sequence[Gathering], library: Library) -> None:
    # The answers to one question are few, however many claims give them.
    for left, right in combinations(groups, 2):
        row = find_exclusion(left.answer, right.answer)
        if row is not None and _stands(row, left, right, library):
            dispute.oppose(left, right, row.kind, row.rule)


def _oppose_later(dispute: _Dispute, groups: Sequence[Gathering], arenas: Arenas, library: Library) -> None:
    """Set against each taking what is told of the same place for its day and the days after."""
    for taking in groups:
        if not is_taking(taking):
            continue
        for other in later_answers(taking, arenas):
            row = _find_row(taking, other)
            # Who says both tells how it was taken, or what became of it.
            if row is not None and not _bodies(other, library) <= _bodies(taking, library):
                dispute.oppose(taking, other, row.kind, row.rule)


def _find_row(taking: Gathering, other: Gathering) -> Exclusion | None:
    """Return the row by which a taking and what is told of its place, or that day of a part of it, exclude each other."""
    if other.matter.place == taking.matter.place:
        return find_later_exclusion(taking.answer, other.answer)
    days = taking.matter.days, other.matter.days
    is_that_day = bool(days[0] and days[1] and days[0].overlaps(days[1]))
    return find_inner_exclusion(taking.answer, other.answer) if is_that_day or other.answer.level == YES else None


def _oppose_authors(dispute: _Dispute, gatherings: Sequence[Gathering], library: Library) -> None:
    """Set parties against each other who are each said to have carried out one attack, where somebody blames."""
    said: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        if matter.family.name == AUTHORSHIP and matter.place and matter.days and gathering.answer.level == YES:
            said.setdefault(matter.key.rpartition("|")[0], []).append(gathering)
    for _, groups in sorted(said.items()):
        for left, right in combinations(groups, 2):
            is_one_attack = _is_blaming(left) or _is_blaming(right)
            if is_one_attack and not _are_together(left, right, library):
                dispute.oppose(left, right, ConflictKind.AGENT, TWO_AUTHORS)


def _is_blaming(gathering: Gathering) -> bool:
    frames = read_toml("matters")["authorship"]["blaming"]
    return any(response.resolved.claim.frame in frames for response in gathering.responses)


def _are_together(left: Gathering, right: Gathering, library: Library) -> bool:
    """Tell whether one body names both, or some claim names them as acting together."""
    agents = [{response.agent for response in group.responses if response.agent} for group in (left, right)]
    is_allied = any(frozenset({one, other}) in library.allies for one in agents[0] for other in agents[1])
    return is_allied or not _bodies(left, library).isdisjoint(_bodies(right, library))


def _stands(row: Exclusion, left: Gathering, right: Gathering, library: Library) -> bool:
    """Tell whether the rule stands here: not between allies, and not for whoever denies a detail only or adds a word."""
    if row.kind is ConflictKind.CHARACTERISATION:
        return _bodies(left, library).isdisjoint(_bodies(right, library))
    if row.kind not in _DENYING:
        return frozenset({left.answer.holder, right.answer.holder}) not in library.allies
    denied, said = (left, right) if left.answer.level in {NO, DOUBT} else (right, left)
    return (
        _is_of_party(denied, said)
        and not _bodies(denied, library) <= _bodies(said, library)
        and not _is_reserve(denied, library)
    )


def _is_of_party(denied: Gathering, said: Gathering) -> bool:
    """Tell whether what is denied for one party was said of it, or of nobody in particular."""
    if said.matter.family.name == HOLDING or denied.answer.holder is None:
        return True
    parties = {response.party for response in said.responses if response.party}
    return not parties or denied.answer.holder in parties


def _is_reserve(denied: Gathering, library: Library) -> bool:
    """Tell whether only outlets say, in their own voice, that they could not check it: that is a reserve, no dispute."""
    return denied.answer.level == DOUBT and all(
        library.body(response.resolved).startswith("own ") for response in denied.responses
    )


def _bodies(gathering: Gathering, library: Library) -> set[str]:
    return {library.body(response.resolved) for response in gathering.responses}


def _counts_apart(groups: Sequence[Gathering]) -> Iterator[Apart]:
    """Yield the numbers of one scope that stand against each other, with those who deny or doubt one of them.

    Who denies one of two numbers stands on the side of the other; else it is a side of its own.
    """
    said = [group for group in groups if group.answer.level == FIGURE]
    denied = [group for group in groups if group.answer.level in {NO, DOUBT} and not _is_in_doubt(group)]
    for scope in sorted({response.scope for group in said for response in group.responses if response.scope}):
        heaps = _sort_values([group for group in said if any(response.scope is scope for response in group.responses)])
        kinds = {ConflictKind.VALUE: VALUES_APART} if len(heaps) > 1 else {}
        for group in denied:
            number = group.answer.key.partition(" ")[2]
            against = [heap for heap in heaps if any(other.answer.key == number for other in heap)]
            others = [heap for heap in heaps if heap not in against]
            if not against:
                continue
            kinds[ConflictKind.NEGATION] = DENIED_COUNT
            if len(others) == 1 and len(kinds) > 1:
                others[0].append(group)
            else:
                heaps.append([group])
        yield heaps, kinds


def _is_in_doubt(group: Gathering) -> bool:
    return group.answer.level == DOUBT and not any(response.resolved.chain for response in group.responses)


def _sort_values(groups: Sequence[Gathering]) -> list[list[Gathering]]:
    """Return the numbers that leave no common value, found by one sweep over their limits.

    What has an open end and agrees with several sides stands on none of them: "more than 50" is against neither 58
    nor 80. Numbers made from words ("dozens") stand against nothing.
    """
    counted = [group for group in groups if not all(response.is_vague for response in group.responses)]
    closed = [group for group in counted if OPEN not in {group.answer.high, group.answer.low}]
    heaps = _sweep_values(closed or counted)
    for group in (group for group in counted if closed and group not in closed):
        fitting = [heap for heap in heaps if all(_can_agree(group.answer, other.answer) for other in heap)]
        if len(fitting) == 1:
            fitting[0].append(group)
        elif not fitting:
            heaps.append([group])
    return heaps


def _sweep_values(groups: Sequence[Gathering]) -> list[list[Gathering]]:
    heaps: list[list[Gathering]] = []
    high = float("-inf")
    for group in sorted(groups, key=lambda group: (group.answer.low, group.answer.high, group.id)):
        if group.answer.low > high:
            heaps.append([])
            high = float("inf")
        heaps[-1].append(group)
        high = min(high, group.answer.high)
    return heaps


def _can_agree(left: Answer, right: Answer) -> bool:
    return left.low <= right.high and right.low <= left.high


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
    """Tell whether one side is said to have taken a place twice: on days that are named, or, as reported, far apart."""
    is_one_holder = left.answer.holder == right.answer.holder
    is_named = all(any(_names_day(response) for response in taking.responses) for taking in (left, right))
    days = left.matter.days, right.matter.days
    if not (is_one_holder and days[0] and days[1]):
        return False
    is_far = days[1].first - days[0].last > FAR and all(_is_told(taking) for taking in (left, right))
    return (is_named and not days[0].overlaps(days[1])) or is_far


def _is_told(taking: Gathering) -> bool:
    """Tell whether somebody says outright that the place was taken, in a document whose day is known."""
    responses = (response for response in taking.responses if not response.is_adrift and response.days is not None)
    return any(
        response.resolved.claim.basis is Basis.STATED and response.days.length <= SHORT
        for response in responses
        if response.days
    )


def _names_day(response: Response) -> bool:
    """Tell whether a taking is dated by its own words, and not by another event."""
    return response.answer.level == TAKEN and response.resolved.period.basis in {TimeBasis.STATED, TimeBasis.RELATIVE}


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
    """Return a side with its claims; what is only said under a condition takes none."""
    given = (response for group in groups for response in group.responses)
    said = (response for response in given if response.resolved.claim.basis is not Basis.CONDITIONAL)
    responses = tuple(sorted(said, key=lambda response: response.order))
    together = replace(groups[0], responses=responses)
    return Side(
        answer="; ".join(dict.fromkeys(group.answer.text for group in groups)),
        groups=tuple(group.id for group in groups),
        claims=together.claims,
        origins=count_origins(find_origins(together, echoes, library)),
    )
