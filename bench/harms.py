"""With which number of dead or hurt does the record of one article lead?"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.model.claims import ClaimFigure
from sayso.model.kinds import NOT_CORE, Measure, Scope, Stance
from sayso.model.records import Record
from sayso.model.resolved import ResolvedClaim

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """How many one claim says were killed, or hurt: its figures, and the persons it tells of one by one."""

    resolved: ResolvedClaim
    figures: tuple[ClaimFigure, ...]

    @property
    def number(self) -> int:
        """The sum of what is told beside each other ("two women and a boy"), without what is a part of another.

        Of a whole without a number ("dozens, 29 of them in one street") no more is known than its largest part.
        """
        parts = (read_number(figure) for figure in self.figures)
        return int(max(sum(read_number(figure) for figure in self.wholes), max(parts, default=0)))

    @property
    def wholes(self) -> tuple[ClaimFigure, ...]:
        """The figures that are no part of another; all there are when each is one."""
        return tuple(figure for figure in self.figures if not figure.is_part) or self.figures[:1]


def read_number(figure: ClaimFigure) -> float:
    """Return the one number a coder writes down: the least that the words allow, else the most."""
    return next((n for n in (figure.low, figure.high) if n is not None), 0.0)


def has_arms(figure: ClaimFigure) -> bool:
    """Tell whether a number counts people in arms by its noun."""
    return not read_armed().isdisjoint((figure.of_whom or "").casefold().split())


@cache
def read_armed() -> frozenset[str]:
    """Return the nouns of people in arms."""
    return frozenset(tomllib.loads((HERE / "harms.toml").read_text("utf-8"))["armed"])


def find_harms(record: Record, what: Measure) -> Iterator[Harm]:
    """Yield the claims of dead or hurt in reading order, without what is denied or only expected."""
    open_harm: Harm | None = None
    for resolved in record.claims:
        if resolved.stance in {Stance.DENIES, Stance.EXPECTS} or resolved.claim.kind in NOT_CORE:
            continue
        told = (*resolved.claim.figures, *resolved.claim.persons)
        figures = tuple(figure for figure in told if figure.what is what and not figure.is_former)
        if not figures:
            continue
        harm = Harm(resolved=resolved, figures=figures)
        if open_harm is not None and _is_vague(open_harm) and all(figure.is_part for figure in figures):
            # A part that words of its own tell right behind "dozens".
            yield Harm(resolved=open_harm.resolved, figures=(*open_harm.figures, *figures))
            open_harm = None
            continue
        if open_harm is not None:
            yield open_harm
        open_harm = harm
    if open_harm is not None:
        yield open_harm


def find_lead(record: Record, what: Measure) -> Harm | None:
    """Return the first count given outright of one event; else the first of another sort, a part or a vague one.

    Where a headline counts only a part of the harmed ("five officers killed"), the count it is a part of leads.
    """
    harms = list(find_harms(record, what))
    lead = min(harms, key=_rank, default=None)
    return next((harm for harm in harms if lead is not None and _holds(harm, lead)), lead)


def _holds(harm: Harm, lead: Harm) -> bool:
    """Tell whether a claim tells the number of another as a part of a larger one of one event ("15, five of them ...")."""
    parts = {read_number(figure) for figure in harm.figures if figure.is_part}
    whole = harm.wholes[0]
    is_whole = not whole.is_part and whole.scope is lead.figures[0].scope
    return len(lead.figures) == 1 and is_whole and lead.number in parts and read_number(whole) > lead.number


def _is_vague(harm: Harm) -> bool:
    """Tell whether a claim gives words and no number, neither for the whole nor for a part of it."""
    first = harm.figures[0]
    return first.by_rule and first.high is None and all(figure.by_rule for figure in harm.figures)


def _rank(harm: Harm) -> tuple[bool, bool, bool]:
    first = harm.figures[0]
    return _is_vague(harm), all(f.is_part or f.is_additional for f in harm.figures), first.scope is not Scope.INCIDENT
