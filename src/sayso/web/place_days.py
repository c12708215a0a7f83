"""What is said of one place on one day: who holds it, how much of it, in whose words, from how many origins?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model.kinds import ControlBasis
from sayso.model.records import ControlRow
from sayso.outputs.holders import measure_hold
from sayso.record import join_origins
from sayso.text.days import number_days
from sayso.text.origins import count_origins
from sayso.web.snapshots import Snapshot
from sayso.web.strips import make_hold, mark_hold, name_speaker, say_hold

Context = Mapping[str, Any]
ANSWERS, VOICES = 6, 3
_HIGH = 12


def find_place_day(snapshot: Snapshot, place: str, day: str) -> Context | None:
    """Return the answers to who holds a place on a day: the extent, and below it the voices, words, when reported, origins.

    Without a place or a day it is the place and day of which most voices speak; None when none speaks of control.
    The answer that most voices give comes first.
    """
    rows = [row for row in snapshot.record.control if not place or row.place.casefold() == place.casefold()]
    days = Counter((row.place, row.date) for row in rows if row.date and (not day or _is_on(row, day)))
    if not days:
        return None
    (found, date), _ = min(days.items(), key=lambda pair: (-pair[1], pair[0]))
    on = day or str(date)
    said = [row for row in rows if row.place == found and _is_on(row, on)]
    answers = _group(said, snapshot)
    return {
        "place": found,
        "day": on,
        "answers": answers[:ANSWERS],
        "total": len(said),
        "shown": sum(len(answer["said"]) for answer in answers[:ANSWERS]),
    }


def _group(rows: Sequence[ControlRow], snapshot: Snapshot) -> list[Context]:
    colours = snapshot.whole.holder_colours
    said: dict[str, list[ControlRow]] = {}
    # What is said outright shows an answer better than what is taken for granted.
    for row in sorted(rows, key=lambda row: row.basis is ControlBasis.PRESUPPOSED):
        said.setdefault(say_hold(row), []).append(row)
    ordered = sorted(said.items(), key=lambda pair: -len(pair[1]))
    return [_answer(says, given, snapshot, colours) for says, given in ordered]


def _answer(says: str, rows: Sequence[ControlRow], snapshot: Snapshot, colours: Mapping[str, int]) -> Context:
    height = round(_HIGH * measure_hold(rows[0].extent, rows[0].share), 1)
    return {
        "says": says,
        "marks": " ".join(mark_hold(rows[0], colours)),
        "top": _HIGH - height,
        "height": height,
        "origins": _origins(rows, snapshot),
        "said": [_line(row, snapshot) for row in rows[:VOICES]],
        "left": max(0, len(rows) - VOICES),
    }


def _origins(rows: Sequence[ControlRow], snapshot: Snapshot) -> tuple[int, int] | None:
    """Return the origins of an answer, None where its statements answer no question.

    Those of one name are one, though its statements belong to several groups.
    """
    groups = {group.id: group for row in rows for claim in row.claims if (group := snapshot.group_of.get(claim))}
    if len(groups) < 2:
        return next((group.origins for group in groups.values()), None)
    return count_origins(join_origins(groups, snapshot.origins_of))


def _line(row: ControlRow, snapshot: Snapshot) -> Context:
    return {**make_hold(row, snapshot), "voice": name_speaker(row, snapshot)}


def _is_on(row: ControlRow, day: str) -> bool:
    run, asked = number_days(row.date), number_days(day)
    return bool(run and asked and run.overlaps(asked))
