"""Where does a text write names that only the user's table of places knows ("the granary")?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sayso.lexicons import read_toml, read_words
from sayso.lexicons.nouns import read_noun_classes
from sayso.lexicons.place_nouns import goes_by_other_noun
from sayso.model.claims import Reading
from sayso.model.mentions import Toponym
from sayso.model.settings import PlaceEntry, Settings
from sayso.model.spans import Span
from sayso.text.spellings import bare, plain

_NO_TOKEN = -1
_ROAD = re.compile(r" (?:road|highway|motorway|track|route)s?\b")
_WHENCE = re.compile(r"(?i)\b(?:a|an|the|another|one) (?:[\w-]+ )?(\w+) from (?:the )?\Z")
_TOWN = re.compile(r" (?:town|city|village|district|quarter)s?\b")


class Found(NamedTuple):
    """A place of the user's table in a text, by its name or as "the district", perhaps only where a speaker is from."""

    span: Span
    entry: PlaceEntry
    is_described: bool = False
    is_of_speaker: bool = False

    @property
    def toponym(self) -> Toponym:
        """The place as a mention; its name is that of the table."""
        return Toponym(span=self.span, token=_NO_TOKEN, name=self.entry.name, kind=self.entry.kind)


@dataclass(frozen=True)
class UserNames:
    """Finds the names of the user's table in texts."""

    settings: Settings

    @cached_property
    def entries(self) -> dict[str, PlaceEntry]:
        """The places of the table by each of their names, folded."""
        places = self.settings.places
        pairs = ((name, entry) for entry in reversed(places) for name in (*entry.names, entry.name))
        return {form: entry for name, entry in pairs for form in (plain(name), bare(name))}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = {re.sub(r"^the\s+", "", name) for e in self.settings.places for name in (e.name, *e.names)}
        ordered = sorted((name for name in names if name), key=lambda name: (-len(name), name))
        return re.compile(r"(?<!\w)(?:" + "|".join(map(_as_written, ordered)) + r")(?!\w)")

    @cached_property
    def holders(self) -> dict[str, frozenset[str]]:
        """The names of the places around each place."""
        return {entry.name: frozenset(self._climb(entry)) for entry in self.settings.places}

    def _climb(self, entry: PlaceEntry) -> Iterator[str]:
        seen = {entry.name}
        above = self.entries.get(plain(entry.within or ""))
        while above is not None and above.name not in seen:
            seen.add(above.name)
            yield above.name
            above = self.entries.get(plain(above.within or ""))

    def find(self, reading: Reading) -> list[Found]:
        """Return the user's places of a text in order, those that reading has found among them."""
        text = reading.document.text
        matches = (Span(*match.span()) for match in self._pattern.finditer(text))
        apart = (_is_in_name, _describes, _names_road, _tells_origin)
        matches = (span for span in matches if not any(is_apart(span, text) for is_apart in apart))
        named = [Found(span, self.entries[bare(span.read(text))]) for span in matches]
        # Where its author writes from, a report does not call "the city".
        told = [item for item in named if any(passage.span.holds(item.span) for passage in reading.passages)]
        found = sorted([*named, *self._described(told, text)], key=lambda item: (item.span.start, -item.span.length))
        return [
            item._replace(is_of_speaker=any(words.holds(item.span) for words in reading.speaking)) for item in found
        ]

    @cached_property
    def _descriptions(self) -> re.Pattern[str]:
        words = sorted({*read_words("bodies", "described"), *self._by_noun}, key=lambda word: (-len(word), word))
        between = sorted(read_words("bodies", "wholes") | read_words("bodies", "town_qualities"))
        nouns, whole = ("|".join(map(re.escape, some)) for some in (words, between))
        return re.compile(rf"(?i)\b(?:the|this|that) (?:(?:{whole}) )?({nouns})(?!\w)(?! of\b| in\b)")

    @cached_property
    def _by_noun(self) -> dict[str, PlaceEntry]:
        """The places that are the only ones with a common noun in a name ("Marl Bridge", "bridge of Marl": "the bridge")."""
        pairs = {(noun, e.name): e for e in self.settings.places for noun in map(_noun_of, (e.name, *e.names)) if noun}
        ends = Counter(noun for noun, _ in pairs)
        named = {form for form in self.entries if " " not in form}
        known = read_toml("noun_classes")["classes"]["place"]
        is_one = {noun for noun in ends if ends[noun] == 1 and noun in known and noun not in named}
        return {noun: entry for (noun, _), entry in pairs.items() if noun in is_one}

    def _described(self, found: Sequence[Found], text: str) -> Iterator[Found]:
        """Yield "the district" and the like: the place of that sort that the text has named most so far."""
        taken = [item.span for item in found]
        for match in self._descriptions.finditer(text):
            span, word = Span(*match.span()), match[1].casefold()
            before = [item.entry for item in found if item.span.end <= span.start]
            named = self._by_noun.get(word)
            is_sort = word in read_words("bodies", "described")
            entry = named if named in [item.entry for item in found] else _most_named(before, word) if is_sort else None
            if entry is not None and not any(span.shares(other) for other in taken):
                yield Found(span, entry, is_described=True)


def _noun_of(name: str) -> str | None:
    """Return the noun of a name of several words: its last word, or the one before "of"."""
    words = bare(name).split()
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1] if len(words) > 1 else None


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


def _describes(span: Span, text: str) -> bool:
    """Tell whether a name that is a common noun only says what sort of town something is ("the dam town")."""
    return text[span.start].islower() and _TOWN.match(text[span.end : span.end + 20]) is not None


def _names_road(span: Span, text: str) -> bool:
    """Tell whether a name only says where a road leads ("the Rahna road")."""
    return _ROAD.match(text[span.end : span.end + 20]) is not None


def _tells_origin(span: Span, text: str) -> bool:
    """Tell whether a name only says whence one person is ("the surgeon from Rahna"); many may be brought out of it.

    What befell "the farmer from Rahna who lost his sons" did so there.
    """
    if text.startswith(" who ", span.end):
        return False
    before = _WHENCE.search(text[max(0, span.start - 40) : span.start])
    return before is not None and "people" in read_noun_classes().get(before[1].casefold(), ())


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
    fitting = [e for e in fitting if not goes_by_other_noun(e.name, word)]
    counts = Counter(entry.name for entry in fitting)
    return max(reversed(fitting), key=lambda entry: counts[entry.name], default=None)
