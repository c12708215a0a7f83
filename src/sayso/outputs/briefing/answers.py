"""What is disputed, and what is agreed?"""

from collections.abc import Iterator, Sequence

from sayso.outputs.briefing.contents import Block, Point, Section, Side
from sayso.outputs.briefing.ledgers import say_day
from sayso.outputs.briefing.numbers import count_of, say_origins
from sayso.outputs.briefing.points import is_firm, is_outright, make_points
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Sentence, list_names, name, ours, tell, write
from sayso.outputs.rows import split_answers
from sayso.text.wordings import say_word

NAMED, TOLD = 4, 30
AGREED = ("agreed", "agreed_by_opposed")
_TURNING = ("denies", "doubts")


def tell_disputes(reports: Reports) -> Section:
    """Return the questions that are answered differently, side by side: nothing is averaged, nobody is weighed."""
    firm, passing = _part_conflicts(reports)
    told = reports.disputed
    denied = [row for row in reports.groups.values() if row["standing"] == "denied" and told.isdisjoint(row["members"])]
    apart = [row for row in firm if _is_of_days(row)]
    asked = [row["question"] for row in (*firm, *denied) if row not in apart]
    shown: set[str] = set()
    blocks = [_dispute(row, reports, shown) for row in firm[:TOLD]]
    blocks += [_denial(row, reports) for row in denied[: TOLD - len(blocks)]]
    said = (*_say_disputes(asked, reports), *_say_apart(len(apart)), *_say_passing(len(passing)))
    return Section(
        id="disputed", title="Disputed", said=said, blocks=tuple(blocks), left=_left(len(asked) + len(apart), "dispute")
    )


def find_told(reports: Reports) -> frozenset[str]:
    """Return the claims of the disputes and denials that are set out; the other sections need not tell them again."""
    firm, _ = _part_conflicts(reports)
    denied = [row for row in reports.groups.values() if row["standing"] == "denied"]
    alone = [row["members"] for row in denied if reports.disputed.isdisjoint(row["members"])]
    sides = [side for row in firm for side in row["sides"]]
    return frozenset(claim for members in (*sides, *alone) for claim in members)


def _say_disputes(asked: Sequence[str], reports: Reports) -> Iterator[Sentence]:
    """Yield how many questions are disputed, and the first of them."""
    number = len(asked)
    if not asked:
        yield tell(f"No dispute was found in {count_of(len(reports.documents), 'report')}")
        return
    are = "is" if number == 1 else "are"
    yield tell(f"{reports.as_read}{count_of(number, 'question')} {are} answered in ways that exclude each other")
    named = list(dict.fromkeys(asked))[:NAMED]
    opening = "the question is: " if number == 1 else "they are: " if len(named) == number else "among them: "
    yield write([ours(opening), name(" ".join(named))])


def _is_of_days(row: Row) -> bool:
    """Tell whether the sides give one answer, for different days."""
    return set(row["kinds"] or ()) == {"time"}


def _say_apart(number: int) -> Iterator[Sentence]:
    if number:
        yield tell(
            f"{count_of(number, 'taking')} {'is' if number == 1 else 'are'} told for different days: one told twice, or two"
        )


def _head(row: Row, reports: Reports) -> str:
    """Return what is asked: when, where only the days differ; of reports months apart that name no day, how often."""
    places = [reports.holdings[one]["place"] for side in row["sides"] for one in side if one in reports.holdings]
    if not _is_of_days(row) or not places:
        return str(row["question"])
    told = (any(one["time"]["basis"] != "document" for one in reports.known(side)) for side in row["sides"])
    return f"When was {places[0]} taken?" if all(told) else f"Was {places[0]} taken once, or twice?"


def _say_passing(number: int) -> Iterator[Sentence]:
    if number:
        rests, are = ("rests", "is") if number == 1 else ("rest", "are")
        yield tell(
            f"{count_of(number, 'further difference')} {rests} on one side on words said only in passing, under a condition,"
            f" with a reservation or by an outlet without a source, and {are} not set out here"
        )


def _left(number: int, thing: str) -> str | None:
    return f"{count_of(number - TOLD, f'further {thing}')} not set out here." if number > TOLD else None


def _denial(row: Row, reports: Reports) -> Block:
    points = make_points(reports.known(row["members"]), reports, row["question"])
    return Block(heading=row["question"], points=points, why=row["note"], id=row["id"])


def _part_conflicts(reports: Reports) -> tuple[list[Row], list[Row]]:
    """Return the conflicts with something firm to be told on two sides, those of most voices first, and the others."""
    ranked = sorted(
        reports.conflicts,
        key=lambda row: (-sum(high for _, high in row["independent_origins"]), row["question"], row["id"]),
    )
    firm: list[Row] = []
    passing: list[Row] = []
    for row in ranked:
        told = sum(any(_weighs(one, reports) for one in reports.known(side)) for side in row["sides"])
        (firm if told > 1 else passing).append(row)
    return firm, passing


def _weighs(claim: Row, reports: Reports) -> bool:
    """Tell whether a claim makes a side of a dispute: its source counts, and says it firmly or doubts it outright."""
    is_told = is_firm(claim) or (is_outright(claim) and claim["stance"] == "doubts")
    return is_told and claim["id"] in reports.counting


