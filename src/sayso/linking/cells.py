"""Which answers to one question speak of the same days?

Complete link: all firm periods of a cell share a day. For runs of days on a line it is enough to keep the
days common to all so far, so one sorted sweep decides and no two claims are compared (Helly's theorem).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.linking.responses import LONG, Response
from sayso.model.kinds import Basis, TimeBasis
from sayso.text.days import Run, merge_runs
from sayso.text.heaps import sort_by

# How far from its document's day the nearest cell may lie that an undated mention takes for granted: a state or
# a change of hands is spoken of for weeks, a clash for days.
NEAR_STATE, NEAR_EVENT = 31, 7
NAMED = frozenset({TimeBasis.STATED, TimeBasis.RELATIVE})


@dataclass(slots=True)
class Cell:
    """Answers about the same days; `days` are common to all of its firm periods, None where nobody tells a day."""

    days: Run | None
    responses: list[Response] = field(default_factory=list)
    is_adrift: bool = False

    @property
    def is_long(self) -> bool:
        """Tell whether it speaks of a time rather than of an event's day."""
        return self.days is not None and self.days.length > LONG and not self.is_adrift

    @property
    def period(self) -> str | None:
        """The period named most often, those from the claims' own words first; long ones, mere bounds of a day come last.

        What is only taken for granted gives the period where nothing else does.
        """
        outright = [response for response in self.responses if response.resolved.claim.basis is not Basis.PRESUPPOSED]
        told = [response for response in outright if response.edtf] or [one for one in self.responses if one.edtf]
        days = [response for response in told if not _is_adrift(response)]
        for chosen in (
            [response.edtf for response in days if response.is_firm and _is_short(response)],
            [response.edtf for response in days if _is_short(response)],
            [response.edtf for response in days if response.is_firm],
            [response.edtf for response in days],
            [response.edtf for response in told],
        ):
            if chosen:
                return min(Counter(chosen).items(), key=lambda item: (-item[1], item[0] or ""))[0]
        return None


def find_cells(responses: Sequence[Response]) -> list[Cell]:
    """Return the cells of one question, in the order of days, the undated one last.

    Firm days first; then claims dated by their document join the nearest cell shortly before it, the one that gives
    the same answer most often, and what only a noun tells ("the strike on the market") the only one of the week before;
    a long period of a state joins a cell only when it is the only one it holds; an undated claim that takes the thing
    for granted joins the nearest cell to its document's day, an undated state the only one. What one document of
    unknown day tells of its day joins the only cell that day can be of, where it is a state or taken for granted; else
    it is one cell.
    """
    firm, reported, long, undated = _sort(response for response in responses if not _is_adrift(response))
    cells = _sweep(firm)
    cells = _order(cells + _sweep_reported(_join_reported(reported, cells)))
    cells = _order(cells + _sweep(_join_long(long, cells)))
    left, own = _join_undated(undated, cells)
    cells = _order(cells + _sweep_reported(own))
    adrift = _join_adrift([response for response in responses if _is_adrift(response)], cells)
    cells += _by_document(adrift)
    return [*cells, Cell(days=None, responses=left)] if left else cells


def _is_adrift(response: Response) -> bool:
    return response.is_adrift and response.days is not None and response.days.length > LONG


def _is_short(response: Response) -> bool:
    return response.days is not None and response.days.length <= LONG


def _by_document(responses: list[Response]) -> list[Cell]:
    cells: dict[str, Cell] = {}
    for response in sorted(responses, key=lambda response: response.order):
        cell = cells.setdefault(response.resolved.claim.document, Cell(days=response.days, is_adrift=True))
        cell.responses.append(response)
    return list(cells.values())


def _sort(responses: Iterable[Response]) -> tuple[list[Response], list[Response], list[Response], list[Response]]:
    firm: list[Response] = []
    reported: list[Response] = []
    long: list[Response] = []
    undated: list[Response] = []
    for response in responses:
        if response.days is None or _is_pointing(response):
            undated.append(response)
        elif response.days.length > LONG:
            long.append(response)
        else:
            (firm if _is_named(response) else reported).append(response)
    return firm, reported, long, undated


def _is_pointing(response: Response) -> bool:
    """Tell whether it takes a thing for granted that others tell, without a day in its own words: it points to that."""
    is_short = response.days is not None and response.days.length <= LONG
    return is_short and response.resolved.claim.basis is not Basis.STATED and not _is_named(response)


