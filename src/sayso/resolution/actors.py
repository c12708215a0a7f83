"""Which party is meant? Neutral names, whatever the speaker calls it."""

from dataclasses import dataclass
from functools import cache, cached_property

from sayso.lexicons import read_csv, read_words
from sayso.model.kinds import VoiceKind
from sayso.model.mentions import ActorMention
from sayso.model.settings import ActorEntry
from sayso.model.spans import Span
from sayso.resolution.context import Context
from sayso.resolution.countries import Country, find_country
from sayso.text.spellings import bare, plain, spelling_key

GOVERNMENT, OPPOSITION, CIVILIANS, FOREIGN = "government", "opposition", "civilians", "foreign"
REBELS, PEOPLE = "rebels", "people"
STATE_VOICES = frozenset({VoiceKind.GOVERNMENT, VoiceKind.MILITARY, VoiceKind.STATE_MEDIA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party: its neutral name, what it is called as a holder of ground, its camp and its side in the case."""

    name: str
    holder: str | None = None
    camp: str | None = None
    side: str | None = None
    country: Country | None = None


@cache
def _groups() -> dict[str, dict[str, str]]:
    """Return the rows of the shipped table of groups by name and alias."""
    rows = read_csv("armed_groups")
    return {plain(name): row for row in reversed(rows) for name in (row["name"], *row["aliases"].split(";")) if name}


def camp_of_group(name: str) -> str | None:
    """Return the camp of a group by the shipped table ("" where it is of none), None for one it does not hold."""
    row = _groups().get(plain(name))
    return row["camp"] if row is not None else None


@dataclass(frozen=True)
class Actors:
    """Gives the parties of a case their names: the user's table, the shipped one, then the camp."""

    context: Context

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

    def resolve(self, mention: ActorMention, text: str, speaker: VoiceKind | None) -> Actor | None:
        """Return the party that a mention means; None when only a belligerent's label is said of it.

        "Terrorists" in the mouth of the government's side are the case's rebels, and "units" its own forces; the
        label itself names nobody.
        """
        entry = self._find_entry(mention, text)
        if entry is not None:
            camp = entry.holder if entry.holder in {GOVERNMENT, OPPOSITION} else mention.camp
            return Actor(name=entry.name, holder=entry.holder or entry.name, camp=camp, side=entry.side)
        if mention.labelled and mention.camp is None and mention.name is None:
            return self._rebels() if speaker in STATE_VOICES else None
        named = self._named(mention) if mention.name else None
        is_unit = mention.camp is None and mention.people is None and _is_unit(mention)
        if named is None and is_unit and speaker in STATE_VOICES:
            return self._own_forces()
        return named or self._by_camp(mention)

    def _own_forces(self) -> Actor:
        """Return the forces of the case's government, as the user calls them."""
        entries = self.context.settings.actors
        entry = next((e for e in entries if e.holder == GOVERNMENT), None)
        if entry is not None:
            return Actor(name=entry.name, holder=GOVERNMENT, camp=GOVERNMENT, side=entry.side)
        country = self.context.country
        name = f"{country.adjective} government forces" if country else "government forces"
        return Actor(name=name, holder=GOVERNMENT, camp=GOVERNMENT, country=country)

    def _find_entry(self, mention: ActorMention, text: str) -> ActorEntry | None:
        forms = [mention.name] if mention.name else [_words(mention.span, text), mention.head]
        if mention.people:
            forms.append(f"{mention.people} {mention.head}")
        for form in forms:
            found = self._entries.get(plain(form or "")) or self._entries.get(bare(form or ""))
            if found is not None:
                return found
        return self._spelled.get(spelling_key(mention.name)) if mention.name else None

    def _rebels(self) -> Actor:
        """Return the case's main opposition party: the user's first one, else "rebels"."""
        entries = self.context.settings.actors
        entry = next((e for e in entries if e.holder == OPPOSITION), None)
        if entry is not None:
            return Actor(name=entry.name, holder=OPPOSITION, camp=OPPOSITION, side=entry.side)
        return Actor(name=REBELS, holder=OPPOSITION, camp=OPPOSITION)

    def _named(self, mention: ActorMention) -> Actor | None:
        """Return a named party, None for a ruler whose name only tells whose forces they are."""
        name = mention.name or ""
        row = _groups().get(plain(name))
        if row is not None:
            return Actor(name=row["name"], holder=row["name"], camp=mention.camp or row["camp"] or None)
        country = find_country(name)
        if country is not None:
            return self._state(country, mention)
        return None if mention.camp == GOVERNMENT else Actor(name=name, holder=name, camp=mention.camp)

    def _by_camp(self, mention: ActorMention) -> Actor:
        if mention.camp == CIVILIANS:
            is_people = mention.head.casefold() in read_words("bodies", "people")
            return Actor(name=PEOPLE if is_people else CIVILIANS, camp=CIVILIANS)
        if mention.camp == OPPOSITION:
            return self._rebels()
        if mention.camp in {GOVERNMENT, FOREIGN}:
            return self._state(self.context.country_of(mention.people), mention)
        return Actor(name=" ".join(part for part in (mention.people, mention.head) if part), camp=mention.camp)

    def _state(self, country: Country | None, mention: ActorMention) -> Actor:
        """Return a state's forces, or its government where the words mean that."""
        is_political = mention.head.casefold() in read_words("bodies", "political")
        is_home = self.context.is_home(country)
        holder = GOVERNMENT if is_home else country.name if country else None
        if country is None:
            return Actor(name=GOVERNMENT if is_political else "government forces", holder=holder, camp=GOVERNMENT)
        if is_home:
            name = f"{country.adjective} government" + ("" if is_political or _is_state(mention) else " forces")
        else:
            name = country.name if is_political or _is_state(mention) else f"{country.adjective} military"
        return Actor(name=name, holder=holder, camp=GOVERNMENT if is_home else FOREIGN, country=country)


def _is_state(mention: ActorMention) -> bool:
    """Tell whether the mention is the name of the state itself ("Israel", "Damascus")."""
    return mention.camp == FOREIGN and mention.name is not None and find_country(mention.name) is not None


def _is_unit(mention: ActorMention) -> bool:
    head = mention.head.casefold()
    units = read_words("bodies", "units")
    return mention.name is None and (head in units or head.removesuffix("s") in units)


def _words(span: Span, text: str) -> str:
    return span.read(text)
