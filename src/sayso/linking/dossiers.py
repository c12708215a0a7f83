"""What does linking look up about one document and its claims?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.model.documents import Document
from sayso.model.resolved import ResolvedClaim, Voice

Order = tuple[int, str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One document with its claims in reading order, and what the case knows of what they name.

    `latest` is the latest day it can have been published, `is_undated` that only bounds of the day are known;
    `voices` are those of its claims by key, `coarse` those of its places that are regions or countries, `camps` those of the
    agents that it names.
    """

    document: Document
    claims: tuple[ResolvedClaim, ...]
    latest: int
    is_undated: bool
    voices: Mapping[str, Voice]
    coarse: frozenset[str]
    camps: Mapping[str, str] = field(default_factory=dict)

    def quote(self, resolved: ResolvedClaim) -> str:
        """Return the words of a claim."""
        return resolved.claim.span.read(self.document.text)

    def order(self, resolved: ResolvedClaim) -> Order:
        """Return what claims are sorted by: day of publication, document, place in it. No other order enters."""
        return self.latest, self.document.id, resolved.claim.span.start, resolved.claim.id
