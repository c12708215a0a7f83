"""What do common nouns mean? Classes from the dictionary's own tree of nouns."""

from functools import cache, lru_cache

from sayso.lexicons import read_csv, read_toml
from sayso.text.spellings import NAMES

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@cache
def read_noun_classes() -> dict[str, frozenset[str]]:
    """Return the classes of every noun of the table: place, people, supply and so on, several where it has several."""
    return {row["noun"]: frozenset(row["classes"].split()) for row in read_csv("nouns")}


@cache
def nouns_of(name: str) -> frozenset[str]:
    """Return the nouns of one class."""
    return frozenset(noun for noun, classes in read_noun_classes().items() if name in classes)


def joins_name(before: str, mark: str) -> bool:
    """Tell whether a possessive stands inside a name: it is of a word in capitals for people ("*People's* Authority").

    >>> joins_name("Farmers", "'"), joins_name("Ivo", "'s"), joins_name("farmers", "'")
    (True, False, False)
    """
    word = before.casefold()
    is_person = any(is_people(form) for form in (word, word.removesuffix("s"), word.removesuffix("'s")))
    return before[:1].isupper() and mark in POSSESSIVES and (is_person or word in _peoples())


@cache
def _peoples() -> frozenset[str]:
    """Return the plurals for people that end in no s."""
    return frozenset(read_toml("source_roles")["owners_in_names"]["words"])


@lru_cache(maxsize=NAMES)
def is_people(noun: str) -> bool:
    """Tell whether a noun means people and nothing else but a body of them ("engineer", not "market" or "target")."""
    classes = read_noun_classes().get(noun, frozenset())
    return "people" in classes and classes <= {"people", "helper", "force", "org"}
