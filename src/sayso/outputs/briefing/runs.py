"""What is a sentence of a briefing made of? Runs of words, each of which is known to be ours, a name or a quotation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_PAIRS = {"“": "”", '"': '"', "‘": "’"}
_MARKS = frozenset('“”"')
_ENDS = (".", "!", "?", "…", ".”", "!”", "?”", '."', '!"', '?"')


class Whose(StrEnum):
    """Whose words a run holds: ours, the name of a voice or of anything else, or words of a report."""

    OURS = "ours"
    VOICE = "voice"
    NAME = "name"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one sort. Only in ours can sayso say more than it may."""

    whose: Whose
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and the claims it is made from; `is_assessed`: it tells what a person has judged to have happened."""

    runs: tuple[Run, ...]
    claims: tuple[str, ...] = ()
    is_assessed: bool = False

    @property
    def text(self) -> str:
        """The sentence as a reader gets it, quotations in quotation marks."""
        return "".join(f"“{run.words}”" if run.whose is Whose.QUOTE else run.words for run in self.runs)


def ours(words: str) -> Run:
    """Return words of ours."""
    return Run(whose=Whose.OURS, words=words)


def voice(words: str) -> Run:
    """Return the name of who says something."""
    return Run(whose=Whose.VOICE, words=words)


def name(words: str) -> Run:
    """Return the name of a place, a party or a thing as the record has it."""
    return Run(whose=Whose.NAME, words=words)


def quote(words: str) -> Run:
    """Return words of a report, on one line and otherwise untouched.

    Quotation marks around all of it, or one at an end whose partner stands elsewhere, are left to the ones that a
    sentence of ours puts there.

    >>> quote("“We hold  Harwick.”").words, quote('"Yes," he said, "no."').words
    ('We hold Harwick.', '"Yes," he said, "no."')
    """
    line = " ".join(words.split())
    is_whole = len(line) > 2 and _PAIRS.get(line[0]) == line[-1] and _MARKS.isdisjoint(line[1:-1])
    if is_whole:
        line = line[1:-1]
    elif line.endswith("”") and line.count("”") > line.count("“"):
        line = line[:-1]
    elif line.startswith("“") and line.count("“") > line.count("”"):
        line = line[1:]
    return Run(whose=Whose.QUOTE, words=line)


def fill(pattern: str, **slots: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs of a pattern whose slots, in braces, are filled with runs.

    >>> [run.words for run in fill("there was fighting{where}", where=[ours(" in "), name("Harwick")])]
    ['there was fighting', ' in ', 'Harwick']
    """
    found: list[Run] = []
    for number, part in enumerate(pattern.replace("}", "{").split("{")):
        found += slots[part] if number % 2 else [ours(part)]
    return tuple(run for run in found if run.words)


def write(runs: Iterable[Run], claims: Iterable[str] = (), *, is_assessed: bool = False) -> Sentence:
    """Return a sentence: neighbouring runs of ours joined, a capital at its head, a full stop at its end."""
    given = list(runs)
    is_ended = bool(given) and given[-1].whose is not Whose.OURS and given[-1].words.endswith(_ENDS)
    joined = list(_join(given if is_ended else [*given, ours(".")]))
    first = joined[0]
    joined[0] = Run(whose=first.whose, words=first.words[:1].upper() + first.words[1:])
    return Sentence(runs=tuple(joined), claims=tuple(dict.fromkeys(claims)), is_assessed=is_assessed)


def _join(runs: Sequence[Run]) -> Iterator[Run]:
    waiting = ""
    for run in runs:
        if run.whose is Whose.OURS:
            waiting += run.words
            continue
        if waiting:
            yield ours(waiting)
        waiting = ""
        yield run
    if waiting:
        yield ours(waiting)


def tell(words: str) -> Sentence:
    """Return a sentence of ours alone; none begins with a figure.

    >>> tell("12 reports were read").text
    'In all, 12 reports were read.'
    """
    return write([ours(f"in all, {words}" if words[:1].isdigit() else words)])


def list_names(names: Sequence[str]) -> tuple[Run, ...]:
    """Return names as a list in a sentence: "A, B and C"."""
    runs: list[Run] = []
    for number, one in enumerate(names):
        runs += [ours(" and " if number == len(names) - 1 else ", ")] if number else []
        runs.append(name(one))
    return tuple(runs)
