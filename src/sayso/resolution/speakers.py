"""What sort of voice is each source of a document, and for which body does it speak?"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.lexicons import read_words
from sayso.model.attributions import Source
from sayso.model.kinds import VoiceKind
from sayso.resolution.countries import Country, find_country
from sayso.resolution.identities import Identity, Row, Tables, Words, key_of, source_rows, words_of
from sayso.resolution.institutions import SPOKEN_FOR, STATE_KINDS, find_institution, speaks_at_home
from sayso.resolution.names import is_proper
from sayso.text.spellings import bare, plain

# Kinds that the words of an office give and the body spoken for can correct.
_BY_OFFICE = frozenset({VoiceKind.UNKNOWN, *SPOKEN_FOR, *STATE_KINDS, VoiceKind.UNNAMED_SOURCE})
_MEDIA = frozenset({VoiceKind.AGENCY, VoiceKind.OUTLET, VoiceKind.UNKNOWN})
_BY_BODY = frozenset({VoiceKind.UNKNOWN, VoiceKind.MILITARY, VoiceKind.RESIDENT})
UNRESOLVED = "attribution.unresolved"


class Speaker(NamedTuple):
    """A source of a document: the key of its voice, its name there, of how many claims, who it is, its sort and body."""

    key: str
    name: str
    claims: int
    identity: Identity
    kind: VoiceKind
    institution: str | None


class Speakers(NamedTuple):
    """The sources of a document's claims, and the keys of their voices by the order in which each is first met."""

    all: tuple[Speaker, ...]
    keys: tuple[str, ...]


def mark_source(source: Source) -> tuple[Words, bool]:
    """Return what decides whose voice a source of one document is."""
    return words_of(source), source.rule == UNRESOLVED


def key_in(source: Source, identity: Identity, document: str) -> str:
    """Return the key of the voice that a source of a document is; one that is only a pronoun is nobody's elsewhere."""
    key = key_of(identity.name)
    return f"{key}:{document}" if source.rule == UNRESOLVED else key


def body_of_office(source: Source) -> str | None:
    """Return the body whose spokesman, chief or member somebody is, in plain letters; None where nothing tells it."""
    return plain((source.role or "").partition(" of ")[2].removeprefix("the ")) or None


def find_speakers(
    document: str,
    sources: Sequence[tuple[Source, int]],
    identities: Sequence[Identity],
    bodies: Mapping[str, VoiceKind],
    tables: Tables,
) -> Speakers:
    """Return the sources of a document with their voices.

    `identities` tells who each of them is, `bodies` what those are that they speak for, as far as the case tells.
    """
    speakers = tuple(
        Speaker(
            key=key_in(source, identity, document),
            name=source.name,
            claims=count,
            identity=identity,
            kind=_kind_in_case(source, identity, bodies, tables),
            institution=_institution(source, identity, tables),
        )
        for (source, count), identity in zip(sources, identities, strict=True)
    )
    keys = {mark_source(source): one.key for (source, _), one in zip(sources, speakers, strict=True)}
    return Speakers(speakers, tuple(keys.values()))


def _kind_in_case(source: Source, identity: Identity, bodies: Mapping[str, VoiceKind], tables: Tables) -> VoiceKind:
    """Return the kind, that of the body for which he speaks for a man of rank, a private person or one of no known kind."""
    kind = _kind(source, identity, tables)
    is_open = kind in _BY_BODY and identity.entry is None and identity.body is None
    is_open = is_open and _country_of(source, identity.row, tables) is None
    return bodies.get(body_of_office(source) or "", kind) if is_open else kind


def _kind(source: Source, identity: Identity, tables: Tables) -> VoiceKind:
    """Return the kind: the user's, the table's, the body's, else that of the words."""
    kind = source.kind
    if identity.entry is not None and identity.entry.kind is not VoiceKind.UNKNOWN:
        return identity.entry.kind
    if identity.body is not None:
        return identity.body.kind
    told = _kind_of_office(source, tables)
    if told is not None:
        return told
    if identity.row is not None and identity.row["kind"]:
        kind = VoiceKind(identity.row["kind"])
    if kind in _MEDIA and tables.find_state_medium(identity.name) is not None:
        return VoiceKind.STATE_MEDIA
    if kind is VoiceKind.UNKNOWN and plain(identity.name) in tables.towns:
        kind = VoiceKind.GOVERNMENT
    country = _country_of(source, identity.row, tables)
    if kind is VoiceKind.MILITARY and tables.context.find_country(body_of_office(source)) is not None:
        kind = VoiceKind.GOVERNMENT
    is_abroad = country is not None and not tables.context.is_home(country)
    return VoiceKind.FOREIGN_GOVERNMENT if kind is VoiceKind.GOVERNMENT and is_abroad else kind


def _kind_of_office(source: Source, tables: Tables) -> VoiceKind | None:
    """Return the kind that the user gave the body whose spokesman, chief or member somebody is."""
    body = body_of_office(source)
    entry = tables.entries.get(body) or tables.entries.get(bare(body)) if body else None
    is_told = entry is not None and entry.kind in SPOKEN_FOR | STATE_KINDS
    return entry.kind if entry is not None and is_told and source.kind in _BY_OFFICE else None


def _institution(source: Source, identity: Identity, tables: Tables) -> str | None:
    """Return the body that a voice speaks for: the user's word, or the state that a state's voice belongs to."""
    if identity.entry is not None:
        return identity.entry.institution
    if identity.body is not None:
        return name_state(identity.body.country, tables)
    return None if _is_former(identity.name) else _find_institution(source, identity, tables)


def _find_institution(source: Source, identity: Identity, tables: Tables) -> str | None:
    """Return the state of a state's voice, else the body of an office or description, else the case's own state."""
    kind, country = _kind(source, identity, tables), _country_of(source, identity.row, tables)
    if kind in STATE_KINDS and country is not None:
        return name_state(country, tables)
    body = find_institution(source, tables.context, tables.entries, source_rows())
    if body is not None:
        return body.name if body.country is None else name_state(body.country, tables)
    if kind in STATE_KINDS | {VoiceKind.UNNAMED_OFFICIAL} and speaks_at_home(identity.name):
        return name_state(country or tables.context.country, tables)
    return None


def name_state(country: Country | None, tables: Tables) -> str | None:
    """Return the name of a state as a body: the user's for it, where the settings have one."""
    if country is None:
        return None
    known = {entry.name for entry in tables.context.settings.institutions}
    choices = (f"{country.adjective} {word}" for word in ("state", "government", "regime"))
    return next((name for name in choices if name in known), f"{country.adjective} state")


def _country_of(source: Source, row: Row | None, tables: Tables) -> Country | None:
    """Return the country of a source: the table's, else the nationality or the state of an office that the words give, one of the user's too."""
    told = find_country((row or {}).get("country") or source.people)
    told = told or tables.context.find_country(body_of_office(source))
    if told is not None or is_proper(source.name.rpartition(" ")[2]):
        return told
    first = tables.context.find_country(source.name.partition(" ")[0])
    return first if first in tables.context.invented else None


def _is_former(name: str) -> bool:
    """Tell whether the words say that somebody no longer speaks for a body ("former officer")."""
    return plain(name).partition(" ")[0] in read_words("bodies", "former")
