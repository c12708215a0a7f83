"""Which runs of words are names?"""

from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from sayso.lexicons import read_toml
from sayso.lexicons.weekdays import is_day
from sayso.mentions.countries import find_country
from sayso.mentions.lines import Line
from sayso.text.heaps import sort_by

_PARTICLES = frozenset(
    {
        "al",
        "el",
        "as",
        "an",
        "ash",
        "ad",
        "at",
        "ar",
        "az",
        "bin",
        "ibn",
        "de",
        "la",
        "del",
        "abu",
        "um",
        "umm",
        "bani",
        "deir",
        "da",
        "do",
        "a",
        "dos",
        "du",
        "von",
        "van",
        "e",
    }
)
_JOINERS = frozenset({"'", "’", "‘", "`"})


class Chunk(NamedTuple):
    """A name in tokens `[first, last)` of a line; `label` is what the parse takes it for, if anything."""

    line: Line
    first: int
    last: int
    label: str | None

    @property
    def text(self) -> str:
        """The words as written, glued parts without spaces."""
        parse = self.line.parse
        parts = [
            ("" if token == self.first or parse.starts[token] == parse.ends[token - 1] else " ") + parse.words[token]
            for token in range(self.first, self.last)
        ]
        text = "".join(parts)
        return text[:-1] if has_lost_apostrophe(self.line, self.last - 1) else text

    @property
    def head(self) -> int:
        """The token through which the name hangs in the tree."""
        return self.line.head_of(self.first, self.last)


def find_names(line: Line, taken: frozenset[int], labels: dict[int, str]) -> Iterator[Chunk]:
    """Yield the names of a sentence: runs of proper nouns, over hyphens and particles, and "the old city".

    Tokens in `taken` belong to time expressions; `labels` tells the label of tokens inside the parse's name spans.
    """
    token = line.first
    while token < line.last:
        last = (
            _common_name(line, token)
            or (token + 2 if token not in taken and is_named_by_adjective(line, token) else None)
            or (token + 1 if has_lost_apostrophe(line, token) else _run(line, token, taken))
        )
        if last == token:
            token += 1
            continue
        label = next((labels[t] for t in range(token, last) if t in labels), None)
        yield Chunk(line, token, last, label)
        token = last


