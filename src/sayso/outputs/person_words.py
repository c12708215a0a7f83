"""Does a word mean one person?"""

from sayso.lexicons import read_words
from sayso.lexicons.nouns import is_people

_TABLES = ("roles", "ones", "many")
# Nouns of bodies too, each of which means one person where an article stands before it.
_PERSONS = frozenset({"person", "man", "member"})


def is_person(noun: str) -> bool:
    """Tell whether a noun means one person and never a body of them.

    >>> is_person("officer"), is_person("villager"), is_person("party"), is_person("town")
    (True, True, False, False)
    """
    is_told = is_people(noun) or any(noun in read_words("identifying", table) for table in _TABLES)
    return noun in _PERSONS or (is_told and noun not in read_words("identifying", "bodies_of_people"))
