"""By which common noun does a place go? "The tannery quarter" is called the quarter, not the district."""

from functools import lru_cache

from sayso.lexicons import read_toml
from sayso.text.spellings import NAMES


@lru_cache(maxsize=NAMES)
def goes_by_other_noun(name: str, noun: str) -> bool:
    """Tell whether a name ends with a noun for a sort of place, written small, that is not this one.

    >>> goes_by_other_noun("tannery quarter", "district"), goes_by_other_noun("Old City", "district")
    (True, False)
    """
    last = name.rsplit(maxsplit=1)[-1] if name else ""
    return last.islower() and last != noun and last in read_toml("place_words")["kinds"]
