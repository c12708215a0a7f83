"""Where did it happen, that a claim tells at a place which its words do not name? Where others tell of it in its words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.linking.details import list_details
from sayso.linking.library import Library
from sayso.linking.moves import BY_WORDS, move
from sayso.linking.rejoinders import keep_beside
from sayso.linking.responses import LONG, About, Answers, Response, put_in
from sayso.linking.scopes import UNSAID
from sayso.model.kinds import Basis
from sayso.text.days import Run
from sayso.text.heaps import sort_by

# Its own words name no place, or the words beside them do.
_LOOSE = UNSAID | {"claims.same_event_place", "resolution.user_place_beside"}
# Family, topic and day; and one of the words that tell of it.
_Key = tuple[About, int]
_Word = tuple[_Key, str]
_Spot = tuple[About, str | None, Run | None]


class _Offer(NamedTuple):
    """Of what a document tells at places that it names, and of what at others; and which of its answers are these strays."""

    told: frozenset[_Key]
    asked: frozenset[_Key]
    strays: tuple[int, ...]


def settle_strays(answers: Answers, library: Library) -> Answers:
    """Return the answers, what is told at a place that its words do not name set where others tell of it by name.

    "Shelling damaged its generator" is that of "a shell fell on the generator of the clinic": of that day, which the
    words name, such a thing is told in a word they share at one place only, and nobody tells it by name of the place
    where the text last was. What is taken for granted ("Wednesday's explosion") needs no word where one place only has
    such a thing that day. What holds for a while, and numbers, are left where they are.
    """
    recall = library.memory.recall
    coarse = {name: list_coarse(own, library) for name, own in answers.items()}
    offers = {name: recall(_list_offer, name, own, coarse[name]) for name, own in answers.items()}
    asked = frozenset[_Key]().union(*(offer.asked for offer in offers.values()))
    named: dict[_Key, set[str]] = {}
    worded: dict[_Word, set[str]] = {}
    for name, offer in offers.items():
        told = offer.told & asked
        words = recall(_list_words, name, answers[name], coarse[name]) if told else {}
        for key in told:
            for word, place in words[key]:
                named.setdefault(key, set()).add(place)
                worded.setdefault((key, word), set()).add(place)
    settled: dict[str, tuple[Response, ...]] = {}
    for name, offer in offers.items():
        if offer.strays:
            own = answers[name]
            strays = sort_by((own[which] for which in offer.strays), _spot)
            places = {spot: _find_place(told, named, worded) for spot, told in strays.items()}
            moved = [_set_at(one, places.get(_spot(one)) if n in offer.strays else None) for n, one in enumerate(own)]
            settled[name] = keep_beside(own, moved, _is_loose)
    return put_in(answers, settled, settle_strays, library.memory)


def list_coarse(own: tuple[Response, ...], library: Library) -> frozenset[str]:
    """Return the keys of the places of answers that are regions or countries."""
    return frozenset(one.place for one in own if one.place is not None and library.is_coarse(one.place))


def _list_offer(own: tuple[Response, ...], coarse: frozenset[str]) -> _Offer:
    strays = [(n, one) for n, one in enumerate(own) if _passes(one) and _is_loose(one) and one.is_firm]
    return _Offer(
        told=frozenset(key for one, _ in _list_named(own, coarse) for key in _keys(one)),
        asked=frozenset(key for _, one in strays for key in _keys(one)),
        strays=tuple(n for n, _ in strays),
    )


def _list_words(own: tuple[Response, ...], coarse: frozenset[str]) -> Mapping[_Key, frozenset[tuple[str, str]]]:
    """Return what a document tells by sort and day: in which words, and once without one, at which places that it names."""
    found: dict[_Key, set[tuple[str, str]]] = {}
    for one, place in _list_named(own, coarse):
        for key in _keys(one):
            found.setdefault(key, set()).update((word, place) for word in ("", *list_details(one)))
    return {key: frozenset(rows) for key, rows in found.items()}


def _list_named(own: tuple[Response, ...], coarse: frozenset[str]) -> list[tuple[Response, str]]:
    told = [(one, one.place) for one in own if _passes(one) and not _is_loose(one)]
    return [(one, place) for one, place in told if place is not None and place not in coarse]


def _passes(response: Response) -> bool:
    """Tell whether it tells of something that happens and passes, on days few enough to look at."""
    is_short = response.place is not None and response.days is not None and response.days.length <= LONG
    return is_short and response.family.has_place and not response.family.is_state and response.scope is None


def _is_loose(response: Response) -> bool:
    return response.resolved.claim.place_rule in _LOOSE


def _keys(response: Response) -> list[_Key]:
    days = response.days
    return [(response.about, day) for day in range(days.first, days.last + 1)] if days is not None else []


def _words(response: Response) -> list[_Word]:
    return [(key, detail) for key in _keys(response) for detail in list_details(response)]


def _spot(response: Response) -> _Spot:
    return response.about, response.place, response.days


def _find_place(
    strays: Sequence[Response], named: Mapping[_Key, set[str]], worded: Mapping[_Word, set[str]]
) -> str | None:
    """Return the one place that is meant by what a text tells of one sort, day and place that it does not name, None if none."""
    there = set[str]().union(*(named.get(key, ()) for stray in strays for key in _keys(stray)))
    if strays[0].place in there or not there:
        return None
    if any(stray.resolved.claim.basis is Basis.PRESUPPOSED for stray in strays):
        return min(there) if len(there) == 1 else None
    alike: set[str] = set()
    for word in (word for stray in strays for word in _words(stray)):
        alike |= worded.get(word, set())
        if len(alike) > 1:
            return None
    return min(alike, default=None)


def _set_at(stray: Response, place: str | None) -> Response:
    return stray if place is None else replace(move(stray, BY_WORDS, place), place=place)
