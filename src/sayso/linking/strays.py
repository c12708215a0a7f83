"""Where did it happen, that a claim tells at a place which its words do not name? Where others tell of it in its words."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from sayso.linking.details import ANYHOW, Search, find_told, is_passing, list_details
from sayso.linking.library import Library
from sayso.linking.moves import BY_WORDS, move
from sayso.linking.rejoinders import find_spot, keep_beside
from sayso.linking.responses import LONG, About, Answers, Response, put_in
from sayso.linking.scopes import UNSAID
from sayso.model.kinds import Basis
from sayso.text.heaps import sort_by

# Its own words name no place, or the words beside them do.
_LOOSE = UNSAID | {"claims.same_event_place", "resolution.user_place_beside"}
# Family, topic and day; and one of the words that tell of it.
_Key = tuple[About, int]
_Places = Mapping[tuple[_Key, str], Set[str]]


def settle_strays(answers: Answers, library: Library) -> Answers:
    """Return the answers, what is told at a place that its words do not name set where others tell of it by name.

    "Shelling damaged its generator" is that of "a shell fell on the generator of the clinic": of that day, which the
    words name, such a thing is told in a word they share at one place only, and nobody tells it by name of the place
    where the text last was. What is taken for granted ("Wednesday's explosion") needs no word where one place only has
    such a thing that day. What holds for a while, and numbers, are left where they are.
    """
    told = find_told(answers, library, _PLACES)
    settled: dict[str, tuple[Response, ...]] = {}
    for name, left_open in told.left_open.items():
        own = answers[name]
        strays = sort_by((own[which] for which in left_open), find_spot)
        places = {spot: _find_place(those, told.found) for spot, those in strays.items()}
        moved = [_set_at(one, places.get(find_spot(one)) if n in left_open else None) for n, one in enumerate(own)]
        settled[name] = keep_beside(own, moved, _is_loose)
    return put_in(answers, settled, settle_strays, library.memory)


def _list_keys(response: Response) -> list[_Key]:
    days = response.days
    return [(response.about, day) for day in range(days.first, days.last + 1)] if days is not None else []


def _read_place(response: Response, coarse: Set[str]) -> str | None:
    """Return the place that its words name, none that is a region."""
    return response.place if _is_short(response) and not _is_loose(response) and response.place not in coarse else None


def _is_stray(response: Response, _: Set[str]) -> bool:
    return _is_short(response) and _is_loose(response) and response.is_firm


def _is_short(response: Response) -> bool:
    """Tell whether it tells of something that happens and passes, on days few enough to look at."""
    return response.days is not None and response.days.length <= LONG and is_passing(response)


def _is_loose(response: Response) -> bool:
    return response.resolved.claim.place_rule in _LOOSE


_PLACES = Search(_list_keys, _read_place, _is_stray)


def _find_place(strays: Sequence[Response], places: _Places) -> str | None:
    """Return the one place that is meant by what a text tells of one sort, day and place that it does not name, None if none."""
    there = set[str]().union(*(places.get((key, ANYHOW), ()) for stray in strays for key in _list_keys(stray)))
    if strays[0].place in there or not there:
        return None
    if any(stray.resolved.claim.basis is Basis.PRESUPPOSED for stray in strays):
        return min(there) if len(there) == 1 else None
    alike: set[str] = set()
    for row in ((key, word) for stray in strays for word in list_details(stray) for key in _list_keys(stray)):
        alike |= places.get(row, set())
        if len(alike) > 1:
            return None
    return min(alike, default=None)


def _set_at(stray: Response, place: str | None) -> Response:
    return stray if place is None else replace(move(stray, BY_WORDS, place), place=place)
