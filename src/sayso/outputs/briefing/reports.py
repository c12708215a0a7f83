"""What does a briefing look up? The rows of an export, by ids, and the reports by number."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from sayso.text.day_words import say_published, say_week
from sayso.text.wordings import UNNAMED_OUTLET

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
# What stands for words that do not leave the case.
WITHHELD = "words withheld"


class Reports:
    """The rows of the tables that leave the case, by id. Nothing else of the case enters a briefing."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    @cached_property
    def documents(self) -> dict[str, Row]:
        """Reports by id, in the order of their days."""
        rows = sorted(self.tables["documents"], key=lambda row: (first_day(row), row.get("file") or "", row["id"]))
        return {row["id"]: row for row in rows}

    @cached_property
    def undated(self) -> frozenset[str]:
        """The reports whose day is not known, or only its bounds."""
        return frozenset(row["id"] for row in self.tables["documents"] if not row.get("published"))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each report in the list of reports."""
        return {document: number for number, document in enumerate(self.documents, 1)}

    @cached_property
    def claims(self) -> dict[str, Row]:
        """Claims by id; of what is withheld or was not reviewed there is nothing, whatever words stand for it."""
        return {row["id"]: _clean(row) for row in self.tables["claims"]}

    @cached_property
    def groups(self) -> dict[str, Row]:
        """The groups that give one answer, by id."""
        return {row["id"]: row for row in self.tables["groups"] if row["relation"] == "same"}

    def find_figure(self, line: str | None) -> Row | None:
        """Return the line of the ledger with an id, None where nothing of it leaves the case."""
        row = self._figures.get(line or "")
        return row if row is not None and self.known(row["claims"]) else None

    @cached_property
    def _figures(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.tables["figures"]}

    @cached_property
    def as_read(self) -> str:
        """What stands before a count of answers where readings are in it that no person has reviewed."""
        return "" if all(row["reviewed"] for row in self.claims.values()) else "as the machine reads them, "

    @cached_property
    def conflicts(self) -> list[Row]:
        """The questions that are answered in ways that exclude each other."""
        return [row for row in self.tables["groups"] if row["relation"] == "conflict"]

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The claims that stand on a side of a dispute."""
        return frozenset(claim for row in self.conflicts for side in row["sides"] for claim in side)

    @cached_property
    def holdings(self) -> dict[str, Row]:
        """The statement of control that each claim gives."""
        return {claim: row for row in self.tables["control"] for claim in row["claims"]}

    @cached_property
    def counting(self) -> frozenset[str]:
        """The claims whose origin counts: said by somebody, and not by an outlet or agency without a source."""
        return frozenset(claim for row in self.tables["origins"] if row["counts"] for claim in row["claims"])

    @cached_property
    def counts(self) -> dict[str, list[Row]]:
        """The figures that each claim gives."""
        found: dict[str, list[Row]] = {}
        for row in self.tables["figures"]:
            for claim in row["claims"]:
                found.setdefault(claim, []).append(row)
        return found

    @cached_property
    def precisions(self) -> dict[str, str]:
        """How closely each place is told, by its name."""
        places = (row["place"] for row in self.tables["claims"] if row["place"])
        return {place["name"]: place.get("precision") or "" for place in places}

    @cached_property
    def answers(self) -> dict[str, str]:
        """The answer of the group of each claim, that of its own question."""
        found: dict[str, str] = {}
        for group in self.groups.values():
            for claim in group["members"]:
                is_own = claim in self.claims and self.claims[claim]["question"] == group["question"]
                if claim not in found or is_own:
                    found[claim] = group["answer"]
        return found

    @cached_property
    def all_answers(self) -> dict[str, tuple[str, ...]]:
        """The answers of all groups of each claim: a deed in which things are counted answers how many, too."""
        found: dict[str, tuple[str, ...]] = {}
        for group in self.groups.values():
            found.update({claim: (*found.get(claim, ()), group["answer"]) for claim in group["members"]})
        return found

    @cached_property
    def voices(self) -> dict[str, Row]:
        """Voices by name; of two of one name the first."""
        return {row["name"]: row for row in reversed(self.tables["voices"])}

    def known(self, claims: Sequence[str]) -> list[Row]:
        """Return the rows of claims; one that does not leave the case is passed over."""
        return [self.claims[claim] for claim in claims if claim in self.claims]

    def name_outlet(self, document: str) -> str:
        """Return the outlet of a report, or that none is named, with the number of the report."""
        row = self.documents[document]
        return row.get("outlet") or f"{UNNAMED_OUTLET} (report {self.numbers[document]})"

    def name_origin(self, claim: Row) -> str:
        """Return the outlet of a claim; of one whose report is withheld only what sort of outlet it is."""
        if claim["doc"] in self.documents:
            return self.name_outlet(claim["doc"])
        return claim.get("outlet") or "an outlet that is withheld"

    def say_day(self, document: str) -> str:
        """Return the day of a report as one reads it."""
        row = self.documents[document]
        if row.get("published"):
            return say_published(row["published"])
        interval = row.get("published_interval")
        return say_published("/".join(interval)) if interval else "day not known"

    def say_published(self, claim: Row) -> str:
        """Return the day on which a claim was published; of one whose report is withheld only the week."""
        if claim["doc"] in self.documents:
            return self.say_day(claim["doc"])
        return say_week(claim.get("published")).strip() or "day not known"


def _clean(row: Row) -> Row:
    words = {key: None if row[key] == WITHHELD else row[key] for key in ("quote", "context")}
    return {**row, **words, "reviewed": None if (row["reviewed"] or "no").startswith("no") else row["reviewed"]}


def first_day(row: Row) -> str:
    """Return the first day on which a report can have come out, after all days where none is known."""
    return str(row.get("published") or (row.get("published_interval") or ["9"])[0])
