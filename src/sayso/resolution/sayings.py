"""By whose mouth does each claim of a document come?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.claims import Reading
from sayso.model.kinds import VoiceKind
from sayso.model.resolved import Voice
from sayso.resolution.context import Context
from sayso.resolution.speakers import mark_source
from sayso.resolution.voices import Voices

_OFFICES = frozenset(
    {VoiceKind.GOVERNMENT, VoiceKind.FOREIGN_GOVERNMENT, VoiceKind.MILITARY, VoiceKind.UNNAMED_OFFICIAL}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The keys of the voices of a claim, from outermost to innermost, and the innermost, else the outlet's own."""

    chain: tuple[str, ...]
    voice: Voice


def find_sayings(context: Context, voices: Voices) -> Mapping[str, tuple[Saying, ...]]:
    """Return by whom each claim is told, claim by claim, by document."""
    memory = context.memory
    known = voices.all
    found = {}
    for reading in context.readings:
        name = reading.document.id
        spoken = tuple([known[key] for key in voices.keys(name)])
        found[name] = memory.recall(_tell, name, reading, spoken, voices.own(reading.document))
    return found


def _tell(reading: Reading, spoken: tuple[Voice, ...], own: Voice) -> tuple[Saying, ...]:
    marks = dict.fromkeys(mark_source(source) for claim in reading.claims for source in claim.chain)
    voices = dict(zip(marks, spoken, strict=True))
    chains = (_speaking([voices[mark_source(source)] for source in claim.chain]) for claim in reading.claims)
    return tuple(
        Saying(chain=tuple(voice.key for voice in chain), voice=chain[-1] if chain else own) for chain in chains
    )


def _speaking(chain: list[Voice]) -> list[Voice]:
    """Return the chain without a state that its own minister, officer or official speaks of ("the minister said Turkey condemned ...")."""
    return chain[:-1] if len(chain) > 1 and _speaks_for(chain[-2], chain[-1]) else chain


def _speaks_for(voice: Voice, state: Voice) -> bool:
    """Tell whether a voice is one of the persons or offices through which a state speaks; media relay it instead."""
    is_state = state.kind in {VoiceKind.GOVERNMENT, VoiceKind.FOREIGN_GOVERNMENT}
    return (
        is_state and voice.institution is not None and voice.institution == state.institution and voice.kind in _OFFICES
    )
