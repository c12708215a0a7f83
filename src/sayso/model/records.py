"""What stands? Groups, origins, conflicts, control and figures: the record of a case."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claims import Coverage
from sayso.model.derivations import Derived
from sayso.model.documents import Document, Problem
from sayso.model.judgements import Judgement
from sayso.model.kinds import (
    Bound,
    ClaimKind,
    ConflictKind,
    ControlBasis,
    CopyKind,
    Extent,
    Hold,
    Measure,
    RelationKind,
    Scope,
    Standing,
)
from sayso.model.mentions import NameMention
from sayso.model.resolved import DocumentDate, NamedPlace, Place, ResolvedClaim, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where claims first came from: one person, institution or communique on one matter.

    `claims` are those that go back to it; `reasons` one line for each merge; `draws_on` the origins it may
    rest on (they count one in the lower bound). `is_explicit`: it counts towards a number of origins.
    """

    id: str
    group: str
    name: str
    claims: tuple[str, ...]
    reasons: tuple[Derived, ...] = ()
    draws_on: tuple[str, ...] = ()
    is_explicit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims that answer one question the same way.

    `origins` are the lower and upper bound of the number of independent origins; `matter` is the key of the
    question (groups of one matter answer the same question differently). `moves` give, by claim, the reason why it answers
    this question though its own words name another place, day or count. Linking leaves `standing` open.
    """

    id: str
    question: str
    answer: str
    kind: ClaimKind
    place: str | None
    period: str | None
    members: tuple[str, ...]
    origins: tuple[int, int]
    standing: Standing | None = None
    standing_derived: Derived | None = None
    assessed_by: str | None = None
    matter: str = ""
    moves: tuple[tuple[str, Derived], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One answer in a conflict: the groups that give it and their claims."""

    answer: str
    groups: tuple[str, ...]
    claims: tuple[str, ...]
    origins: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Answers that exclude each other, side by side, with the kinds of difference named."""

    id: str
    question: str
    kinds: tuple[ConflictKind, ...]
    sides: tuple[Side, ...]
    derived: Derived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two claims, by a rule."""

    kind: RelationKind
    left: str
    right: str
    derived: Derived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Text that two documents share: `share` is the part of the shorter one, spans pair by position.

    `kind` is what it means: one report, paragraphs of one, a quotation, background, or a later version of one page
    (which need not share a word); `derived` tells why.
    """

    left: str
    right: str
    share: float
    left_spans: tuple[tuple[int, int], ...]
    right_spans: tuple[tuple[int, int], ...]
    kind: CopyKind = CopyKind.COPY
    derived: Derived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking found; `unplaced` are ids of judgements on groups or origins that no longer fit."""

    groups: tuple[Group, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    unplaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRow:
    """Who holds a place on a day, according to one voice."""

    place: str
    date: str | None
    voice: str
    holder: str
    extent: Extent
    share: str | None
    hold: Hold
    basis: ControlBasis
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A line of the ledger: one number of one voice on one matter; `part_of` the line it is a part of.

    `in_part`: it counts a part of the place alone; `is_former`: it is only told as what was counted before.
    """

    id: str
    what: Measure
    of_whom: str | None
    low: float | None
    high: float | None
    bound: Bound
    scope: Scope
    place: str | None
    period: str | None
    voice: str
    words: str
    claims: tuple[str, ...]
    by_rule: bool = False
    part_of: str | None = None
    in_part: bool = False
    is_former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The whole record of a case, derived from documents, settings and judgements alone.

    `dates` and `coverage` run parallel to `documents`; `toponyms` are the places that these name. `held` tells when each document was taken in (ISO
    time, same order); it enters no export. `hides_ties`: it was made without what ties an unnamed voice to a
    named one, and its lower bounds of origins allow for that. `names` are the proper names of each document but for
    those of places (same order; empty: none were looked for). `control` and `figures` of a part of a record are
    worked out when somebody first asks for them.
    """

    title: str | None
    documents: tuple[Document, ...]
    dates: tuple[DocumentDate, ...]
    coverage: tuple[Coverage, ...]
    held: tuple[str, ...]
    voices: tuple[Voice, ...]
    places: tuple[Place, ...]
    claims: tuple[ResolvedClaim, ...]
    groups: tuple[Group, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    control: Sequence[ControlRow]
    figures: Sequence[FigureRow]
    problems: tuple[Problem, ...]
    judgements: tuple[Judgement, ...]
    unplaced: tuple[str, ...]
    toponyms: tuple[NamedPlace, ...] = ()
    hides_ties: bool = False
    names: tuple[tuple[NameMention, ...], ...] = ()
