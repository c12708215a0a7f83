"""What is said? One claim is one answer by one chain, as one document reads."""

from dataclasses import dataclass, field

from sayso.model.attributions import Attributions, Source
from sayso.model.derivations import Derived
from sayso.model.documents import Document, Problem
from sayso.model.kinds import (
    Basis,
    Bound,
    ClaimKind,
    Extent,
    Hold,
    Measure,
    Scope,
    Stance,
)
from sayso.model.mentions import ActorMention, GeographicName, Mentions, NameMention, Referent, Timex, Toponym
from sayso.model.parses import Parse
from sayso.model.passages import Passage
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFigure:
    """A figure inside a claim: the words, what they count, of whom and over what.

    `in_part`: it counts a part of the place alone ("fewer than 200 are left in the besieged parts of the town").
    `is_former`: it is what was counted before ("rose to 54 from *41*"), and answers no question about now.
    """

    span: Span
    what: Measure
    of_whom: str | None
    low: float | None
    high: float | None
    bound: Bound
    scope: Scope
    by_rule: bool = False
    is_part: bool = False
    is_additional: bool = False
    in_part: bool = False
    is_former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlReading:
    """What a claim says of who holds ground: the holder is the claim's agent unless `holder_is_target`."""

    extent: Extent
    hold: Hold
    share: float | None = None
    share_written: Span | None = None
    holder_is_target: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition by one chain in one document, with the words it stands on. Nothing is resolved yet.

    `span` is the smallest run of text that carries it, `sentence` the sentence; `frame` the row of the frame
    table that found it. `toponyms` may be inherited from the context: `place_rule` says how they were
    chosen; `tense` is past, present or future; `is_negated` tells the polarity of the words themselves and
    `stance` the whole (cue, negation, hedges). `loaded` are partisan words inside the span.
    `is_admitted`: the cue is a word of owning up ("acknowledged"). `sub_event` is the type of ACLED's that it reports, if any. `persons` are those whom it tells of one by one, without a number ("killed a policeman").
    """

    id: str
    document: str
    span: Span
    sentence: Span
    kind: ClaimKind
    frame: str
    chain: tuple[Source, ...] = ()
    source_span: Span | None = None
    cue_span: Span | None = None
    agent: ActorMention | None = None
    co_agents: tuple[ActorMention, ...] = ()
    target: ActorMention | None = None
    toponyms: tuple[Toponym, ...] = ()
    place_rule: str = "claims.no_place"
    timex: Timex | None = None
    time_rule: str = "claims.no_time"
    tense: str = "past"
    is_standing: bool = False
    figures: tuple[ClaimFigure, ...] = ()
    persons: tuple[ClaimFigure, ...] = ()
    stance: Stance = Stance.ASSERTS
    is_negated: bool = False
    basis: Basis = Basis.STATED
    is_quoted: bool = False
    is_admitted: bool = False
    control: ControlReading | None = None
    loaded: tuple[Span, ...] = ()
    channel: str | None = None
    sub_event: str | None = None
    derived: Derived | None = None

    @property
    def around(self) -> Span:
        """Its sentence, and its own words where they go beyond it."""
        return Span(min(self.sentence.start, self.span.start), max(self.sentence.end, self.span.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """A document with all that the stages have found so far; each stage reads it and returns its own layer."""

    document: Document
    passages: tuple[Passage, ...]
    parse: Parse
    mentions: Mentions = field(default_factory=Mentions)
    referents: tuple[Referent, ...] = ()
    attributions: Attributions = field(default_factory=lambda: Attributions(items=(), of_token=(), quoted=()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a document was read: sentences, how many gave a claim, how many hold a cue or figure but none."""

    sentences: int
    with_claim: int
    silent: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one document gives by itself. Pure and cached: no other document, place or judgement enters.

    `timexes` are all time expressions of the document (dating uses them), `toponyms` the places that something may
    have happened at, `geographic_names` all names of places, whatever they do in the text, `names` all its other proper
    names with the words that mean their bearers. `speaking` are the words that only tell who speaks, and where.
    """

    document: Document
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    geographic_names: tuple[GeographicName, ...] = ()
    names: tuple[NameMention, ...] = ()
    speaking: tuple[Span, ...] = ()
    coverage: Coverage
    problems: tuple[Problem, ...] = ()
