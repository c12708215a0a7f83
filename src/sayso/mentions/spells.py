"""Which lengths of time stand here? "Two days later", "for three years", "every week", "recently"."""

from sayso.mentions.drafts import (
    NOWHERE,
    Draft,
    match,
    match_before,
    read_amount,
    read_ordinal,
    read_unit,
    read_weekday,
    time_words,
)
from sayso.mentions.lines import Line
from sayso.mentions.tenses import find_tense, tells_plan
from sayso.model.derivations import name_rule
from sayso.model.kinds import AnchorKind, TimexKind
from sayso.model.mentions import Timex

AGO = name_rule("mentions.ago", "A length of time before the document's day.")
LATER = name_rule("mentions.later", "A length of time before or after another event of the text.")
AFTER_EVENT = name_rule("mentions.after_event", "A length of time before or after the event that the words name.")
LENGTH = name_rule(
    "mentions.length", "A length of time; what 'has been' so for that long is so up to the document's day."
)
ORDINAL = name_rule("mentions.ordinal", "The words count a day, week or year from the beginning of an event.")
EVERY = name_rule("mentions.every", "The words say how often, not when.")
VAGUE = name_rule("mentions.vague", "The words name a time that no dates can be given for.")

_IN_A_ROW = frozenset({"consecutive", "straight", "successive"})


def read_spell(line: Line, token: int) -> Draft | None:
    """Return the longest length, set or vague time that begins at the token, or None."""
    readers = (_every, _vague, _ordinal, _spell, _beside)
    found = [reader(line, token) for reader in readers]
    return max((draft for draft in found if draft), key=lambda draft: draft.last, default=None)


def _every(line: Line, token: int) -> Draft | None:
    """Return "every day", "every Friday", "weekly", "near-daily"."""
    last = token + match(line, token, "sets")
    if last == token and line.word(token) in {"every", "each"}:
        place = token + 1 if read_ordinal(line, token + 1) is None else token + 2
        named = (
            read_unit(line, place) or read_weekday(line, place) is not None or line.word(place) in time_words()["parts"]
        )
        counted = None if named else read_amount(line, token + 1)
        last = place + 1 if named else token
        if counted is not None and read_unit(line, counted[1]) is not None:
            last = counted[1] + 1
    if (
        last == token
        or line.universal(token) == "PROPN"
        or (line.parse.words[token][0].isupper() and token > line.first)
    ):
        return None
    return Draft(
        token, last, Timex(span=NOWHERE, token=0, kind=TimexKind.SET, rule=EVERY, anchor=AnchorKind.NONE, is_vague=True)
    )


def _vague(line: Line, token: int) -> Draft | None:
    length = match(line, token, "vague")
    if not length or (line.word(token) in {"recent", "soon"} and line.word(token + 1) == "as"):
        return None
    if line.word(token + length - 1) in {"recent", "past"} and read_unit(line, token + length) is not None:
        return None
    if line.word(token + length - 1) == "past" and line.universal(token + length) in {"NOUN", "PROPN", "NUM", "ADJ"}:
        return None
    if line.word(token + length - 1) in {"future", "past"} and line.word(token + length) == "of":
        return None
    if line.word(token) == "shortly" and line.word(token + 1) in {"after", "before"}:
        return None
    return Draft(token, token + length, _nothing(VAGUE))


def _nothing(rule: str) -> Timex:
    return Timex(span=NOWHERE, token=0, kind=TimexKind.DATE, rule=rule, anchor=AnchorKind.NONE, is_vague=True)


def _ordinal(line: Line, token: int) -> Draft | None:
    """Return "the fifth day", "its third year": counted from the event that "of" or the context names.

    "The fifth day after the attack" is five days after it.
    """
    place = token + 1 if line.word(token) in {"the", "its", "their", "a"} else token
    number = read_ordinal(line, place)
    place += line.word(place + 1) in _IN_A_ROW
    unit = read_unit(line, place + 1)
    if number is None or unit in {None, "century"} or line.word(place + 1).endswith("s"):
        return None
    last = place + 2
    if line.word(last) == "after" and last + 1 < line.last:
        return Draft(token, last + 1, _offset(AFTER_EVENT, AnchorKind.EVENT, unit, number))
    while line.word(last) in {"in", "running", "straight", "-"} and line.word(last) != "in":
        last += 1
    return Draft(token, last, Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=ORDINAL, anchor=AnchorKind.EVENT, unit=unit, amount=number,
    ))  # fmt: skip


def _spell(line: Line, token: int) -> Draft | None:
    """Return what an amount and a unit make: ago, later, after an event, or a length."""
    amount = read_amount(line, token)
    if amount is None:
        return _bare_plural(line, token)
    if line.word(token) in {"a", "an"} and line.is_hyphen(token - 1):
        return None
    value, place = amount
    is_adjective = line.is_hyphen(place)
    place += is_adjective
    if line.word(place) in {"full", "consecutive", "straight", "more", "long"} or (
        line.universal(place) == "ADJ" and read_unit(line, place + 1) is not None and not is_adjective
    ):
        place += 1
    unit = read_unit(line, place)
    if unit is None or _is_age(line, place + 1):
        return None
    if line.word(place + 1) in {"old", "olds"}:
        return None
    if is_adjective:
        last = place + 3 if line.is_hyphen(place + 1) and line.word(place + 2) in {"long", "old"} else place + 1
        return Draft(token, last, _qualifying(line, place, value, unit))
    return _counted(line, (token, place + 1), value, unit)


