"""Whose forces are meant where a word of the user's countries stands before them ("Karsovian troops")?"""

from collections.abc import Mapping
from dataclasses import replace

from sayso.lexicons import read_toml, read_words
from sayso.model.kinds import VoiceKind
from sayso.model.mentions import ActorMention
from sayso.model.settings import ActorEntry
from sayso.resolution.context import Context
from sayso.resolution.countries import Country
from sayso.text.spellings import plain


def read_nationality(mention: ActorMention, context: Context) -> ActorMention:
    """Return a mention with the nationality that reading took for a name, since no table holds the country.

    "Karsovian troops" are of a people, as "Russian troops" are; Karsovia itself, named alone, stays a name.
    """
    country = context.find_country(mention.name) if mention.name else None
    if country not in context.invented:
        return mention
    if mention.head == mention.name:
        is_state = plain(mention.name or "") == plain(country.name)
        return replace(mention, camp="foreign", name=mention.name if is_state else None, people=country.adjective)
    camp = mention.camp or ("government" if _is_armed(mention.head) else None)
    return replace(mention, camp=camp, name=None, people=country.adjective)


def _is_armed(head: str) -> bool:
    """Tell whether a noun means forces or their craft, which are a state's where a nationality stands before it."""
    known = read_words("bodies", "units") | frozenset(read_toml("actors")["words"]["crafts"])
    return not known.isdisjoint({head.casefold(), head.casefold().removesuffix("s")}) or is_military([plain(head)])


def find_forces(country: Country | None, entries: Mapping[str, ActorEntry]) -> ActorEntry | None:
    """Return the user's entry for the forces of a country: one called as its army would be ("Karsovian armed forces")."""
    if country is None:
        return None
    words = (name for name, body in read_toml("bodies")["names"].items() if body == "army")
    return next((entries[form] for word in words if (form := plain(f"{country.adjective} {word}")) in entries), None)


def find_own_forces(name: str, context: Context) -> tuple[Country | None] | None:
    """Return whose the state's forces are that a name means, None where it means another party.

    "Karsovian Armed Forces" and "Karsovia's Air Force" say whose they are; the "Federal Army" is that of the case's country.
    """
    words = plain(name).split()
    for length in (2, 1):
        country = context.find_country(" ".join(words[:length])) if len(words) > length else None
        if country is not None and is_military(words[length:]):
            return (country,)
    return (context.country,) if is_military(words) else None


def is_military(words: list[str]) -> bool:
    """Tell whether words mean the armed forces of whatever state: "armed forces", "federal army"."""
    body = read_toml("bodies")["names"].get(" ".join(words).removeprefix("s "))
    return body is not None and read_toml("bodies")["kinds"][body] == VoiceKind.MILITARY
