"""Where does a text write names that only the user's table of places knows ("the granary")?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import NamedTuple

from sayso.lexicons import read_toml, read_words
from sayso.model.claims import Claim, Reading
from sayso.model.derivations import name_rule
from sayso.model.kinds import ClaimKind, PlaceKind
from sayso.model.mentions import Toponym
from sayso.model.settings import PlaceEntry, Settings
from sayso.model.spans import Span
from sayso.resolution.grounds import OWN_RULES
from sayso.text.memories import Memory
from sayso.text.spellings import bare, plain

NAMED = name_rule("resolution.user_place_named", "The words of the claim name a place of the user's table.")
BESIDE = name_rule("resolution.user_place_beside", "The sentence of the claim names a place of the user's table.")
CURRENT = name_rule(
    "resolution.user_place_current", "Neither claim nor sentence names a place; the text was last at this one."
)
INHERITED = frozenset(
    {
        "claims.sentence_place",
        "claims.current_place",
        "claims.site_place",
        "claims.event_site_place",
        "claims.document_place",
        "claims.no_place",
    }
)
_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
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
_LIST_GAP = re.compile(r"\s*(?:,|and|,\s*and|or)\s*(?:the\s+)?")
_LOOK_BACK = 20
_NO_TOKEN = -1


class Found(NamedTuple):
    """A place of the user's table in a text, by its name or as "the district"."""

    span: Span
    entry: PlaceEntry
    is_described: bool = False

    @property
    def toponym(self) -> Toponym:
        """The place as a mention; its name is that of the table."""
        return Toponym(span=self.span, token=_NO_TOKEN, name=self.entry.name, kind=self.entry.kind)


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

    @cached_property
    def _entries(self) -> dict[str, PlaceEntry]:
        places = self.settings.places
        pairs = ((name, entry) for entry in reversed(places) for name in (*entry.names, entry.name))
        return {form: entry for name, entry in pairs for form in (plain(name), bare(name))}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = {re.sub(r"^the\s+", "", name) for e in self.settings.places for name in (e.name, *e.names)}
        ordered = sorted((name for name in names if name), key=lambda name: (-len(name), name))
        return re.compile(r"(?<!\w)(?:" + "|".join(map(_as_written, ordered)) + r")(?!\w)")

    @cached_property
    def _holders(self) -> dict[str, frozenset[str]]:
        return {entry.name: frozenset(self._climb(entry)) for entry in self.settings.places}

    def _climb(self, entry: PlaceEntry) -> Iterator[str]:
        seen = {entry.name}
        above = self._entries.get(plain(entry.within or ""))
        while above is not None and above.name not in seen:
            seen.add(above.name)
            yield above.name
            above = self._entries.get(plain(above.within or ""))

    def add(self, reading: Reading) -> Reading:
        """Return the reading with the user's places."""
        found = self._find(reading)
        known = {(toponym.span, plain(toponym.name)) for toponym in reading.toponyms}
        new = [f.toponym for f in found if (f.span, plain(f.entry.name)) not in known]
        if not new:
            return reading
        claims = tuple(self._place(claim, found, reading) for claim in reading.claims)
        return replace(reading, toponyms=(*reading.toponyms, *new), claims=claims)

    def _find(self, reading: Reading) -> list[Found]:
        """Return the user's places of a text in order, those that reading has found among them."""
        text = reading.document.text
        matches = (Span(*match.span()) for match in self._pattern.finditer(text))
        found = [Found(span, self._entries[bare(span.read(text))]) for span in matches if not _is_in_name(span, text)]
        return sorted([*found, *self._described(found, text)], key=lambda item: (item.span.start, -item.span.length))

    @cached_property
    def _descriptions(self) -> re.Pattern[str]:
        words = sorted({*read_words("bodies", "described"), *self._by_noun}, key=lambda word: (-len(word), word))
        return re.compile(rf"(?i)\b(?:the|this|that) ({'|'.join(map(re.escape, words))})(?!\w)(?! of\b| in\b)")

    @cached_property
    def _by_noun(self) -> dict[str, PlaceEntry]:
        """The places that are the only ones whose name ends with a common noun ("Marl Bridge": "the bridge")."""
        ends = Counter(bare(entry.name).split()[-1] for entry in self.settings.places if " " in entry.name)
        pairs = ((bare(entry.name).split()[-1], entry) for entry in self.settings.places if " " in entry.name)
        named = {form for form in self._entries if " " not in form}
        known = read_toml("noun_classes")["classes"]["place"]
        return {noun: entry for noun, entry in pairs if ends[noun] == 1 and noun in known and noun not in named}

    def _described(self, found: Sequence[Found], text: str) -> Iterator[Found]:
        """Yield "the district" and the like: the place of that sort that the text has named most so far."""
        taken = [item.span for item in found]
        for match in self._descriptions.finditer(text):
            span, word = Span(*match.span()), match[1].casefold()
            before = [item.entry for item in found if item.span.end <= span.start]
            entry = self._by_noun.get(word) if self._by_noun.get(word) in before else _most_named(before, word)
            if entry is not None and not any(span.shares(other) for other in taken):
                yield Found(span, entry, is_described=True)

    def _place(self, claim: Claim, found: Sequence[Found], reading: Reading) -> Claim:
        text = reading.document.text
        inside = [item for item in found if claim.span.holds(item.span) and _is_meant(item, claim, text)]
        own = self._narrow(inside, text, claim)
        if own:
            return replace(claim, toponyms=own, place_rule=NAMED)
        if claim.place_rule in OWN_RULES or claim.place_rule not in INHERITED:
            return claim
        beside = self._narrow(
            [item for item in found if claim.sentence.holds(item.span) and _is_set_in(item, text)], text
        )
        if beside:
            return replace(claim, toponyms=beside[:1], place_rule=BESIDE)
        before = [item for item in found if item.span.end <= claim.sentence.start and not _is_country(item)]
        if not before or claim.place_rule == "claims.sentence_place" or _names_later(claim, before[-1], reading):
            return claim
        last = self._narrow(_sentence_of(before, reading), text)[:1]
        toponyms = last if claim.kind in _AT_SITES else self._widen(last, before)
        return replace(claim, toponyms=toponyms, place_rule=CURRENT)

    def _widen(self, last: tuple[Toponym, ...], before: Sequence[Found]) -> tuple[Toponym, ...]:
        """Return, for a building or the like, the settlement around it that the text has named: a text goes on there.

        Harm is told on at the very site, so it is not asked for here.
        """
        if not last or last[0].kind in _SETTLED:
            return last
        around = self._holders[last[0].name]
        found = [item for item in before if item.entry.name in around and item.entry.kind in _SETTLEMENTS]
        return (found[-1].toponym,) if found else last

    def _narrow(self, found: Sequence[Found], text: str, claim: Claim | None = None) -> tuple[Toponym, ...]:
        """Return the first place that holds no other of them, with those listed beside it.

        One that the words of the claim were found to set it at comes before the others.
        """
        around = {name for item in found for name in self._holders[item.entry.name]}
        narrow = [item for item in found if item.entry.name not in around]
        read = claim.toponyms if claim is not None and claim.place_rule in OWN_RULES else ()
        first = next((n for n, item in enumerate(narrow) if any(item.span.shares(t.span) for t in read)), 0)
        kept = narrow[first : first + 1]
        for item in narrow[first + 1 :]:
            if _LIST_GAP.fullmatch(text[kept[-1].span.end : item.span.start]):
                kept.append(item)
        return tuple(item.toponym for item in kept)


