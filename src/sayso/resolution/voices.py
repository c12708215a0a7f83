"""Which voices does a case have, what body does each speak for, and on which side?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from sayso.model.attributions import Source
from sayso.model.documents import Document
from sayso.model.kinds import VoiceKind
from sayso.model.resolved import Voice
from sayso.model.settings import VoiceEntry
from sayso.resolution.context import Context
from sayso.resolution.countries import find_country
from sayso.resolution.identities import Identities, Row, Tables, key_of, shipped_draws, source_rows
from sayso.resolution.institutions import STATE_KINDS
from sayso.resolution.names import is_proper
from sayso.resolution.party_names import find_fighting
from sayso.resolution.regrouping import Regrouping
from sayso.resolution.speakers import Speaker, Speakers, body_of_office, find_speakers, key_in, name_state
from sayso.text.heaps import sort_by
from sayso.text.spellings import plain
from sayso.text.wordings import OWN_VOICE


@dataclass(slots=True)
class _Draft:
    """A voice while it is put together."""

    name: str
    kinds: Counter[VoiceKind] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    institutions: set[str] = field(default_factory=set)
    draws_on: tuple[str, ...] = ()
    is_named: bool = False
    is_private: bool = False
    is_public: bool = False


@dataclass(frozen=True)
class Voices:
    """The voices of a case, the outlets' own among them."""

    context: Context
    regrouping: Regrouping

    @cached_property
    def _tables(self) -> Tables:
        return self.context.memory.keep(Tables, Tables(self.context.without_readings, self.regrouping))

    @cached_property
    def _identities(self) -> Identities:
        return Identities(self.context, self._tables)

    def key(self, source: Source, document: str) -> str:
        """Return the key of the voice that a source of a document is."""
        return key_in(source, self._identities.find(source), document)

    def keys(self, document: str) -> tuple[str, ...]:
        """Return the keys of the voices that the sources of a document are, in the order in which each is first met."""
        return self._speakers[document].keys

    @cached_property
    def _speakers(self) -> Mapping[str, Speakers]:
        recall, identities, tables = self.context.memory.recall, self._identities, self._tables
        known = {**identities.bodies, **dict.fromkeys(find_fighting(self.context), VoiceKind.ARMED_GROUP)}
        spoken_for = {name: recall(_list_bodies, name, sources) for name, sources in identities.spoken.items()}
        bodies = {name: {body: known[body] for body in those if body in known} for name, those in spoken_for.items()}
        return {
            name: recall(find_speakers, name, name, sources, identities.find_all(name), bodies[name], tables)
            for name, sources in identities.spoken.items()
        }

    @cached_property
    def all(self) -> Mapping[str, Voice]:
        """All voices by key."""
        recall, keep = self.context.memory.recall, self.context.memory.keep
        told = {name: recall(_sort_speakers, name, speakers.all) for name, speakers in self._speakers.items()}
        heaps = self.context.memory.gather(Voices, told)
        voices = {key: recall(_make_voice, key, heard, self._tables) for key, heard in heaps.items()}
        bodies = {voice.institution for voice in voices.values()}
        voices = {
            key: replace(voice, institution=voice.name) if voice.institution is None and voice.name in bodies else voice
            for key, voice in voices.items()
        }
        for own in self._owns.values():
            voice = voices.setdefault(own.key, own)
            if voice.kind is VoiceKind.UNKNOWN:
                voices[own.key] = replace(voice, kind=own.kind)
        kept = ((key, keep((Voice, key), _keep_known(voice, voices))) for key, voice in voices.items())
        return dict(sorted(kept))

    @cached_property
    def _owns(self) -> Mapping[str, Voice]:
        recall, tables = self.context.memory.recall, self._tables
        return {r.document.id: recall(_make_own, r.document.id, r.document, tables) for r in self.context.readings}

    def own(self, document: Document) -> Voice:
        """Return a document's own voice: its outlet's, or one of the document alone where none is known."""
        return self._owns[document.id]


