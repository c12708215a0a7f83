"""Which years stand here? Single ones, spans of them, decades and centuries, also before Christ."""

import re
from dataclasses import replace

from sayso.mentions.drafts import Draft, make_date, match, read_ordinal, read_year, time_words
from sayso.mentions.lines import HYPHENS, Line
from sayso.text.days import write_year

_PHASED = re.compile(r"(early|mid|late)-(1[89]\d\d|20[0-4]\d)")
_SHORT_YEAR = re.compile(r"\d{1,4}")
_DECADE = re.compile(r"(1\d|20)(\d)0'?s")
_TENS = re.compile(r"(\d{1,3})0'?s")
# A number before this is seldom a year, so that it needs words of time before it.
FIRST_PLAIN_YEAR = 1800
ROUND = 50


def read_years(line: Line, token: int) -> Draft | None:
    """Return the year, span of years, decade or century that begins at the token, or None."""
    found = [reader(line, token) for reader in (_years, _phased, _short_years, _before_christ, _decade, _century)]
    return max((draft for draft in found if draft), key=lambda draft: draft.last, default=None)


def opens_with_phase(word: str) -> bool:
    """Tell whether a word has a phase and a year in one ("mid-2012")."""
    return _PHASED.fullmatch(word) is not None


def read_era(line: Line, token: int) -> int:
    """Return how many tokens "BC" and the like take, 0 for none."""
    return match(line, token, "before_christ")


def read_year_before_christ(line: Line, token: int) -> tuple[int, int] | None:
    """Return a year before Christ as astronomers count, 1 BC being 0, and the token after it."""
    era = read_era(line, token + 1) if _SHORT_YEAR.fullmatch(line.word(token)) else 0
    return (1 - int(line.word(token)), token + 1 + era) if era else None


def _before_christ(line: Line, token: int) -> Draft | None:
    """Return "480 BC", "264-241 BC"."""
    single = read_year_before_christ(line, token)
    if single is not None:
        return make_date((token, single[1]), write_year(single[0]))
    is_span = line.word(token + 1) in HYPHENS | {"to", "until"} and _SHORT_YEAR.fullmatch(line.word(token))
    second = read_year_before_christ(line, token + 2) if is_span else None
    first = 1 - int(line.word(token)) if second else 0
    if second is None or first > second[0]:
        return None
    return make_date((token, second[1]), f"{write_year(first)}/{write_year(second[0])}")


def _years(line: Line, token: int) -> Draft | None:
    """Return a year or span of years ("2011", "2014-2015", "2008-09", "2014 and 2015")."""
    year = read_year(line, token)
    if year is None or (line.is_glued(token) and line.parse.universal[token - 1] in {"SYM", "NUM"}):
        return None
    if line.word(token + 1) in HYPHENS | {"/"}:
        second = _second_year(line.word(token + 2), year)
        if second is not None:
            return make_date((token, token + 3), f"{year}/{second}")
    if not could_be_year(line, token):
        return None
    is_pair = line.word(token + 1) == "and" and read_year(line, token + 2) == year + 1
    if is_pair and could_be_year(line, token + 2):
        return make_date((token, token + 3), f"{year}/{year + 1}")
    return make_date((token, token + 1), str(year))


def _phased(line: Line, token: int) -> Draft | None:
    """Return "mid-2012" written as one word."""
    found = _PHASED.fullmatch(line.word(token))
    if found is None:
        return None
    draft = make_date((token, token + 1), found.group(2))
    return draft._replace(timex=replace(draft.timex, part=time_words()["phases"][found.group(1)]))


def _second_year(word: str, year: int) -> int | None:
    if not word.isdigit() or len(word) not in {2, 4}:
        return None
    second = int(word) if len(word) == 4 else year // 100 * 100 + int(word)
    return second if year < second <= year + 60 else None


def _short_years(line: Line, token: int) -> Draft | None:
    """Return "08-09" after "in": two following years written short."""
    one, two = line.word(token), line.word(token + 2)
    is_pair = line.is_hyphen(token + 1) and len(one) == len(two) == 2 and one.isdigit() and two.isdigit()
    if not is_pair or line.word(token - 1) not in {"in", "during"} or int(two) != int(one) + 1:
        return None
    return make_date((token, token + 3), f"20{one}/20{two}")


