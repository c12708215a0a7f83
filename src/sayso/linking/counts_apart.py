"""Which numbers that answer one question leave no common value?"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.linking.answers import DOUBT, FIGURE, NO, OPEN, Answer
from sayso.linking.disputes import Apart
from sayso.linking.exclusions import DENIED_COUNT, SET_AGAINST, VALUES_APART, VALUES_PARTLY_APART
from sayso.linking.gatherings import Gathering
from sayso.linking.responses import Response
from sayso.linking.roots import Roots
from sayso.linking.scopes import PEOPLE
from sayso.linking.tallies import NEXT
from sayso.model.kinds import ConflictKind

# Who counts so many times as many counts something else: the dead of a war, not those of a day. Set by hand.
FAR_LARGER = 100
# Whoever counts so many times the number that another gives as the least does not mean the same.
TWICE = 2


def list_counts_apart(groups: tuple[Gathering, ...]) -> tuple[Apart, ...]:
    """Return the numbers of one scope that stand against each other, with those who deny or doubt one of them.

    Who denies one of two numbers stands on the side of the other; else it is a side of its own.
    """
    return tuple(_find_counts_apart(groups))


def _find_counts_apart(groups: Sequence[Gathering]) -> Iterator[Apart]:
    said = [group for group in groups if group.answer.level == FIGURE]
    denied = [group for group in groups if group.answer.level in {NO, DOUBT} and not _is_in_doubt(group)]
    for counts in _part_scopes(said):
        for near in _part_sizes(counts):
            yield _oppose(near, denied)


def _part_scopes(groups: Sequence[Gathering]) -> list[list[Gathering]]:
    """Return the numbers by scope: of an event, running on, of a state; scopes that one number was given with are one."""
    roots = Roots()
    scopes = {group.id: sorted({response.scope for response in group.responses if response.scope}) for group in groups}
    for given in scopes.values():
        for scope in given[1:]:
            roots.join(given[0], scope)
    parts: dict[str, list[Gathering]] = {}
    for group in groups:
        for scope in scopes[group.id][:1]:
            parts.setdefault(roots.find(scope), []).append(group)
    return [counts for _, counts in sorted(parts.items())]


def _part_sizes(groups: Sequence[Gathering]) -> list[list[Gathering]]:
    """Return the numbers by size: who counts a hundred times as many counts something else, not the same otherwise."""
    parts: list[list[Gathering]] = []
    last = 0.0
    for group in sorted(groups, key=lambda group: (_size(group.answer), group.id)):
        if not parts or _size(group.answer) > last * FAR_LARGER > 0:
            parts.append([])
        parts[-1].append(group)
        last = _size(group.answer)
    return parts


def _size(answer: Answer) -> float:
    return answer.high if answer.low == 0 and answer.high != OPEN else answer.low


def _oppose(said: Sequence[Gathering], denied: Sequence[Gathering]) -> Apart:
    heaps = _sort_values(said)
    kinds = {ConflictKind.VALUE: _name_difference(heaps)} if len(heaps) > 1 else {}
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
    return heaps, kinds


def _name_difference(heaps: Sequence[Sequence[Gathering]]) -> str:
    """Return the rule that sets numbers apart: their limits leave no common one, all or some, or only their text does."""
    told = [[response.answer for group in heap for response in group.responses] for heap in heaps]
    pairs = [(one, other) for left, right in combinations(told, 2) for one in left for other in right]
    apart = [one.low > other.high or other.low > one.high for one, other in pairs]
    if all(apart):
        return VALUES_APART
    return VALUES_PARTLY_APART if any(apart) else SET_AGAINST


def _is_in_doubt(group: Gathering) -> bool:
    return group.answer.level == DOUBT and not any(response.resolved.chain for response in group.responses)


def _sort_values(groups: Sequence[Gathering]) -> list[list[Gathering]]:
    """Return the numbers that leave no common value, found by one sweep over their limits.

    What has an open end and agrees with several sides stands on none of them: "more than 50" is against neither 58
    nor 80; but "at least 15", beside which its text sets another's 40, is against that. Numbers made from words ("dozens"), and those of a part of the people, stand against nothing.
    """
    counted = [group for group in groups if not all(_rivals_nothing(response) for response in group.responses)]
    closed = [group for group in counted if OPEN not in {group.answer.high, group.answer.low}]
    heaps = _sweep_values(closed or counted)
    least = frozenset(one.id for one in counted if any(_is_set_against(one, other) for other in counted))
    for group in (group for group in counted if closed and group not in closed):
        fitting = [heap for heap in heaps if all(_can_agree(group, other, least) for other in heap)]
        if len(fitting) == 1:
            fitting[0].append(group)
        elif not fitting:
            heaps.append([group])
    return heaps


def _rivals_nothing(response: Response) -> bool:
    """Tell whether it is a word ("dozens"), or counts some of the people and does not say which."""
    return response.is_vague or (response.is_part and response.whom == PEOPLE)


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


def _can_agree(one: Gathering, other: Gathering, set_against: frozenset[str]) -> bool:
    """Tell whether two numbers leave a common one; a least that is set against one twice as high is so against all."""
    left, right = one.answer, other.answer
    is_rival = (one.id in set_against and _is_far_higher(left, right)) or (
        other.id in set_against and _is_far_higher(right, left)
    )
    return left.low <= right.high and right.low <= left.high and not is_rival


def _is_far_higher(least: Answer, count: Answer) -> bool:
    return least.high == OPEN and least.low > 0 and count.low >= TWICE * least.low


def _is_set_against(least: Gathering, count: Gathering) -> bool:
    """Tell whether a text gives a number as the least, and right after or before it another's that is twice as high."""
    if not _is_far_higher(least.answer, count.answer):
        return False
    return any(
        _are_beside(one, other)
        for document in least.documents & count.documents
        for one in _list_of(least, document)
        for other in _list_of(count, document)
    )


def _list_of(group: Gathering, document: str) -> list[Response]:
    return [one for one in group.responses if one.resolved.claim.document == document and not one.is_part]


def _are_beside(one: Response, other: Response) -> bool:
    """Tell whether two voices give them one after the other."""
    left, right = sorted((one.resolved.claim.span, other.resolved.claim.span))
    return one.resolved.chain != other.resolved.chain and 0 <= right.start - left.end <= NEXT
