"""What does the gazetteer say of a name that may be a place's?"""

from sayso.mentions.atlas import find_listing, is_in_countries, lies_in
from sayso.mentions.countries import find_country
from sayso.mentions.names import Chunk, has_lost_apostrophe
from sayso.mentions.place_signs import is_known_place, is_subject

_FAMOUS = 3  # the weight in the tables of names that everybody knows


def weigh_listing(chunk: Chunk, countries: frozenset[str]) -> int:
    """Return what the gazetteer says of a name in a text that names these countries.

    A name of several words that a place in one of them bears is hardly a person's; one word may be. That of a town
    which everybody knows is a place's unless it acts. What a country owns by its name and holds lies in it.
    """
    if is_known_place(chunk):
        return 0
    if _is_in_owner(chunk):
        return 3
    if is_in_countries(chunk.text, countries):
        return 3 if chunk.last - chunk.first > 1 else 1
    listing = find_listing(chunk.text) if chunk.label != "PERSON" and not is_subject(chunk) else None
    return 2 if listing is not None and listing.weight >= _FAMOUS and not listing.is_word else 0


def _is_in_owner(chunk: Chunk) -> bool:
    """Tell whether a country owns the name and holds a place of it ("Quira's Orlesh")."""
    line, owner = chunk.line, chunk.first - 1
    if line.word(owner) == "'s":
        name = line.parse.words[owner - 1]
    elif owner >= line.first and has_lost_apostrophe(line, owner):
        name = line.parse.words[owner][:-1]
    else:
        return False
    country = find_country(name)
    return country is not None and not country.is_capital and lies_in(chunk.text, name)
