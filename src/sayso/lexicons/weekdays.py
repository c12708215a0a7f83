"""Does a weekday stand for a day, or in a name?"""

from sayso.lexicons import read_toml


def is_day(word: str, relation: str) -> bool:
    """Tell whether a word with this relation is a weekday that stands for a day, not in a name.

    >>> is_day("Friday", "obl"), is_day("Friday", "compound")
    (True, False)
    """
    return word.casefold() in read_toml("time")["weekdays"] and relation.startswith("obl")
