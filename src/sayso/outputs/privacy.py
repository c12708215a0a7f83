"""Which persons of a record are private, and how is each written where the record is sent on?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from sayso.lexicons import read_words
from sayso.lexicons.gazetteer import find_places
from sayso.lexicons.nouns import nouns_of
from sayso.model.kinds import VoiceKind
from sayso.model.mentions import NameMention
from sayso.model.records import Record
from sayso.model.resolved import Voice
from sayso.model.spans import Span
from sayso.outputs.known_names import KnownNames, is_body_word, is_sure, words_of
from sayso.outputs.name_finders import Form, NameFinder, make_forms
from sayso.outputs.persons import People, Person, draw
from sayso.outputs.unique_roles import tells_who

SOMEBODY = "a private person"
NAME_WITHHELD, PLACE_WITHHELD = "name withheld", "place withheld"
PERSON, PLACE = "person", "place"


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

    @property
    def persons(self) -> tuple[Person, ...]:
        """The private persons, in the order of their numbers."""
        return self._people.all

    @cached_property
    def _people(self) -> People:
        mentions = {
            document: tuple(one for one in names if one.label == PERSON and not self._is_public(one))
            for document, names in self._mentions()
        }
        return People(self.record, self.known, self.secret, self.voices, mentions)

    @cached_property
    def finder(self) -> NameFinder:
        """Finds every private person, and the names that nobody knows, in a text."""
        found: dict[tuple[str, ...], Form] = {}
        for number, person in enumerate(self.persons, 1):
            for form in make_forms(person.names, person.wholes, f"private person {number}", self._people.common):
                other = found.get(form.words)
                means = form.means if other is None or other.means == form.means else SOMEBODY
                is_small = form.needs_capital and (other is None or other.needs_capital)
                found[form.words] = Form(words=form.words, means=means, needs_capital=is_small)
        for words, form in self._strange_forms().items():
            found.setdefault(words, form)
        public = (words for name in self._public_names if len(words := words_of(name)) > 1 and words not in found)
        shown = (Form(words=words, means="") for words in public if not self._holds_somebody(words))
        return NameFinder((*found.values(), *shown) if found else ())

    def _holds_somebody(self, words: tuple[str, ...]) -> bool:
        """Tell whether a public name is that of something named after a private person: his name, or a part of it beside words for a body."""
        own = {word for word in words if not is_body_word(word)}
        return any(
            own <= set(core) or any(core == words[at : at + len(core)] for at in range(len(words) - len(core) + 1))
            for person in self.persons
            if len(core := person.core) > 1
        )

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

    @cached_property
    def _hidden(self) -> dict[str, str]:
        """The texts that were looked through, as they are shown: rows repeat most of theirs."""
        return {}

    def _hide_text(self, text: str) -> str:
        if text not in self._hidden:
            self._hidden[text] = self._replace(text)
        return self._hidden[text]

    def _replace(self, text: str) -> str:
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
        places = {
            name
            for place in self.record.places
            if not is_sure(place)
            for name in (place.name, *place.names)
            if not self.known.is_public(name, is_site=True)
        }
        return frozenset(name for name in parties if self._could_be_somebody(name)) | places

    def _could_be_somebody(self, party: str) -> bool:
        """Tell whether the name of a party could be somebody's; words of the language are none ("rebels")."""
        is_word = party.islower() and self.known.is_plain(party)
        return tells_who(party) or not (is_word or self.known.is_public(party))

    def _strange_forms(self) -> dict[tuple[str, ...], Form]:
        """Return how the names that nobody knows are written: each whole, and each part that is of one of them alone."""
        wholes: dict[tuple[str, ...], Form] = {}
        parts: dict[tuple[str, ...], Form] = {}
        for name, means in self._strange_names.items():
            words = words_of(name)
            if words:
                wholes[words] = Form(words=words, means=means, needs_capital=len(words) == 1)
        for name in sorted(self._named_in_claims):
            for form in make_forms((name,), (), self._strange_names[name], self._people.common | nouns_of("place")):
                other = parts.get(form.words, form)
                parts[form.words] = form if other.means == form.means else replace(form, means=NAME_WITHHELD)
        return {**parts, **wholes}

    @cached_property
    def _strange_names(self) -> Mapping[str, str]:
        """What stands for each name that nobody knows: a number in the secret order; all spellings of one place have one.

        What claims are told to happen at is a place that is withheld, unless a report takes the name for a person's.
        """
        spelt = {name: place.name for place in self.record.places for name in (*place.names, place.name)}
        persons = {" ".join(words) for words in self._person_names}
        firsts = {name: " ".join(words_of(spelt.get(name, name))) for name in self.strangers}
        sites = {firsts[name] for name in firsts if name in spelt} - persons
        ordered = sorted(set(firsts.values()), key=lambda first: (draw(self.secret, first), first))
        numbers = {
            first: f"{means} {number}"
            for means in (PLACE_WITHHELD, NAME_WITHHELD)
            for number, first in enumerate((one for one in ordered if (one in sites) is (means == PLACE_WITHHELD)), 1)
        }
        return {name: numbers[first] for name, first in firsts.items()}

    @cached_property
    def _public_names(self) -> tuple[str, ...]:
        """The names that others go by: a part that they share with a private person stays in them."""
        voices = (v for v in self.record.voices if v.key not in self.voices and v.is_named)
        mentions = (mention for _, names in self._mentions() for mention in names if self._is_public(mention))
        return tuple(
            dict.fromkeys((*(name for v in voices for name in (v.name, *v.names)), *(one.name for one in mentions)))
        )


_SHORT = 2
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|\([^)]*\)|\S*[/\\\\]\S*")
_WEB = frozenset({"http", "https", "www", "com", "org", "net", "html", "htm", "php", "asp", "aspx", "index", "news", "article", "articles", "world", "story", "example", "txt", "pdf", "jsonl"})  # fmt: skip
