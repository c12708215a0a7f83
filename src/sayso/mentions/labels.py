"""Which numbers are no counts? Ages, names with numbers, list marks, clock-like and list-like digits."""

from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.drafts import cut, read_unit, read_year
from sayso.mentions.lines import Line
from sayso.mentions.numerals import Numeral, tables
from sayso.mentions.years import could_be_year


def is_label(line: Line, numeral: Numeral, last: int) -> bool:
    """Tell whether the number in tokens up to `last` counts nothing."""
    return (
        _is_age(line, numeral, last)
        or _is_named(line, numeral, last)
        or _is_naming(line, numeral, last)
        or _is_pronoun(line, numeral, last)
        or _is_compound(line, last)
        or _is_mark(line, numeral, last)
        or _is_measure(line, last)
        or _is_distance(line, last)
        or _is_multiple(line, last)
        or (line.word(numeral.first - 1) == "of" and line.word(numeral.first - 2) in _words("parents"))
        or line.ends(numeral.first, ("all", "but"))
        or (
            read_year(line, numeral.first) is not None
            and last == numeral.first + 1
            and could_be_year(line, numeral.first)
        )
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_toml("numbers")["words"][key])


def _is_age(line: Line, numeral: Numeral, last: int) -> bool:
    """Tell whether it is "aged 22", "20-year-old", "20 years old" or "Ali, 27,"."""
    first = numeral.first
    if line.word(first - 1) in _words("age_before") or any(line.ends(first, words) for words in _comparing()):
        return True
    unit = last + 1 if line.is_hyphen(last) else last
    if read_unit(line, unit) and (
        line.word(unit + 1) == "old"
        or (line.word(unit + 1) == "-" and line.word(unit + 2) == "old")
        or line.has(unit + 1, ("of", "age"))
    ):
        return True
    is_apposed = (
        line.word(first - 1) in {",", "("}
        and line.universal(first - 2) == "PROPN"
        and line.word(last) in {",", ")", ".", ";"}
    )
    return is_apposed and numeral.value < 120 and line.parse.words[first][0].isdigit()


@cache
def _comparing() -> tuple[tuple[str, ...], ...]:
    return cut(read_toml("numbers")["words"]["age_comparing"])


def _is_measure(line: Line, last: int) -> bool:
    """Tell whether it only says how large the thing behind it is: "155 mm shells", "a 250 kg bomb"."""
    is_compound = line.parse.relations[last] in {"compound", "nmod:unmarked"} if last < line.last else False
    return is_compound and line.word(last) in _words("measuring") and line.parse.heads[last] > last


def _is_distance(line: Line, last: int) -> bool:
    """Tell whether it says where something lies: "20 miles from the port"."""
    following = line.word(last + 1 + (line.word(last + 1) in {"to", "(", "further", "due"}))
    following = line.word(last + 3) if line.has(last + 1, ("to", "the")) else following
    return line.word(last) in _words("lengths") and following in _words("lying")


def _is_multiple(line: Line, last: int) -> bool:
    """Tell whether it only compares two amounts: "three times the official figure", "four times as many"."""
    return line.word(last) in _words("multiplying") and line.word(last + 1) in _words("multiplied")


def _is_named(line: Line, numeral: Numeral, last: int) -> bool:
    """Tell whether a noun or name before it bears the number: "Resolution 2118", "Highway 6", "France 24"."""
    first, previous = numeral.first, line.word(numeral.first - 1)
    if not line.parse.words[first][0].isdigit() and numeral.value > 20:
        return False
    if previous in _words("numbered") and line.parse.heads[first] <= first:
        return True
    if line.universal(first - 1) not in {"PROPN", "NOUN"} or line.universal(last) in {"NOUN", "ADJ"}:
        return False
    if _is_given(line, first, last) or _counts_harmed(line, last):
        return False
    is_flat = line.parse.relations[first] in {"flat", "nmod:unmarked"} and line.parse.heads[first] == first - 1
    return is_flat or (
        line.universal(first - 1) == "PROPN"
        and line.parse.heads[first] < first
        and line.universal(last) not in {"VERB", "PROPN"}
    )


def _counts_harmed(line: Line, last: int) -> bool:
    """Tell whether a heading goes on with those whom the number counts: "strikes on Orlesh *15 killed*", "*8 More Killed*"."""
    behind = last + (line.word(last) in {"more", "others", "other"})
    return line.word(behind) in _words("harmed") - {"those"}


def _is_given(line: Line, first: int, last: int) -> bool:
    """Tell whether the noun before gives the number, its verb left out: "gave 18 dead, *the hospital 34*"."""
    place = first - 1
    while line.universal(place) in {"NOUN", "PROPN", "ADJ", "VERB"} and place > line.first:
        place -= 1
    is_joined = line.word(place) == "the" and line.word(place - 1) in {",", ";", "and", "while"}
    is_last = last >= line.last or line.universal(last) == "PUNCT" or line.word(last) == "and"
    return is_joined and is_last and any(line.universal(t) == "NUM" for t in range(line.first, place))


def _is_naming(line: Line, numeral: Numeral, last: int) -> bool:
    """Tell whether a number word opens a name ("the Three Rivers Alliance"); the first word of a sentence opens none."""
    first = numeral.first
    return (
        first > line.first
        and last == first + 1
        and line.parse.words[first].isalpha()
        and line.parse.words[first].istitle()
        and line.universal(last) == "PROPN"
        and line.parse.words[last][0].isupper()
    )


def _is_pronoun(line: Line, numeral: Numeral, last: int) -> bool:
    """Tell whether "one" is no number: "one of the", "no one", "one another", or without a noun to count."""
    if line.word(numeral.first) != "one" or last != numeral.first + 1:
        return False
    if line.word(numeral.first - 1) in {"least", "than", "only"} and line.word(last) != "of":
        return False
    if line.word(last) in {"of", "another", "'s", "or", "day", "side", "hand"} or line.word(numeral.first - 1) in {
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "which",
        "another",
    }:
        return True
    head = line.parse.heads[numeral.first]
    return not (line.parse.relations[numeral.first] == "nummod" and head > numeral.first)


def _is_compound(line: Line, last: int) -> bool:
    """Tell whether it qualifies by a hyphen ("15-story building", "two-state solution")."""
    if not line.is_hyphen(last) or line.word(last + 1) in _words("hyphened"):
        return False
    return (
        line.universal(last + 1) in {"NOUN", "ADJ", "VERB", "PROPN"}
        and line.word(last + 1) not in tables()["fractions"]
    )


def _is_mark(line: Line, numeral: Numeral, last: int) -> bool:
    """Tell whether it numbers a list or is one of a chain of digits ("24/7", "2-1", telephone numbers)."""
    first = numeral.first
    is_opening = first == line.first and line.word(last) in {".", ")", ":"}
    before, after = line.word(first - 1), line.word(last)
    is_chained = (before in {"/", "-", ".", ":"} and line.is_glued(first)) or (
        after in {"/", ":"} and line.is_glued(last + 1)
    )
    # "On 21 April 2014 dozens died": a word stands in no row of digits.
    is_digits = line.word(first)[:1].isdigit()
    is_row = (is_digits and before[:1].isdigit() and not line.is_glued(first)) or (
        after[:1].isdigit() and after not in tables()["scales"]
    )
    return is_opening or is_chained or is_row
