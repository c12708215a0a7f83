"""Which numbers are reported, with which hedges, and what do they count?"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.counted import find_counted, is_part, is_total, is_whole
from sayso.mentions.drafts import cut
from sayso.mentions.hedges import read_hedge
from sayso.mentions.labels import is_label
from sayso.mentions.lines import HYPHENS, Line
from sayso.mentions.numerals import Numeral, read_numeral, tables
from sayso.mentions.shares import read_share
from sayso.model.kinds import Bound
from sayso.model.mentions import Figure

# "Three or four", "ten, perhaps twelve": two numbers for one count lie no farther apart.
_NEAR = 2
# "Well over", "no fewer than": a hedge has no more words.
_LONGEST_HEDGE = 3


def find_figures(line: Line, taken: frozenset[int]) -> Iterator[Figure]:
    """Yield the figures of a sentence, in reading order; tokens in `taken` belong to time expressions.

    The hedge belongs to the figure: a reader must see "fewer than 1,000", never a bare "1,000". Ages, numbers
    that are names ("Resolution 2118") and "one of the" are none.
    """
    token, named = line.first, -1
    while token < line.last:
        numeral = None if token in taken else read_share(line, token) or read_numeral(line, token)
        if numeral is None or any(place in taken for place in range(numeral.first, numeral.last)):
            token += 1
            continue
        range_end = None if numeral.is_share else _range_end(line, numeral)
        last = (range_end or numeral).last
        # "Resolutions 2118 and 2254": a number joined to one that is a name is a name too.
        is_joined = named == numeral.first - 1 and line.word(named) in {"and", "or", ",", "&"}
        if is_joined or is_label(line, numeral, last):
            named = last
        else:
            numeral = numeral if range_end is None else _share_scale(line, numeral, range_end)
            figure = _figure(line, numeral, range_end)
            yield _without_days(line, figure, taken)
        token = last


def _without_days(line: Line, figure: Figure, taken: frozenset[int]) -> Figure:
    """Return a figure that counts no days: "eight wounded Monday", "twenty people yesterday"."""
    if figure.counted is None or figure.counted not in taken:
        return figure
    before = (t for t in range(figure.counted - 1, figure.token, -1) if t not in taken)
    noun = next((t for t in before if line.universal(t) == "NOUN"), None)
    return replace(figure, counted=noun)


def _range_end(line: Line, numeral: Numeral) -> Numeral | None:
    """Return the second number of "30-40", "30 to 40", "between 30 and 40", "three or four", "ten, perhaps twelve"."""
    joint = line.word(numeral.last)
    is_between = joint == "and" and line.word(numeral.first - 1) == "between"
    if not (joint in HYPHENS or joint == "to" or is_between) or (joint == "to" and _is_moved(line, numeral)):
        return _alternative(line, numeral)
    second = read_numeral(line, numeral.last + 1) or _behind_hedge(line, numeral.last + 1)
    if second is None or second.is_vague or second.value <= numeral.value:
        return None
    return second


def _behind_hedge(line: Line, first: int) -> Numeral | None:
    """Return a number of which the hedge begins here: "from 60 to *over 100*"."""
    places = range(first + 1, min(first + _LONGEST_HEDGE + 1, line.last))
    numeral = next((found for place in places if (found := read_numeral(line, place)) is not None), None)
    is_hedged = numeral is not None and read_hedge(line, numeral.first, numeral.last).first == first
    return numeral if is_hedged else None


def _share_scale(line: Line, first: Numeral, second: Numeral) -> Numeral:
    """Give a number the scale that is said only once: "two to three thousand", "20 to 25,000", "three or four dozen"."""
    word = line.word(second.last - 1)
    scale = {**tables()["scales"], **tables()["collective"]}.get(word)
    if scale is None and line.parse.words[second.last - 1].endswith(",000"):
        scale = 1000
    is_shared = scale is not None and line.word(first.last - 1) != word and first.value < second.value / scale
    return first._replace(value=first.value * scale, is_made=second.is_made) if is_shared and scale else first


def _alternative(line: Line, numeral: Numeral) -> Numeral | None:
    """Return the larger number that it may be instead: of a vague one another vague one, of a plain one one near it."""
    place = numeral.last + (line.word(numeral.last) == ",")
    joint = next((words for words in _joints() if line.has(place, words)), None)
    second = None if joint is None else read_numeral(line, place + len(joint))
    if second is None or second.value <= numeral.value or second.is_vague is not numeral.is_vague:
        return None
    first = _share_scale(line, numeral, second)
    return second if second.is_vague or second.value <= _NEAR * first.value else None


@cache
def _joints() -> tuple[tuple[str, ...], ...]:
    return cut(read_toml("numbers")["alternatives"]["joints"])


def _is_moved(line: Line, numeral: Numeral) -> bool:
    """Tell whether a count goes "from 31 to 44" under a verb of moving: two numbers, an old and a new one."""
    verbs = frozenset(read_toml("numbers")["words"]["raising"])
    before = range(max(line.first, numeral.first - 16), numeral.first - 1)
    return line.word(numeral.first - 1) == "from" and any(line.parse.lemmas[t].casefold() in verbs for t in before)


@cache
def _percents() -> frozenset[str]:
    return frozenset(read_toml("numbers")["words"]["percent"])


def _percent_end(line: Line, last: int) -> int:
    """Return the token after "percent", "%" or "per cent" behind a number, or the same token when none follows."""
    if line.word(last) in _percents():
        return last + 1
    return last + 2 if line.has(last, ("per", "cent")) else last


def _figure(line: Line, number: Numeral, range_end: Numeral | None) -> Figure:
    end = (range_end or number).last
    last = _percent_end(line, end)
    is_share = last > end or number.is_share
    hedge = read_hedge(line, number.first, last)
    low, high, bound = _limits(number, range_end, hedge.bound)
    if range_end is not None and _is_open_above(line, range_end):
        high, bound = None, Bound.AT_LEAST
    unit = last - 1 if last > end else end - 1
    opens = range_end is not None and line.word(hedge.first - 1) in {"between", "from"}
    return Figure(
        span=line.span(hedge.first - opens, hedge.last), token=end - 1, low=low, high=high, bound=bound,
        counted=find_counted(line, unit, (hedge.first, hedge.last), is_share=is_share),
        by_rule=number.is_made or number.is_vague, is_percent=is_share, is_additional=hedge.is_additional,
        is_part=not is_share and is_part(line, hedge.first, hedge.last), is_total=hedge.is_total or is_total(line, hedge.first),
        is_whole=is_whole(line, hedge.first),
    )  # fmt: skip


def _is_open_above(line: Line, number: Numeral) -> bool:
    """Tell whether the second number of a range is only a least one: "from 60 to over 100"."""
    hedge = read_hedge(line, number.first, number.last)
    return hedge.first < number.first and hedge.bound is Bound.AT_LEAST


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
