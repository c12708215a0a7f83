"""Which answers stand against each other?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.linking.accusers import oppose_accusers
from sayso.linking.answers import FIGURE, NO, TAKEN, YES
from sayso.linking.arenas import (
    Arenas,
    find_arenas,
    is_denied_advance,
    is_presence,
    is_repelled,
    is_taking,
    later_answers,
    name_side,
)
from sayso.linking.counts_apart import list_counts_apart
from sayso.linking.disputes import Apart, Dispute
from sayso.linking.exclusions import (
    NOBODY_AND_SOME,
    TAKEN_AND_NOT_REACHED,
    TAKEN_AND_PRESENT,
    TAKEN_AND_REPELLED,
    Exclusion,
    find_exclusion,
    find_inner_exclusion,
    find_later_exclusion,
)
from sayso.linking.families import HOLDING
from sayso.linking.gatherings import Gathering
from sayso.linking.groups import make_id
from sayso.linking.library import Library
from sayso.linking.opposing import bodies_of, is_reserve, oppose_authors, stands_between
from sayso.linking.origins import trace_origins
from sayso.linking.parties import CAMPS
from sayso.linking.responses import Response
from sayso.linking.retakings import find_days_apart
from sayso.linking.roots import Roots
from sayso.linking.tellers import Teller, is_off_record
from sayso.linking.unharmed import find_spared, find_unharmed
from sayso.linking.views import DENIED_VIEW, find_denied_views
from sayso.model.derivations import Derived
from sayso.model.kinds import Basis, ConflictKind, Stance
from sayso.model.records import Conflict, Side
from sayso.model.spans import Span
from sayso.text.memories import Memory
from sayso.text.origins import count_origins

_Sides = tuple[tuple[Gathering, ...], ...]
# Who speaks in which document, and of which sort of thing.
_Speaker = tuple[str, str]
_Speech = tuple[str, str, str]
# Whoever so tells of a thing stands by it.
_FIRM = frozenset({Stance.ASSERTS, Stance.CONCEDES})

# How a side is named for its numbers where it says other things too.
COUNTED = "numbers are given"


def find_conflicts(
    gatherings: Sequence[Gathering], tellers: Mapping[str, Teller], library: Library
) -> tuple[Conflict, ...]:
    """Return the conflicts: one per matter in dispute, with as many sides as there are answers that exclude each other.

    Answers that can both be true stand on one side. All that stands against one taking, on its day and the days after,
    is one dispute. Values that parts and wholes, or different days, explain never meet, since they answer
    different questions. One voice in one document never stands against itself.
    """
    by_matter: dict[str, list[Gathering]] = {}
    roots = _join_questions(gatherings)
    for gathering in gatherings:
        by_matter.setdefault(roots.find(gathering.matter.key), []).append(gathering)
    arenas = find_arenas(gatherings, library)
    disputes: list[Apart] = []
    whole = Dispute()
    for root, matter in sorted(by_matter.items()):
        groups = [group for group in matter if not group.is_unsaid]
        if not groups:
            continue
        if groups[0].matter.is_figure:
            disputes += library.memory.recall(list_counts_apart, root, tuple(groups)) if len(groups) > 1 else ()
        else:
            _oppose_answers(whole, groups, library)
            _oppose_later(whole, groups, arenas, library)
    oppose_authors(whole, gatherings, library)
    oppose_accusers(whole, gatherings, library)
    for denial, count in (*find_unharmed(gatherings), *find_spared(gatherings)):
        if not bodies_of(denial, library) <= bodies_of(count, library):
            whole.oppose(denial, count, ConflictKind.NEGATION, NOBODY_AND_SOME)
    for view, denial in find_denied_views(gatherings, library):
        whole.oppose(view, denial, ConflictKind.CHARACTERISATION, DENIED_VIEW)
    disputes += [*whole.part(), *find_days_apart(gatherings)]
    found = _conclude_all((apart for apart in disputes if len(apart[0]) > 1), tellers, library.memory)
    return tuple(sorted(found, key=lambda conflict: (conflict.question, conflict.id)))


def _conclude_all(disputes: Iterable[Apart], tellers: Mapping[str, Teller], memory: Memory) -> Iterator[Conflict]:
    """Yield the conflicts that disputes come to, but those of one voice with itself."""
    for groups, kinds in disputes:
        sides = tuple(map(tuple, groups))
        told = tuple([tellers[claim] for claim in _list_claims(sides)])
        conflict = memory.recall(_conclude, tuple([group.id for side in sides for group in side]), sides, kinds, told)
        if conflict is not None:
            yield conflict


def _join_questions(gatherings: Sequence[Gathering]) -> Roots:
    """Return the questions, those that one number answers joined: its rivals by each of them stand against it."""
    roots = Roots()
    for gathering in gatherings:
        for key in gathering.asked:
            roots.join(gathering.matter.key, key)
    return roots


def _list_claims(sides: _Sides) -> list[str]:
    """Return the claim of each answer of the sides, in their order."""
    return [claim for side in sides for group in side for claim in group.claim_ids]


def _is_one_voice(told: Sequence[Teller], sides: _Sides) -> bool:
    """Tell whether all is the word of one body in one document; an official without a name may contradict it."""
    claims = [one.resolved for side in sides for group in side for one in group.responses]
    speakers = {(who.body.key, is_off_record(one, who.voice)) for who, one in zip(told, claims, strict=True)}
    return len(speakers) == 1 and len({one.claim.document for one in claims}) == 1


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
            is_own = bodies_of(other, library) <= bodies_of(taking, library)
            if row is not None and not is_own and not is_reserve(other, library):
                dispute.oppose(taking, other, row.kind, row.rule)


def _find_row(taking: Gathering, other: Gathering) -> Exclusion | None:
    """Return the row by which a taking and what is told of its place, or that day of a part of it, exclude each other."""
    if is_presence(other):
        is_rival = taking.answer.holder in CAMPS and name_side(other) != taking.answer.holder
        return TAKEN_AND_PRESENT if is_rival else None
    if is_repelled(other):
        return TAKEN_AND_REPELLED if _is_of_other_party(taking, other) else None
    if is_denied_advance(other):
        return TAKEN_AND_NOT_REACHED if name_side(other) == taking.answer.holder else None
    if other.matter.place == taking.matter.place:
        return find_later_exclusion(taking.answer, other.answer)
    days = taking.matter.days, other.matter.days
    is_that_day = bool(days[0] and days[1] and days[0].overlaps(days[1]))
    return find_inner_exclusion(taking.answer, other.answer) if is_that_day or other.answer.level == YES else None


def _is_of_other_party(taking: Gathering, repelled: Gathering) -> bool:
    """Tell whether those who pushed the attack back are known, and are not those who are said to have taken the place."""
    parties = {one.party for one in repelled.responses if one.party}
    takers = {one.party for one in taking.responses if one.party} | {taking.answer.holder}
    sides = {name_side(repelled), *parties}
    return bool(parties) and sides.isdisjoint(takers)


def _conclude(sides: _Sides, kinds: Mapping[ConflictKind, str], told: tuple[Teller, ...]) -> Conflict | None:
    if _is_one_voice(told, sides):
        return None
    question = sides[0][0].matter.question
    rules = tuple(Derived(value=kind.value, rule=rule) for kind, rule in sorted(kinds.items()))
    tellers = dict(zip(_list_claims(sides), told, strict=True))
    granted = _find_granted(sides)
    deniers = _find_deniers(sides, tellers)
    turned = _find_turned(sides, tellers)
    listed = [_side(groups, tellers, granted, deniers, turned) for groups in sides]
    shown = tuple(side for side in listed if side is not None)
    if len(shown) < 2:
        return None
    return Conflict(
        id=make_id("conflict", *sorted(group.id for side in sides for group in side)),
        question=question,
        kinds=tuple(sorted(kinds)),
        sides=shown,
        derived=Derived(value=question, rule=rules[0].rule, inputs=rules[1:]),
    )


def _find_granted(sides: _Sides) -> frozenset[tuple[str, Span]]:
    """Return the sentences that take a taking for granted: fighting told there went before it ("preceded the recapture")."""
    given = (response for side in sides for group in side for response in group.responses)
    takings = (response.resolved.claim for response in given if response.answer.level == TAKEN)
    return frozenset((claim.document, claim.sentence) for claim in takings if claim.basis is Basis.PRESUPPOSED)


def _find_deniers(sides: _Sides, tellers: Mapping[str, Teller]) -> frozenset[_Speech]:
    """Return who denies, in which document, that a party did a thing: what they say of another's such deed is not against it."""
    given = (response for side in sides for group in side for response in group.responses)
    denied = (one for one in given if one.answer.level == NO and one.answer.holder and one.family.name != HOLDING)
    return frozenset(_speech(one, tellers) for one in denied)


