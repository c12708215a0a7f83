"""Which name does a source go by in this case?"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from sayso.lexicons import read_csv, read_toml
from sayso.model.attributions import Source
from sayso.model.claims import Reading
from sayso.model.kinds import PlaceKind, VoiceKind
from sayso.model.settings import VoiceEntry
from sayso.resolution.bodies import StateBody, find_body
from sayso.resolution.context import Context
from sayso.resolution.countries import find_country
from sayso.resolution.institutions import SPOKEN_FOR
from sayso.resolution.names import is_class_noun, is_proper, join_names
from sayso.resolution.party_names import find_full_names
from sayso.resolution.regrouping import Regrouping
from sayso.text.heaps import sort_by
from sayso.text.spellings import bare, plain

Row = Mapping[str, str]
# So many words of a name tell which body it is without the place behind it.
_TELLING = 2
# "The Lower Town's council" is the "Lower Town council" of a table.
_OWNING = re.compile(r"['’]s?(?=\s)")
VAGUE = frozenset({VoiceKind.UNNAMED_SOURCE, VoiceKind.UNNAMED_OFFICIAL, VoiceKind.UNKNOWN})


# What one report calls an army is a militia to another; an officer may hold an office of state.
ARMED = {VoiceKind.MILITARY: VoiceKind.ARMED_GROUP}
_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN})
_IN_OFFICE = frozenset({VoiceKind.MILITARY, VoiceKind.GOVERNMENT})


class Words(NamedTuple):
    """What of a source decides who it is: its name, nationality and sort."""

    name: str
    people: str | None
    kind: VoiceKind


class Identity(NamedTuple):
    """Who a source is: its name, and the entry, table row or state's body that gave it."""

    name: str
    entry: VoiceEntry | None
    row: Row | None
    body: StateBody | None


@dataclass(frozen=True)
class Tables:
    """What tells who a source is without a look at other documents: the user's voices, people's word, shipped tables.

    `context` has no readings.
    """

    context: Context
    regrouping: Regrouping

    @cached_property
    def entries(self) -> Mapping[str, VoiceEntry]:
        """The user's voices by name and alias."""
        voices = self.context.settings.voices
        return {
            form: e for e in reversed(voices) for name in (e.name, *e.aliases) for form in (plain(name), bare(name))
        }

    @cached_property
    def towns(self) -> frozenset[str]:
        """The user's cities and towns by name: who is only called so is whoever rules there."""
        places = (place for place in self.context.settings.places if place.kind in _TOWNS)
        return frozenset(plain(name) for place in places for name in (place.name, *place.names))

    def find_state_medium(self, name: str) -> str | None:
        """Return what a medium is whose name says that it is the own state's ("Karsovia National News Agency": state news agency)."""
        home, table = self.context.country, read_toml("source_roles")["state_media"]
        words = plain(name).split()
        is_home = home is not None and not {plain(home.name), plain(home.adjective)}.isdisjoint(words)
        is_state = is_home and is_proper(name) and not set(table["owners"]).isdisjoint(words)
        return read_toml("bodies")["media"].get(words[-1]) if is_state else None

    def look_up(self, source: Source) -> Identity | None:
        """Return who a source is by the tables: the user's, the bodies of states, the shipped sources."""
        named = f"{source.people} {source.name}" if source.people else source.name
        owned = f"{source.people}'s {source.name}" if source.people else source.name
        plainly = _OWNING.sub("", source.name)
        forms = (plain(source.name), bare(source.name), plain(named), plain(owned), plain(plainly))
        entry = next((self.entries[form] for form in forms if form in self.entries), None) or self._longer(source.name)
        if entry is not None:
            return Identity(entry.name, entry, None, None)
        body = find_body(source, self.context)
        if body is not None:
            return Identity(body.name, None, None, body)
        row = next((source_rows()[form] for form in forms if form in source_rows()), None)
        return Identity(row["name"], None, row, None) if row is not None else None

    def _longer(self, name: str) -> VoiceEntry | None:
        """Return the only voice of the user's whose name goes on with where it works ("... Mission" of "... Mission in Tarim")."""
        if not is_proper(name) or len(name.split()) < _TELLING:
            return None
        found = {e.name: e for form, e in self.entries.items() if form.startswith(f"{plain(name)} in ")}
        return next(iter(found.values())) if len(found) == 1 else None

    def name(self, words: Words, found: Identity | None, joined: str | None) -> Identity:
        """Return who a source is; `joined` is the fullest form in the case of a name that is a proper one."""
        if found is None:
            name = self._class_name(words) if joined is None else joined
            row = source_rows().get(plain(name)) if joined is not None else None
            found = Identity(name, None, row, None)
        judged = self.regrouping.name_for(words.name) or self.regrouping.name_for(found.name)
        if judged is None:
            return found
        return Identity(judged, self.entries.get(plain(judged)), source_rows().get(plain(judged)), None)

    def _class_name(self, source: Words) -> str:
        """Return the name of a class or an unnamed person; the case's own nationality adds nothing to a class.

        "Israeli sources" would be nobody without theirs, and keep it.
        """
        words = source.name.split() or [source.name]
        home = self.context.country
        is_vague = len(words) == 2 and source.kind in VAGUE
        if home and words[0] in {home.adjective, home.name} and words[1:] and words[-1].endswith("s") and not is_vague:
            words = words[1:]
        if is_class_noun(words[0]):
            words = [words[0].lower(), *words[1:]]
        country = self.context.find_country(source.people)
        if (
            country is not None
            and country != home
            and country.adjective not in words
            and not _names_country(source.name)
        ):
            words = [country.adjective, *words]
        return " ".join(words)


