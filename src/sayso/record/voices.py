"""Whose voice is it, in words?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.model.documents import Document
from sayso.model.resolved import Place, ResolvedClaim, Voice

OUTLET = "outlet"


@dataclass(frozen=True)
class Names:
    """The names of voices and places by their keys, and the documents of a record."""

    documents: Mapping[str, Document]
    voices: Mapping[str, Voice]
    places: Mapping[str, Place]

    def voice(self, resolved: ResolvedClaim) -> str:
        """Return the name of the innermost voice; an outlet's own voice is the outlet, or "outlet" when unknown."""
        if not resolved.chain:
            return self.documents[resolved.claim.document].outlet or OUTLET
        voice = self.voices.get(resolved.voice)
        return voice.name if voice else resolved.voice

    def voice_key(self, resolved: ResolvedClaim) -> str:
        """Return what tells voices apart: outlets without a name are as many as their documents."""
        if resolved.chain:
            return resolved.voice
        document = self.documents[resolved.claim.document]
        return f"own {document.outlet or document.id}"

    def place(self, key: str) -> str:
        """Return the name of a place."""
        return self.places[key].name if key in self.places else key

    @cached_property
    def _by_name(self) -> dict[str, str]:
        ordered = sorted(self.places.values(), key=lambda place: place.key, reverse=True)
        return {name.casefold(): place.key for place in ordered for name in (*place.names, place.name)}

    def places_around(self, key: str) -> tuple[str, ...]:
        """Return the keys of the places that a place lies in, the nearest first."""
        if key not in self._around:
            self._around[key] = tuple(self._climb(key))
        return self._around[key]

    @cached_property
    def _around(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _climb(self, key: str) -> list[str]:
        found: list[str] = []
        place = self.places.get(key)
        while place is not None and place.within:
            above = place.within if place.within in self.places else self._by_name.get(place.within.casefold())
            place = None if above is None or above == key or above in found else self.places[above]
            if place is not None:
                found.append(place.key)
        return found
