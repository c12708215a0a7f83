"""Which claims are set at a place of the user's table that their text names?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.model.claims import Claim, Reading
from sayso.model.derivations import name_rule
from sayso.model.kinds import Basis, ClaimKind, PlaceKind, Stance
from sayso.model.mentions import Toponym
from sayso.model.settings import Settings
from sayso.model.spans import Span
from sayso.resolution.grounds import GENERAL, OWN_RULES
from sayso.resolution.periods import KNOWN
from sayso.resolution.sections import find_titles, starts_anew
from sayso.resolution.user_names import Found, UserNames
from sayso.resolution.user_place_words import (
    acts,
    follows,
    is_country,
    is_excepted,
    is_only_part,
    is_set_in,
    opens,
    stands_behind,
)
from sayso.text.memories import Memory
from sayso.text.spellings import plain

NAMED = name_rule("resolution.user_place_named", "The words of the claim name a place of the user's table.")
BESIDE = name_rule("resolution.user_place_beside", "The sentence of the claim names a place of the user's table.")
CURRENT = name_rule(
    "resolution.user_place_current", "Neither claim nor sentence names a place; the text was last at this one."
)
SECTION = name_rule(
    "resolution.own_section_place",
    "Neither claim nor sentence names a place, and they stand in a section or an item of a list of their own: where the"
    " text was before it tells nothing.",
)
REFERRED, SENTENCE = "claims.referred_place", "claims.sentence_place"
AS_KNOWN = "claims.same_event_place"
SAME_EVENT = name_rule(
    "resolution.user_place_same_event",
    "The words speak of harm as known, or deny it; the text last told of such harm at this place.",
)
INHERITED = frozenset(
    {
        SENTENCE,
        "claims.current_place",
        "claims.site_place",
        "claims.event_site_place",
        "claims.document_place",
        "claims.no_place",
    }
)
_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
_HOLDING = frozenset({*_SETTLEMENTS, PlaceKind.DISTRICT})
_SETTLED = frozenset({*_SETTLEMENTS, PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT})
_AT_SITES = frozenset(
    {
        ClaimKind.TOLL,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
        ClaimKind.AIR_STRIKE,
        ClaimKind.SHELLING,
        ClaimKind.EXPLOSION,
        ClaimKind.DESTRUCTION,
    }
)
_ATTACKS = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CLASH, ClaimKind.ADVANCE})
_FIGHTS = frozenset({*_ATTACKS, ClaimKind.ARMS})
# What is denied to have been at a site that was hit: "there was no launcher".
_PRESENCE = frozenset({ClaimKind.ARMS, ClaimKind.STRENGTH})
_BY_WORDS = frozenset({*OWN_RULES, SENTENCE})
_SET_NOWHERE = frozenset({ClaimKind.DIPLOMACY, ClaimKind.POLITICS})
_LIST_GAP = re.compile(r"\s*(?:,|and|,\s*and|or)\s*(?:the\s+)?")
_TOLD = frozenset({NAMED, BESIDE, *_BY_WORDS})


def add_user_places(readings: Sequence[Reading], settings: Settings, memory: Memory) -> tuple[Reading, ...]:
    """Return the readings with the user's places found in their texts and given to their claims.

    Reading never looks at settings, so it cannot know that "the granary" is a place. A place named in the words
    of a claim is its place; one beside it or before it only where reading found none in the claim's own words.
    """
    if not settings.places:
        return tuple(readings)
    finder = memory.keep(Finder, Finder(settings))
    return tuple(memory.recall(Finder.add, reading.document.id, finder, reading) for reading in readings)


@dataclass(frozen=True)
class Finder:
    """Finds the places of the user's table."""

    settings: Settings

    def add(self, reading: Reading) -> Reading:
        """Return the reading with the user's places."""
        found = self._names.find(reading)
        known = {(toponym.span, plain(toponym.name)) for toponym in reading.toponyms}
        new = [f.toponym for f in found if (f.span, plain(f.entry.name)) not in known]
        if not new:
            return reading
        placed: list[Claim] = []
        for claim in reading.claims:
            placed.append(self._place(claim, found, reading, placed))
        claims = tuple(self._widen_all(list(_follow(placed)), found))
        return replace(reading, toponyms=(*reading.toponyms, *new), claims=claims)

    @cached_property
    def _names(self) -> UserNames:
        return UserNames(self.settings)

    def _place(self, claim: Claim, found: Sequence[Found], reading: Reading, placed: Sequence[Claim]) -> Claim:
        text = reading.document.text
        inside = [item for item in found if claim.span.holds(item.span) and self._is_meant(item, claim, text)]
        inside = [item for item in inside if not acts(item, claim, text)]
        inside = [item for item in inside if not is_only_part(item, text)] or inside
        own = self._narrow(inside, text, claim)
        if own:
            return replace(claim, toponyms=tuple(_keep_area(place, claim) for place in own), place_rule=NAMED)
        if claim.place_rule == GENERAL and not claim.toponyms:
            return replace(claim, toponyms=self._find_country(found))
        told = [item for item in found if not item.is_of_speaker]
        pointed = self._find_pointed(claim, found, told, text)
        if pointed is not None:
            return replace(claim, toponyms=(pointed.toponym,), place_rule=BESIDE)
        is_inherited = claim.place_rule in INHERITED and claim.place_rule not in OWN_RULES
        if not is_inherited and not self._is_nameless(claim):
            return claim
        near = [item for item in told if claim.sentence.holds(item.span) and is_set_in(item, text)]
        if near:
            next_to = tuple(item.toponym for item in near if follows(item, claim, text))
            return replace(claim, toponyms=(next_to or self._narrow(near, text, claim))[:1], place_rule=BESIDE)
        return self._place_on(claim, told, reading, placed)

    def _find_pointed(self, claim: Claim, found: Sequence[Found], told: Sequence[Found], text: str) -> Found | None:
        """Return the place of harm spoken of as known or of "the town", where the sentence tells it and reading went astray."""
        if claim.place_rule == REFERRED:
            return self._mean_otherwise(claim, found)
        behind = [item for item in told if stands_behind(item, claim, text)]
        behind += [item for item in found if opens(item, claim, text)]
        return behind[0] if claim.place_rule == AS_KNOWN and behind else None

    def _place_on(self, claim: Claim, told: Sequence[Found], reading: Reading, placed: Sequence[Claim]) -> Claim:
        """Return a claim whose sentence names no place, where the text was last: at a name, not at "the city"."""
        before = [item for item in told if item.span.end <= claim.sentence.start and not item.is_described]
        before = [item for item in before if not is_country(item)]
        if not before or not _goes_on(claim) or _names_later(claim, before[-1], reading):
            return claim
        text, last_told = reading.document.text, _sentence_of(before, reading)
        if starts_anew(reading, last_told[-1].span.end, claim) and not self._is_of_page(last_told, told, reading):
            return replace(claim, toponyms=(), place_rule=SECTION)
        whole = [item for item in last_told if not is_only_part(item, text)]
        last = self._narrow(whole or last_told, text)[:1]
        wide = self._hold_all(whole or last_told, before)
        return replace(claim, toponyms=wide or _told_beside(claim, placed, last_told[-1]) or last, place_rule=CURRENT)

    def _is_of_page(self, last: Sequence[Found], told: Sequence[Found], reading: Reading) -> bool:
        """Tell whether a whole page is about a place or what holds it: its title names it, or it names no other more often."""
        counts = Counter(item.entry.name for item in told if not is_country(item))
        titles = find_titles(reading)
        main = {name for name in counts if counts[name] == max(counts.values())}
        main |= {item.entry.name for item in told if not is_country(item) and any(t.holds(item.span) for t in titles)}
        return any(not main.isdisjoint({item.entry.name, *self._names.holders[item.entry.name]}) for item in last)

    def _hold_all(self, last: Sequence[Found], before: Sequence[Found]) -> tuple[Toponym, ...]:
        """Return the settlement around several places of the last sentence, if the text has named it; else none."""
        around = [self._names.holders[item.entry.name] | {item.entry.name} for item in last]
        apart = {item.entry.name for item in last}
        shared = frozenset.intersection(*map(frozenset, around))
        narrow = [n for n in apart if not any(n in self._names.holders[o] for o in apart)]
        found = [item for item in before if item.entry.name in shared and item.entry.kind in _HOLDING]
        return (found[-1].toponym,) if len(narrow) > 1 and found else ()

    def _find_country(self, found: Sequence[Found]) -> tuple[Toponym, ...]:
        """Return the country that the case is about, if the text names it, else the one of the user's table named most."""
        countries = [item for item in found if is_country(item)]
        home = plain(self.settings.country or "")
        countries = [item for item in countries if plain(item.entry.name) == home] or countries
        counts = Counter(item.entry.name for item in countries)
        return tuple(item.toponym for item in countries if counts[item.entry.name] == max(counts.values()))[:1]

    def _is_meant(self, item: Found, claim: Claim, text: str) -> bool:
        """Tell whether a place in the words of a claim is where it is set.

        What "the district" means is for the text to say, where it has named one of that sort.
        """
        is_told = item.is_described and claim.place_rule == REFERRED
        return not (is_told and self._are_alike(claim.toponyms, item)) and not is_excepted(item, text)

    def _is_nameless(self, claim: Claim) -> bool:
        """Tell whether reading set a claim only at sites without a name ("the bus station"): it is in a place that has one."""
        names = [toponym.name for toponym in claim.toponyms]
        return bool(names) and all(name.islower() and plain(name) not in self._names.entries for name in names)

    def _mean_otherwise(self, claim: Claim, found: Sequence[Found]) -> Found | None:
        """Return the one place that "the town" of a sentence is by the table, where reading took it for none of that sort."""
        meant = [item for item in found if item.is_described and claim.sentence.holds(item.span)]
        is_other = len(meant) == 1 and not self._are_alike(claim.toponyms, meant[0])
        return meant[0] if is_other else None

    def _are_alike(self, read: Sequence[Toponym], item: Found) -> bool:
        """Tell whether what reading took "the district" for can be of that sort, by its words or by the table."""
        kind = item.entry.kind
        alike = {None, kind, *(_SETTLEMENTS if kind in _SETTLEMENTS else ())}
        known = [self._names.entries.get(plain(toponym.name)) for toponym in read]
        return all((entry or toponym).kind in alike for toponym, entry in zip(read, known, strict=True))

    def _widen_all(self, claims: Sequence[Claim], found: Sequence[Found]) -> Iterator[Claim]:
        """Yield the claims; what is set at a building only because the text was there last is set in the town around it.

        Harm is told on at the very site, and so is the fight for it.
        """
        told: dict[str, Claim] = {}
        for claim in claims:
            sites = [toponym.name for toponym in claim.toponyms]
            if claim.place_rule == CURRENT and sites and not _stays_at(claim, told.get(sites[0])):
                before = [f for f in found if f.span.end <= claim.sentence.start and not f.is_described]
                yield replace(claim, toponyms=self._widen(claim.toponyms, before))
                continue
            if claim.place_rule in _TOLD:
                told.update(dict.fromkeys(sites, claim))
            yield claim

    def _widen(self, last: tuple[Toponym, ...], before: Sequence[Found]) -> tuple[Toponym, ...]:
        """Return, for a building or the like, the settlement or district around it that the text has named."""
        if not last or last[0].kind in _SETTLED:
            return last
        around = self._names.holders[last[0].name]
        found = [item for item in before if item.entry.name in around and item.entry.kind in _HOLDING]
        return (found[-1].toponym,) if found else last

    def _narrow(self, found: Sequence[Found], text: str, claim: Claim | None = None) -> tuple[Toponym, ...]:
        """Return the first place that holds no other of them, with those listed beside it.

        One that the words of the claim were found to set it at comes before the others.
        """
        around = {name for item in found for name in self._names.holders[item.entry.name]}
        narrow = [item for item in found if item.entry.name not in around]
        read = claim.toponyms if claim is not None and claim.place_rule in _BY_WORDS else ()
        first = next((n for n, item in enumerate(narrow) if any(item.span.shares(t.span) for t in read)), 0)
        kept = narrow[first : first + 1]
        for item in narrow[first + 1 :]:
            if _LIST_GAP.fullmatch(text[kept[-1].span.end : item.span.start]):
                kept.append(item)
        return tuple(item.toponym for item in kept)


