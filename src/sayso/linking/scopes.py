"""At which place does a claim answer its question, when it names several, or only a place that holds the right one?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from sayso.lexicons import read_toml
from sayso.linking.answers import DOUBT, FIGURE, NO
from sayso.linking.cells import LONG
from sayso.linking.families import HOLDING
from sayso.linking.library import Library
from sayso.linking.moves import BY_NUMBER, BY_REGION, move
from sayso.linking.responses import Response
from sayso.linking.siblings import find_chief, settle_kinds

# Family, topic and place, with a day or, where nobody knows the day, the document.
Key = tuple[str, str, str | None, int | str]
PEOPLE = "people"
# From which number on one number of one day is hardly another count.
TELLING = 10
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
    finer = _index(chosen, library)
    return settle_kinds(
        _settle_whom(_settle_counts([_narrow(response, finer, library) for response in chosen], library))
    )


def _choose(responses: Sequence[Response], library: Library) -> list[Response]:
    told: Counter[Key] = Counter()
    for response in responses:
        told.update(_keys(response, response.resolved.places))
    return [_best(response, told, library) for response in responses]


def _keys(response: Response, places: Iterable[str | None]) -> list[Key]:
    return [(response.family.name, response.topic, place, day) for place, day in product(places, _times(response))]


def _best(response: Response, told: Counter[Key], library: Library) -> Response:
    places = response.resolved.places
    if not response.family.has_place:
        return replace(response, place=None)
    if len(places) < 2 or response.family.name == HOLDING or not _is_timed(response):
        return response
    number = {place: max((told[key] for key in _keys(response, [place])), default=0) for place in places}
    fine = [place for place in places if not library.is_coarse(place)] or list(places)
    return replace(response, place=min(fine, key=lambda place: (-number[place], places.index(place))))


def _index(responses: Sequence[Response], library: Library) -> dict[Key, Counter[str]]:
    """Return, by question and day, how often such a thing is told of each place there and in it; denials tell nothing."""
    finer: dict[Key, Counter[str]] = {}
    for response in responses:
        is_denied = response.answer.level in {NO, DOUBT} and response.scope is None
        if response.place is None or is_denied or library.is_coarse(response.place):
            continue
        for key in _keys(response, (response.place, *library.places_around(response.place))):
            finer.setdefault(key, Counter())[response.place] += 1
    return finer


def _narrow(response: Response, finer: dict[Key, Counter[str]], library: Library) -> Response:
    if response.place is None or not _is_timed(response):
        return response
    is_coarse = library.is_coarse(response.place)
    if response.scope is not None and (library.is_country(response.place) or not is_coarse):
        # A count for a whole country is a count of its own, and so is one for a town.
        return response
    is_named = response.resolved.claim.place_rule not in UNSAID
    if response.family.is_state and is_named:
        return response
    found = sum((finer.get(key, Counter()) for key in _keys(response, [response.place])), Counter[str]())
    own = found.pop(response.place, 0)
    first = min(found, key=lambda place: (-found[place], place), default=None)
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
    told: dict[Key, set[str]] = {}
    for response in responses:
        if _is_telling(response) and response.place is not None:
            for key in _number_keys(response):
                told.setdefault(key, set()).add(response.place)
    return [_at_finest(response, told, library) if _is_telling(response) else response for response in responses]


def _at_finest(response: Response, told: Mapping[Key, set[str]], library: Library) -> Response:
    found = {place for key in _number_keys(response) for place in told.get(key, ())}
    inside = {place for place in found if response.place is None or response.place in library.places_around(place)}
    finest = {place for place in inside if not any(place in library.places_around(other) for other in inside)}
    return _set_at(response, BY_NUMBER, min(finest) if len(finest) == 1 else None)


def _set_at(response: Response, rule: str, place: str | None) -> Response:
    if place is None or place == response.place:
        return response
    return replace(move(response, rule, place), place=place)


def _is_telling(response: Response) -> bool:
    is_exact = response.scope is not None and response.answer.level == FIGURE and not response.is_rough
    return is_exact and response.answer.low >= TELLING


def _number_keys(response: Response) -> list[Key]:
    return _keys(response, [response.answer.key])


def _settle_whom(responses: Sequence[Response]) -> list[Response]:
    """Return the answers; a number of civilians that others give for people, at the same place and days, counts people."""
    told = {
        (key, response.answer.key)
        for response in responses
        if response.whom == PEOPLE
        for key in _keys(response, [response.place])
    }
    civilians = frozenset(read_toml("matters")["people"]["civilians"])
    return [_count_people(response, told) if response.whom in civilians else response for response in responses]


def _count_people(response: Response, told: set[tuple[Key, str]]) -> Response:
    general = replace(response, whom=PEOPLE, topic=response.topic.replace(response.whom, PEOPLE, 1))
    is_told = any((key, response.answer.key) in told for key in _keys(general, [response.place]))
    return general if is_told else response


def _is_timed(response: Response) -> bool:
    return response.days is not None and (response.days.length <= LONG or response.is_adrift)


def _times(response: Response) -> Sequence[int | str]:
    """Return the days that a claim speaks of; what one document of unknown day tells of its day is of one time."""
    if response.days is None or not _is_timed(response):
        return ()
    if response.days.length > LONG:
        return (response.resolved.claim.document,)
    return range(response.days.first, response.days.last + 1)
