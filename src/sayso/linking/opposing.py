"""Does a rule of exclusion stand between two groups? Not between allies, one body, or for whoever denies a detail only."""

from collections.abc import Sequence
from itertools import combinations

from sayso.lexicons import read_toml
from sayso.linking.answers import DOUBT, HELD, NO, YES
from sayso.linking.disputes import Dispute
from sayso.linking.exclusions import TWO_AUTHORS, Exclusion
from sayso.linking.families import AUTHORSHIP, HOLDING
from sayso.linking.gatherings import Gathering
from sayso.linking.library import Library
from sayso.linking.responses import LONG
from sayso.model.kinds import ConflictKind

_DENYING = frozenset({ConflictKind.NEGATION, ConflictKind.DOUBT})


def oppose_authors(dispute: Dispute, gatherings: Sequence[Gathering], library: Library) -> None:
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
    return is_allied or not bodies_of(left, library).isdisjoint(bodies_of(right, library))


def stands_between(row: Exclusion, left: Gathering, right: Gathering, library: Library) -> bool:
    """Tell whether the rule stands here: not between allies, and not for whoever denies a detail only or adds a word."""
    if row.kind is ConflictKind.CHARACTERISATION:
        return bodies_of(left, library).isdisjoint(bodies_of(right, library))
    if row.kind not in _DENYING:
        is_allied = frozenset({left.answer.holder, right.answer.holder}) in library.allies
        return not is_allied and not _is_succession(left, right) and not _is_succession(right, left)
    denied, said = (left, right) if left.answer.level in {NO, DOUBT} else (right, left)
    return (
        _is_of_party(denied, said)
        and not _is_of_detail(denied, said, library)
        and not is_reserve(denied, library)
        and not is_of_more(denied)
        and not _is_of_another(denied, said)
    )


def _is_succession(former: Gathering, later: Gathering) -> bool:
    """Tell whether one is said to have held the place for a time that ends where the other begins: no two at one time."""
    if former.matter.family.name != HOLDING:
        return False
    ends = [one.days.last if one.days is not None and one.days.length > LONG else None for one in former.responses]
    starts = [one.days.first for one in later.responses if one.days is not None]
    return bool(starts) and all(end is not None and end <= min(starts) for end in ends)


def _is_of_party(denied: Gathering, said: Gathering) -> bool:
    """Tell whether what is denied for one party was said of it, or of nobody in particular."""
    if said.matter.family.name == HOLDING or denied.answer.holder is None:
        return True
    parties = {response.party for response in said.responses if response.party}
    return not parties or denied.answer.holder in parties


def _is_of_detail(denied: Gathering, said: Gathering, library: Library) -> bool:
    """Tell whether whoever denies it says it too: of who holds a place, that is no answer to what others say.

    Who denies that a party did it, and says that it was done by another, denies no detail.
    """
    holder, is_deed = denied.answer.holder, said.matter.family.name != HOLDING
    told = [one for one in said.responses if not is_deed or holder in {None, one.party}]
    deniers = speeches_of(denied, library)
    sayers = {(library.body(one.resolved), one.resolved.claim.document) for one in told}
    is_alone = said.matter.family.name != HOLDING or sayers <= deniers
    return deniers <= sayers and is_alone


def is_of_more(denied: Gathering) -> bool:
    """Tell whether only something further is denied ("no other floor was hit"): that grants what was told before."""
    further, pointing = read_toml("matters")["denying"]["further"], read_toml("matters")["answering"]["frames"]
    own = (response for response in denied.responses if response.resolved.claim.frame not in pointing)
    words = [set(response.words.casefold().split()) for response in own]
    return len(words) == len(denied.responses) and not any(one.isdisjoint(further) for one in words)


def _is_of_another(denied: Gathering, said: Gathering) -> bool:
    """Tell whether it is denied that one side holds a place, of which others say only that somebody holds it."""
    is_holding = said.matter.family.name == HOLDING and said.answer.level == HELD
    return is_holding and said.answer.holder is None and denied.answer.holder is not None


def is_reserve(denied: Gathering, library: Library) -> bool:
    """Tell whether only outlets say, in their own voice, that they could not check it: that is a reserve, no dispute."""
    return denied.answer.level == DOUBT and all(
        library.body(response.resolved).startswith("own ") for response in denied.responses
    )


def speeches_of(gathering: Gathering, library: Library) -> set[tuple[str, str]]:
    """Return the bodies that the claims of a group go back to, each with the document that it is heard in."""
    return {(library.body(one.resolved), one.resolved.claim.document) for one in gathering.responses}


def bodies_of(gathering: Gathering, library: Library) -> set[str]:
    """Return the bodies that the claims of a group go back to."""
    return {library.body(response.resolved) for response in gathering.responses}
