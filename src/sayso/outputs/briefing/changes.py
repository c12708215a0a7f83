"""What has changed since a day?"""

from sayso.outputs.briefing.contents import Block, Point, Section
from sayso.outputs.briefing.numbers import count_of
from sayso.outputs.briefing.points import make_point
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Run, Sentence, name, ours, quote, tell, write
from sayso.outputs.briefing.speakers import speak
from sayso.text.day_words import say_days
from sayso.text.wordings import say_word

TOLD = 40
_TURNS = {
    "corrects": "Corrected by the same voice",
    "retracts": "Taken back",
    "updates": "Counted again, as of a later day",
}


def tell_changes(reports: Reports, before: Reports | None, since: str | None) -> Section:
    """Return what changed: with a day, answers that are new or stand otherwise; without one, what voices themselves changed."""
    blocks = [_turn(relation, title, reports) for relation, title in _TURNS.items()]
    if before is not None:
        blocks = [*_compare(before, reports), *blocks]
    shown = tuple(block for block in blocks if block.points)
    number = sum(len(block.points) for block in shown)
    after = f" since {say_days(since)}" if since else ""
    said = tell(
        f"{count_of(number, 'change')} found{after}, by what had been published"
        if since
        else f"{count_of(number, 'earlier statement') if number else 'no earlier statement'} {'has' if number < 2 else 'have'} a later one that counts anew, corrects it or takes it back"
    )
    return Section(id="changed", title=f"Changed{after}", label="Changed", said=(said,), blocks=shown)


def _compare(before: Reports, now: Reports) -> list[Block]:
    old, rows = before.groups, list(now.groups.values())
    new = [point for row in rows if row["id"] not in old and (point := make_point(row, now))]
    turned = [
        _standing(old[row["id"]], row)
        for row in rows
        if row["id"] in old and old[row["id"]]["standing"] != row["standing"]
    ]
    return [
        Block(heading="Another standing than before", points=tuple(turned[:TOLD])),
        Block(heading="New", points=tuple(new[:TOLD]), why=_more(len(new))),
    ]


def _more(number: int) -> str | None:
    return f"The first {TOLD} of {number:,}" if number > TOLD else None


def _standing(old: Row, row: Row) -> Point:
    runs = [
        ours("on "),
        name(f"“{row['question']}”"),
        ours(f" the answer stood as {say_word(old['standing'])} and now stands as {say_word(row['standing'])}"),
    ]
    return Point(sentence=write(runs, row["members"]), standing=row["standing"])


def _turn(relation: str, title: str, reports: Reports) -> Block:
    rows = [row for row in reports.tables["relations"] if row["relation"] == relation]
    pairs = [
        (reports.claims[row["right"]], reports.claims[row["left"]])
        for row in rows
        if {row["left"], row["right"]} <= reports.claims.keys()
    ]
    pairs = [(old, new) for old, new in pairs if old["quote"] and new["quote"]]
    return Block(
        heading=title, points=tuple(Point(sentence=_then_and_now(old, new, reports)) for old, new in pairs[:TOLD])
    )


def _then_and_now(old: Row, new: Row, reports: Reports) -> Sentence:
    """Return what a voice said and what it, or another, says since."""
    (speaker, is_many), (other, _) = speak(new, reports), speak(old, reports)
    is_same = speaker[0].words == other[0].words
    then: tuple[Run, ...] = (*other, ours(f" said in a report {_day(old, reports)}: "), quote(old["quote"]))
    verb = ours(f" {'say' if is_many else 'says'} in a report {_day(new, reports)}: ")
    now = (ours(f"and then, in a report {_day(new, reports)}: "),) if is_same else (*speaker, verb)
    return write([*then, ours("; "), *now, quote(new["quote"])], [old["id"], new["id"]])


def _day(claim: Row, reports: Reports) -> str:
    """Return the day of a report behind "a report"."""
    day = reports.say_published(claim)
    return f"that came out {day}" if day.startswith("between ") else f"of {day}"
