"""What stands around a gap between two words, as far as it tells whether a sentence ends there?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.lexicons import read_toml, read_words
from sayso.passages.words import Look

_EDGE = Look()
_FAR = 99
_PAUSES = frozenset(".!?:;)]>*=_~-")
_UNENDED = frozenset('"]')
_SIZES = (0, 1, 2, 3, 4, 5, 8, 13, 21, 34)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was read up to a gap since the last full stop: words, small ones, the last small one, open marks.

    `capitals` counts the capitalised words and figures that stand right before the gap.
    """

    words: int = 0
    small: int = 0
    last_small: str = "^"
    capitals: int = 0
    open_brackets: int = 0
    is_quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """All words of a paragraph, with what was read before each gap and how far the next full stop is.

    `manner` tells how careful the writing is: sentences that begin in small letters, an "i" for "I".
    """

    looks: Sequence[Look]
    before: Sequence[Before]
    to_mark: Sequence[int]
    to_small: Sequence[int]
    small_words: frozenset[str]
    manner: str


def read_setting(looks: Sequence[Look]) -> Setting:
    """Return the setting of a paragraph's gaps; gap `n` lies before word `n`."""
    return Setting(
        looks=(*(_EDGE,) * 3, *looks, *(_EDGE,) * 4),
        before=list(_read_before(looks)),
        to_mark=_distances([look.has_mark for look in looks], _FAR),
        to_small=_distances([look.shape in "x." or look.has_mark for look in looks], 6),
        small_words=frozenset(look.core for look in looks if look.is_small),
        manner=_find_manner(looks),
    )


def could_end(before: Look, after: Look) -> bool:
    """Tell whether a sentence might end between two words: after a mark, or before anything but small letters.

    Words in quotation marks or square brackets go on without a stop of their own, and so does a date after its day.
    """
    if before.tail in _UNENDED or (before.shape == "9" and _is_month(after) and not before.tail):
        return False
    return not after.is_small or not _PAUSES.isdisjoint(before.tail)


def _is_month(look: Look) -> bool:
    return look.core in read_toml("time")["months"]


def describe_gap(setting: Setting, at: int) -> Iterator[str]:
    """Yield what may tell whether a sentence ends before word `at`, always in the same order."""
    yield from _tell_words(setting.looks[at : at + 6])
    yield from _tell_shapes(setting.looks[at : at + 7])
    yield from _tell_place(setting, at)


def _read_before(looks: Sequence[Look]) -> Iterator[Before]:
    words = small = capitals = brackets = 0
    last, is_quoted, is_fresh = "^", False, True
    yield Before()
    for look in looks:
        words, small, last = (1, 0, "^") if is_fresh else (words + 1, small, last)
        if look.is_small:
            small, last = small + 1, look.core
        capitals = capitals + 1 if look.shape in {"Xx", "XX", "X", "9", "XxX"} else 0
        marks = look.lead + look.tail
        brackets = max(0, min(2, brackets + sum(marks.count(c) for c in "([") - sum(marks.count(c) for c in ")]")))
        is_quoted ^= marks.count('"') % 2 == 1
        is_fresh = look.has_mark
        yield Before(words=words, small=small, last_small=last, capitals=capitals,
                     open_brackets=brackets, is_quoted=is_quoted)  # fmt: skip


def _distances(stops: Sequence[bool], most: int) -> list[int]:
    """Return for every place how many words stand before the next stop."""
    distance, found = most, [most]
    for is_stop in reversed(stops):
        distance = 0 if is_stop else min(most, distance + 1)
        found.append(distance)
    return found[::-1]


def _find_manner(looks: Sequence[Look]) -> str:
    following = [after.is_small for before, after in pairwise(looks) if before.has_mark]
    has_small_i = any(look.is_small and look.core in {"i", "i'm", "im", "i’m"} for look in looks)
    care = "none" if not following else "careless" if 4 * sum(following) >= len(following) else "careful"
    return f"{care}{has_small_i:d}"


def _tell_words(looks: Sequence[Look]) -> Iterator[str]:
    _, second, first, after, next_, third = looks
    marked, shape = first.core + first.tail, after.shape
    yield marked
    yield f"{after.core} {shape}"
    yield f"{first.tail} {after.core} {shape}"
    yield f"{marked} {shape}{after.lead}"
    yield f"{shape}{after.tail} {next_.shape} {next_.core}"
    yield f"{second.core} {second.tail} {first.tail}"
    yield f"{third.core} {first.tail} {shape}{next_.shape}"
    yield f"{first.core[-3:]} {first.tail} {shape}"
    yield f"{first.core} {shape}{next_.shape}"
    is_starter = after.core in read_words("abbreviations", "sentence_starters")
    yield f"{first.kind} {first.tail} {shape} {is_starter:d}"
    yield f"{first.kind} {first.tail} {after.core}"


def _tell_shapes(looks: Sequence[Look]) -> Iterator[str]:
    third, second, first, after, next_, last, beyond = looks
    tail, shape = first.tail, after.shape
    yield f"{tail} {shape} {after.lead}"
    yield f"{first.shape}{tail} {first.lead} {shape}{after.lead}{after.tail}"
    yield f"{second.shape}{second.tail}{first.shape}{tail} {shape}{after.lead}"
    yield f"{min(len(first.core), 6)}{tail} {shape}{first.shape}"
    yield f"{first.shape}{second.shape}{third.shape}{tail} {shape}{next_.shape}{last.shape}{beyond.shape}"


def _tell_place(setting: Setting, at: int) -> Iterator[str]:
    first, after, next_, last, beyond = setting.looks[at + 2 : at + 7]
    before, ends, ahead = setting.before[at], f"{first.tail} {after.shape}", _size(setting.to_mark[at])
    words, here = _size(before.words), _size(at)
    yield f"{here}{ends}"
    yield f"{words}{ends}"
    yield f"{min(before.small, 5)}{min(before.words, 6)}{ends}"
    yield f"{min(before.capitals, 5)}{ends} {next_.shape}{last.shape}"
    yield f"{setting.manner}{ends}"
    yield f"{before.open_brackets}{before.is_quoted:d}{ends}{after.lead}"
    repeats = after.core and after.core in {look.core for look in setting.looks[max(3, at - 1) : at + 3]}
    yield f"{bool(repeats):d}{bool(after.core) and after.core == setting.looks[3].core:d}{ends}"
    yield f"{_size(len(setting.looks) // 8)}{ends}"
    yield f"{setting.manner}{here}{ahead}{ends}"
    yield f"{after.shape}{next_.shape}{last.shape}{beyond.shape}{first.tail}{at == before.words:d}"
    yield f"{before.last_small}{min(before.capitals, 5)}{ends}"
    known = f"{after.core in setting.small_words:d}{first.core in setting.small_words:d}"
    yield f"{known}{ends}{first.shape}{next_.shape}"
    yield f"{words}{ahead}{first.tail}{setting.to_small[at]}{min(before.capitals, 3)}"
    yield ""


def _size(count: int) -> str:
    return chr(97 + sum(count > size for size in _SIZES))
