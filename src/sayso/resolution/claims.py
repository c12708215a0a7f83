"""What does each claim mean in this case?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from sayso.model.claims import Reading
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind, VoiceKind
from sayso.model.resolved import DocumentDate, NamedPlace, Resolution, ResolvedClaim, Voice
from sayso.model.settings import Settings
from sayso.resolution.actors import Actors
from sayso.resolution.camps import Camps, find_camps
from sayso.resolution.context import Context, make_context
from sayso.resolution.edits import Register, add_claim, review
from sayso.resolution.gazetteer import build_gazetteer
from sayso.resolution.grounds import Ground, set_claims
from sayso.resolution.implied_agents import ImpliedAgents
from sayso.resolution.judged import Settled, find_idle_dates, settle
from sayso.resolution.meanings import Premises, list_parties, name_parties, resolve_document
from sayso.resolution.named_places import find_named_places
from sayso.resolution.party_names import find_full_names
from sayso.resolution.places import Gazetteer
from sayso.resolution.regrouping import find_private, regroup
from sayso.resolution.sayings import find_sayings
from sayso.resolution.timing import time_claims
from sayso.resolution.voices import Voices
from sayso.text.decisions import keep_active
from sayso.text.memories import Memory
from sayso.text.spellings import plain

BYSTANDERS = frozenset({VoiceKind.MONITOR, VoiceKind.AGENCY, VoiceKind.NGO, VoiceKind.UN, VoiceKind.OUTLET})


def resolve_claims(
    readings: Sequence[Reading],
    dates: Sequence[DocumentDate],
    settings: Settings,
    judgements: Sequence[Judgement],
    memory: Memory | None = None,
) -> Resolution:
    """Return the claims of a case with their voices, parties, places and days, as people's decisions leave them.

    The order of `readings` decides only the order of the claims. Rejected claims are left out; lines that fit
    nothing are returned as unplaced. `memory` saves time in an open case and changes nothing.
    """
    active = keep_active(judgements)
    memory = memory or Memory()
    context = make_context(readings, settings, memory)
    recall = memory.recall
    gazetteer = recall(build_gazetteer, "case", context, regroup(active, "place"))
    voices = recall(Voices, "case", context, regroup(active, "voice"))
    grounds = recall(_find_grounds, "case", context, gazetteer)
    resolved = dict(recall(_resolve, "case", context, grounds, gazetteer, voices, tuple(dates)))
    settled = settle(judgements, (claim for reading in context.readings for claim in reading.claims))
    own = {reading.document.id: voices.own(reading.document).key for reading in context.readings}
    register = Register(gazetteer=gazetteer, voices=dict(voices.all), own=own)
    unplaced = _apply(settled, resolved, register, context)
    places = {**gazetteer.places, **register.places}
    private = find_private(active)
    return Resolution(
        voices=tuple(_protect(register.voices[key], private) for key in sorted(register.voices)),
        places=tuple(places[key] for key in sorted(places)),
        claims=tuple(chain.from_iterable(resolved[reading.document.id] for reading in readings)),
        unplaced=(*settled.unplaced, *unplaced, *find_idle_dates(judgements, frozenset(resolved))),
        toponyms=tuple(_name_places(context, grounds)),
    )


def _name_places(context: Context, grounds: Mapping[str, Ground]) -> Iterator[NamedPlace]:
    for reading in context.readings:
        name = reading.document.id
        yield from context.memory.recall(find_named_places, name, reading, grounds[name])


def _find_grounds(context: Context, gazetteer: Gazetteer) -> Mapping[str, Ground]:
    return {r.document.id: gazetteer.ground(r.document.id, context.memory) for r in context.readings}


def _resolve(
    context: Context,
    grounds: Mapping[str, Ground],
    gazetteer: Gazetteer,
    voices: Voices,
    dates: Sequence[DocumentDate],
) -> Mapping[str, Sequence[ResolvedClaim]]:
    """Return the resolved claims by document: first what the words name, then whom they leave to be understood."""
    recall, dates_by_document = context.memory.recall, {date.document: date for date in dates}
    sayings = find_sayings(context, voices)
    bystanders, choose = _bystanders(voices), _make_chooser(context)
    settings, named = {}, {}
    for reading in context.readings:
        name = reading.document.id
        settings[name] = recall(set_claims, name, reading, grounds[name])
        actors = choose.among(bystanders & recall(list_parties, name, reading))
        named[name] = recall(name_parties, name, reading, sayings[name], settings[name], actors)
    implied = ImpliedAgents(named, gazetteer, context.memory)
    periods = time_claims(context, dates_by_document, grounds)
    found = {}
    for name, claims in named.items():
        premises = Premises(
            sayings=sayings[name],
            settings=settings[name],
            periods=periods[name],
            implied=implied.find(name),
            date=dates_by_document[name],
            home=context.country,
        )
        found[name] = recall(resolve_document, name, claims, premises)
    return found


def _make_chooser(context: Context) -> "_Chooser":
    return _Chooser(context.without_readings, find_camps(context), find_full_names(context))


class _Chooser:
    """Gives each document the actors of the case, with those bystanders that it names: others are nothing to it."""

    def __init__(self, context: Context, camps: Camps, full_names: tuple[tuple[str, str], ...]) -> None:
        self._context, self._camps, self._full_names = context, camps, full_names
        self._made: dict[frozenset[str], Actors] = {}

    def among(self, bystanders: frozenset[str]) -> Actors:
        if bystanders not in self._made:
            actors = Actors(self._context, self._camps, bystanders, self._full_names)
            self._made[bystanders] = self._context.memory.keep((Actors, bystanders), actors)
        return self._made[bystanders]


def _protect(voice: Voice, private: frozenset[str]) -> Voice:
    """Return a voice as a private person where a person said that it is one, under whatever of its names."""
    is_meant = not private.isdisjoint({plain(name) for name in (voice.name, *voice.names)}) if private else False
    return replace(voice, is_private=True, is_public=False) if is_meant else voice


def _bystanders(voices: Voices) -> frozenset[str]:
    kept = (voice for voice in voices.all.values() if voice.kind in BYSTANDERS)
    return frozenset(plain(name) for voice in kept for name in (voice.name, *voice.names))


def _apply(
    settled: Settled, resolved: dict[str, Sequence[ResolvedClaim]], register: Register, context: Context
) -> list[str]:
    """Put people's decisions on the claims in place; return the ids of added claims that fit no document."""
    decisions = settled.decisions
    for document, claims in resolved.items() if decisions else ():
        kept = []
        for claim in claims:
            decision = decisions.get(claim.claim.id)
            if decision is None:
                kept.append(claim)
            elif decision.kind is not JudgementKind.REJECT:
                kept.append(review(claim, decision, register))
        resolved[document] = kept
    return list(_add(settled.added, resolved, register, {r.document.id: r for r in context.readings}))


def _add(
    lines: Sequence[Judgement],
    resolved: dict[str, Sequence[ResolvedClaim]],
    register: Register,
    readings: Mapping[str, Reading],
) -> Iterator[str]:
    for judgement in lines:
        reading = readings.get(judgement.document or "")
        added = add_claim(judgement, reading, register) if reading else None
        if added is None or reading is None:
            yield judgement.id
        else:
            resolved[reading.document.id] = [*resolved[reading.document.id], added]
