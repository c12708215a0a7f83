"""Which party is meant? Neutral names, whatever the speaker calls it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.lexicons import read_toml, read_words
from sayso.lexicons.bodies import find_body
from sayso.model.kinds import ClaimKind, VoiceKind
from sayso.model.mentions import ActorMention
from sayso.model.resolved import Voice
from sayso.model.settings import ActorEntry
from sayso.resolution.camps import GOVERNMENT, OPPOSITION, Camps, groups
from sayso.resolution.common_names import CIVILIANS, find_own_words, name_civilians
from sayso.resolution.context import Context
from sayso.resolution.countries import Country, find_country
from sayso.resolution.nations import find_forces, find_own_forces, read_nationality
from sayso.resolution.party_names import name_in_full
from sayso.text.spellings import bare, plain, spelling_key

FOREIGN, REBELS, SPEAKER = "foreign", "rebels", "speaker"
STATE_VOICES = frozenset({VoiceKind.GOVERNMENT, VoiceKind.MILITARY, VoiceKind.STATE_MEDIA})
ORGANIZED = frozenset({VoiceKind.ARMED_GROUP, VoiceKind.OPPOSITION, VoiceKind.NGO, VoiceKind.UN, VoiceKind.MONITOR})
FIRE = frozenset({ClaimKind.SHELLING, ClaimKind.AIR_STRIKE, ClaimKind.CLASH})
# Whom a state that has rebels means by them; to everybody else they may be anybody.
GUNMEN = frozenset({"gunman", "assailant", "attacker", "raider"})
# Deeds of war: a government that does them does them through its forces.
DEEDS = frozenset(
    {
        ClaimKind.CONTROL_CHANGE,
        ClaimKind.CONTROL_STATE,
        ClaimKind.ADVANCE,
        ClaimKind.WITHDRAWAL,
        ClaimKind.CLASH,
        ClaimKind.SHELLING,
        ClaimKind.AIR_STRIKE,
        ClaimKind.EXPLOSION,
        ClaimKind.SIEGE,
        ClaimKind.STRENGTH,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party: its neutral name, what it is called as a holder of ground, its camp and its side in the case.

    `is_speakers`: the words call it the speaker's own ("our men", "its units").
    """

    name: str
    holder: str | None = None
    camp: str | None = None
    side: str | None = None
    country: Country | None = None
    is_speakers: bool = False


def camp_of_group(name: str) -> str | None:
    """Return the camp of a group by the shipped table ("" where it is of none), None for one it does not hold."""
    row = groups().get(plain(name))
    return row["camp"] if row is not None else None


