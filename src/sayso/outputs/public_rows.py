"""How does a row of the record read where it is sent on, without what leads to a private person?"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.model.documents import Document
from sayso.model.kinds import RelationKind
from sayso.model.records import Record
from sayso.outputs.coarse import blur_figure, blur_share, find_week
from sayso.outputs.public_claims import ClaimCutter, hide_whom
from sayso.outputs.public_questions import QuestionCutter, claims_of
from sayso.outputs.withheld import WORDS_WITHHELD, Withheld

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
            told = {"id": self._id(row["id"]), "outlet": self.withheld.outlet_class(document), "agencies": []}
            return left | gone | week | told
        left["outlet"] = self.withheld.name_outlet(document)
        left["title"] = row["title"] if row["title"] and privacy.is_plain(row["title"]) else None
        left["url"] = row["url"] if row["url"] and not privacy.is_in_address(row["url"]) else None
        return left

    def claim(self, row: Row) -> Row:
        """A claim."""
        left = self._claims.cut(row)
        return {**left, "question": self._questions.put_to(row)}

    def control(self, row: Row) -> Row:
        """Who holds a place on a day, according to one voice."""
        left = self._said(row, "date")
        return blur_share(left) if self._is_hidden(row["claims"]) else left

    def figure(self, row: Row) -> Row:
        """A number of one voice on one matter."""
        said = self._said(row, "period")
        left = blur_figure(hide_whom(said)) if self._is_hidden(row["claims"]) else said
        return {**left, "id": self._alias(row, "id", "figure"), "part_of": self._whole(row)}

    def group(self, row: Row) -> Row:
        """A group, or a conflict of groups."""
        claims = claims_of(row)
        left = {**row, "quote": self._quote(claims), "id": self._group_id(row)}
        left["question"], left["answer"] = self._questions.put(row), self._questions.answer(row)
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
        left["claims"] = row["claims"] - sum(
            self._claims.is_relay(row["name"], one) for one in self._hidden_of_voice(row)
        )
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
        """A relation between claims or documents; one of a document that is withheld is left out.

        So is one that tells of a withheld claim more than how it answers beside one that is shown: that both are of one day.
        """
        ends = (row["left"], row["right"])
        hidden_ends = sum(one in self.withheld.claims for one in ends)
        if not self.withheld.documents.isdisjoint(ends) or (hidden_ends == 1 and row["relation"] not in _ANSWERING):
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
    def _questions(self) -> QuestionCutter:
        return QuestionCutter(self.withheld, self.tables)

    @cached_property
    def _lines(self) -> Mapping[str, str]:
        return {row["id"]: self._alias(row, "id", "figure") for row in self.tables["figures"]}

    @cached_property
    def _origins(self) -> Mapping[str, str]:
        return {row["id"]: self._alias(row, "id", "origin") for row in self.tables["origins"]}

    def _whole(self, row: Row) -> str | None:
        """Return the line that a number is a part of; none where one of both is withheld, for both stand in one report."""
        whole = row["part_of"]
        if not whole or self._is_hidden(row["claims"]) is not (whole in self._hidden_lines):
            return None
        return self._lines.get(whole, whole)

    @cached_property
    def _hidden_lines(self) -> frozenset[str]:
        return frozenset(row["id"] for row in self.tables["figures"] if self._is_hidden(row["claims"]))

    def _origin(self, origin: str) -> str:
        return self._origins.get(origin, origin)

    def _group_id(self, row: Row) -> str:
        claims = claims_of(row)
        told = {"question": row["question"], "answer": row["answer"]}
        is_told = self.withheld.privacy.hide(told) == told and not self._is_hidden(claims)
        return str(row["id"]) if is_told else self.withheld.alias("group", row["id"])

    def _alias(self, row: Row, name: str, what: str) -> str:
        hidden = self._is_hidden(row["claims"]) or self.withheld.privacy.hide(row) != row
        return self.withheld.alias(what, row[name]) if hidden else str(row[name])

    def _said(self, row: Row, day: str) -> Row:
        left = {**row, "claims": self._ids(row["claims"]), "quote": self._quote(row["claims"])}
        left["voice"] = self._speaker(row["voice"], row["claims"])
        if self._is_hidden(row["claims"]):
            left[day] = find_week(row[day])
        return left

    def _speaker(self, name: str, claims: Sequence[str]) -> str:
        """Return how the voice of a row is written: for an outlet, agency or relay of what is withheld stands who says it."""
        known = [claim for claim in claims if claim in self._document_of]
        if known and self._is_hidden(claims) and self._claims.is_relay(name, known[0]):
            return self._claims.tell_speaker(known[0])
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

    def _hidden_of_voice(self, row: Row) -> list[str]:
        return [claim for claim in self._claims_of_voice(row) if claim in self.withheld.claims]


Cut = Callable[[RowCutter, Row], Row | None]
_ANSWERING = frozenset({RelationKind.SAME.value, RelationKind.CONFLICTS.value})
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


def _order(row: Row) -> tuple[int, str]:
    return (_by_number(str(row.get("id") or "")), json.dumps(row, ensure_ascii=False, sort_keys=True))


def _by_number(name: str) -> int:
    number = name.rpartition(" ")[2]
    return int(number) if number.isdigit() else 0
