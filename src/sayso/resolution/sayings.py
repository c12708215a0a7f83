"""By whose mouth does each claim of a document come?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.attributions import Source
from sayso.model.claims import Reading
from sayso.model.resolved import Voice
from sayso.resolution.context import Context
from sayso.resolution.identities import Words, words_of
from sayso.resolution.voices import UNRESOLVED, Voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The keys of the voices of a claim, from outermost to innermost, and the innermost, else the outlet's own."""

    chain: tuple[str, ...]
    voice: Voice


def find_sayings(context: Context, voices: Voices) -> Mapping[str, tuple[Saying, ...]]:
    """Return by whom each claim is told, claim by claim, by document."""
    memory = context.memory
    known = {key: memory.keep((Voice, key), voice) for key, voice in voices.all.items()}
    found = {}
    for reading in context.readings:
        name = reading.document.id
        sources = memory.recall(_find_sources, name, reading)
        spoken = tuple(known[voices.key(source, name)] for source in sources)
        found[name] = memory.recall(_tell, name, reading, spoken, voices.own(reading.document))
    return found


def _find_sources(reading: Reading) -> tuple[Source, ...]:
    """Return the sources of a document, each way of writing one once."""
    return tuple({_mark(source): source for claim in reading.claims for source in claim.chain}.values())


def _mark(source: Source) -> tuple[Words, bool]:
    """Return what decides whose voice a source of one document is."""
    return words_of(source), source.rule == UNRESOLVED


def _tell(reading: Reading, spoken: tuple[Voice, ...], own: Voice) -> tuple[Saying, ...]:
    voices = dict(zip(map(_mark, _find_sources(reading)), spoken, strict=True))
    chains = ([voices[_mark(source)] for source in claim.chain] for claim in reading.claims)
    return tuple(
        Saying(chain=tuple(voice.key for voice in chain), voice=chain[-1] if chain else own) for chain in chains
    )
