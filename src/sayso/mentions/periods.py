"""Which periods counted from the document's day stand here? "Last week", "the past three days", "next June"."""

from dataclasses import replace
from typing import NamedTuple

from sayso.mentions.drafts import NOWHERE, Draft, read_amount, read_month, read_unit, time_words
from sayso.mentions.lines import Line
from sayso.mentions.phases import read_phase
from sayso.mentions.tenses import find_tense
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex

SHIFTED = name_rule(
    "mentions.shifted_period", "'Last week', 'this month' and the like are counted from the document's day."
)
SHIFTED_MONTH = name_rule(
    "mentions.shifted_month", "'Last June' and the like are the nearest such month before or after the document's day."
)
LAST_SPELL = name_rule("mentions.last_spell", "A length of time that ends, or begins, with the document's day.")
OTHER_DAY = name_rule("mentions.other_day", "The day is counted from another day of the text.")
RECENT = name_rule("mentions.recent_spell", "'Recent months' and the like: no dates can be given.")
_DIRECTIONS = {-1: "past", 0: "nearest", 1: "future"}
_WEEKEND_OPENERS = frozenset({"over", "during", "at", "on"})
_SMALL = frozenset({"second", "minute", "hour"})
# "Over the next decade" is a length of time, "the next year" the one after another.
_LONG = frozenset({"week", "month", "year", "decade", "century"})


class _Shift(NamedTuple):
    """Where "last", "this" or "next" move a period: its word, the amount, and whether another day is counted from."""

    place: int
    word: str
    amount: int
    is_other: bool
    part: str | None


_THEN = _Shift(place=0, word="that", amount=0, is_other=True, part=None)


def read_period(line: Line, token: int) -> Draft | None:
    """Return the longest shifted period that begins at the token, or None."""
    found = [reader(line, token) for reader in (_shifted, _last_spell, _earlier_in, _then, _weekend)]
    return max((draft for draft in found if draft), key=lambda draft: draft.last, default=None)


def _shifted(line: Line, token: int) -> Draft | None:
    """Return "last week", "earlier this month", "next summer", "last June", "the following day"."""
    shift = _read_shift(line, token)
    if shift is None:
        return None
    last, month = shift.place + 2, read_month(line, shift.place + 1)
    timex = _month(month, shift) if month is not None else _shifted_unit(line, shift)
    return Draft(token, last, timex) if timex is not None else None


def _shifted_unit(line: Line, shift: _Shift) -> Timex | None:
    word, unit = line.word(shift.place + 1), _unit(line, shift.place + 1)
    is_last_of = line.word(shift.place + 2) == "of" and shift.word == "last"
    if unit is None or unit in _SMALL or is_last_of:
        return None
    # "Last months loss" has lost its apostrophe.
    is_singular = shift.word in {"last", "next", "this"} and line.universal(shift.place + 2) in {"NOUN", "ADJ"}
    if word.endswith("s") and not (is_singular and unit != "season"):
        return _nothing(shift, unit) if shift.amount or shift.word == "these" else None
    if (
        shift.is_other
        and shift.amount > 0
        and unit in _LONG
        and line.word(shift.place - 2) in time_words()["words"]["ahead"]
    ):
        return _up_to(shift.amount, unit)
    if shift.is_other:
        return _other_season(word, shift) if unit == "season" else _other(shift, unit)
    return _up_to(shift.amount, unit) if shift.word in {"past", "recent"} else _shift(word, shift)


def _read_shift(line: Line, token: int) -> _Shift | None:
    part = time_words()["phases"].get(line.word(token))
    place = token + 1 if part else token
    place += line.word(place) in {"in", "of"} and part is not None
    shifts = time_words()["shifts"]
    following = line.word(place + 1)
    has_article = line.word(place) == "the" or (line.word(place) == "that" and following == "same")
    is_other = (line.word(place) in {"that", "same"} and following not in shifts) or (
        has_article and following in {"same", "following", "next", "previous", "preceding"}
    )
    place += has_article and (following in shifts or following == "same")
    word = line.word(place)
    if word not in shifts and word not in {"same", "that"}:
        return None
    return _Shift(place, word, shifts.get(word, 0), is_other, part)


def _earlier_in(line: Line, token: int) -> Draft | None:
    """Return "earlier in the week", "later in the year": a part of the current period."""
    length, part = read_phase(line, token)
    if not length and line.word(token + 1) in {"in", "of"}:
        length, part = 2, time_words()["phases"].get(line.word(token))
    unit = line.word(token + length + 1)
    if part is None or line.word(token + length) != "the" or unit not in {"week", "month", "year", "day"}:
        return None
    first, last = token - (line.word(token - 1) == "the"), token + length + 2
    if line.word(last) == "of":
        return None
    return Draft(first, last, _shift(unit, _Shift(place=token, word="this", amount=0, is_other=False, part=part)))


