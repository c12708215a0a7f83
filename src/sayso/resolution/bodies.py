"""Which body of a state does an unnamed source mean ("the army", "state television", "Damascus")?"""

from functools import cache
from typing import NamedTuple

from sayso.lexicons import read_csv, read_toml, read_words
from sayso.model.attributions import Source
from sayso.model.kinds import VoiceKind
from sayso.resolution.context import Context
from sayso.resolution.countries import Country, find_by_capital, find_country, is_country_name
from sayso.text.spellings import plain

FOREIGN_KINDS = frozenset({VoiceKind.GOVERNMENT})
UNNAMED = frozenset({"officials"})


class StateBody(NamedTuple):
    """A body of a state: its name with the nationality, what sort of voice, whose it is."""

    name: str
    kind: VoiceKind
    country: Country | None
    is_named: bool


def find_body(source: Source, context: Context) -> StateBody | None:
    """Return the state's body that a source means, None when it means something else.

    A country or capital that speaks is its government; a spokesman without a name speaks as the body; without
    a nationality the country is that of the case.
    """
    words = plain(source.name)
    own = read_toml("bodies")["own_names"].get(_take_spokesman(words))
    if own is not None:
        return _make(own[1], find_country(own[0]), context)
    state = _state(source.name, context)
    if state is not None:
        return _make("government", state, context)
    rest, country = _take_nationality(words, source.people, context)
    body = _names().get(_take_spokesman(rest)) or _of_ruler(source)
    return _make(body, country, context) if body is not None else None


def _of_ruler(source: Source) -> str | None:
    """Return the body in a name with its ruler's ("the Assad regime", "President Sall's government").

    Only a regime needs no ruler who is known or has a title: "the Kano government" may be a province's or a town's.
    """
    ruler, _, body = source.name.rpartition(" ")
    is_state = source.kind in {VoiceKind.GOVERNMENT, VoiceKind.MILITARY} and ruler.lower() != ruler
    words = plain(ruler.removesuffix("'s").removesuffix("’s"))
    is_ruler = words in _rulers() or not set(words.split()).isdisjoint(read_words("bodies", "rulers"))
    is_sure = is_ruler or plain(body) in read_words("bodies", "regimes")
    return _names().get(plain(body)) if is_state and is_sure else None


@cache
def _rulers() -> frozenset[str]:
    """Return the names of those who have held an office of state."""
    return frozenset(
        plain(name) for row in read_csv("office_holders") for name in (row["name"], *row["aliases"].split(";")) if name
    )


@cache
def _names() -> dict[str, str]:
    return {plain(words): name for words, name in read_toml("bodies")["names"].items()}


def _state(name: str, context: Context) -> Country | None:
    """Return the state whose country or capital bears the name; the user's invented ones too."""
    if context.country is not None and plain(name) == plain(context.country.name):
        return context.country
    if is_country_name(name):
        return find_country(name)
    invented = next((country for country in context.invented if plain(name) == plain(country.name)), None)
    return invented or find_by_capital(name)


def _take_nationality(words: str, people: str | None, context: Context) -> tuple[str, Country | None]:
    """Return the words without a nationality at their beginning, and the country."""
    parts = words.split()
    for length in (2, 1):
        nationality = " ".join(parts[:length])
        country = _nation(nationality) if len(parts) > length else None
        if country is None and nationality in _at_home(context):
            country = context.country
        if country is None and len(parts) > length:
            country = context.find_country(nationality)
        if country is not None:
            rest = parts[length:]
            return " ".join(rest[1:] if rest[:1] == ["s"] else rest), country
    return words, context.find_country(people) or context.country


def _at_home(context: Context) -> tuple[str, ...]:
    """Return the ways of writing that something is of the case's own country, also an invented one's."""
    home = context.country
    return () if home is None else (plain(home.adjective), plain(home.name), plain(f"{home.name}'s"))


def _nation(words: str) -> Country | None:
    """Return the country of a nationality, also of a possessive that lost its apostrophe ("Russias army")."""
    owner = words.removesuffix("s")
    return find_country(words) or (find_country(owner) if owner != words and is_country_name(owner) else None)


def _take_spokesman(words: str) -> str:
    parts = words.split()
    while parts and parts[-1] in read_words("bodies", "spokesmen"):
        parts.pop()
    return " ".join(parts)


def _make(body: str, country: Country | None, context: Context) -> StateBody:
    kind = VoiceKind(read_toml("bodies")["kinds"][body])
    if kind in FOREIGN_KINDS and not context.is_home(country):
        kind = VoiceKind.FOREIGN_GOVERNMENT
    name = f"{country.adjective} {body}" if country else body
    return StateBody(name=name, kind=kind, country=country, is_named=body not in UNNAMED)
