"""What has changed since a day?"""

from collections.abc import Mapping, Sequence

from sayso.outputs.briefing.choices import choose_words
from sayso.outputs.briefing.contents import Block, Point, Section
from sayso.outputs.briefing.days import rank_kind
from sayso.outputs.briefing.numbers import count_of
from sayso.outputs.briefing.points import is_outright, make_points
from sayso.outputs.briefing.reports import Reports, Row
from sayso.outputs.briefing.runs import Run, Sentence, name, ours, quote, tell, write
from sayso.outputs.briefing.speakers import name_outlet, speak
from sayso.text.day_words import say_days
from sayso.text.wordings import say_word

# So many answers are told, and of each so many voices by themselves.
TOLD, MOST = 40, 3
_TURNS = {
    "corrects": "Corrected by the same voice",
    "retracts": "Taken back",
    "updates": "Counted again, as of a later day",
}


def tell_changes(reports: Reports, before: Reports | None, since: str | None) -> Section:
    """Return what changed: with a day, answers that are new or stand otherwise; without one, what voices themselves changed."""
    turns = [_turn(relation, title, reports) for relation, title in _TURNS.items()]
    if before is None or since is None:
        number = sum(len(block.points) for block in turns)
        turned_alone = (
            tell(
                f"{count_of(number, 'earlier statement') if number else 'no earlier statement'} {'has' if number < 2 else 'have'} a later one that counts anew, corrects it or takes it back"
            ),
        )
        return Section(id="changed", title="Changed", label="Changed", said=turned_alone, blocks=_filled(turns))
    old = before.groups
    new = [row for row in reports.groups.values() if row["id"] not in old]
    turned = [
        row for row in reports.groups.values() if row["id"] in old and old[row["id"]]["standing"] != row["standing"]
    ]
    after = f"since {say_days(since)}"
    said = (
        tell(
            f"{count_of(len(new), 'answer')} {'is' if len(new) == 1 else 'are'} new {after}, by what had been published by its end"
        ),
        tell(
            f"{count_of(len(turned), 'answer') if turned else 'no answer'} {'stands' if len(turned) < 2 else 'stand'} otherwise than then"
        ),
    )
    blocks = [_standings(turned, old), _news(new, reports), *turns]
    return Section(id="changed", title=f"Changed {after}", label="Changed", said=said, blocks=_filled(blocks))


def _filled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.points)


def _news(rows: Sequence[Row], reports: Reports) -> Block:
    """Return the new answers that somebody gives outright, those of the gravest kinds first."""
    ranked = sorted(rows, key=lambda row: (rank_kind(row, reports), row["question"], row["id"]))
    told = [claims for row in ranked if (claims := list(filter(is_outright, reports.known(row["members"]))))]
    points = [point for claims in told[:TOLD] for point in make_points(claims, reports, most=MOST)]
    return Block(heading="New", points=tuple(points), why=_more(len(told)))


def _more(number: int) -> str | None:
    return f"The gravest {TOLD} of {number:,} that are given outright" if number > TOLD else None


def _standings(rows: Sequence[Row], old: Mapping[str, Row]) -> Block:
    return Block(
        heading="Another standing than before", points=tuple(_standing(old[row["id"]], row) for row in rows[:TOLD])
    )


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
    then: tuple[Run, ...] = (*other, ours(f" said, {_cite(old, reports)}: "), quote(choose_words(old)))
    verb = ours(f" {'say' if is_many else 'says'}, {_cite(new, reports)}: ")
    now = (ours(f"and then, {_cite(new, reports)}: "),) if is_same else (*speaker, verb)
    return write([*then, ours("; "), *now, quote(choose_words(new))], [old["id"], new["id"]])


def _cite(claim: Row, reports: Reports) -> str:
    """Return which report tells of a statement, for a voice is rarely the one who reports: "in Daily, 3 May 2024"."""
    return f"in {name_outlet(claim, reports)}, {reports.say_published(claim)}"
