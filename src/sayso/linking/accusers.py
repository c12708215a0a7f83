"""Do two sides lay one attack to each other? "The army said rebels fired on the market; the rebels said the army did"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.linking.answers import YES
from sayso.linking.disputes import Dispute
from sayso.linking.families import load_families
from sayso.linking.gatherings import Gathering
from sayso.linking.library import Library
from sayso.linking.parties import REBELS, RULERS, is_of_party
from sayso.linking.responses import ATTACKS, Response
from sayso.model.derivations import name_rule
from sayso.model.kinds import Basis, ConflictKind, Stance

EACH_OTHER = name_rule(
    "linking.each_other", "Each of two sides says that the other carried out the attack at this place on that day."
)


def oppose_accusers(dispute: Dispute, gatherings: Sequence[Gathering], library: Library) -> None:
    """Set two attacks of one sort, place and day against each other where each side lays it to the other.

    Two sides that fight may both shell a town on one day; where each says that it was the other, one attack is meant.
    """
    families = {load_families()[kind].name for kind in ATTACKS}
    told: dict[tuple[str, str, str], list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        if matter.family.name in families and matter.place and matter.days and gathering.answer.level == YES:
            told.setdefault((matter.family.name, matter.topic, matter.place), []).append(gathering)
    for _, groups in sorted(item for item in told.items() if len(item[1]) > 1):
        for left, right in _pairs([group for group in groups if _has_speaker(group, library)]):
            if _accuse(left, right, library):
                dispute.oppose(_name_doer(left), _name_doer(right), ConflictKind.AGENT, EACH_OTHER)


def _pairs(groups: Sequence[Gathering]) -> Iterator[tuple[Gathering, Gathering]]:
    """Yield the pairs of groups of one time: sorted by their first day, so that those of other days are never compared."""
    dated = sorted(
        ((days, group) for group in groups if (days := group.matter.days)), key=lambda row: (row[0], row[1].id)
    )
    for number, (days, left) in enumerate(dated):
        for later, right in dated[number + 1 :]:
            if later.first > days.last:
                break
            yield left, right


def _has_speaker(gathering: Gathering, library: Library) -> bool:
    """Tell whether a side of the war says it: only such a one lays an attack to the other."""
    voices = (library.voices.get(one.resolved.voice) for one in gathering.responses if _is_said(one))
    return any(voice is not None and voice.kind in RULERS | REBELS for voice in voices)


def _name_doer(gathering: Gathering) -> Gathering:
    """Return a group whose answer says who did it: without that both sides would say the same."""
    agent = next(response.agent for response in gathering.responses if response.agent)
    return replace(gathering, answer=replace(gathering.answer, text=f"{gathering.answer.text} by {agent}"))


def _accuse(left: Gathering, right: Gathering, library: Library) -> bool:
    return _is_laid_by(left, right, library) and _is_laid_by(right, left, library)


def _is_laid_by(said: Gathering, other: Gathering, library: Library) -> bool:
    """Tell whether one who is said elsewhere to have done it says that this party did."""
    done = [one for one in other.responses if one.party]
    return any(_speaks_for(one, doer, library) for one in said.responses if _is_said(one) for doer in done)


def _is_said(response: Response) -> bool:
    is_stated = response.resolved.claim.basis is Basis.STATED and response.stance is Stance.ASSERTS
    return is_stated and bool(response.resolved.chain and response.party)


def _speaks_for(response: Response, doer: Response, library: Library) -> bool:
    """Tell whether a claim is said by the party that another one names: by its body, its camp or its government."""
    voice = library.voices.get(response.resolved.voice)
    if voice is None or response.party == doer.party:
        return False
    named = {voice.name.casefold(), (voice.institution or "").casefold()}
    if (doer.agent or "").casefold() in named:
        return True
    return voice.kind in RULERS | REBELS and is_of_party(voice, doer.party)
