"""How many died in an event, according to its voices?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.lexicons import read_toml
from sayso.model.kinds import Measure, Scope
from sayso.outputs.withheld import WORDS_WITHHELD
from sayso.text.spellings import plain

Row = Mapping[str, Any]
_DEAD = Measure.FATALITIES.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Deaths:
    """One number of dead as a voice gives it; `high` is None when it is open upwards."""

    low: int
    high: int | None
    of_whom: str | None
    words: str
    claim: str


def find_deaths(claims: Iterable[Row]) -> tuple[Deaths, ...]:
    """Return the numbers of dead that the claims on an event give for it, as they give them.

    A number counts over this event only: one over a war or a month is none of its. Who is told of one by one counts one.
    A number with an upper limit only ("fewer than 50") gives none, and no more does one of a claim that is withheld: of it
    only the size is told, which nobody gave.
    """
    return tuple(found for claim in claims for found in _read(claim))


def _read(claim: Row) -> Iterator[Deaths]:
    is_withheld = claim["quote"] == WORDS_WITHHELD
    figures = [figure for figure in claim["figures"] if figure["what"] == _DEAD]
    for figure in figures:
        low = None if is_withheld else _count(figure)
        if low is not None and figure["scope"] == Scope.INCIDENT.value:
            high = None if figure["by_rule"] or figure["high"] is None else int(figure["high"])
            yield Deaths(low=low, high=high, of_whom=figure["of_whom"], words=figure["words"], claim=claim["id"])
    named = [person for person in claim["persons"] if person["what"] == _DEAD] if not figures else []
    if named:
        words = "; ".join(dict.fromkeys(person["words"] for person in named))
        whom = named[0]["of_whom"]
        yield Deaths(low=len(named), high=len(named), of_whom=whom, words=words, claim=claim["id"])


def _count(figure: Row) -> int | None:
    """Return the number that a figure counts at least; one made from a word is counted as coders count that word."""
    words = plain(figure["words"]).split() if figure["by_rule"] else []
    counted = next((number for word, number in read_toml("sheets")["vague"].items() if word in words), None)
    if counted is not None:
        return int(counted)
    return int(figure["low"]) if figure["low"] is not None else None


def find_lowest(deaths: Iterable[Deaths]) -> int | None:
    """Return the lowest number that anybody gives; None when nobody gives one."""
    return min((one.low for one in deaths), default=None)
