"""Which words tell a share of a whole: "half of", "a third", "two-thirds", "nine streets in ten"?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.drafts import read_unit
from sayso.mentions.lines import Line
from sayso.mentions.numerals import Numeral, read_numeral, tables
from sayso.mentions.place_words import words

_WHOLES = frozenset({2.0, 3.0, 4.0, 5.0, 10.0, 20.0, 100.0})
# "Nine out of ten houses" is a share, "three out of four buses" tells how many there were.
_ROUND = frozenset({10.0, 100.0})


def read_share(line: Line, token: int) -> Numeral | None:
    """Return the fraction that begins at the token, as per cent; None where there is none.

    "Half a million" is a number, and "half a dozen" too: nothing of a whole is told.
    """
    word = line.word(token)
    if word == "half":
        return _read_half(line, token)
    if word in {"a", "an"} and line.word(token + 2) == "of" and line.word(token + 1) in tables()["fractions"]:
        share = tables()["fractions"][line.word(token + 1)]
        return None if read_numeral(line, token) else _share(token, token + 2, 100 * share)
    numeral = read_numeral(line, token)
    if numeral is None or numeral.is_vague:
        return None
    return _read_ratio(line, numeral) or _read_parts(line, numeral)


@cache
def _owning() -> frozenset[str]:
    return frozenset(read_toml("numbers")["words"]["halved"])


def _share(first: int, last: int, value: float) -> Numeral:
    return Numeral(first, last, round(value, 1), is_share=True)


def _read_half(line: Line, token: int) -> Numeral | None:
    # "The eastern half of the town" is a part of it, and counts nothing.
    is_side = line.word(token - 1) in words("compass")
    return _share(token, token + 1, 50.0) if line.word(token + 1) in _owning() and not is_side else None


def _read_parts(line: Line, numeral: Numeral) -> Numeral | None:
    """Return "one-fifth", "two thirds", "three quarters"."""
    place = numeral.last + 1 if line.is_hyphen(numeral.last) else numeral.last
    share = tables()["fractions"].get(line.word(place))
    if share is None or numeral.value > 9:
        return None
    if line.word(place + 1) not in {"of", ""} and line.universal(place + 1) not in {"PUNCT", "ADP", "AUX"}:
        return None
    return _share(numeral.first, place + 1, numeral.value * share * 100)


def _read_ratio(line: Line, numeral: Numeral) -> Numeral | None:
    """Return "nine streets in ten", "one in three residents", "nine out of ten houses"."""
    place = numeral.last
    is_split = line.universal(place) == "NOUN"
    place += is_split
    is_out = line.has(place, ("out", "of"))
    if not (is_out or line.word(place) == "in"):
        return None
    place += 2 if is_out else 1
    is_every = line.word(place) == "every"
    whole = read_numeral(line, place + is_every)
    if whole is None or whole.value not in _WHOLES or numeral.value >= whole.value:
        return None
    if not is_every and not _tells_share(line, numeral, whole, (is_split, is_out)):
        return None
    return _share(numeral.first, whole.last, 100 * numeral.value / whole.value)


def _tells_share(line: Line, numeral: Numeral, whole: Numeral, form: tuple[bool, bool]) -> bool:
    """Tell whether two numbers are a ratio and not a count and where or how often it was."""
    is_split, is_out = form
    if is_split:
        return line.universal(whole.last) != "NOUN"
    if read_unit(line, whole.last) is not None:
        return False
    is_round = whole.value in _ROUND
    is_spelt = line.parse.words[whole.first].isalpha() or is_round
    is_deed = line.universal(numeral.first - 1) == "VERB"
    is_usual = is_round or not (is_deed or (is_out and numeral.value != 1))
    follows = {"NOUN", "ADJ", "PROPN", *(("VERB", "AUX") if is_round else ())}
    return is_spelt and is_usual and line.universal(whole.last) in follows
