"""How does a briefing come of the rows that leave a case? Sections first, then a number for each claim they stand on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.outputs.briefing.answers import tell_agreed, tell_disputes
from sayso.outputs.briefing.changes import tell_changes
from sayso.outputs.briefing.charts import tell_map
from sayso.outputs.briefing.contents import Block, Briefing, Cell, Note, Section, Table, walk_claims
from sayso.outputs.briefing.days import tell_days
from sayso.outputs.briefing.gaps import tell_reports, tell_unknown, tell_unread
from sayso.outputs.briefing.ledgers import tell_control, tell_dead, tell_figures
from sayso.outputs.briefing.numbers import count_of
from sayso.outputs.briefing.pictures import draw_control, draw_days, draw_figures
from sayso.outputs.briefing.reports import Reports, Tables
from sayso.outputs.briefing.runs import Sentence, list_names, ours, tell, write
from sayso.outputs.briefing.sentences import say_note
from sayso.outputs.matrices import Entry, Matrix
from sayso.outputs.reviews import UNREVIEWED_MARK
from sayso.text.day_words import say_days

OPENING = 2
MATRIX_QUESTIONS, MATRIX_VOICES = 14, 6
_OUTLETS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a briefing is made of: the rows that leave the case, those of an earlier day, and what was withheld.

    `is_unreviewed`: readings that no person has reviewed are among the rows, and every page says so.
    """

    title: str
    tables: Tables
    before: Tables | None = None
    since: str | None = None
    notes: tuple[str, ...] = ()
    is_unreviewed: bool = False


def draft_briefing(brief: Brief) -> Briefing:
    """Return the briefing: the same rows give the same words, and no model writes any of them."""
    reports = Reports(brief.tables)
    before = Reports(brief.before) if brief.before is not None else None
    parts = [
        tell_disputes(reports),
        tell_agreed(reports),
        tell_control(reports),
        tell_figures(reports),
        tell_changes(reports, before, brief.since),
        tell_days(reports),
        tell_map(reports),
        _tell_matrix(reports),
        tell_unknown(reports),
        tell_unread(reports, brief.notes),
        tell_reports(reports),
    ]
    drawn = {"control": draw_control(reports), "figures": draw_figures(reports), "days": draw_days(reports)}
    sections = (_summarize(reports, parts), *(replace(part, pictures=drawn.get(part.id, ())) for part in parts))
    claims = dict.fromkeys(claim for claim in walk_claims(sections) if claim in reports.claims)
    notes = tuple(
        Note(number=number, claim=claim, sentence=say_note(reports.claims[claim], reports))
        for number, claim in enumerate(claims, 1)
    )
    return Briefing(
        title=brief.title,
        span=_span(reports),
        warning=UNREVIEWED_MARK.capitalize() if brief.is_unreviewed else None,
        sections=sections,
        notes=notes,
    )


def _span(reports: Reports) -> str:
    """Return how many reports there are and over which days, those at which a report of unknown day may have come out too."""
    told = [row["published"] or "/".join(row["published_interval"] or ()) for row in reports.documents.values()]
    days = sorted(filter(None, told))
    if not days:
        return count_of(len(reports.documents), "report")
    # A report that leaves without its day has a week instead.
    first, last = days[0].partition("/")[0], max(day.rpartition("/")[2] for day in days)
    return f"{count_of(len(reports.documents), 'report')}, {say_days(first if first == last else f'{first}/{last}')}"


def _summarize(reports: Reports, parts: Sequence[Section]) -> Section:
    """Return the opening: what it rests on, then the first sentences of the parts on disputes, agreement and the dead."""
    disputed, agreed, _, _, changed = parts[:5]
    said = [_rests_on(reports), disputed.said[0], agreed.said[0], *(changed.said[:1] if changed.blocks else ())]
    said.append(
        tell(
            "Every sentence says who says it, and its note says where; nothing here is held to have happened because it was said"
        )
    )
    if reports.as_read:
        said.append(
            tell(
                "a place in square brackets does not stand in the sentence that is quoted: the machine takes it from the rest of the report"
            )
        )
    dead = tell_dead(reports)
    blocks = (
        *_first_of_sides(disputed),
        *(_cut(block, agreed.title) for block in agreed.blocks[:OPENING]),
        *([dead] if dead else []),
    )
    return Section(id="short", title="In short", said=tuple(said), blocks=blocks)


def _first_of_sides(part: Section) -> Iterator[Block]:
    """Yield the first disputes with the first sentence of each side: each side is heard, or none."""
    for block in part.blocks[:OPENING]:
        sides = [side.points for side in block.sides]
        if sides and all(sides) and not any(side.is_repeated for side in block.sides):
            yield replace(block, sides=(), points=tuple(points[0] for points in sides), why=part.title, id=None)


def _cut(block: Block, why: str | None = None) -> Block:
    return replace(block, points=block.points[:OPENING], why=why, id=None)


def _rests_on(reports: Reports) -> Sentence:
    outlets = list(dict.fromkeys(row["outlet"] for row in reports.documents.values() if row.get("outlet")))
    unnamed = sum(not row.get("outlet") for row in reports.documents.values())
    claims, total = len(reports.claims), len(reports.documents)
    opening = f"this briefing rests on {count_of(claims, 'claim')} in {count_of(total, 'report')}"
    if not outlets or len(outlets) > _OUTLETS:
        return tell(f"{opening} of {count_of(len(outlets) + unnamed, 'outlet')}" if total else opening)
    others = [f"{count_of(unnamed, 'outlet')} that no page names"] if unnamed else []
    runs = [ours(f"{opening}, by "), *list_names([*outlets, *others])]
    return write(runs)


def _tell_matrix(reports: Reports) -> Section:
    """Return the questions that several voices answer, by the voices that answer most of them."""
    matrix = Matrix(reports.tables, {document: reports.name_outlet(document) for document in reports.documents})
    several = [row for row in matrix.questions if len(row.entries) > 1]
    counted = Counter(voice for row in several[:MATRIX_QUESTIONS] for voice in row.entries)
    voices = sorted(counted, key=lambda voice: (-counted[voice], voice))
    shown = voices[:MATRIX_VOICES]
    rows = [row for row in several if sum(voice in row.entries for voice in shown) > 1][:MATRIX_QUESTIONS]
    cells = tuple((Cell(words=row.question), *(_cell(row.entries.get(voice, ())) for voice in shown)) for row in rows)
    left = (
        "Questions that fewer of these voices answer, and other voices, stand in the whole matrix (sayso matrix)."
        if rows
        else None
    )
    number = len(several)
    said = tell(
        f"{count_of(number, 'question')} {'is' if number == 1 else 'are'} answered by more than one voice; the table has those that most answer"
    )
    table = Table(title="Who answers what", head=("Question", *shown), rows=cells, is_wide=True)
    return Section(
        id="matrix", title="Who answers what", label="Matrix", said=(said,), tables=(table,) if rows else (), left=left
    )


def _cell(entries: Sequence[Entry]) -> Cell:
    claims = tuple(claim for entry in entries for claim in entry.claims)
    return Cell(words="; ".join(entry.words for entry in entries), claims=claims)
