"""What do common nouns mean? Classes from the dictionary's own tree of nouns."""

from functools import cache

from sayso.lexicons import read_csv


@cache
def read_noun_classes() -> dict[str, frozenset[str]]:
    """Return the classes of every noun of the table: place, people, supply and so on, several where it has several."""
    return {row["noun"]: frozenset(row["classes"].split()) for row in read_csv("nouns")}


@cache
def nouns_of(name: str) -> frozenset[str]:
    """Return the nouns of one class."""
    return frozenset(noun for noun, classes in read_noun_classes().items() if name in classes)


@cache
def is_people(noun: str) -> bool:
    """Tell whether a noun means people and nothing else but a body of them ("engineer", not "market" or "target")."""
    classes = read_noun_classes().get(noun, frozenset())
    return "people" in classes and classes <= {"people", "helper", "force", "org"}
