"""At which place does a claim answer its question, when it names several, or only a place that holds the right one?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from sayso.linking.answers import FIGURE
from sayso.linking.cells import LONG
from sayso.linking.families import HOLDING
from sayso.linking.library import Library
from sayso.linking.replies import Reply
from sayso.linking.siblings import find_chief, settle_kinds

Key = tuple[str, str, str | None, int]
PEOPLE = "people"
# From which number on one number of one day is hardly another count.
TELLING = 10
CIVILIANS = frozenset({"civilians", "residents"})
# The words name no place of their own: the text was last at this one, or names it most.
UNSAID = frozenset(
    {"claims.current_place", "claims.document_place", "claims.country_place", "resolution.user_place_current"}
)


def settle_places(replies: Sequence[Reply], library: Library) -> list[Reply]:
    """Return the answers, each at one place.

    Of several places that a claim names, the one that most claims of that sort name for those days. "58 killed
    in the province" and "58 killed in the town" are one question when no other town of the province has such an
    event on that day, or far fewer tell of one; so are a city and its district, but only where the words name no place and the text was
    last in the city. What holds for a while (who holds it, a siege) is never moved from where the words put it.
    """
    chosen = _choose(replies, library)
    finer = _index(chosen, library)
    return settle_kinds(_settle_whom(_settle_counts([_narrow(reply, finer, library) for reply in chosen], library)))


def _choose(replies: Sequence[Reply], library: Library) -> list[Reply]:
    told: Counter[Key] = Counter()
    for reply in replies:
        told.update(_keys(reply, reply.resolved.places))
    return [_best(reply, told, library) for reply in replies]


def _keys(reply: Reply, places: Iterable[str | None]) -> list[Key]:
    return [(reply.family.name, reply.topic, place, day) for place, day in product(places, _days(reply))]


def _best(reply: Reply, told: Counter[Key], library: Library) -> Reply:
    places = reply.resolved.places
    if not reply.family.has_place:
        return replace(reply, place=None)
    if len(places) < 2 or reply.family.name == HOLDING or not _is_short(reply):
        return reply
    number = {place: max((told[key] for key in _keys(reply, [place])), default=0) for place in places}
    fine = [place for place in places if not library.is_coarse(place)] or list(places)
    return replace(reply, place=min(fine, key=lambda place: (-number[place], places.index(place))))


def _index(replies: Sequence[Reply], library: Library) -> dict[Key, Counter[str]]:
    finer: dict[Key, Counter[str]] = {}
    for reply in replies:
        if reply.place is None or not _is_short(reply) or library.is_coarse(reply.place):
            continue
        for key in _keys(reply, library.holders(reply.place)):
            finer.setdefault(key, Counter())[reply.place] += 1
    return finer


def _narrow(reply: Reply, finer: dict[Key, Counter[str]], library: Library) -> Reply:
    if reply.place is None or not _is_short(reply):
        return reply
    if reply.scope is not None and library.is_country(reply.place):
        # A count for a whole country is a count of its own.
        return reply
    is_coarse = library.is_coarse(reply.place) and not reply.family.is_state
    if not is_coarse and reply.resolved.claim.place_rule not in UNSAID:
        return reply
    found = sum((finer.get(key, Counter()) for key in _keys(reply, [reply.place])), Counter())
    first = min(found, key=lambda place: (-found[place], place), default=None)
    if first is None:
        return reply
    rivals = {place: n for place, n in found.items() if place == first or not _are_nested(place, first, library)}
    chief = find_chief(rivals)
    return replace(reply, place=chief) if chief else reply


def _are_nested(left: str, right: str, library: Library) -> bool:
    return left in library.holders(right) or right in library.holders(left)


def _settle_counts(replies: Sequence[Reply], library: Library) -> list[Reply]:
    """Return the answers, each number at the finest place that it is given for: one number of one day is one count.

    "33 dead in the town" and "33 dead at the waterworks" of that city are one. Small numbers can coincide.
    """
    told: dict[Key, set[str]] = {}
    for reply in replies:
        if _is_telling(reply) and reply.place is not None:
            for key in _number_keys(reply):
                told.setdefault(key, set()).add(reply.place)
    return [_at_finest(reply, told, library) if _is_telling(reply) else reply for reply in replies]


def _at_finest(reply: Reply, told: Mapping[Key, set[str]], library: Library) -> Reply:
    found = {place for key in _number_keys(reply) for place in told.get(key, ())}
    inside = {place for place in found if reply.place is None or reply.place in library.holders(place)}
    finest = {place for place in inside if not any(place in library.holders(other) for other in inside)}
    return replace(reply, place=min(finest)) if len(finest) == 1 else reply


def _is_telling(reply: Reply) -> bool:
    is_exact = reply.scope is not None and reply.answer.level == FIGURE and not reply.is_rough
    return is_exact and reply.answer.low >= TELLING


def _number_keys(reply: Reply) -> list[Key]:
    return _keys(reply, [reply.answer.key])


def _settle_whom(replies: Sequence[Reply]) -> list[Reply]:
    """Return the answers; a number of civilians that others give for people, at the same place and days, counts people."""
    told = {(key, reply.answer.key) for reply in replies if reply.whom == PEOPLE for key in _keys(reply, [reply.place])}
    return [_count_people(reply, told) if reply.whom in CIVILIANS else reply for reply in replies]


def _count_people(reply: Reply, told: set[tuple[Key, str]]) -> Reply:
    general = replace(reply, whom=PEOPLE, topic=reply.topic.replace(reply.whom, PEOPLE, 1))
    is_told = any((key, reply.answer.key) in told for key in _keys(general, [reply.place]))
    return general if is_told else reply


def _is_short(reply: Reply) -> bool:
    return reply.days is not None and reply.days.length <= LONG


def _days(reply: Reply) -> range:
    return range(reply.days.first, reply.days.last + 1) if _is_short(reply) and reply.days else range(0)
