"""Who contradicts whom? Conflicts with their sides, voices and words, as a reader wants them."""

from collections.abc import Iterator, Mapping

from sayso.case.indexes import Index
from sayso.case.rows import Row
from sayso.model.derivations import Derived, rules
from sayso.model.kinds import ConflictKind
from sayso.model.records import Conflict, Record, Side
from sayso.model.resolved import ResolvedClaim
from sayso.text.day_words import say_days

# Of a side that tells of more days than these the first ones do.
_DAYS = 3


def dispute_rows(record: Record) -> Iterator[Row]:
    """Yield a row per conflict: the question, in what the answers differ, why, and each side with its words."""
    index = Index(record)
    periods = {group.id: group.period for group in record.groups}
    for conflict in record.conflicts:
        yield {
            "id": conflict.id,
            "question": conflict.question,
            "kinds": [kind.value for kind in conflict.kinds],
            "why": explain_dispute(conflict),
            "sides": [_side_row(side, index, say_side_days(conflict, side, periods)) for side in conflict.sides],
        }


def explain_dispute(conflict: Conflict) -> str | None:
    """Return why answers exclude each other, one sentence for each kind of difference."""
    return " ".join(why for rule in _rules_of(conflict) if (why := say_why(rule))) or None


def say_side_days(conflict: Conflict, side: Side, periods: Mapping[str, str | None]) -> str | None:
    """Return the days that a side tells of, None where days are not what a dispute is about; `periods` are those of groups.

    The answer alone may be the same on both sides: "government holds it", on two days months apart.
    """
    if ConflictKind.TIME not in conflict.kinds:
        return None
    days = dict.fromkeys(said for group in side.groups if (said := say_days(periods.get(group))))
    return ", ".join(list(days)[:_DAYS]) or None


def _rules_of(conflict: Conflict) -> tuple[Derived, ...]:
    """Return the reasons of a dispute, one for each kind of difference."""
    return (conflict.derived, *conflict.derived.inputs) if conflict.derived else ()


def say_why(derived: Derived | None) -> str | None:
    """Return the reason of a value: what is particular to it, then the rule's own sentence."""
    if derived is None:
        return None
    return ". ".join(part.rstrip(".") for part in (derived.note, rules().get(derived.rule, derived.rule)) if part) + "."


def _side_row(side: Side, index: Index, days: str | None) -> Row:
    return {
        "answer": side.answer,
        "when": days,
        "origins": list(side.origins),
        "claims": [_claim_row(index.claims[claim], index) for claim in side.claims if claim in index.claims],
    }


def _claim_row(resolved: ResolvedClaim, index: Index) -> Row:
    claim = resolved.claim
    return {
        "id": claim.id,
        "voice": index.chain(resolved),
        "stance": resolved.stance.value,
        "quote": index.quote(resolved),
        "place": index.places(resolved) or None,
        "edtf": resolved.period.edtf,
        "file": index.documents[claim.document].file,
        "published": index.dates[claim.document].published,
    }
