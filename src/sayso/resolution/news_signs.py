"""Does a claim tell its own day, and if not, does it take its event for known, go on with another or tell news?"""

from sayso.lexicons import read_words
from sayso.model.claims import Claim
from sayso.model.kinds import Basis, ClaimKind, Measure, Scope, Stance, TimeBasis
from sayso.model.resolved import Period
from sayso.resolution.headed_days import is_headed
from sayso.resolution.headed_events import VIOLENT
from sayso.resolution.periods import CONTINUES, EARLIER, FRESH, KNOWN
from sayso.text.days import is_one_day, read_days

TOLD = frozenset({TimeBasis.STATED, TimeBasis.RELATIVE})
# What is destroyed may have been so over a long time.
HARM = VIOLENT - {ClaimKind.DESTRUCTION}
SPOKEN = frozenset({ClaimKind.DIPLOMACY, ClaimKind.AGREEMENT, ClaimKind.POLITICS})
STANDING = frozenset(
    {ClaimKind.CONTROL_STATE, ClaimKind.STRENGTH, ClaimKind.SIEGE, ClaimKind.ARMS, ClaimKind.DISPLACEMENT}
)
GROUND = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.ADVANCE})


def is_toll_of_event(claim: Claim) -> bool:
    """Tell whether a number of dead or hurt can be that of an event just told of: it is of no whole war."""
    is_event = all(figure.scope is not Scope.CUMULATIVE for figure in claim.figures)
    return claim.kind is ClaimKind.TOLL and claim.time_rule in FRESH and claim.timex is None and is_event


def is_counted(claim: Claim, period: Period) -> bool:
    """Tell whether the words beside an event tell its day: "on Monday, a day after rebels shot down a helicopter"."""
    return claim.timex is None and period.basis is TimeBasis.EVENT and period.written is not None


def speaks_of_known(claim: Claim) -> bool:
    """Tell whether a claim takes its event for known, or denies harm that somebody has told of."""
    if claim.time_rule == EARLIER:
        return False
    is_known = claim.time_rule == KNOWN or (claim.basis is Basis.PRESUPPOSED and claim.timex is None)
    return is_known or (claim.time_rule in FRESH and claim.kind in VIOLENT and claim.stance is Stance.DENIES)


def is_undated_news(claim: Claim) -> bool:
    """Tell whether harm is told of in the past without any time, as the news that somebody has told may be."""
    return claim.kind in HARM and claim.timex is None and claim.time_rule in {KNOWN, CONTINUES}


def is_untimed_harm(claim: Claim, period: Period) -> bool:
    """Tell whether harm is told of without any time, so that nothing says that it is not the document's news."""
    if claim.frame in read_words("clause_times", "laid_before"):
        return False
    return claim.kind in HARM and claim.timex is None and claim.tense == "past" and period.edtf is None


def are_alike(one: Claim, other: Claim) -> bool:
    """Tell whether two claims can tell of one sort of event: harm of any sort, or ground that is taken."""
    pair = {one.kind, other.kind}
    return len(pair) == 1 or pair <= VIOLENT or pair <= GROUND


def is_event_news(claim: Claim) -> bool:
    """Tell whether a claim is news of an event: a count of the missing holds on its own day."""
    counted = {figure.what for figure in claim.figures}
    is_event = claim.time_rule == KNOWN or Measure.OTHER not in counted
    return claim.time_rule in FRESH and claim.kind not in STANDING and is_event


def can_lead(told: Claim, claim: Claim) -> bool:
    """Tell whether a claim stands before another and is not only taken for granted."""
    return told.span.start < claim.span.start and told.basis is Basis.STATED


def could_follow(claim: Claim, told: Claim) -> bool:
    """Tell whether one thing can be told as following another: talk does not go on with a fight."""
    return claim.kind not in SPOKEN or told.kind in SPOKEN


def is_news(claim: Claim, period: Period) -> bool:
    """Tell whether a claim is news of its document that has no day but the document's."""
    if claim.kind is ClaimKind.TOLL:
        return False
    return claim.basis is Basis.STATED and period.basis is TimeBasis.DOCUMENT and not speaks_of_known(claim)


def measure_likeness(claim: Claim, other: Claim) -> int:
    """Return how like two claims are: one for the same kind, one for a place of the same name."""
    names = {toponym.name for toponym in claim.toponyms}
    return (claim.kind is other.kind) + (not names.isdisjoint(toponym.name for toponym in other.toponyms))


def tells_time(claim: Claim, period: Period) -> bool:
    """Tell whether the words of a claim, or what it stands under, tell its days."""
    if claim.timex is None and (period.basis is TimeBasis.EVENT or is_headed(period)):
        return is_one_day(period.edtf)
    if claim.timex is None or claim.timex.extent != "at":
        return False
    is_told = period.basis in TOLD or (period.basis is TimeBasis.EVENT and period.written == claim.timex.span)
    days = read_days(period.edtf) if is_told and claim.tense != "future" else None
    return days is not None and days.first is not None and days.last is not None
