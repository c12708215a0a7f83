"""Which numbers count one thing, though they are given on other days, for other places or in other words?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sayso.lexicons import read_toml
from sayso.linking.answers import FIGURE
from sayso.linking.gatherings import Gathering
from sayso.linking.groups import make_id
from sayso.linking.library import Library, Where
from sayso.linking.moves import BY_COUNT, BY_EVENT, move
from sayso.linking.responses import LOSSES, TELLING, Response
from sayso.linking.scopes import PEOPLE, UNSAID
from sayso.model.kinds import Scope
from sayso.text.days import Run

# Within how many days a running count that is given again is the same count.
SAME_COUNT = 92
# Within how many days a number of one event that is given again is the same: reports date it by their own day.
SAME_EVENT = 5
# For how many days after an event its dead are counted anew.
RECOUNTED = 21
# So many of one sort of people, on one day, in a place and in what holds it, are the same people.
FEW_PEOPLE = 5
# The words point back to an event, at a place that they do not name.
POINTING = frozenset({"claims.same_event_place"})
_PLACELESS = UNSAID | POINTING
# A number of these goes on to hold on later days.
_RUNNING = frozenset({Scope.CUMULATIVE, Scope.STATE})
_Around = Callable[[str], tuple[str, ...]]
# How many earlier numbers of one size are looked at, so that the cost stays linear.
_FEW = 6


def join_counts(gatherings: Sequence[Gathering], library: Library) -> list[Gathering]:
    """Return the groups, numbers of one thing under one question.

    A number given again is the same count: soon after, some weeks after where it runs on, and, where it is too large
    to be met by chance, also at a place that lies in the other's and of people called otherwise. A count of the
    dead, hurt or missing that is told as a count ("the toll has risen to 29") answers the question of the event at
    its place in the weeks before, so that what others counted stands beside it.
    """
    counts = [one for one in gatherings if one.matter.is_figure]
    others = [one for one in gatherings if not one.matter.is_figure]
    return [*others, *_join_same(_recount(_sort(counts), library), library)]


def _sort(counts: Sequence[Gathering]) -> list[Gathering]:
    return sorted(counts, key=lambda one: (one.matter.days is None, one.matter.days or (0, 0), _is_unsaid(one), one.id))


def _is_unsaid(count: Gathering) -> bool:
    """Tell whether no claim of it names the place: those that do come first, since the others may mean theirs."""
    return count.place_rules <= _PLACELESS


def _recount(counts: Sequence[Gathering], library: Library) -> list[Gathering]:
    """Return the counts, each that is told as a count of an event moved to the question of that event."""
    events: dict[tuple[str, str], list[Gathering]] = {}
    moved: dict[str, Gathering] = {}
    for count in counts:
        known = events.setdefault((count.matter.family.name, count.whom), [])
        days = count.matter.days
        last = known[-_FEW:] if known and _is_told(count, library) else []
        near = [one for one in reversed(last) if _is_soon(one.matter.days, days, RECOUNTED)]
        event = next((one for one in near if _could_be_there(one, count, library)), None)
        event = event or next((one for one in near if _could_be_meant(one, count, library)), None)
        if event is None and _is_placed(count, library):
            known.append(count)
        for one in [count] if event is None else [library.memory.recall(_move, count.id, count, event)]:
            old = moved.get(one.id)
            moved[one.id] = one if old is None else replace(old, responses=(*old.responses, *one.responses))
    return list(moved.values())


def _is_told(count: Gathering, library: Library) -> bool:
    """Tell whether a count is told as one of an event told before."""
    is_count = all(
        response.resolved.claim.frame in _frames() and not _is_as_of(response) for response in count.responses
    )
    return is_count and _is_placed(count, library)


def _could_be_there(event: Gathering, count: Gathering, library: Library) -> bool:
    """Tell whether a count may be of the event's place: what is counted by name for a city is not that of a part of it."""
    is_wider = count.matter.place in library.places_around(event.matter.place or "")
    return _is_one_place(event, count, library.places_around) and (not is_wider or _is_unsaid(count))


def _could_be_meant(event: Gathering, count: Gathering, library: Library) -> bool:
    """Tell whether a count names no place, and its document tells of the event's, in the same region.

    "38 are missing" stands where the text last was: that is no sign of another event.
    """
    place, last = event.matter.place, count.matter.place
    if place is None or last is None or not _is_unsaid(count):
        return False
    regions = {around for around in library.places_around(last) if not library.is_country(around)}
    is_near = not regions.isdisjoint(library.places_around(place))
    return is_near and all(place in library.places_of(document) for document in count.documents)


def _is_placed(count: Gathering, library: Library) -> bool:
    """Tell whether it counts the losses of some event: at a place that is no region, on a day that is known, as a real number."""
    matter, measure = count.matter, count.matter.family.name.rpartition(" ")[2]
    is_loss = measure in LOSSES or count.whom in read_toml("matters")["recounts"]["missing"]
    is_there = matter.place is not None and not library.is_coarse(matter.place)
    is_real = count.answer.level == FIGURE and not all(response.is_vague for response in count.responses)
    is_dated = matter.days is not None and not any(response.is_adrift for response in count.responses)
    return is_loss and is_there and is_real and is_dated and not _is_part(count)


