"""In which language is a text written?"""

import re
from functools import cache

from sayso.lexicons import read_toml

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_READ = 20_000
_ENGLISH, _LEAST_LEAD = "en", 3
_FEWEST_WORDS, _LEAST_SHARE, _SCRIPT_SHARE = 12, 0.08, 0.4


def find_language(text: str, given: str | None) -> str | None:
    """Return the ISO 639 code of a text's language; what the page says (`given`) where the text cannot tell.

    Counted are the commonest words of each language; the letters decide for scripts that only one language
    uses. Short texts are left open.

    >>> find_language("Die Stadt wurde am Montag von der Armee genommen, sagte ein Sprecher der Regierung.", None)
    'de'
    """
    words = [word.casefold() for word in _WORD.findall(text[:_READ])]
    return _by_script(text[:_READ]) or _by_words(words) or _code(given)


def _by_script(text: str) -> str | None:
    letters = [character for character in text if character.isalpha()]
    if len(letters) < _FEWEST_WORDS:
        return None
    outside = [character for character in letters if character > "ͯ"]
    if len(outside) < _SCRIPT_SHARE * len(letters):
        return None
    # Kana and Hangul come first: Japanese and Korean also use Chinese characters.
    for language, (first, last) in _scripts().items():
        if sum(first <= character <= last for character in outside) > 0.15 * len(outside):
            return language
    return None


def _by_words(words: list[str]) -> str | None:
    if len(words) < _FEWEST_WORDS:
        return None
    counts = {language: sum(word in common for word in words) for language, common in _commonest().items()}
    best = max(counts, key=lambda language: counts[language])
    # "A UN convoy hit a mine": some words of English are also those of others.
    if best != _ENGLISH and counts[best] - counts[_ENGLISH] < _LEAST_LEAD:
        return None
    return best if counts[best] >= max(3, _LEAST_SHARE * len(words)) else None


def _code(given: str | None) -> str | None:
    code = re.split(r"[-_]", (given or "").strip().casefold())[0]
    return code if 2 <= len(code) <= 3 and code.isalpha() else None


@cache
def _commonest() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in read_toml("stopwords")["words"].items()}


@cache
def _scripts() -> dict[str, tuple[str, str]]:
    table = read_toml("stopwords")["scripts"]
    return {language: (chr(int(first, 16)), chr(int(last, 16))) for language, (first, last) in table.items()}