@dataclass(frozen=True)
class Actors:
    """Gives the parties of a case their names: the user's table, the shipped one, then the camp.

    `context` is the case without its readings; `bystanders` are the names of monitors, agencies and aid bodies,
    which do no deeds of war; `full_names` are the short names of the case with what they stand for.
    """

    context: Context
    camps: Camps
    bystanders: frozenset[str] = frozenset()
    full_names: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _full(self) -> dict[str, str]:
        return dict(self.full_names)

    @cached_property
    def _entries(self) -> dict[str, ActorEntry]:
        entries = self.context.settings.actors
        return {
            form: e for e in reversed(entries) for name in (e.name, *e.aliases) for form in (plain(name), bare(name))
        }

    @cached_property
    def _spelled(self) -> dict[str, ActorEntry]:
        entries = self.context.settings.actors
        return {spelling_key(n): e for e in reversed(entries) for n in (e.name, *e.aliases) if n[:1].isupper()}

    def resolve(self, mention: ActorMention, text: str, voice: Voice, kind: ClaimKind) -> Actor | None:
        """Return the party that a mention means; None when only a label or a common noun is said of it.

        "Terrorists" in the mouth of the government's side are the case's rebels; the label itself names nobody.
        "Units" and what belongs to the speaker are the forces of whoever speaks. `kind` is that of the claim: a
        government that does a deed of war means its forces.
        """
        if mention.camp == SPEAKER:
            return self._of_speaker(mention, text, voice, kind)
        if mention.name and kind in DEEDS and plain(mention.name) in self.bystanders:
            mention = replace(mention, name=None)
        mention = replace(mention, name=name_in_full(mention, self._full) or mention.name)
        entry = self._find_entry(mention, text)
        if entry is not None:
            return self._of_entry(entry, mention.camp)
        mention = read_nationality(mention, self.context)
        if mention.labelled and mention.camp is None and mention.name is None:
            return self._rebels(mention) if voice.kind in STATE_VOICES else _call_by_own_words(mention, text)
        named = self._named(mention, kind) if mention.name else None
        if named is not None:
            return named
        is_common = mention.camp is None and mention.people is None
        if is_common:
            return self._of_collective(mention, voice, kind) or self._of_armed(mention, text, voice)
        return self._by_camp(mention, kind)

    def _of_speaker(self, mention: ActorMention, text: str, voice: Voice, kind: ClaimKind) -> Actor | None:
        """Return the speaker's own party: the one the words name as his, else the one his voice speaks for."""
        if mention.name is None:
            found = self._of_voice(voice, kind)
        else:
            found = self.resolve(replace(mention, camp=None), text, voice, kind)
        return replace(found, is_speakers=True) if found is not None else None

    def _of_collective(self, mention: ActorMention, voice: Voice, kind: ClaimKind) -> Actor | None:
        """Return whom "the units" or "the group" mean in somebody's mouth: the side in arms that he speaks for."""
        if _is_unit(mention) and voice.kind in STATE_VOICES:
            country = self.context.find_country((voice.institution or "").rpartition(" ")[0])
            return self._own_forces() if self.context.is_home(country) else self._of_voice(voice, kind)
        is_group = mention.head.casefold() in read_words("bodies", "collectives") or _is_unit(mention)
        return self._of_voice(voice, kind) if is_group and voice.kind is VoiceKind.ARMED_GROUP else None

    def _of_armed(self, mention: ActorMention, text: str, voice: Voice) -> Actor | None:
        """Return persons in arms whose side nobody tells; a state that has rebels means these by "gunmen"."""
        is_rebel = mention.head in GUNMEN and voice.kind in STATE_VOICES and self.camps.has_rebels
        return self._rebels(mention) if is_rebel else _call_by_own_words(mention, text)

    @staticmethod
    def _of_entry(entry: ActorEntry, camp: str | None = None) -> Actor:
        camp = entry.holder if entry.holder in {GOVERNMENT, OPPOSITION} else camp
        return Actor(name=entry.name, holder=entry.holder or entry.name, camp=camp, side=entry.side)

    def _of_voice(self, voice: Voice, kind: ClaimKind) -> Actor | None:
        """Return the party that a voice speaks for: the one the user names or of its side, its state, its group."""
        is_deed = kind in DEEDS
        for name in filter(None, (voice.name, voice.institution)):
            entry = self._entries.get(plain(name))
            if entry is not None:
                return self._of_entry(entry)
        entry = self._entry_before_role(voice.name)
        if entry is not None:
            return self._of_entry(entry)
        if voice.side is not None:
            entry = next((e for e in self.context.settings.actors if e.side == voice.side), None)
            if entry is not None and is_deed:
                return self._of_entry(entry)
        if voice.kind in STATE_VOICES | {VoiceKind.FOREIGN_GOVERNMENT}:
            return self._of_state(voice, kind)
        is_known = voice.name in groups() or plain(voice.name) in groups() or find_body(voice.name)
        row = groups().get(plain(voice.name)) or groups().get(plain(voice.institution or ""))
        if voice.kind in ORGANIZED and (row or is_known or _names_armed_body(voice)):
            name = row["name"] if row else voice.name
            return Actor(name=name, holder=name, camp=(row["camp"] or None) if row else None)
        return self._rebels() if voice.kind is VoiceKind.OPPOSITION and is_deed else None

    def _of_state(self, voice: Voice, kind: ClaimKind) -> Actor | None:
        """Return the party of a state's voice, of the case's state where none is told; a foreign one's is never that."""
        country = self.context.find_country((voice.institution or "").rpartition(" ")[0])
        if country is None and voice.kind is VoiceKind.FOREIGN_GOVERNMENT:
            return None
        return self._state(country or self.context.country, "army" if kind in DEEDS else "government", kind)

    def _entry_before_role(self, name: str) -> ActorEntry | None:
        """Return the user's party whose name stands before a role ("Front commander")."""
        before = bare(name).rpartition(" ")[0]
        return self._entries.get(before) if before else None

    def _own_forces(self) -> Actor:
        """Return the forces of the case's government, as the user calls them."""
        entries = self.context.settings.actors
        entry = next((e for e in entries if e.holder == GOVERNMENT), None)
        if entry is not None:
            return self._of_entry(entry)
        return self._state(self.context.country, "army", ClaimKind.CONTROL_STATE)

    def _find_entry(self, mention: ActorMention, text: str) -> ActorEntry | None:
        forms = [*_named_words(mention, text), mention.name or mention.head]
        if mention.people:
            forms.append(f"{mention.people} {mention.head}")
        for form in forms:
            found = self._entries.get(plain(form or "")) or self._entries.get(bare(form or ""))
            if found is not None:
                return found
        return self._spelled.get(spelling_key(mention.name)) if mention.name else None

    def _rebels(self, mention: ActorMention | None = None) -> Actor:
        """Return the case's main opposition party: the user's first one, else "rebels".

        Where no document speaks of rebels there is no government that they rise against, and fighters are those
        of their people ("Palestinian fighters").
        """
        entries = self.context.settings.actors
        entry = next((e for e in entries if e.holder == OPPOSITION), None)
        if entry is not None:
            return self._of_entry(entry)
        if not self.camps.has_rebels:
            country = (
                self.context.country_of(mention.people) if mention and mention.people else self.camps.fighting_people
            )
            if country is not None:
                return Actor(name=f"{country.adjective} fighters", camp=OPPOSITION, country=country)
        return Actor(name=REBELS, holder=OPPOSITION, camp=OPPOSITION)

    def _named(self, mention: ActorMention, kind: ClaimKind) -> Actor | None:
        """Return a named party; that of a ruler is his state's, and a state's army the state's forces."""
        name = mention.name or ""
        row = groups().get(plain(name))
        if row is not None and row["state"]:
            head = "army" if row["state"] == "forces" else "government"
            return self._state(find_country(row["country"]), head, kind)
        if row is not None:
            return Actor(name=row["name"], holder=row["name"], camp=mention.camp or row["camp"] or None)
        country = self.context.find_country(name)
        if country is not None:
            return self._state(country, mention.head, kind, is_state=self._is_state(mention))
        if (forces := find_own_forces(name, self.context)) is not None:
            return self._state(forces[0], "army", kind)
        if self.camps.is_ruler(name):
            return self._state(self.context.country, mention.head, kind)
        return None if mention.camp == GOVERNMENT else Actor(name=name, holder=name, camp=mention.camp)

    def _by_camp(self, mention: ActorMention, kind: ClaimKind) -> Actor | None:
        if mention.camp == CIVILIANS:
            return Actor(name=name_civilians(mention), camp=CIVILIANS)
        if mention.camp == OPPOSITION:
            return self._rebels(mention)
        if mention.camp in {GOVERNMENT, FOREIGN}:
            country = self.context.country_of(mention.people)
            is_nation = mention.camp == FOREIGN and mention.name is None
            head = "army" if is_nation and kind in DEEDS else mention.head
            return self._state(country, head, kind, is_state=self._is_state(mention))
        return Actor(name=f"{mention.people} {mention.head}", camp=mention.camp)

    def _is_state(self, mention: ActorMention) -> bool:
        """Tell whether the mention is the name of the state itself ("Israel", "Damascus")."""
        return mention.camp == FOREIGN and self.context.find_country(mention.name) is not None

    def _state(self, country: Country | None, head: str, kind: ClaimKind, *, is_state: bool = False) -> Actor:
        """Return a state's forces, or its government where the words mean that.

        At home, and where there are rebels, a deed of war by the government is one by its forces; abroad forces are
        the state's military. A state's own name stays ("Israel") but where it fires, or has rebels at home.
        """
        is_political = {head.casefold(), head.casefold().removesuffix("s")} & read_words("bodies", "political")
        is_home = self.context.is_home(country)
        holder = GOVERNMENT if is_home else country.name if country else None
        is_civil_war = is_home and self.camps.has_rebels
        means_forces = not (is_political or is_state) or kind in (DEEDS if is_civil_war else FIRE if is_state else ())
        entry = find_forces(country, self._entries) if means_forces else None
        if entry is not None:
            return self._of_entry(entry, GOVERNMENT if is_home else FOREIGN)
        if country is None:
            return Actor(name="government forces" if means_forces else GOVERNMENT, holder=holder, camp=GOVERNMENT)
        if is_civil_war:
            name = f"{country.adjective} government" + (" forces" if means_forces else "")
        elif means_forces:
            name = f"{country.adjective} military"
        else:
            name = f"{country.adjective} government" if is_home and not is_state else country.name
        return Actor(name=name, holder=holder, camp=GOVERNMENT if is_home else FOREIGN, country=country)


def _names_armed_body(voice: Voice) -> bool:
    """Tell whether a voice in arms bears the name of a body and not of a person ("the Lowland Front")."""
    last = voice.name.rpartition(" ")[2].casefold()
    return voice.kind is VoiceKind.ARMED_GROUP and last in read_toml("actors")["words"]["armed_bodies"]


def _call_by_own_words(mention: ActorMention, text: str) -> Actor | None:
    """Return persons in arms as the report calls them; they hold no ground under such a name."""
    words = find_own_words(mention, text)
    return Actor(name=words) if words is not None else None


def _is_unit(mention: ActorMention) -> bool:
    head = mention.head.casefold()
    units = read_words("bodies", "units")
    return mention.name is None and (head in units or head.removesuffix("s") in units)


def _named_words(mention: ActorMention, text: str) -> Iterator[str]:
    """Yield the words of a party as they stand, then without those before them, as long as its name is among them."""
    words = mention.span.read(text).split()
    yield " ".join(words)
    name = mention.name or mention.people
    yield from (" ".join(words[n:]) for n in range(1, len(words) - 1) if name and name in " ".join(words[n:]))
