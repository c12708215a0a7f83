"""Which days counted from the document's day stand here? Weekdays, today, parts of the day, clock times."""

import re
from dataclasses import replace

from sayso.mentions.drafts import NOWHERE, Draft, match, read_weekday, time_words
from sayso.mentions.lines import HYPHENS, Line
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex

WEEKDAY = name_rule(
    "mentions.weekday",
    "A weekday is counted from the document's day: the nearest one, or the last or next one where the words say so.",
)
DAY = name_rule("mentions.day", "Words such as 'today' or 'yesterday' are counted from the document's day.")
PART = name_rule("mentions.part_of_day", "A part of the day without a day of its own is one of the document's day.")
CLOCK = name_rule("mentions.clock", "A time of the clock without a day of its own is one of the document's day.")
DAY_OF_MONTH = name_rule(
    "mentions.day_of_month", "A day of some month ('on the 17th') is the nearest such day to the document's."
)
WEEKDAY_SET = name_rule("mentions.every_weekday", "'Mondays' and the like mean every such day.")
_TIME = re.compile(r"(\d{1,2})[:.](\d\d)(am|pm)?|(\d{1,2})(am|pm)")
_EARLY = re.compile(r"0\d[0-5]\d")
_BARE = re.compile(r"(\d{1,2})[:.]?(\d\d)?|(\d{3,4})")
# "Earlier today" is still a day.
_DAY_LONG = frozenset({None, "early", "middle", "late"})
_NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_LONGEST_MONTH = 31
_BEFORE_DAY = frozenset({"on", "of", "by", "since", "until", "till", "from"})
# What a number that counts stands before: "the 17th Brigade".
_NUMBERED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_OTHER_DAYS = {"previous": -1, "preceding": -1, "next": 1, "following": 1}
_DIRECTIONS = {
    "last": "past",
    "past": "past",
    "previous": "past",
    "next": "future",
    "coming": "future",
    "following": "future",
    "this": "nearest",
}


def read_days(line: Line, token: int) -> Draft | None:
    """Return the day, weekday, part of a day or clock time that begins at the token, or None."""
    found = [reader(line, token) for reader in (_weekday, _now, _day, _day_of_month, _shifted_part, _part, read_clock)]
    return max((draft for draft in found if draft), key=lambda draft: draft.last, default=None)


def _weekday(line: Line, token: int) -> Draft | None:
    """Return "Friday", "last Friday", "early Sunday", "Monday morning", "Friday night"."""
    place, direction, part = token, "nearest", None
    if line.word(place) in {"early", "late", "mid"}:
        part, place = time_words()["phases"][line.word(place)], place + (2 if line.word(place + 1) == "on" else 1)
        place += line.is_hyphen(place)
    if line.word(place) in _DIRECTIONS:
        direction, place = _DIRECTIONS[line.word(place)], place + 1
    weekday = read_weekday(line, place)
    if weekday is None or _is_name(line, place):
        return None
    last = place + 1
    after, last = _part_after(line, last)
    is_set = line.word(place).endswith("days") and _is_plural(line, place)
    return Draft(token, last, Timex(
        span=NOWHERE, token=0, kind=TimexKind.SET if is_set else TimexKind.TIME if after else TimexKind.DATE,
        rule=WEEKDAY_SET if is_set else WEEKDAY, anchor=AnchorKind.NONE if is_set else AnchorKind.DOCUMENT,
        weekday=weekday, direction=direction, part=after or part, is_vague=is_set,
    ))  # fmt: skip


def _is_name(line: Line, token: int) -> bool:
    """Tell whether a weekday is the first word of a name: "the Saturday Market", "the Friday Mosque"."""
    return any(word in time_words()["named_after_days"] for word in line.parse.words[token + 1 : token + 2])


def _is_plural(line: Line, token: int) -> bool:
    """Tell whether a plural weekday stands for every such day, and not for a possessive without its apostrophe."""
    following = line.universal(token + 1)
    return following not in {"NOUN", "ADJ", "PROPN", "VERB"} or line.parse.words[token].isupper()


def _part_after(line: Line, token: int) -> tuple[str | None, int]:
    """Return the part of the day written after a day ("morning", "at dawn", "'s early morning")."""
    place = token
    if line.word(place) in HYPHENS and line.is_hyphen(place):
        place += 1
    if line.word(place) in {"early", "late"}:
        place += 1
        place += line.is_hyphen(place)
    if line.word(place) == "at" and line.word(place + 1) in {
        "dawn",
        "noon",
        "midnight",
        "midday",
        "dusk",
        "sunset",
        "night",
    }:
        place += 1
    part = time_words()["parts"].get(line.word(place))
    return (part, place + 1) if part else (None, token)


def _now(line: Line, token: int) -> Draft | None:
    length = match(line, token, "now")
    if not length or line.has(token, ("now", "that")) or (length == 1 and line.universal(token) != "ADV"):
        return None
    return Draft(token, token + length, _counted(0, None))


