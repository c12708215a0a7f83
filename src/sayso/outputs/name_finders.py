"""Where in a text does one of many names stand, however it is written?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.lexicons import read_csv, read_toml
from sayso.text.spellings import plain

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_PART = 3
# A shorter name stands in many words by chance.
_SHORTEST_GLUED = 5
# More words than this are no name but a headline that was taken for one: its parts mean nobody.
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which somebody is written: its folded words, who it means, and whether capitals must show that it is a name.

    One that means nobody (an empty word) is a public name: a private one inside it stays.
    """

    words: tuple[str, ...]
    means: str
    needs_capital: bool = False


@dataclass(frozen=True)
class NameFinder:
    """Finds names in any case, with or without accents, joined by anything or written as one word ("@hibakalvar")."""

    forms: tuple[Form, ...]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and meaning of each name in a text; of those that begin at one word the longest."""
        words = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)] if self.forms else []
        number = 0
        while number < len(words):
            form = next(
                (one for one in self._by_first.get(fold(words[number][2]), ()) if _fits(one, words, number)), None
            )
            if form is None:
                number += 1
                continue
            yield words[number][0], words[number + len(form.words) - 1][1], form.means
            number += len(form.words)

    def is_in(self, text: str) -> bool:
        """Tell whether any of the names stands in a text."""
        return any(means for _, _, means in self.find(text))

    def is_inside(self, address: str) -> bool:
        """Tell whether any of the names stands in an address, glued to other letters too."""
        folded = "".join(_WORD.findall(address)).casefold()
        return self.is_in(address) or any(
            "".join(form.words) in folded for form in self.forms if form.means and _is_long(form)
        )

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[Form, ...]]:
        found: dict[str, list[Form]] = {}
        for form in self.forms:
            found.setdefault(form.words[0], []).append(form)
        return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}


def make_forms(names: Iterable[str], wholes: Iterable[str], means: str, common: frozenset[str]) -> Iterator[Form]:
    """Yield the ways in which the bearer of names may be written: each name, in one word, and each part that is his alone.

    `wholes` are names with what stands around them, of which no part is his. A part that is also an ordinary noun is his
    only where it has a capital; parts in `common` (of titles and places) find nobody.
    """
    for name in dict.fromkeys((*names, *wholes)):
        words = tuple(fold(found.group()) for found in find_words(name))
        if words:
            yield Form(words=words, means=means, needs_capital=len(words) == 1 and words[0] in plain_words())
        if len(words) > 1:
            yield Form(words=("".join(words),), means=means)
    for name in dict.fromkeys(names):
        written = _WORD.findall(name)
        for part in _find_parts(written, common) if 1 < len(written) <= _LONGEST_NAME else ():
            yield Form(words=(part,), means=means, needs_capital=part in plain_words())


def _find_parts(written: Iterable[str], common: frozenset[str]) -> Iterator[str]:
    """Yield the folded parts of a name that are names by themselves."""
    for word in written:
        part = fold(word)
        if len(part) >= _SHORTEST_PART and word[:1].isupper() and part not in common:
            yield part


def find_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text."""
    return _WORD.finditer(text)


def fold(word: str) -> str:
    """Return a word in lower-case ASCII letters."""
    return word.casefold() if word.isascii() else plain(word).replace(" ", "")


def _fits(form: Form, words: list[tuple[int, int, str]], start: int) -> bool:
    met = words[start : start + len(form.words)]
    if len(met) < len(form.words) or (form.needs_capital and not met[0][2][:1].isupper()):
        return False
    return all(fold(word) == wanted for (_, _, word), wanted in zip(met, form.words, strict=True))


def _is_long(form: Form) -> bool:
    return sum(map(len, form.words)) > _SHORTEST_GLUED


@cache
def plain_words() -> frozenset[str]:
    """The nouns and little words of the language: small, they are no names."""
    return frozenset(row["noun"] for row in read_csv("nouns")) | frozenset(read_toml("stopwords")["words"]["en"])
