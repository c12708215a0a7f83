"""How is a question put, and how its answer, where some or all of those who answer it are withheld?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.outputs.coarse import blur_answer, blur_figure, find_week
from sayso.outputs.public_claims import tells_of_one
from sayso.outputs.withheld import WORDS_WITHHELD, Withheld
from sayso.text.day_words import MONTHS, say_when
from sayso.text.days import number_days

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]
_BETWEEN, _JOINED = " | ", "; "


@dataclass(frozen=True)
class QuestionCutter:
    """Takes out of questions and answers what only claims tell that are withheld: days, numbers, words."""

    withheld: Withheld
    tables: Tables

    def put(self, row: Row) -> str | None:
        """Return how the question of a group or conflict is put."""
        question: str | None = row["question"]
        return self._told.get((question, row["id"] in self._apart), question) if question else question

    def put_to(self, claim: Row) -> str | None:
        """Return how the question that a claim answers is put; None where it answers none."""
        question: str | None = claim["question"]
        key = (question, (claim["id"], question) in self._apart_claims) if question else None
        return self._told.get(key, question) if key else question

    def answer(self, row: Row) -> str | None:
        """Return the answer of a group, or the answers of the sides of a conflict."""
        if not row["answer"] or row["relation"] == "same":
            return self._answers.get(row["id"], row["answer"])
        blurred = self._by_question.get(row["question"], {})
        sides = (side.split(_JOINED) for side in row["answer"].split(_BETWEEN))
        return _BETWEEN.join(_JOINED.join(dict.fromkeys(blurred.get(one, one) for one in side)) for side in sides)

    @cached_property
    def _told(self) -> Mapping[tuple[str, bool], str]:
        """How each question is put: without private names, with a week instead of a day that only withheld claims give.

        What stands apart is put with the week, whoever else asks for the same day, for that day may be the report's. Two
        that would read the same are numbered, in an order that tells nothing, for they are two.
        """
        asked = {(row["question"], row["id"] in self._apart) for row in self.tables["groups"]}
        alike: dict[str, list[tuple[str, bool]]] = {}
        for question, is_apart in sorted(asked, key=lambda one: (self.withheld.draw(one[0]), one[1])):
            put = self._without_whom(question)
            week = put if not is_apart and self._is_day_told(question) else _tell_week(put)
            alike.setdefault(self.withheld.privacy.hide(week), []).append((question, is_apart))
        return {
            one: told if len(all_alike) == 1 else f"{told} ({number} of {len(all_alike)})"
            for told, all_alike in alike.items()
            for number, one in enumerate(all_alike, 1)
        }

    @cached_property
    def _apart(self) -> frozenset[str]:
        """The groups and conflicts of withheld claims alone that stand against no claim that is shown."""
        mixed = (
            claims for row in self.tables["groups"] if row["sides"] and not self._is_hidden(claims := claims_of(row))
        )
        opposed = {claim for claims in mixed for claim in claims}
        rows = ((row["id"], claims_of(row)) for row in self.tables["groups"])
        return frozenset(group for group, claims in rows if self._is_hidden(claims) and opposed.isdisjoint(claims))

    @cached_property
    def _apart_claims(self) -> frozenset[tuple[str, str]]:
        """The withheld claims of such groups, each with the question it answers there."""
        rows = (row for row in self.tables["groups"] if row["members"] and row["id"] in self._apart)
        return frozenset((claim, row["question"]) for row in rows for claim in row["members"])

    def _is_hidden(self, claims: Sequence[str]) -> bool:
        return self.withheld.claims.issuperset(claims)

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

    def _is_day_told(self, question: str) -> bool:
        """Tell whether a claim that is shown gives the days of a question, or no claim that is withheld answers it.

        Days of a question that are those of a withheld claim and of none that is shown are not told.
        """
        members = self._members.get(question, [])
        hidden = [claim for claim in members if claim in self.withheld.claims]
        shown = {run for claim in members if claim not in self.withheld.claims and (run := self._runs[claim])}
        asked = number_days(_read_time(question))
        return not hidden or asked in shown or (bool(shown) and asked not in {self._runs[claim] for claim in hidden})

    @cached_property
    def _members(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self.tables["groups"]:
            found.setdefault(row["question"], []).extend(row["members"] or ())
        return found

    @cached_property
    def _runs(self) -> Mapping[str, tuple[int, int] | None]:
        return {row["id"]: number_days(row["time"]["edtf"]) for row in self.tables["claims"]}

    @cached_property
    def _answers(self) -> Mapping[str, str]:
        """The answers that only withheld claims give, as they are told: numbers by their size, words of theirs not at all."""
        return {
            row["id"]: self._blur(row)
            for row in self.tables["groups"]
            if row["members"] and row["answer"] and self._is_hidden(row["members"])
        }

    @cached_property
    def _by_question(self) -> Mapping[str, Mapping[str, str]]:
        """How each answer that only withheld claims give is told, by question and by what it is."""
        found: dict[str, dict[str, str]] = {}
        shown: dict[str, set[str]] = {}
        for row in self.tables["groups"]:
            if row["id"] in self._answers:
                found.setdefault(row["question"], {})[row["answer"]] = self._answers[row["id"]]
            elif row["answer"]:
                shown.setdefault(row["question"], set()).add(row["answer"])
        return {
            question: {answer: told for answer, told in answers.items() if answer not in shown.get(question, ())}
            for question, answers in found.items()
        }

    def _blur(self, row: Row) -> str:
        if row["question"].startswith(_DESCRIBED):
            return WORDS_WITHHELD
        figures = {figure["words"]: blur_figure(figure)["words"] for figure in self._figures(row["members"])}
        told = blur_answer(row["answer"], figures)
        is_number = row["question"].startswith(_MANY)
        return "a number that is withheld" if is_number and told == row["answer"] else told

    def _figures(self, claims: Sequence[str]) -> Iterator[Row]:
        kept = set(claims)
        return (figure for row in self.tables["claims"] if row["id"] in kept for figure in row["figures"])


def claims_of(row: Row) -> list[str]:
    """Return the claims of a group, or of all sides of a conflict."""
    return row["members"] or [claim for side in row["sides"] for claim in side]


_DESCRIBED = "How is what happened"
_MANY = ("How many ", "How much ", "What share ")
_WHOM = re.compile(r"(?:How many|What share of the) (.+?)(?= (?:were|lived|died|was|had|are told|is told)\b)")
_DATE = r"(?:(?:\d{1,2} )?[A-Z][a-z]+(?: \d{4})?|\d{4}(?:-\d\d)*)"
# The time at the end of a question, as it is put.
_WHEN = re.compile(
    rf" (?:on|about|in|up to|since|from|between)(?: a day between)? ({_DATE})(?: (?:to|and) ({_DATE}))?(?=\?$| described\?$)"
)


def _tell_week(question: str) -> str:
    """Return a question with the week or the months of its days in place of them."""
    time = _read_time(question)
    week = find_week(time)
    return question if time is None or week is None or week == time else _WHEN.sub(say_when(week), question)


def _read_time(question: str) -> str | None:
    """Return the time at the end of a question as EDTF; None where it has none.

    >>> _read_time("Who held Ford between 28 April and 5 May 2024?"), _read_time("Who held Ford?")
    ('2024-04-28/2024-05-05', None)
    """
    found = _WHEN.search(question)
    if found is None:
        return None
    first, last = found.groups()
    year = (last or first)[-4:]
    dates = [_read_date(date if date[-4:].isdigit() else f"{date} {year}") for date in (first, last) if date]
    return "/".join(date for date in dates if date) if all(dates) else None


def _read_date(words: str) -> str | None:
    """Return a date as a question has it as EDTF: "29 July 2013", "July 2013", "2013", "2013-07-29"."""
    parts = words.split()
    if len(parts) == 1:
        return words
    if parts[-2] not in MONTHS:
        return None
    day = f"-{int(parts[0]):02}" if parts[0].isdigit() else ""
    return f"{parts[-1]}-{MONTHS.index(parts[-2]) + 1:02}{day}"
