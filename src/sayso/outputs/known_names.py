"""Which names may everybody read: those of places, bodies, parties and holders of public office?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from sayso.lexicons import read_csv, read_toml, read_words
from sayso.lexicons.nouns import nouns_of
from sayso.model.kinds import PlaceKind
from sayso.model.records import Record
from sayso.model.resolved import Place
from sayso.outputs.name_finders import plain_words
from sayso.outputs.told_places import ToldPlaces
from sayso.text.spellings import plain

_LONGEST = 8
# "The EUs envoy": a possessive that has lost its mark.
_LOST_MARK = re.compile(r"\b([A-Z]{2,})s\b")
_POSSESSIVE = re.compile(r"['’`]s\b")
# A word by itself: no part of an address, a handle or a compound, which may be made of a name.
_WORD = re.compile(r"(?<![\w@/#.:-])[^\W\d_]+(?![\w@/-]|\.\w)")
_SITES = frozenset({PlaceKind.BUILDING, PlaceKind.ROAD, PlaceKind.OTHER})
# Tables of names, and the columns in which they stand.
_BODIES = ("sources", "publishers", "armed_groups")
_TABLES = (
    *((body, ("name", "aliases")) for body in _BODIES),
    ("countries", ("name", "aliases", "demonyms", "capital")),
    ("regions", ("name", "aliases", "demonyms")),
    ("districts", ("city", "name", "aliases")),
    ("short_names", ("name", "aliases")),
    ("office_holders", ("name", "aliases")),
)


@dataclass(frozen=True)
class KnownNames:
    """Tells which names of a record belong to nobody private; `parties` are those that the case itself lists."""

    record: Record
    parties: frozenset[str] = frozenset()

    def is_public(self, words: str, *, is_person: bool = False, is_site: bool = False) -> bool:
        """Tell whether every word of a name belongs to a known place, body, party or holder of office.

        Titles and the words of ordinary language fall away first; those do not where the words name a person ("Rose
        Hill"), for a name can be an ordinary word. What has the word for a body in it ("brigade", "committee") is one,
        unless it is a person's name or a title stands in it. What sort of place a site is tells nobody either ("Harwick
        refinery"). Two known names side by side are the names of another person ("Paris Kerry"). A name that no rule
        knows is somebody's. A day that the reading took into a name ("Reuters Sunday") is no part of it.
        """
        tokens = words_of(_LOST_MARK.sub(r"\1", words))
        if is_person and self._is_put_together(tokens):
            return False
        if all(token in times() or token.isdigit() for token in tokens):
            return True
        rest = tuple(self._left(tokens))
        named = [word for word in rest if word not in particles() and not word.isdigit()]
        if not is_person:
            named = [word for word in named if word not in self.ordinary]
            if len(named) == 1 and len(tokens) > 1 and named[0] == tokens[-1] and named[0] in _weekdays():
                named = []
        if all(word in _titles() or is_body_word(word) or (is_site and word in nouns_of("place")) for word in named):
            return True
        has_body = any(is_body_word(word) for word in (tokens if is_site else named))
        return not is_person and has_body and not any(word in _titles() and not is_body_word(word) for word in tokens)

    def is_plain(self, text: str) -> bool:
        """Tell whether a text holds words of ordinary language and known names only: none that could be somebody's."""
        left = (word for word in self._left(words_of(text)) if word.isalpha())
        return all(word in self.ordinary or _is_language(word) for word in left)

    def _left(self, tokens: tuple[str, ...]) -> Iterator[str]:
        return (token for token, is_known in zip(tokens, self.find_known(tokens), strict=True) if not is_known)

    def find_known(self, tokens: tuple[str, ...]) -> tuple[bool, ...]:
        """Tell of each folded word whether it is a part of a known name, the longest known one taken first."""
        return tuple(is_known for name, is_known in self._part(tokens) for _ in name)

    def _part(self, tokens: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
        """Yield the known names in folded words, and the words between, one by one."""
        start = 0
        while start < len(tokens):
            rest = tokens[start : start + _LONGEST]
            length = next((n for n in range(len(rest), 0, -1) if self._is_known(rest[:n])), 0)
            yield rest[: length or 1], bool(length)
            start += length or 1

    def _is_put_together(self, tokens: tuple[str, ...]) -> bool:
        """Tell whether a known name stands side by side with that of a holder of office; his people's may ("Syrian")."""
        parts = [(" ".join(name), is_known) for name, is_known in self._part(tokens)]
        return any(
            is_known and also_known and name not in demonyms() and not _holders().isdisjoint((name, following))
            for (name, is_known), (following, also_known) in pairwise(parts)
        )

    def _is_known(self, tokens: tuple[str, ...]) -> bool:
        return " ".join(tokens) in self._names or " ".join(tokens) in _shipped()

    @cached_property
    def _names(self) -> frozenset[str]:
        places = (name for place in self.record.places if is_sure(place) for name in (place.name, *place.names))
        public = (name for voice in self.record.voices if voice.is_public for name in (voice.name, *voice.names))
        agencies = (name for document in self.record.documents for name in document.agencies)
        return frozenset(map(_fold, (*places, *public, *agencies, *self.parties, *ToldPlaces(self.record).names))) - {
            ""
        }

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The words that the reports of the case also write small."""
        return frozenset(
            word for document in self.record.documents for word in _WORD.findall(document.text) if word.islower()
        )


def is_sure(place: Place) -> bool:
    """Tell whether a place is one beyond doubt: the gazetteer, the settings or the words beside it say so.

    A name that only seems to be a place's may be a person's; and a house or road that no table knows may be called
    after whoever lives there.
    """
    if place.kind in _SITES:
        return place.latitude is not None
    return bool(place.kind or place.precision or place.part_of or place.latitude is not None)


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower-case ASCII letters, without the mark of a possessive.

    >>> words_of("Al-Kalvar's")
    ('al', 'kalvar')
    """
    return tuple(plain(_POSSESSIVE.sub(" ", name)).split())


def _fold(name: str) -> str:
    return " ".join(words_of(name))


def _read_names(rows: Iterable[Mapping[str, str]], *columns: str) -> frozenset[str]:
    """Return the folded names that stand in some columns of a table, parted by ";"."""
    return frozenset(_fold(name) for row in rows for column in columns for name in row[column].split(";") if name)


@cache
def _shipped() -> frozenset[str]:
    named = (_read_names(read_csv(table), *columns) for table, columns in _TABLES)
    return frozenset(map(_fold, read_toml("public_words")["names"])).union(*named)


@cache
def public_bodies() -> frozenset[str]:
    """Return the folded names of outlets, bodies and armed groups that everybody knows."""
    return frozenset[str]().union(*(_read_names(read_csv(table), "name", "aliases") for table in _BODIES))


@cache
def wide_places() -> frozenset[str]:
    """Return the folded names of countries and of larger parts of the world."""
    return _read_names((*read_csv("countries"), *read_csv("regions")), "name", "aliases")


@cache
def demonyms() -> frozenset[str]:
    """Return the folded names for the people of countries and of larger parts of the world ("syrian")."""
    return _read_names((*read_csv("countries"), *read_csv("regions")), "demonyms")


@cache
def _holders() -> frozenset[str]:
    return _read_names((row for row in read_csv("office_holders") if row["office"]), "name", "aliases")


def is_holder(words: str) -> bool:
    """Tell whether a name is that of a holder of public office: a natural person, though a public one."""
    return " ".join(word for word in words_of(words) if word not in _titles()) in _holders()


@cache
def times() -> frozenset[str]:
    """Return the folded names of months and weekdays."""
    return frozenset(map(_fold, (*read_toml("time")["months"], *read_toml("time")["weekdays"])))


@cache
def _weekdays() -> frozenset[str]:
    """Return the folded names of weekdays in full: a short one may be a name."""
    return frozenset(word for word in map(_fold, read_toml("time")["weekdays"]) if word.endswith("day"))


def _is_language(word: str) -> bool:
    """Tell whether a word is one of the language, whatever the reports of the case hold; in the plural too."""
    tables = (particles(), _titles(), _bodies(), times(), read_words("public_words", "labels"))
    return any(word in table for table in tables) or word in plain_words() or word.removesuffix("s") in plain_words()


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(_fold, read_toml("source_roles")["titles"]["words"]))


@cache
def _bodies() -> frozenset[str]:
    roles = read_toml("source_roles")
    named = (word for row in roles["bodies"] for word in row["words"])
    return frozenset(map(_fold, (*named, *roles["bodies_too"]["words"], *read_words("public_words", "bodies"))))


def is_body_word(word: str) -> bool:
    """Tell whether a folded word is one for a body ("brigade", "committee")."""
    return word in _bodies()


def is_title(word: str) -> bool:
    """Tell whether a folded word stands before the names of persons ("president", "sheikh")."""
    return word in _titles()


@cache
def particles() -> frozenset[str]:
    """Return the parts of names that belong to nobody ("al", "bin", "of")."""
    return read_words("public_words", "particles")
