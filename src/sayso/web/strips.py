"""Who holds which place, according to whom? A strip for each place and voice."""

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model.kinds import ControlBasis, Extent, Hold
from sayso.model.records import ControlRow
from sayso.outputs.holders import NOT_WHOLLY, measure_hold
from sayso.text.day_words import say_days
from sayso.text.days import number_days
from sayso.text.scales import Scale, find_scale
from sayso.text.wordings import name_voice
from sayso.web.cards import make_card
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot
from sayso.web.wordings import call_outlet

Context = Mapping[str, Any]
PLACES, LINES = 12, 30
WEEK = 7
AMOUNTS = {
    Extent.WHOLE: "all of it",
    Extent.MOST: "most of it",
    Extent.SHARE: "a share of it",
    Extent.PART: "a part of it",
    Extent.PRESENCE: "it",
    Extent.UNSAID: "it",
}
VERBS = {
    Hold.HELD: "{holder} holds {amount}",
    Hold.CONTESTED: "{holder} fights for {amount}",
    Hold.BESIEGED: "{holder} holds {amount}, besieged",
    Hold.CUT_OFF: "{holder} holds {amount}, cut off",
    Hold.ENTERED: "{holder} has entered {amount}",
}


def show_control(desk: Desk, query: Query) -> Context:
    """Return the strips of each place, those most spoken of first."""
    snapshot = desk.select(query.wishes)
    by_place: dict[str, list[ControlRow]] = {}
    for row in snapshot.record.control:
        by_place.setdefault(row.place, []).append(row)
    places = sorted(by_place.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    sheet = cut(places, query, PLACES)
    named = {row.holder.removeprefix(NOT_WHOLLY) for _, rows in sheet.items for row in rows}
    colours = {holder: number for holder, number in snapshot.whole.holder_colours.items() if holder in named}
    shown = [_place(name, rows, snapshot, colours) for name, rows in sheet.items]
    return {"sheet": sheet, "places": shown, "holders": colours, "filters": True}


def _place(name: str, rows: Sequence[ControlRow], snapshot: Snapshot, colours: Mapping[str, int]) -> Context:
    scale = widen(find_scale(row.date for row in rows))
    by_voice: dict[str, list[ControlRow]] = {}
    for row in rows:
        by_voice.setdefault(name_speaker(row, snapshot), []).append(row)
    voices = sorted(by_voice.items(), key=lambda pair: (_first_day(pair[1]), pair[0]))
    return {
        "name": name,
        "total": len(rows),
        "ticks": [(x, say_days(day)) for x, day in scale.ticks(4)] if scale else [],
        "voices": [_voice(name, said[:LINES], snapshot, scale, colours) for name, said in voices],
    }


def widen(scale: Scale | None) -> Scale | None:
    """Return a scale of a week at least: one day alone would fill the whole strip."""
    if scale is None or scale.days >= WEEK:
        return scale
    before = (WEEK - scale.days) // 2
    return Scale(first=scale.first - before, last=scale.first - before + WEEK - 1)


def _first_day(rows: Sequence[ControlRow]) -> str:
    return min((row.date or "9" for row in rows), default="9")


def _voice(
    name: str, rows: Sequence[ControlRow], snapshot: Snapshot, scale: Scale | None, colours: Mapping[str, int]
) -> Context:
    ordered = sorted(rows, key=lambda row: row.date or "9")
    lines = [make_hold(row, snapshot) for row in ordered]
    bars = [bar for row in ordered if (bar := draw_hold(row, scale, colours))]
    return {"name": name, "lines": lines, "bars": bars, "thread": _thread(bars)}


def _thread(bars: Sequence[Context]) -> tuple[float, float] | None:
    """Return the run between the first and the last bar: a thin line, for what was last said."""
    if len(bars) < 2:
        return None
    return bars[0]["x"], max(bar["x"] for bar in bars) - bars[0]["x"]


def draw_hold(row: ControlRow, scale: Scale | None, colours: Mapping[str, int]) -> Context | None:
    """Return the bar of one statement: its days, as high as the extent, hatched when contested, dashed when presupposed."""
    run = number_days(row.date)
    if run is None or scale is None:
        return None
    bar = scale.place(run)
    marks = mark_hold(row, colours) + (["wide"] if run.length > 1 else [])
    top = round(26 * (1 - measure_hold(row.extent, row.share)), 1)
    return {
        "x": bar.x,
        "width": bar.width,
        "y": top,
        "height": round(26 - top, 1),
        "marks": " ".join(marks),
        "says": f"{say_days(row.date)}: {say_hold(row)}",
        "claim": row.claims[0],
    }


def mark_hold(row: ControlRow, colours: Mapping[str, int]) -> list[str]:
    """Return the marks that a statement is drawn with: the colour of its holder, and what sets it apart beside colour."""
    marks = [f"h{colours.get(row.holder.removeprefix(NOT_WHOLLY), 0)}"]
    marks += ["contested"] if Hold.CONTESTED in {row.hold, row.holder} else []
    marks += ["presupposed"] if row.basis is ControlBasis.PRESUPPOSED else []
    marks += ["denied"] if row.holder.startswith(NOT_WHOLLY) else []
    return marks + (["unsaid"] if row.extent is Extent.UNSAID else [])


def make_hold(row: ControlRow, snapshot: Snapshot) -> Context:
    """Return one statement of control in words, with its claims."""
    cards = [make_card(snapshot.claims[claim], snapshot) for claim in row.claims if claim in snapshot.claims]
    return {"row": row, "says": say_hold(row), "when": say_days(row.date) or "no day", "cards": cards}


def say_hold(row: ControlRow) -> str:
    """Return who is said to hold how much of a place, and in what way, in a clause."""
    holder = row.holder.removeprefix(NOT_WHOLLY)
    if holder != row.holder:
        return f"{holder} does not hold all of it"
    if holder == Hold.CONTESTED or row.hold is Hold.CONTESTED:
        return "it is contested" if holder == Hold.CONTESTED else f"it is contested, {holder} in it"
    if row.extent is Extent.PRESENCE:
        return f"{holder} is present"
    amount = "all of it" if row.share == "100%" else f"{row.share} of it" if row.share else AMOUNTS[row.extent]
    return VERBS[row.hold].format(holder=holder, amount=amount)


def name_speaker(row: ControlRow, snapshot: Snapshot) -> str:
    """Return the name of the voice of a statement; outlets without a name are as many as their reports."""
    claims = [snapshot.claims[claim].claim for claim in row.claims[:1] if claim in snapshot.claims]
    return name_voice(row.voice, (call_outlet(snapshot.documents[claim.document]) for claim in claims))
