"""What is told of one place for the days after somebody is said to have taken it?"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sayso.lexicons import read_toml
from sayso.linking.answers import NO, TAKEN, YES
from sayso.linking.families import ADVANCE, FIGHTING, HOLDING, PRESENCE
from sayso.linking.gatherings import Gathering
from sayso.linking.library import Library
from sayso.linking.parties import CAMPS
from sayso.model.kinds import Extent

# A taking said to have lasted longer than this speaks of a time, and no day stands against it.
SHORT = 3
# For how many days after a taking what others tell of the place stands against it.
AFTER = 2
_TELLING = frozenset({HOLDING, FIGHTING, PRESENCE, ADVANCE})

# Who holds a place, and fighting in it, by place and in the order of days.
Arenas = Mapping[str, Sequence[Gathering]]


def find_arenas(gatherings: Sequence[Gathering], library: Library) -> Arenas:
    """Return the groups that tell who holds a place on some days, or of fighting in it, by place and first day.

    Fighting in a part of a place is fighting in that place, and who holds a part holds something of it.
    """
    found: dict[str, list[Gathering]] = {}
    for gathering in gatherings:
        matter = gathering.matter
        if matter.family.name not in _TELLING or matter.place is None:
            continue
        if matter.days is None or matter.days.length > SHORT:
            continue
        if any(tells(gathering) for tells in _TELLS):
            found.setdefault(matter.place, []).append(gathering)
            for holder in (place for place in library.places_around(matter.place) if not library.is_coarse(place)):
                found.setdefault(holder, []).append(gathering)
    return {place: sorted(groups, key=_first_day) for place, groups in found.items()}


def is_taking(gathering: Gathering) -> bool:
    """Tell whether a group says that the whole of a place was taken, on a day that is known."""
    matter = gathering.matter
    is_dated = matter.place is not None and matter.days is not None and matter.days.length <= SHORT
    return is_dated and _is_holding(gathering) and gathering.answer.level == TAKEN


def later_answers(taking: Gathering, arenas: Arenas) -> Iterator[Gathering]:
    """Yield what is told of the place for the day of a taking, by other questions, and for the days after.

    What is told of a part of the place counts only where the words say that the whole was taken.
    """
    days = taking.matter.days
    groups = arenas.get(taking.matter.place or "", ())
    if days is None:
        return
    for other in groups[bisect_left(groups, days.first - SHORT, key=_first_day) :]:
        when = other.matter.days
        if when is None or when.first > days.last + AFTER:
            return
        is_of_place = other.matter.place == taking.matter.place or _is_whole(taking)
        if is_of_place and other.matter.key != taking.matter.key and when.last >= days.first:
            yield other


def is_presence(gathering: Gathering) -> bool:
    """Tell whether a group says that men of one side of the war were there."""
    matter = gathering.matter
    is_said = gathering.answer.level == YES and matter.topic == matter.family.yes
    return is_said and matter.family.name == PRESENCE and name_side(gathering) is not None


def is_denied_advance(gathering: Gathering) -> bool:
    """Tell whether a group says that one side of the war did not get there."""
    is_denied = gathering.matter.family.name == ADVANCE and gathering.answer.level == NO
    return is_denied and name_side(gathering) is not None


def is_repelled(gathering: Gathering) -> bool:
    """Tell whether a group says that an attack on the place was pushed back."""
    matter = gathering.matter
    is_topic = matter.family.name == FIGHTING and matter.topic == _repelled()
    return is_topic and gathering.answer.level == YES


@cache
def _repelled() -> str:
    return str(read_toml("matters")["topics"]["fighting"]["push_back"])


def name_side(gathering: Gathering) -> str | None:
    """Return the side of the war that a group tells of, None where it names none, or several."""
    sides = {(response.party or "").partition(" ")[0] for response in gathering.responses}
    return min(sides) if len(sides) == 1 and sides <= CAMPS else None


def _is_whole(taking: Gathering) -> bool:
    controls = (response.resolved.claim.control for response in taking.responses)
    return any(control is not None and control.extent is Extent.WHOLE for control in controls)


def _first_day(gathering: Gathering) -> int:
    return gathering.matter.days.first if gathering.matter.days else 0


def _is_holding(gathering: Gathering) -> bool:
    return gathering.matter.family.name == HOLDING


def _is_fight(gathering: Gathering) -> bool:
    matter = gathering.matter
    return matter.family.name == FIGHTING and matter.topic == matter.family.yes and gathering.answer.level == YES


# What is told against a taking.
_TELLS = (_is_holding, _is_fight, is_presence, is_denied_advance, is_repelled)