def _find_turned(sides: _Sides, tellers: Mapping[str, Teller]) -> frozenset[str]:
    """Return the claims of those who give another side's answer themselves: nobody stands against his own words.

    Of who tells of a taking, what the same sentence tells besides was the way to it or what was left to do ("had taken
    it after destroying their hideouts"). Who only grants an answer ("may have fallen") and stands by another holds that.
    """
    takings, firm = [set[tuple[_Speaker, Span]]() for _ in sides], [set[_Speaker]() for _ in sides]
    given = [(number, one) for number, side in enumerate(sides) for group in side for one in group.responses]
    for number, one in given:
        if one.stance in _FIRM and one.resolved.claim.basis is not Basis.CONDITIONAL:
            firm[number].add(_speaker(one, tellers))
            if one.answer.level == TAKEN:
                takings[number].add((_speaker(one, tellers), one.resolved.claim.sentence))
    found: set[str] = set()
    for number, one in given:
        speaker = _speaker(one, tellers)
        elsewhere = [other for other in range(len(sides)) if other != number]
        is_way = one.answer.level != TAKEN and any(
            (speaker, one.resolved.claim.sentence) in takings[other] for other in elsewhere
        )
        is_granted = one.stance is Stance.HEDGES and speaker not in firm[number]
        if is_way or (is_granted and any(speaker in firm[other] for other in elsewhere)):
            found.add(one.resolved.claim.id)
    return frozenset(found)


