"""Which answers to one question speak of the same days?

Complete link: all firm periods of a cell share a day. For runs of days on a line it is enough to keep the
days common to all so far, so one sorted sweep decides and no two claims are compared (Helly's theorem).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.linking.replies import Reply
from sayso.model.kinds import Basis, TimeBasis
from sayso.text.days import Run

# How many answers of a cell are looked at to see whether it gives the same answer.
_FEW = 50
# A period longer than this speaks of a time, not of an event's day.
LONG = 10
# How far from its document's day the nearest cell may lie that an undated mention takes for granted: a state or
# a change of hands is spoken of for weeks, a clash for days.
NEAR_STATE, NEAR_EVENT = 31, 7
NAMED = frozenset({TimeBasis.STATED, TimeBasis.RELATIVE})


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

    Firm days first; what one document of unknown day tells of its day is one cell; then claims dated by their document join the
    nearest cell shortly before it, the one that gives the same answer most often;
    a long period of a state joins a cell only when it is the only one it holds; an undated claim that takes the thing for
    granted joins the nearest cell to its document's day, an undated state the only one.
    """
    firm, reported, long, undated = _sort(reply for reply in replies if not _is_adrift(reply))
    adrift = _by_document([reply for reply in replies if _is_adrift(reply)])
    cells = _sweep(firm)
    cells = _order(cells + _sweep_reported(_join_reported(reported, cells)))
    cells = _order(cells + _sweep(_join_long(long, cells)))
    left, own = _join_undated(undated, cells)
    cells = _order(cells + _sweep_reported(own)) + adrift
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
        if reply.days is None or _is_pointing(reply):
            undated.append(reply)
        elif reply.days.length > LONG:
            long.append(reply)
        else:
            (firm if _is_named(reply) else reported).append(reply)
    return firm, reported, long, undated


def _is_pointing(reply: Reply) -> bool:
    """Tell whether it takes a thing for granted that others tell, without a day in its own words: it points to that."""
    is_short = reply.days is not None and reply.days.length <= LONG
    return is_short and reply.resolved.claim.basis is not Basis.STATED and not _is_named(reply)


def _is_named(reply: Reply) -> bool:
    """Tell whether its own words name the day; one taken from another event is only near it."""
    return reply.resolved.period.basis in NAMED


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
    said = [Counter(reply.answer.key for reply in cell.replies) for cell in cells]
    left = []
    for reply in sorted(replies, key=lambda reply: reply.order):
        near = _shortly_before(reply, cells, starts)
        if near:
            cells[
                max(near, key=lambda place: (said[place][reply.answer.key], -_distance(reply, cells[place]), place))
            ].replies.append(reply)
        else:
            left.append(reply)
    return left


def _distance(reply: Reply, cell: Cell) -> int:
    return abs(reply.days.first - cell.days.first) if reply.days and cell.days else 0


def _shortly_before(reply: Reply, cells: list[Cell], starts: list[int]) -> list[int]:
    """Return the cells on the document's day or shortly before it, the nearest first.

    A day taken from another event may be that day or shortly before or after; a state goes on for some days.
    """
    last = reply.days.last if reply.days else 0
    is_two_way = reply.family.is_state or reply.resolved.period.basis is TimeBasis.EVENT
    found = []
    for place in range(bisect_right(starts, last + reply.family.shortly * is_two_way) - 1, -1, -1):
        days = cells[place].days
        if days is None or days.first < last - LONG - reply.family.shortly:
            break
        if days.last >= last - reply.family.shortly:
            found.append(place)
    return found


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


def _join_undated(replies: list[Reply], cells: list[Cell]) -> tuple[list[Reply], list[Reply]]:
    """Return those that join no cell: without a day, and with one of their document or of another event."""
    starts = [cell.days.first for cell in cells if cell.days]
    left: list[Reply] = []
    own: list[Reply] = []
    for reply in sorted(replies, key=lambda reply: reply.order):
        nearest = _nearest(reply, cells, starts)
        if nearest is None and reply.days is not None:
            own.append(reply)
        elif nearest is None:
            left.append(reply)
        else:
            cells[nearest].replies.append(reply)
    return left, own


def _nearest(reply: Reply, cells: list[Cell], starts: list[int]) -> int | None:
    when = reply.days.last if reply.days else reply.said
    reach = NEAR_STATE if reply.family.is_state else NEAR_EVENT
    near = range(bisect_left(starts, when - reach), bisect_right(starts, when + reach))
    is_only_state = len(starts) == 1 and reply.family.is_state
    if not near or not (is_only_state or reply.resolved.claim.basis is not Basis.STATED):
        return None
    alike = [n for n in near if any(other.answer.key == reply.answer.key for other in cells[n].replies[:_FEW])]
    return min(alike or near, key=lambda n: (abs(starts[n] - when), n))
