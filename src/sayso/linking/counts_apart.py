"""Which numbers that answer one question leave no common value?"""

from collections.abc import Iterator, Sequence

from sayso.linking.answers import DOUBT, FIGURE, NO, OPEN, Answer
from sayso.linking.disputes import Apart
from sayso.linking.exclusions import DENIED_COUNT, VALUES_APART
from sayso.linking.groups import Gathering
from sayso.model.kinds import ConflictKind


def find_counts_apart(groups: Sequence[Gathering]) -> Iterator[Apart]:
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