class Seen(NamedTuple):
    """What one document tells of a source: its words, of how many claims, who it is by the tables, has it a proper name."""

    words: Words
    claims: int
    found: Identity | None
    is_proper: bool


@dataclass(frozen=True)
class Identities:
    """Who the sources of a case are."""

    context: Context
    tables: Tables

    @cached_property
    def spoken(self) -> Mapping[str, tuple[tuple[Source, int], ...]]:
        """The sources of the claims of each document, each once, with the number of its claims."""
        recall = self.context.memory.recall
        return {r.document.id: recall(_count_sources, r.document.id, r) for r in self.context.readings}

    @cached_property
    def seen(self) -> Mapping[str, tuple[Seen, ...]]:
        """What each document tells of its sources, in the same order."""
        recall = self.context.memory.recall
        return {name: recall(_see, name, sources, self.tables) for name, sources in self.spoken.items()}

    @cached_property
    def _named(self) -> Mapping[Words, Identity]:
        """Who each source of the case is; every way of writing one is named once."""
        recall, tables = self.context.memory.recall, self.tables
        sorted_seen = {name: recall(_sort_seen, name, seen) for name, seen in self.seen.items()}
        heaps = self.context.memory.gather(Identities, sorted_seen)
        ways = {words: recall(_sum_up, words, heap) for words, heap in heaps.items()}
        outlets = sorted({reading.document.outlet or "" for reading in self.context.readings} - {""})
        joined = _join(ways, outlets, dict(find_full_names(self.context)))
        full = {words: joined.get(words.name, words.name) if way.is_proper else None for words, way in ways.items()}
        named = {
            words: recall(Tables.name, words, tables, words, way.found, full[words]) for words, way in ways.items()
        }
        media = self._find_state_media(named)
        return {words: media.get(one.name, one) if one.body is not None else one for words, one in named.items()}

    def _find_state_media(self, named: Mapping[Words, Identity]) -> dict[str, Identity]:
        """Return for each medium of the case's own state, as it is called without a name, the only one with a name.

        "State broadcaster TTV" is whom "state television" means elsewhere in the case.
        """
        home, found = self.context.country, dict[str, dict[str, Identity]]()
        if home is None:
            return {}
        recall = self.context.memory.recall
        media = (source for name, spoken in self.spoken.items() for source in recall(_list_state_media, name, spoken))
        for source in media:
            identity, medium = named[words_of(source)], read_toml("bodies")["media"].get(source.role or "")
            is_home = self.context.find_country(source.people) in {None, home}
            if is_home and medium and identity.body is None:
                found.setdefault(f"{home.adjective} {medium}", {})[identity.name] = identity
        for name, identity in {one.name: one for one in named.values() if one.body is None}.items():
            if (medium := self.tables.find_state_medium(name)) is not None:
                found.setdefault(f"{home.adjective} {medium}", {})[name] = identity
        return {name: next(iter(those.values())) for name, those in found.items() if len(those) == 1}

    @cached_property
    def bodies(self) -> Mapping[str, VoiceKind]:
        """The one kind of each body that speaks in the case and that others can speak for, by its names in plain letters."""
        kinds: dict[str, set[VoiceKind]] = {}
        for words, one in self._named.items():
            for name in (words.name, one.name) if is_proper(words.name) else ():
                kinds.setdefault(plain(name), set()).add(words.kind)
        told = {name: those - {VoiceKind.UNKNOWN} for name, those in kinds.items()}
        return {name: next(iter(those)) for name, those in told.items() if len(those) == 1 and those <= SPOKEN_FOR}

    def find(self, source: Source) -> Identity:
        """Return who a source of the case is."""
        return self._named[words_of(source)]

    def find_all(self, document: str) -> tuple[Identity, ...]:
        """Return who the sources of a document are, in the order of `spoken`."""
        words = self.context.memory.recall(_list_words, document, self.seen[document])
        return tuple(map(self._named.__getitem__, words))


