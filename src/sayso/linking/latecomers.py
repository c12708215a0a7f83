"""When did it happen, that a report tells without a day? On the day that others tell of it, where the details are the same."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import replace

from sayso.linking.cells import NAMED, NEAR_EVENT
from sayso.linking.details import Search, find_told, is_passing, list_details
from sayso.linking.library import Library
from sayso.linking.moves import BY_DETAILS, move
from sayso.linking.rejoinders import keep_beside
from sayso.linking.responses import LONG, Answers, Response, put_in
from sayso.model.kinds import TimeBasis
from sayso.text.days import Run

# So many details are hardly the same by chance.
_ENOUGH = 2
_TELLING = NAMED | {TimeBasis.EVENT}
# Family, topic and place. The days told, also as written.
_Block = tuple[str, str, str]
_When = tuple[Run, str]


def settle_latecomers(answers: Answers, library: Library) -> Answers:
    """Return the answers, what is told without a day set on the day that others tell of it.

    "The clinic was shelled for the fourth time", in a report of some days later or of unknown day, is the shelling told
    of that place in the same two details, where it is told so of one day only. What holds for a while, numbers, and what
    is told of a region are left where they are.
    """
    told = find_told(answers, library, _DAYS)
    settled: dict[str, tuple[Response, ...]] = {}
    for name, left_open in told.left_open.items():
        own = answers[name]
        moved = [_settle(one, told.found) if n in left_open else one for n, one in enumerate(own)]
        settled[name] = keep_beside(own, moved, _names_no_day)
    return put_in(answers, settled, settle_latecomers, library.memory)


def _list_keys(response: Response) -> list[_Block]:
    return [response.block]


def _read_days(response: Response, coarse: Set[str]) -> _When | None:
    """Return the days that its words name, or those of an event that it points to."""
    days, written = response.days, response.edtf
    if days is None or written is None or days.length > LONG or response.is_adrift:
        return None
    is_told = response.resolved.period.basis in _TELLING and _is_there(response, coarse)
    return (days, written) if is_told else None


def _is_late(response: Response, coarse: Set[str]) -> bool:
    """Tell whether it names no day, so that only its document's, or bounds of that, are known."""
    is_of_document = response.resolved.period.basis is TimeBasis.DOCUMENT and response.days is not None
    return (response.is_adrift or is_of_document) and _is_there(response, coarse)


def _is_there(response: Response, coarse: Set[str]) -> bool:
    """Tell whether it tells of something that happens and passes, at a place that is no region."""
    return response.place not in coarse and is_passing(response)


_DAYS = Search(_list_keys, _read_days, _is_late)


def _names_no_day(response: Response) -> bool:
    return response.resolved.period.basis not in NAMED


def _settle(late: Response, told: Mapping[tuple[_Block, str], Set[_When]]) -> Response:
    shared = Counter(when for word in list_details(late) for when in told.get((late.block, word), ()))
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
