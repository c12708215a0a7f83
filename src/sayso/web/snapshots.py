"""What does a page see? One record, by ids. It never changes, so every thread may read it."""

from collections import Counter
from functools import cached_property

from sayso.case.indexes import Index
from sayso.model.documents import Document
from sayso.model.judgements import Judgement
from sayso.model.records import Conflict, Copy, Group, Origin, Record
from sayso.model.resolved import DocumentDate, NamedPlace, Place, ResolvedClaim, Voice
from sayso.outputs.holders import colour_holders
from sayso.outputs.lookup import Lookup
from sayso.outputs.rows import Row, export_table
from sayso.text.decisions import keep_active


class Snapshot:
    """A record by ids; `whole` is the snapshot that a selection was made from, itself when nothing was left out.

    What pages work out from it at some cost is kept in `kept` under a name of theirs.
    """

    def __init__(self, record: Record, whole: "Snapshot | None" = None) -> None:
        self.record = record
        # Not itself: what holds itself is not let go when the next snapshot comes.
        self._whole = whole
        self.index = Index(record)
        self.kept: dict[str, object] = {}
        self._lookup = Lookup(record)

    @property
    def whole(self) -> "Snapshot":
        """The snapshot that this one was selected from."""
        return self._whole or self

    @property
    def claims(self) -> dict[str, ResolvedClaim]:
        """Claims by id."""
        return self.index.claims

    @property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return self.index.documents

    @property
    def dates(self) -> dict[str, DocumentDate]:
        """Days of publication by document."""
        return self.index.dates

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """Voices by key."""
        return {voice.key: voice for voice in self.record.voices}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by key."""
        return {place.key: place for place in self.record.places}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Groups by id."""
        return {group.id: group for group in self.record.groups}

    @cached_property
    def periods(self) -> dict[str, str | None]:
        """The days that each group tells of."""
        return {group.id: group.period for group in self.record.groups}

    @property
    def group_of(self) -> dict[str, Group]:
        """The group of each claim."""
        return self._lookup.groups

    @property
    def origin_of(self) -> dict[str, Origin]:
        """The origin of each claim in its group."""
        return self._lookup.origins

    @cached_property
    def origins_of(self) -> dict[str, list[Origin]]:
        """The origins of each group."""
        found: dict[str, list[Origin]] = {}
        for origin in self.record.origins:
            found.setdefault(origin.group, []).append(origin)
        return found

    @cached_property
    def conflicts_of(self) -> dict[str, list[Conflict]]:
        """The disputes that each group is in."""
        found: dict[str, list[Conflict]] = {}
        for conflict in self.record.conflicts:
            for group in {group for side in conflict.sides for group in side.groups}:
                found.setdefault(group, []).append(conflict)
        return found

    @cached_property
    def claims_in(self) -> dict[str, list[ResolvedClaim]]:
        """The claims of each document, in the order of the text."""
        found: dict[str, list[ResolvedClaim]] = {}
        for resolved in self.record.claims:
            found.setdefault(resolved.claim.document, []).append(resolved)
        for claims in found.values():
            claims.sort(key=lambda resolved: resolved.claim.span)
        return found

    @cached_property
    def toponyms_in(self) -> dict[str, list[NamedPlace]]:
        """The places that each document names, in the order of the text."""
        found: dict[str, list[NamedPlace]] = {}
        for one in self.record.toponyms:
            found.setdefault(one.document, []).append(one)
        return found

    @cached_property
    def document_numbers(self) -> dict[str, int]:
        """Where each document stands in the record."""
        return {document.id: number for number, document in enumerate(self.record.documents)}

    @cached_property
    def copies_of(self) -> dict[str, list[Copy]]:
        """The text that each document shares with others."""
        found: dict[str, list[Copy]] = {}
        for copy in self.record.copies:
            for document in (copy.left, copy.right):
                found.setdefault(document, []).append(copy)
        return found

    def claims_at(self, place: str) -> list[str]:
        """Return the ids of the claims that speak of a place."""
        return self._lookup.claims_at(place)

    def claims_by(self, voice: str) -> list[str]:
        """Return the ids of the claims that a voice says or relays."""
        return self._lookup.claims_of_voice(voice)

    def rows(self, table: str) -> list[Row]:
        """Return the rows of an exported table, with all that exports withhold."""
        return list(export_table(table, self.record, self._lookup))

    @cached_property
    def voices_by_use(self) -> list[Voice]:
        """The voices that are heard, those of the most claims first."""
        heard = [voice for voice in self.record.voices if self.claims_by(voice.key)]
        return sorted(heard, key=lambda voice: (-len(self.claims_by(voice.key)), voice.name))

    @cached_property
    def places_by_use(self) -> list[Place]:
        """The places that claims speak of, those of the most claims first."""
        named = [place for place in self.record.places if self.claims_at(place.key)]
        return sorted(named, key=lambda place: (-len(self.claims_at(place.key)), place.name))

    @cached_property
    def judgements_of(self) -> dict[str, list[Judgement]]:
        """The judgements on each claim or document that nobody has taken back, oldest first."""
        found: dict[str, list[Judgement]] = {}
        for judgement in self.active:
            for about in {judgement.claim, judgement.document} - {None}:
                found.setdefault(str(about), []).append(judgement)
        return found

    @cached_property
    def active(self) -> tuple[Judgement, ...]:
        """The judgements that nobody has taken back."""
        return keep_active(self.record.judgements)

    @cached_property
    def side_numbers(self) -> dict[str, int]:
        """A number for each side, from 1 in the order of their names: its colour on all pages."""
        sides = sorted({voice.side for voice in self.whole.record.voices if voice.side})
        return {side: number for number, side in enumerate(sides, 1)}

    @cached_property
    def holder_colours(self) -> dict[str, int]:
        """The number of the colour of each holder, the same on all pages."""
        return colour_holders((row.holder for row in self.whole.record.control), self.side_numbers)

    @cached_property
    def standings(self) -> Counter[str]:
        """How many groups stand how."""
        return Counter(group.standing.value for group in self.record.groups if group.standing)

    def quote(self, claim: str) -> str:
        """Return the exact words of a claim."""
        return self.index.quote(self.claims[claim])
