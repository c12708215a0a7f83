"""Which things that are told in like words, of neighbouring days, are one? Days that only the reports set may differ by one."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.linking.cells import Cell
from sayso.linking.responses import LONG
from sayso.linking.wording import ALIKE, Likeness

# A part of a cell and what tells its question from others of that cell.
Part = tuple[Cell, str]


def join_neighbours(parts: Sequence[Part]) -> list[Part]:
    """Return the parts of cells, what is told in the words of the part before joined to that.

    "Bread is being handed out", in a report of the 11th, and "bread was being handed out", in one of the 12th, are one
    thing, though something else is told that happened on the 12th: so far only days told them apart, and the words of at
    least one of them name none.
    """
    likeness = Likeness(ALIKE)
    last: dict[int, Part] = {}
    joined: list[Part] = []
    for cell, mark in sorted(parts, key=_order):
        heap = likeness.place(cell.responses[0].words) if _is_short(cell) else None
        before = last.get(heap) if heap is not None else None
        if before is not None and _is_next(before[0], cell):
            before[0].responses += cell.responses
            continue
        joined.append((replace(cell, responses=list(cell.responses)), mark))
        if heap is not None:
            last[heap] = joined[-1]
    return joined


def _order(part: Part) -> tuple[bool, tuple[int, int], tuple[int, str, int, str]]:
    days = part[0].days
    return days is None, (days.first, days.last) if days is not None else (0, 0), part[0].responses[0].order


def _is_short(cell: Cell) -> bool:
    return cell.days is not None and cell.days.length <= LONG and not cell.is_adrift


def _is_next(before: Cell, cell: Cell) -> bool:
    """Tell whether a part is of the days of the one before it or the next, and not known to be of another party."""
    if before.days is None or cell.days is None:
        return False
    parties = [{one.party for one in part.responses if one.party} for part in (before, cell)]
    # A charge against nobody supports none against somebody.
    is_charge = cell.responses[0].topic in read_toml("matters")["authorship"]["charges"]
    is_of_one_party = (not all(parties) and not is_charge) or not parties[0].isdisjoint(parties[1])
    is_loose = any(not any(one.is_firm for one in part.responses) for part in (before, cell))
    return is_loose and is_of_one_party and cell.days.first - before.days.last <= cell.responses[0].family.shortly
