"""By which names is a place found?"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from gazetteer.sources import Source
from sayso.text.spellings import bare, plain

_SHORTEST_CODE = 5


def find_keys(source: Source, others: Sequence[str], words: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return the folded name of a place, and its other folded names.

    Of other names those in Latin letters are kept that begin with a capital: the rest of what GeoNames holds are
    codes and machine-made spellings. A division is also found without its word ("Homs" for "Homs Governorate").
    """
    name = plain(source.name)
    kept = [plain(other) for other in others if is_name(other)]
    kept += [bare(other) for other in (source.name, *others) if is_name(other)]
    if source.level in {1, 2}:
        kept += [short for key in (name, *kept) for short in _drop_words(key, words)]
    return name, tuple(sorted({key for key in kept if len(key) > 2 and key != name}))


@cache
def is_name(text: str) -> bool:
    """Tell whether a name is written in Latin letters as names are, and is no code of an airport."""
    letters = [letter for letter in text if letter.isalpha()]
    is_code = text.isupper() and len(text) < _SHORTEST_CODE
    is_latin = all("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return bool(letters) and is_latin and not is_code and letters[0].isupper()


def show_name(source: Source) -> str:
    """Return the name that a division is shown by: one in plain letters, if GeoNames has one."""
    if source.name.isascii() or source.level == 3:
        return source.name
    plain_ones = [other for other in source.others if other.isascii() and is_name(other)]
    return min(plain_ones, key=lambda other: (len(other), other), default=source.name)


def _drop_words(key: str, words: frozenset[str]) -> Iterator[str]:
    """Yield a key without the words for a sort of division at its ends."""
    parts = key.split()
    while len(parts) > 1 and parts[-1] in words:
        parts = parts[:-1]
        yield " ".join(parts)
    for size in (2, 1):
        if len(parts) > size and " ".join(parts[:size]) in words:
            yield " ".join(parts[size:])
