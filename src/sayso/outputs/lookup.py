"""Which words, group and origin belong to a claim? Finds them by id for the row makers."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from sayso.model.documents import Document
from sayso.model.kinds import TimeBasis
from sayso.model.records import Group, Origin, Record
from sayso.model.resolved import Place, ResolvedClaim, Voice
from sayso.outputs.reviews import NOT_REVIEWED, Reviews

_FIRMEST = (TimeBasis.STATED, TimeBasis.RELATIVE, TimeBasis.EVENT, TimeBasis.DOCUMENT)


class Lookup:
    """The record by ids. Everything is found once and kept."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._texts = {document.id: document.text for document in record.documents}
        self._claims = {resolved.claim.id: resolved for resolved in record.claims}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The group of each claim; of several (an event and its dead) the one of the claim's own kind, else the first."""
        found: dict[str, Group] = {}
        for group in self._record.groups:
            for claim in group.members:
                is_own = claim in self._claims and self._claims[claim].claim.kind is group.kind
                if claim not in found or (is_own and found[claim].kind is not group.kind):
                    found[claim] = group
        return found

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """The origin of each claim in its group."""
        return {
            claim: origin
            for origin in self._record.origins
            for claim in origin.claims
            if claim in self.groups and self.groups[claim].id == origin.group
        }

    def time_basis(self, claims: Sequence[str], day: str | None) -> str:
        """Return on what the day of a row rests, by the firmest of its claims that give this day; else its report's."""
        periods = [self._claims[claim].period for claim in claims if claim in self._claims]
        given = {period.basis for period in periods if period.edtf == day}
        return next((basis.value for basis in _FIRMEST if basis in given), TimeBasis.DOCUMENT.value if day else "none")

    @cached_property
    def reviews(self) -> Reviews:
        """What people reviewed."""
        return Reviews(self._record)

    def reviewed(self, claims: Iterable[str]) -> str:
        """Return who reviewed all the claims of a row, and when; "no" when one was not."""
        return self.reviews.of_all(claims) or NOT_REVIEWED

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self._record.documents}

    @cached_property
    def days(self) -> dict[str, str | None]:
        """The day each document was published, or the days it can have been (EDTF)."""
        dates = self._record.dates
        return {d.document: d.published or ("/".join(d.interval) if d.interval else None) for d in dates}

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

    @cached_property
    def _claims_by_place(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for resolved in self._record.claims:
            for key in dict.fromkeys(resolved.places):
                found.setdefault(key, []).append(resolved.claim.id)
        return found

    def claims_at(self, key: str) -> list[str]:
        """Return the ids of the claims that speak of a place."""
        return self._claims_by_place.get(key, [])

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
