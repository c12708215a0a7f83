"""Which country do a name, a capital or a demonym mean, and what are its people called?"""

from functools import cache

from sayso.lexicons import read_csv


def find_state(name: str) -> str | None:
    """Return the country that is meant by its name or its capital ("Damascus" for Syria), or None."""
    return _names().get(_key(name))


def find_demonym(word: str) -> str | None:
    """Return the country that a demonym ("Syrian") means, or None."""
    return _demonyms().get(_key(word))


def name_country(code: str | None) -> str | None:
    """Return the name of a country by its code; a country that a case names itself is called so.

    >>> name_country("SY"), name_country("Velmora")
    ('Syria', 'Velmora')
    """
    return _codes().get(code or "", code)


def demonym_of(country: str) -> str:
    """Return the first demonym of a country ("Syrian"), the country's own name when the table has none.

    >>> demonym_of("Syria")
    'Syrian'
    """
    return _first_demonyms().get(country) or country


def capital_of(country: str) -> str | None:
    """Return the capital of a country, or None."""
    return next((row["capital"].split(";")[0] or None for row in read_csv("countries") if row["name"] == country), None)


def _key(name: str) -> str:
    return name.casefold().replace(".", "").removeprefix("the ").strip()


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_csv("countries"):
        for capital in row["capital"].split(";"):
            found.setdefault(_key(capital), row["name"])
    for row in read_csv("countries"):
        for name in (row["name"], *row["aliases"].split(";")):
            found[_key(name)] = row["name"]
    found.pop("", None)
    return found


@cache
def _demonyms() -> dict[str, str]:
    return {_key(word): row["name"] for row in read_csv("countries") for word in row["demonyms"].split(";") if word}


@cache
def _first_demonyms() -> dict[str, str]:
    return {row["name"]: row["demonyms"].split(";")[0] for row in read_csv("countries")}


@cache
def _codes() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_csv("countries")}
