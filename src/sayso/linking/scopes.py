"""At which place does a claim answer its question, when it names several, or only a place that holds the right one?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, product
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.linking.answers import DOUBT, MOST, NO, PART
from sayso.linking.library import Library, Where
from sayso.linking.moves import BY_NUMBER, BY_REGION, move
from sayso.linking.responses import LONG, Answers, Response, put_in
from sayso.linking.siblings import find_chief, settle_kinds
from sayso.text.memories import Memory

# Family, topic and place, with a day or, where nobody knows the day, the document.
Key = tuple[str, str, str | None, int | str]
# The same without the day: what nobody asks for on any day need not be counted day by day.
Sort = tuple[str, str, str | None]
PEOPLE = "people"
# A thing told of a town so many times as often as of a part of it happened in more than that part.
FAR_OFTENER = 10
# The words name no place of their own: the text was last at this one, or names it most.
UNSAID = frozenset(
    {
        "claims.current_place",
        "claims.site_place",
        "claims.document_place",
        "claims.country_place",
        "resolution.user_place_current",
    }
)


def settle_places(answers: Answers, library: Library) -> Answers:
    """Return the answers of each document, each at one place.

    Of several places that a claim names, the one that most claims of that sort name for those days. "58 killed
    in the province" and "58 killed in the town" are one question when no other town of the province has such an
    event on that day, or far fewer tell of one; so are a city and its district, save for numbers, and where far more
    tell it of the city. What holds for a while (who holds it, a siege) is never moved from where the words put it.

    What each step asks of a document is remembered with its answers, so that only those are looked at which tell of
    what is asked.
    """
    narrowed = _narrow_all(_choose(answers, library), library)
    return settle_kinds(_settle_whom(_settle_counts(narrowed, library), library.memory), library.memory)


class _Offer(NamedTuple):
    """What a document tells of, by question and place, and of which of these a claim leaves several places open."""

    told: frozenset[Sort]
    asked: frozenset[Sort]


def _list_offers(own: tuple[Response, ...]) -> _Offer:
    return _Offer(
        frozenset(_sort(response, place) for response in own for place in response.resolved.places),
        frozenset(_sort(response, place) for response in own if response.is_open for place in response.resolved.places),
    )


def _choose(answers: Answers, library: Library) -> Answers:
    offers = {name: library.memory.recall(_list_offers, name, own) for name, own in answers.items()}
    asked = frozenset[Sort]().union(*(offer.asked for offer in offers.values()))
    told: Counter[Key] = Counter()
    for response in _list_of(answers, [name for name, offer in offers.items() if not asked.isdisjoint(offer.told)]):
        places = [place for place in response.resolved.places if _sort(response, place) in asked]
        if places:
            told.update(_keys(response, places))
    chosen = {
        name: tuple(_best(response, told, library) if response.is_open else response for response in answers[name])
        for name, offer in offers.items()
        if offer.asked
    }
    return put_in(answers, chosen, _choose, library.memory)


def _list_of(answers: Answers, names: Iterable[str]) -> Iterator[Response]:
    """Yield the answers of some documents."""
    return (response for name in names for response in answers[name])


def leave_out_place(response: Response) -> Response:
    """Return an answer without its place where that is no part of the question."""
    has_place = response.family.has_place or response.place is None
    return response if has_place else replace(response, place=None)


def _sort(response: Response, place: str | None) -> Sort:
    return (*response.about, place)


def _keys(response: Response, places: Iterable[str | None]) -> list[Key]:
    return [(*response.about, place, day) for place, day in product(places, _times(response))]


def _best(response: Response, told: Counter[Key], library: Library) -> Response:
    places = response.resolved.places
    number = {place: max((told[key] for key in _keys(response, [place])), default=0) for place in places}
    fine = [place for place in places if not library.is_coarse(place)] or list(places)
    return replace(response, place=min(fine, key=lambda place: (-number[place], places.index(place))))


class _Reach(NamedTuple):
    """What a document tells of, by question and place: what may be of a finer place, and what is of places and what holds them.

    `above` leaves the places themselves out.
    """

    wide: frozenset[Sort]
    fine: frozenset[Sort]
    above: frozenset[Sort]


def _list_reach(own: tuple[Response, ...], places: tuple[str, ...], wheres: tuple[Where, ...]) -> _Reach:
    known = dict(zip(places, wheres, strict=True))
    at = [(response, known[response.place]) for response in own if response.place is not None]
    told = [(response, where.around) for response, where in at if _is_fine(response, where)]
    above = frozenset(_sort(response, place) for response, around in told for place in around)
    return _Reach(
        wide=frozenset(_sort(response, response.place) for response, where in at if _is_wide(response, where)),
        fine=above | {_sort(response, response.place) for response, _ in told},
        above=above,
    )


def _list_places(own: tuple[Response, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(response.place for response in own if response.place is not None))


def _narrow_all(answers: Answers, library: Library) -> Answers:
    recall = library.memory.recall
    reaches: dict[str, _Reach] = {}
    for name, own in answers.items():
        places = recall(_list_places, name, own)
        reaches[name] = recall(_list_reach, name, own, places, tuple(map(library.where, places)))
    above = frozenset[Sort]().union(*(reach.above for reach in reaches.values()))
    asked = above.intersection(frozenset[Sort]().union(*(reach.wide for reach in reaches.values())))
    telling = [name for name, reach in reaches.items() if not asked.isdisjoint(reach.fine)]
    finer = _index(_list_of(answers, telling), asked, library)
    narrowed = {
        name: tuple(_narrow(response, finer, library) for response in answers[name])
        for name, reach in reaches.items()
        if not asked.isdisjoint(reach.wide)
    }
    return put_in(answers, narrowed, _narrow_all, library.memory)


def _index(responses: Iterable[Response], asked: frozenset[Sort], library: Library) -> dict[Key, Counter[str]]:
    """Return, by question and day, how often such a thing is told of each place there and in it; denials tell nothing.

    Only of what is `asked`: what something is to be narrowed from, and what is told of a finer place in it.
    """
    finer: dict[Key, Counter[str]] = {}
    for response in responses:
        if response.place is not None and _is_fine(response, where := library.where(response.place)):
            wanted = [above for above in (response.place, *where.around) if _sort(response, above) in asked]
            for key in _keys(response, wanted):
                finer.setdefault(key, Counter())[response.place] += 1
    return finer


def _is_fine(response: Response, where: Where) -> bool:
    """Tell whether it tells such a thing of its place, which is no region."""
    return _tells_place(response) and not where.is_coarse


def _tells_place(response: Response) -> bool:
    return response.answer.level not in {NO, DOUBT} or response.scope is not None


def _is_wide(response: Response, where: Where) -> bool:
    """Tell whether what a claim tells of a place may have happened at a finer one."""
    if not response.is_timed:
        return False
    if response.scope is not None and (where.is_country or not where.is_coarse):
        # A count for a whole country is a count of its own, and so is one for a town.
        return False
    if not response.family.may_narrow:
        return False
    if not response.family.is_state:
        return True
    is_named = response.resolved.claim.place_rule not in UNSAID
    # Who holds half of it, or most, holds that of a town and of no building in it.
    is_share = response.answer.level in {MOST, PART} and not where.is_coarse
    return not (is_named or is_share)


def _narrow(response: Response, finer: Mapping[Key, Counter[str]], library: Library) -> Response:
    if response.place is None or not _is_wide(response, library.where(response.place)):
        return response
    told = [finer[key] for key in _keys(response, [response.place]) if key in finer]
    if not told:
        return response
    found = sum(told, Counter[str]())
    own = found.pop(response.place, 0)
    first = min(found, key=lambda place: (-found[place], place), default=None)
    is_named = response.resolved.claim.place_rule not in UNSAID
    # What is told of a town by name, far oftener than of a part of it, happened in more of it.
    if first is None or (is_named and own >= FAR_OFTENER * found[first]):
        return response
    rivals = {place: n for place, n in found.items() if place == first or not _are_nested(place, first, library)}
    chief = find_chief(rivals)
    return _set_at(response, BY_REGION, chief if _is_said(response, chief, library) else None)


def _is_said(response: Response, place: str | None, library: Library) -> bool:
    """Tell whether what a claim tells of a town by name may be meant of a part: its document tells of that part, too."""
    is_named = response.resolved.claim.place_rule not in UNSAID
    is_of_town = is_named and response.place is not None and not library.is_coarse(response.place)
    return not is_of_town or place in library.places_of(response.resolved.claim.document)


def _are_nested(left: str, right: str, library: Library) -> bool:
    return left in library.places_around(right) or right in library.places_around(left)


class _Number(NamedTuple):
    """A number that is hardly met twice by chance: which answer of its document gives it, its place, and it day by day."""

    which: int
    place: str | None
    keys: tuple[Key, ...]


def _list_numbers(own: tuple[Response, ...]) -> tuple[_Number, ...]:
    return tuple(
        _Number(which, response.place, tuple(_keys(response, [response.answer.key])))
        for which, response in enumerate(own)
        if response.is_telling
    )


def _settle_counts(answers: Answers, library: Library) -> Answers:
    """Return the answers, each number at the finest place that it is given for: one number of one day is one count.

    "33 dead in the town" and "33 dead at the waterworks" of that city are one. Small numbers can coincide.
    """
    numbers = {name: library.memory.recall(_list_numbers, name, own) for name, own in answers.items()}
    told: dict[Key, set[str]] = {}
    for number in chain.from_iterable(numbers.values()):
        if number.place is not None:
            for key in number.keys:
                told.setdefault(key, set()).add(number.place)
    below: dict[str, set[str]] = {}
    for place in set[str]().union(*(places for places in told.values() if len(places) > 1)):
        for above in library.places_around(place):
            below.setdefault(above, set()).add(place)
    settled: dict[str, tuple[Response, ...]] = {}
    for name, given in numbers.items():
        finest = {one.which: found for one in given if (found := _find_finest(one, told, below, library))}
        if finest:
            own = enumerate(answers[name])
            settled[name] = tuple(_set_at(response, BY_NUMBER, finest.get(which)) for which, response in own)
    return put_in(answers, settled, _settle_counts, library.memory)


def _find_finest(
    number: _Number, told: Mapping[Key, set[str]], below: Mapping[str, set[str]], library: Library
) -> str | None:
    """Return the finest place of those that a number is told of, None where there is no one; `below` are such places in each."""
    found = {place for key in number.keys for place in told.get(key, ())}
    if not found or found == {number.place}:
        return None
    inside = found if number.place is None else found & below.get(number.place, set())
    finest = inside.difference(*map(library.places_around, inside))
    return min(finest) if len(finest) == 1 else None


def _set_at(response: Response, rule: str, place: str | None) -> Response:
    if place is None or place == response.place:
        return response
    return replace(move(response, rule, place), place=place)


class _Counted(NamedTuple):
    """What a document counts: civilians, each as a number of people, by which answer, and people, by question and place."""

    civilians: Mapping[int, Response]
    people: frozenset[Sort]


def _list_counted(own: tuple[Response, ...]) -> _Counted:
    civilians = frozenset(read_toml("matters")["people"]["civilians"])
    return _Counted(
        {which: _count_people(response) for which, response in enumerate(own) if response.whom in civilians},
        frozenset(_sort(response, response.place) for response in own if response.whom == PEOPLE),
    )


def _settle_whom(answers: Answers, memory: Memory) -> Answers:
    """Return the answers; a number of civilians that others give for people, at the same place and days, counts people."""
    counted = {name: memory.recall(_list_counted, name, own) for name, own in answers.items()}
    asked = {_sort(one, one.place) for counts in counted.values() for one in counts.civilians.values()}
    told = {
        (key, response.answer.key)
        for response in _list_of(answers, [name for name, one in counted.items() if not asked.isdisjoint(one.people)])
        if response.whom == PEOPLE and _sort(response, response.place) in asked
        for key in _keys(response, [response.place])
    }
    settled: dict[str, tuple[Response, ...]] = {}
    for name, counts in counted.items():
        general = {which: one for which, one in counts.civilians.items() if _is_told(one, told)}
        if general:
            settled[name] = tuple(general.get(which, response) for which, response in enumerate(answers[name]))
    return put_in(answers, settled, _settle_whom, memory)


def _is_told(response: Response, told: Set[tuple[Key, str]]) -> bool:
    return any((key, response.answer.key) in told for key in _keys(response, [response.place]))


def _count_people(response: Response) -> Response:
    """Return a number of civilians as one of people."""
    return replace(response, whom=PEOPLE, topic=response.topic.replace(response.whom, PEOPLE, 1))


def _times(response: Response) -> Sequence[int | str]:
    """Return the days that a claim speaks of; what one document of unknown day tells of its day is of one time."""
    if response.days is None or not response.is_timed:
        return ()
    if response.days.length > LONG:
        return (response.resolved.claim.document,)
    return range(response.days.first, response.days.last + 1)
