"""Which claims has a person reviewed, who, and on which day?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.model.records import Record
from sayso.model.resolved import ResolvedClaim
from sayso.text.decisions import keep_active

NOT_REVIEWED = "no"
UNREVIEWED_MARK = "unreviewed machine reading"
UNREVIEWED = f"no: {UNREVIEWED_MARK}"
_ON_CLAIMS = frozenset({JudgementKind.ACCEPT, JudgementKind.EDIT, JudgementKind.ADD})
_DAY = 10


@dataclass(frozen=True)
class Reviews:
    """What people did with the claims of a record."""

    record: Record

    def of_claim(self, claim: str) -> str | None:
        """Return what was done with a claim, by whom and when ("accepted by Ana, 2024-05-04"); None when nobody looked."""
        return self._claims.get(claim)

    def of_all(self, claims: Iterable[str]) -> str | None:
        """Return who reviewed all of several claims, and when the last of them; None when one was not."""
        signed: list[tuple[str, str]] = []
        for claim in claims:
            # Of many claims mostly the first already tells.
            if claim not in self._signed:
                return None
            signed.append(self._signed[claim])
        if not signed:
            return None
        names = ", ".join(dict.fromkeys(name for name, _ in signed))
        day = max(day for _, day in signed)
        return f"by {names}, {day}" if day else f"by {names}"

    def of_document(self, document: str) -> str | None:
        """Return who read a document to its end, and when; None when nobody says so."""
        return self._read.get(document)

    @cached_property
    def _claims(self) -> Mapping[str, str]:
        return {
            one.claim.id: f"{one.reviewed} by {', '.join(part for part in self._signed[one.claim.id] if part)}"
            for one in self.record.claims
            if one.reviewed
        }

    @cached_property
    def _signed(self) -> Mapping[str, tuple[str, str]]:
        return {
            one.claim.id: (one.reviewed_by or "somebody", self._day(one)) for one in self.record.claims if one.reviewed
        }

    def _day(self, resolved: ResolvedClaim) -> str:
        authors = set((resolved.reviewed_by or "").split(", "))
        days = [
            judgement.made[:_DAY]
            for judgement in self._by_document.get(resolved.claim.document, ())
            if judgement.author in authors and _is_about(judgement, resolved)
        ]
        return max(days, default="")

    @cached_property
    def _by_document(self) -> Mapping[str, list[Judgement]]:
        found: dict[str, list[Judgement]] = {}
        for judgement in keep_active(self.record.judgements):
            if judgement.kind in _ON_CLAIMS:
                found.setdefault(judgement.document or "", []).append(judgement)
        return found

    @cached_property
    def _read(self) -> Mapping[str, str]:
        return {
            judgement.document or "": f"read by {judgement.author}, {judgement.made[:_DAY]}"
            for judgement in keep_active(self.record.judgements)
            if judgement.kind is JudgementKind.READ
        }


def say_unreviewed(rows: Iterable[Mapping[str, Any]]) -> str | None:
    """Return what stands on whatever is made of rows that no person has reviewed; None where one has reviewed all."""
    is_marked = any((row.get("reviewed") or NOT_REVIEWED).startswith(NOT_REVIEWED) for row in rows)
    return UNREVIEWED_MARK.capitalize() if is_marked else None


def _is_about(judgement: Judgement, resolved: ResolvedClaim) -> bool:
    claim = resolved.claim
    return judgement.claim == claim.id or bool(judgement.span and judgement.span.shares(claim.span))
