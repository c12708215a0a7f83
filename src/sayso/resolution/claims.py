"""What does each claim mean in this case?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import Derived, Evidence
from sayso.model.judgements import Judgement
from sayso.model.kinds import ClaimKind, JudgementKind, TimeBasis, VoiceKind
from sayso.model.mentions import ActorMention, Toponym
from sayso.model.resolved import DocumentDate, Period, Resolution, ResolvedClaim, Voice
from sayso.model.settings import Settings
from sayso.resolution.actors import Actor, Actors
from sayso.resolution.context import Context, make_context
from sayso.resolution.countries import CASE_COUNTRY
from sayso.resolution.edits import Register, add_claim, review
from sayso.resolution.event_times import EventTimes
from sayso.resolution.gazetteer import build_gazetteer
from sayso.resolution.holders import find_holder, name_holder
from sayso.resolution.implied_agents import RULE as ONLY_PARTY
from sayso.resolution.implied_agents import ImpliedAgents, Named
from sayso.resolution.interests import RULE, Parties, Speaker
from sayso.resolution.judged import Settled, find_idle_dates, settle
from sayso.resolution.periods import Calendar, find_periods
from sayso.resolution.places import Gazetteer
from sayso.resolution.regrouping import regroup
from sayso.resolution.same_events import date_same_events
from sayso.resolution.voices import Voices
from sayso.text.decisions import keep_active
from sayso.text.spellings import plain

BYSTANDERS = frozenset({VoiceKind.MONITOR, VoiceKind.AGENCY, VoiceKind.NGO, VoiceKind.UN, VoiceKind.OUTLET})


def resolve_claims(
    readings: Sequence[Reading],
    dates: Sequence[DocumentDate],
    settings: Settings,
    judgements: Sequence[Judgement],
) -> Resolution:
    """Return the claims of a case with their voices, parties, places and days, as people's decisions leave them.

    The order of `readings` decides only the order of the claims. Rejected claims are left out; lines that fit
    nothing are returned as unplaced.
    """
    active = keep_active(judgements)
    context = make_context(readings, settings)
    gazetteer = build_gazetteer(context, regroup(active, "place"))
    voices = Voices(context, regroup(active, "voice"))
    world = _World(
        context=context,
        gazetteer=gazetteer,
        voices=voices,
        actors=Actors(context, _bystanders(voices)),
        periods=_find_periods(context, dates, gazetteer),
        dates={date.document: date for date in dates},
    )
    resolved = _resolve(world)
    settled = settle(judgements, (claim for reading in context.readings for claim in reading.claims))
    own = {reading.document.id: world.voices.own(reading.document).key for reading in context.readings}
    register = Register(gazetteer=world.gazetteer, voices=dict(world.voices.all), own=own)
    unplaced = _apply(settled, resolved, register, world)
    claims = [claim for reading in readings for claim in resolved[reading.document.id]]
    return Resolution(
        voices=tuple(register.voices[key] for key in sorted(register.voices)),
        places=tuple(
            {**world.gazetteer.places, **register.places}[key]
            for key in sorted({*world.gazetteer.places, *register.places})
        ),
        claims=tuple(claims),
        unplaced=(*settled.unplaced, *unplaced, *find_idle_dates(judgements, frozenset(resolved))),
    )


def _bystanders(voices: Voices) -> frozenset[str]:
    kept = (voice for voice in voices.all.values() if voice.kind in BYSTANDERS)
    return frozenset(plain(name) for voice in kept for name in (voice.name, *voice.names))


def _resolve(world: "_World") -> dict[str, list[ResolvedClaim]]:
    """Return the resolved claims by document: first what the words name, then whom they leave to be understood."""
    readings = world.context.readings
    cast = {r.document.id: [world.cast(claim, r) for claim in r.claims] for r in readings}
    implied = ImpliedAgents([named for claims in cast.values() for named in claims], world.gazetteer)
    return {
        r.document.id: [world.resolve(named, r, implied.find(named)) for named in cast[r.document.id]] for r in readings
    }


def _find_periods(context: Context, dates: Sequence[DocumentDate], gazetteer: Gazetteer) -> Mapping[str, Period]:
    known = {date.document: date for date in dates}
    calendars = {r.document.id: Calendar(r, known[r.document.id]) for r in context.readings}
    before = find_periods(context.readings, calendars)
    timed = EventTimes(context.readings, calendars, before).all
    return date_same_events(context.readings, timed, gazetteer.are_near)


def _apply(
    settled: Settled, resolved: dict[str, list[ResolvedClaim]], register: Register, world: "_World"
) -> list[str]:
    """Put people's decisions on the claims in place; return the ids of added claims that fit no document."""
    for document, claims in resolved.items():
        kept = []
        for claim in claims:
            decision = settled.decisions.get(claim.claim.id)
            if decision is None:
                kept.append(claim)
            elif decision.kind is not JudgementKind.REJECT:
                kept.append(review(claim, decision, register))
        resolved[document] = kept
    readings = {reading.document.id: reading for reading in world.context.readings}
    unplaced = []
    for judgement in settled.added:
        reading = readings.get(judgement.document or "")
        added = add_claim(judgement, reading, register) if reading else None
        if added is None or reading is None:
            unplaced.append(judgement.id)
        else:
            resolved[reading.document.id].append(added)
    return unplaced


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """All that a claim is resolved by."""

    context: Context
    gazetteer: Gazetteer
    voices: Voices
    actors: Actors
    periods: Mapping[str, Period]
    dates: Mapping[str, DocumentDate]

    def cast(self, claim: Claim, reading: Reading) -> Named:
        """Return a claim with the parties that its own words name; what is lost is lost to somebody else."""
        voice = self._voice(claim, reading)
        agents = self._parties((claim.agent, *claim.co_agents), reading, voice, claim.kind)
        targets = self._parties((claim.target,), reading, voice, claim.kind)
        if claim.control is not None and claim.control.holder_is_target:
            agents, targets = targets, agents
        return Named(claim=claim, agents=agents, targets=targets, places=self._places(claim)[1])

    def _voice(self, claim: Claim, reading: Reading) -> Voice:
        keys = [self.voices.key(source, reading.document.id) for source in claim.chain]
        return self.voices.all[keys[-1]] if keys else self.voices.own(reading.document)

    def resolve(self, named: Named, reading: Reading, implied: Actor | None) -> ResolvedClaim:
        claim = named.claim
        chain = tuple(self.voices.key(source, reading.document.id) for source in claim.chain)
        voice = self._voice(claim, reading)
        agents = named.agents or ((implied,) if implied is not None else ())
        holder = find_holder(claim, agents)
        speaker = Speaker(voice=voice, home=self.context.country)
        parties = Parties(agents=agents, targets=named.targets, holder=holder)
        is_against = bool(chain) and speaker.speaks_against_interest(claim, parties)
        toponyms, places = self._places(claim)
        period = self.periods[claim.id]
        return ResolvedClaim(
            claim=claim,
            chain=chain,
            voice=voice.key,
            agents=tuple(dict.fromkeys(actor.name for actor in agents)),
            targets=tuple(dict.fromkeys(actor.name for actor in named.targets)),
            places=places,
            place_written=toponyms[0].span if toponyms else None,
            place_derived=self._derive_place(claim, places, toponyms, reading),
            period=period,
            stance=claim.stance,
            against_interest=is_against,
            holder=name_holder(holder),
            derived=tuple(self._derive(voice, None if named.agents else implied, is_against=is_against)),
            hidden_inputs=self._hidden(claim, period),
            labelled=tuple(
                actor.labelled for actor in (claim.agent, *claim.co_agents, claim.target) if actor and actor.labelled
            ),
        )

    def _parties(
        self, mentions: Sequence[ActorMention | None], reading: Reading, voice: Voice, kind: ClaimKind
    ) -> tuple[Actor, ...]:
        text = reading.document.text
        found = (self.actors.resolve(mention, text, voice, kind) for mention in mentions if mention is not None)
        return tuple(actor for actor in found if actor is not None)

    def _places(self, claim: Claim) -> tuple[tuple[Toponym, ...], tuple[str, ...]]:
        """Return the most specific places of a claim with the words for them: a place around another is left out."""
        found: dict[str, Toponym] = {}
        for toponym in claim.toponyms:
            key = self.gazetteer.find(claim.document, toponym)
            if key is not None:
                found.setdefault(key, toponym)
        if len(found) < 2:
            return tuple(found.values()), tuple(found)
        around = {holder for key in found for holder in self.gazetteer.holders(key)}
        around |= {key for key in found if self._is_country_of_another(key, found)}
        kept = {key: toponym for key, toponym in found.items() if key not in around} or found
        return tuple(kept.values()), tuple(kept)

    def _is_country_of_another(self, key: str, found: Mapping[str, Toponym]) -> bool:
        """Tell whether a place is a country that another place of the claim lies in."""
        others = (self.gazetteer.places[other].country for other in found if other != key)
        return key in set(others)

    def _derive_place(
        self, claim: Claim, places: tuple[str, ...], toponyms: Sequence[Toponym], reading: Reading
    ) -> Derived | None:
        if not places:
            return None
        text = reading.document.text
        return Derived(
            value="; ".join(self.gazetteer.places[key].name for key in places),
            rule=claim.place_rule,
            evidence=tuple(Evidence(document=claim.document, span=t.span, quote=t.span.read(text)) for t in toponyms),
            inputs=tuple(d for key in places if (d := self.gazetteer.places[key].derived) is not None),
        )

    def _derive(self, voice: Voice, implied: Actor | None, *, is_against: bool) -> list[Derived]:
        found = [Derived(value=implied.name, rule=ONLY_PARTY)] if implied is not None else []
        country = self.context.country
        if country is not None and voice.institution and voice.name.startswith(country.adjective):
            found.append(Derived(value=voice.name, rule=CASE_COUNTRY, note=country.name))
        if is_against:
            found.append(Derived(value="concedes", rule=RULE, note=voice.side or voice.kind.value))
        return found

    def _hidden(self, claim: Claim, period: Period) -> tuple[str, ...]:
        """Return the documents that the claim's day was inferred from: it confirms nothing that they say."""
        if period.basis in {TimeBasis.STATED, TimeBasis.NONE}:
            return ()
        return self.dates[claim.document].depends_on