def _keep_area(place: Toponym, claim: Claim) -> Toponym:
    """Return a place with the words that set a claim only around it, where reading has found such ("ground outside Rahna")."""
    areas = [
        t for t in claim.toponyms if t.kind is PlaceKind.OTHER and t.span.holds(place.span) and t.span != place.span
    ]
    return replace(place, span=areas[0].span, kind=PlaceKind.OTHER) if areas else place


def _follow(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims; harm spoken of as known, or denied, is set where the text last told of such harm."""
    told: dict[ClaimKind, tuple[Toponym, ...]] = {}
    for claim in claims:
        points_back = claim.time_rule == KNOWN or claim.stance is Stance.DENIES
        if claim.place_rule in {CURRENT, SECTION} and claim.kind in _AT_SITES and points_back and claim.kind in told:
            yield replace(claim, toponyms=told[claim.kind], place_rule=SAME_EVENT)
            continue
        if claim.toponyms and claim.place_rule in _TOLD:
            told[claim.kind] = claim.toponyms
        yield claim


def _stays_at(claim: Claim, told: Claim | None) -> bool:
    """Tell whether a claim goes on at the very site that the text told something of: harm, or the fight for it."""
    if claim.kind in _AT_SITES:
        return True
    if told is None:
        return False
    if claim.stance is Stance.DENIES and claim.kind in _PRESENCE and told.kind in _AT_SITES:
        return True
    return told.kind in _ATTACKS and claim.kind in _FIGHTS


def _told_beside(claim: Claim, placed: Sequence[Claim], last: Found) -> tuple[Toponym, ...]:
    """Return the one place at which the words of the sentence right before set what it tells, among others named beside it."""
    before = [c for c in placed if c.sentence != claim.sentence]
    told = [c for c in before if c.sentence == before[-1].sentence and c.sentence.holds(last.span)]
    told = [c for c in told if c.place_rule == NAMED and c.basis is Basis.STATED and len(c.toponyms) == 1]
    places = {c.toponyms for c in told}
    return places.pop() if len(places) == 1 else ()


def _goes_on(claim: Claim) -> bool:
    """Tell whether a claim without a place is set where the text is; what states say or decide is not."""
    return claim.kind not in _SET_NOWHERE and claim.place_rule != SENTENCE


def _names_later(claim: Claim, last: Found, reading: Reading) -> bool:
    """Tell whether the text names another place between the user's last one and the claim."""
    named = (t for t in reading.toponyms if not t.name.islower())
    return any(last.span.end <= t.span.start and t.span.end <= claim.sentence.start for t in named)


def _sentence_of(before: Sequence[Found], reading: Reading) -> list[Found]:
    """Return the places of the last sentence that names any."""
    sentences: Iterable[Span] = (s for passage in reading.passages for s in passage.sentences)
    whole = next((s for s in sentences if s.holds(before[-1].span)), before[-1].span)
    return [item for item in before if whole.holds(item.span)]
