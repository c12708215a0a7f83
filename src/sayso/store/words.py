"""What do the rows of a record say beside the thing that each is about?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model.records import Record


@dataclass(frozen=True, slots=True)
class Words:
    """What rows say beside the thing that each is about: names of voices and places, texts of documents, lines unplaced."""

    names: Mapping[str, str]
    texts: Mapping[str, str]
    unplaced: frozenset[str]

    @staticmethod
    def of(record: Record) -> "Words":
        """Return the words of a record."""
        voices = {f"voice {voice.key}": voice.name for voice in record.voices}
        return Words(
            names=voices | {f"place {place.key}": place.name for place in record.places},
            texts={document.id: document.text for document in record.documents},
            unplaced=frozenset(record.unplaced),
        )

    def find_changed(self, before: "Words") -> frozenset[str]:
        """Return what `Table.uses` may name of which something else is said than before."""
        keys = {key for key in self.names.keys() | before.names.keys() if self.names.get(key) != before.names.get(key)}
        return frozenset(keys | (self.unplaced ^ before.unplaced))

    def voice(self, key: str) -> str:
        """Return the name of a voice, its key where it has none."""
        return self.names.get(f"voice {key}", key)

    def place(self, key: str) -> str:
        """Return the name of a place, its key where it has none."""
        return self.names.get(f"place {key}", key)
