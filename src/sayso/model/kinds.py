"""What closed lists does the record use? The words are the field's own; see ARCHITECTURE.md."""

from enum import StrEnum


class ClaimKind(StrEnum):
    """What sort of thing a claim says."""

    CONTROL_CHANGE = "control_change"
    CONTROL_STATE = "control_state"
    ADVANCE = "advance"
    WITHDRAWAL = "withdrawal"
    CLASH = "clash"
    SHELLING = "shelling"
    AIR_STRIKE = "air_strike"
    EXPLOSION = "explosion"
    VIOLENCE_AGAINST_CIVILIANS = "violence_against_civilians"
    TOLL = "toll"
    STRENGTH = "strength"
    SIEGE = "siege"
    AID = "aid"
    EVACUATION = "evacuation"
    DISPLACEMENT = "displacement"
    DESTRUCTION = "destruction"
    ARMS = "arms"
    AGREEMENT = "agreement"
    DIPLOMACY = "diplomacy"
    PROTEST = "protest"
    POLITICS = "politics"
    CHARACTERISATION = "characterisation"
    FORECAST = "forecast"
    BACKGROUND = "background"


NOT_CORE = frozenset({ClaimKind.CHARACTERISATION, ClaimKind.FORECAST, ClaimKind.BACKGROUND})


class VoiceKind(StrEnum):
    """What sort of source a voice is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    STATE_MEDIA = "state_media"
    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    OPPOSITION = "opposition"
    ACTIVIST = "activist"
    MONITOR = "monitor"
    NGO = "ngo"
    UN = "un"
    FOREIGN_GOVERNMENT = "foreign_government"
    EXPERT = "expert"
    WITNESS = "witness"
    RESIDENT = "resident"
    MEDIC = "medic"
    UNNAMED_OFFICIAL = "unnamed_official"
    UNNAMED_SOURCE = "unnamed_source"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How a voice holds to what it says; `concedes` is only exported, made from `against_interest`."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    HEDGES = "hedges"
    EXPECTS = "expects"
    CONCEDES = "concedes"


# Who says it, surely or not; who speaks against it.
SAID = frozenset({Stance.ASSERTS, Stance.HEDGES})
REJECTING = frozenset({Stance.DENIES, Stance.DOUBTS})


class Basis(StrEnum):
    """How a text puts a claim: said outright, taken for granted, or under a condition."""

    STATED = "stated"
    PRESUPPOSED = "presupposed"
    CONDITIONAL = "conditional"


class Bound(StrEnum):
    """How the words limit a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Measure(StrEnum):
    """What a figure counts."""

    FATALITIES = "fatalities"
    INJURED = "injured"
    DISPLACED = "displaced"
    BESIEGED = "besieged"
    EVACUATED = "evacuated"
    FIGHTERS = "fighters"
    RESIDENTS = "residents"
    DETAINED = "detained"
    DESTROYED_SHARE = "destroyed_share"
    OTHER = "other"


class Scope(StrEnum):
    """Over what a figure counts."""

    INCIDENT = "incident"
    CUMULATIVE = "cumulative"
    STATE = "state"


class TimexKind(StrEnum):
    """The four types of TIMEX3."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class AnchorKind(StrEnum):
    """What a time expression hangs on."""

    ABSOLUTE = "absolute"
    DOCUMENT = "document"
    EVENT = "event"
    NONE = "none"


class TimeBasis(StrEnum):
    """Where a claim's period comes from."""

    STATED = "stated"
    RELATIVE = "relative"
    DOCUMENT = "document"
    EVENT = "event"
    NONE = "none"


class PublicationBasis(StrEnum):
    """Where a document's day comes from."""

    STATED = "stated"
    METADATA = "metadata"
    USER = "user"
    INFERRED = "inferred"


class Precision(StrEnum):
    """How closely a place is told: a point is one building or crossing, a region no unit of a state."""

    POINT = "point"
    DISTRICT = "district"
    TOWN = "town"
    SECOND_DIVISION = "second_division"
    FIRST_DIVISION = "first_division"
    COUNTRY = "country"
    REGION = "region"


class PlaceKind(StrEnum):
    """What sort of place a name means."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    DISTRICT = "district"
    BUILDING = "building"
    RIVER = "river"
    ROAD = "road"
    OTHER = "other"


class PassageKind(StrEnum):
    """What part of an article a passage is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    NOTICE = "notice"


class Extent(StrEnum):
    """How much of a place somebody is said to hold."""

    WHOLE = "whole"
    MOST = "most"
    SHARE = "share"
    PART = "part"
    PRESENCE = "presence"
    UNSAID = "unsaid"


class Hold(StrEnum):
    """In what way a place is held."""

    HELD = "held"
    CONTESTED = "contested"
    BESIEGED = "besieged"
    CUT_OFF = "cut_off"
    ENTERED = "entered"


class ControlBasis(StrEnum):
    """On what a statement of control rests."""

    ANNOUNCED = "announced"
    OBSERVED = "observed"
    ASSESSED = "assessed"
    PRESUPPOSED = "presupposed"


class Standing(StrEnum):
    """What stands after all claims on one question."""

    AGREED = "agreed"
    AGREED_BY_OPPOSED = "agreed_by_opposed"
    SINGLE_ORIGIN = "single_origin"
    DISPUTED = "disputed"
    DENIED = "denied"
    SUPERSEDED = "superseded"
    STALE = "stale"


class RelationKind(StrEnum):
    """How one claim stands to another."""

    SAME = "same"
    REFINES = "refines"
    PART_OF = "part_of"
    CONFLICTS = "conflicts"
    UPDATES = "updates"
    CORRECTS = "corrects"
    RETRACTS = "retracts"


class CopyKind(StrEnum):
    """What it means that two documents share text, or are two versions of one page."""

    COPY = "copy"
    PARTIAL = "partial"
    QUOTATION = "quotation"
    BACKGROUND = "background"
    VERSION = "version"


class ConflictKind(StrEnum):
    """In what two claims differ."""

    VALUE = "value"
    NEGATION = "negation"
    DOUBT = "doubt"
    EXTENT = "extent"
    TIME = "time"
    PLACE = "place"
    AGENT = "agent"
    CHARACTERISATION = "characterisation"


class JudgementKind(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    ADD = "add"
    DATE = "date"
    MERGE = "merge"
    SPLIT = "split"
    ASSESS = "assess"
    PRIVATE = "private"
    READ = "read"
    UNDO = "undo"