def _dispute(row: Row, reports: Reports, shown: set[str]) -> Block:
    """Return a dispute; a side whose claims were all told before is not told again."""
    answers = _tell_apart(row, reports)
    sides = tuple(
        Side(
            answer=say_side(answer),
            origins=say_origins(bounds),
            points=_tell_side(side, answer, row, reports, shown),
            is_repeated=shown.issuperset(side),
        )
        for answer, bounds, side in zip(answers, row["independent_origins"], row["sides"], strict=True)
    )
    shown.update(claim for side in row["sides"] for claim in side)
    kinds = "".join(run.words for run in list_names([say_word(kind) for kind in row["kinds"] or ()]))
    return Block(
        heading=_head(row, reports),
        sides=sides,
        why=f"They differ in {kinds}. {row['note'] or ''}".strip(),
        id=row["id"],
    )


def _tell_side(side: Sequence[str], answer: str, row: Row, reports: Reports, shown: set[str]) -> tuple[Point, ...]:
    """Return what the claims of a side say, doubts and denials first; one whose claims were all told before is only cited.

    Who says it with a reservation, and on another side outright, is told there alone: "it may have fallen, but not all of it".
    """
    claims = reports.known(side)
    if shown.issuperset(side):
        return (Point(sentence=write([ours("by the same claims as above")], [claim["id"] for claim in claims])),)
    others = [one for other in row["sides"] if other is not side for one in reports.known(other)]
    outright = {_voice_of(one) for one in others if is_firm(one)}
    told = [one for one in claims if one["stance"] != "hedges" or _voice_of(one) not in outright] or claims
    told.sort(key=lambda one: one["stance"] not in _TURNING)
    return make_points(told, reports, row["question"], answer)


def _voice_of(claim: Row) -> tuple[str | None, str]:
    return claim["doc"], "".join(one["name"] for one in claim["chain"][-1:])


def _tell_apart(row: Row, reports: Reports) -> list[str]:
    """Return the answers of the sides; where two are the same words, each with the days its claims give."""
    answers = split_answers(row["answer"])
    if len(set(answers)) == len(answers):
        return answers
    days = (_days_of(reports.known(side)) for side in row["sides"])
    return [f"{answer}, {when}" if when else answer for answer, when in zip(answers, days, strict=True)]


def _days_of(claims: Sequence[Row]) -> str:
    """Return the first day that claims give, as a table has it; that of a report only where none gives another."""
    times = [claim["time"] for claim in claims if claim["time"]["edtf"]]
    first = min(times, key=lambda time: (time["basis"] == "document", time["edtf"]), default=None)
    return say_day(first["edtf"], first["basis"]) if first else ""


def say_side(answer: str) -> str:
    """Return the answers of one side in few words, each once.

    >>> say_side("no, it is denied: an air strike"), say_side("Eight; eight; 12")
    ('not so: an air strike', 'Eight; 12')
    """
    for written, said in (
        ("no, it is denied: ", "not so: "),
        ("it is doubted: ", "in doubt: "),
        ("it is expected: ", "expected: "),
    ):
        answer = answer.replace(written, said)
    return "; ".join(
        {part.casefold(): part for part in reversed(answer.split("; "))}[key]
        for key in dict.fromkeys(part.casefold() for part in answer.split("; "))
    )


def tell_agreed(reports: Reports) -> Section:
    """Return the answers that two or more apparently separate origins give."""
    rows = [group for group in reports.groups.values() if group["standing"] in AGREED]
    rows.sort(key=lambda row: (-row["independent_origins"][0], row["question"]))
    blocks = tuple(
        Block(
            heading=row["question"],
            points=make_points(reports.known(row["members"]), reports, row["question"], row["answer"] or ""),
            why=_say_agreement(row, reports),
            id=row["id"],
        )
        for row in rows[:TOLD]
    )
    assessed = tuple(_assessment(row) for row in reports.groups.values() if row["assessed_by"])
    number = len(rows)
    said = tell(
        f"{reports.as_read}{count_of(number, 'question')} {'is' if number == 1 else 'are'} answered alike by two or more apparently separate origins"
    )
    if not rows:
        said = tell(
            f"No answer that nobody disputes is given by two apparently separate origins in {count_of(len(reports.documents), 'report')}"
        )
    return Section(id="agreed", title="Agreed", said=(said, *assessed), blocks=blocks, left=_left(number, "answer"))


def _say_agreement(row: Row, reports: Reports) -> str:
    """Return by how many origins an answer is given, whether sides that fight give it, and that one report has all of them."""
    origins = say_origins(row["independent_origins"])
    said = f"{reports.as_read}{origins} give the same answer"
    said = f"{said[:1].upper()}{said[1:]}"
    if row["standing"] == "agreed_by_opposed":
        said += ", and they are of opposed sides"
    found = {claim["doc"] for claim in reports.known(row["members"])}
    # Of a voice that is withheld the report is withheld too: it may be another, and is not told to be the same.
    told = "all that are quoted stand in one report" if None in found else "one report has all of them"
    return f"{said}; {told}" if len(found - {None}) == 1 else said


def _assessment(row: Row) -> Sentence:
    """Return what a person has judged to have happened: the only sentence that may say so."""
    runs = [
        ours("on "),
        name(f"“{row['question']}”"),
        ours(" the answer "),
        name(f"“{row['answer']}”"),
        ours(" is held to be so, as assessed by "),
        name(row["assessed_by"]),
    ]
    return write(runs, row["members"], is_assessed=True)
