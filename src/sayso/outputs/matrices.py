"""Who answers which question how? Questions by voices."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.outputs.flat import guard
from sayso.text.wordings import UNNAMED_OUTLET

Row = Mapping[str, Any]
# What a cell says of a stance; nobody admits, claims or reveals.
STANCES: Mapping[str, str] = {
    "asserts": "asserts",
    "concedes": "asserts, against own interest",
    "denies": "denies",
    "doubts": "doubts",
    "hedges": "hedges",
    "expects": "expects",
}
# What answers say that the stance before them says already.
_SAID_BY_STANCE = (
    "no, it is denied: ",
    "it is doubted: ",
    "it is expected: ",
    "it is doubted that ",
    "doubtful: ",
    "not ",
)
_PARTLY = "denied in part: "
DISPUTED = "disputed"
PASSING, CONDITION = "in passing", "as a possibility"
_BASES: Mapping[str, str] = {"presupposed": PASSING, "conditional": CONDITION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one voice answers: how it holds to it, the answer, and the claims that say so with the words of the first."""

    stance: str
    answer: str
    claims: tuple[str, ...]
    quote: str | None

    @property
    def words(self) -> str:
        """The entry as a cell has it: "asserts: 12"."""
        return f"{self.stance}: {self.answer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A row of the matrix: what is asked, how it stands, and the entries of each voice that answers."""

    question: str
    standing: str
    entries: Mapping[str, tuple[Entry, ...]]


class Matrix:
    """Questions by voices, made of the rows of an export; those that most voices answer come first."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], outlets: Mapping[str, str] | None = None) -> None:
        self._groups = [row for row in tables["groups"] if row["relation"] == "same"]
        self._claims = {row["id"]: row for row in tables["claims"]}
        self._outlets = outlets or {row["id"]: _name_outlet(row) for row in tables["documents"]}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The questions that somebody answers: those that most voices answer outright first, disputed ones before others."""
        weighed = ((self._weigh(groups), question) for question, groups in self._answers.items())
        return tuple(question for weight, question in sorted(weighed) if weight[2])

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The rows, in their order."""
        return tuple(map(self.row, self.order))

    @cached_property
    def voices(self) -> tuple[str, ...]:
        """The columns: the voices, those of most questions first."""
        counted = Counter(voice for row in self.questions for voice in row.entries)
        return tuple(sorted(counted, key=lambda voice: (-counted[voice], voice)))

    @cached_property
    def _answers(self) -> Mapping[str, Sequence[Row]]:
        found: dict[str, list[Row]] = {}
        for group in self._groups:
            found.setdefault(group["question"], []).append(group)
        return found

    def _weigh(self, groups: Sequence[Row]) -> tuple[int, bool, int]:
        """Return where a row stands, without making it: of thousands a reader sees a page."""
        outright: dict[str, bool] = {}
        for claim in self._find_claims(groups):
            name = self.name(claim)
            outright[name] = outright.get(name, False) or claim["basis"] not in _BASES
        is_disputed = any(group["standing"] == DISPUTED for group in groups)
        return (-sum(outright.values()), not is_disputed, -len(outright))

    def _find_claims(self, groups: Sequence[Row]) -> Iterator[Row]:
        return (self._claims[one] for group in groups for one in group["members"] if one in self._claims)

    def row(self, question: str) -> Question:
        """Return the row of a question."""
        groups = self._answers[question]
        entries: dict[str, dict[tuple[str, str], list[str]]] = {}
        for group in groups:
            for claim in self._find_claims([group]):
                key = (say_stance(claim), say_answer(group["answer"]))
                entries.setdefault(self.name(claim), {}).setdefault(key, []).append(claim["id"])
        standings = Counter(group["standing"] for group in groups if group["standing"])
        return Question(
            question=question,
            standing=DISPUTED if DISPUTED in standings else next(iter(standings), ""),
            entries={voice: tuple(self._entries(said)) for voice, said in entries.items()},
        )

    def _entries(self, said: Mapping[tuple[str, str], list[str]]) -> Iterator[Entry]:
        for (stance, answer), claims in said.items():
            yield Entry(stance=stance, answer=answer, claims=tuple(claims), quote=self._claims[claims[0]]["quote"])

    def name(self, claim: Row) -> str:
        """Return the innermost voice of a claim, its outlet where nobody is named."""
        return (
            str(claim["chain"][-1]["name"])
            if claim["chain"]
            else self._outlets.get(claim["doc"]) or claim.get("outlet") or UNNAMED_OUTLET
        )


def _name_outlet(row: Row) -> str:
    return str(row.get("outlet") or f"{UNNAMED_OUTLET} ({row.get('file') or row['id']})")


def say_stance(claim: Row) -> str:
    """Return how a voice holds to a claim: that it is only mentioned or supposed, else the stance."""
    basis = _BASES.get(claim["basis"])
    return basis or STANCES[claim["stance"]]


def say_answer(answer: str) -> str:
    """Return an answer without what the stance says already.

    >>> say_answer("no, it is denied: fighting"), say_answer("government does not hold all of it")
    ('fighting', 'government holds all of it')
    >>> say_answer("denied in part: an air strike")
    'an air strike, in part'
    """
    if answer.startswith(_PARTLY):
        return f"{answer.removeprefix(_PARTLY)}, in part"
    for said in _SAID_BY_STANCE:
        answer = answer.removeprefix(said)
    return answer.replace(" does not hold all of it", " holds all of it")


def matrix_rows(tables: Mapping[str, Sequence[Row]]) -> list[dict[str, Any]]:
    """Return the matrix as rows: the question, how it stands, who reviewed it, and a column for each voice."""
    matrix = Matrix(tables)
    reviews = {row["id"]: row["reviewed"] for row in tables["claims"]}
    return [
        {
            "question": row.question,
            "standing": row.standing,
            "reviewed": _say_reviewed(row, reviews),
            **{voice: "; ".join(entry.words for entry in row.entries.get(voice, ())) for voice in matrix.voices},
        }
        for row in matrix.questions
    ]


def _say_reviewed(row: Question, reviews: Mapping[str, str | None]) -> str:
    """Return who reviewed the claims of a row; what stands for a claim that nobody did, where there is one."""
    said = [reviews[claim] or "no" for entries in row.entries.values() for entry in entries for claim in entry.claims]
    missing = [one for one in said if one.startswith("no")]
    return missing[0] if missing else "; ".join(dict.fromkeys(said))


def guard_rows(rows: Iterable[Row]) -> Iterator[dict[str, str]]:
    """Yield rows of the matrix as cells of a CSV table, which a spreadsheet must show and never run."""
    for row in rows:
        yield {guard(name): guard(words) if words else "" for name, words in row.items()}
