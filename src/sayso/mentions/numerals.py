"""Which number do words or digits give?"""

import re
from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.mentions.lines import Line

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]+)?\+?")
# "1,2 million": a comma where English has a point, sure only before a word for a large number.
_COMMA = re.compile(r"(\d{1,3}),(\d{1,2})")
_LARGE = 1000


class Numeral(NamedTuple):
    """A number in tokens `[first, last)`.

    `is_vague`: a plural ("dozens"); `is_made`: from a word like "dozen"; `is_share`: a fraction, as per cent.
    """

    first: int
    last: int
    value: float
    is_vague: bool = False
    is_made: bool = False
    is_share: bool = False


@cache
def tables() -> dict[str, dict[str, float]]:
    """Return the tables of number words."""
    return {
        key: value
        for key, value in read_toml("numbers").items()
        if key not in {"hedges", "hedges_after", "words", "alternatives"}
    }


@cache
def starters() -> frozenset[str]:
    """Return the words a number can begin with, digits apart."""
    table = tables()
    return frozenset(
        {*table["units"], *table["scales"], *table["vague"], *table["collective"], *table["few"], "a", "an", "half"}
    )


def read_numeral(line: Line, token: int) -> Numeral | None:
    """Return the longest number that begins at the token, or None.

    "1,400", "1.2 million", "twenty-two", "a dozen", "tens of thousands"; digits must be the whole word, so
    that "F-16" and "3rd" are none.
    """
    word = line.word(token)
    if word[:1].isdigit():
        return _read_digits(line, token)
    if word not in starters():
        return None
    readers = (_read_few, _read_vague, _read_fraction, _read_collective, _read_words)
    return next((numeral for read in readers if (numeral := read(line, token)) is not None), None)


def _read_digits(line: Line, token: int) -> Numeral | None:
    match = _DIGITS.fullmatch(line.word(token))
    if match is None:
        return _read_comma(line, token)
    whole, decimals, suffix = match.groups()
    last = token + 1
    if suffix is None and line.is_glued(last) and line.word(last) in tables()["short_scales"]:
        suffix, last = line.word(last), last + 1
    scale = tables()["short_scales"].get(suffix) if suffix else 1
    if scale is None or (suffix == "m" and not _is_million(line, token, last)):
        return None
    value = float(whole.replace(",", "") + (decimals or "")) * scale
    return _scale(line, Numeral(token, last, value))


def _is_million(line: Line, token: int, last: int) -> bool:
    """Tell whether "12m" are millions and not metres: of money, or of many of something."""
    is_money = line.universal(token - 1) == "SYM" or line.word(token - 1)[-1:] in set("$€£")
    is_many = last < line.last and line.parse.tags[last] == "NNS"
    is_many = is_many or (last + 1 < line.last and line.parse.tags[last : last + 2] == ("JJ", "NNS"))
    return is_money or is_many or line.word(last) == "people"


def _read_comma(line: Line, token: int) -> Numeral | None:
    match = _COMMA.fullmatch(line.word(token))
    if match is None or tables()["scales"].get(line.word(token + 1), 0) <= _LARGE:
        return None
    return _scale(line, Numeral(token, token + 1, float(f"{match[1]}.{match[2]}")))


def _scale(line: Line, numeral: Numeral) -> Numeral:
    last, value = numeral.last, numeral.value
    while (scale := tables()["scales"].get(line.word(last))) is not None:
        last, value = last + 1, value * scale
    return numeral._replace(last=last, value=value)


def _read_few(line: Line, token: int) -> Numeral | None:
    """Return "several hundred", "a few dozen", "a couple of thousand": the least that is more than one."""
    start, few = token, tables()["few"]
    token += line.word(token) in {"a", "an"}
    if line.word(token) not in few:
        return None
    token += 2 if line.word(token + 1) == "of" else 1
    unit = {**tables()["scales"], **tables()["collective"]}.get(line.word(token))
    return None if unit is None else Numeral(start, token + 1, 2 * unit, is_vague=True, is_made=True)


def _read_vague(line: Line, token: int) -> Numeral | None:
    vague = tables()["vague"]
    value = vague.get(line.word(token))
    if value is None:
        return None
    following = line.word(token + 2)
    if line.word(token + 1) == "of" and following in vague and vague[following] > value:
        least = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0}.get(line.word(token), 1.0)
        return Numeral(token, token + 3, least * vague[following], is_vague=True, is_made=True)
    return Numeral(token, token + 1, value, is_vague=True, is_made=True)


def _read_fraction(line: Line, token: int) -> Numeral | None:
    """Return "half a million", "a half million", "three quarters of a million"."""
    start, factor = token, 1.0
    if line.word(token) in tables()["units"]:
        factor, token = tables()["units"][line.word(token)], token + 1
    elif line.word(token) in {"a", "an"}:
        token += 1
    token += line.is_hyphen(token)
    share = tables()["fractions"].get(line.word(token))
    if share is None:
        return None
    token += 1
    token += line.is_hyphen(token)
    token += line.word(token) == "of"
    token += line.word(token) in {"a", "an"}
    scale = tables()["scales"].get(line.word(token))
    return None if scale is None else Numeral(start, token + 1, round(factor * share * scale))


def _read_collective(line: Line, token: int) -> Numeral | None:
    start, factor = token, 1.0
    if line.word(token) == "half" and line.word(token + 1) in {"a", "an"}:
        token, factor = token + 1, 0.5
    counted = 1.0 if line.word(token) in {"a", "an"} else tables()["units"].get(line.word(token))
    collective = tables()["collective"].get(line.word(token + 1))
    if collective is None or counted is None:
        return None
    return Numeral(start, token + 2, factor * counted * collective, is_made=True)


def _read_words(line: Line, token: int) -> Numeral | None:
    """Return "twenty-two", "one hundred and five", "a hundred", "two hundred thousand"."""
    units, scales = tables()["units"], tables()["scales"]
    article = line.word(token) in {"a", "an"}
    place: int | None = token + article
    if line.word(token + article) not in (scales if article else {**units, **scales}):
        return None
    total, group, last = 0.0, 1.0 if article else 0.0, token
    while place is not None:
        word, last = line.word(place), place + 1
        if word in units:
            group += units[word]
        elif scales[word] >= 1000:
            total, group = total + (group or 1.0) * scales[word], 0.0
        else:
            group = (group or 1.0) * scales[word]
        place = _next_part(line, place)
    return _read_half_more(line, Numeral(token, last, total + group)) or Numeral(token, last, total + group)


def _read_half_more(line: Line, numeral: Numeral) -> Numeral | None:
    """Return "two and a half thousand", "two and a half million": the half is of what follows."""
    if not line.has(numeral.last, ("and", "a", "half")):
        return None
    scale = tables()["scales"].get(line.word(numeral.last + 3))
    return None if scale is None else Numeral(numeral.first, numeral.last + 4, (numeral.value + 0.5) * scale)


def _next_part(line: Line, place: int) -> int | None:
    """Return where the number goes on after its part at `place`, over a hyphen or "and"; None where it ends."""
    units, scales = tables()["units"], tables()["scales"]
    word = line.word(place)
    joined = line.is_hyphen(place + 1) or (line.word(place + 1) == "and" and word in scales)
    after = place + 2 if joined else place + 1
    following = line.word(after)
    if following in scales and (word in units or scales[following] > scales[word]):
        return after
    if following in units and (word in scales or (units[word] >= 20 and units[following] < 10)):
        return after
    return None
