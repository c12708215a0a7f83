"""How many, of what and of whom, according to whom? One line per number of one voice, never a sum."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.lexicons import read_toml
from sayso.model.claims import ClaimFigure
from sayso.model.documents import Document
from sayso.model.kinds import Scope, Stance
from sayso.model.records import FigureRow
from sayso.model.resolved import ResolvedClaim
from sayso.record.voices import Names
from sayso.text.days import Run, number_days
from sayso.text.memories import Memory

# How many days apart one voice can repeat one number of one event, and one running or standing count.
SAME_EVENT, SAME_COUNT = 3, 92


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One figure of one claim."""

    resolved: ResolvedClaim
    figure: ClaimFigure
    words: str
    voice: str
    days: Run | None

    @property
    def place(self) -> str | None:
        """The most specific place of the claim."""
        return self.resolved.places[0] if self.resolved.places else None


def find_figures(claims: Sequence[ResolvedClaim], names: Names, memory: Memory | None = None) -> tuple[FigureRow, ...]:
    """Return the ledger: the same number of one voice on one thing is one line with several claims.

    Figures that are denied have no line. A part ("including 12 children") names the line of its whole.
    `memory` is that of an open case.
    """
    recall = (memory or Memory()).recall
    heaps: dict[tuple[str, ...], list[_Entry]] = {}
    for resolved in claims:
        if resolved.claim.figures:
            document, voice = names.documents[resolved.claim.document], names.voice_key(resolved)
            for key, entry in recall(_list_entries, resolved.claim.id, resolved, document, voice):
                heaps.setdefault(key, []).append(entry)
    lines = [line for _, heap in sorted(heaps.items()) for line in _lines(heap, names)]
    return tuple(_name_wholes([(_row(line, names), line) for line in lines]))


def _list_entries(
    resolved: ResolvedClaim, document: Document, voice: str
) -> tuple[tuple[tuple[str, ...], _Entry], ...]:
    """Return the figures of a claim that are not denied, each with what one line of the ledger shares."""
    figures = () if resolved.stance is Stance.DENIES else resolved.claim.figures
    days = number_days(resolved.period.edtf)
    entries = [
        _Entry(resolved=resolved, figure=figure, words=figure.span.read(document.text), voice=voice, days=days)
        for figure in figures
    ]
    return tuple((_key(entry), entry) for entry in entries)


def _key(entry: _Entry) -> tuple[str, ...]:
    figure = entry.figure
    return (
        entry.voice,
        figure.what.value,
        _whom(figure),
        figure.scope.value,
        str(figure.low),
        str(figure.high),
        "part" if figure.is_part else "",
    )


def _whom(figure: ClaimFigure) -> str:
    whom = (figure.of_whom or "").casefold()
    return "" if whom in read_toml("matters")["people"]["words"] else whom


def _lines(heap: Sequence[_Entry], names: Names) -> list[list[_Entry]]:
    """Return the entries that repeat one line: near in time, and at one place or at one that holds it."""
    lines: list[list[_Entry]] = []
    for entry in sorted(heap, key=_when):
        line = next((line for line in reversed(lines[-4:]) if _is_repeat(line, entry, names)), None)
        if line is None:
            lines.append([entry])
        else:
            line.append(entry)
    return lines


def _when(entry: _Entry) -> tuple[int, str, int, str]:
    claim = entry.resolved.claim
    return entry.days.last if entry.days else 0, claim.document, entry.figure.span.start, claim.id


def _is_repeat(line: Sequence[_Entry], entry: _Entry, names: Names) -> bool:
    reach = SAME_EVENT if entry.figure.scope is Scope.INCIDENT else SAME_COUNT
    last = line[-1]
    is_near = last.days is None or entry.days is None or entry.days.first - last.days.last <= reach
    return is_near and _is_one_place(line[0].place, entry.place, names)


def _is_one_place(left: str | None, right: str | None, names: Names) -> bool:
    return (
        left is None
        or right is None
        or left == right
        or left in names.places_around(right)
        or right in names.places_around(left)
    )


def _row(line: Sequence[_Entry], names: Names) -> FigureRow:
    first = line[0]
    figure = first.figure
    # The finest place of the line names it: the region may be what a headline says of the same number.
    places = sorted(
        {entry.place for entry in line if entry.place}, key=lambda key: (-len(names.places_around(key)), key)
    )
    place = places[0] if places else None
    identity = (*_key(first), place or "", first.resolved.period.edtf or "")
    return FigureRow(
        id=hashlib.sha256("\x1f".join(identity).encode()).hexdigest()[:16],
        what=figure.what,
        of_whom=figure.of_whom,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        scope=figure.scope,
        place=names.place(place) if place else None,
        period=first.resolved.period.edtf,
        voice=names.voice(first.resolved),
        words=first.words,
        claims=tuple(dict.fromkeys(entry.resolved.claim.id for entry in line)),
        by_rule=figure.by_rule,
    )


def _name_wholes(
    made: Sequence[tuple[FigureRow, Sequence[_Entry]]],
) -> Iterator[FigureRow]:
    """Yield the lines, each part with the name of its whole: the largest number of its claim, else of its document."""
    wholes: dict[tuple[str, ...], FigureRow] = {}
    for row, line in made:
        if not line[0].figure.is_part:
            for near in _near(line):
                old = wholes.get(near)
                wholes[near] = row if old is None or _size(row) > _size(old) else old
    for row, line in sorted(made, key=lambda pair: _order(pair[0])):
        found = (wholes[near] for near in _near(line) if near in wholes) if line[0].figure.is_part else ()
        whole = next((other for other in found if _size(other) >= _size(row)), None)
        yield replace(row, part_of=whole.id) if whole else row


def _near(line: Sequence[_Entry]) -> list[tuple[str, ...]]:
    """Return where the whole of a part may stand, its own claims first."""
    what = line[0].figure.what.value
    claims = [(entry.resolved.claim.id, what) for entry in line]
    return [*claims, *((entry.resolved.claim.document, entry.voice, what) for entry in line)]


def _size(row: FigureRow) -> tuple[float, str]:
    return max(row.low or 0.0, row.high or 0.0), row.id


def _order(row: FigureRow) -> tuple[str, ...]:
    return row.what.value, row.place or "", row.period or "", row.of_whom or "", row.voice, row.id