def _is_part(count: Gathering) -> bool:
    """Tell whether it counts some of the people only: so many soldiers among the dead are all the dead soldiers."""
    return count.responses[0].is_part and count.whom == PEOPLE


def _is_as_of(response: Response) -> bool:
    """Tell whether it runs on and names the day as of which it holds: then both numbers stay valid for their days."""
    return _runs(response) and response.is_firm


@cache
def _frames() -> frozenset[str]:
    return frozenset(read_toml("matters")["recounts"]["frames"])


def _move(count: Gathering, event: Gathering) -> Gathering:
    """Return a count as an answer to the question of its event: whatever runs on there counts that event."""
    scope, question = event.responses[0].scope, event.matter.question
    responses = tuple(replace(move(response, BY_EVENT, question), scope=scope) for response in count.responses)
    key = make_id("group", event.matter.key, count.answer.key)
    return replace(count, id=key, matter=event.matter, responses=responses)


def _join_same(counts: Sequence[Gathering], library: Library) -> Iterator[Gathering]:
    """Yield the counts, one that is given again joined to the first."""
    ordered = _sort(counts)
    alike: dict[tuple[str, str], list[Gathering]] = {}
    for count in ordered:
        alike.setdefault((count.matter.family.name, count.answer.key), []).append(count)
    found: dict[str, Gathering] = {}
    for about, same in alike.items():
        wheres = tuple([library.where(one.matter.place) if one.matter.place else None for one in same])
        found.update(
            library.memory.recall(_join_alike, about, tuple(same), wheres) if len(same) > 1 else {same[0].id: same[0]}
        )
    yield from (found[count.id] for count in ordered if count.id in found)


def _join_alike(same: tuple[Gathering, ...], wheres: tuple[Where | None, ...]) -> Mapping[str, Gathering]:
    """Return the groups of one number by their ids, those that give it again joined to the first; `wheres` are their places."""
    known = {one.matter.place: where.around for one, where in zip(same, wheres, strict=True) if where is not None}
    around = known.__getitem__
    found: dict[str, Gathering] = {}
    firsts: list[str] = []
    for count in same:
        first = next((key for key in firsts[-_FEW:] if _is_same_count(found[key], count, around)), None)
        if first is not None:
            found[first] = _join(found[first], count)
        else:
            firsts.append(count.id)
            found[count.id] = count
    return found


def _join(first: Gathering, count: Gathering) -> Gathering:
    """Return a count with one that is given again; the answers to another question say why they stand here.

    Where one counts people and the other a sort of people ("protesters"), the question is that of the people, so that
    other counts of them stand beside it.
    """
    is_wider = count.matter.place == first.matter.place and count.whom == PEOPLE != first.whom
    matter = count.matter if is_wider else first.matter
    told = [
        move(response, BY_COUNT, matter.question) if one.matter.key != matter.key else response
        for one in (first, count)
        for response in one.responses
    ]
    keys = (*first.asked, *count.asked, first.matter.key, count.matter.key)
    asked = tuple(sorted({key for key in keys if key != matter.key}))
    return replace(first, matter=matter, responses=tuple(told), asked=asked)


def _is_same_count(first: Gathering, later: Gathering, around: _Around) -> bool:
    one, other, low = first.matter, later.matter, first.answer.low
    if not _is_soon(one.days, other.days, SAME_COUNT):
        return False
    is_one_thing = one.topic == other.topic and one.place == other.place
    if is_one_thing and _is_running(first) and _is_running(later):
        return True
    if first.answer.level != FIGURE or later.responses[0].is_rough:
        return False
    is_near = low >= FEW_PEOPLE and _is_soon(one.days, other.days, 1)
    if is_near and first.whom == later.whom != PEOPLE and _is_one_place(first, later, around):
        return True
    if low < TELLING or not _is_soon(one.days, other.days, SAME_EVENT):
        return False
    return is_one_thing or (_is_one_place(first, later, around) and _could_be_one_people(first, later))


def _could_be_one_people(first: Gathering, later: Gathering) -> bool:
    """Tell whether two words can mean those counted: the same word, or one for people in general beside any.

    No document gives the number for both.
    """
    are_apart = first.documents.isdisjoint(later.documents)
    if first.whom == later.whom:
        return are_apart and _is_part(first) == _is_part(later)
    is_alike = first.responses[0].is_part == later.responses[0].is_part
    return is_alike and PEOPLE in {first.whom, later.whom} and are_apart


def _is_one_place(left: Gathering, right: Gathering, around: _Around) -> bool:
    """Tell whether one place is the other or lies in it; `around` are the places around each."""
    one, other = left.matter.place, right.matter.place
    if one is None or other is None or one == other:
        return one == other
    return one in around(other) or other in around(one)


def _is_running(count: Gathering) -> bool:
    """Tell whether the number runs on, so that one given again on a later day may be the same."""
    return not _RUNNING.isdisjoint(count.scopes)


def _runs(response: Response) -> bool:
    return response.scope in _RUNNING


def _is_soon(first: Run | None, later: Run | None, reach: int) -> bool:
    return first is not None and later is not None and later.first - first.last <= reach
