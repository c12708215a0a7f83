"""Which part of a record is asked for? Clocks and filters."""

from dataclasses import dataclass
from functools import cached_property

from sayso.model.kinds import ClaimKind, Standing
from sayso.model.records import Group, Record
from sayso.model.resolved import ResolvedClaim
from sayso.record.names import is_named
from sayso.record.voices import Names
from sayso.text.days import FIRST_DAY, LAST_DAY, Run, number_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for; None asks nothing.

    `on`, `since` and `until` are days (or months, years) on which it happened; `as_of` the day by which it had
    been published, `as_held` the time by which it had been taken in (ISO). `opposed` are the pairs of sides
    the case calls opposed, needed only where counts are made anew.
    """

    on: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    as_held: str | None = None
    place: str | None = None
    voice: str | None = None
    kind: ClaimKind | None = None
    standing: Standing | None = None
    min_origins: int | None = None
    opposed: tuple[tuple[str, str], ...] = ()

    @property
    def has_clock(self) -> bool:
        """Tell whether documents are left out, so that counts and standings must be made anew."""
        return self.as_of is not None or self.as_held is not None

    @property
    def has_filter(self) -> bool:
        """Tell whether a part of what the clocks leave is chosen."""
        filters = (self.on, self.since, self.until, self.place, self.voice, self.kind, self.standing, self.min_origins)
        return any(asked is not None for asked in filters)


@dataclass(frozen=True)
class Wanted:
    """Tells what of a record a selection asks for."""

    record: Record
    selection: Selection

    @cached_property
    def names(self) -> Names:
        """The names of the record."""
        return Names(
            {document.id: document for document in self.record.documents},
            {voice.key: voice for voice in self.record.voices},
            {place.key: place for place in self.record.places},
        )

    def documents(self) -> list[int]:
        """Return the numbers of the documents that were there by the clocks; an undated one counts as not yet."""
        last = number_days(self.selection.as_of)
        kept = []
        for number, date in enumerate(self.record.dates):
            days = number_days(date.interval[1] if date.interval else date.published)
            is_out = last is None or (days is not None and days.last <= last.last)
            if is_out and _is_held(self.record.held[number], self.selection.as_held):
                kept.append(number)
        return kept

    def is_claim(self, resolved: ResolvedClaim) -> bool:
        """Tell whether a claim is of the days, place, voice and kind asked for."""
        asked = self.selection
        is_kind = asked.kind is None or resolved.claim.kind is asked.kind
        return is_kind and self._is_when(resolved) and self._is_where(resolved) and self._is_who(resolved)

    def is_group(self, group: Group) -> bool:
        """Tell whether a group has the standing and number of origins asked for."""
        asked = self.selection
        is_standing = asked.standing is None or group.standing is asked.standing
        return is_standing and (asked.min_origins is None or group.origins[0] >= asked.min_origins)

    def _is_when(self, resolved: ResolvedClaim) -> bool:
        window = self._window
        if window is None:
            return True
        days = number_days(resolved.period.edtf)
        return days is not None and days.overlaps(window)

    @cached_property
    def _window(self) -> Run | None:
        on, since, until = (number_days(day) for day in (self.selection.on, self.selection.since, self.selection.until))
        if on is None and since is None and until is None:
            return None
        first = max(days.first for days in (on, since, Run(FIRST_DAY, LAST_DAY)) if days)
        return Run(first, min(days.last for days in (on, until, Run(FIRST_DAY, LAST_DAY)) if days))

    def _is_where(self, resolved: ResolvedClaim) -> bool:
        return self.selection.place is None or any(key in self._places for key in resolved.places)

    @cached_property
    def _places(self) -> frozenset[str]:
        wanted = self.selection.place or ""
        named = {p.key for p in self.record.places if is_named(wanted, (p.key, p.name, *p.names))}
        return frozenset(
            place.key
            for place in self.record.places
            if place.key in named
            or not named.isdisjoint(self.names.places_around(place.key))
            or is_named(wanted, (place.within, place.country))
        )

    def _is_who(self, resolved: ResolvedClaim) -> bool:
        if self.selection.voice is None:
            return True
        own = () if resolved.chain else (self.names.voice(resolved),)
        keys = (*resolved.chain, resolved.voice)
        return any(key in self._voices for key in keys) or is_named(self.selection.voice, own)

    @cached_property
    def _voices(self) -> frozenset[str]:
        wanted = self.selection.voice or ""
        return frozenset(v.key for v in self.record.voices if is_named(wanted, (v.key, v.name, *v.names)))


def _is_held(held: str, limit: str | None) -> bool:
    """Tell whether a document had been taken in; a limit that is a day means its end."""
    return limit is None or held[: len(limit)] <= limit
