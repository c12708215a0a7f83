"""Which of people's decisions on claims stand, and which claim does each mean?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.model.claims import Claim
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.text.decisions import keep_active, last_lines, standing_lines

ON_CLAIMS = frozenset({JudgementKind.ACCEPT, JudgementKind.EDIT, JudgementKind.REJECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What stands for a claim: the kind of decision, its fields, who made it."""

    kind: JudgementKind
    fields: Mapping[str, object]
    authors: tuple[str, ...]

    @property
    def by(self) -> str:
        """The authors in one line."""
        return ", ".join(self.authors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The decisions on claims by claim id, the claims people added, and the ids of lines that could not be used."""

    decisions: Mapping[str, Decision]
    added: tuple[Judgement, ...]
    unplaced: tuple[str, ...]


def find_idle_dates(judgements: Sequence[Judgement], documents: frozenset[str]) -> list[str]:
    """Return the ids of date lines that date nothing: their document is gone, or two people contradict each other."""
    lines: dict[str, list[Judgement]] = {}
    for judgement in keep_active(judgements):
        if judgement.kind is JudgementKind.DATE:
            lines.setdefault(judgement.document or "", []).append(judgement)
    idle = [about for document, about in lines.items() if document not in documents or not standing_lines(about)]
    return [judgement.id for about in idle for judgement in last_lines(about)]


def settle(judgements: Sequence[Judgement], claims: Iterable[Claim]) -> Settled:
    """Return what people decided on the claims of a case.

    A later line of one author on a claim replaces his earlier one. Where two people contradict each other the
    machine's answer stands and both lines are unplaced, until a third person decides or one of them changes
    his mind. A line applies by claim id, else to the one claim of its document with its kind that shares half
    of its span; else it is unplaced.
    """
    active = keep_active(judgements)
    on_claims = [judgement for judgement in active if judgement.kind in ON_CLAIMS]
    places = _Places(claims if on_claims else ())
    lines: dict[str, list[Judgement]] = {}
    unplaced: list[str] = []
    for judgement in on_claims:
        claim = places.find(judgement)
        if claim is None:
            unplaced.append(judgement.id)
        else:
            lines.setdefault(claim, []).append(judgement)
    decisions = {}
    for claim, about in lines.items():
        standing = standing_lines(about)
        if standing:
            decisions[claim] = _join(standing)
        else:
            unplaced.extend(judgement.id for judgement in last_lines(about))
    added = tuple(judgement for judgement in active if judgement.kind is JudgementKind.ADD)
    return Settled(decisions=decisions, added=added, unplaced=tuple(unplaced))


class _Places:
    """Finds the claim that a judgement means."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_id = {claim.id: claim for claim in claims}

    @cached_property
    def _by_document(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self._by_id.values():
            found.setdefault(claim.document, []).append(claim)
        return found

    def find(self, judgement: Judgement) -> str | None:
        if judgement.claim in self._by_id:
            return judgement.claim
        span = judgement.span
        if span is None:
            return None
        alike = [
            claim
            for claim in self._by_document.get(judgement.document or "", ())
            if claim.kind == judgement.claim_kind
            and 2 * claim.span.shares(span) >= max(1, min(claim.span.length, span.length))
        ]
        return alike[0].id if len(alike) == 1 else None


def _join(lines: Sequence[Judgement]) -> Decision:
    fields: dict[str, object] = {}
    for judgement in lines:
        fields |= judgement.fields
    return Decision(kind=lines[-1].kind, fields=fields, authors=tuple(judgement.author for judgement in lines))
