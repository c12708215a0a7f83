"""Who fights whom in a case? What all its reports together tell of rebels, their people and rulers."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.lexicons import read_csv, read_words
from sayso.model.mentions import ActorMention
from sayso.resolution.context import Context
from sayso.resolution.countries import Country, find_country
from sayso.text.spellings import plain

GOVERNMENT, OPPOSITION = "government", "opposition"


@cache
def groups() -> dict[str, dict[str, str]]:
    """Return the rows of the shipped table of groups by name and alias."""
    rows = read_csv("armed_groups")
    return {plain(name): row for row in reversed(rows) for name in (row["name"], *row["aliases"].split(";")) if name}


@dataclass(frozen=True)
class Camps:
    """What the claims of a case tell of its camps."""

    context: Context

    @cached_property
    def _mentions(self) -> tuple[ActorMention, ...]:
        claims = (claim for reading in self.context.readings for claim in reading.claims)
        return tuple(m for c in claims for m in (c.agent, *c.co_agents, c.target) if m is not None)

    @cached_property
    def has_rebels(self) -> bool:
        """Whether reports speak of a rising at home more than of a people's fighters, or of no such fighters at all."""
        words = read_words("bodies", "rising")
        heads = Counter(mention.head.casefold().removesuffix("s") for mention in self._mentions)
        rising = sum(count for head, count in heads.items() if head in words)
        fighting = [m for m in self._mentions if m.camp == OPPOSITION and m.people]
        return rising > len(fighting) or not fighting

    @cached_property
    def fighting_people(self) -> Country | None:
        """The people whose fighters are named most often."""
        counts = Counter(m.people for m in self._mentions if m.camp == OPPOSITION and m.people)
        return find_country(max(counts, key=lambda people: (counts[people], people))) if counts else None

    def is_ruler(self, name: str) -> bool:
        """Tell whether a name is that of somebody whose forces some document calls a government's."""
        return plain(name).rpartition(" ")[2] in self._rulers

    @cached_property
    def _rulers(self) -> frozenset[str]:
        """The last names of such rulers."""
        named = (m.name for m in self._mentions if m.name and m.camp == GOVERNMENT)
        known = (name for name in named if plain(name) not in groups() and find_country(name) is None)
        return frozenset(plain(name).rpartition(" ")[2] for name in known)
