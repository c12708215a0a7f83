"""Which answers to one question speak of the same days?

Complete link: all firm periods of a cell share a day. For runs of days on a line it is enough to keep the
days common to all so far, so one sorted sweep decides and no two claims are compared (Helly's theorem).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.linking.replies import Reply
from sayso.model.kinds import Basis
from sayso.text.periods import Run

# A period longer than this speaks of a time, not of an event's day.
LONG = 10
# How far from its document's day the nearest cell may lie that an undated mention takes for granted: a state or
# a change of hands is spoken of for weeks, a clash for days.
NEAR_STATE, NEAR_EVENT = 31, 7


@dataclass(slots=True)
class Cell:
    """Answers about the same days; `days` are common to all of its firm periods, None where nobody tells a day."""

    days: Run | None
    replies: list[Reply] = field(default_factory=list)
    is_adrift: bool = False

    @property
    def is_long(self) -> bool:
        """Tell whether it speaks of a time rather than of an event's day."""
        return self.days is not None and self.days.length > LONG and not self.is_adrift

    @property
    def period(self) -> str | None:
        """The period named most often, those from the claims' own words first."""
        for chosen in (
            [reply.edtf for reply in self.replies if reply.is_firm and reply.edtf],
            [reply.edtf for reply in self.replies if reply.edtf],
        ):
            if chosen:
                return min(Counter(chosen).items(), key=lambda item: (-item[1], item[0]))[0]
        return None


def find_cells(replies: Sequence[Reply]) -> list[Cell]:
    """Return the cells of one question, in the order of days, the undated one last.

    Firm days first; what one document of unknown day tells of its day is one cell; then claims dated by their document join the nearest cell that lies shortly before it;
    a long period of a state joins a cell only when it is the only one it holds; an undated claim that takes the thing for
    granted joins the nearest cell to its document's day, an undated state the only one.
    """
    firm, reported, long, undated = _sort(reply for reply in replies if not _is_adrift(reply))
    adrift = _by_document([reply for reply in replies if _is_adrift(reply)])
    cells = _sweep(firm)
    cells = _order(cells + _sweep_reported(_join_reported(reported, cells)))
    cells = _order(cells + _sweep(_join_long(long, cells)))
    left = _join_undated(undated, cells)
    cells += adrift
    return [*cells, Cell(days=None, replies=left)] if left else cells


def _is_adrift(reply: Reply) -> bool:
    return reply.is_adrift and reply.days is not None and reply.days.length > LONG


def _by_document(replies: list[Reply]) -> list[Cell]:
    cells: dict[str, Cell] = {}
    for reply in sorted(replies, key=lambda reply: reply.order):
        cell = cells.setdefault(reply.resolved.claim.document, Cell(days=reply.days, is_adrift=True))
        cell.replies.append(reply)
    return list(cells.values())


def _sort(replies: Iterable[Reply]) -> tuple[list[Reply], list[Reply], list[Reply], list[Reply]]:
    firm: list[Reply] = []
    reported: list[Reply] = []
    long: list[Reply] = []
    undated: list[Reply] = []
    for reply in replies:
        if reply.days is None:
            undated.append(reply)
        elif reply.days.length > LONG:
            long.append(reply)
        else:
            (firm if reply.is_firm else reported).append(reply)
    return firm, reported, long, undated


def _order(cells: list[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda cell: (cell.days, cell.replies[0].order))


def _sweep(replies: list[Reply]) -> list[Cell]:
    cells: list[Cell] = []
    for reply in sorted(replies, key=lambda reply: (reply.days, reply.order)):
        last = cells[-1] if cells else None
        if last and last.days and reply.days and last.days.overlaps(reply.days):
            last.days = last.days.meet(reply.days)
            last.replies.append(reply)
        else:
            cells.append(Cell(days=reply.days, replies=[reply]))
    return cells


def _sweep_reported(replies: list[Reply]) -> list[Cell]:
    cells: list[Cell] = []
    for reply in sorted(replies, key=lambda reply: (reply.days, reply.order)):
        if reply.days and cells and cells[-1].days and reply.days.first - reply.family.shortly <= cells[-1].days.last:
            cells[-1].replies.append(reply)
        else:
            cells.append(Cell(days=reply.days, replies=[reply]))
    return cells


def _join_reported(replies: list[Reply], cells: list[Cell]) -> list[Reply]:
    starts = [cell.days.first for cell in cells if cell.days]
    left = []
    for reply in sorted(replies, key=lambda reply: reply.order):
        last = reply.days.last if reply.days else 0
        place = bisect_right(starts, last) - 1
        days = cells[place].days if place >= 0 else None
        if days is not None and days.last >= last - reply.family.shortly:
            cells[place].replies.append(reply)
        else:
            left.append(reply)
    return left


def _join_long(replies: list[Reply], cells: list[Cell]) -> list[Reply]:
    starts = [cell.days.first for cell in cells if cell.days]
    left = []
    for reply in sorted(replies, key=lambda reply: reply.order):
        held = _held(reply.days, starts) if reply.family.is_state else None
        if held is not None:
            cells[held].replies.append(reply)
        else:
            left.append(reply)
    return left


def _held(days: Run | None, starts: list[int]) -> int | None:
    """Return the number of the only cell that begins within a long period."""
    if days is None:
        return None
    first, last = bisect_right(starts, days.first - 1), bisect_right(starts, days.last)
    return first if last - first == 1 else None


def _join_undated(replies: list[Reply], cells: list[Cell]) -> list[Reply]:
    starts = [cell.days.first for cell in cells if cell.days]
    left = []
    for reply in sorted(replies, key=lambda reply: reply.order):
        nearest = _nearest(reply, starts)
        if nearest is None:
            left.append(reply)
        else:
            cells[nearest].replies.append(reply)
    return left


def _nearest(reply: Reply, starts: list[int]) -> int | None:
    place = bisect_right(starts, reply.said) - 1
    reach = NEAR_STATE if reply.family.is_state else NEAR_EVENT
    near = [n for n in (place, place + 1) if 0 <= n < len(starts) and abs(starts[n] - reply.said) <= reach]
    is_only_state = len(starts) == 1 and reply.family.is_state
    if not near or not (is_only_state or reply.resolved.claim.basis is not Basis.STATED):
        return None
    return min(near, key=lambda n: (abs(starts[n] - reply.said), n))
