"""What does resolution know of a case before it looks at a single claim?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from weakref import ReferenceType, ref

from sayso.model.claims import Reading
from sayso.model.settings import Settings
from sayso.resolution.countries import Country, find_case_country, find_country, find_invented
from sayso.resolution.user_places import add_user_places
from sayso.text.memories import Memory
from sayso.text.spellings import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The readings of a case in order of their documents' ids, the user's settings, the case's country.

    `invented` are the user's countries that no table holds, the case's own among them where it is one. `kept` leads to the
    memory of what was worked out for the same readings before. What is remembered may hold the context, and must not hold
    its own memory: both would outlive the case while the search for garbage is paused.
    """

    readings: tuple[Reading, ...]
    settings: Settings
    country: Country | None
    kept: ReferenceType[Memory]
    invented: tuple[Country, ...] = ()

    @property
    def memory(self) -> Memory:
        """What was worked out for the same readings before, as long as somebody holds it."""
        memory = self.kept()
        if memory is None:
            raise ValueError("the memory of this case is gone")
        return memory

    @property
    def without_readings(self) -> "Context":
        """The same without the readings: equal as long as nothing else changes."""
        return replace(self, readings=())

    def country_of(self, people: str | None) -> Country | None:
        """Return the country that a nationality means, that of the case when none is given."""
        return self.find_country(people) if people else self.country

    def find_country(self, words: str | None) -> Country | None:
        """Return the country that a name or demonym means, of the tables or of the user's ("Karsovian", "Karsovia's")."""
        return find_country(words) or next((c for c in self.invented if plain(words or "") in _forms(c)), None)

    def is_home(self, country: Country | None) -> bool:
        """Tell whether a country is that of the case (or, unsaid, taken to be)."""
        return country is None or country == self.country


def _forms(country: Country) -> frozenset[str]:
    words = (country.name, country.adjective)
    return frozenset(plain(form) for word in words for form in (word, f"{word}s"))


def make_context(readings: Sequence[Reading], settings: Settings, memory: Memory) -> Context:
    """Return the context of a case; the order of `readings` does not matter."""
    settings = memory.keep(Settings, settings)
    ordered = add_user_places(sorted(readings, key=lambda reading: reading.document.id), settings, memory)
    country = find_case_country(ordered, settings, memory)
    return Context(
        readings=ordered, settings=settings, country=country, invented=find_invented(settings), kept=ref(memory)
    )