def _speaker(response: Response, tellers: Mapping[str, Teller]) -> _Speaker:
    claim = response.resolved.claim
    return tellers[claim.id].body.key, claim.document


def _speech(response: Response, tellers: Mapping[str, Teller]) -> _Speech:
    claim = response.resolved.claim
    return response.family.name, tellers[claim.id].body.key, claim.document


def _side(
    groups: Sequence[Gathering],
    tellers: Mapping[str, Teller],
    granted: frozenset[tuple[str, Span]],
    deniers: frozenset[_Speech],
    turned: frozenset[str],
) -> Side | None:
    """Return a side with its claims, None where all of them are of those who give the other answer themselves.

    What is only said under a condition takes none, nor does fighting for what it led to. Who denies that a party did
    it, and says that it was done, means another, and takes no side with those who say it.
    """
    given = [response for group in groups for response in group.responses]
    said = [response for response in given if response.resolved.claim.basis is not Basis.CONDITIONAL]
    against = [response for response in said if not (response.answer.level == YES and _sentence(response) in granted)]
    others = [one for one in against if one.answer.level == NO or _speech(one, tellers) not in deniers]
    left = [one for one in others or against or said if one.resolved.claim.id not in turned]
    if not left:
        return None
    together = replace(groups[0], responses=tuple(sorted(left, key=lambda response: response.order)))
    told = [group for group in groups if not {one.resolved.claim.id for one in left}.isdisjoint(group.claim_ids)]
    return Side(
        answer="; ".join(_name_answers(told)),
        groups=tuple(group.id for group in told),
        claims=together.claims,
        origins=count_origins(trace_origins(together, tellers)),
    )


def _sentence(response: Response) -> tuple[str, Span]:
    return response.resolved.claim.document, response.resolved.claim.sentence


def _name_answers(groups: Sequence[Gathering]) -> Sequence[str]:
    """Return the answers of a side; numbers beside what happened are named together, for alone they tell nothing there."""
    numbers = [words for group in groups if group.answer.level == FIGURE for words in _name_bounds(group)]
    others = [group.answer.text for group in groups if group.answer.level != FIGURE]
    return list(dict.fromkeys([*others, COUNTED] if numbers and others else [*others, *numbers]))


def _name_bounds(group: Gathering) -> Sequence[str]:
    """Return the words of a number, and where some give it as a limit ("at least 58") theirs too: a reader must see both."""
    forms = {(group.answer.low, group.answer.high): group.answer.text}
    for response in group.responses:
        if response.answer.low == group.answer.low or response.answer.high == group.answer.high:
            forms.setdefault((response.answer.low, response.answer.high), response.answer.text)
    return list(forms.values())
