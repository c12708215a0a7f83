"""Which persons of a record are private, and how is each written where the record is sent on?"""

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any
from urllib.parse import unquote

from sayso.lexicons import read_toml, read_words
from sayso.lexicons.gazetteer import find_places
from sayso.model.kinds import VoiceKind
from sayso.model.mentions import NameMention
from sayso.model.records import Record
from sayso.model.resolved import Voice
from sayso.model.spans import Span
from sayso.outputs.known_names import KnownNames, is_sure, particles, words_of
from sayso.outputs.name_finders import Form, NameFinder, find_words, fold, make_forms

SOMEBODY = "a private person"
NAME_WITHHELD = "name withheld"
PERSON, PLACE = "person", "place"
_TITLED = ("source_roles", "place_words")
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A private person: the names under which the case knows him, the words that tell him apart, where he first appears.

    `wholes` are the names as they are written, with titles and places beside them.
    """

    names: tuple[str, ...]
    core: tuple[str, ...]
    first: _Place
    wholes: tuple[str, ...] = ()

    def join(self, other: "Person") -> "Person":
        """Return both as one, told apart by the words of this one."""
        return Person(
            names=tuple(dict.fromkeys((*self.names, *other.names))),
            core=self.core,
            first=min(self.first, other.first),
            wholes=tuple(dict.fromkeys((*self.wholes, *other.wholes))),
        )

    def is_short_for(self, other: "Person") -> bool:
        """Tell whether one is written as the other, or by the last of his names."""
        return self.core == other.core or (len(self.core) == 1 and self.core[-1] == other.core[-1])


@dataclass(frozen=True)
class Privacy:
    """The private persons of a record: everybody who is named and not known to be in public office.

    Each is "private person 1" and so on, by first appearance, the documents taken in an order that follows from the
    secret of the case alone: no number tells a name, and none is the same in another case.
    """

    record: Record
    secret: bytes = b""
    parties: frozenset[str] = frozenset()

    @cached_property
    def known(self) -> KnownNames:
        """The names that everybody may read."""
        return KnownNames(self.record, self.parties)

    def is_private(self, voice: Voice) -> bool:
        """Tell whether a voice is somebody who is not in public office; what an outlet says, it says in public."""
        if voice.is_private or not voice.is_named or voice.is_public:
            return voice.is_private
        is_outlet = voice.kind in {VoiceKind.OUTLET, VoiceKind.AGENCY, VoiceKind.STATE_MEDIA}
        is_person = words_of(voice.name) in self._person_names
        return not (is_outlet and not is_person) and not self.known.is_public(voice.name, is_person=is_person)

    @cached_property
    def voices(self) -> frozenset[str]:
        """The keys of the voices that are private persons."""
        return frozenset(voice.key for voice in self.record.voices if self.is_private(voice))

    @cached_property
    def spans(self) -> Mapping[str, tuple[Span, ...]]:
        """Where in each document a private person, or a name that nobody knows, is written or meant."""
        return {
            document: tuple(mention.span for mention in mentions if not self._is_public(mention))
            for document, mentions in self._mentions()
        }

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """The private persons, in the order of their numbers."""
        found: list[Person] = []
        for person in sorted(self._met(), key=lambda one: (-len(one.core), one.first)):
            fitting = [n for n, other in enumerate(found) if person.is_short_for(other)]
            if len(fitting) == 1:
                found[fitting[0]] = found[fitting[0]].join(person)
            else:
                found.append(person)
        return tuple(sorted(found, key=lambda person: (person.first, person.names)))

    @cached_property
    def finder(self) -> NameFinder:
        """Finds every private person, and the names that nobody knows, in a text."""
        found: dict[tuple[str, ...], Form] = {}
        for number, person in enumerate(self.persons, 1):
            for form in make_forms(person.names, person.wholes, f"private person {number}", self._common):
                other = found.get(form.words)
                means = form.means if other is None or other.means == form.means else SOMEBODY
                is_small = form.needs_capital and (other is None or other.needs_capital)
                found[form.words] = Form(words=form.words, means=means, needs_capital=is_small)
        for form in self._strange_forms():
            found.setdefault(form.words, form)
        public = (tuple(words_of(name)) for name in self._public_names)
        shown = (Form(words=words, means="") for words in public if len(words) > 1 and words not in found)
        return NameFinder((*found.values(), *shown) if found else ())

    def name_voice(self, voice: Voice) -> str:
        """Return how a voice is written: its name, or the pseudonym of the private person it is."""
        if voice.key not in self.voices:
            return voice.name
        number = self._numbers.get(voice.name)
        return f"private person {number}" if number else SOMEBODY

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {name: number for number, person in enumerate(self.persons, 1) for name in person.wholes}

    def is_in(self, text: str | None) -> bool:
        """Tell whether a text names a private person."""
        return self.finder.is_in(text or "")

    def is_in_outlet(self, name: str | None) -> bool:
        """Tell whether an outlet is called by the name of a private person, in one word too ("hibakalvar.example")."""
        return self.is_in(name) or (bool(name) and self.finder.is_inside(name or ""))

    def is_known_outlet(self, name: str) -> bool:
        """Tell whether an outlet may be named: a table or the settings know it, or its words are those of any outlet.

        Any other may be one person's pages.
        """
        words = (word for word in words_of(name) if word not in read_words("public_words", "outlets"))
        is_told = self.known.is_public(name, is_person=True) or self.known.is_plain(" ".join(words))
        return is_told and not self.is_in_outlet(name)

    def is_in_address(self, address: str) -> bool:
        """Tell whether an address or a file's name holds a name, or a word that could be one."""
        written = unquote(address)
        words = [word for word in words_of(written) if word.isalpha() and len(word) > _SHORT]
        return self.finder.is_inside(written) or not all(self._is_plain(word) for word in words)

    def is_plain(self, text: str) -> bool:
        """Tell whether a text holds words of ordinary language and known names only."""
        return not self.is_in(text) and self.known.is_plain(text)

    def cut_quoted(self, reason: str, file: str | None) -> str:
        """Return the reason of a problem without what it quotes, for that can be a name: of a file, or in a text."""
        bare = _QUOTED.sub("…", reason.replace(file, "…") if file else reason)
        return self.hide(bare) if self.known.is_plain(bare) else "could not be read"

    def _is_plain(self, word: str) -> bool:
        return word in self.known.ordinary or word in _WEB or self.known.is_public(word)

    def hide(self, value: Any) -> Any:  # noqa: ANN401 - a cell holds any plain value
        """Return a value of a row, however nested, with every private person's name replaced."""
        if isinstance(value, str):
            return self._hide_text(value)
        if isinstance(value, Mapping):
            return {name: self.hide(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.hide(part) for part in value]
        return value

    def _hide_text(self, text: str) -> str:
        parts, last = [], 0
        for start, end, means in self.finder.find(text):
            parts += [text[last:start], means or text[start:end]]
            last = end
        return "".join((*parts, text[last:]))

    def _mentions(self) -> Iterator[tuple[str, tuple[NameMention, ...]]]:
        for document, names in zip(self.record.documents, self.record.names, strict=False):
            yield document.id, names

    def _is_public(self, mention: NameMention) -> bool:
        if mention.label == PLACE and find_places(" ".join(words_of(mention.name))):
            return True
        return self.known.is_public(mention.name, is_person=mention.label == PERSON)

    @cached_property
    def _person_names(self) -> frozenset[tuple[str, ...]]:
        return frozenset(
            words_of(mention.name) for _, names in self._mentions() for mention in names if mention.label == PERSON
        )

    def _met(self) -> Iterator[Person]:
        """Yield every private person of every list once; those that are one are joined afterwards."""
        heard = self._heard()
        for voice in self.record.voices:
            if voice.key in self.voices:
                first = heard.get(voice.key, (len(self._ranks), draw(self.secret, voice.key)))
                yield self._person(tuple(dict.fromkeys((voice.name, *voice.names))), first)
        firsts: dict[str, _Place] = {}
        for document, mentions in self._mentions():
            for mention in mentions:
                if mention.label == PERSON and not self._is_public(mention):
                    place = (self._ranks[document], mention.span.start)
                    firsts[mention.name] = min(firsts.get(mention.name, place), place)
        for one in self.record.documents:
            if one.byline and not self.known.is_public(one.byline, is_person=True):
                firsts.setdefault(one.byline, (self._ranks[one.id], 0))
        for name, first in firsts.items():
            yield self._person((name,), first)

    def _person(self, names: tuple[str, ...], first: _Place) -> Person:
        trimmed = tuple(dict.fromkeys(self._trim(name) for name in names))
        core = max((words_of(name) for name in trimmed), key=len)
        return Person(names=trimmed, core=core, first=first, wholes=names)

    def _trim(self, name: str) -> str:
        """Return a name without the titles, the known names and the small words around it; whole where nothing is left."""
        words = list(find_words(name))
        tokens = tuple(fold(found.group()) for found in words)
        telling = [
            found
            for found, token, is_known in zip(words, tokens, self.known.find_known(tokens), strict=True)
            if token in particles()
            or not (is_known or token in self._common or found.group().islower() or found.group().isdigit())
        ]
        while telling and fold(telling[-1].group()) in _LINKS:
            telling.pop()
        while telling and fold(telling[0].group()) in _LINKS:
            telling.pop(0)
        return name[telling[0].start() : telling[-1].end()] if telling else name

    def _heard(self) -> dict[str, _Place]:
        found: dict[str, _Place] = {}
        for resolved in self.record.claims:
            place = (self._ranks[resolved.claim.document], resolved.claim.span.start)
            for key in (*resolved.chain, resolved.voice):
                found[key] = min(found.get(key, place), place)
        return found

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """The place of each document in the secret order of the case."""
        ids = (document.id for document in self.record.documents)
        return {one: rank for rank, one in enumerate(sorted(ids, key=lambda one: (draw(self.secret, one), one)))}

    @cached_property
    def strangers(self) -> tuple[str, ...]:
        """The names in the reports of which nobody knows whose they are: persons, or bodies and places to be added."""
        mentions = (mention for _, names in self._mentions() for mention in names)
        unknown = (one.name for one in mentions if one.label != PERSON and not self._is_public(one))
        return tuple(sorted({*unknown, *self._named_in_claims}))

    @cached_property
    def _named_in_claims(self) -> frozenset[str]:
        """The names of parties and places that no table knows; people may have set them."""
        parties = {name for one in self.record.claims for name in (*one.agents, *one.targets, one.holder) if name}
        places = {name for place in self.record.places if not is_sure(place) for name in (place.name, *place.names)}
        return frozenset(name for name in parties | places if not self.known.is_public(name))

    def _strange_forms(self) -> Iterator[Form]:
        for name in self.strangers:
            words = words_of(name)
            if words:
                yield Form(words=words, means=NAME_WITHHELD, needs_capital=len(words) == 1)
        yield from make_forms(sorted(self._named_in_claims), (), NAME_WITHHELD, self._common)

    @cached_property
    def _public_names(self) -> tuple[str, ...]:
        """The names that others go by: a part that they share with a private person stays in them."""
        voices = (v for v in self.record.voices if v.key not in self.voices and v.is_named)
        mentions = (mention for _, names in self._mentions() for mention in names if self._is_public(mention))
        return tuple(
            dict.fromkeys((*(name for v in voices for name in (v.name, *v.names)), *(one.name for one in mentions)))
        )

    @cached_property
    def _common(self) -> frozenset[str]:
        """The words of titles and of the names of places, by which no person is found."""
        places = (name for place in self.record.places if is_sure(place) for name in (place.name, *place.names))
        return _title_words() | frozenset(word for name in places for word in words_of(name))


_SHORT = 2
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|\([^)]*\)|\S*[/\\\\]\S*")
# Small words that begin and end no name.
_LINKS = particles() - {"abu", "umm", "abd", "bin", "ibn", "van", "von", "de", "da", "del", "di", "la", "le"}
_WEB = frozenset({"http", "https", "www", "com", "org", "net", "html", "htm", "php", "asp", "aspx", "index", "news", "article", "articles", "world", "story", "example", "txt", "pdf", "jsonl"})  # fmt: skip


def draw(secret: bytes, name: str) -> int:
    """Return a number that nobody without the secret can foretell."""
    return int.from_bytes(hmac.new(secret, name.encode(), hashlib.sha256).digest()[:8])


@cache
def _title_words() -> frozenset[str]:
    titles: Iterable[str] = (title for table in _TITLED for title in read_toml(table)["titles"]["words"])
    return frozenset(word for title in titles for word in words_of(title)) | {"al", "el"}