def _beside(line: Line, token: int) -> Draft | None:
    """Return "the day before", "the night after the raid", "the month following": one unit from another time."""
    unit, word = read_unit(line, token + 1), line.word(token + 2)
    if line.word(token) != "the" or unit is None or line.word(token + 1).endswith("s"):
        return None
    if word not in {"before", "after", "following"} or unit in {"hour", "minute", "second"}:
        return None
    amount = -1 if word == "before" else 1
    is_end = line.universal(token + 3) == "PUNCT" or token + 3 >= line.last
    return Draft(token, token + 3, _offset(LATER if is_end else AFTER_EVENT, AnchorKind.EVENT, unit, amount))


def _is_age(line: Line, token: int) -> bool:
    return line.word(token) == "old" or (line.word(token) == "-" and line.word(token + 1) in {"old", "olds"})


def _bare_plural(line: Line, token: int) -> Draft | None:
    """Return "days after", "months later", "for years", "month-long": an amount that nobody says, or one."""
    unit = read_unit(line, token)
    if unit is not None and line.is_hyphen(token + 1) and line.word(token + 2) == "long":
        amount = None if line.word(token).endswith("s") else 1
        return Draft(token, token + 3, _qualifying(line, token, amount, unit))
    if unit is None or not line.word(token).endswith("s") or line.universal(token) == "PROPN":
        return None
    after = line.word(token + 1)
    if after in {"ago", "later", "earlier", "after", "before"} or line.word(token - 1) in {
        "for",
        "after",
        "in",
        "of",
        "within",
    }:
        return _counted(line, (token, token + 1), None, unit)
    return None


def _counted(line: Line, run: tuple[int, int], amount: int | None, unit: str) -> Draft | None:
    """Return the amount of units with the word after it that says from where it is counted."""
    first, last = run
    word, negative = line.word(last), None if amount is None else -amount
    if word in {"ago", "back"} or line.has(last, ("from", "now")):
        signed = amount if word == "from" else negative
        return Draft(first, last + (2 if word == "from" else 1), _offset(AGO, AnchorKind.DOCUMENT, unit, signed))

    is_end = line.universal(last + 1) == "PUNCT" or last + 1 >= line.last
    listed = time_words()["words"]
    if word in listed["later"] or word in listed["earlier"] or (word in {"on", "before", "after"} and is_end):
        signed = negative if word in listed["earlier"] or word == "before" else amount
        return Draft(first, last + 1, _offset(LATER, AnchorKind.EVENT, unit, signed))
    if word in {"after", "before", "since", "following", "into"} and line.word(last + 1):
        signed = negative if word == "before" else amount
        return Draft(first, last + 1, _offset(AFTER_EVENT, AnchorKind.EVENT, unit, signed))
    is_rate = amount == 1 and line.word(first) in {"a", "an"} and not _is_opened(line, first)
    return None if is_rate else Draft(first, last, _length(line, first, last - 1, amount, unit))


def _is_opened(line: Line, first: int) -> bool:
    """Tell whether "a year" is a length ("for a year", "after a year of") and not a rate ("twice a year")."""
    return line.word(first - 1) in time_words()["words"]["lengths"]


def _offset(rule: str, anchor: AnchorKind, unit: str, amount: int | None) -> Timex:
    is_after_day = anchor is AnchorKind.DOCUMENT
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DATE, rule=rule, anchor=anchor, unit=unit, amount=amount,
        direction="past" if amount is not None and amount < 0 else "future" if amount is not None and not is_after_day else "nearest",
        is_vague=amount is None, is_approximate=unit in {"week", "month", "year", "decade"},
    )  # fmt: skip


def _qualifying(line: Line, head: int, amount: int | None, unit: str) -> Timex:
    """Return "six-year" before a noun: it reaches up to the document's day, hours and things to come apart."""
    is_open = unit in {"hour", "minute", "second"} or find_tense(line, head) == "future" or amount is None
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DURATION, rule=LENGTH, unit=unit, extent="during", is_vague=amount is None,
        anchor=AnchorKind.NONE if is_open else AnchorKind.DOCUMENT, amount=amount if is_open or amount is None else -amount,
    )  # fmt: skip


def _length(line: Line, first: int, head: int, amount: int | None, unit: str) -> Timex:
    """Return a length: with a perfect tense it ends with the document's day, with a future one it begins there."""
    before = line.word(first - 1 - match_before(line, first, "approximate"))
    tense = find_tense(line, head)
    anchor, signed = AnchorKind.NONE, amount
    if before in {"for", "in", "within", "over", "during"} or (tense == "perfect" and before != "after"):
        if tense == "future" or (before in {"within", "in"} and tells_plan(line, head)):
            anchor = AnchorKind.DOCUMENT
        elif tense == "perfect" or before in {"in", "within", "over"}:
            anchor, signed = AnchorKind.DOCUMENT, None if amount is None else -amount
    return Timex(
        span=NOWHERE, token=0, kind=TimexKind.DURATION, rule=LENGTH, anchor=anchor, unit=unit, amount=signed,
        extent="during", is_vague=amount is None,
    )  # fmt: skip
