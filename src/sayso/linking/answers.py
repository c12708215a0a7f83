"""In what words, and with what force, does a claim answer its question?"""

from dataclasses import dataclass, replace

from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound, ClaimKind, Extent, Hold, Stance
from sayso.model.resolved import ResolvedClaim

YES, NO, DOUBT, EXPECTED = "yes", "no", "doubt", "expected"
UNKNOWN, PARTLY = "unknown", "partly"
TAKEN, HELD, MOST, PART, CONTESTED, BESET = "taken", "held", "most", "part", "contested", "beset"
PRESENT = "present"
FIGURE = "figure"
CALLED = "called"
OPEN = float("inf")
_UNMARKED = str.maketrans("", "", '“”"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer: `level` is what the table of exclusions goes by, `holder` who holds, `low` to `high` a number.

    Answers with the same `key` are the same answer.
    """

    key: str
    text: str
    level: str
    holder: str | None = None
    low: float = 0.0
    high: float = OPEN


def answer_description(words: str) -> Answer:
    """Return in what words something is described: descriptions are never facts, and only likeness makes them one."""
    # A description that is cut out of a quotation may have only one of its marks.
    return Answer(key=words.casefold(), text=words.translate(_UNMARKED), level=CALLED)


# What stands behind the number of some of those whom another number counts: it is no rival of that one.
PART_OF_OTHERS = " (a part of them)"
_UNCERTAIN = {
    Stance.DENIES: (NO, "no, it is denied: {yes}"),
    Stance.DOUBTS: (DOUBT, "it is doubted: {yes}"),
    Stance.EXPECTS: (EXPECTED, "it is expected: {yes}"),
}


def answer_unharmed() -> Answer:
    """Return the answer of who says that nobody was killed or hurt."""
    return answer_event(Stance.DENIES, "that anybody was killed or hurt", None)


def answer_event(stance: Stance, yes: str, party: str | None) -> Answer:
    """Return what a claim says of an event: that it happened (`yes`), that it did not, a doubt, an expectation.

    What is denied for one party is not denied for another.
    """
    level, text = _UNCERTAIN.get(stance, (YES, "{yes}"))
    key = level if level == YES or party is None else f"{level} by {party}"
    return Answer(key=key, text=text.format(yes=yes), level=level, holder=None if level == YES else party)


def answer_unknown(yes: str) -> Answer:
    """Return the answer of somebody without knowledge of it: it supports no answer and stands against none."""
    return Answer(key=UNKNOWN, text=f"it is not known: {yes}", level=UNKNOWN)


def answer_alleged(yes: str) -> Answer:
    """Return the answer of who only names what others allege ("the alleged attack"): that is no word for it or against it."""
    return Answer(key=UNKNOWN, text=f"an allegation is named: {yes}", level=UNKNOWN)


def answer_partly(yes: str) -> Answer:
    """Return the answer of who denies only something further, or how it went: the event itself he leaves as it was told."""
    return Answer(key=PARTLY, text=f"denied in part: {yes}", level=PARTLY)


def answer_holding(resolved: ResolvedClaim, *, is_coarse: bool, stance: Stance) -> Answer:
    """Return what a claim says of who holds a place and how much of it.

    A taking and a holding without an extent are told apart from "most" and "part", since only they say that
    the whole is held; a denial says only that the holder does not hold it wholly. A region or a country (a
    coarse place) is never said to be taken whole unless the words say so.
    """
    holder = resolved.holder or (resolved.agents[0] if resolved.agents else None)
    level = _level(resolved)
    if is_coarse and level == TAKEN and not _is_whole(resolved):
        level = HELD
    if stance in _UNCERTAIN:
        level = _UNCERTAIN[stance][0]
    return hold(level, holder)


def hold(level: str, holder: str | None) -> Answer:
    """Return the answer that `holder` holds so much: a taking and a holding are the same, the one the other's effect.

    >>> hold(TAKEN, "government").key == hold(HELD, "government").key
    True
    """
    key = HELD if level == TAKEN else level
    text = _HOLDING[level].format(holder=holder or "somebody")
    return Answer(key=f"{key} by {holder or ''}", text=text, level=level, holder=holder)


_HOLDING = {
    TAKEN: "{holder} holds it",
    HELD: "{holder} holds it",
    MOST: "{holder} holds most of it",
    PART: "{holder} holds a part of it",
    PRESENT: "{holder} is present there",
    CONTESTED: "it is contested",
    BESET: "it is cut off or besieged",
    NO: "{holder} does not hold all of it",
    DOUBT: "it is doubted that {holder} holds all of it",
    EXPECTED: "{holder} is expected to take it",
}
_HOLDS = {Hold.BESIEGED: BESET, Hold.CUT_OFF: BESET, Hold.CONTESTED: CONTESTED}
_EXTENTS = {Extent.WHOLE: TAKEN, Extent.MOST: MOST, Extent.PART: PART, Extent.PRESENCE: PRESENT}


def _level(resolved: ResolvedClaim) -> str:
    is_change = resolved.claim.kind is ClaimKind.CONTROL_CHANGE
    control = resolved.claim.control
    if control is None:
        return TAKEN if is_change else HELD
    if control.hold in _HOLDS:
        return _HOLDS[control.hold]
    if control.extent is Extent.SHARE and control.share is not None:
        return MOST if _percent(control.share) >= 50 else PART
    return _EXTENTS.get(control.extent, TAKEN if is_change else HELD)


def _is_whole(resolved: ResolvedClaim) -> bool:
    return resolved.claim.control is not None and resolved.claim.control.extent is Extent.WHOLE


def _percent(share: float) -> float:
    return share * 100 if share <= 1 else share


def answer_figure(figure: ClaimFigure, text: str) -> Answer:
    """Return a number as an answer: "58" and "at least 58" are one count, "about 60" and "60" too.

    A number made from a word ("dozens") is an answer of its own and never equal to a real one.
    """
    words = figure.span.read(text) + (PART_OF_OTHERS if figure.is_part else "")
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else OPEN
    number = figure.low if figure.low is not None else figure.high
    if figure.bound is Bound.RANGE:
        return Answer(key=f"{low:g} to {high:g}", text=words, level=FIGURE, low=low, high=high)
    key = figure.span.read(text).casefold() if figure.by_rule else f"{number:g}"
    if figure.bound is Bound.AT_MOST:
        key = f"at most {key}"
    return Answer(key=key, text=words, level=FIGURE, low=low, high=high)


def deny_figure(answer: Answer, level: str) -> Answer:
    """Return the answer that it is not, or perhaps not, as many as another answer says."""
    word = "not" if level == NO else "doubtful:"
    return replace(answer, key=f"{level} {answer.key}", text=f"{word} {answer.text}", level=level)
