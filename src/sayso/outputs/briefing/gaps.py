"""What is not known, what was not read, and which reports are there?"""

from collections import Counter

from sayso.outputs.briefing.contents import Block, Cell, Point, Section, Table
from sayso.outputs.briefing.numbers import count_of, spell
from sayso.outputs.briefing.points import is_outright
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Sentence, name, ours, tell, write
from sayso.outputs.briefing.sentences import say_claim

TOLD = 20
_UNSURE = ("doubts", "hedges")


def tell_unknown(reports: Reports) -> Section:
    """Return what the reports leave open: doubts and reservations, days, places and names that nobody gives."""
    unsure = [
        row for row in reports.claims.values() if row["stance"] in _UNSURE and is_outright(row) and row["question"]
    ]
    points = tuple(Point(sentence=say_claim(row, reports)) for row in unsure[:TOLD])
    blocks = (Block(heading="Doubted, or said with a reservation", points=points),) if points else ()
    return Section(
        id="unknown", title="Not known", said=tuple(_count_gaps(reports)), blocks=blocks, left=_left(len(unsure))
    )


def _left(number: int) -> str | None:
    return (
        f"{count_of(number - TOLD, 'further doubt or reservation', 'further doubts or reservations')} not told here."
        if number > TOLD
        else None
    )


def _count_gaps(reports: Reports) -> list[Sentence]:
    claims = [row for row in reports.claims.values() if row["question"]]
    gaps = (
        (sum(not row["time"]["edtf"] for row in claims), "no day is given"),
        (sum(not row["place"] for row in claims), "no place is given"),
        (sum(_is_unnamed(row, reports) for row in claims), "the voice is not named"),
        (sum(row["time"]["basis"] == "document" for row in claims), "the day is only that of the report"),
    )
    total = f"{count_of(len(claims), 'statement')}"
    said = [tell(f"In {spell(number)} of {total} {what}") for number, what in gaps if number]
    words = sum(row["by_rule"] for row in reports.tables["figures"])
    if words:
        said.append(
            tell(
                f"{count_of(words, 'figure')} {'is' if words == 1 else 'are'} given as a word such as “dozens”, and no number is made of {'it' if words == 1 else 'them'}"
            )
        )
    undated = [row for row in reports.documents.values() if not row["published"]]
    for row in undated[:TOLD]:
        runs = [
            ours(f"the day of report {reports.numbers[row['id']]} is not known: "),
            name(reports.say_day(row["id"])),
        ]
        said.append(
            write(runs)
            if row["published_interval"]
            else tell(f"The day of report {reports.numbers[row['id']]} is not known")
        )
    return said


def _is_unnamed(claim: Row, reports: Reports) -> bool:
    if not claim["chain"]:
        return claim["doc"] in reports.documents and not reports.documents[claim["doc"]].get("outlet")
    row = reports.voices.get(claim["chain"][-1]["name"])
    return row is not None and row["named"] is False


def tell_unread(reports: Reports, notes: tuple[str, ...]) -> Section:
    """Return how much was read, what gave nothing, what no person has reviewed, and what is withheld."""
    documents = list(reports.documents.values())
    sentences = sum(row["sentences"] for row in documents)
    silent = sentences - sum(row["sentences_with_claim"] for row in documents)
    reviewed = sum(bool(row["reviewed"]) for row in reports.claims.values())
    problems = Counter(row["reason"] for row in reports.tables["problems"])
    said = [
        tell(
            f"{silent:,} of {sentences:,} sentences in {count_of(len(documents), 'report')} gave no claim: what they say is not in this briefing"
        ),
        tell(
            f"{reviewed:,} of {count_of(len(reports.claims), 'claim')} {'was' if reviewed == 1 else 'were'} reviewed by a person"
        ),
        tell("What was not reported, and what stands in reports that are not in this case, is not here either"),
        *(
            tell(f"{count_of(number, 'problem')} in reading: {reason}")
            for reason, number in sorted(problems.items())[:TOLD]
        ),
        *(tell(note.removesuffix(".")) for note in notes),
    ]
    return Section(id="unread", title="Not read, and left out", label="Not read", said=tuple(said))


def tell_reports(reports: Reports) -> Section:
    """Return the list of reports with their numbers, days and how much of each was read."""
    rows = tuple(_report(row, reports) for row in reports.documents.values())
    head = ("Report", "Outlet", "Day", "Day known from", "Title", "Sentences with a claim")
    return Section(
        id="reports", title="The reports", label="Reports", tables=(Table(title="Reports", head=head, rows=rows),)
    )


def _report(row: Row, reports: Reports) -> tuple[Cell, ...]:
    agencies = f" (draws on {', '.join(row['agencies'])})" if row.get("agencies") else ""
    return (
        Cell(words=f"{reports.numbers[row['id']]}", is_number=True),
        Cell(words=(row.get("outlet") or "not named") + agencies),
        Cell(words=reports.say_day(row["id"])),
        Cell(words=row.get("published_basis") or "nothing"),
        Cell(words=row.get("title") or "", is_quote=bool(row.get("title"))),
        Cell(words=f"{row['sentences_with_claim']} of {row['sentences']}", is_number=True),
    )
