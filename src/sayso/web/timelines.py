"""What happened when? Groups by day; what has no single day is drawn as a whisker."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from sayso.model.kinds import TimeBasis
from sayso.model.records import Group
from sayso.text.day_words import say_days
from sayso.text.days import Run, number_days
from sayso.text.scales import WIDTH, Scale, find_scale
from sayso.web.cards import make_card
from sayso.web.desks import Desk
from sayso.web.lists import cut
from sayso.web.queries import Query
from sayso.web.snapshots import Snapshot

Context = Mapping[str, Any]
EVENTS, _BARS = 60, 120
# What may have been on any day of a longer time is told after all the rest.
LONG = 62
_KEPT = "timeline"


def show_timeline(desk: Desk, query: Query) -> Context:
    """Return what happened, by day, with how many groups there are on each."""
    snapshot = desk.select(query.wishes)
    dated = find_dated(snapshot)
    sheet = cut(dated, query, EVENTS)
    scale = find_scale(group.period for _, group in dated)
    days: dict[str, list[Context]] = {}
    for run, group in sheet.items:
        days.setdefault(group.period or "", []).append(_event(run, group, snapshot, scale))
    return {
        "sheet": sheet,
        "days": list(days.items()),
        "bars": draw_bars([run for run, _ in dated], scale),
        "undated": len(snapshot.record.groups) - len(dated),
        "filters": True,
    }


def find_dated(snapshot: Snapshot) -> list[tuple[Run, Group]]:
    """Return the groups of which a day is known with their days, in the order of a timeline."""
    if _KEPT not in snapshot.kept:
        dated = [(run, group) for group in snapshot.record.groups if (run := number_days(group.period))]
        dated.sort(key=lambda pair: (pair[0].length > LONG, pair[0], pair[1].place or "", pair[1].id))
        snapshot.kept[_KEPT] = dated
    return cast("list[tuple[Run, Group]]", snapshot.kept[_KEPT])


def _event(run: Run, group: Group, snapshot: Snapshot, scale: Scale | None) -> Context:
    members = [snapshot.claims[claim] for claim in group.members if claim in snapshot.claims]
    cards = [make_card(resolved, snapshot) for resolved in members[:1]]
    is_reported = bool(members) and all(one.period.basis is TimeBasis.DOCUMENT for one in members)
    return {
        "group": group,
        "card": cards[0] if cards else None,
        "voices": len({one.voice for one in members}),
        "place": snapshot.index.place_names.get(group.place or "", group.place or ""),
        "is_reported": is_reported,
        "period": say_days(group.period),
        "whisker": scale.place(run) if scale and run.length > 1 else None,
    }


def draw_bars(runs: Sequence[Run], scale: Scale | None) -> Context | None:
    """Return how many groups there are on each day, or in each month of a long time; None without a day."""
    single = Counter(run.first for run in runs if run.first == run.last)
    if scale is None or not single:
        return None
    is_long = scale.days > _BARS
    counts: Counter[str] = Counter()
    for day, number in single.items():
        counts[_bucket(day, is_long=is_long)] += number
    top = max(counts.values())
    bars = []
    for bucket, number in sorted(counts.items()):
        run = number_days(bucket)
        if run is not None:
            bar = scale.place(run)
            height = round(56 * number / top, 1)
            bars.append(
                {
                    "x": bar.x,
                    "width": max(1.5, bar.width - 1),
                    "height": height,
                    "says": f"{say_days(bucket)}: {number}",
                    "day": bucket,
                }
            )
    return {
        "bars": bars,
        "top": top,
        "ticks": [(x, say_days(day)) for x, day in scale.ticks(4)],
        "width": WIDTH,
        "unit": "month" if is_long else "day",
    }


def _bucket(day: int, *, is_long: bool) -> str:
    return date.fromordinal(day).isoformat()[: 7 if is_long else 10]
