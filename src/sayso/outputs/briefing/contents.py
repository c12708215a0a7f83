"""What does a briefing hold? Sections of blocks of sentences, and tables, each with the claims it stands on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.outputs.briefing.runs import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A sentence with how the question stands, and who else says so."""

    sentence: Sentence
    also: tuple[Sentence, ...] = ()
    standing: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One answer to a question: in few words, with its origins, and who gives it; `is_repeated`: all of it was told above."""

    answer: str
    origins: str
    points: tuple[Point, ...]
    is_repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Points under one heading; a dispute has sides instead. `why` is the rule behind it, in words."""

    heading: str
    points: tuple[Point, ...] = ()
    sides: tuple[Side, ...] = ()
    why: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table: words of ours or of a report, and the claims behind them."""

    words: str
    claims: tuple[str, ...] = ()
    is_quote: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a title and a head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a lane: where it lies, how it is marked, what it says when pointed at."""

    x: float
    width: float
    y: float
    height: float
    marks: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A line of a picture with its name, and in few words what it says."""

    name: str
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: its title, the ends of its scale in words, its lanes, and what its colours stand for."""

    title: str
    ends: tuple[str, ...]
    lanes: tuple[Lane, ...]
    colours: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A map as addresses that hold it, for a sheet and for a phone, and what it shows in words."""

    wide: str
    narrow: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the briefing: `said` opens it, `drawing` is a map, `left` tells what was left out, `label` is a short title."""

    id: str
    title: str
    said: tuple[Sentence, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    drawing: Drawing | None = None
    left: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: its number, the claim it is of, and its words."""

    number: int
    claim: str
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All of it. `warning` stands on every page where readings are printed that no person has reviewed."""

    title: str
    span: str
    warning: str | None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]

    @property
    def numbers(self) -> dict[str, int]:
        """The number of the footnote of each claim."""
        return {note.claim: note.number for note in self.notes}


def walk_claims(sections: Sequence[Section]) -> Iterator[str]:
    """Yield the claims that sections stand on, in the order in which a reader meets them."""
    for section in sections:
        for sentence in _walk_sentences(section):
            yield from sentence.claims
        cells = (cell for table in section.tables for row in table.rows for cell in row)
        yield from (claim for cell in cells for claim in cell.claims)


def _walk_sentences(section: Section) -> Iterator[Sentence]:
    yield from section.said
    for block in section.blocks:
        points = [*block.points, *(point for side in block.sides for point in side.points)]
        for point in points:
            yield from (point.sentence, *point.also)


def walk_sentences(briefing: Briefing) -> Iterator[Sentence]:
    """Yield every sentence of a briefing, footnotes too."""
    for section in briefing.sections:
        yield from _walk_sentences(section)
    for note in briefing.notes:
        yield note.sentence
