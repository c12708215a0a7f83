"""At which place does a claim answer its question, when it names several, or only a place that holds the right one?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress, product

from sayso.lexicons import read_toml
from sayso.linking.answers import DOUBT, MOST, NO, PART
from sayso.linking.library import Library
from sayso.linking.moves import BY_NUMBER, BY_REGION, move
from sayso.linking.responses import LONG, Response
from sayso.linking.siblings import find_chief, settle_kinds

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


def settle_places(responses: Sequence[Response], library: Library) -> list[Response]:
    """Return the answers, each at one place.

    Of several places that a claim names, the one that most claims of that sort name for those days. "58 killed
    in the province" and "58 killed in the town" are one question when no other town of the province has such an
    event on that day, or far fewer tell of one; so are a city and its district, save for numbers, and where far more
    tell it of the city. What holds for a while (who holds it, a siege) is never moved from where the words put it.
    """
    chosen = _choose(responses, library)
    return settle_kinds(_settle_whom(_settle_counts(_narrow_all(chosen, library), library)))


def _choose(responses: Sequence[Response], library: Library) -> list[Response]:
    asked = {_sort(one, place) for one in responses if one.is_open for place in one.resolved.places}
    topics = {(family, topic) for family, topic, _ in asked}
    told: Counter[Key] = Counter()
    for response in (one for one in responses if one.about in topics):
        places = [place for place in response.resolved.places if _sort(response, place) in asked]
        if places:
            told.update(_keys(response, places))
    return [_best(one, told, library) if one.is_open else one for one in responses]


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


def _narrow_all(responses: Sequence[Response], library: Library) -> list[Response]:
    are_wide = [_is_wide(response, library) for response in responses]
    finer = _index(responses, list(compress(responses, are_wide)), library)
    return [
        _narrow(response, finer, library) if is_wide and finer else response
        for response, is_wide in zip(responses, are_wide, strict=True)
    ]


def _index(responses: Sequence[Response], wide: Sequence[Response], library: Library) -> dict[Key, Counter[str]]:
    """Return, by question and day, how often such a thing is told of each place there and in it; denials tell nothing.

    Only of places that something is to be narrowed from (by those that are `wide`), and in which such a thing is told of
    a finer place.
    """
    asked = {_sort(response, response.place) for response in wide}
    topics = {response.about for response in wide}
    told = [
        (response, response.place, library.places_around(response.place))
        for response in responses
        if response.about in topics
        and response.place is not None
        and _tells_place(response)
        and not library.is_coarse(response.place)
    ]
    asked &= {_sort(response, above) for response, _, around in told for above in around}
    finer: dict[Key, Counter[str]] = {}
    for response, place, around in told if asked else ():
        wanted = [above for above in (place, *around) if _sort(response, above) in asked]
        for key in _keys(response, wanted) if wanted else ():
            finer.setdefault(key, Counter())[place] += 1
    return finer


def _tells_place(response: Response) -> bool:
    return response.answer.level not in {NO, DOUBT} or response.scope is not None


def _is_wide(response: Response, library: Library) -> bool:
    """Tell whether what a claim tells of a place may have happened at a finer one."""
    if response.place is None or not response.is_timed:
        return False
    if response.scope is not None and (library.is_country(response.place) or not library.is_coarse(response.place)):
        # A count for a whole country is a count of its own, and so is one for a town.
        return False
    if not response.family.is_state:
        return True
    is_named = response.resolved.claim.place_rule not in UNSAID
    # Who holds half of it, or most, holds that of a town and of no building in it.
    is_share = response.answer.level in {MOST, PART} and not library.is_coarse(response.place)
    return not (is_named or is_share)


def _narrow(response: Response, finer: dict[Key, Counter[str]], library: Library) -> Response:
    if response.place is None:
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
    return _set_at(response, BY_REGION, find_chief(rivals))


def _are_nested(left: str, right: str, library: Library) -> bool:
    return left in library.places_around(right) or right in library.places_around(left)


def _settle_counts(responses: Sequence[Response], library: Library) -> list[Response]:
    """Return the answers, each number at the finest place that it is given for: one number of one day is one count.

    "33 dead in the town" and "33 dead at the waterworks" of that city are one. Small numbers can coincide.
    """
    given: dict[Sort, set[str | None]] = {}
    for response in responses:
        if response.is_telling:
            given.setdefault(_sort(response, response.answer.key), set()).add(response.place)
    # A number that is given for one place alone, or for none, has no finer one.
    open_numbers = {number for number, places in given.items() if len(places) > 1}
    is_open = [one.is_telling and _sort(one, one.answer.key) in open_numbers for one in responses]
    told: dict[Key, set[str]] = {}
    for response in compress(responses, is_open):
        if response.place is not None:
            for key in _number_keys(response):
                told.setdefault(key, set()).add(response.place)
    below: dict[str, set[str]] = {}
    for place in set[str]().union(*told.values()):
        for above in library.places_around(place):
            below.setdefault(above, set()).add(place)
    return [
        _at_finest(response, told, below, library) if is_one else response
        for response, is_one in zip(responses, is_open, strict=True)
    ]


def _at_finest(
    response: Response, told: Mapping[Key, set[str]], below: Mapping[str, set[str]], library: Library
) -> Response:
    """Return an answer at the finest place of those that its number is told of; `below` are such places in each place."""
    found = {place for key in _number_keys(response) for place in told.get(key, ())}
    if found == {response.place}:
        return response
    inside = found if response.place is None else found & below.get(response.place, set())
    finest = inside.difference(*map(library.places_around, inside))
    return _set_at(response, BY_NUMBER, min(finest) if len(finest) == 1 else None)


def _set_at(response: Response, rule: str, place: str | None) -> Response:
    if place is None or place == response.place:
        return response
    return replace(move(response, rule, place), place=place)


def _number_keys(response: Response) -> list[Key]:
    return _keys(response, [response.answer.key])


def _settle_whom(responses: Sequence[Response]) -> list[Response]:
    """Return the answers; a number of civilians that others give for people, at the same place and days, counts people."""
    civilians = frozenset(read_toml("matters")["people"]["civilians"])
    general = [_count_people(response) if response.whom in civilians else None for response in responses]
    asked = {_sort(one, one.place) for one in general if one is not None}
    told = {
        (key, response.answer.key)
        for response in responses
        if asked and response.whom == PEOPLE and _sort(response, response.place) in asked
        for key in _keys(response, [response.place])
    }
    return [
        one if one is not None and any((key, one.answer.key) in told for key in _keys(one, [one.place])) else response
        for response, one in zip(responses, general, strict=True)
    ]


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