def _see(sources: tuple[tuple[Source, int], ...], tables: Tables) -> tuple[Seen, ...]:
    return tuple(
        Seen(words_of(source), count, tables.look_up(source), is_proper(source.name)) for source, count in sources
    )


def _list_state_media(spoken: tuple[tuple[Source, int], ...]) -> tuple[Source, ...]:
    return tuple(source for source, _ in spoken if source.kind is VoiceKind.STATE_MEDIA)


def _list_words(seen: tuple[Seen, ...]) -> tuple[Words, ...]:
    return tuple([one.words for one in seen])


def _sort_seen(seen: tuple[Seen, ...]) -> Mapping[Words, tuple[Seen, ...]]:
    return sort_by(seen, lambda one: one.words)


class _Way(NamedTuple):
    """What the documents tell of those whom they call by the same words.

    Who the last of them is by the tables and whether that is a proper name; who the last is that the tables hold; of how many
    claims those with a proper name are that the tables do not hold.
    """

    found: Identity | None
    is_proper: bool
    tabled: Identity | None
    claims: int


def _sum_up(seen: tuple[Seen, ...]) -> _Way:
    return _Way(
        found=seen[-1].found,
        is_proper=seen[-1].is_proper,
        tabled=next((one.found for one in reversed(seen) if one.found is not None), None),
        claims=sum(one.claims for one in seen if one.found is None and one.is_proper),
    )


def _join(ways: Mapping[Words, _Way], outlets: Sequence[str], parties: Mapping[str, str]) -> dict[str, str]:
    """Return for each proper name that no table holds the fullest form of it, as long as their sorts agree.

    The case's `outlets` are names too; `parties` are the full names of those that reports also call by a short one. The
    last word of such a name alone ("the Movement") is the only party with it.
    """
    counts: Counter[str] = Counter()
    kinds: dict[str, set[VoiceKind]] = {}
    for words, way in ways.items():
        kinds.setdefault(words.name, set()).add(words.kind)
        if way.claims:
            counts[words.name] += way.claims
    for way in ways.values():
        if way.tabled is not None and way.tabled.row is not None:
            counts[way.tabled.name] += 1
    own = list(counts)
    for outlet in outlets:
        counts.setdefault(outlet, 0)
    full_names = join_names(counts)
    joined = {
        name: full if _agree(kinds.get(name, set()), kinds.get(full, set())) else name
        for name, full in full_names.items()
    }
    # The longest first, whatever order they come in: what a name is short for may be short for another.
    ends = _only_ends(joined.get(party, party) for party in parties.values())
    for name in sorted(own, key=lambda text: (-len(text), text)):
        party = parties.get(plain(name))
        party = ends.get(plain(name)) if party is None else joined.get(party, party)
        if party is not None and not _is_spelling(name, joined[name]):
            joined[name] = party
    return joined


def _only_ends(names: Iterable[str]) -> dict[str, str]:
    """Return the last words of names, each with the only one of them that ends with it."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(plain(name).rpartition(" ")[2], set()).add(name)
    return {end: next(iter(those)) for end, those in found.items() if len(those) == 1}


def _is_spelling(name: str, joined: str) -> bool:
    """Tell whether a name was joined to a longer one already."""
    return len(joined.split()) > len(name.split())


def _agree(left: set[VoiceKind], right: set[VoiceKind]) -> bool:
    """Tell whether two names may be one voice's: what each is called agrees, or one is called nothing."""
    told = [{ARMED.get(kind, kind) for kind in kinds if kind is not VoiceKind.UNKNOWN} for kinds in (left, right)]
    return not all(told) or bool(told[0] & told[1]) or bool(left & _IN_OFFICE and right & _IN_OFFICE)


def _names_country(name: str) -> bool:
    words = name.split()
    return any(find_country(part) for part in (words[0], " ".join(words[:2]))) if words else False


def words_of(source: Source) -> Words:
    """Return what decides who a source is."""
    return Words(source.name, source.people, source.kind)


def key_of(name: str) -> str:
    """Return the key of a voice's name."""
    return plain(name).replace(" ", "-") or "voice"


@cache
def source_rows() -> Mapping[str, Row]:
    """Return the rows of the shipped table of sources by name and alias."""
    rows = read_csv("sources")
    return {plain(name): row for row in reversed(rows) for name in (row["name"], *row["aliases"].split(";")) if name}


@cache
def shipped_draws() -> Mapping[str, tuple[str, ...]]:
    """Return the voices that a known source says it collects from, by its name."""
    return {row["name"]: tuple(row["draws_on"].split(";")) for row in read_csv("source_relations")}


def _count_sources(reading: Reading) -> tuple[tuple[Source, int], ...]:
    """Return the sources of a document's claims, in order of the first, each with the number of its claims."""
    return tuple(Counter(source for claim in reading.claims for source in claim.chain).items())
