"""What does a number count, and is it a part or a sum of another?"""

from functools import cache

from sayso.lexicons import read_toml
from sayso.mentions.drafts import cut
from sayso.mentions.lines import Line
from sayso.mentions.numerals import read_numeral

_NOUNS = frozenset({"NOUN", "PROPN"})
# "Half of the besieged town's 40,000": no more words stand between "of" and the number of the whole.
_FARTHEST_OF = 6
_FARTHEST_AMONG = 5


def find_counted(line: Line, number: int, run: tuple[int, int], *, is_share: bool) -> int | None:
    """Return the token of the noun that the number counts, None when it stands alone ("killed 14").

    In order: the noun after "of" ("dozens of houses", "80 percent of the area"), the noun the number qualifies in
    the tree, the noun that ends the words right after it. A word in brackets says who counts: "47 dead (medics)".
    """
    after = run[1] + (line.has(run[1], (",", "of")) or line.has(run[1], ("out", "of")))
    if line.word(after) == "of" and line.word(after + 1) not in {"whom", "which"}:
        return _noun_of(line, after)
    if line.universal(after) == "VERB" and line.parse.tags[after] in {"VBN", "VBD"}:
        # "Another 40 taken hostage" counts no hostages that are taken.
        is_told = line.parse.relations[after] in {"amod", "compound"} and line.word(after) not in {"taken", "held"}
        return _phrase_end(line, after) if is_told else None
    if is_share:
        return _phrase_end(line, after, has_article=True)
    head = line.parse.heads[number]
    for _ in range(3):
        if not run[0] <= head < run[1]:
            break
        head = line.parse.heads[head]
    relation = line.parse.relations[number]
    if (
        relation.split(":")[0] in {"nummod", "amod", "det", "compound"}
        and head >= after
        and line.universal(head) in _NOUNS
        and not any(line.word(place) == "(" for place in range(after, head))
    ):
        end = _phrase_end(line, after)
        return end if end is not None and end > head else head
    return _phrase_end(line, after)


def _noun_of(line: Line, after: int) -> int | None:
    if line.word(after + 1) in {"them", "those", "these"} and line.universal(after + 2) in _NOUNS:
        return _phrase_end(line, after + 2)
    head = line.parse.heads[after]
    if line.universal(head) == "NUM":
        # "200 of 1,500 fighters" counts fighters.
        head = _phrase_end(line, head + 1) or head
    if head > after and line.word(head + 1) == "'s" and (owned := _owned(line, head + 2)) is not None:
        return owned
    if head > after and line.universal(head) in {*_NOUNS, "PRON", "NUM"}:
        return head
    return _phrase_end(line, after + 1, has_article=True)


def _owned(line: Line, token: int) -> int | None:
    """Return the noun behind a possessive and its number: "half of the town's 40,000 people"."""
    numeral = read_numeral(line, token)
    return _phrase_end(line, token if numeral is None else numeral.last)


def _phrase_end(line: Line, token: int, *, has_article: bool = False) -> int | None:
    """Return the noun that ends the run of adjectives and nouns at the token, None when it begins otherwise.

    An article stands only behind a share ("half the town"): "29 dead the day after" counts no days.
    """
    found = None
    if has_article and line.word(token) in {"the", "its", "their", "his", "her", "our"}:
        token += 1
    while _goes_on(line, token, has_noun=found is not None):
        if line.universal(token) in _NOUNS:
            found = token
        token += 2 if line.is_hyphen(token + 1) else 1
    return found


def _goes_on(line: Line, token: int, *, has_noun: bool) -> bool:
    """Tell whether the token belongs to the run: a name does not follow a noun, nor an article."""
    universal = line.universal(token)
    if universal == "PROPN":
        return not (has_noun and line.universal(token - 1) == "NOUN")
    if universal in {"NOUN", "ADJ"}:
        return True
    if universal == "VERB":
        return line.parse.tags[token] in {"VBN", "VBG"} and line.parse.relations[token] == "amod"
    return False


@cache
def _phrases(key: str) -> tuple[tuple[str, ...], ...]:
    return cut(read_toml("numbers")["words"][key])


def is_part(line: Line, first: int, last: int) -> bool:
    """Tell whether the number is a part of another: "including 12 children", "12 of whom", "12 were among the dead".

    Behind "among" a number of dead or hurt is the whole ("among the 58 dead").
    """
    before = any(line.ends(place, words) for place in (first, first - 1) for words in _phrases("part_before"))
    if before and _is_among(line, first) and _opens_harmed(line, last):
        return False
    return before or any(line.has(last, words) for words in _phrases("part_after")) or _are_among(line, last)


def _is_among(line: Line, first: int) -> bool:
    return bool({line.word(first - 1), line.word(first - 2)} & {"among", "amongst"})


def _opens_harmed(line: Line, token: int) -> bool:
    """Tell whether words for those who were harmed stand here: "dead", "victims", "people killed"."""
    harmed = frozenset(read_toml("numbers")["words"]["harmed"])
    return line.word(token) in harmed or (line.universal(token) == "NOUN" and line.word(token + 1) in harmed)


def _are_among(line: Line, last: int) -> bool:
    """Tell whether those whom a number counts are said to be among the dead or hurt: "11 children among the dead"."""
    place = last
    while place < last + _FARTHEST_AMONG and line.universal(place) in {"NOUN", "ADJ", "AUX", "PROPN"}:
        place += 1
    if line.word(place) not in {"among", "amongst"}:
        return False
    behind = (t for t in range(place + 1, place + 4) if line.universal(t) not in {"DET", "NUM"})
    return _opens_harmed(line, next(behind, place))


def is_total(line: Line, first: int) -> bool:
    """Tell whether the number is a sum reached: "bringing the toll to 40", "the toll rose to 40"."""
    if line.word(first - 1) not in {"to", "at"}:
        return False
    verbs = frozenset(read_toml("numbers")["words"]["raising"])
    return any(line.parse.lemmas[place].casefold() in verbs for place in range(max(line.first, first - 9), first))


def is_whole(line: Line, first: int) -> bool:
    """Tell whether only some of the number are meant: "200 of the 1,500", "half of the town's 40,000", "out of 500"."""
    place = first - 1
    while place > line.first and first - place < _FARTHEST_OF and line.word(place) not in {"of", "among"}:
        if line.universal(place) not in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"}:
            return False
        place -= 1
    if line.word(place) not in {"of", "among"} or line.word(place - 1) == ",":
        return False
    before = place - 1 - (line.word(place - 1) == "out")
    some = frozenset(read_toml("numbers")["words"]["some_of_whole"])
    return line.word(before) in some or line.universal(before) == "NUM" or _is_counted(line, place - 1)


def _is_counted(line: Line, token: int) -> bool:
    """Tell whether a noun before "out of" has a number: "5,000 people out of 60,000"."""
    return line.word(token) == "out" and line.universal(token - 1) in _NOUNS and line.universal(token - 2) == "NUM"
