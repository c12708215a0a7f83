"""What sort of voice is each source of the case, what body does it speak for, on which side?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from sayso.lexicons import read_words
from sayso.model.attributions import Source
from sayso.model.documents import Document
from sayso.model.kinds import VoiceKind
from sayso.model.resolved import Voice
from sayso.model.settings import VoiceEntry
from sayso.resolution.context import Context
from sayso.resolution.countries import Country, find_country
from sayso.resolution.identities import Identities, Identity, Row, key_of, shipped_draws, source_rows
from sayso.resolution.institutions import SPOKEN_FOR, STATE_KINDS, find_institution, speaks_at_home
from sayso.resolution.names import is_proper
from sayso.resolution.regrouping import Regrouping
from sayso.text.spellings import bare, plain
from sayso.text.wordings import OWN_VOICE

# Kinds that the words of an office give and the body spoken for can correct.
_BY_OFFICE = frozenset({VoiceKind.UNKNOWN, *SPOKEN_FOR, *STATE_KINDS, VoiceKind.UNNAMED_SOURCE})
UNRESOLVED = "attribution.unresolved"


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
    def _identities(self) -> Identities:
        return Identities(self.context, self.regrouping)

    def key(self, source: Source, document: str) -> str:
        """Return the key of the voice that a source of a document is; one that is only a pronoun is nobody's elsewhere."""
        key = key_of(self._identities.find(source).name)
        return f"{key}:{document}" if source.rule == UNRESOLVED else key

    @cached_property
    def all(self) -> Mapping[str, Voice]:
        """All voices by key."""
        drafts: dict[str, _Draft] = {}
        for document, source, count in self._identities.spoken():
            self._gather(drafts, source, self.key(source, document), count)
        voices = {key: self._finish(key, draft) for key, draft in drafts.items()}
        bodies = {voice.institution for voice in voices.values()}
        voices = {
            key: replace(voice, institution=voice.name) if voice.institution is None and voice.name in bodies else voice
            for key, voice in voices.items()
        }
        for reading in self.context.readings:
            own = self.own(reading.document)
            voices.setdefault(own.key, own)
        keep = self.context.memory.keep
        kept = ((key, keep((Voice, key), self._keep_known(voice, voices))) for key, voice in voices.items())
        return dict(sorted(kept))

    def _gather(self, drafts: dict[str, _Draft], source: Source, key: str, count: int) -> None:
        identity = self._identities.find(source)
        draft = drafts.setdefault(key, _Draft(identity.name))
        draft.names.add(source.name)
        draft.kinds[self._kind(source, identity)] += count
        draft.institutions.update(filter(None, [self._institution(source, identity)]))
        if identity.entry is not None:
            self._add_entry(draft, identity.entry)
        elif identity.body is not None:
            draft.is_named = identity.body.is_named
        else:
            draft.is_named = draft.is_named or is_proper(identity.name)
            draft.draws_on = shipped_draws().get(identity.name, draft.draws_on)

    @staticmethod
    def _add_entry(draft: _Draft, entry: VoiceEntry) -> None:
        draft.is_named = is_proper(entry.name)
        draft.is_private, draft.is_public = entry.private, entry.public
        draft.draws_on = entry.draws_on or shipped_draws().get(entry.name, ())
        draft.names.update(entry.aliases)

    def _kind(self, source: Source, identity: Identity) -> VoiceKind:
        """Return the kind: the user's, the table's, the body's, else that of the words."""
        kind = source.kind
        if identity.entry is not None and identity.entry.kind is not VoiceKind.UNKNOWN:
            return identity.entry.kind
        if identity.body is not None:
            return identity.body.kind
        told = self._kind_of_office(source)
        if told is not None:
            return told
        if identity.row is not None and identity.row["kind"]:
            kind = VoiceKind(identity.row["kind"])
        country = self._country_of(source, identity.row)
        is_abroad = country is not None and not self.context.is_home(country)
        return VoiceKind.FOREIGN_GOVERNMENT if kind is VoiceKind.GOVERNMENT and is_abroad else kind

    def _kind_of_office(self, source: Source) -> VoiceKind | None:
        """Return the kind that the user gave the body whose spokesman, chief or member somebody is."""
        _, _, body = (source.role or "").partition(" of ")
        entry = self._identities.entries.get(plain(body)) or self._identities.entries.get(bare(body)) if body else None
        is_told = entry is not None and entry.kind in SPOKEN_FOR | STATE_KINDS
        return entry.kind if entry is not None and is_told and source.kind in _BY_OFFICE else None

    def _institution(self, source: Source, identity: Identity) -> str | None:
        """Return the body that a voice speaks for: the user's word, or the state that a state's voice belongs to."""
        if identity.entry is not None:
            return identity.entry.institution
        if identity.body is not None:
            return self._state(identity.body.country)
        return None if _is_former(identity.name) else self._find_institution(source, identity)

    def _find_institution(self, source: Source, identity: Identity) -> str | None:
        """Return the state of a state's voice, else the body of an office or description, else the case's own state."""
        kind, country = self._kind(source, identity), self._country_of(source, identity.row)
        if kind in STATE_KINDS and country is not None:
            return self._state(country)
        body = find_institution(source, self.context, self._identities.entries, source_rows())
        if body is not None:
            return body.name if body.country is None else self._state(body.country)
        if kind in STATE_KINDS | {VoiceKind.UNNAMED_OFFICIAL} and speaks_at_home(identity.name):
            return self._state(country or self.context.country)
        return None

    def _country_of(self, source: Source, row: Row | None) -> Country | None:
        """Return the country of a source: the table's, else the nationality that the words give, one of the user's too."""
        told = find_country((row or {}).get("country") or source.people)
        if told is not None or is_proper(source.name.rpartition(" ")[2]):
            return told
        first = self.context.find_country(source.name.partition(" ")[0])
        return first if first in self.context.invented else None

    def _state(self, country: Country | None) -> str | None:
        """Return the name of a state as a body: the user's for it, where the settings have one."""
        if country is None:
            return None
        known = {entry.name for entry in self.context.settings.institutions}
        choices = (f"{country.adjective} {word}" for word in ("state", "government", "regime"))
        return next((name for name in choices if name in known), f"{country.adjective} state")

    def _finish(self, key: str, draft: _Draft) -> Voice:
        kinds, institution = draft.kinds, min(draft.institutions, default=None)
        return Voice(
            key=key,
            name=draft.name,
            kind=min(kinds, key=lambda kind: (kind is VoiceKind.UNKNOWN, -kinds[kind], kind.value)),
            institution=institution,
            side=self._side(institution, draft.name),
            draws_on=tuple(key_of(name) for name in draft.draws_on),
            is_named=draft.is_named,
            is_private=draft.is_private,
            is_public=draft.is_public and not draft.is_private,
            names=tuple(sorted({*draft.names, draft.name})),
        )

    def _side(self, institution: str | None, name: str) -> str | None:
        names = {plain(text) for text in (institution, name) if text}
        entries = self.context.settings.institutions
        return next((entry.side for entry in entries if entry.side and plain(entry.name) in names), None)

    @staticmethod
    def _keep_known(voice: Voice, voices: Mapping[str, Voice]) -> Voice:
        draws_on = tuple(key for key in voice.draws_on if key in voices and key != voice.key)
        return voice if draws_on == voice.draws_on else replace(voice, draws_on=draws_on)

    @cached_property
    def _owns(self) -> Mapping[str, Voice]:
        return {r.document.id: self._make_own(r.document) for r in self.context.readings}

    def own(self, document: Document) -> Voice:
        """Return a document's own voice: its outlet's, or one of the document alone where none is known."""
        return self._owns[document.id]

    def _make_own(self, document: Document) -> Voice:
        if document.outlet is None:
            return Voice(key=f"{OWN_VOICE}:{document.id}", name=OWN_VOICE, kind=VoiceKind.OUTLET, is_named=False)
        entry = self._identities.entries.get(plain(document.outlet))
        row = source_rows().get(plain(document.outlet))
        name = self.regrouping.name_for(document.outlet) or (entry.name if entry else document.outlet)
        institution = entry.institution if entry else self._state_of(row)
        return Voice(
            key=key_of(name),
            name=name,
            kind=entry.kind if entry and entry.kind is not VoiceKind.UNKNOWN else VoiceKind.OUTLET,
            institution=institution,
            side=self._side(institution, name),
            draws_on=tuple(key_of(other) for other in entry.draws_on) if entry else (),
            names=(name,),
        )

    def _state_of(self, row: Row | None) -> str | None:
        if row is None or row["kind"] not in STATE_KINDS:
            return None
        return self._state(find_country(row["country"]))


def _is_former(name: str) -> bool:
    """Tell whether the words say that somebody no longer speaks for a body ("former officer")."""
    return plain(name).partition(" ")[0] in read_words("bodies", "former")
