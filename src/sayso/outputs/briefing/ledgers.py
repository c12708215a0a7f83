"""Who holds what, and how many, according to whom? Tables with a row for each statement of one voice."""

from sayso.outputs.briefing.choices import choose_short
from sayso.outputs.briefing.clauses import CONTROL, NOT_WHOLLY, mark_place, name_whole, read_patterns, say_number
from sayso.outputs.briefing.contents import Block, Cell, Point, Section, Table
from sayso.outputs.briefing.counts import COUNTED
from sayso.outputs.briefing.numbers import count_of
from sayso.outputs.briefing.points import is_outright
from sayso.outputs.briefing.reports import WITHHELD, Reports, Row
from sayso.outputs.briefing.runs import tell
from sayso.outputs.briefing.sentences import name_source, say_count
from sayso.text.day_words import say_days
from sayso.text.wordings import say_word

TABLE_ROWS, LARGEST = 80, 4
_AMOUNTS = {
    "whole": "all",
    "most": "most",
    "share": "a share",
    "part": "part",
    "presence": "presence",
    "unsaid": "how much is not said",
}
_TOLLS = ("fatalities", "injured")


def tell_control(reports: Reports) -> Section:
    """Return who is said to hold what, per place and voice, as a table: a row for each statement."""
    rows = [row for row in reports.tables["control"] if reports.known(row["claims"])]
    ordered = sorted(
        rows, key=lambda row: (row["place"], row["date"] or "9", row["voice"], row["holder"], row["extent"])
    )
    cells = tuple(_hold(row, reports) for row in ordered[:TABLE_ROWS])
    table = Table(
        title="Who is said to hold what", head=("Place", "Day", "According to", "Read as", "In these words"), rows=cells
    )
    number = len(rows)
    said = tell(
        f"{count_of(number, 'statement')} {'tells' if number == 1 else 'tell'} who holds a place{'' if number == 1 else ', each by one voice'}; between the days that a"
        " voice speaks of nothing is filled in"
    )
    if not rows:
        said = tell(f"No statement of control was found in {count_of(len(reports.documents), 'report')}")
    return Section(
        id="control", title="Who holds what, according to whom", label="Control", said=(said,), tables=(table,) if cells else (),
        left=_left(len(ordered), TABLE_ROWS, "statement"),
    )  # fmt: skip


def _hold(row: Row, reports: Reports) -> tuple[Cell, ...]:
    claim = reports.known(row["claims"])[0]
    return (
        Cell(words=mark_place(row["place"], claim)),
        Cell(words=say_day(row["date"], row["time_basis"])),
        Cell(words=name_source(claim, reports)),
        Cell(words=say_holding(row) + _say_manner(claim)),
        Cell(
            words=choose_short(claim) if claim["quote"] else WITHHELD,
            claims=tuple(row["claims"]),
            is_quote=bool(claim["quote"]),
        ),
    )


def _say_manner(claim: Row) -> str:
    """Return in brackets how a claim is said where it is not said outright; what is denied is told in the cell itself."""
    manner = read_patterns("manner")
    how = manner.get(claim["basis"]) or (claim["stance"] != "denies" and manner.get(claim["stance"]))
    return f" ({how})" if how else ""


def say_holding(row: Row) -> str:
    """Return who holds how much, in few words."""
    holder = row["holder"].removeprefix(NOT_WHOLLY)
    if holder != row["holder"]:
        return f"{holder} does not hold all of it"
    if holder == "contested" or row["state"] == "contested":
        return "contested"
    share = row["share"] or ""
    amount = (
        share.replace("%", " per cent") if row["extent"] == "share" and share[:1].isdigit() else _AMOUNTS[row["extent"]]
    )
    state = "" if row["state"] == "held" else say_word(row["state"])
    return ", ".join(part for part in (holder, amount, state) if part)


def say_day(edtf: str | None, basis: str) -> str:
    """Return a day for a table, and whether it is only that of the report."""
    if not edtf:
        return "no day given"
    days = say_days(edtf)
    if basis != "document":
        return days
    return f"reported {days}" if " to " in days else f"reported on {days}"