def _is_named(response: Response) -> bool:
    """Tell whether its own words name the day; one taken from another event is only near it."""
    return response.resolved.period.basis in NAMED


def _order(cells: list[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda cell: (cell.days, cell.responses[0].order))


def _sweep(responses: list[Response]) -> list[Cell]:
    cells: list[Cell] = []
    for response in sorted(responses, key=lambda response: (response.days, response.order)):
        last = cells[-1] if cells else None
        if last and last.days and response.days and last.days.overlaps(response.days):
            last.days = last.days.meet(response.days)
            last.responses.append(response)
        else:
            cells.append(Cell(days=response.days, responses=[response]))
    return cells


def _sweep_reported(responses: list[Response]) -> list[Cell]:
    cells: list[Cell] = []
    for response in sorted(responses, key=lambda response: (response.days, response.order)):
        if (
            response.days
            and cells
            and cells[-1].days
            and response.days.first - response.family.shortly <= cells[-1].days.last
        ):
            cells[-1].responses.append(response)
        else:
            cells.append(Cell(days=response.days, responses=[response]))
    return cells


def _join_reported(responses: list[Response], cells: list[Cell]) -> list[Response]:
    starts = [cell.days.first for cell in cells if cell.days]
    said = [Counter(response.answer.key for response in cell.responses) for cell in cells]
    left = []
    for response in sorted(responses, key=lambda response: response.order):
        near = _shortly_before(response, cells, starts) or _only_before(response, cells, starts)
        if near:
            cells[
                max(
                    near,
                    key=lambda place: (said[place][response.answer.key], -_distance(response, cells[place]), place),
                )
            ].responses.append(response)
        else:
            left.append(response)
    return left


def _only_before(response: Response, cells: list[Cell], starts: list[int]) -> list[int]:
    """Return the only cell of the week before a document's day that a noun without a verb can point to.

    "Strike on the market: 31 dead", in a later report, is the strike of that week; what is told with a verb is news.
    """
    is_bare = response.resolved.claim.frame in _named_by_nouns() and not response.family.is_state
    if response.days is None or not is_bare:
        return []
    found = range(bisect_left(starts, response.days.last - NEAR_EVENT), bisect_right(starts, response.days.last))
    return list(found) if len(found) == 1 and cells[found[0]].days is not None else []


@cache
def _named_by_nouns() -> frozenset[str]:
    """Return the frames that only nouns tell."""
    return frozenset(row["name"] for row in read_toml("frames")["frame"] if row.get("nouns") and not row.get("verbs"))


def _distance(response: Response, cell: Cell) -> int:
    return abs(response.days.first - cell.days.first) if response.days and cell.days else 0


def _shortly_before(response: Response, cells: list[Cell], starts: list[int]) -> list[int]:
    """Return the cells on the document's day or shortly before it, the nearest first.

    A day taken from another event may be that day or shortly before or after; a state goes on for some days.
    """
    last = response.days.last if response.days else 0
    is_two_way = response.family.is_state or response.resolved.period.basis is TimeBasis.EVENT
    found = []
    for place in range(bisect_right(starts, last + response.family.shortly * is_two_way) - 1, -1, -1):
        days = cells[place].days
        if days is None or days.first < last - LONG - response.family.shortly:
            break
        if days.last >= last - response.family.shortly:
            found.append(place)
    return found


def _join_long(responses: list[Response], cells: list[Cell]) -> list[Response]:
    starts = [cell.days.first for cell in cells if cell.days]
    left = []
    said = [{response.answer.key for response in cell.responses} for cell in cells]
    for response in sorted(responses, key=lambda response: response.order):
        held = _held(response, starts, said) if response.family.is_state else None
        if held is not None:
            cells[held].responses.append(response)
        else:
            left.append(response)
    return left


def _join_adrift(responses: list[Response], cells: list[Cell]) -> list[Response]:
    """Return those whose day is only bounded and that join no cell.

    A state, a change of hands, or what is taken for granted is that of the only cell within the bounds that gives
    the same answer; other things may have happened again. What a document takes for granted and also tells outright
    is what it tells.
    """
    own = {_told_in(one) for one in responses if not one.family.is_state and not _takes_for_granted(one)}
    starts = [cell.days.first for cell in cells if cell.days]
    told = [{response.answer.key for response in cell.responses} for cell in cells]
    lasting = _list_lasting(cells) if any(response.family.is_state for response in responses) else {}
    left = []
    for response in sorted(responses, key=lambda response: response.order):
        is_once = response.family.is_state or (_takes_for_granted(response) and _told_in(response) not in own)
        inside = _within(response.days, starts) if is_once else range(0)
        alike = [place for place in inside if response.answer.key in told[place]]
        if response.family.is_state and not alike and response.answer.key in lasting:
            alike = lasting[response.answer.key].find(response.days)
        if len(alike) == 1:
            cells[alike[0]].responses.append(response)
        else:
            left.append(response)
    return left


class _Lasting(NamedTuple):
    """The stretches for which cells give one answer, by first day: the days, the latest day so far, the cell of each."""

    runs: list[Run]
    latest: list[int]
    cells: list[int]

    def find(self, days: Run | None) -> list[int]:
        """Return the cells whose answer is given for a time that reaches into these days."""
        if days is None:
            return []
        start, end = bisect_left(self.latest, days.first), bisect_left(self.runs, (days.last + 1,))
        return sorted({self.cells[n] for n in range(start, end) if self.runs[n].overlaps(days)})


def _list_lasting(cells: Sequence[Cell]) -> Mapping[str, _Lasting]:
    """Return, by answer, the stretches for which cells give it."""
    given: dict[str, list[tuple[Run, int]]] = {}
    for number, cell in enumerate(cells):
        told = sort_by((one for one in cell.responses if one.days is not None), lambda one: one.answer.key)
        for key, responses in told.items():
            runs = merge_runs(one.days for one in responses if one.days is not None)
            given.setdefault(key, []).extend((run, number) for run in runs)
    return {key: _make_lasting(sorted(rows)) for key, rows in given.items()}


def _make_lasting(rows: Sequence[tuple[Run, int]]) -> _Lasting:
    runs = [run for run, _ in rows]
    return _Lasting(runs, list(accumulate((run.last for run in runs), max)), [cell for _, cell in rows])


def _takes_for_granted(response: Response) -> bool:
    return response.resolved.claim.basis is Basis.PRESUPPOSED


def _told_in(response: Response) -> tuple[str, str]:
    return response.resolved.claim.document, response.answer.key


def _within(days: Run | None, starts: list[int]) -> range:
    """Return the numbers of the cells that begin within a period."""
    return range(bisect_left(starts, days.first), bisect_right(starts, days.last)) if days else range(0)


def _held(response: Response, starts: list[int], said: Sequence[Collection[str]]) -> int | None:
    """Return the number of the only cell that begins within a long period, or the only one of several that answers alike."""
    inside = _within(response.days, starts)
    alike = [place for place in inside if response.answer.key in said[place]] if len(inside) > 1 else inside
    return alike[0] if len(alike) == 1 else None


def _join_undated(responses: list[Response], cells: list[Cell]) -> tuple[list[Response], list[Response]]:
    """Return those that join no cell: without a day, and with one of their document or of another event."""
    starts = [cell.days.first for cell in cells if cell.days]
    said = [{response.answer.key for response in cell.responses} for cell in cells]
    left: list[Response] = []
    own: list[Response] = []
    for response in sorted(responses, key=lambda response: response.order):
        nearest = _nearest(response, said, starts)
        if nearest is None and response.days is not None:
            own.append(response)
        elif nearest is None:
            left.append(response)
        else:
            cells[nearest].responses.append(response)
            said[nearest].add(response.answer.key)
    return left, own


def _nearest(response: Response, said: Sequence[Collection[str]], starts: list[int]) -> int | None:
    when = response.days.last if response.days else response.said
    reach = NEAR_STATE if response.family.is_state else NEAR_EVENT
    near = range(bisect_left(starts, when - reach), bisect_right(starts, when + reach))
    is_only = len(starts) == 1 and (response.family.is_state or response.scope is not None)
    if not near or not (is_only or response.resolved.claim.basis is not Basis.STATED):
        return None
    alike = [n for n in near if response.answer.key in said[n]]
    return min(alike or near, key=lambda n: (abs(starts[n] - when), n))
