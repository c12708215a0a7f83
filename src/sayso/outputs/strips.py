"""On which days does which voice say that who holds how much of a place?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.kinds import Basis, ControlBasis, Extent, Hold
from sayso.model.records import ControlRow, Record
from sayso.text.days import FIRST_DAY, LAST_DAY, number_days


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


def find_strips(record: Record) -> dict[str, tuple[Strip, ...]]:
    """Return the strips of each place, by voice and extent: nothing is averaged, and no voice speaks for another."""
    quotes = _read_quotes(record)
    rows: dict[str, dict[tuple[str, str], list[ControlRow]]] = {}
    for row in record.control:
        rows.setdefault(row.place, {}).setdefault((row.voice, _EXTENTS[row.extent]), []).append(row)
    return {
        place: tuple(_strip(*key, found, quotes) for key, found in sorted(strips.items()))
        for place, strips in sorted(rows.items())
    }


def _strip(voice: str, extent: str, rows: Sequence[ControlRow], quotes: Mapping[str, tuple[str, bool]]) -> Strip:
    marks = [mark for row in rows if (mark := _mark(row, quotes)) is not None]
    ordered = tuple(sorted(marks, key=lambda mark: (mark.first, mark.last, mark.holder)))
    return Strip(voice=voice, extent=extent, marks=ordered, undated=len(rows) - len(marks))


def _mark(row: ControlRow, quotes: Mapping[str, tuple[str, bool]]) -> Mark | None:
    days = number_days(row.date)
    if days is None:
        return None
    first, last = days.first, days.last
    if first == FIRST_DAY:
        first = last
    quote, is_reported = quotes.get(row.claims[0], ("", False))
    return Mark(
        first=first,
        last=first if last == LAST_DAY else last,
        holder=row.holder,
        share=row.share,
        is_contested=row.hold is Hold.CONTESTED,
        is_presupposed=row.basis is ControlBasis.PRESUPPOSED,
        is_reported=is_reported,
        date=row.date or "",
        quote=quote,
    )


def _read_quotes(record: Record) -> dict[str, tuple[str, bool]]:
    """Return the words of each claim, and whether its day is only that of its document."""
    texts = {document.id: document.text for document in record.documents}
    return {
        one.claim.id: (one.claim.span.read(texts[one.claim.document]), one.period.basis == "document")
        for one in record.claims
        if one.claim.basis is not Basis.CONDITIONAL
    }
