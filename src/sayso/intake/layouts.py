"""Where on a page does the article begin and end?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.intake.date_lines import is_bare_day
from sayso.intake.lines import Line, first_sentence, read_lines
from sayso.intake.phrases import match_below, match_line
from sayso.intake.publishers import Publishers

_BRIEF, _NEAR = 160, 60
# One day alone on its line may be the page's own; two make a diary.
_FEWEST_DAYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The lines of a text, those that are furniture by their own words (`marked`), and where the article lies.

    `first` and `last` are the numbers of the first and last line of running prose; both None in a text that
    has none, of which nothing can then be said by position.
    """

    text: str
    lines: tuple[Line, ...]
    publishers: Publishers
    marked: Mapping[int, str] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None

    @property
    def above(self) -> tuple[Line, ...]:
        """The lines above the first of the article's prose; of a long list only those next to it."""
        return self.lines[max(0, self.first - _NEAR) : self.first] if self.first is not None else ()

    @property
    def below(self) -> tuple[Line, ...]:
        """The lines below the last of the article's prose."""
        return self.lines[self.last + 1 :] if self.last is not None else ()


def _below(line: Line) -> str | None:
    """Return what a last line of prose is when all of it, or its first sentence if it is long, is furniture."""
    return match_below(line.head if line.span.length <= _BRIEF else first_sentence(line.head))


def read_layout(text: str, publishers: Publishers) -> Layout:
    """Return the layout of a text.

    The article runs from the first line of prose to the last one that neither speaks to the site's readers
    nor tells of rights and rules. Days that stand alone between its lines head what is told of them.
    """
    lines = read_lines(text)
    marked = {line.number: what for line in lines if line.is_short and (what := match_line(line))}
    prose = [line for line in lines if (line.is_prose or line.is_credited) and line.number not in marked]
    while len(prose) > 1 and prose[-1].is_short and (what := _below(prose[-1])):
        marked[prose[-1].number] = what
        prose.pop()
    days = _headings_of_diary(lines, prose)
    return Layout(
        text=text,
        lines=lines,
        publishers=publishers,
        marked={number: what for number, what in marked.items() if number not in days},
        first=next((line.number for line in prose if line.is_prose), None),
        last=prose[-1].number if any(line.is_prose for line in prose) else None,
    )


def _headings_of_diary(lines: Sequence[Line], prose: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines between those of the article that are a day each: "Wednesday, 5 May 2021"."""
    if not prose:
        return frozenset()
    between = lines[prose[0].number + 1 : prose[-1].number]
    found = [line for line in between if line.is_short and is_bare_day(line.head)]
    return frozenset(line.number for line in found) if len(found) >= _FEWEST_DAYS else frozenset()