@cache
def _common_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of each name, by the first of them."""
    names: list[tuple[str, ...]] = [tuple(name.split()) for name in read_toml("place_words")["common_names"]["words"]]
    return sort_by(names, itemgetter(0))


def _common_name(line: Line, token: int) -> int | None:
    names = _common_names().get(line.word(token), ())
    return next((token + len(words) for words in names if line.has(token, words)), None)


@cache
def _table(key: str) -> frozenset[str]:
    table = read_toml("place_words")[key]
    return frozenset(table.get("words", table))


def is_named_by_adjective(line: Line, token: int) -> bool:
    """Tell whether an adjective and a noun of place make a name by their capitals ("Lower Town", "Old City")."""
    if line.is_headline or token < line.first or line.word(token) not in _table("naming_adjectives"):
        return False
    if line.word(token + 1) not in _table("kinds") or line.universal(token + 2) == "PROPN":
        return False
    return all(word[0].isupper() for word in line.parse.words[token : token + 2])


def _is_road_number(line: Line, token: int) -> bool:
    """Tell whether a number goes on the name of a road ("Highway 14")."""
    is_road = read_toml("place_words")["kinds"].get(line.word(token - 1)) == "road"
    return is_road and line.word(token).isdigit() and line.parse.words[token - 1][0].isupper()


def _run(line: Line, token: int, taken: frozenset[int]) -> int:
    """Return where the name ends that begins at the token; the token itself when none begins."""
    if token in taken or not (_is_part(line, token) or _is_particle(line, token)):
        return token
    place = token + 1
    while place < line.last and place not in taken and not has_lost_apostrophe(line, place):
        step = _step(line, place)
        if not step:
            break
        place += step
    return place


def has_lost_apostrophe(line: Line, token: int) -> bool:
    """Tell whether a name ends in a possessive "s" whose apostrophe the text has lost ("Syrias president")."""
    word = line.parse.words[token]
    if len(word) < 5 or word[-1] != "s" or not word[0].isupper() or find_country(word) is not None:
        return False
    is_other_name = word[:-1].casefold() in line.names and line.universal(token + 1) in {"NOUN", "ADJ"}
    return is_other_name or find_country(word[:-1]) is not None


def _step(line: Line, token: int) -> int:
    """Return how many tokens the name goes on by: a word, or a glued hyphen or apostrophe with the word after it."""
    if line.word(token) in {"-", "‑", "–"} | _JOINERS and line.is_glued(token) and line.is_glued(token + 1):
        following = line.parse.words[token + 1]
        is_name = (
            following[0].isupper()
            or line.universal(token + 1) == "PROPN"
            or (line.word(token) in _JOINERS and following.isalpha())
        )
        return 2 if is_name and line.word(token + 1) not in _suffixes() else 0
    if _is_plural_owner(line, token):
        return 2
    if _is_part(line, token) or _is_road_number(line, token):
        return 1
    return 1 if _is_particle(line, token) else 0


def _is_plural_owner(line: Line, token: int) -> bool:
    """Tell whether an apostrophe joins a plural to a noun of place in capitals: "Teachers' Square"."""
    is_behind = line.word(token) in _JOINERS and line.is_glued(token) and line.word(token - 1).endswith("s")
    is_behind = is_behind and not line.is_headline and line.word(token + 2) != "of"
    return is_behind and line.word(token + 1) in _table("kinds") and line.parse.words[token + 1][0].isupper()


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(read_toml("place_words")["suffixes"]["words"])


def _is_part(line: Line, token: int) -> bool:
    """Tell whether a word is part of a name: a proper noun, or a capital that the document uses as one elsewhere."""
    word, universal = line.parse.words[token], line.universal(token)
    if (
        universal == "PUNCT"
        or not any(letter.isalpha() for letter in word)
        or is_day(word, line.parse.relations[token])
    ):
        return False
    if universal == "PROPN":
        return word[0].isupper() or line.is_hyphen(token + 1) or line.is_glued(token)
    if not word[0].isupper() or universal not in {"NOUN", "ADJ", "ADV", "VERB", "X", "INTJ"}:
        return False
    if line.word(token) in line.names or line.parse.tags[token] in {"NNP", "NNPS"} or _opens_name(line, token):
        return True
    if line.parse.relations[token] == "compound" and line.word(token + 1) in _table("kinds") and token > line.first:
        return not line.is_headline
    is_compound = line.is_hyphen(token + 1) and line.parse.words[token + 2][0].isupper()
    return universal == "NOUN" and (token > line.first or is_compound) and not line.is_headline


def _opens_name(line: Line, token: int) -> bool:
    """Tell whether a capital word that the parse takes for foreign stands before a name ("Baba Marn")."""
    is_name = line.universal(token + 1) == "PROPN" and line.parse.words[token + 1][0].isupper()
    return line.universal(token) == "X" and is_name


def _is_particle(line: Line, token: int) -> bool:
    """Tell whether a small word opens or joins a name: "al-", "bin", "de la"."""
    if line.word(token) not in _PARTICLES or (
        line.universal(token) in {"ADP", "VERB", "AUX"} and not line.is_hyphen(token + 1)
    ):
        return False
    following = token + 2 if line.is_hyphen(token + 1) else token + 1
    if not line.first <= following < line.last or not line.parse.words[following][0].isupper():
        return False
    if line.word(token) in {"an", "as", "at", "e", "do", "a"}:
        return line.is_hyphen(token + 1)
    return line.is_hyphen(token + 1) or line.universal(token) in {"PROPN", "X"}
