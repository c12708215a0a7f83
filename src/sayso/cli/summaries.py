"""What does a reader learn when a case has been built?"""

from collections import Counter
from typing import TYPE_CHECKING

from sayso.text.wordings import count

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.case import Build
    from sayso.model.records import Record

_SHOWN = 5


def print_summary(build: "Build", case: str, console: "Console") -> None:
    """Print what was taken in, found and not read, and which pages have no day."""
    record = build.record
    sentences = sum(coverage.sentences for coverage in record.coverage)
    silent = sentences - sum(coverage.with_claim for coverage in record.coverage)
    for name, words in (
        ("documents", _say_documents(build)),
        ("dates", _say_dates(record)),
        ("sentences", f"{sentences:,} read, {silent:,} gave no claim"),
        ("claims", f"{len(record.claims):,} in {count(record.groups, 'group')} from {count(record.origins, 'origin')}"),
        ("disputes", _say_disputes(record)),
        ("judgements", f"{len(record.judgements):,}, {len(record.unplaced):,} unplaced"),
        ("problems", f"{len(record.problems):,}"),
    ):
        console.print(f"{name:>10}  {words}", markup=False, soft_wrap=True)
    for problem in record.problems[:_SHOWN]:
        console.print(
            f"            {problem.file or problem.document or problem.stage}: {problem.reason}",
            markup=False,
            soft_wrap=True,
        )
    if len(record.problems) > _SHOWN:
        console.print(f"            all of them: sayso problems {case}", markup=False, soft_wrap=True)
    for line in _say_undated(record, case):
        console.print(line, markup=False, soft_wrap=True)


def _say_documents(build: "Build") -> str:
    became = [f"{number:,} {taken}" for taken, number in sorted(build.taken.items()) if number]
    return ", ".join([f"{len(build.record.documents):,}", *became, f"{build.read:,} read anew"])


def _say_dates(record: "Record") -> str:
    found = Counter(date.basis.value if date.basis else "none" for date in record.dates if date.published)
    open_dates = sum(1 for date in record.dates if not date.published)
    parts = [f"{number:,} {basis}" for basis, number in sorted(found.items())]
    return ", ".join([*parts, f"{open_dates:,} without a day"])


def _say_disputes(record: "Record") -> str:
    return f"{len(record.conflicts):,}" if record.conflicts else f"none found in {count(record.documents, 'document')}"


def _say_undated(record: "Record", case: str) -> list[str]:
    names = {document.id: document.file for document in record.documents}
    read = {d.id for d, coverage in zip(record.documents, record.coverage, strict=True) if coverage.sentences}
    open_dates = [date for date in record.dates if not date.published and date.document in read]
    lines = [
        f"            {names[date.document]}: "
        + (
            f"came out between {date.interval[0]} and {date.interval[1]}"
            if date.interval
            else date.not_before or "no day found"
        )
        for date in open_dates[:_SHOWN]
    ]
    if open_dates:
        example = names[open_dates[0].document]
        lines.insert(
            0,
            f"   undated  relative dates on these pages stay open; set a day with: sayso build --case {case} --date {example}=DAY",
        )
    return lines
