"""Which numbers are reported, with which hedges, and what do they count?"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.counted import find_counted, is_part, is_total
from sayso.mentions.hedges import read_hedge
from sayso.mentions.labels import is_label
from sayso.mentions.lines import HYPHENS, Line
from sayso.mentions.numerals import Numeral, read_numeral, tables
from sayso.model.kinds import Bound
from sayso.model.mentions import Figure

_WHOLES = frozenset({3.0, 4.0, 5.0, 10.0, 100.0})


def find_figures(line: Line, taken: frozenset[int]) -> Iterator[Figure]:
    """Yield the figures of a sentence, in reading order; tokens in `taken` belong to time expressions.

    The hedge belongs to the figure: a reader must see "fewer than 1,000", never a bare "1,000". Ages, numbers
    that are names ("Resolution 2118") and "one of the" are none.
    """
    token, named = line.first, -1
    while token < line.last:
        numeral = None if token in taken else _read(line, token)
        if numeral is None or any(place in taken for place in range(numeral.first, numeral.last)):
            token += 1
            continue
        range_end = _range_end(line, numeral)
        fraction = _fraction(line, numeral)
        last = (range_end or fraction or numeral).last
        # "Resolutions 2118 and 2254": a number joined to one that is a name is a name too.
        is_joined = named == numeral.first - 1 and line.word(named) in {"and", "or", ",", "&"}
        if is_joined or is_label(line, numeral, last):
            named = last
        else:
            figure = _figure(line, numeral, range_end, fraction)
            # "Eight wounded Monday" counts no Mondays.
            yield replace(figure, counted=None) if figure.counted in taken else figure
        token = last


def _read(line: Line, token: int) -> Numeral | None:
    """Return the number that begins at the token; "half" is one by itself, words need a counting place."""
    if line.word(token) == "half" and line.word(token + 1) not in {"a", "an"} and not line.is_hyphen(token + 1):
        return Numeral(token, token + 1, 50.0) if line.word(token + 1) in {"of", "the", "its"} else None
    return read_numeral(line, token)


def _range_end(line: Line, numeral: Numeral) -> Numeral | None:
    """Return the second number of "30-40", "30 to 40" or "between 30 and 40"."""
    joint = line.word(numeral.last)
    is_between = joint == "and" and line.word(numeral.first - 1) == "between"
    if not (joint in HYPHENS or joint == "to" or is_between) or (joint == "to" and _is_moved(line, numeral)):
        return None
    second = read_numeral(line, numeral.last + 1)
    if second is None or second.is_vague or second.value <= numeral.value:
        return None
    return second


def _is_moved(line: Line, numeral: Numeral) -> bool:
    """Tell whether a count goes "from 31 to 44" under a verb of moving: two numbers, an old and a new one."""
    verbs = frozenset(read_toml("numbers")["words"]["raising"])
    before = range(max(line.first, numeral.first - 16), numeral.first - 1)
    return line.word(numeral.first - 1) == "from" and any(line.parse.lemmas[t].casefold() in verbs for t in before)


def _fraction(line: Line, numeral: Numeral) -> Numeral | None:
    """Return a fraction as per cent: "one-fifth", "two thirds", "three quarters"."""
    place = numeral.last + 1 if line.is_hyphen(numeral.last) else numeral.last
    if (ratio := _ratio(line, numeral)) is not None:
        return ratio
    share = tables()["fractions"].get(line.word(place))
    if share is None or numeral.value > 9 or numeral.is_vague:
        return None
    if line.word(place + 1) not in {"of", ""} and line.universal(place + 1) not in {"PUNCT", "ADP"}:
        return None
    return Numeral(numeral.first, place + 1, round(numeral.value * share * 100, 1))


def _ratio(line: Line, numeral: Numeral) -> Numeral | None:
    """Return "nine streets in ten" as per cent."""
    place = numeral.last
    if line.universal(place) != "NOUN" or line.word(place + 1) != "in":
        return None
    whole = read_numeral(line, place + 2)
    if (
        whole is None
        or whole.value not in _WHOLES
        or numeral.value > whole.value
        or line.universal(whole.last) == "NOUN"
    ):
        return None
    return Numeral(numeral.first, whole.last, round(100 * numeral.value / whole.value, 1))


@cache
def _percents() -> frozenset[str]:
    return frozenset(read_toml("numbers")["words"]["percent"])


def _percent_end(line: Line, last: int) -> int:
    """Return the token after "percent", "%" or "per cent" behind a number, or the same token when none follows."""
    if line.word(last) in _percents():
        return last + 1
    return last + 2 if line.has(last, ("per", "cent")) else last


def _figure(line: Line, numeral: Numeral, range_end: Numeral | None, fraction: Numeral | None) -> Figure:
    number = fraction or numeral
    end = (range_end or number).last
    last = _percent_end(line, end)
    is_share = last > end or fraction is not None or line.word(numeral.first) == "half"
    hedge = read_hedge(line, numeral.first, last)
    low, high, bound = _limits(number, range_end, hedge.bound)
    unit = last - 1 if last > end else end - 1
    opens = range_end is not None and line.word(hedge.first - 1) in {"between", "from"}
    return Figure(
        span=line.span(hedge.first - opens, hedge.last), token=end - 1, low=low, high=high, bound=bound,
        counted=find_counted(line, unit, (hedge.first, hedge.last), is_share=is_share),
        by_rule=number.is_made or number.is_vague, is_percent=is_share, is_additional=hedge.is_additional,
        is_part=not is_share and is_part(line, hedge.first, hedge.last), is_total=hedge.is_total or is_total(line, hedge.first),
    )  # fmt: skip


def _limits(
    number: Numeral, range_end: Numeral | None, bound: Bound | None
) -> tuple[float | None, float | None, Bound]:
    """Return least and greatest value and bound; an open end is None."""
    if number.is_vague:
        return number.value, None, Bound.VAGUE
    if range_end is not None:
        return number.value, range_end.value, Bound.RANGE
    if bound is Bound.AT_LEAST:
        return number.value, None, bound
    if bound is Bound.AT_MOST:
        return None, number.value, bound
    return number.value, number.value, bound or Bound.EXACT
