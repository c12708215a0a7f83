"""Which country does a name, a capital or a demonym mean?"""

from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_csv


class Country(NamedTuple):
    """A country that a name means; `is_capital` when the name is that of its capital."""

    code: str
    name: str
    is_capital: bool = False


def key_of(name: str) -> str:
    """Return a name as the tables compare it: lower case, no hyphens, stops or leading article.

    >>> key_of("The U.S.")
    'us'
    """
    text = " ".join(name.casefold().replace("’", "'").replace("-", " ").replace("‑", " ").replace(".", "").split())
    return text.removeprefix("the ")


@cache
def _names() -> dict[str, Country]:
    found: dict[str, Country] = {}
    rows = read_csv("countries")
    for row in rows:
        for name in row["capital"].split(";"):
            found[key_of(name)] = Country(row["code"], row["name"], is_capital=True)
    for row in rows:
        for name in (row["name"], *row["aliases"].split(";")):
            found[key_of(name)] = Country(row["code"], row["name"])
    found.pop("", None)
    return found


@cache
def _demonyms() -> dict[str, str]:
    return {key_of(word): row["name"] for row in read_csv("countries") for word in row["demonyms"].split(";") if word}


def find_country(name: str) -> Country | None:
    """Return the country that a name or the name of a capital means, or None."""
    return _names().get(key_of(name))


def find_people(*words: str) -> str | None:
    """Return the country whose demonym the words are ("Syrian", "South Korean"), or None."""
    return _demonyms().get(key_of(" ".join(words)))
