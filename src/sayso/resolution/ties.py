"""Which decisions of the case tie an unnamed voice to a named one? They lower counts and never leave the case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.model.claims import Reading
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind, VoiceKind
from sayso.model.resolved import Voice
from sayso.model.settings import Settings, VoiceEntry
from sayso.resolution.context import make_context
from sayso.resolution.edits import split_chain
from sayso.resolution.names import is_proper
from sayso.resolution.regrouping import Regrouping
from sayso.resolution.voices import Voices
from sayso.text.decisions import read_list
from sayso.text.memories import Memory
from sayso.text.spellings import plain

# Bodies, by whose aliases ("the army") nobody is found.
BODIES = frozenset(
    {
        VoiceKind.OUTLET,
        VoiceKind.AGENCY,
        VoiceKind.STATE_MEDIA,
        VoiceKind.GOVERNMENT,
        VoiceKind.MILITARY,
        VoiceKind.ARMED_GROUP,
        VoiceKind.OPPOSITION,
        VoiceKind.MONITOR,
        VoiceKind.NGO,
        VoiceKind.UN,
        VoiceKind.FOREIGN_GOVERNMENT,
    }
)
NOBODY = "unnamed source"
_SAYING_WHO = frozenset({JudgementKind.EDIT, JudgementKind.ADD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Untied:
    """The settings and judgements without what ties an unnamed voice to a named one; `has_ties`: there was some."""

    settings: Settings
    judgements: tuple[Judgement, ...]
    has_ties: bool


def could_tie(settings: Settings, judgements: Iterable[Judgement]) -> bool:
    """Tell, without a look at the reports, whether something in the case may tie an unnamed voice to a named one."""
    is_judged = any(
        (judgement.kind is JudgementKind.MERGE and judgement.fields.get("what") in {"voice", "origin"})
        or bool(_told_voices(judgement))
        for judgement in judgements
    )
    return is_judged or any(_descriptions(entry) for entry in settings.voices)


def untie(readings: Sequence[Reading], settings: Settings, judgements: Sequence[Judgement]) -> Untied:
    """Return the settings and standing judgements that may leave the case.

    A merge of voices may when all its names are voices with a name, or all are voices without one; a name that no
    report gives counts as one. An alias that only describes somebody may when the voice is a body. A person's word
    on who says something may when the report prints that name.
    """
    bare = replace(settings, voices=tuple(replace(entry, aliases=()) for entry in settings.voices))
    memory = Memory()
    context = make_context(readings, bare, memory)
    sayings = _Sayings(context.readings, Voices(context, Regrouping()))
    voices = tuple(_without_descriptions(entry, sayings.namings) for entry in settings.voices)
    kept = tuple(sayings.without_new_name(judgement) for judgement in judgements if not sayings.is_mixed(judgement))
    return Untied(
        settings=replace(settings, voices=voices),
        judgements=kept,
        has_ties=voices != settings.voices or kept != tuple(judgements),
    )


def _descriptions(entry: VoiceEntry) -> tuple[str, ...]:
    """Return the aliases that describe a person without a name."""
    if entry.kind in BODIES or not is_proper(entry.name):
        return ()
    return tuple(alias for alias in entry.aliases if not is_proper(alias))


def _without_descriptions(entry: VoiceEntry, namings: Mapping[str, frozenset[bool]]) -> VoiceEntry:
    unnamed = {alias for alias in _descriptions(entry) if False in namings.get(plain(alias), {False})}
    return replace(entry, aliases=tuple(alias for alias in entry.aliases if alias not in unnamed))


def _told_voices(judgement: Judgement) -> list[str]:
    """Return the voices with a name that a person's reading gives."""
    if judgement.kind not in _SAYING_WHO:
        return []
    return [name for name in split_chain(str(judgement.fields.get("voice") or "")) if is_proper(name)]


@dataclass(frozen=True)
class _Sayings:
    """What the reports themselves say of who speaks, without any word of a person."""

    readings: Sequence[Reading]
    voices: Voices

    @cached_property
    def namings(self) -> Mapping[str, frozenset[bool]]:
        """Whether the voices that the reports call so are named ones, by name."""
        found: dict[str, frozenset[bool]] = {}
        for voice in self.voices.all.values():
            for name in {plain(name) for name in (voice.name, *voice.names)}:
                found[name] = found.get(name, frozenset()) | {voice.is_named}
        return found

    @cached_property
    def _speakers(self) -> Mapping[str, Voice | None]:
        """The innermost voice of each claim, None for the outlet's own."""
        return {
            claim.id: self.voices.all[self.voices.key(claim.chain[-1], reading.document.id)] if claim.chain else None
            for reading in self.readings
            for claim in reading.claims
        }

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        return {r.document.id: frozenset(plain(r.document.text).split()) for r in self.readings}

    def is_mixed(self, judgement: Judgement) -> bool:
        """Tell whether a judgement makes one voice of named and unnamed ones; a name no report gives is a named one."""
        if judgement.kind is not JudgementKind.MERGE or judgement.fields.get("what") != "voice":
            return False
        kinds = [self.namings.get(plain(name), frozenset({True})) for name in read_list(judgement, "names")]
        return len(frozenset[bool]().union(*kinds)) > 1

    def without_new_name(self, judgement: Judgement) -> Judgement:
        """Return a person's reading without a name that its report does not print and nobody there goes by."""
        if not any(self._is_new(name, judgement) for name in _told_voices(judgement)):
            return judgement
        fields = {name: value for name, value in judgement.fields.items() if name != "voice"}
        return replace(judgement, fields={**fields, "voice": NOBODY} if judgement.kind is JudgementKind.ADD else fields)

    def _is_new(self, name: str, judgement: Judgement) -> bool:
        if plain(name).rpartition(" ")[2] in self._words.get(judgement.document or "", ()):
            return False
        speaker = self._speakers.get(judgement.claim or "")
        if speaker is not None:
            return not speaker.is_named
        # Of what nobody is said to say, another of the case's named voices may be the source, and no stranger.
        return judgement.claim not in self._speakers or True not in self.namings.get(plain(name), ())
