"""How does a claim read where it is sent on? With its words, or with what is left of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.model.kinds import TimeBasis
from sayso.model.records import Record
from sayso.outputs.unique_roles import is_single
from sayso.outputs.withheld import WORDS_WITHHELD, Withheld, find_week

Row = dict[str, Any]


def hide_whom(row: Row) -> Row:
    """Return the row of a number, or of one who is told of alone, without whom it tells of where few are that."""
    return {**row, "of_whom": None} if tells_of_one(row) else row


def tells_of_one(row: Row) -> bool:
    """Tell whether the row of a number, or of one who is told of alone, tells of one of whom a place has few."""
    return row.get("low", 1) == row.get("high", 1) == 1 and is_single(row["of_whom"])


@dataclass(frozen=True)
class ClaimCutter:
    """Takes out of the row of a claim what is withheld."""

    record: Record
    withheld: Withheld

    def cut(self, row: Row) -> Row:
        """Return the row of a claim as it may be sent on: as it is, or without words, places in the text and report."""
        left = {**row, "chain": [{**voice, "name": self.name(voice["name"], ())} for voice in row["chain"]]}
        left["origin"] = None if row["id"] in self.withheld.claims else row["origin"]
        return self._withhold(row, left) if row["id"] in self.withheld.claims else self._tidy(left)

    def name(self, name: str, others: Iterable[str]) -> str:
        """Return how a voice is written: its name, a pseudonym, or its sort."""
        found = self._names.get(name)
        if found is not None:
            return found
        return next((self._names[other] for other in others if other in self._names), name)

    @cached_property
    def outlets(self) -> Mapping[str, str]:
        """The sort of each outlet by its name."""
        classes = {one.outlet: self.withheld.outlet_class(one) for one in self.record.documents if one.outlet}
        named = {
            voice.name: _one
            for voice in self.record.voices
            for outlet, _one in classes.items()
            if outlet in voice.names
        }
        return {**named, **classes}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {voice.name: self.withheld.describe(voice) for voice in self.record.voices}

    def _tidy(self, left: Row) -> Row:
        """Return a claim that is shown, without notes that could name somebody and outlets that could be one person's."""
        outlet = self.withheld.name_outlet(self._documents[left["doc"]])
        return {**left, "note": self._note(left["note"]), "outlet": outlet}

    def _note(self, note: str | None) -> str | None:
        return None if note and not self.withheld.privacy.is_plain(note) else note

    def _withhold(self, row: Row, left: Row) -> Row:
        document = self._documents[row["doc"]]
        time = row["time"]
        is_reported = time["basis"] == TimeBasis.DOCUMENT.value
        return {
            **left,
            "id": self.withheld.names[row["id"]],
            "doc": None,
            "span": None,
            "sentence": None,
            "attribution": {"source": None, "cue": None},
            "actors": self._actors(row["actors"]),
            "place": {**row["place"], "written": None} if row["place"] else None,
            "time": {**time, "written": None, "edtf": find_week(time["edtf"]) if is_reported else time["edtf"]},
            "figures": [hide_whom({**figure, "span": None}) for figure in row["figures"]],
            "loaded": [],
            "persons": [hide_whom({**person, "span": None, "words": WORDS_WITHHELD}) for person in row["persons"]],
            "note": None,
            "quote": WORDS_WITHHELD,
            "context": WORDS_WITHHELD,
            "labelled": [],
            "outlet": self.withheld.outlet_class(document),
            "published": find_week(row["published"]),
        }

    def _actors(self, actors: Mapping[str, str | None]) -> dict[str, str | None]:
        return {role: self.withheld.privacy.hide(name) for role, name in actors.items()}

    @cached_property
    def _documents(self) -> Mapping[str, Any]:
        return {document.id: document for document in self.record.documents}
