"""How many, of what and of whom, according to whom? One line per number of one voice, never a sum."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.model.claims import ClaimFigure
from sayso.model.documents import Document
from sayso.model.kinds import Scope, Stance
from sayso.model.records import FigureRow
from sayso.model.resolved import ResolvedClaim, Voice
from sayso.record.voices import Names
from sayso.text.days import Run, number_days
from sayso.text.heaps import sort_by
from sayso.text.memories import Memory

# How many days apart one voice can repeat one number of one event, and one running or standing count.
SAME_EVENT, SAME_COUNT = 3, 92
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One figure of one claim; `place` is the most specific one of the claim."""

    resolved: ResolvedClaim
    figure: ClaimFigure
    words: str
    voice: str
    name: str
    days: Run | None
    place: str | None


def find_figures(claims: Sequence[ResolvedClaim], names: Names, memory: Memory | None = None) -> tuple[FigureRow, ...]:
    """Return the ledger: the same number of one voice on one thing is one line with several claims.

    Figures that are denied have no line. A part ("including 12 children") names the line of its whole.
    `memory` is that of an open case.
    """
    memory = memory or Memory()
    parts: dict[str, Mapping[_Key, tuple[_Entry, ...]]] = {}
    for name, own in groupby(claims, attrgetter("claim.document")):
        counting = memory.recall(_keep_counting, name, tuple(own))
        # Of the voices of a case, the rows of a document hang on its own alone.
        voices = tuple([names.voices.get(one.voice) for one in counting])
        parts[name] = memory.recall(_sort_entries, name, counting, names.documents[name], voices)
    sites = _Survey(names)
    made: list[_Line] = []
    for key, heap in memory.gather(find_figures, parts).items():
        made += memory.recall(_write_lines, key, heap, sites.of(memory.recall(_list_places, key, heap)))
    return tuple(_name_wholes(made, memory))


class _Site(NamedTuple):
    """A place that numbers are given for: its name, and the keys of the places around it, the nearest first."""

    name: str
    around: tuple[str, ...]


_Sites = Mapping[str, _Site]


class _Survey:
    """Gives the places of a heap of figures, each looked up once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._sites: dict[str, _Site] = {}

    def of(self, places: Sequence[str]) -> _Sites:
        return {place: self._find(place) for place in places}

    def _find(self, place: str) -> _Site:
        if place not in self._sites:
            self._sites[place] = _Site(self._names.place(place), self._names.places_around(place))
        return self._sites[place]


class _Line(NamedTuple):
    """A line of the ledger: its row, what it is sorted by, where the whole of a part may stand, and whether it is one."""

    row: FigureRow
    order: tuple[str, ...]
    near: tuple[tuple[str, ...], ...]
    is_part: bool


def _write_lines(heap: tuple[_Entry, ...], sites: _Sites) -> tuple[_Line, ...]:
    return tuple([_write_line(line, sites) for line in _lines(heap, sites)])


def _write_line(line: Sequence[_Entry], sites: _Sites) -> _Line:
    row = _row(line, sites)
    return _Line(row, _order(row), tuple(_near(line)), line[0].figure.is_part)


def _keep_counting(claims: tuple[ResolvedClaim, ...]) -> tuple[ResolvedClaim, ...]:
    """Return the claims of a document that give figures and do not deny them."""
    return tuple([one for one in claims if one.claim.figures and one.stance is not Stance.DENIES])


def _sort_entries(
    claims: tuple[ResolvedClaim, ...], document: Document, voices: tuple[Voice | None, ...]
) -> Mapping[_Key, tuple[_Entry, ...]]:
    """Return the figures of a document's claims by what one line of the ledger shares."""
    names = Names({document.id: document}, {voice.key: voice for voice in voices if voice is not None}, {})
    entries = (_enter(resolved, figure, names) for resolved in claims for figure in resolved.claim.figures)
    return sort_by(entries, _key)


def _list_places(heap: tuple[_Entry, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.place for entry in heap if entry.place is not None))


def _enter(resolved: ResolvedClaim, figure: ClaimFigure, names: Names) -> _Entry:
    return _Entry(
        resolved=resolved,
        figure=figure,
        words=figure.span.read(names.documents[resolved.claim.document].text),
        voice=names.voice_key(resolved),
        name=names.voice(resolved),
        days=number_days(resolved.period.edtf),
        place=resolved.places[0] if resolved.places else None,
    )


def _key(entry: _Entry) -> _Key:
    figure = entry.figure
    return (
        entry.voice,
        figure.what.value,
        _whom(figure),
        figure.scope.value,
        str(figure.low),
        str(figure.high),
        "part" if figure.is_part else "",
        *(("in part",) if figure.in_part else ()),
    )


