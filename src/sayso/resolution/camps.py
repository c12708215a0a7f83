"""Who fights whom in a case? What all its reports together tell of rebels, their people and rulers."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_csv, read_words
from sayso.model.claims import Reading
from sayso.resolution.context import Context
from sayso.resolution.countries import Country, find_country
from sayso.text.spellings import plain

GOVERNMENT, OPPOSITION = "government", "opposition"


@cache
def groups() -> dict[str, dict[str, str]]:
    """Return the rows of the shipped table of groups by name and alias."""
    rows = read_csv("armed_groups")
    return {plain(name): row for row in reversed(rows) for name in (row["name"], *row["aliases"].split(";")) if name}


@dataclass(frozen=True, slots=True, kw_only=True)
class Camps:
    """What the claims of a case tell of its camps.

    `has_rebels`: reports speak of a rising at home more than of a people's fighters, or of no such fighters at all;
    `fighting_people`: the people whose fighters are named most often; `rulers`: the last names of those whose
    forces some document calls a government's.
    """

    has_rebels: bool
    fighting_people: Country | None
    rulers: frozenset[str]

    def is_ruler(self, name: str) -> bool:
        """Tell whether a name is that of somebody whose forces some document calls a government's."""
        return plain(name).rpartition(" ")[2] in self.rulers


class _Tally(NamedTuple):
    """What one document tells of the camps: how often it speaks of a rising, of which people's fighters, of whose forces."""

    rising: int
    fighters: Counter[str]
    rulers: frozenset[str]


def find_camps(context: Context) -> Camps:
    """Return what the claims of a case tell of its camps."""
    tallies = [context.memory.recall(_tally, reading.document.id, reading) for reading in context.readings]
    fighters: Counter[str] = Counter()
    for tally in tallies:
        fighters.update(tally.fighters)
    most = max(fighters, key=lambda people: (fighters[people], people), default=None)
    return Camps(
        has_rebels=not fighters or sum(tally.rising for tally in tallies) > fighters.total(),
        fighting_people=find_country(most),
        rulers=frozenset(name for tally in tallies for name in tally.rulers),
    )


def _tally(reading: Reading) -> _Tally:
    mentions = [m for c in reading.claims for m in (c.agent, *c.co_agents, c.target) if m is not None]
    words = read_words("bodies", "rising")
    named = [mention.name for mention in mentions if mention.name and mention.camp == GOVERNMENT]
    return _Tally(
        rising=sum(mention.head.casefold().removesuffix("s") in words for mention in mentions),
        fighters=Counter(m.people for m in mentions if m.camp == OPPOSITION and m.people),
        rulers=frozenset(
            plain(name).rpartition(" ")[2]
            for name in named
            if plain(name) not in groups() and find_country(name) is None
        ),
    )
