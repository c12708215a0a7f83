"""Which answers stand against each other?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.linking.answers import YES
from sayso.linking.arenas import (
    Arenas,
    find_arenas,
    is_denied_advance,
    is_presence,
    is_taking,
    later_answers,
    name_side,
)
from sayso.linking.counts_apart import find_counts_apart
from sayso.linking.disputes import Apart, Dispute
from sayso.linking.exclusions import (
    NOBODY_AND_SOME,
    TAKEN_AND_NOT_REACHED,
    TAKEN_AND_PRESENT,
    Exclusion,
    find_exclusion,
    find_inner_exclusion,
    find_later_exclusion,
)
from sayso.linking.groups import Gathering, make_id
from sayso.linking.library import Library
from sayso.linking.opposing import bodies_of, oppose_authors, stands_between
from sayso.linking.origins import find_origins
from sayso.linking.parties import CAMPS
from sayso.linking.retakings import find_days_apart
from sayso.linking.unharmed import find_unharmed
from sayso.model.derivations import Derived
from sayso.model.kinds import Basis, ConflictKind
from sayso.model.records import Conflict, Side
from sayso.text.origins import count_origins


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
    whole = Dispute()
    for _, matter in sorted(by_matter.items()):
        groups = [group for group in matter if not _is_conditional(group)]
        if not groups:
            continue
        if groups[0].matter.is_figure:
            disputes += find_counts_apart(groups)
        else:
            _oppose_answers(whole, groups, library)
            _oppose_later(whole, groups, arenas, library)
    oppose_authors(whole, gatherings, library)
    for denial, count in find_unharmed(gatherings):
        if not bodies_of(denial, library) <= bodies_of(count, library):
            whole.oppose(denial, count, ConflictKind.NEGATION, NOBODY_AND_SOME)
    disputes += [(dispute.sides(), dispute.kinds) for dispute in whole.part()]
    disputes += find_days_apart(gatherings)
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


def _oppose_answers(dispute: Dispute, groups: Sequence[Gathering], library: Library) -> None:
    # The answers to one question are few, however many claims give them.
    for left, right in combinations(groups, 2):
        row = find_exclusion(left.answer, right.answer)
        if row is not None and stands_between(row, left, right, library):
            dispute.oppose(left, right, row.kind, row.rule)


def _oppose_later(dispute: Dispute, groups: Sequence[Gathering], arenas: Arenas, library: Library) -> None:
    """Set against each taking what is told of the same place for its day and the days after."""
    for taking in groups:
        if not is_taking(taking):
            continue
        for other in later_answers(taking, arenas):
            row = _find_row(taking, other)
            # Who says both tells how it was taken, or what became of it.
            if row is not None and not bodies_of(other, library) <= bodies_of(taking, library):
                dispute.oppose(taking, other, row.kind, row.rule)


def _find_row(taking: Gathering, other: Gathering) -> Exclusion | None:
    """Return the row by which a taking and what is told of its place, or that day of a part of it, exclude each other."""
    if is_presence(other):
        is_rival = taking.answer.holder in CAMPS and name_side(other) != taking.answer.holder
        return TAKEN_AND_PRESENT if is_rival else None
    if is_denied_advance(other):
        return TAKEN_AND_NOT_REACHED if name_side(other) == taking.answer.holder else None
    if other.matter.place == taking.matter.place:
        return find_later_exclusion(taking.answer, other.answer)
    days = taking.matter.days, other.matter.days
    is_that_day = bool(days[0] and days[1] and days[0].overlaps(days[1]))
    return find_inner_exclusion(taking.answer, other.answer) if is_that_day or other.answer.level == YES else None


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