def _is_meant(item: Found, claim: Claim, text: str) -> bool:
    """Tell whether a place in the words of a claim is where it is set.

    What "the district" means is for the text to say, where it has named one of that kind.
    """
    is_told = item.is_described and claim.place_rule == "claims.referred_place"
    return not is_told and not _is_excepted(item, text)


def _is_country(item: Found) -> bool:
    """Tell whether a place is a country: a text that names one has not moved there."""
    return item.entry.kind is PlaceKind.COUNTRY


def _is_set_in(item: Found, text: str) -> bool:
    """Tell whether a place can be where a clause beside it is set: of a country only where the words say "in" it.

    A country named beside a claim is mostly a party, or whose ministry speaks.
    """
    before = text[max(0, item.span.start - _LOOK_BACK) : item.span.start].casefold().split()
    return not _is_country(item) or bool(before and before[-1] in read_words("bodies", "inside_country"))


def _is_excepted(item: Found, text: str) -> bool:
    """Tell whether the words take the place out ("all of Rahna except Selba")."""
    before = text[max(0, item.span.start - _LOOK_BACK) : item.span.start].casefold().rstrip()
    return before.endswith(_exceptions())


@cache
def _exceptions() -> tuple[str, ...]:
    return tuple(f" {words}" for words in sorted(read_words("bodies", "exceptions")))


def _as_written(name: str) -> str:
    """Return the pattern of a name: proper names as written or in capitals, others in any case."""
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    return f"(?:{pattern}|{pattern.upper()})" if name[:1].isupper() else f"(?i:{pattern})"


def _is_in_name(span: Span, text: str) -> bool:
    """Tell whether a proper name is only part of a longer one ("Free Rahna", "Rahna Times")."""
    if not text[span.start].isupper():
        return False
    before = re.search(r"[.!?\n\"“]?\s*(\w+) $", text[max(0, span.start - 40) : span.start])
    after = re.match(r" ([A-Z]\w+)", text[span.end : span.end + 40])
    follows = before is not None and before[1][:1].isupper() and before[0][:1] == " "
    return follows or (after is not None and after[1].casefold() not in _calendar())


def _calendar() -> frozenset[str]:
    table = read_toml("time")
    return frozenset({*table["weekdays"], *table["months"]})


def _most_named(entries: Sequence[PlaceEntry], word: str) -> PlaceEntry | None:
    """Return the place of the kind a noun names that is named most, of equals the last.

    "The valley" is one that is called so: of the same kind as a province, it means none.
    """
    table = read_toml("place_words")
    kind, is_own = table["kinds"].get(word), word in table["kept"]["words"]
    fitting = [e for e in entries if e.kind == kind and (not is_own or bare(e.name).split()[-1] == word)]
    counts = Counter(entry.name for entry in fitting)
    return max(reversed(fitting), key=lambda entry: counts[entry.name], default=None)


def _names_later(claim: Claim, last: Found, reading: Reading) -> bool:
    """Tell whether the text names another place between the user's last one and the claim."""
    return any(last.span.end <= t.span.start and t.span.end <= claim.sentence.start for t in reading.toponyms)


def _sentence_of(before: Sequence[Found], reading: Reading) -> list[Found]:
    """Return the places of the last sentence that names any."""
    sentences: Iterable[Span] = (s for passage in reading.passages for s in passage.sentences)
    whole = next((s for s in sentences if s.holds(before[-1].span)), before[-1].span)
    return [item for item in before if whole.holds(item.span)]
