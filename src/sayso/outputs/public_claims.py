"""How does a claim read where it is sent on? With its words, or with what is left of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sayso.model.kinds import VoiceKind
from sayso.model.records import Record
from sayso.model.resolved import Voice
from sayso.outputs.coarse import blur_figure, find_week
from sayso.outputs.unique_roles import is_single
from sayso.outputs.withheld import CLASSES, WORDS_WITHHELD, Withheld

Row = dict[str, Any]
_REPORTERS = frozenset({VoiceKind.OUTLET, VoiceKind.AGENCY})


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
        return {
            **left,
            "alt_kinds": [],
            "chain": [self._blur_voice(voice) for voice in left["chain"][-1:]],
            "id": self.withheld.names[row["id"]],
            "doc": None,
            "span": None,
            "sentence": None,
            "attribution": {"source": None, "cue": None},
            "actors": self._actors(row["actors"]),
            "place": {**row["place"], "written": None} if row["place"] else None,
            "time": {**time, "written": None, "edtf": find_week(time["edtf"])},
            "figures": [blur_figure(hide_whom({**figure, "span": None})) for figure in row["figures"]],
            "loaded": [],
            "persons": [hide_whom({**person, "span": None, "words": WORDS_WITHHELD}) for person in row["persons"]],
            "note": None,
            "quote": WORDS_WITHHELD,
            "context": WORDS_WITHHELD,
            "labelled": [],
            "rule": None,
            "outlet": self.withheld.outlet_class(document),
            "published": find_week(row["published"]),
        }

    def tell_speaker(self, claim: str) -> str:
        """Return who says a claim that is withheld: its innermost voice, else what sort of outlet published it."""
        chain = self._chains[claim]
        if not chain:
            return self.withheld.outlet_class(self._documents[self._document_of[claim]])
        name = self.name(chain[-1].name, ())
        return str(self._blur_voice({"name": name, "kind": chain[-1].kind.value})["name"])

    def is_relay(self, name: str, claim: str) -> bool:
        """Tell whether a name is that of who only passes a claim on, or of an agency or outlet: none is told of one withheld."""
        if name in self.outlets or name in self._agencies:
            return True
        chain = self._chains[claim]
        return name in {voice.name for voice in chain[:-1]} - {voice.name for voice in chain[-1:]}

    @cached_property
    def _agencies(self) -> frozenset[str]:
        spoken = (voice.name for voice in self.record.voices if voice.kind in _REPORTERS)
        return frozenset((*spoken, *(name for one in self.record.documents for name in one.agencies)))

    @cached_property
    def _chains(self) -> Mapping[str, tuple[Voice, ...]]:
        voices = {voice.key: voice for voice in self.record.voices}
        return {one.claim.id: tuple(voices[key] for key in one.chain) for one in self.record.claims}

    @cached_property
    def _document_of(self) -> Mapping[str, str]:
        return {one.claim.id: one.claim.document for one in self.record.claims}

    def _blur_voice(self, voice: Mapping[str, str]) -> dict[str, str]:
        """Return a voice; an agency or outlet by its sort, for its name would tell in which of few reports it speaks."""
        kind = VoiceKind(voice["kind"])
        return {**voice, "name": CLASSES[kind] if kind in _REPORTERS else voice["name"]}

    def _actors(self, actors: Mapping[str, str | None]) -> dict[str, str | None]:
        return {role: self.withheld.privacy.hide(name) for role, name in actors.items()}

    @cached_property
    def _documents(self) -> Mapping[str, Any]:
        return {document.id: document for document in self.record.documents}
