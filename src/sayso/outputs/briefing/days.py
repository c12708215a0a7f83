"""What is said to have happened, day by day? One sentence for each answer that somebody gives outright."""

from collections.abc import Iterator, Sequence

from sayso.outputs.briefing.clauses import CONTROL
from sayso.outputs.briefing.contents import Block, Point, Section
from sayso.outputs.briefing.counts import is_count
from sayso.outputs.briefing.numbers import count_of
from sayso.outputs.briefing.points import make_point
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Sentence, tell
from sayso.text.day_words import say_days
from sayso.text.days import number_days

# So many answers a reader is told: those of the gravest kinds, then those of most voices.
TOLD, LONG = 60, 62
_GRAVEST = (
    "toll", "violence_against_civilians", "air_strike", "shelling", "explosion", "clash", "siege", "evacuation", "displacement",
    "destruction", "aid", "advance", "withdrawal", "agreement", "protest", "arms", "strength", "diplomacy", "politics",
)  # fmt: skip
_UNDATED = "On no day that is given"


def tell_days(reports: Reports) -> Section:
    """Return what happened by day, those days first that are given; control, figures and disputes have parts of their own.

    An answer whose words are withheld would tell nothing but its topic: it is counted.
    """
    rows = [row for row in reports.groups.values() if _is_event(row, reports)]
    rows.sort(key=lambda row: (rank_kind(row, reports), -len(row["members"]), row["id"]))
    pairs = [(row, point) for row in rows if (point := make_point(row, reports)) is not None]
    told = [pair for pair in pairs if _has_words(pair[1], reports)]
    days: dict[str, list[Point]] = {}
    for _, point in sorted(told[:TOLD], key=lambda pair: _order(pair[0], pair[1], reports)):
        days.setdefault(_day(point, reports) or "", []).append(point)
    blocks = tuple(Block(heading=_head(day), points=tuple(points)) for day, points in days.items())
    left = _say_left(len(told) - TOLD, len(rows) - len(pairs), len(pairs) - len(told))
    return Section(id="days", title="Day by day", said=tuple(_open(len(pairs), reports)), blocks=blocks, left=left)


def _open(number: int, reports: Reports) -> Iterator[Sentence]:
    if not number:
        yield tell(f"Nothing else was found in {count_of(len(reports.documents), 'report')}")
        return
    were, them = ("was", "it") if number == 1 else ("were", "them")
    yield tell(
        f"{reports.as_read}{count_of(number, 'other answer')} {were} given outright, and no other answer excludes {them}; a day"
        " that is only that of the report reads “as reported”"
    )
    if reports.as_read:
        yield tell("the topic before the voice is the machine’s; the words are the report’s")


def _has_words(point: Point, reports: Reports) -> bool:
    return any(reports.claims[claim]["quote"] for claim in point.sentence.claims)


def _order(row: Row, point: Point, reports: Reports) -> tuple[bool, int, str]:
    """Return what days are sorted by: a time by its first day, a long one by its last, and what has no day at the end."""
    run = number_days(_day(point, reports))
    if run is None:
        return True, 0, row["question"]
    return False, run.last if run.length > LONG else run.first, row["question"]


def _head(day: str) -> str:
    words = say_days(day) or _UNDATED
    return words[:1].upper() + words[1:]


def _say_left(hidden: int, passing: int, withheld: int) -> str | None:
    """Return what is not told, and why."""
    counted = (
        (hidden, "of less grave kinds"),
        (passing, "of words said only in passing or under a condition"),
        (withheld, "whose words are withheld"),
    )
    parts = [f"{count_of(number, 'answer')} {why}" for number, why in counted if number > 0]
    return f"Not told here: {'; '.join(parts)}." if parts else None


def _is_event(row: Row, reports: Reports) -> bool:
    claims = reports.known(row["members"])
    is_number = is_count(row["question"])
    is_apart = row["standing"] in {"disputed", "denied", "agreed", "agreed_by_opposed"}
    return bool(claims) and not is_number and not is_apart and not any(claim["kind"] in CONTROL for claim in claims)


def rank_kind(row: Row, reports: Reports) -> int:
    """Return how grave what a group tells of is: the dead first, politics last."""
    return min(_GRAVEST.index(kind) if kind in _GRAVEST else len(_GRAVEST) for kind in _kinds(row, reports))


def _kinds(row: Row, reports: Reports) -> Sequence[str]:
    return [claim["kind"] for claim in reports.known(row["members"])]


def _day(point: Point, reports: Reports) -> str | None:
    """Return the day of the claim that a sentence tells."""
    day: str | None = reports.claims[point.sentence.claims[0]]["time"]["edtf"]
    return day