def _whom(figure: ClaimFigure) -> str:
    whom = (figure.of_whom or "").casefold()
    return "" if whom in read_toml("matters")["people"]["words"] else whom


def _lines(heap: Sequence[_Entry], sites: _Sites) -> list[list[_Entry]]:
    """Return the entries that repeat one line: near in time, and at one place or at one that holds it."""
    lines: list[list[_Entry]] = []
    for entry in sorted(heap, key=_when):
        line = next((line for line in reversed(lines[-4:]) if _is_repeat(line, entry, sites)), None)
        if line is None:
            lines.append([entry])
        else:
            line.append(entry)
    return lines


def _when(entry: _Entry) -> tuple[int, str, int, str]:
    claim = entry.resolved.claim
    return entry.days.last if entry.days else 0, claim.document, entry.figure.span.start, claim.id


def _is_repeat(line: Sequence[_Entry], entry: _Entry, sites: _Sites) -> bool:
    reach = SAME_EVENT if entry.figure.scope is Scope.INCIDENT else SAME_COUNT
    last = line[-1]
    is_near = last.days is None or entry.days is None or entry.days.first - last.days.last <= reach
    return is_near and _is_one_place(line[0].place, entry.place, sites)


def _is_one_place(left: str | None, right: str | None, sites: _Sites) -> bool:
    return left is None or right is None or left == right or left in sites[right].around or right in sites[left].around


def _row(line: Sequence[_Entry], sites: _Sites) -> FigureRow:
    first = line[0]
    figure = first.figure
    # The finest place of the line names it: the region may be what a headline says of the same number.
    places = {entry.place for entry in line if entry.place is not None}
    place = min(places, key=lambda key: (-len(sites[key].around), key), default=None)
    identity = (*_key(first), place or "", first.resolved.period.edtf or "")
    return FigureRow(
        id=hashlib.sha256("\x1f".join(identity).encode()).hexdigest()[:16],
        what=figure.what,
        of_whom=figure.of_whom,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        scope=figure.scope,
        place=sites[place].name if place else None,
        period=first.resolved.period.edtf,
        voice=first.name,
        words=first.words,
        claims=tuple(dict.fromkeys(entry.resolved.claim.id for entry in line)),
        by_rule=figure.by_rule,
        in_part=figure.in_part,
        is_former=all(entry.figure.is_former for entry in line),
    )


def _name_wholes(made: Sequence[_Line], memory: Memory) -> Iterator[FigureRow]:
    """Yield the lines, each part with the name of its whole: the largest number of its claim, else of its document."""
    asked = frozenset(chain.from_iterable(line.near for line in made if line.is_part))
    wholes: dict[tuple[str, ...], FigureRow] = {}
    for line in made:
        for near in asked.intersection(line.near) if not line.is_part else ():
            old = wholes.get(near)
            wholes[near] = line.row if old is None or _size(line.row) > _size(old) else old
    for line in sorted(made, key=attrgetter("order")):
        found = (wholes[near] for near in line.near if near in wholes) if line.is_part else ()
        whole = next((other for other in found if _size(other) >= _size(line.row)), None)
        yield memory.recall(_set_part, line.row.id, line.row, whole.id, whole.of_whom) if whole else line.row


def _set_part(row: FigureRow, whole: str, whom: str | None) -> FigureRow:
    """Return a part with its whole; for whom no words of its own tell ("of those killed"), it counts the whole's people."""
    is_told = row.of_whom is not None and row.of_whom.casefold() not in read_toml("matters")["people"]["words"]
    return replace(row, part_of=whole, of_whom=row.of_whom if is_told or whom is None else whom)


def _near(line: Sequence[_Entry]) -> list[tuple[str, ...]]:
    """Return where the whole of a part may stand: its own claims, else its voice, else another's of that place and time."""
    what = line[0].figure.what.value
    claims = [(entry.resolved.claim.id, what) for entry in line]
    voices = [(entry.resolved.claim.document, entry.voice, what) for entry in line]
    return [*claims, *voices, *((entry.resolved.claim.document, *_event(entry), what) for entry in line)]


def _event(entry: _Entry) -> tuple[str, ...]:
    """Return what a part shares with a whole that another voice gives: "the Monitor says 50 of those killed"."""
    return str(entry.place), str(entry.resolved.period.edtf), entry.figure.scope.value


def _size(row: FigureRow) -> tuple[float, str]:
    return max(row.low or 0.0, row.high or 0.0), row.id


def _order(row: FigureRow) -> tuple[str, ...]:
    return row.what.value, row.place or "", row.period or "", row.of_whom or "", row.voice, row.id
