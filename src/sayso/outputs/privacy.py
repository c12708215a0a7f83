"""How is a private person written where the record is sent on? As one, without a name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.lexicons import read_toml
from sayso.model.records import Record
from sayso.model.resolved import Voice

SOMEBODY = "a private person"
# What holds a name as an address does: it cannot be written otherwise and still lead somewhere.
_ADDRESSES = frozenset({"url"})
_SHORTEST_PART = 3
_TITLED = ("source_roles", "place_words")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Privacy:
    """The private persons of a record, and how each is written: "private person 1", in the order of the claims."""

    record: Record

    @cached_property
    def persons(self) -> tuple[Voice, ...]:
        """The private persons, in the order in which the record first hears them."""
        private = {voice.key: voice for voice in self.record.voices if voice.is_private}
        heard = dict.fromkeys(key for resolved in self.record.claims for key in (*resolved.chain, resolved.voice))
        return tuple(private[key] for key in dict.fromkeys((*heard, *private)) if key in private)

    def hide(self, value: Any) -> Any:  # noqa: ANN401 - a cell holds any plain value
        """Return a value of a row, however nested, with every private person's name replaced."""
        if not self.persons:
            return value
        if isinstance(value, str):
            return self._pattern.sub(lambda found: self._shown(found.group()), value)
        if isinstance(value, Mapping):
            return {name: self._hide_cell(name, part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.hide(part) for part in value]
        return value

    def _hide_cell(self, name: str, value: Any) -> Any:  # noqa: ANN401
        if name in _ADDRESSES and isinstance(value, str) and self._pattern.search(value):
            return None
        return self.hide(value)

    def _shown(self, written: str) -> str:
        form = _fold(written)
        return self._labels.get(form, written if form in self._others else SOMEBODY)

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """How each form of a name is written; one that two private persons share names neither."""
        found: dict[str, str] = {}
        for number, voice in enumerate(self.persons, 1):
            label = f"private person {number}"
            for form in {_fold(form) for form in self._forms(voice)}:
                found[form] = label if found.get(form, label) == label else SOMEBODY
        return found

    @cached_property
    def _others(self) -> Mapping[str, str]:
        """The names of several words that others go by: a part they share with a private person stays in them."""
        others = (name for voice in self.record.voices if not voice.is_private for name in (voice.name, *voice.names))
        return {
            _fold(name): name for name in others if len(_WORD.findall(name)) > 1 and _fold(name) not in self._labels
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = {form for voice in self.persons for form in self._forms(voice)} | set(self._others.values())
        ordered = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(_expression, ordered))})(?![^\W_])")

    def _forms(self, voice: Voice) -> Iterator[str]:
        """Yield the ways in which a person may be written: each name, and each part of it that is his alone."""
        for name in (voice.name, *voice.names):
            words = _WORD.findall(name)
            if words:
                yield name
                yield from (word for word in words if _is_telling(word) and word.casefold() not in self._common)

    @cached_property
    def _common(self) -> frozenset[str]:
        """The words of titles and of the names of places, by which no person is found."""
        names = " ".join(name for place in self.record.places for name in (place.name, *place.names))
        titles = (title for table in _TITLED for title in read_toml(table)["titles"]["words"])
        return frozenset(word.casefold() for word in _WORD.findall(" ".join((names, *titles))))


def _is_telling(word: str) -> bool:
    return len(word) >= _SHORTEST_PART and word[:1].isupper()


def _expression(form: str) -> str:
    """Return what finds a form: a name of several words in any case and joined by anything, one word as a name."""
    words = _WORD.findall(form)
    if len(words) > 1:
        return "(?i:" + r"[\W_]+".join(map(re.escape, words)) + ")"
    return "|".join(re.escape(word) for word in dict.fromkeys((words[0], words[0].upper())))


def _fold(form: str) -> str:
    return " ".join(_WORD.findall(form)).casefold()
