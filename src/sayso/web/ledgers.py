"""How many, according to whom? The ledger of figures, parts below what they are parts of, and a chart over time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sayso.model.records import FigureRow
from sayso.text.days import Run, number_days
from sayso.text.scales import Scale, find_scale
from sayso.text.wordings import name_voice
from sayso.web.cards import make_card
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot
from sayso.web.wordings import call_outlet

Context = Mapping[str, Any]
LEDGERS, LINES = 12, 60
_HEIGHT, _VOICES = 180, 8
_NOTHING: Mapping[str, str] = MappingProxyType({})


def show_figures(desk: Desk, query: Query) -> Context:
    """Return the ledgers: one for each thing counted at each place, those of most figures first."""
    snapshot = desk.select(query.wishes)
    ledgers: dict[tuple[str, str], list[FigureRow]] = {}
    for row in snapshot.record.figures:
        ledgers.setdefault((row.what.value, row.place or ""), []).append(row)
    ordered = sorted(ledgers.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    sheet = cut(ordered, query, LEDGERS)
    shown = [_ledger(what, place, rows, snapshot) for (what, place), rows in sheet.items]
    return {"sheet": sheet, "ledgers": shown, "total": len(snapshot.record.figures), "filters": True}


def _ledger(what: str, place: str, rows: Sequence[FigureRow], snapshot: Snapshot) -> Context:
    ordered = indent(sorted(rows, key=lambda row: (row.period or "9", row.voice, row.id)))
    return {
        "what": what,
        "place": place,
        "rows": [_line(row, depth, snapshot) for row, depth in ordered[:LINES]],
        "left": max(0, len(ordered) - LINES),
        "chart": draw_chart(rows, _days_of_saying(rows, snapshot), {row.id: _name(row, snapshot) for row in rows}),
    }


def indent(rows: Sequence[FigureRow]) -> list[tuple[FigureRow, int]]:
    """Return the rows with parts right below what they are parts of, and how deep each stands."""
    ids = {row.id for row in rows}
    below: dict[str | None, list[FigureRow]] = {}
    for row in rows:
        below.setdefault(row.part_of if row.part_of in ids and row.part_of != row.id else None, []).append(row)
    found: list[tuple[FigureRow, int]] = []
    waiting = [(row, 0) for row in reversed(below.get(None, []))]
    while waiting:
        row, depth = waiting.pop()
        found.append((row, depth))
        waiting.extend((part, depth + 1) for part in reversed(below.pop(row.id, [])))
    return found


def _line(row: FigureRow, depth: int, snapshot: Snapshot) -> Context:
    claims = [snapshot.claims[claim] for claim in row.claims if claim in snapshot.claims]
    card = make_card(claims[0], snapshot) if claims else None
    voice = _name(row, snapshot)
    amount = {"low": _whole(row.low), "high": _whole(row.high), "what": row.what.value, "by_rule": row.by_rule}
    return {"row": row, "depth": min(depth, 3), "card": card, "amount": amount, "more": len(claims) - 1, "voice": voice}


def _name(row: FigureRow, snapshot: Snapshot) -> str:
    """Return the name of the voice of a number; outlets without a name are as many as their reports."""
    claims = [snapshot.claims[claim].claim for claim in row.claims[:1] if claim in snapshot.claims]
    return name_voice(row.voice, [call_outlet(snapshot.documents[claim.document]) for claim in claims])


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number


def _days_of_saying(rows: Sequence[FigureRow], snapshot: Snapshot) -> Mapping[str, str]:
    """Return the day on which each number was first said, as far as it is known."""
    days: dict[str, str] = {}
    for row in rows:
        documents = {snapshot.claims[claim].claim.document for claim in row.claims if claim in snapshot.claims}
        known = [day for document in documents if (day := snapshot.dates[document].published)]
        if known:
            days[row.id] = min(known)
    return days


def draw_chart(
    rows: Sequence[FigureRow], said: Mapping[str, str] = _NOTHING, names: Mapping[str, str] = _NOTHING
) -> Context | None:
    """Return a chart over time, one colour and shape for each voice, ranges as lines; None below two days.

    Its days are those that the numbers are told of; where more days are known on which they were `said` (one
    incident, counted again and again), it is those. A number that a rule made from a word ("dozens") is not drawn:
    the words stand in the ledger. `names` are those of voices that are not called by their own.
    """
    named = [replace(row, voice=names.get(row.id, row.voice)) for row in rows]
    counted = [
        row
        for row in named
        if not row.by_rule and row.part_of is None and not row.is_former and {row.low, row.high} != {None}
    ]
    told = {row.id: row.period for row in counted if row.period and number_days(row.period)}
    spoken = {row.id: said[row.id] for row in counted if row.id in said}
    is_by_saying = len(set(spoken.values())) > len(set(told.values()))
    days = spoken if is_by_saying else told
    drawn = [row for row in counted if row.id in days]
    scale = find_scale(days.values())
    if scale is None or len(set(days.values())) < 2 or len(drawn) < 3:
        return None
    top = max(value for row in drawn for value in (row.low, row.high) if value is not None)
    voices = list(dict.fromkeys(row.voice for row in sorted(drawn, key=lambda row: days[row.id])))
    return {
        "points": [_point(row, days[row.id], scale, top, voices) for row in drawn],
        "voices": [(voice, min(number, _VOICES)) for number, voice in enumerate(voices, 1)][:_VOICES],
        "more": max(0, len(voices) - _VOICES),
        "top": top,
        "ticks": scale.ticks(4),
        "is_by_saying": is_by_saying,
    }


def _point(row: FigureRow, day: str, scale: Scale, top: float, voices: Sequence[str]) -> Context:
    run = number_days(day) or Run(scale.first, scale.last)
    bar, is_long = scale.place(run), run.length > 1
    middle = row.low if row.low is not None else row.high
    return {
        "x": round(bar.x + bar.width / 2, 1),
        "left": bar.x,
        "right": bar.x + bar.width,
        "is_long": is_long,
        "y": _height(middle or 0, top),
        "low": _height(row.low if row.low is not None else 0, top),
        "high": _height(row.high if row.high is not None else top * 1.08, top),
        "is_open_up": row.high is None,
        "is_open_down": row.low is None,
        "voice": min(voices.index(row.voice) + 1, _VOICES),
        "says": f"{row.voice}: {row.words}",
        "claim": row.claims[0],
    }


def _height(value: float, top: float) -> float:
    return round(_HEIGHT - (_HEIGHT - 20) * value / top, 1) if top else _HEIGHT