def _then(line: Line, token: int) -> Draft | None:
    """Return "then" and "that time" behind a preposition of time: the day told before ("since then", "in that time")."""
    if line.word(token) == "then" and line.word(token - 1) in {"since", "by", "until", "till"}:
        return Draft(token, token + 1, _other(_THEN, "day"))
    is_time = line.has(token, ("that", "time")) and line.word(token - 1) in {
        "since",
        "by",
        "until",
        "till",
        "in",
        "during",
    }
    return Draft(token, token + 2, _other(_THEN, "day")) if is_time else None


def _weekend(line: Line, token: int) -> Draft | None:
    """Return the "weekend" of "over the weekend", "a weekend attack": the last one, or the next one where that is to come."""
    opening = (line.word(token - 2), line.word(token - 1))
    is_when = opening[1] == "the" and opening[0] in _WEEKEND_OPENERS
    if line.word(token) != "weekend" or not (is_when or _describes_event(line, token)):
        return None
    direction = "future" if find_tense(line, token) == "future" else "past"
    shift = _Shift(place=token, word="weekend", amount=0, is_other=False, part=None)
    return Draft(token, token + 1, replace(_shift("weekend", shift), direction=direction, extent="at"))


def _describes_event(line: Line, token: int) -> bool:
    """Tell whether a word stands before one for violence, as its day may ("a weekend attack")."""
    return line.word(token - 1) in {"a", "the"} and line.word(token + 1) in time_words()["words"]["violent"]


def _unit(line: Line, token: int) -> str | None:
    """Return the unit that the token names, "season" for summer and the like."""
    if line.word(token) in time_words()["seasons"] and line.universal(token) == "NOUN":
        return "season"
    return None if line.word(token) in {"nights", "night"} else read_unit(line, token)


def _month(month: int, shift: _Shift) -> Timex:
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=SHIFTED_MONTH, anchor=AnchorKind.DOCUMENT, month=month,
        direction=_DIRECTIONS[shift.amount], part=shift.part,
    )  # fmt: skip


def _shift(word: str, shift: _Shift) -> Timex:
    """Return a shifted unit; a season is a part of the shifted year that begins with its first month."""
    months = time_words()["seasons"].get(word)
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=SHIFTED, anchor=AnchorKind.DOCUMENT,
        unit=time_words()["units"].get(word, "year"), amount=shift.amount, month=months[0] if months else None,
        part=word if months else shift.part, direction=_DIRECTIONS[shift.amount],
    )  # fmt: skip


def _other(shift: _Shift, unit: str) -> Timex:
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=OTHER_DAY, anchor=AnchorKind.EVENT, unit=unit,
        amount=shift.amount,
    )  # fmt: skip


def _other_season(word: str, shift: _Shift) -> Timex:
    """Return "the next spring": one counted from another day of the text."""
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=OTHER_DAY, anchor=AnchorKind.EVENT, part=word,
        month=time_words()["seasons"][word][0], direction=_DIRECTIONS[shift.amount],
    )  # fmt: skip


def _nothing(shift: _Shift, unit: str) -> Timex:
    """Return "recent months" or "the coming years": a time, or a length of time, of no known end."""
    is_length = shift.amount > 0 and unit != "season"
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DURATION if is_length else TimexKind.DATE, rule=RECENT,
        anchor=AnchorKind.NONE, unit=unit if is_length else None, is_vague=True,
    )  # fmt: skip


def _up_to(amount: int, unit: str) -> Timex:
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DURATION, rule=LAST_SPELL, anchor=AnchorKind.DOCUMENT, unit=unit,
        amount=amount, extent="during",
    )  # fmt: skip


def _last_spell(line: Line, token: int) -> Draft | None:
    """Return "the last eight weeks", "past three days", "next two months": up to, or from, the document's day."""
    place = token + 1 if line.word(token) in {"the", "these", "those"} else token
    sign = time_words()["shifts"].get(line.word(place))
    found = read_amount(line, place + 1) if sign else None
    if not sign or found is None:
        return None
    amount, after = found
    unit = read_unit(line, after)
    if unit is None:
        return None
    shift = _Shift(place=place, word=line.word(place), amount=sign, is_other=False, part=None)
    return Draft(token, after + 1, _nothing(shift, unit) if amount is None else _up_to(sign * amount, unit))
