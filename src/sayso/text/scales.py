"""Where on a drawing does a day lie? Plain numbers that the templates draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.text.days import FIRST_DAY, LAST_DAY, Run, number_days

WIDTH = 1000
_NARROWEST = 10
# A period longer than this sets no scale: one report of unknown day would squeeze all others.
_LONGEST = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A run of days on a scale of 1,000 units; `is_cut` when days lie beyond the drawing."""

    x: float
    width: float
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The days that a drawing is wide."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days there are."""
        return self.last - self.first + 1

    def place(self, run: Run) -> Bar:
        """Return where a run of days lies; what lies beyond is cut at the edge."""
        unit = WIDTH / self.days
        start, end = max(run.first, self.first), min(run.last, self.last)
        if start > end:
            start = end = min(max(run.first, self.first), self.last)
        width = max(unit * (end - start + 1), _NARROWEST)
        x = min(unit * (start - self.first), WIDTH - width)
        return Bar(x=round(x, 1), width=round(width, 1), is_cut=run.first < self.first or run.last > self.last)

    def ticks(self, most: int = 5) -> list[tuple[float, str]]:
        """Return some days with the middle of each on the scale, the first and the last among them."""
        steps = min(most, self.days)
        numbers = [self.first + round(n * (self.days - 1) / max(1, steps - 1)) for n in range(steps)]
        unit = WIDTH / self.days
        return [(round(unit * (n - self.first + 0.5), 1), date.fromordinal(n).isoformat()) for n in numbers]


def find_scale(periods: Iterable[str | None]) -> Scale | None:
    """Return the scale that holds all short periods, or all there are when none is short; None without a day.

    >>> find_scale(["2013-07-29", "2013-07-31", None]).days
    3
    """
    runs = [run for run in map(number_days, set(periods)) if run and run.first > FIRST_DAY and run.last < LAST_DAY]
    short = [run for run in runs if run.length <= _LONGEST] or runs
    if not short:
        return None
    return Scale(first=min(run.first for run in short), last=max(run.last for run in short))
