"""What do the words mean in this case? Claims with their voices, places and days found."""

from dataclasses import dataclass

from sayso.model.claims import Claim
from sayso.model.derivations import Derived
from sayso.model.kinds import PlaceKind, Precision, PublicationBasis, Stance, TimeBasis, VoiceKind
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDate:
    """When a document was published: a day (ISO), or an interval [from, to] of days, or neither.

    `interval` always holds the day when there is one. `rivals` are days that other clues give; `depends_on`
    are the documents an inferred day was derived from: it confirms nothing that rests on them.
    """

    document: str
    published: str | None
    interval: tuple[str, str] | None
    basis: PublicationBasis | None
    derived: Derived | None = None
    rivals: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()

    @property
    def not_before(self) -> str | None:
        """The words for a document of which only the earliest day is known, else None."""
        value = self.derived.value if self.derived is not None and self.interval is None else None
        is_open = self.published is None and isinstance(value, str) and value.endswith("/..")
        return f"not before {str(value).removesuffix('/..')}" if is_open else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a claim speaks of, as EDTF (level 1), None when it cannot be told; `written` the words."""

    edtf: str | None
    basis: TimeBasis
    written: Span | None = None
    derived: Derived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place meant. `key` identifies it in the case; `names` are the spellings met or known.

    `within` is what the text or the user sets it in; `part_of` are the divisions that the gazetteer sets it in, the
    nearest first.

    `precision` says how closely it is told: the point of a province is one in its middle. The corners of `polygon` are
    longitude and latitude, as in GeoJSON.
    """

    key: str
    name: str
    kind: PlaceKind | None = None
    within: str | None = None
    part_of: tuple[str, ...] = ()
    country: str | None = None
    names: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None
    polygon: tuple[tuple[float, float], ...] = ()
    derived: Derived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place that a document names at `span`, whatever the name does there ("Damascus denied it", "a French ship").

    `place` is the key of the place of the case that is meant, None for one of the gazetteer alone; `name` is None where
    no table holds the name, nor a place that its words set it in.
    """

    document: str
    span: Span
    derived: Derived
    place: str | None = None
    name: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A source resolved to somebody or to a class.

    `institution` is the body it speaks for; origins count by
    it; `side` the camp the case places that body in; `is_named` false for classes ("activists"). Somebody said that it is
    a private person (`is_private`), or one in public office (`is_public`).
    """

    key: str
    name: str
    kind: VoiceKind
    institution: str | None = None
    side: str | None = None
    draws_on: tuple[str, ...] = ()
    is_named: bool = True
    is_private: bool = False
    is_public: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedClaim:
    """A claim with its meaning in the case.

    `chain` are voice keys from outermost to innermost (empty: the outlet's own voice, whose key is `voice`);
    `agents` and `targets` neutral party names; `places` keys of the most specific places; `against_interest`
    marks a statement against the speaker's own side. `reviewed` tells what a person did with it (accepted,
    edited, added, or None) and `fields_by` names who edited.
    """

    claim: Claim
    chain: tuple[str, ...]
    voice: str
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    place_written: Span | None
    place_derived: Derived | None
    period: Period
    stance: Stance
    against_interest: bool = False
    holder: str | None = None
    reviewed: str | None = None
    reviewed_by: str | None = None
    derived: tuple[Derived, ...] = ()
    hidden_inputs: tuple[str, ...] = ()
    labelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Everything resolution found: voices, places, claims in document order, and unplaced judgements' ids.

    `toponyms` are the places that the documents name, document by document.
    """

    voices: tuple[Voice, ...]
    places: tuple[Place, ...]
    claims: tuple[ResolvedClaim, ...]
    unplaced: tuple[str, ...] = ()
    toponyms: tuple[NamedPlace, ...] = ()
