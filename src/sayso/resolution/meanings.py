"""What does each claim of one document mean, once its voices, places and days are known?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived
from sayso.model.kinds import ClaimKind, TimeBasis
from sayso.model.mentions import ActorMention
from sayso.model.resolved import DocumentDate, Period, ResolvedClaim, Voice
from sayso.resolution.actors import Actor, Actors
from sayso.resolution.countries import CASE_COUNTRY, Country
from sayso.resolution.grounds import Setting
from sayso.resolution.holders import find_holder, name_holder
from sayso.resolution.implied_agents import RULE as ONLY_PARTY
from sayso.resolution.implied_agents import Named
from sayso.resolution.interests import RULE, Interests, Involved
from sayso.resolution.sayings import Saying
from sayso.text.spellings import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """What is known of the claims of a document, one entry for each claim, with its date and the case's country.

    `implied` are the parties that must have done what no words lay to anybody.
    """

    sayings: tuple[Saying, ...]
    settings: tuple[Setting, ...]
    periods: tuple[Period, ...]
    implied: tuple[Actor | None, ...]
    date: DocumentDate
    home: Country | None


def name_parties(
    reading: Reading, sayings: Sequence[Saying], settings: Sequence[Setting], actors: Actors
) -> tuple[Named, ...]:
    """Return the claims of a document with the parties that their own words name."""
    rows = zip(reading.claims, sayings, settings, strict=True)
    text = reading.document.text
    return tuple(_name(claim, _Cast(actors, text, saying.voice, claim.kind), where) for claim, saying, where in rows)


def list_parties(reading: Reading) -> frozenset[str]:
    """Return the names, without case and accents, that the claims of a document give their parties."""
    mentions = (m for claim in reading.claims for m in (claim.agent, *claim.co_agents, claim.target) if m is not None)
    return frozenset(plain(mention.name) for mention in mentions if mention.name)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who the parties of a claim are: in this text, in this voice's mouth, for this kind of claim."""

    actors: Actors
    text: str
    voice: Voice
    kind: ClaimKind

    def find(self, *mentions: ActorMention | None) -> tuple[Actor, ...]:
        found = (self.actors.resolve(m, self.text, self.voice, self.kind) for m in mentions if m is not None)
        return tuple(actor for actor in found if actor is not None)


def _name(claim: Claim, cast: _Cast, where: Setting) -> Named:
    """Return a claim with its parties; what is lost is lost to somebody else."""
    agents, targets = cast.find(claim.agent, *claim.co_agents), cast.find(claim.target)
    if claim.control is not None and claim.control.holder_is_target:
        agents, targets = targets, agents
    return Named(claim=claim, agents=agents, targets=targets, places=where.places)


def resolve_document(named: tuple[Named, ...], premises: Premises) -> tuple[ResolvedClaim, ...]:
    """Return the claims of a document with their meaning in the case."""
    return tuple(_resolve(one, number, premises) for number, one in enumerate(named))


def _resolve(named: Named, number: int, premises: Premises) -> ResolvedClaim:
    claim, implied = named.claim, premises.implied[number]
    saying, where, period = premises.sayings[number], premises.settings[number], premises.periods[number]
    agents = named.agents or ((implied,) if implied is not None else ())
    holder = find_holder(claim, agents)
    involved = Involved(agents=agents, targets=named.targets, holder=holder)
    interests = Interests(voice=saying.voice, home=premises.home)
    is_against = bool(saying.chain) and interests.speaks_against_interest(claim, involved)
    shown = None if named.agents else implied
    return ResolvedClaim(
        claim=claim,
        chain=saying.chain,
        voice=saying.voice.key,
        agents=tuple(dict.fromkeys(actor.name for actor in agents)),
        targets=tuple(dict.fromkeys(actor.name for actor in named.targets)),
        places=where.places,
        place_written=where.written,
        place_derived=where.derived,
        period=period,
        stance=claim.stance,
        against_interest=is_against,
        holder=name_holder(holder),
        derived=tuple(_derive(saying.voice, premises.home, shown, is_against=is_against)),
        hidden_inputs=_hide(period, premises.date),
        labelled=tuple(
            actor.labelled for actor in (claim.agent, *claim.co_agents, claim.target) if actor and actor.labelled
        ),
    )


def _derive(voice: Voice, home: Country | None, implied: Actor | None, *, is_against: bool) -> Iterator[Derived]:
    if implied is not None:
        yield Derived(value=implied.name, rule=ONLY_PARTY)
    if home is not None and voice.institution and voice.name.startswith(home.adjective):
        yield Derived(value=voice.name, rule=CASE_COUNTRY, note=home.name)
    if is_against:
        yield Derived(value="concedes", rule=RULE, note=voice.side or voice.kind.value)


def _hide(period: Period, date: DocumentDate) -> tuple[str, ...]:
    """Return the documents that a claim's day was inferred from: it confirms nothing that they say."""
    return () if period.basis in {TimeBasis.STATED, TimeBasis.NONE} else date.depends_on
