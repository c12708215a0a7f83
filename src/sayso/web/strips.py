"""Who holds which place, according to whom? Strips for each place and voice, and one place on one day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.model.kinds import ControlBasis, Extent, Hold
from sayso.model.records import ControlRow
from sayso.outputs.holders import NOT_WHOLLY, number_holders
from sayso.text.day_words import say_days
from sayso.text.days import number_days
from sayso.text.scales import Scale, find_scale
from sayso.text.wordings import name_voice
from sayso.web.cards import Card, make_card
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
PLACES, LINES, COLOURS = 12, 30, 5
# How high a strip is drawn, of 1: as much of the place as is said to be held.
HEIGHTS = {
    Extent.WHOLE: 1.0,
    Extent.MOST: 0.75,
    Extent.SHARE: 0.6,
    Extent.PART: 0.5,
    Extent.PRESENCE: 0.3,
    Extent.UNSAID: 0.6,
}
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
    colours = colour_holders((row for _, rows in sheet.items for row in rows), snapshot.whole.side_numbers)
    shown = [_place(name, rows, snapshot, colours) for name, rows in sheet.items]
    return {"sheet": sheet, "places": shown, "holders": colours, "filters": True}


def colour_holders(rows: Iterable[ControlRow], sides: Iterable[str]) -> dict[str, int]:
    """Return the number of the colour of each holder on a page; those beyond the last colour share it."""
    named = Counter(row.holder.removeprefix(NOT_WHOLLY) for row in rows if row.holder != Hold.CONTESTED)
    return {holder: min(number, COLOURS) for holder, number in number_holders(named, sides).items()}


def _place(name: str, rows: Sequence[ControlRow], snapshot: Snapshot, colours: Mapping[str, int]) -> Context:
    scale = find_scale(row.date for row in rows)
    by_voice: dict[str, list[ControlRow]] = {}
    for row in rows:
        by_voice.setdefault(row.voice, []).append(row)
    voices = sorted(by_voice.items(), key=lambda pair: (_first_day(pair[1]), pair[0]))
    return {
        "name": name,
        "total": len(rows),
        "ticks": [(x, say_days(day)) for x, day in scale.ticks(4)] if scale else [],
        "voices": [_voice(said[:LINES], snapshot, scale, colours) for _, said in voices],
    }


def _first_day(rows: Sequence[ControlRow]) -> str:
    return min((row.date or "9" for row in rows), default="9")


def _voice(rows: Sequence[ControlRow], snapshot: Snapshot, scale: Scale | None, colours: Mapping[str, int]) -> Context:
    ordered = sorted(rows, key=lambda row: row.date or "9")
    lines = [make_hold(row, snapshot) for row in ordered]
    bars = [bar for row in ordered if (bar := draw_hold(row, scale, colours))]
    return {"name": name_speaker(ordered[0], snapshot), "lines": lines, "bars": bars, "thread": _thread(bars)}


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
    height = _share(row) or HEIGHTS[row.extent]
    marks = [f"h{colours.get(row.holder.removeprefix('not wholly '), 0)}"]
    marks += ["contested"] if Hold.CONTESTED in {row.hold, row.holder} else []
    marks += ["presupposed"] if row.basis is ControlBasis.PRESUPPOSED else []
    marks += ["denied"] if row.holder.startswith(NOT_WHOLLY) else []
    marks += ["unsaid"] if row.extent is Extent.UNSAID else []
    marks += ["wide"] if run.length > 1 else []
    top = round(26 * (1 - height), 1)
    return {
        "x": bar.x,
        "width": bar.width,
        "y": top,
        "height": round(26 - top, 1),
        "marks": " ".join(marks),
        "says": f"{say_days(row.date)}: {say_hold(row)}",
        "claim": row.claims[0],
    }


def _share(row: ControlRow) -> float | None:
    digits = (row.share or "").rstrip("%")
    return min(1.0, max(0.1, float(digits) / 100)) if digits.replace(".", "", 1).isdigit() else None


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
    """Return the name of the voice of a statement."""
    claims = [snapshot.claims[claim].claim for claim in row.claims[:1] if claim in snapshot.claims]
    return name_voice(row.voice, (snapshot.documents[claim.document].called for claim in claims))


def find_place_day(snapshot: Snapshot, place: str, day: str) -> Context | None:
    """Return what is said of one place on one day: the voices, the extent, the words, when reported, the origins.

    Without a place or a day it is the place and day of which most voices speak; None when none speaks of control.
    """
    rows = [row for row in snapshot.record.control if not place or row.place.casefold() == place.casefold()]
    days = Counter((row.place, row.date) for row in rows if row.date and (not day or _is_on(row, day)))
    if not days:
        return None
    (found, date), _ = min(days.items(), key=lambda pair: (-pair[1], pair[0]))
    on = day or str(date)
    said = [make_hold(row, snapshot) for row in rows if row.place == found and _is_on(row, on)]
    return {
        "place": found,
        "day": on,
        "said": [_with_origin(one, snapshot) for one in said[:PLACES]],
        "total": len(said),
    }


def _with_origin(said: Context, snapshot: Snapshot) -> Context:
    cards: Sequence[Card] = said["cards"]
    origin = snapshot.origin_of.get(cards[0].id) if cards else None
    group = snapshot.group_of.get(cards[0].id) if cards else None
    return {
        **said,
        "voice": name_speaker(said["row"], snapshot),
        "origin": origin.name if origin else None,
        "origins": group.origins if group else None,
    }


def _is_on(row: ControlRow, day: str) -> bool:
    run, asked = number_days(row.date), number_days(day)
    return bool(run and asked and run.overlaps(asked))