def could_be_year(line: Line, token: int) -> bool:
    """Tell whether four digits are a year: not when they count a plural noun, head a noun's number or follow "$".

    One before 1800 needs a word of time before it, since most such numbers count something.
    """
    previous, parse, words = line.word(token - 1), line.parse, time_words()["years"]
    if previous in words["never_after"] or line.universal(token - 1) == "SYM" or _ends_range(line, token):
        return False
    if int(line.word(token)) < FIRST_PLAIN_YEAR and not _is_early_year(line, token):
        return False
    if int(line.word(token)) % ROUND == 0 and previous not in words["after"] and _counts_names(line, token):
        return False
    head = parse.heads[token]
    if previous in words["determiners"] and int(line.word(token)) % ROUND:
        return True
    counts = parse.relations[token] == "nummod" and parse.tags[head] in {"NNS", "NNPS"} and head > token
    if counts:
        return previous in words["after"] and head > token + 1

    is_one = parse.relations[token] == "nummod" and parse.tags[head] in {"NN", "NNP"} and int(line.word(token)) % ROUND
    return bool(is_one) or previous in words["after"] or previous in words["near"] or parse.relations[token] != "nummod"


def _ends_range(line: Line, token: int) -> bool:
    """Tell whether the digits end a range of what a plural noun behind them counts: "between 1,100 and 1900 people"."""
    first = line.word(token - 2).replace(",", "")
    is_range = line.word(token - 1) in {"and", "to", "or"} and first.isdecimal() and int(first) < FIRST_PLAIN_YEAR
    return is_range and line.parse.tags[min(token + 1, len(line.parse) - 1)] in {"NNS", "NNPS"}


def _counts_names(line: Line, token: int) -> bool:
    """Tell whether a round number stands before a name or adjective with a plural behind it: "2000 Sunni families"."""
    place = token + 1
    while line.universal(place) in {"ADJ", "PROPN", "NOUN"} and line.parse.tags[place] not in {"NNS", "NNPS"}:
        place += 1
    return place < line.last and line.parse.tags[place] in {"NNS", "NNPS"}


def _is_early_year(line: Line, token: int) -> bool:
    """Tell whether a number below 1800 is told as a year: "in 1776", "(1517)", and no plural noun is counted."""
    words = time_words()["years"]
    previous = line.word(token - 1)
    if line.parse.tags[line.parse.heads[token]] in {"NNS", "NNPS"} and line.parse.relations[token] == "nummod":
        return False
    is_round = int(line.word(token)) % ROUND == 0
    is_near = previous in words["after"] or previous in words["near"] or previous in words["determiners"]
    is_one = line.parse.relations[token] == "nummod" and line.parse.tags[line.parse.heads[token]] in {"NN", "NNP"}
    return previous in words["surely_after"] or (not is_round and (is_near or is_one))


def _decade(line: Line, token: int) -> Draft | None:
    """Return "the 1990s", "the 470s BC"."""
    text = line.word(token) + (
        line.word(token + 1) if line.word(token + 1) == "'s" and line.is_glued(token + 1) else ""
    )
    last = token + 1 if text == line.word(token) else token + 2
    first = token - 1 if line.word(token - 1) == "the" else token
    tens, era = _TENS.fullmatch(text), read_era(line, last)
    if tens and era:
        start = 1 - 10 * int(tens.group(1)) - 9
        return make_date((first, last + era), f"{write_year(start)}/{write_year(start + 9)}")
    found = _DECADE.fullmatch(text)
    if found is None:
        return None
    start = int(found.group(1) + found.group(2) + "0")
    return make_date((first, last), f"{start}/{start + 9}")


def _century(line: Line, token: int) -> Draft | None:
    """Return "the 19th century", "the fourth century BC": the years that are counted to it."""
    number = read_ordinal(line, token)
    if number is None or line.word(token + 1 + (line.word(token + 1) == "-")) != "century":
        return None
    last = token + 2 + (line.word(token + 1) == "-")
    era = read_era(line, last)
    first = token - 1 if line.word(token - 1) == "the" else token
    if era:
        return make_date((first, last + era), f"{write_year(1 - 100 * number)}/{write_year(100 - 100 * number)}")
    return make_date((first, last), f"{100 * number - 99:04}/{100 * number:04}")
