"""Which words, group and origin belong to a claim? Finds them by id for the row makers."""

from functools import cached_property

from sayso.model.records import Group, Origin, Record
from sayso.model.resolved import Place, ResolvedClaim, Voice


class Lookup:
    """The record by ids. Everything is found once and kept."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._texts = {document.id: document.text for document in record.documents}
        self._claims = {resolved.claim.id: resolved for resolved in record.claims}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The group of each claim."""
        return {claim: group for group in self._record.groups for claim in group.members}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """The origin of each claim."""
        return {claim: origin for origin in self._record.origins for claim in origin.claims}

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """Voices by key."""
        return {voice.key: voice for voice in self._record.voices}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by key."""
        return {place.key: place for place in self._record.places}

    @cached_property
    def _claims_by_voice(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for resolved in self._record.claims:
            for key in dict.fromkeys((*resolved.chain, resolved.voice)):
                found.setdefault(key, []).append(resolved.claim.id)
        return found

    def claims_of_voice(self, key: str) -> list[str]:
        """Return the ids of the claims a voice says or relays."""
        return self._claims_by_voice.get(key, [])

    def claim(self, claim: str) -> ResolvedClaim:
        """Return a claim by its full id."""
        return self._claims[claim]

    def text(self, document: str) -> str:
        """Return the reading text of a document."""
        return self._texts[document]

    def quote(self, claim: str) -> str | None:
        """Return the exact words of a claim; None when it is not in this selection."""
        resolved = self._claims.get(claim)
        return resolved.claim.span.read(self._texts[resolved.claim.document]) if resolved else None
