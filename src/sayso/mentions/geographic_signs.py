"""How much speaks for a name that a table holds being meant as a place's?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicons import read_toml
from sayso.lexicons.nouns import read_noun_classes
from sayso.mentions.atlas import Listing, find_countries, is_demonym, is_in_countries, lies_in
from sayso.mentions.countries import find_country, key_of
from sayso.mentions.lines import Line
from sayso.mentions.media_names import agencies
from sayso.mentions.names import Chunk
from sayso.mentions.place_signs import has_title, is_subject, weigh_words
from sayso.mentions.place_words import ending_kind, kind_of, noun_after, noun_before, words
from sayso.model.kinds import PlaceKind
from sayso.model.parses import Parse

THRESHOLD = 3
_KNOWN = 3  # the weight of names that everybody knows
_LABELS = {"PLACE": 2, "PERSON": -3}
_PERSON = (-3, -3, -2, 0)  # what the label of a person counts against a listed name, by its weight


@dataclass(frozen=True)
class Page:
    """What a document tells of its names: labels of tokens in name spans, surnames of persons, countries it names."""

    labels: Mapping[int, str]
    surnames: frozenset[str]
    countries: frozenset[str]

    def label(self, first: int, last: int) -> str | None:
        """Return the first label of the tokens `[first, last)`."""
        return next((self.labels[token] for token in range(first, last) if token in self.labels), None)


def read_page(parse: Parse) -> Page:
    """Return what the name spans of a parse tell; "Anne Marn of Orle" and "St. Marn" tell no surname."""
    persons = [parse.words[name.first : name.last] for name in parse.names if name.label == "PERSON"]
    return Page(
        labels={token: name.label for name in parse.names for token in range(name.first, name.last)},
        surnames=frozenset(
            name[-1] for name in persons if len(name) > 1 and "of" not in name and name[0] not in {"St", "St."}
        ),
        countries=find_countries(word for word in parse.words if word[0].isupper()),
    )


def weigh_label(chunk: Chunk) -> int:
    """Return what the label of a name span says for a name that no table holds."""
    return _LABELS.get(chunk.label or "", 0)


def is_capital(line: Line, token: int) -> bool:
    """Tell whether the word begins with a capital."""
    return line.first <= token < line.last and line.parse.words[token][0].isupper()


def is_excluded(chunk: Chunk, listing: Listing) -> bool:
    """Tell whether a name that a table holds is none here: a month, an agency, a common noun, a postal code, a road's."""
    key = key_of(chunk.text)
    if set(key.split()) <= _others() or is_demonym(chunk.text) or _names_road(chunk):
        return True
    if listing.weight < _KNOWN and key in agencies():
        return True
    word = chunk.line.parse.words[chunk.first]
    is_code = chunk.last - chunk.first == 1 and word.isupper() and len(word) < 4 and find_country(word) is None
    return is_code and (listing.weight < _KNOWN or (len(word) == 2 and chunk.line.word(chunk.first - 1) != ","))


def _names_road(chunk: Chunk) -> bool:
    following = chunk.line.word(chunk.last)
    return following in words("roads") or (kind_of(following) is PlaceKind.ROAD and is_capital(chunk.line, chunk.last))


@cache
def calendar() -> frozenset[str]:
    """Return the names of days and months."""
    table = read_toml("time")
    return frozenset({*table["weekdays"], *table["months"]})


@cache
def _others() -> frozenset[str]:
    listed = (words(key) for key in ("compass", "not_places", "kinds", "bodies", "titles"))
    return calendar().union(*listed) - {"of"}


def is_inside(chunk: Chunk) -> bool:
    """Tell whether the name is part of a longer one in the same kind of letters ("Texas A&M", "CBC Toronto")."""
    line = chunk.line
    follows = _goes_on(chunk, chunk.last) and kind_of(line.word(chunk.last)) is None
    precedes = _goes_on(chunk, chunk.first - 1) and line.word(chunk.first - 1) not in words("compass")
    return (follows or precedes) and not line.is_headline


def _goes_on(chunk: Chunk, token: int) -> bool:
    line = chunk.line
    is_name = is_capital(line, token) and line.universal(token) == "PROPN"
    return is_name and shouts(line, token) == shouts(line, chunk.first)


def shouts(line: Line, token: int) -> bool:
    """Tell whether a word is written in capitals and is too long for an abbreviation."""
    word = line.parse.words[token]
    return word.isupper() and len(word) > 3


def weigh_inside(chunk: Chunk, listing: Listing) -> int:
    """Return what speaks for a name inside a longer one; before a title ("Texas Governor Marn") it is no person's."""
    score = listing.weight + 2 * (ending_kind(chunk) is not None) + (chunk.label in {"PLACE", "ORGANIZATION"})
    if chunk.line.word(chunk.last) in words("titles"):
        return score + 2
    return score - 5 * (chunk.label == "PERSON")


def weigh_alone(chunk: Chunk, listing: Listing, page: Page) -> int:
    """Return what speaks for a name that stands by itself.

    A comma and a place that holds one of the name ("Oxford, N.C.") is the surest sign; then come the words that
    govern it, nouns of place beside it and how well the name is known.
    """
    line, weight = chunk.line, listing.weight
    is_person = chunk.label == "PERSON"
    # "The town of Marn" and "outside Marn" name a town, whatever the parser takes the name for.
    is_told = noun_before(chunk) is not None or line.word(chunk.first - 1) in words("sure")
    label = (0 if is_told else _PERSON[weight]) if is_person else weigh_label(chunk)
    score = weight + weigh_words(chunk) + label + 6 * _is_before_holder(chunk) + 2 * _is_owned(chunk)
    score += 2 * (noun_after(chunk) is not None or noun_before(chunk) is not None)
    score += 2 * (shouts(line, chunk.first) and chunk.first == line.first)
    is_long = chunk.last - chunk.first > 1
    score += 3 * (is_long and weight < _KNOWN and is_in_countries(chunk.text, page.countries))
    return score - _doubts(chunk, listing, page) if weight < _KNOWN or listing.is_word else score


def _is_before_holder(chunk: Chunk) -> bool:
    line, first = chunk.line, chunk.last + 1
    if line.word(chunk.last) not in {",", "in"}:
        return False
    texts = (Chunk(line, first, first + size, None).text for size in (3, 2, 1) if first + size <= line.last)
    return any(text[0].isupper() and lies_in(chunk.text, text) for text in texts)


def _is_owned(chunk: Chunk) -> bool:
    """Tell whether an article and a noun embrace the name ("the Marn survivors"): persons are not named so."""
    line = chunk.line
    is_followed = line.universal(chunk.last) in {"NOUN", "ADJ"} and line.parse.heads[chunk.head] >= chunk.last
    is_part = line.tree.is_relation(chunk.head, "compound", "nmod", "amod")
    return line.word(chunk.first - 1) == "the" and is_followed and is_part


def _doubts(chunk: Chunk, listing: Listing, page: Page) -> int:
    """Return what speaks against a name that not everybody knows for a place's."""
    line, word = chunk.line, chunk.line.word(chunk.first)
    against = 4 * has_title(chunk) + 2 * is_subject(chunk)
    if chunk.last - chunk.first > 1:
        return against
    against += 3 * (line.parse.words[chunk.first] in page.surnames)
    is_word = listing.is_word or word in read_noun_classes()
    against += is_word * (2 + (chunk.first == line.first) + 2 * (line.word(chunk.first - 1) == "the"))
    return against + (1 if listing.weight > 1 else 2) * (line.universal(chunk.first) != "PROPN")
