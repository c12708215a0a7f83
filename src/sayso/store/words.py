"""What do the rows of a record say beside the thing that each is about?"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from sayso.model.records import Record


class Changed(NamedTuple):
    """Of which voices, places and judgements something else is said than before."""

    voices: Set[str]
    places: Set[str]
    unplaced: Set[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What rows say beside the thing that each is about: names of voices and places, texts of documents, lines unplaced."""

    voices: Mapping[str, str]
    places: Mapping[str, str]
    texts: Mapping[str, str]
    unplaced: frozenset[str]

    @staticmethod
    def of(record: Record) -> "Words":
        """Return the words of a record."""
        return Words(
            voices={voice.key: voice.name for voice in record.voices},
            places={place.key: place.name for place in record.places},
            texts={document.id: document.text for document in record.documents},
            unplaced=frozenset(record.unplaced),
        )

    def find_changed(self, before: "Words") -> Changed:
        """Return of what something else is said than before."""
        return Changed(
            voices={key for key, _ in self.voices.items() ^ before.voices.items()},
            places={key for key, _ in self.places.items() ^ before.places.items()},
            unplaced=self.unplaced ^ before.unplaced,
        )

    def voice(self, key: str) -> str:
        """Return the name of a voice, its key where it has none."""
        return self.voices.get(key, key)

    def place(self, key: str) -> str:
        """Return the name of a place, its key where it has none."""
        return self.places.get(key, key)