def _left(number: int, most: int, thing: str) -> str | None:
    return f"{count_of(number - most, f'further {thing}')} of the record not shown here." if number > most else None


def tell_figures(reports: Reports) -> Section:
    """Return the figures per voice with what they count: never a bare number, never a sum."""
    rows = [
        row for row in reports.tables["figures"] if reports.known(row["claims"]) and not _is_of_control(row, reports)
    ]
    ordered = sorted(
        rows,
        key=lambda row: (
            list(COUNTED).index(row["what"]),
            row["place"] or "",
            row["period"] or "9",
            row["voice"],
            row["id"],
        ),
    )
    cells = tuple(_count(row, reports) for row in ordered[:TABLE_ROWS])
    head = ("What", "Number as said", "Counts", "Where and when", "According to", "In these words")
    number = len(rows)
    said = tell(
        f"{count_of(number, 'figure')} {'is' if number == 1 else 'are'} given{'' if number == 1 else ', each by one voice; none is added to another'}"
    )
    if not rows:
        said = tell(f"No figure was found in {count_of(len(reports.documents), 'report')}")
    return Section(
        id="figures", title="Figures, per voice", label="Figures", said=(said,),
        tables=(Table(title="All figures", head=head, rows=cells),) if cells else (), left=_left(len(ordered), TABLE_ROWS, "figure"),
    )  # fmt: skip


def tell_dead(reports: Reports) -> Block | None:
    """Return counts of the dead and the injured as sentences, the largest of single events first; None without any.

    What is only mentioned in passing comes last. A part of another count stands right behind it. Of counts of all until a day there is the last.
    """
    tolls = [row for row in reports.tables["figures"] if row["what"] in _TOLLS and reports.known(row["claims"])]
    tolls.sort(key=lambda row: (-_size(row), row["place"] or "", row["voice"], row["id"]))
    parts = [row for row in tolls if row["part_of"] is not None]
    wholes = [row for row in tolls if row["part_of"] is None and not row["is_former"]]
    single = [row for row in wholes if row["scope"] != "cumulative"]
    single = sorted(single, key=lambda row: not is_outright(reports.known(row["claims"])[0]))[:LARGEST]
    until = [row for row in wholes if row["scope"] == "cumulative"]
    last = sorted(until, key=lambda row: (row["period"] or "", _size(row)))[-1:]
    told = [one for row in single for one in (row, *(part for part in parts if part["part_of"] == row["id"]))]
    points = tuple(Point(sentence=say_count(row, reports)) for row in (*told, *last))
    return Block(heading="The dead and the injured", points=points) if points else None


def _size(row: Row) -> float:
    return float(row["low"] or row["high"] or 0)


def _is_of_control(row: Row, reports: Reports) -> bool:
    """Tell whether a number is the share of a place that is held, which the part on control tells."""
    return row["what"] == "other" and any(claim["kind"] in CONTROL for claim in reports.known(row["claims"]))


def _count(row: Row, reports: Reports) -> tuple[Cell, ...]:
    claim = reports.known(row["claims"])[0]
    what = " ".join(part for part in (row["of_whom"] or "people", COUNTED[row["what"]]) if part)
    day = say_day(row["period"], row["time_basis"])
    number = f"“{row['words']}”" if row["by_rule"] else say_number(row)
    return (
        Cell(words=what),
        Cell(words=number, is_number=True),
        Cell(
            words=", ".join(part for part in (read_patterns("scopes")[row["scope"]], name_whole(row, reports)) if part)
        ),
        Cell(words=", ".join(part for part in (mark_place(row["place"], claim, in_part=row["in_part"]), day) if part)),
        Cell(words=name_source(claim, reports) + _say_manner(claim)),
        Cell(
            words=choose_short(claim) if claim["quote"] else WITHHELD,
            claims=tuple(row["claims"]),
            is_quote=bool(claim["quote"]),
        ),
    )