def _list_bodies(sources: tuple[tuple[Source, int], ...]) -> tuple[str, ...]:
    return tuple(body for source, _ in sources if (body := body_of_office(source)))


def _sort_speakers(speakers: tuple[Speaker, ...]) -> Mapping[str, tuple[Speaker, ...]]:
    return sort_by(speakers, lambda speaker: speaker.key)


def _make_voice(heard: tuple[Speaker, ...], tables: Tables) -> Voice:
    """Return the voice that all these sources are."""
    draft = _Draft(heard[0].identity.name)
    for speaker in heard:
        _gather(draft, speaker)
    return _finish(heard[0].key, draft, tables)


def _gather(draft: _Draft, speaker: Speaker) -> None:
    identity = speaker.identity
    draft.names.add(speaker.name)
    draft.kinds[speaker.kind] += speaker.claims
    if speaker.institution:
        draft.institutions.add(speaker.institution)
    if identity.entry is not None:
        _add_entry(draft, identity.entry)
    elif identity.body is not None:
        draft.is_named = identity.body.is_named
    else:
        draft.is_named = draft.is_named or is_proper(identity.name)
        draft.draws_on = shipped_draws().get(identity.name, draft.draws_on)


def _add_entry(draft: _Draft, entry: VoiceEntry) -> None:
    draft.is_named = is_proper(entry.name)
    draft.is_private, draft.is_public = entry.private, entry.public
    draft.draws_on = entry.draws_on or shipped_draws().get(entry.name, ())
    draft.names.update(entry.aliases)


def _finish(key: str, draft: _Draft, tables: Tables) -> Voice:
    kinds, institution = draft.kinds, min(draft.institutions, default=None)
    return Voice(
        key=key,
        name=draft.name,
        kind=_find_kind(kinds),
        institution=institution,
        side=_side(institution, draft.name, tables),
        draws_on=tuple(key_of(name) for name in draft.draws_on),
        is_named=draft.is_named,
        is_private=draft.is_private,
        is_public=draft.is_public and not draft.is_private,
        names=tuple(sorted({*draft.names, draft.name})),
    )


def _find_kind(kinds: Counter[VoiceKind]) -> VoiceKind:
    """Return the kind that most claims tell; a force that any text calls a militia or the like is no army, whatever its name."""
    chief = min(kinds, key=lambda kind: (kind is VoiceKind.UNKNOWN, -kinds[kind], kind.value))
    return VoiceKind.ARMED_GROUP if chief is VoiceKind.MILITARY and VoiceKind.ARMED_GROUP in kinds else chief


def _side(institution: str | None, name: str, tables: Tables) -> str | None:
    names = {plain(text) for text in (institution, name) if text}
    entries = tables.context.settings.institutions
    return next((entry.side for entry in entries if entry.side and plain(entry.name) in names), None)


def _keep_known(voice: Voice, voices: Mapping[str, Voice]) -> Voice:
    draws_on = tuple(key for key in voice.draws_on if key in voices and key != voice.key)
    return voice if draws_on == voice.draws_on else replace(voice, draws_on=draws_on)


def _make_own(document: Document, tables: Tables) -> Voice:
    if document.outlet is None:
        return Voice(key=f"{OWN_VOICE}:{document.id}", name=OWN_VOICE, kind=VoiceKind.OUTLET, is_named=False)
    entry = tables.entries.get(plain(document.outlet))
    row = source_rows().get(plain(document.outlet))
    name = tables.regrouping.name_for(document.outlet) or (entry.name if entry else document.outlet)
    institution = entry.institution if entry else _state_of(row, tables)
    return Voice(
        key=key_of(name),
        name=name,
        kind=entry.kind if entry and entry.kind is not VoiceKind.UNKNOWN else VoiceKind.OUTLET,
        institution=institution,
        side=_side(institution, name, tables),
        draws_on=tuple(key_of(other) for other in entry.draws_on) if entry else (),
        names=(name,),
    )


def _state_of(row: Row | None, tables: Tables) -> str | None:
    if row is None or row["kind"] not in STATE_KINDS:
        return None
    return name_state(find_country(row["country"]), tables)