def _day(line: Line, token: int) -> Draft | None:
    """Return "today", "yesterday evening", "earlier today"."""
    place, part = token, None
    if line.word(place) in time_words()["phases"]:
        part, place = time_words()["phases"][line.word(place)], place + 1
    amount = time_words()["days"].get(line.word(place))
    if amount is None or line.word(place) == "now":
        return None
    if line.word(place) in {"tonight", "overnight"}:
        return Draft(token, place + 1, _counted(amount, "night" if line.word(place) == "tonight" else "overnight"))
    after, last = _part_after(line, place + 1)
    return Draft(token, last, _counted(amount, after or part))


def _day_of_month(line: Line, token: int) -> Draft | None:
    """Return "the 17th" behind "on" or the like, where neither a month nor anything that it counts is named."""
    number = _NTH.fullmatch(line.word(token + 1)) if line.word(token) == "the" else None
    if number is None or line.word(token - 1) not in _BEFORE_DAY or not 1 <= int(number[1]) <= _LONGEST_MONTH:
        return None
    if line.universal(token + 2) in _NUMBERED or line.word(token + 2) in {"of", "-"}:
        return None
    return Draft(token, token + 2, Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=DAY_OF_MONTH, anchor=AnchorKind.DOCUMENT, day=int(number[1]),
    ))  # fmt: skip


def _counted(amount: int, part: str | None, rule: str = DAY) -> Timex:
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.TIME if part not in _DAY_LONG else TimexKind.DATE, rule=rule, anchor=AnchorKind.DOCUMENT,
        unit="day", amount=amount, part=part,
    )  # fmt: skip


def _shifted_part(line: Line, token: int) -> Draft | None:
    """Return "this morning", "last night", "early this morning", "that night", "the same evening", "the previous night"."""
    place = token + 1 if line.word(token) in {"early", "late", "earlier", "later"} else token
    is_other = line.word(place) == "the" and line.word(place + 1) in _OTHER_DAYS
    place += is_other
    word, part = line.word(place), time_words()["parts"].get(line.word(place + 1))
    if part is None or not (is_other or word in {"this", "last", "yesterday", "tomorrow", "that", "same"}):
        return None
    if is_other:
        timex = replace(_counted(_OTHER_DAYS[word], part), anchor=AnchorKind.EVENT)
    elif word in {"that", "same"}:
        timex = replace(_counted(0, part), anchor=AnchorKind.EVENT)
    else:
        timex = _counted({"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}[word], part)
    last = place + 2
    return Draft(token, last, timex)


def _part(line: Line, token: int) -> Draft | None:
    """Return "at dawn", "in the early morning hours", "early morning"; "night" needs an opening of its own."""
    place = token + 1 if line.word(token) in {"early", "late", "mid"} else token
    place += line.is_hyphen(place)
    part = time_words()["parts"].get(line.word(place))
    if part is None or line.universal(place) == "PROPN":
        return None
    opening = (line.word(token - 2), line.word(token - 1))
    is_open = opening[1] in {"at", "before", "by", "around"} or opening in {
        ("in", "the"),
        ("during", "the"),
        ("of", "the"),
        ("on", "the"),
    }
    if not (is_open or place > token or line.word(place) in time_words()["lone_parts"]["words"]):
        return None
    last = place + 2 if line.word(place + 1) == "hours" else place + 1
    first = token - 1 if opening[1] == "the" else token
    return Draft(first, last, _counted(0, part, PART))


def read_clock(line: Line, token: int) -> Draft | None:
    """Return a time of the clock ("06:50 a.m.", "0500 GMT", "5 pm"), or None."""
    word = line.word(token)
    following = line.word(token + 1)
    full = _TIME.fullmatch(word)
    halves, zones = time_words()["words"]["clock_halves"], time_words()["words"]["zones"]
    has_half = following in halves and (following != "hours" or len(word) == 4)
    is_bare = _BARE.fullmatch(word) and (has_half or (len(word) == 4 and following in zones))
    if full is None and not (is_bare or _is_hour_of_four(line, token)):
        return None
    if full and "." in word and not has_half and full.group(3) is None and full.group(5) is None:
        return None
    time = _normal_time(word, following if has_half else "")
    if time is None:
        return None
    last = token + 1 + has_half
    last += line.word(last) in zones
    last += line.word(last) == "time" and line.word(last - 1) in zones
    return Draft(token, last, _counted(0, time, CLOCK))


def _is_hour_of_four(line: Line, token: int) -> bool:
    """Tell whether four digits are a time as soldiers write it ("at 0900"): nobody counts with a nought in front."""
    return (
        _EARLY.fullmatch(line.word(token)) is not None and line.word(token - 1) in time_words()["words"]["clock_cases"]
    )


def _normal_time(word: str, half: str) -> str | None:
    """Return a clock time as hours and minutes of 24."""
    digits = re.sub(r"\D", "", word)
    digits = digits.zfill(2) + "00" if len(digits) <= 2 else digits.zfill(4)
    hours, minutes = int(digits[:2]), int(digits[2:])
    marks = (word + half).replace(".", "")
    if "pm" in marks and hours < 12:
        hours += 12
    elif "am" in marks and hours == 12:
        hours = 0
    return f"{hours:02}:{minutes:02}" if hours < 25 and minutes < 60 else None
