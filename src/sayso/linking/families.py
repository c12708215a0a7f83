"""Which kinds of claim can answer one question together, and how is it put? One readable table."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from sayso.lexicons import read_toml
from sayso.model.kinds import NOT_CORE, ClaimKind

_UNASKED = NOT_CORE - {ClaimKind.CHARACTERISATION}
IGNORED, COMPATIBLE, ASKED, AS_TOLD = "ignored", "compatible", "asked", "as told"
HOLDING, FIGHTING, FIGURES, AUTHORSHIP = "holding", "fighting", "figures", "authorship"
ADVANCE, PRESENCE = "advance", "strength"
DESCRIBED = "characterisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A sort of question: the template of its words, and what must agree for claims to answer it together.

    `agent` is ignored, compatible or asked; `by_words`: only claims in like words, or of the same done by the same
    to the same, belong together; `has_place`: the place is a part of the question; `may_narrow`: what is told of a
    region may have happened at the one place in it that others name;
    `is_state`: it holds for a while, so claims without a day belong together; `shortly`: how many days before
    the document's day its fresh news may have happened.
    """

    name: str
    question: str
    yes: str
    agent: str = IGNORED
    by_words: bool = False
    has_place: bool = True
    may_narrow: bool = True
    is_state: bool = False
    shortly: int = 1


@cache
def load_families() -> Mapping[ClaimKind, Family]:
    """Return the family of each kind of claim; forecasts and background have none."""
    table = read_toml("questions")
    return MappingProxyType({kind: _family(table[kind.value]) for kind in ClaimKind if kind not in _UNASKED})


def _family(row: Mapping[str, Any]) -> Family:
    return Family(
        name=row["family"],
        question=row["question"],
        yes=row["yes"],
        agent=row["agent"],
        by_words=row.get("by_words", False),
        has_place=row.get("place") != IGNORED,
        may_narrow=row.get("place") != AS_TOLD,
        is_state=row.get("is_state", False),
        shortly=row.get("shortly", 1),
    )


@cache
def killing_family() -> Family:
    """Return the family of questions whether anybody was killed or hurt, whatever the kind of the claim."""
    row = read_toml("matters")["killing"]
    return Family(name=row["family"], question=row["question"], yes=row["yes"], by_words=True)


@cache
def figure_family(measure: str) -> Family:
    """Return the family of questions that figures of one measure answer, whatever the kind of the claim.

    The dead of one side are another question than those of the other.
    """
    return Family(
        name=f"{FIGURES} {measure}", question=read_toml("matters")["measures"][measure], yes="", agent=COMPATIBLE
    )
