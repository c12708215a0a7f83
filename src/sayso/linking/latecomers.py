"""When did it happen, that a report tells without a day? On the day that others tell of it, where the details are the same."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import replace
from typing import NamedTuple

from sayso.linking.cells import NAMED, NEAR_EVENT
from sayso.linking.details import list_details
from sayso.linking.library import Library
from sayso.linking.moves import BY_DETAILS, move
from sayso.linking.rejoinders import keep_beside
from sayso.linking.responses import LONG, Answers, Response, put_in
from sayso.linking.strays import list_coarse
from sayso.model.kinds import TimeBasis
from sayso.text.days import Run

# So many details are hardly the same by chance.
_ENOUGH = 2
_TELLING = NAMED | {TimeBasis.EVENT}
# Family, topic and place; and one of the words that tell of it there. The days told, also as written.
_Block = tuple[str, str, str]
_Word = tuple[_Block, str]
_When = tuple[Run, str]


class _Offer(NamedTuple):
    """Of what a document tells the days, and of what it does not; and which of its answers name none."""

    told: frozenset[_Block]
    asked: frozenset[_Block]
    late: tuple[int, ...]


def settle_latecomers(answers: Answers, library: Library) -> Answers:
    """Return the answers, what is told without a day set on the day that others tell of it.

    "The clinic was shelled for the fourth time", in a report of some days later or of unknown day, is the shelling told
    of that place in the same two details, where it is told so of one day only. What holds for a while, numbers, and what
    is told of a region are left where they are.
    """
    recall = library.memory.recall
    coarse = {name: list_coarse(own, library) for name, own in answers.items()}
    offers = {name: recall(_list_offer, name, own, coarse[name]) for name, own in answers.items()}
    asked = frozenset[_Block]().union(*(offer.asked for offer in offers.values()))
    days: dict[_Word, set[_When]] = {}
    for name, offer in offers.items():
        told = offer.told & asked
        words = recall(_list_words, name, answers[name], coarse[name]) if told else {}
        for block in told:
            for word, when in words[block]:
                days.setdefault((block, word), set()).add(when)
    settled: dict[str, tuple[Response, ...]] = {}
    for name, offer in offers.items():
        if offer.late:
            own = answers[name]
            moved = [_settle(one, days) if n in offer.late else one for n, one in enumerate(own)]
            settled[name] = keep_beside(own, moved, _names_no_day)
    return put_in(answers, settled, settle_latecomers, library.memory)


def _list_offer(own: tuple[Response, ...], coarse: frozenset[str]) -> _Offer:
    passing = [(n, one) for n, one in enumerate(own) if _passes(one, coarse)]
    late = [(n, one) for n, one in passing if _is_late(one)]
    return _Offer(
        told=frozenset(one.block for _, one in passing if _find_days(one) is not None),
        asked=frozenset(one.block for _, one in late),
        late=tuple(n for n, _ in late),
    )


def _list_words(own: tuple[Response, ...], coarse: frozenset[str]) -> Mapping[_Block, frozenset[tuple[str, _When]]]:
    """Return what a document tells by sort and place: in which words of which days."""
    found: dict[_Block, set[tuple[str, _When]]] = {}
    for one in (one for one in own if _passes(one, coarse)):
        when = _find_days(one)
        if when is not None:
            found.setdefault(one.block, set()).update((word, when) for word in list_details(one))
    return {block: frozenset(rows) for block, rows in found.items()}


def _passes(response: Response, coarse: Set[str]) -> bool:
    """Tell whether it tells of something that happens and passes, at a place that is no region."""
    is_there = response.place is not None and response.place not in coarse
    return is_there and response.family.has_place and not response.family.is_state and response.scope is None


def _find_days(response: Response) -> _When | None:
    """Return the days that its words name, or those of an event that it points to."""
    days, written = response.days, response.edtf
    is_short = days is not None and days.length <= LONG and not response.is_adrift
    is_told = is_short and response.resolved.period.basis in _TELLING
    return (days, written) if is_told and days is not None and written is not None else None


def _is_late(response: Response) -> bool:
    """Tell whether it names no day, so that only its document's, or bounds of that, are known."""
    is_of_document = response.resolved.period.basis is TimeBasis.DOCUMENT and response.days is not None
    return response.is_adrift or is_of_document


def _names_no_day(response: Response) -> bool:
    return response.resolved.period.basis not in NAMED


def _words(response: Response) -> list[_Word]:
    return [(response.block, detail) for detail in list_details(response)]


def _settle(late: Response, told: Mapping[_Word, set[_When]]) -> Response:
    shared = Counter(when for word in _words(late) for when in told.get(word, ()))
    found = [when for when, count in shared.items() if count >= _ENOUGH]
    days = {days for days, _ in found}
    if len(days) != 1 or not _could_be_on(late, min(days)):
        return late
    when, written = min(found)
    return replace(move(late, BY_DETAILS, written), days=when, is_adrift=False)


def _could_be_on(late: Response, days: Run) -> bool:
    """Tell whether the days are within the bounds that are known, or shortly before the day of the document."""
    if late.days is None or late.days == days:
        return False
    return late.days.overlaps(days) if late.is_adrift else 0 <= late.days.first - days.first <= NEAR_EVENT
