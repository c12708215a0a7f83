"""On which days does which voice say that who holds how much of a place?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model.kinds import ControlBasis, Extent, Hold, TimeBasis
from sayso.text.days import FIRST_DAY, LAST_DAY, number_days

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One statement on a strip: the days it speaks of (an open end reaches one day), and what it says."""

    first: int
    last: int
    holder: str
    share: str | None
    is_contested: bool
    is_presupposed: bool
    is_reported: bool
    date: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """What one voice says of one extent of a place, in the order of days; `undated` counts what names no day."""

    voice: str
    extent: str
    marks: tuple[Mark, ...]
    undated: int


WHOLE = "whole"
# Several words for one height of a strip.
_EXTENTS: Mapping[Extent, str] = {
    Extent.WHOLE: WHOLE,
    Extent.UNSAID: WHOLE,
    Extent.MOST: "most",
    Extent.SHARE: "share",
    Extent.PART: "part",
    Extent.PRESENCE: "part",
}


def find_strips(tables: Tables) -> dict[str, tuple[Strip, ...]]:
    """Return the strips of each place, by voice and extent: nothing is averaged, and no voice speaks for another."""
    rows: dict[str, dict[tuple[str, str], list[Row]]] = {}
    for row in tables["control"]:
        rows.setdefault(row["place"], {}).setdefault((row["voice"], _EXTENTS[row["extent"]]), []).append(row)
    return {
        place: tuple(_strip(*key, found) for key, found in sorted(strips.items()))
        for place, strips in sorted(rows.items())
    }


def _strip(voice: str, extent: str, rows: Sequence[Row]) -> Strip:
    marks = [mark for row in rows if (mark := _mark(row)) is not None]
    ordered = tuple(sorted(marks, key=lambda mark: (mark.first, mark.last, mark.holder)))
    return Strip(voice=voice, extent=extent, marks=ordered, undated=len(rows) - len(marks))


def _mark(row: Row) -> Mark | None:
    days = number_days(row["date"])
    if days is None:
        return None
    first, last = days.first, days.last
    if first == FIRST_DAY:
        first = last
    return Mark(
        first=first,
        last=first if last == LAST_DAY else last,
        holder=row["holder"],
        share=row["share"],
        is_contested=row["state"] == Hold.CONTESTED,
        is_presupposed=row["basis"] == ControlBasis.PRESUPPOSED,
        is_reported=row["time_basis"] == TimeBasis.DOCUMENT,
        date=row["date"] or "",
        quote=row["quote"],
    )
