"""Which dates of a page cannot be read, or contradict each other?"""

from collections.abc import Iterator, Sequence

from sayso.model.claims import Reading
from sayso.model.documents import Problem
from sayso.model.resolved import DocumentDate
from sayso.text.days import read_days, read_yearless

IMPOSSIBLE = "mentions.impossible_date"
SET = "set its day with: sayso judge CASE date"


def find_date_problems(readings: Sequence[Reading], dates: Sequence[DocumentDate]) -> tuple[Problem, ...]:
    """Return a problem for each date that the calendar does not have, that cannot be read, or that rivals the one taken."""
    pairs = zip(readings, dates, strict=True)
    return tuple(problem for reading, date in pairs for problem in _find(reading, date))


def _find(reading: Reading, date: DocumentDate) -> Iterator[Problem]:
    document = reading.document

    def problem(reason: str) -> Problem:
        return Problem(stage="dating", reason=reason, document=document.id, file=document.file)

    if date.rivals and date.published:
        others = ", ".join(date.rivals)
        yield problem(f"gives several days: {date.published} is taken, {others} stand beside it; {SET}")
    for clue in document.clues:
        if read_days(clue.value) is None and read_yearless(clue.value) is None:
            yield problem(f"gives a date that cannot be read: '{clue.written}'; {SET}")
    for timex in reading.timexes:
        if timex.rule == IMPOSSIBLE:
            words = timex.span.read(document.text)
            reason = f"names a day that the calendar does not have: '{words}'; no date was made of it"
            yield Problem(stage="dating", reason=reason, document=document.id, file=document.file, span=timex.span)
