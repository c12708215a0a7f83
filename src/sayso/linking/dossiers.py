"""What does linking look up about one document and its claims?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sayso.model.documents import Document
from sayso.model.resolved import ResolvedClaim, Voice

Order = tuple[int, str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One document with its claims in reading order, and what the case knows of what they name.

    `latest` is the latest day it can have been published, `is_undated` that only bounds of the day are known, `earliest` the
    first of these days, None where nobody knows it;
    `voices` are those of its claims by key, `coarse` those of its places that are regions or countries, `camps` those of the
    parties that it names.
    """

    document: Document
    claims: tuple[ResolvedClaim, ...]
    latest: int
    is_undated: bool
    voices: Mapping[str, Voice]
    coarse: frozenset[str]
    camps: Mapping[str, str] = field(default_factory=dict)
    earliest: int | None = None

    def quote(self, resolved: ResolvedClaim) -> str:
        """Return the words of a claim."""
        return resolved.claim.span.read(self.document.text)

    def order(self, resolved: ResolvedClaim) -> Order:
        """Return what claims are sorted by: day of publication, document, place in it. No other order enters."""
        return self.latest, self.document.id, resolved.claim.span.start, resolved.claim.id


class Named(NamedTuple):
    """What the claims of a document name: voices, places, parties, who holds ground, who act together, of which camp."""

    voices: tuple[str, ...]
    places: frozenset[str]
    parties: tuple[str, ...]
    holders: Mapping[str, str]
    together: frozenset[tuple[str, str]]
    camps: tuple[tuple[str, str], ...]


def list_named(claims: tuple[ResolvedClaim, ...]) -> Named:
    """Return what the claims of a document name."""
    agents = [(one.agents[0], one.claim.agent) for one in claims if one.agents]
    return Named(
        voices=tuple(dict.fromkeys(key for one in claims for key in (*one.chain, one.voice))),
        places=frozenset(place for one in claims for place in one.places),
        parties=tuple(dict.fromkeys(name for one in claims for name in (*one.agents[:1], *one.targets[:1]))),
        holders={one.agents[0]: one.holder for one in claims if one.holder and one.agents},
        together=frozenset(pair for one in claims for pair in pairwise(one.agents)),
        camps=tuple((name, agent.camp) for name, agent in agents if agent and agent.camp),
    )


class When(NamedTuple):
    """When a document came out: its latest day, whether that is only a bound, and the earliest day where one is known."""

    latest: int
    is_undated: bool
    earliest: int | None = None


class Known(NamedTuple):
    """What the case knows of what a document names: each voice and each party's camp, in their order, and its coarse places."""

    voices: tuple[Voice | None, ...]
    coarse: frozenset[str]
    camps: tuple[str | None, ...]


def make_dossier(
    document: Document, claims: tuple[ResolvedClaim, ...], named: Named, when: When, known: Known
) -> Dossier:
    """Return the dossier of a document."""
    return Dossier(
        document=document,
        claims=claims,
        latest=when.latest,
        is_undated=when.is_undated,
        earliest=when.earliest,
        voices={key: voice for key, voice in zip(named.voices, known.voices, strict=True) if voice},
        coarse=known.coarse,
        camps={name: camp for name, camp in zip(named.parties, known.camps, strict=True) if camp},
    )
