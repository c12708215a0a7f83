"""How does a person write down what a claim counts: "fatalities 12 to 15 of civilians; injured at least 30"?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, Measure, Scope

HOW_TO = 'write it like "fatalities 12 of civilians", "injured at least 30" or "displaced 800 to 1,000"'
_BOUNDS = {"at least": Bound.AT_LEAST, "at most": Bound.AT_MOST, "about": Bound.ABOUT, "vague": Bound.VAGUE}
_WORDS = {bound: words for words, bound in _BOUNDS.items()}
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_PART = re.compile(
    rf"(?P<what>{'|'.join(Measure)})\s+(?:(?P<bound>{'|'.join(_BOUNDS)})\s+)?(?P<first>{_NUMBER})(?:\s+to\s+(?P<last>{_NUMBER}))?"
    rf"(?:\s+of\s+(?P<whom>[^,;]+?))?(?:\s*,\s*(?P<scope>{'|'.join(Scope)}))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """A number as a person sets it: what it counts, its ends, of whom, over what."""

    what: Measure
    low: float | None
    high: float | None
    bound: Bound
    of_whom: str | None
    scope: Scope


def read_countings(text: str) -> tuple[Counting, ...] | None:
    """Return the numbers that are written down, parted by ";"; empty for no number, None when they cannot be read.

    >>> [(one.what.value, one.low, one.high) for one in read_countings("fatalities at least 12 of civilians; injured 30")]
    [('fatalities', 12.0, None), ('injured', 30.0, 30.0)]
    """
    parts = [part.strip() for part in text.split(";") if part.strip()]
    found = [_PART.fullmatch(part) for part in parts]
    read = tuple(_read(match) for match in found if match)
    return read if len(read) == len(parts) and all(map(_could_be, read)) else None


def _could_be(counting: Counting) -> bool:
    """Tell whether the ends are in order; so many digits that no number holds them count nothing."""
    ends = [end for end in (counting.low, counting.high) if end is not None]
    return ends == sorted(ends) and all(map(isfinite, ends))


def _read(match: re.Match[str]) -> Counting:
    first = _number(match["first"])
    last = _number(match["last"]) if match["last"] else first
    bound = _BOUNDS.get(match["bound"] or "", Bound.RANGE if last != first else Bound.EXACT)
    return Counting(
        what=Measure(match["what"]),
        low=None if bound is Bound.AT_MOST and not match["last"] else first,
        high=None if bound in {Bound.AT_LEAST, Bound.VAGUE} and not match["last"] else last,
        bound=bound,
        of_whom=match["whom"],
        scope=Scope(match["scope"] or Scope.INCIDENT),
    )


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))


def write_countings(figures: Iterable[ClaimFigure]) -> str:
    """Return what a claim counts as a person would write it down; `read_countings` reads it again."""
    return "; ".join(_write(figure) for figure in figures if has_number(figure))


def has_number(figure: ClaimFigure) -> bool:
    """Tell whether a figure has a number to write down: "dozens" has none."""
    return {figure.low, figure.high} != {None}


def _write(figure: ClaimFigure) -> str:
    ends = [end for end in dict.fromkeys((figure.low, figure.high)) if end is not None]
    words = [
        figure.what.value,
        _WORDS.get(figure.bound, ""),
        " to ".join(f"{end:,}" if end % 1 else f"{end:,.0f}" for end in ends),
    ]
    whom = " ".join(re.sub(r"[,;]", " ", figure.of_whom or "").split())
    written = " ".join(part for part in words if part) + (f" of {whom}" if whom else "")
    return written if figure.scope is Scope.INCIDENT else f"{written}, {figure.scope.value}"
