"""What is said to have happened, day by day? What voices say outright, each sentence of theirs once."""

from collections.abc import Iterator, Sequence

from sayso.outputs.briefing.answers import AGREED, find_told
from sayso.outputs.briefing.clauses import CONTROL, find_topic
from sayso.outputs.briefing.contents import Block, Point, Section
from sayso.outputs.briefing.counts import is_count
from sayso.outputs.briefing.numbers import count_of
from sayso.outputs.briefing.points import gather, is_outright, part_voices, say_together
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Sentence, tell
from sayso.outputs.briefing.sentences import is_topic, name_source, say_also
from sayso.text.day_words import say_days
from sayso.text.days import number_days

# So many answers a reader is told: those of the gravest kinds, then those of most voices.
TOLD, LONG = 90, 62
# So many voices of one answer are told in their own words; the others are named.
VOICES = 4
_GRAVEST = (
    "toll", "violence_against_civilians", "air_strike", "shelling", "explosion", "clash", "siege", "evacuation", "displacement",
    "destruction", "aid", "advance", "withdrawal", "agreement", "protest", "arms", "strength", "diplomacy", "politics",
)  # fmt: skip
_OF_ATTACKS = frozenset({"violence_against_civilians", "air_strike", "shelling", "explosion"})
# What is told of these is told also where its words are withheld: that people are attacked, cut off or driven out.
_OF_HARM = _OF_ATTACKS | {"siege", "aid", "displacement"}
_APART = frozenset({"disputed", "denied"})
_UNDATED = "On no day that is given"


def tell_days(reports: Reports) -> Section:
    """Return what happened by day, those days first that are given; control, figures and disputes have parts of their own.

    A sentence that stands in a dispute that is set out is not told again as one that nobody contradicts.

    What is disputed by words said only in passing stands in no dispute that is set out: it is told here. An answer whose words
    are withheld would tell nothing but its topic: it is counted, save for those of attacks, of harm to people and of what they lack.
    """
    elsewhere = find_told(reports)
    rows = [row for row in reports.groups.values() if _is_event(row, reports, elsewhere)]
    rows.sort(key=lambda row: (rank_kind(row, reports), -len(row["members"]), row["id"]))
    all_given = [_find_given(reports.known(row["members"])) for row in rows]
    given = [rest for claims in all_given if (rest := [one for one in claims if one["id"] not in elsewhere])]
    told = [
        spoken for claims in given if (spoken := [one for one in claims if one["quote"] or one["kind"] in _OF_HARM])
    ]
    days: dict[str, list[Point]] = {}
    for same, others in sorted(_gather_all(told[:TOLD], reports), key=lambda entry: _order(entry[0][0], reports)):
        also = (say_also(others, reports),) if others else ()
        days.setdefault(_day(same[0]), []).append(Point(sentence=say_together(same, reports), also=also))
    blocks = tuple(Block(heading=_head(day), points=tuple(points)) for day, points in days.items())
    left = _say_left(len(told) - TOLD, len(rows) - len(given), len(given) - len(told))
    return Section(id="days", title="Day by day", said=tuple(_open(len(given), reports)), blocks=blocks, left=left)


def _find_given(claims: Sequence[Row]) -> list[Row]:
    """Return the claims that are told outright; else those of harm that a voice of its own speaks of in other words about it.

    "The front condemned the massacre of prisoners" tells of the massacre according to the front.
    """
    outright = [claim for claim in claims if is_outright(claim)]
    spoken = (one for one in claims if one["kind"] in _OF_ATTACKS and one["chain"] and one["basis"] == "presupposed")
    return outright or list(spoken)


def _gather_all(groups: Sequence[Sequence[Row]], reports: Reports) -> list[tuple[list[Row], list[Row]]]:
    """Return the claims of groups as they are told together, each with those that are only named beside them.

    Each of the first voices of a group is told in its own words: what a machine has put together may differ in more
    than it says. One sentence is quoted once, whatever groups its claims are in.
    """
    told: list[Row] = []
    beside: dict[str, list[Row]] = {}
    for group in groups:
        first, others = part_voices(group, reports, VOICES)
        told += first
        beside.setdefault(first[0]["id"], []).extend(others)
    entries = _fold(gather({claim["id"]: claim for claim in told}.values(), reports), reports)
    return [(same, [other for claim in same for other in beside.get(claim["id"], ())]) for same in entries]


def _fold(entries: Sequence[list[Row]], reports: Reports) -> list[list[Row]]:
    """Return claims as they are told together, those without a day of their own with the same topic of their sentence.

    "Bombs that had been laid were found on Monday" is told once, on Monday, though nobody says when they were laid.
    """
    found: dict[tuple[object, ...], list[list[Row]]] = {}
    for same in sorted(entries, key=lambda same: _looseness(same[0])):
        claim = same[0]
        words = (claim["doc"], *claim["sentence"]) if claim["quote"] and claim["sentence"] else (claim["id"],)
        told = found.setdefault((*words, name_source(claim, reports), claim["stance"], claim["basis"]), [])
        firmer = [other for other in told if _looseness(other[0]) < _looseness(claim) and is_topic(other[0], reports)]
        rest: list[Row] = []
        for one in same:
            topic = find_topic(one, reports)
            holding = (other for other in firmer if any(topic == find_topic(another, reports) for another in other))
            (next(holding, rest) if is_topic(one, reports) else rest).append(one)
        told += [rest] if rest else []
    return [same for told in found.values() for same in told]


def _looseness(claim: Row) -> int:
    """Return how loosely a claim is tied to its day: by its words, by that of its report, by none."""
    return 2 if not _day(claim) else 1 if claim["time"]["basis"] == "document" else 0


def _open(number: int, reports: Reports) -> Iterator[Sentence]:
    if not number:
        yield tell(f"Nothing else was found in {count_of(len(reports.documents), 'report')}")
        return
    were, them = ("was", "it") if number == 1 else ("were", "them")
    yield tell(
        f"{reports.as_read}{count_of(number, 'other answer')} {were} given, and to the question of each no answer was found that excludes {them}; a day"
        " that is only that of the report reads “as reported”"
    )
    if reports.as_read:
        yield tell("the topic before the voice is the machine’s; the words are the report’s")


def _order(claim: Row, reports: Reports) -> tuple[bool, int, int, int]:
    """Return what is sorted by: a time by its first day, a long one by its last, none at the end; then as the reports have it."""
    run = number_days(_day(claim))
    day = 0 if run is None else run.last if run.length > LONG else run.first
    return run is None, day, reports.numbers.get(claim["doc"], 0), (claim["sentence"] or (0,))[0]


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


def _is_event(row: Row, reports: Reports, elsewhere: frozenset[str]) -> bool:
    claims = reports.known(row["members"])
    is_number = is_count(row["question"])
    is_told = row["standing"] in _APART and not elsewhere.isdisjoint(row["members"])
    is_apart = is_told or row["standing"] in AGREED
    return bool(claims) and not is_number and not is_apart and not any(claim["kind"] in CONTROL for claim in claims)


def rank_kind(row: Row, reports: Reports) -> int:
    """Return how grave what a group tells of is: the dead first, politics last."""
    return min(_GRAVEST.index(kind) if kind in _GRAVEST else len(_GRAVEST) for kind in _kinds(row, reports))


def _kinds(row: Row, reports: Reports) -> Sequence[str]:
    return [claim["kind"] for claim in reports.known(row["members"])]


def _day(claim: Row) -> str:
    """Return the day of a claim, empty where none is given."""
    return claim["time"]["edtf"] or ""
