"""What is drawn in a briefing? Strips of control, a timeline and figures: lanes with bars on one scale, plain numbers that templates draw."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from sayso.outputs.briefing.clauses import NOT_WHOLLY, say_number
from sayso.outputs.briefing.contents import Bar, Lane, Picture
from sayso.outputs.briefing.counts import COUNTED
from sayso.outputs.briefing.ledgers import say_day, say_holding
from sayso.outputs.briefing.points import is_outright
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.sentences import name_source
from sayso.outputs.holders import colour_rows, measure_hold
from sayso.text.day_words import say_days
from sayso.text.days import Run, number_days
from sayso.text.scales import WIDTH, Scale, find_scale

PLACES, LANES = 4, 10
HEIGHT = 26
_FEWEST_DAYS = 7


def draw_control(reports: Reports) -> tuple[Picture, ...]:
    """Return the strips of the places of which most voices speak: a bar on the days of a statement, nothing between."""
    rows = [row for row in reports.tables["control"] if number_days(row["date"]) and reports.known(row["claims"])]
    voices = Counter(row["place"] for row in {(row["place"], row["voice"]): row for row in rows}.values())
    places = sorted((place for place in voices if voices[place] > 1), key=lambda place: (-voices[place], place))[
        :PLACES
    ]
    numbers = colour_rows(reports.tables)
    return tuple(_strips(place, [row for row in rows if row["place"] == place], numbers, reports) for place in places)


def _bare(row: Row) -> str:
    return str(row["holder"].removeprefix(NOT_WHOLLY))


def _strips(place: str, rows: Sequence[Row], numbers: Mapping[str, int], reports: Reports) -> Picture:
    scale = _widen(find_scale(row["date"] for row in rows) or Scale(first=1, last=1))
    lanes: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row["date"]):
        lanes.setdefault(name_source(reports.known(row["claims"])[0], reports), []).append(row)
    drawn = tuple(_strip(voice, said, scale, numbers, reports) for voice, said in list(lanes.items())[:LANES])
    shown = {_bare(row) for row in rows}
    return Picture(
        title=place,
        ends=_ends(scale),
        lanes=drawn,
        colours=tuple((one, n) for one, n in numbers.items() if one in shown),
    )


def _widen(scale: Scale) -> Scale:
    """Return a scale of a week at least: one day that fills the whole width would look like a long time."""
    missing = _FEWEST_DAYS - scale.days
    return scale if missing <= 0 else Scale(first=scale.first - missing // 2, last=scale.last + (missing + 1) // 2)


def _strip(voice: str, rows: Sequence[Row], scale: Scale, numbers: Mapping[str, int], reports: Reports) -> Lane:
    said = list(dict.fromkeys(say_holding(row) for row in rows))
    bars = tuple(_hold(row, scale, numbers, reports) for row in rows)
    return Lane(name=voice, bars=bars, note="; ".join(said[:2]) + ("; …" if len(said) > 2 else ""))


def _ends(scale: Scale) -> tuple[str, ...]:
    return tuple(dict.fromkeys(say_days(day) for _, day in scale.ticks(3)))


def _hold(row: Row, scale: Scale, numbers: Mapping[str, int], reports: Reports) -> Bar:
    bar = scale.place(number_days(row["date"]) or Run(scale.first, scale.last))
    height = HEIGHT * measure_hold(row["extent"], row["share"])
    marks = [f"h{numbers.get(_bare(row), 0)}"]
    marks += ["contested"] if "contested" in {row["holder"], row["state"]} else []
    marks += [] if is_outright(reports.known(row["claims"])[0]) else ["presupposed"]
    marks += ["denied"] if _bare(row) != row["holder"] else []
    says = f"{say_day(row['date'], row['time_basis'])}: {say_holding(row)}"
    return Bar(
        x=bar.x, width=bar.width, y=round(HEIGHT - height, 1), height=round(height, 1), marks=" ".join(marks), says=says
    )


def draw_days(reports: Reports) -> tuple[Picture, ...]:
    """Return a timeline: for each of the places most spoken of, a bar on the days on which something is said to have happened."""
    rows = [
        row for row in reports.claims.values() if row["question"] and row["place"] and number_days(row["time"]["edtf"])
    ]
    counted = Counter(row["place"]["name"] for row in rows)
    places = sorted(counted, key=lambda place: (-counted[place], place))[: LANES - 2]
    scale = find_scale(row["time"]["edtf"] for row in rows if row["place"]["name"] in places)
    if scale is None:
        return ()
    lanes = tuple(
        Lane(name=place, bars=tuple(_day_bars((row for row in rows if row["place"]["name"] == place), scale)))
        for place in places
    )
    return (Picture(title="When it is said to have happened, by place", ends=_ends(scale), lanes=lanes),)


def _day_bars(rows: Iterable[Row], scale: Scale) -> Iterable[Bar]:
    days = Counter(row["time"]["edtf"] for row in rows)
    most = max(days.values(), default=1)
    for day, number in sorted(days.items()):
        run = number_days(day)
        if run is None:
            continue
        bar, is_long = scale.place(run), run.length > 3
        height = 4.0 if is_long else round(6 + (HEIGHT - 6) * number / most, 1)
        says = f"{say_days(day)}: {number} {'claim' if number == 1 else 'claims'}"
        yield Bar(
            x=bar.x,
            width=bar.width,
            y=HEIGHT - height,
            height=height,
            marks="day wide" if is_long else "day",
            says=says,
        )


def draw_figures(reports: Reports) -> tuple[Picture, ...]:
    """Return, for each thing counted at one place by several, a lane for each figure: a range as long as its words leave it.

    What counts other people, over another scope, or a part of another figure is not set beside it.
    """
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in reports.tables["figures"]:
        if _is_drawn(row) and reports.known(row["claims"]):
            key = (row["what"], (row["of_whom"] or "people").casefold(), row["place"] or "", row["scope"])
            found.setdefault(key, []).append(row)
    several = sorted((pair for pair in found.items() if len(pair[1]) > 1), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_figures(key, rows, reports) for key, rows in several[:PLACES])


def _is_drawn(row: Row) -> bool:
    is_number = row["low"] is not None or row["high"] is not None
    return is_number and not row["by_rule"] and not row["part_of"] and not row["is_former"] and row["what"] != "other"


def _figures(key: tuple[str, ...], rows: Sequence[Row], reports: Reports) -> Picture:
    top = _round_up(max(value for row in rows for value in (row["low"], row["high"]) if value is not None) * 1.1)
    ordered = sorted(rows, key=lambda row: (row["period"] or "9", row["id"]))[:LANES]
    lanes = tuple(_figure(row, top, reports) for row in ordered)
    what, whom, place, _ = key
    title = ", ".join(part for part in (f"{whom} {COUNTED[what]}", place) if part)
    return Picture(title=title[:1].upper() + title[1:], ends=("0", f"{top:,}"), lanes=lanes)


def _round_up(value: float) -> int:
    """Return the end of a scale: the next number with two figures that tell.

    >>> _round_up(132000.0), _round_up(16.5), _round_up(0)
    (140000, 17, 1)
    """
    number = ceil(value)
    step = int(10 ** max(0, len(str(number)) - 2))
    return max(1, -(-number // step) * step)


def _figure(row: Row, top: float, reports: Reports) -> Lane:
    start = row["low"] if row["low"] is not None else 0
    end = row["high"] if row["high"] is not None else top
    is_open = row["low"] is None or row["high"] is None
    x, width = WIDTH * start / top, max(WIDTH * (end - start) / top, 8.0)
    source = name_source(reports.known(row["claims"])[0], reports)
    label = f"{source}: {say_number(row)}, {say_day(row['period'], row['time_basis'])}"
    bar = Bar(
        x=round(min(x, WIDTH - 8), 1),
        width=round(width, 1),
        y=6.0,
        height=14.0,
        marks="day open" if is_open else "day",
        says=label,
    )
    return Lane(name=label, bars=(bar,))
