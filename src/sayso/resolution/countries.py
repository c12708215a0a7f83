"""Which country does a word mean, and which country is the case about?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_csv
from sayso.model.claims import Claim, Reading
from sayso.model.derivations import name_rule
from sayso.model.kinds import PlaceKind
from sayso.model.settings import Settings
from sayso.text.memories import Memory
from sayso.text.spellings import plain

CASE_COUNTRY = name_rule(
    "resolution.case_country",
    "'The army' or 'state television' without a nationality are those of the country the case is about:"
    " the one the user named, else the one that most documents name most often.",
)
_STEM = 4


class Country(NamedTuple):
    """A country: its ISO code (its name when the tables do not hold it), name and adjective."""

    code: str
    name: str
    adjective: str


@cache
def _by_word() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for row in read_csv("countries"):
        demonyms = row["demonyms"].split(";")
        country = Country(row["code"], row["name"], demonyms[0] or row["name"])
        for word in (row["name"], *row["aliases"].split(";"), *demonyms):
            found.setdefault(_key(word), country)
    found.pop("", None)
    return found


@cache
def _by_capital() -> dict[str, Country]:
    return {
        _key(name): _by_word()[_key(row["name"])]
        for row in read_csv("countries")
        for name in row["capital"].split(";")
        if name
    }


def _key(word: str) -> str:
    """Return a name without stops and article ("The U.S." is "us")."""
    return plain(word.replace(".", "")).removeprefix("the ")


def find_country(word: str | None) -> Country | None:
    """Return the country that a name or demonym means ("Syrian", "the U.S.")."""
    return _by_word().get(_key(word)) if word else None


def find_by_code(code: str) -> Country | None:
    """Return the country with an ISO code, which is written in capitals."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Country]:
    return {row["code"]: _by_word()[_key(row["name"])] for row in read_csv("countries")}


def find_by_capital(name: str) -> Country | None:
    """Return the country whose capital bears the name."""
    return _by_capital().get(_key(name))


def is_country_name(name: str) -> bool:
    """Tell whether a name is that of a country itself, not of its people."""
    country = find_country(name)
    return country is not None and _key(name) not in _demonym_keys()


@cache
def _demonym_keys() -> frozenset[str]:
    return frozenset(_key(word) for row in read_csv("countries") for word in row["demonyms"].split(";"))


def find_case_country(readings: Sequence[Reading], settings: Settings, memory: Memory) -> Country | None:
    """Return the country the case is about, None when none stands out.

    The user's word first. Else each document votes for the country it names most, by name or by people;
    the one with most documents, then most mentions wins; of two that are level, none.
    """
    if settings.country:
        return find_country(settings.country) or find_by_code(settings.country) or _invented(settings.country, settings)
    votes: Counter[Country] = Counter()
    mentions: Counter[Country] = Counter()
    for reading in readings:
        counts = memory.recall(_count_countries, reading.document.id, reading)
        mentions.update(counts)
        if counts:
            most = max(counts.values())
            votes.update(country for country, count in counts.items() if count == most)
    ranked = sorted(votes, key=lambda country: (-votes[country], -mentions[country], country.name))
    if not ranked:
        return None
    first, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    is_level = second is not None and (votes[first], mentions[first]) == (votes[second], mentions[second])
    return None if is_level else first


def _count_countries(reading: Reading) -> Mapping[Country, int]:
    return Counter(_countries(reading))


def _countries(reading: Reading) -> Iterator[Country]:
    words = [toponym.name for toponym in reading.toponyms]
    words += [word for claim in reading.claims for word in _peoples(claim)]
    for word in words:
        country = find_country(word)
        if country is not None:
            yield country


def _peoples(claim: Claim) -> Iterator[str]:
    actors = (claim.agent, *claim.co_agents, claim.target)
    yield from (actor.people for actor in actors if actor and actor.people)
    yield from (source.people for source in claim.chain if source.people)


def find_invented(settings: Settings) -> tuple[Country, ...]:
    """Return the countries of the user's that no table holds: the case's own, then those among the places."""
    names = [settings.country or "", *(place.name for place in settings.places if place.kind is PlaceKind.COUNTRY)]
    unknown = (name for name in names if name and not (find_country(name) or find_by_code(name)))
    return tuple(dict.fromkeys(_invented(name, settings) for name in unknown))


def _invented(name: str, settings: Settings) -> Country:
    """Return a country of no table, its adjective taken from the names the user gave ("Karsovian army")."""
    names = [actor.name for actor in settings.actors]
    names += [voice.name for voice in settings.voices]
    names += [institution.name for institution in settings.institutions]
    words = (text.split()[0] for text in names if text.strip())
    stem = name[:_STEM].casefold()
    guess = f"{name}n" if name.endswith("a") else name
    adjective = next((w for w in words if w.casefold().startswith(stem) and w.casefold() != name.casefold()), guess)
    return Country(name, name, adjective)
