"""Which document, voice and place does a claim speak of? Finds and names them by id for the readers of a record."""

from functools import cached_property

from sayso.model.documents import Document
from sayso.model.records import Group, Record
from sayso.model.resolved import DocumentDate, ResolvedClaim

ARROW = " › "


class Index:
    """A record by ids. Everything is found once and kept."""

    def __init__(self, record: Record) -> None:
        self.record = record

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.record.documents}

    @cached_property
    def dates(self) -> dict[str, DocumentDate]:
        """Days of publication by document."""
        return {date.document: date for date in self.record.dates}

    @cached_property
    def claims(self) -> dict[str, ResolvedClaim]:
        """Claims by id."""
        return {resolved.claim.id: resolved for resolved in self.record.claims}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The group of each claim."""
        return {claim: group for group in self.record.groups for claim in group.members}

    @cached_property
    def voice_names(self) -> dict[str, str]:
        """Names of voices by key."""
        return {voice.key: voice.name for voice in self.record.voices}

    @cached_property
    def place_names(self) -> dict[str, str]:
        """Names of places by key."""
        return {place.key: place.name for place in self.record.places}

    def chain(self, resolved: ResolvedClaim) -> str:
        """Return the voices from outermost to innermost; the outlet's own voice when nobody else is named."""
        return ARROW.join(self.voice_names.get(key, key) for key in resolved.chain or (resolved.voice,))

    def places(self, resolved: ResolvedClaim) -> str:
        """Return the places a claim speaks of, in one line."""
        return "; ".join(self.place_names.get(key, key) for key in resolved.places)

    def quote(self, resolved: ResolvedClaim) -> str:
        """Return the exact words of a claim."""
        return resolved.claim.span.read(self.documents[resolved.claim.document].text)
