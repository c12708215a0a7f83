"""Which events do the words of a document count from, and what day do they stand beside?"""

from collections.abc import Sequence

from sayso.lexicons.happenings import tell_now
from sayso.model.claims import Claim, Reading
from sayso.model.kinds import AnchorKind, PassageKind
from sayso.model.mentions import Timex
from sayso.text.claims import find_claim_at

CLAUSE = "mentions.event_clause"
LOOK_BACK = 40
CLOSE = 2
LEAD = 3


def find_counted_events(reading: Reading) -> tuple[tuple[Claim, Timex], ...]:
    """Return the claims without a time of their own that an expression with a length of time hangs on."""
    found = []
    for timex in reading.timexes:
        if timex.event is None or not timex.amount or timex.anchor is not AnchorKind.EVENT:
            continue
        claim = find_claim_at(reading.claims, timex.event) or _first_behind(reading.claims, timex)
        is_apart = claim is not None and "," in reading.document.text[timex.event.end : claim.span.start]
        if claim is not None and not is_apart and (_has_no_day(claim) or _is_event_itself(claim, timex)):
            found.append((claim, timex))
    return tuple(found)


def find_base(reading: Reading, timex: Timex) -> Timex | None:
    """Return the expression that says the same day: the one right before ("on Friday, two days after").

    Else the only weekday or date that stands before it in its sentence, or behind the clause that it opens.
    """
    others = [other for other in reading.timexes if other.anchor is not AnchorKind.EVENT]
    beside = next((other for other in others if 0 < timex.span.start - other.span.end <= CLOSE), None)
    sentences = (s for passage in reading.passages for s in passage.sentences)
    sentence = next((s for s in sentences if s.holds(timex.span)), None)
    if beside is not None or sentence is None:
        return beside
    told = [o for o in others if sentence.holds(o.span) and o.extent == "at"]
    before = [o for o in told if o.span.end <= timex.span.start]
    if timex.span.start == sentence.start and timex.event is not None:
        comma = reading.document.text.find(",", timex.event.end, sentence.end)
        before = told if comma >= 0 and all(o.span.start > comma for o in told) else []
    is_day = len(before) == 1 and (before[0].weekday is not None or before[0].day is not None)
    return before[0] if is_day else None


def opens_news(reading: Reading, timex: Timex) -> bool:
    """Tell whether an expression opens one of the first sentences of the document: its news is the document's."""
    sentences = [s for passage in reading.passages if passage.kind is PassageKind.BODY for s in passage.sentences]
    return any(sentence.start == timex.span.start for sentence in sentences[:LEAD])


def happens_now(text: str, timex: Timex) -> bool:
    """Tell whether the words right before an expression tell that something happens now."""
    return tell_now(text[max(0, timex.span.start - LOOK_BACK) : timex.span.start])


def is_length_since(text: str, timex: Timex) -> bool:
    """Tell whether words give all the time from an event up to now: "in the two years since the rising began"."""
    words = timex.span.read(text).casefold().split()
    return bool(timex.amount) and words[0] in {"in", "over", "for", "during"} and words[-1] == "since"


def is_run_up(text: str, timex: Timex) -> bool:
    """Tell whether something is done before its doer does another thing: "shelled the town before withdrawing"."""
    event = timex.event.read(text) if timex.event is not None else ""
    return timex.rule == CLAUSE and timex.extent == "until" and event.endswith("ing")


def _first_behind(claims: Sequence[Claim], timex: Timex) -> Claim | None:
    """Return what is told of the event right behind its word: "three days after the army declared the town captured"."""
    end = timex.event.end if timex.event else 0
    behind = [c for c in claims if c.sentence.holds(timex.span) and 0 <= c.span.start - end <= LOOK_BACK]
    return min(behind, key=lambda claim: (claim.span.start, claim.id), default=None)


def _is_event_itself(claim: Claim, timex: Timex) -> bool:
    """Tell whether a claim is the event that the words count from, though they were taken for its own time.

    So may be the day right before them ("on Saturday, two days after the first buses left").
    """
    if claim.timex is None or timex.event is None or not claim.span.holds(timex.event):
        return claim.timex is not None and claim.timex.span == timex.span and claim.span.start >= timex.span.end
    is_beside = 0 < timex.span.start - claim.timex.span.end <= CLOSE
    return claim.span.start >= timex.span.start and (is_beside or claim.timex.span == timex.span)


def _has_no_day(claim: Claim) -> bool:
    """Tell whether a claim has no time of its own; the "now" of a clause about the present dates no past event."""
    timex = claim.timex
    return timex is None or (claim.tense == "past" and (timex.unit, timex.amount, timex.part) == ("day", 0, None))
