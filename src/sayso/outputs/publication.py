"""What of a record may be sent on? The one thing that every format that leaves a case is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.model.records import Record
from sayso.outputs.columns import PUBLIC_COLUMNS
from sayso.outputs.gates import HeldBack, Terms, count_struck, hold_back, names_refuge
from sayso.outputs.privacy import Privacy
from sayso.outputs.public_rows import RowCutter
from sayso.outputs.reviews import NOT_REVIEWED, UNREVIEWED, UNREVIEWED_MARK
from sayso.outputs.rows import export_rows
from sayso.outputs.withheld import Withheld
from sayso.outputs.withholding import withhold_ties
from sayso.text.wordings import count

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a publication rests on, and how much of the record it does not hold."""

    documents: int
    read: int
    not_read: int
    sentences: int
    sentences_with_claim: int
    claims: int
    reviewed: int
    withheld: int
    unreviewed_held_back: int
    agents_held_back: int
    places_held_back: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What may be sent on of a record: rows by table (those of `PUBLIC_COLUMNS`), and what they leave out.

    `mark` stands on every page of what is made of it: None when a person has reviewed all of it. `withholds` says in
    sentences what is not told.
    """

    title: str | None
    tables: Mapping[str, list[Row]]
    counts: Counts
    mark: str | None
    withholds: tuple[str, ...]


def publish(record: Record, terms: Terms, *, whole: Record | None = None, held: HeldBack | None = None) -> Publication:
    """Return what may be sent on of a record, on the terms given.

    The record must hold no claim that the gate holds back (`hold_back`): counts and standings are made anew without those
    before. `held` are the claims that were held back, `whole` the record of the whole case, by which private persons are
    numbered, so that each has one number in all that leaves a case.

    Raises:
        ValueError: when the record holds a claim that may not leave on these terms.
    """
    waiting = hold_back(record, terms).all
    if waiting:
        raise ValueError(f"{len(waiting)} claims may not leave on these terms: leave them out before")
    record = withhold_ties(record)
    privacy = Privacy(whole or record, terms.secret, terms.parties)
    withheld = Withheld(whole or record, privacy, terms.secret)
    tables: Mapping[str, list[Row]] = {
        name: rows for name, rows in export_rows(record).items() if name in PUBLIC_COLUMNS
    }
    if terms.names is None:
        tables = RowCutter(record, withheld, tables).cut()
    tables = {**tables, **_close(tables, terms)}
    mark = UNREVIEWED_MARK if any(not one.reviewed for one in record.claims) else None
    if mark:
        tables = {table: [_mark(row) for row in rows] for table, rows in tables.items()}
    hidden = sum(1 for one in record.claims if one.claim.id in withheld.claims) if terms.names is None else 0
    return Publication(
        title=record.title if terms.names is not None or record.title is None else privacy.hide(record.title),
        tables=dict(tables),
        counts=_count(record, hidden, held or HeldBack()),
        mark=mark,
        withholds=tuple(_say(whole or record, terms, held or HeldBack())),
    )


def _close(tables: Mapping[str, list[Row]], terms: Terms) -> dict[str, list[Row]]:
    """Return rows without what no claim that leaves vouches for: words and voices of reports, and places to be released.

    The names of files are those of this machine.
    """
    documents = [row | {"file": None} for row in tables["documents"]]
    problems = [_hide_file(row) for row in tables["problems"]]
    ids = {row["id"] for row in documents}
    bare = dict.fromkeys(("quote", "spans"))
    relations = [row | bare if row["left"] in ids else row for row in tables["relations"]]
    voices = [row for row in tables["voices"] if row["claims"]]
    shown = documents if terms.places else list(map(_hide_refuges, documents))
    return {"documents": shown, "relations": relations, "voices": voices, "problems": problems}


def _hide_refuges(row: Row) -> Row:
    return {**row, **{cell: None for cell in ("title", "url", "quote") if names_refuge(row[cell] or "")}}


def _hide_file(row: Row) -> Row:
    reason = row["reason"].replace(row["file"], "…") if row["file"] else row["reason"]
    return {**row, **dict.fromkeys(("file", "span", "quote")), "reason": reason}


def _mark(row: Row) -> Row:
    return {**row, "reviewed": UNREVIEWED} if row["reviewed"] == NOT_REVIEWED else row


def _count(record: Record, hidden: int, held: HeldBack) -> Counts:
    read = sum(1 for one in record.coverage if one.sentences)
    return Counts(
        documents=len(record.documents),
        read=read,
        not_read=len(record.documents) - read,
        sentences=sum(one.sentences for one in record.coverage),
        sentences_with_claim=sum(one.with_claim for one in record.coverage),
        claims=len(record.claims),
        reviewed=sum(1 for one in record.claims if one.reviewed),
        withheld=hidden,
        unreviewed_held_back=len(held.unreviewed),
        agents_held_back=len(held.agents),
        places_held_back=len(held.places),
    )


def _say(record: Record, terms: Terms, held: HeldBack) -> Iterator[str]:
    """Yield what a publication does not tell, in sentences."""
    if terms.names is None:
        yield from (PERSONS, WORDS, STRANGERS, TITLES)
    yield TIES
    yield JUDGING
    for ids, why in ((held.unreviewed, "that nobody has reviewed"), (held.agents, AGENTS), (held.places, PLACES)):
        if ids:
            yield f"Left out: {count(sorted(ids), 'claim')} {why}."
    struck = count_struck(record, held)
    if struck:
        # What is left of such a report ("it hit the building") must not read as if nothing of the kind were told.
        yield f"Of these, {'one tells' if struck == 1 else f'{struck} tell'} of an attack in a sentence that names a medical site."


PERSONS = (
    "Everybody who is not in the table of holders of public office is private: persons read 'private person 1' and so on. In"
    " that table are heads of state and government, ministers, and those who lead or speak in public for a body: the United"
    " Nations, armies and armed groups, relief bodies, and monitors that publish what they collect."
)
WORDS = (
    "Claims that a private person makes, or whose sentence tells of one or describes somebody so that he could be known, leave"
    " without the words and the report. What is left is who answers which question how, the topic and the place, with the sort"
    " of outlet and the week in place of the day (the months, where only those are known). Of a number its size is told ('100"
    " to 999 (size only)'), of a share whether it is half or more; who passed the claim on is not told."
)
STRANGERS = (
    "Names that no table knows and that no text sets as those of places read 'name withheld 1' and so on, where claims set"
    " something there 'place withheld 1': they may be somebody's."
)
TITLES = (
    "The other claims are quoted exactly, with the titles of their reports: whoever searches for these words finds the"
    " reports, and can read there what is withheld here. Withholding keeps this text from naming anybody; it does not hide"
    " what is published elsewhere. Look through it before you send it."
)
TIES = (
    "Who an unnamed voice may be is withheld: nothing here shows a voice without a name as one with a name because"
    " somebody decided so. Lower bounds of origins allow for it, so they may be lower than the rows show."
)
JUDGING = "The grounds that people wrote for their judgements are withheld; who judged is not."
AGENTS = "that would tell of a person as an agent of violence, not released"
PLACES = "that would tell of places of aid or shelter, or ways out, not released"
