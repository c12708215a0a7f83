"""How does a row of the record read where it is sent on, without what leads to a private person?"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.model.documents import Document
from sayso.model.kinds import TimeBasis
from sayso.model.records import Record
from sayso.outputs.public_claims import ClaimCutter, hide_whom, tells_of_one
from sayso.outputs.withheld import WORDS_WITHHELD, Withheld, find_week
from sayso.text.day_words import say_when

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]


@dataclass(frozen=True)
class RowCutter:
    """Takes out of the rows of a record what is withheld; rows cut come after the others, in an order that tells nothing."""

    record: Record
    withheld: Withheld
    tables: Tables

    def cut(self) -> dict[str, list[Row]]:
        """Return the rows of every table as they may be sent on."""
        return {table: self._cut_table(rows, _CUTS[table]) for table, rows in self.tables.items()}

    def _cut_table(self, rows: Sequence[Row], cut: "Cut") -> list[Row]:
        shown: list[Row] = []
        hidden: list[Row] = []
        for row in rows:
            left = cut(self, row)
            if left is not None:
                clean = self._sweep(left)
                (hidden if self._is_cut(row, clean) else shown).append(clean)
        return [*shown, *sorted(hidden, key=_order)]

    def _sweep(self, row: Row) -> Row:
        """Return a row with no name of a private person in any cell; words that held one are withheld as a whole."""
        clean = self.withheld.privacy.hide(row)
        words = {name: WORDS_WITHHELD for name in ("quote", "context") if row.get(name) and clean[name] != row[name]}
        return {**clean, **words}

    def _is_cut(self, row: Row, left: Row) -> bool:
        return left.get("quote") == WORDS_WITHHELD or left.get("id") != row.get("id")

    def document(self, row: Row) -> Row:
        """A document: one whose title names a private person leaves as a sort of outlet and a week."""
        document = self._documents[row["id"]]
        privacy = self.withheld.privacy
        left = {**row, "file": None, "quote": self._plain(row["quote"])}
        if row["id"] in self.withheld.documents:
            gone = dict.fromkeys(("sha256", "title", "url", "rule", "quote"))
            week = {"published": find_week(row["published"]), "published_interval": None}
            return left | gone | week | {"id": self._id(row["id"]), "outlet": self.withheld.outlet_class(document)}
        left["outlet"] = self.withheld.name_outlet(document)
        left["title"] = row["title"] if row["title"] and privacy.is_plain(row["title"]) else None
        left["url"] = row["url"] if row["url"] and not privacy.is_in_address(row["url"]) else None
        return left

    def claim(self, row: Row) -> Row:
        """A claim."""
        left = self._claims.cut(row)
        return {**left, "question": self._questions.get(row["question"], row["question"])}

    def control(self, row: Row) -> Row:
        """Who holds a place on a day, according to one voice."""
        return self._said(row, "date")

    def figure(self, row: Row) -> Row:
        """A number of one voice on one matter."""
        said = self._said(row, "period")
        left = hide_whom(said) if self._is_hidden(row["claims"]) else said
        return {**left, "id": self._alias(row, "id", "figure"), "part_of": self._line(row["part_of"])}

    def group(self, row: Row) -> Row:
        """A group, or a conflict of groups."""
        claims = row["members"] or [claim for side in row["sides"] for claim in side]
        left = {**row, "quote": self._quote(claims), "id": self._group_id(row)}
        left["question"] = self._questions.get(row["question"], row["question"])
        left["members"] = self._ids(row["members"]) if row["members"] else None
        left["sides"] = [self._ids(side) for side in row["sides"]] if row["sides"] else None
        return left

    def voice(self, row: Row) -> Row:
        """A source: a private person has a number, a kind and a side."""
        left = {**row, "name": self._claims.name(row["name"], row["names"])}
        shown = [claim for claim in self._claims_of_voice(row) if claim not in self.withheld.claims]
        left["documents"] = [one for one in row["documents"] if one in {self._document_of[claim] for claim in shown}]
        left["quote"] = self._quote_of(shown[0]) if shown else WORDS_WITHHELD if row["claims"] else None
        left["draws_on"] = [self._claims.name(name, ()) for name in row["draws_on"]]
        if left["name"] != row["name"]:
            left |= {"institution": None, "names": [], "private": bool(row["named"])}
        elif not row["named"]:
            left["names"] = [name for name in row["names"] if self._claims.name(name, ()) == name]
        return left

    def origin(self, row: Row) -> Row:
        """Where claims first came from."""
        left = {**row, "claims": self._ids(row["claims"]), "quote": self._quote(row["claims"])}
        left["name"] = self._speaker(row["name"], row["claims"])
        left["id"] = self._alias(row, "id", "origin")
        left["group"] = self._groups.get(row["group"], row["group"])
        left["draws_on"] = [self._origin(one) for one in row["draws_on"]]
        return left

    def relation(self, row: Row) -> Row | None:
        """A relation between claims or documents; one of a document that is withheld is left out."""
        if not self.withheld.documents.isdisjoint((row["left"], row["right"])):
            return None
        is_of_claims = row["left"] in self._document_of
        hidden = is_of_claims and row["left"] in self.withheld.claims
        left = {**row, "left": self._id(row["left"]), "right": self._id(row["right"])}
        left["quote"] = WORDS_WITHHELD if hidden else row["quote"]
        return left

    def problem(self, row: Row) -> Row:
        """What could not be read: where and in which stage, without the words."""
        document = row["doc"] if row["doc"] not in self.withheld.documents else None
        reason = self.withheld.privacy.cut_quoted(row["reason"], row["file"])
        return {**row, "doc": document, "file": None, "span": None, "quote": None, "reason": reason}

    def place(self, row: Row) -> Row:
        """A place that claims tell of."""
        return {**row, "claims": self._ids(row["claims"]), "quote": self._quote(row["claims"])}

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.record.documents}

    @cached_property
    def _claims(self) -> ClaimCutter:
        return ClaimCutter(self.record, self.withheld)

    @cached_property
    def _document_of(self) -> Mapping[str, str]:
        return {one.claim.id: one.claim.document for one in self.record.claims}

    @cached_property
    def _groups(self) -> Mapping[str, str]:
        """The names of the groups that leave under another: their own are hashes of words that are withheld."""
        return {row["id"]: self._group_id(row) for row in self.tables["groups"]}

    @cached_property
    def _questions(self) -> Mapping[str, str]:
        """How each question is put: without private names, with the week of a withheld report instead of its day.

        Two that would read the same are numbered, in an order that tells nothing, for they are two.
        """
        alike: dict[str, list[str]] = {}
        for question in sorted({row["question"] for row in self.tables["groups"]}, key=self.withheld.draw):
            week = _tell_week(self._without_whom(question), self._reported[question])
            alike.setdefault(self.withheld.privacy.hide(week), []).append(question)
        return {
            question: told if len(questions) == 1 else f"{told} ({number} of {len(questions)})"
            for told, questions in alike.items()
            for number, question in enumerate(questions, 1)
        }

    def _without_whom(self, question: str) -> str:
        """Return how a question is put of people, where it asks for the number of those of whom few are there."""
        found = _WHOM.match(question)
        return _WHOM.sub("How many people", question) if found and found[1] in self._singles else question

    @cached_property
    def _singles(self) -> frozenset[str]:
        """By what those are told of who are told of alone, in claims that are withheld."""
        rows = (row for row in self.tables["claims"] if row["id"] in self.withheld.claims)
        figures = (figure for row in rows for figure in row["figures"])
        return frozenset(one["of_whom"] for one in figures if tells_of_one(one))

    @cached_property
    def _reported(self) -> Mapping[str, set[str]]:
        """The days of withheld reports that each question names; none where a claim that is shown names it too."""
        times = {row["id"]: row["time"] for row in self.tables["claims"]}
        days: dict[str, set[str | None]] = {}
        for row in self.tables["groups"]:
            found = days.setdefault(row["question"], set())
            for claim in row["members"] or ():
                is_told = claim not in self.withheld.claims or times[claim]["basis"] != TimeBasis.DOCUMENT.value
                found.add(None if is_told else times[claim]["edtf"])
        return {question: set() if None in found else {day for day in found if day} for question, found in days.items()}

    @cached_property
    def _lines(self) -> Mapping[str, str]:
        return {row["id"]: self._alias(row, "id", "figure") for row in self.tables["figures"]}

    @cached_property
    def _origins(self) -> Mapping[str, str]:
        return {row["id"]: self._alias(row, "id", "origin") for row in self.tables["origins"]}

    def _line(self, line: str | None) -> str | None:
        return self._lines.get(line, line) if line else None

    def _origin(self, origin: str) -> str:
        return self._origins.get(origin, origin)

    def _group_id(self, row: Row) -> str:
        claims = row["members"] or [claim for side in row["sides"] for claim in side]
        told = {"question": row["question"], "answer": row["answer"]}
        is_told = self.withheld.privacy.hide(told) == told and not self._is_hidden(claims)
        return str(row["id"]) if is_told else self.withheld.alias("group", row["id"])

    def _alias(self, row: Row, name: str, what: str) -> str:
        hidden = self._is_hidden(row["claims"]) or self.withheld.privacy.hide(row) != row
        return self.withheld.alias(what, row[name]) if hidden else str(row[name])

    def _said(self, row: Row, day: str) -> Row:
        left = {**row, "claims": self._ids(row["claims"]), "quote": self._quote(row["claims"])}
        left["voice"] = self._speaker(row["voice"], row["claims"])
        if self._is_hidden(row["claims"]) and row["time_basis"] == TimeBasis.DOCUMENT.value:
            left[day] = find_week(row[day])
        return left

    def _speaker(self, name: str, claims: Sequence[str]) -> str:
        """Return how the voice of a row is written: what an outlet says itself and is withheld is a sort of outlet's."""
        if self._is_hidden(claims) and name in self._claims.outlets:
            return self._claims.outlets[name]
        return self._claims.name(name, ())

    def _is_hidden(self, claims: Iterable[str]) -> bool:
        return all(claim in self.withheld.claims for claim in claims)

    def _quote(self, claims: Sequence[str]) -> str:
        shown = next(
            (claim for claim in claims if claim in self._document_of and claim not in self.withheld.claims), None
        )
        return self._quote_of(shown) if shown else WORDS_WITHHELD

    def _quote_of(self, claim: str) -> str:
        return self._quotes[claim]

    @cached_property
    def _quotes(self) -> Mapping[str, str]:
        return {row["id"]: row["quote"] for row in self.tables["claims"]}

    def _ids(self, ids: Iterable[str]) -> list[str]:
        """Return the names under which claims leave, those that are withheld last and by their numbers."""
        known = list(ids)
        shown = [one for one in known if one not in self.withheld.names]
        return [*shown, *sorted((self._id(one) for one in known if one in self.withheld.names), key=_by_number)]

    def _id(self, one: str) -> str:
        return self.withheld.names.get(one, one)

    def _plain(self, words: str | None) -> str | None:
        return words if words and self.withheld.privacy.is_plain(words) else None

    def _claims_of_voice(self, row: Row) -> list[str]:
        keys = {voice.key for voice in self.record.voices if voice.name == row["name"]}
        return (
            [one.claim.id for one in self.record.claims if not keys.isdisjoint((*one.chain, one.voice))] if keys else []
        )


