"""Which answers exclude which? One readable table."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.linking.answers import BESET, CALLED, CONTESTED, DOUBT, HELD, MOST, NO, PART, PRESENT, TAKEN, YES, Answer
from sayso.model.derivations import name_rule
from sayso.model.kinds import ConflictKind

Test = Callable[[Answer, Answer], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A row: answers of these levels exclude each other when `test` holds of them, and differ in `kind`."""

    left: frozenset[str]
    right: frozenset[str]
    test: Test
    kind: ConflictKind
    rule: str


def _always(_left: Answer, _right: Answer) -> bool:
    return True


def _one_holder(left: Answer, right: Answer) -> bool:
    return None in {left.holder, right.holder} or left.holder == right.holder


def _same_holder(left: Answer, right: Answer) -> bool:
    return left.holder is not None and left.holder == right.holder


def _two_holders(left: Answer, right: Answer) -> bool:
    return None not in {left.holder, right.holder} and left.holder != right.holder


WHOLLY = frozenset({TAKEN, HELD})

EXCLUSIONS: tuple[Exclusion, ...] = (
    Exclusion(
        left=WHOLLY | {YES},
        right=frozenset({NO}),
        test=_one_holder,
        kind=ConflictKind.NEGATION,
        rule=name_rule("linking.said_and_denied", "One side says it, another says that it is not so."),
    ),
    Exclusion(
        left=WHOLLY | {YES},
        right=frozenset({DOUBT}),
        test=_one_holder,
        kind=ConflictKind.DOUBT,
        rule=name_rule("linking.said_and_doubted", "One side says it, another doubts it."),
    ),
    Exclusion(
        left=WHOLLY,
        right=WHOLLY,
        test=_two_holders,
        kind=ConflictKind.AGENT,
        rule=name_rule("linking.two_holders", "Two sides cannot both hold the whole place at one time."),
    ),
    Exclusion(
        left=WHOLLY | {MOST},
        right=frozenset({MOST}),
        test=_two_holders,
        kind=ConflictKind.AGENT,
        rule=name_rule("linking.most_held_twice", "Two sides cannot both hold most of a place at one time."),
    ),
    Exclusion(
        left=frozenset({TAKEN}),
        right=frozenset({MOST, PART}),
        test=_same_holder,
        kind=ConflictKind.EXTENT,
        rule=name_rule(
            "linking.whole_and_less",
            "One side says that it was taken, without naming a part, another that it was less.",
        ),
    ),
    Exclusion(
        left=frozenset({TAKEN}),
        right=frozenset({PART, PRESENT, CONTESTED, BESET}),
        test=_two_holders,
        kind=ConflictKind.EXTENT,
        rule=name_rule(
            "linking.whole_and_rest",
            "One side says that it was taken, another that somebody else is still there, holds a part, or that it is contested.",
        ),
    ),
    Exclusion(
        left=frozenset({TAKEN}),
        right=frozenset({CONTESTED}),
        test=_one_holder,
        kind=ConflictKind.EXTENT,
        rule=name_rule("linking.taken_and_contested", "One side says it was taken, another that it is contested."),
    ),
    Exclusion(
        left=frozenset({CALLED}),
        right=frozenset({CALLED}),
        test=_always,
        kind=ConflictKind.CHARACTERISATION,
        rule=name_rule(
            "linking.described_otherwise",
            "Opposed or separate voices describe the same in other words: a difference of view, not of fact.",
        ),
    ),
)


def _against_taking(right: str, kind: ConflictKind, rule: str) -> Exclusion:
    """Return the row by which a taking and an answer to another kind of question exclude each other."""
    return Exclusion(left=frozenset({TAKEN}), right=frozenset({right}), test=_always, kind=kind, rule=rule)


# Across kinds of question: who took a place, and whether there was fighting inside it on that day.
TAKEN_AND_FOUGHT = _against_taking(
    YES,
    ConflictKind.EXTENT,
    name_rule(
        "linking.taken_and_fought",
        "One side says that the place was taken that day, another that there was fighting inside it the same day.",
    ),
)
TAKEN_AND_PRESENT = _against_taking(
    YES,
    ConflictKind.EXTENT,
    name_rule(
        "linking.taken_and_present",
        "One side says that the place was taken, another that men of the other side of the war were still in it.",
    ),
)
TAKEN_AND_NOT_REACHED = _against_taking(
    NO,
    ConflictKind.NEGATION,
    name_rule(
        "linking.taken_and_not_reached",
        "One side says that the place was taken, another that those who took it had not come into it, or into a part.",
    ),
)
TAKEN_AND_REPELLED = _against_taking(
    YES,
    ConflictKind.EXTENT,
    name_rule(
        "linking.taken_and_repelled",
        "One side says that the place was taken, another that the attack on it was pushed back.",
    ),
)
VALUES_APART = name_rule(
    "linking.values_apart",
    "Both count the same thing over the same days, and the limits that their words set leave no common number.",
)
SET_AGAINST = name_rule(
    "linking.set_against",
    "A text gives a number as the least, and right beside it, from another voice, one at least twice as high.",
)
VALUES_PARTLY_APART = name_rule(
    "linking.values_partly_apart",
    "Some of the numbers leave no common one. A limit excludes none beyond it: one that is given as the least or the "
    "most stands here because others give the same number outright, or because its text sets one at least twice as "
    "high right beside it.",
)
DAYS_APART = name_rule(
    "linking.days_apart",
    "Both say that this side took the place, on days that the texts name and that lie apart, or in reports months "
    "apart, and nobody says that it was lost between: one taking told again, or a second one.",
)


TWO_AUTHORS = name_rule(
    "linking.two_authors", "One side says that this party carried out the attack, another that it was somebody else."
)
NOBODY_AND_SOME = name_rule(
    "linking.nobody_and_some", "One side says that nobody was killed or hurt there that day, another counts some."
)
DENIED_COUNT = name_rule(
    "linking.count_denied", "One side gives a number, another says that it is not, or perhaps not, so."
)


def find_later_exclusion(taken: Answer, later: Answer) -> Exclusion | None:
    """Return the row by which a taking and what is told of the same place shortly after exclude each other, or None.

    What another holder has later may have been won back; only what is said of the same holder counts, and fighting.
    """
    if later.level == YES:
        return TAKEN_AND_FOUGHT
    row = find_exclusion(taken, later)
    is_of_one = row is not None and row.test in {_one_holder, _same_holder}
    return row if is_of_one else None


def find_inner_exclusion(taken: Answer, inner: Answer) -> Exclusion | None:
    """Return the row by which the taking of a whole and what is told of a part of it that day exclude each other, or None.

    Who holds a part that day holds a rest of the whole; that a part is not wholly held denies the whole.
    """
    if inner.level == YES:
        return TAKEN_AND_FOUGHT
    rest = replace(inner, level=PART) if inner.level in WHOLLY | {MOST} else inner
    row = find_exclusion(taken, rest)
    return None if row is not None and row.test is _same_holder else row


def find_exclusion(left: Answer, right: Answer) -> Exclusion | None:
    """Return the first row by which two answers to one question exclude each other, or None."""
    for row in EXCLUSIONS:
        if _fits(row, left, right) or _fits(row, right, left):
            return row
    return None


def _fits(row: Exclusion, left: Answer, right: Answer) -> bool:
    return left.level in row.left and right.level in row.right and row.test(left, right)
