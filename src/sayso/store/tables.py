"""What are the tables of `case.sqlite`? Columns to look at in any SQLite browser, and the whole record in `row`."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sayso.model.documents import Problem
from sayso.model.judgements import Judgement
from sayso.model.records import Conflict, ControlRow, Copy, FigureRow, Group, Link, Origin, Record
from sayso.model.resolved import NamedPlace, Place, ResolvedClaim, Voice
from sayso.store.rows import (
    HeldDocument,
    Values,
    is_placed_anew,
    list_held,
    mark_document,
    names_changed,
    write_claim,
    write_conflict,
    write_control,
    write_copy,
    write_document,
    write_figure,
    write_group,
    write_judgement,
    write_link,
    write_origin,
    write_place,
    write_problem,
    write_toponym,
    write_voice,
)
from sayso.store.words import Changed, Words

# Raised when a table changes: a record of another number is built again.
SCHEMA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its name, its columns as SQL writes them, what `row` holds, what it lists, and how a row is made.

    A row says nothing but what its item holds, its document's text, and, where `uses` is given, words of the record:
    it tells whether those of an item changed. `mark` tells an item from others as long as these are kept: of one mark,
    one row.
    """

    name: str
    columns: str
    holds: Any
    items: Callable[[Record], Iterable[Any]]
    row: Callable[[Any, Words], Values]
    mark: Callable[[Any], Hashable] = id
    uses: Callable[[Any, Changed], bool] | None = None

    def rows(self, record: Record) -> Iterator[Values]:
        """Yield the rows of a record."""
        words = Words.of(record)
        return (self.row(item, words) for item in self.items(record))

    @property
    def create(self) -> str:
        """The statement that makes the table; `position` keeps the order of the record."""
        return f'CREATE TABLE "{self.name}" (position INTEGER PRIMARY KEY, {self.columns}, row TEXT NOT NULL)'


SEARCHES = (
    ("claim_words", "quote, sentence", "claims"),
    ("document_words", "title, text", "documents"),
)


TABLES = (
    Table(
        name="documents",
        columns="id TEXT, file TEXT, also TEXT, sha256 TEXT, outlet TEXT, title TEXT, byline TEXT, agencies TEXT,"
        " published TEXT, published_from TEXT, published_to TEXT, published_basis TEXT, language TEXT, url TEXT,"
        " held TEXT, sentences INTEGER, sentences_with_claim INTEGER, text TEXT",
        holds=HeldDocument,
        items=list_held,
        row=write_document,
        mark=mark_document,
    ),
    Table(
        name="claims",
        columns="id TEXT, document TEXT, start INTEGER, stop INTEGER, quote TEXT, sentence TEXT, kind TEXT, voice TEXT,"
        " chain TEXT, stance TEXT, basis TEXT, place TEXT, edtf TEXT, time_basis TEXT, agent TEXT, target TEXT,"
        " holder TEXT, reviewed TEXT",
        holds=ResolvedClaim,
        items=attrgetter("claims"),
        row=write_claim,
        uses=names_changed,
    ),
    Table(
        name="groups",
        columns="id TEXT, kind TEXT, question TEXT, answer TEXT, place TEXT, period TEXT, standing TEXT,"
        " origins_lower INTEGER, origins_upper INTEGER, assessed_by TEXT, members TEXT",
        holds=Group,
        items=attrgetter("groups"),
        row=write_group,
    ),
    Table(
        name="origins",
        columns="id TEXT, group_id TEXT, name TEXT, claims TEXT, is_explicit INTEGER",
        holds=Origin,
        items=attrgetter("origins"),
        row=write_origin,
    ),
    Table(
        name="conflicts",
        columns="id TEXT, question TEXT, kinds TEXT, answers TEXT",
        holds=Conflict,
        items=attrgetter("conflicts"),
        row=write_conflict,
    ),
    Table(
        name="relations",
        columns="kind TEXT, left TEXT, right TEXT, rule TEXT",
        holds=Link,
        items=attrgetter("links"),
        row=write_link,
    ),
    Table(
        name="copies",
        columns="left TEXT, right TEXT, share REAL",
        holds=Copy,
        items=attrgetter("copies"),
        row=write_copy,
    ),
    Table(
        name="control",
        columns="place TEXT, date TEXT, voice TEXT, holder TEXT, extent TEXT, share TEXT, state TEXT, basis TEXT,"
        " claims TEXT",
        holds=ControlRow,
        items=attrgetter("control"),
        row=write_control,
    ),
    Table(
        name="figures",
        columns="id TEXT, what TEXT, of_whom TEXT, low REAL, high REAL, bound TEXT, scope TEXT, place TEXT, period TEXT,"
        " voice TEXT, words TEXT, part_of TEXT, claims TEXT",
        holds=FigureRow,
        items=attrgetter("figures"),
        row=write_figure,
    ),
    Table(
        name="voices",
        columns="key TEXT, name TEXT, kind TEXT, institution TEXT, side TEXT, draws_on TEXT, is_named INTEGER, names TEXT",
        holds=Voice,
        items=attrgetter("voices"),
        row=write_voice,
    ),
    Table(
        name="places",
        columns="key TEXT, name TEXT, kind TEXT, within TEXT, country TEXT, latitude REAL, longitude REAL, names TEXT",
        holds=Place,
        items=attrgetter("places"),
        row=write_place,
    ),
    Table(
        name="toponyms",
        columns="document TEXT, start INTEGER, stop INTEGER, written TEXT, place TEXT, country TEXT, latitude REAL,"
        " longitude REAL, precision TEXT, rule TEXT",
        holds=NamedPlace,
        items=attrgetter("toponyms"),
        row=write_toponym,
    ),
    Table(
        name="problems",
        columns="stage TEXT, document TEXT, file TEXT, reason TEXT",
        holds=Problem,
        items=attrgetter("problems"),
        row=write_problem,
    ),
    Table(
        name="judgements",
        columns="id TEXT, kind TEXT, author TEXT, made TEXT, reason TEXT, document TEXT, claim TEXT, quote TEXT,"
        " is_placed INTEGER",
        holds=Judgement,
        items=attrgetter("judgements"),
        row=write_judgement,
        uses=is_placed_anew,
    ),
)
