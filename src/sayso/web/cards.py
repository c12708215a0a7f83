"""What does a page show of one claim? Who says what, where and when, how it stands, and the words."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.kinds import Basis, Stance, TimeBasis
from sayso.model.resolved import ResolvedClaim
from sayso.text.day_words import say_days
from sayso.text.wordings import name_voice, say_word
from sayso.web.snapshots import Snapshot
from sayso.web.wordings import call_outlet, call_report, say_basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A voice in a chain: its key, its name, and the number of its side's colour (0: none)."""

    key: str
    name: str
    kind: str
    side: str | None
    colour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim as lists show it."""

    id: str
    speakers: tuple[Speaker, ...]
    stance: str
    kind: str
    basis: str | None
    parties: str
    place: str
    when: str
    standing: str | None
    group: str | None
    question: str
    quote: str
    document: str
    report: str
    outlet: str
    published: str
    reviewed: str | None


def make_card(resolved: ResolvedClaim, snapshot: Snapshot) -> Card:
    """Return the card of a claim."""
    claim = resolved.claim
    group = snapshot.group_of.get(claim.id)
    document, date = snapshot.documents[claim.document], snapshot.dates[claim.document]
    reviewed = f"{resolved.reviewed} by {resolved.reviewed_by}" if resolved.reviewed else None
    return Card(
        id=claim.id,
        speakers=find_speakers(resolved, snapshot),
        stance=read_stance(resolved),
        kind=claim.kind.value,
        basis=None if claim.basis is Basis.STATED else say_basis(claim.basis.value),
        parties=say_parties(resolved),
        place=snapshot.index.places(resolved),
        when=say_when(resolved),
        standing=group.standing.value if group and group.standing else None,
        group=group.id if group else None,
        question=group.question if group else "",
        quote=snapshot.index.quote(resolved),
        document=claim.document,
        report=call_report(document),
        outlet=call_outlet(document),
        published=say_days(date.published) or "undated",
        reviewed=reviewed,
    )


def make_cards(claims: Iterable[str], snapshot: Snapshot) -> list[Card]:
    """Return the cards of claims by id; those that are not in this selection are passed over."""
    return [make_card(snapshot.claims[claim], snapshot) for claim in claims if claim in snapshot.claims]


def find_speakers(resolved: ResolvedClaim, snapshot: Snapshot) -> tuple[Speaker, ...]:
    """Return the voices from outermost to innermost; the outlet where nobody else is named."""
    return tuple(_speaker(key, resolved, snapshot) for key in resolved.chain or (resolved.voice,))


def _speaker(key: str, resolved: ResolvedClaim, snapshot: Snapshot) -> Speaker:
    voice = snapshot.voices.get(key)
    document = snapshot.documents[resolved.claim.document]
    name = name_voice(voice.name if voice else key, [call_outlet(document)])
    return Speaker(
        key=key,
        name=name,
        kind=say_word(voice.kind.value) if voice else "",
        side=voice.side if voice else None,
        colour=snapshot.whole.side_numbers.get(voice.side or "", 0) if voice else 0,
    )


def read_stance(resolved: ResolvedClaim) -> str:
    """Return the stance as it is exported: who asserts something against his own interest concedes it."""
    is_conceded = resolved.against_interest and resolved.stance is Stance.ASSERTS
    return Stance.CONCEDES.value if is_conceded else resolved.stance.value


def say_parties(resolved: ResolvedClaim) -> str:
    """Return who did it to whom, as far as the words name them."""
    agents, targets = ", ".join(resolved.agents), ", ".join(resolved.targets)
    if agents and targets:
        return f"{agents} → {targets}"
    return agents or (f"→ {targets}" if targets else "")


def say_when(resolved: ResolvedClaim) -> str:
    """Return when it happened; a day that is only its report's says so."""
    days = say_days(resolved.period.edtf)
    if days and resolved.period.basis is TimeBasis.DOCUMENT:
        return f"reported on {days}" if " to " not in days else f"reported {days}"
    return days