Cut = Callable[[RowCutter, Row], Row | None]
_CUTS: Mapping[str, Cut] = {
    "documents": RowCutter.document,
    "claims": RowCutter.claim,
    "control": RowCutter.control,
    "figures": RowCutter.figure,
    "groups": RowCutter.group,
    "voices": RowCutter.voice,
    "origins": RowCutter.origin,
    "relations": RowCutter.relation,
    "problems": RowCutter.problem,
    "places": RowCutter.place,
}


def _tell_week(question: str, days: Iterable[str]) -> str:
    """Return a question with the week of the first of some days in place of its time."""
    week = next((week for day in sorted(days) if (week := find_week(day))), None)
    return _WHEN.sub(say_when(week), question) if week else question


_WHOM = re.compile(r"How many (.+?)(?= (?:were|lived|died|was|had)\b)")
_DATE = r"(?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}(?:-\d\d)*"
# The time at the end of a question, as it is put.
_WHEN = re.compile(
    rf" (?:on|about|in|up to|since|from)(?: a day between)? {_DATE}(?: (?:to|and) {_DATE})?(?=\?$| described\?$)"
)


def _order(row: Row) -> tuple[int, str]:
    return (_by_number(str(row.get("id") or "")), json.dumps(row, ensure_ascii=False, sort_keys=True))


def _by_number(name: str) -> int:
    number = name.rpartition(" ")[2]
    return int(number) if number.isdigit() else 0
