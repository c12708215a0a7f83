"""What is known of a document's day, and why?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.claims import Reading
from sayso.model.derivations import Derived, Evidence
from sayso.model.documents import DateClue
from sayso.model.kinds import PublicationBasis
from sayso.model.resolved import DocumentDate
from sayso.model.spans import Span
from sayso.text.days import Days, write_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The days a document can be of, its day where that is compelled, and the derivation."""

    days: Days
    basis: PublicationBasis
    derived: Derived
    day: date | None = None
    rivals: tuple[date, ...] = ()
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The rule of a finding with the words and values it rests on."""

    rule: str
    evidence: Sequence[Evidence] = ()
    inputs: Sequence[Derived] = ()
    note: str | None = None


def derive(reason: Reason, days: Days, day: date | None = None) -> Derived:
    """Return the derivation of a day, or of an interval where there is no day."""
    return Derived(
        value=day.isoformat() if day else write_days(days),
        rule=reason.rule,
        evidence=tuple(reason.evidence),
        inputs=tuple(reason.inputs),
        note=reason.note,
    )


def write_date(document: str, finding: Finding | None) -> DocumentDate:
    """Return the record of a finding; neither day nor interval when nothing bounds the document."""
    if finding is None:
        return DocumentDate(document=document, published=None, interval=None, basis=None)
    first, last = finding.days.first, finding.days.last
    return DocumentDate(
        document=document,
        published=finding.day.isoformat() if finding.day else None,
        interval=(first.isoformat(), last.isoformat()) if first and last else None,
        basis=finding.basis,
        derived=finding.derived,
        rivals=tuple(day.isoformat() for day in finding.rivals),
        depends_on=finding.depends_on,
    )


def quote(reading: Reading, span: Span) -> Evidence:
    """Return words of the document as evidence."""
    return Evidence(document=reading.document.id, span=span, quote=span.read(reading.document.text))


def quote_clue(reading: Reading, clue: DateClue) -> tuple[Evidence, ...]:
    """Return the words of a clue as evidence; empty when it lies outside the reading text."""
    return (quote(reading, clue.span),) if clue.span else ()
