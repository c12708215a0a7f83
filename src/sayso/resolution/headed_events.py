"""Is a page headed by one event with its day? "Blast at a school in Rahna, 7 November 2018": it tells of that."""

from sayso.model.claims import Claim, Reading
from sayso.model.kinds import ClaimKind, PassageKind

# A value that names one day is as long as this.
_DAY = len("2018-11-07")
VIOLENT = frozenset(
    {
        ClaimKind.AIR_STRIKE,
        ClaimKind.SHELLING,
        ClaimKind.EXPLOSION,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
        ClaimKind.CLASH,
        ClaimKind.TOLL,
        ClaimKind.DESTRUCTION,
    }
)


def find_heading_event(reading: Reading) -> Claim | None:
    """Return the violence that the headlines of a page tell with one date of a day and month, None without or of several."""
    heads = [p.span for p in reading.passages if p.kind is PassageKind.HEADLINE]
    told = [c for c in reading.claims if c.kind in VIOLENT and any(head.holds(c.span) for head in heads)]
    dated = [c for c in told if c.timex is not None and c.timex.extent == "at" and _is_whole(c)]
    return dated[0] if len({c.timex.span for c in dated if c.timex}) == 1 else None


def _is_whole(claim: Claim) -> bool:
    timex = claim.timex
    return timex is not None and timex.weekday is None and (timex.day is not None or len(timex.value or "") == _DAY)
