"""Which numbered days does an EDTF date mean? Runs of whole numbers, for sorting and sweeping many of them."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sayso.text.days import read_days

__all__ = ["FIRST_DAY", "FUZZ", "LAST_DAY", "Run", "number_days", "read_days"]

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
# How many days a mark of approximation widens a date by, where claims are compared.
FUZZ = 3
_ROUGH = re.compile(r"[~?%]")


class Run(NamedTuple):
    """A run of days, first and last included, numbered as `date.toordinal` does.

    >>> Run(3, 5).overlaps(Run(5, 9))
    True
    """

    first: int
    last: int

    @property
    def length(self) -> int:
        """The number of days."""
        return self.last - self.first + 1

    def overlaps(self, other: "Run") -> bool:
        """Tell whether both runs share a day."""
        return self.first <= other.last and other.first <= self.last

    def meet(self, other: "Run") -> "Run":
        """Return the days of both runs; only for runs that overlap."""
        return Run(max(self.first, other.first), min(self.last, other.last))


@lru_cache(maxsize=65536)
def number_days(edtf: str | None, fuzz: int = 0) -> Run | None:
    """Return the days of an EDTF date or interval as numbers, None when there is none or it cannot be read.

    An open end reaches the first or last day there is; an end marked as approximate is widened by `fuzz` days.

    >>> number_days("2013-02").length
    28
    """
    days = read_days(edtf)
    if days is None or edtf is None:
        return None
    left, _, right = edtf.partition("/")
    first = days.first.toordinal() - _width(left, fuzz) if days.first else FIRST_DAY
    last = days.last.toordinal() + _width(right or left, fuzz) if days.last else LAST_DAY
    return Run(first, last) if first <= last else Run(last, first)


def _width(text: str, fuzz: int) -> int:
    return fuzz if _ROUGH.search(text) else 0
