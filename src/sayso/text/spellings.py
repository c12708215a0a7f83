"""Could two written names be one name in another transliteration? A key that forgives spelling."""

import re
from functools import lru_cache

# So many names and words are remembered: a process that reads for days must not grow.
NAMES = 50_000
ARTICLES = frozenset({"al", "el", "ul", "il", "the"})
ASSIMILATED = frozenset(
    {"a", "as", "ash", "at", "ath", "ar", "an", "az", "ad", "adh", "ed", "es", "esh", "et", "er", "en", "ez"}
)
SONS = frozenset({"bin", "ibn", "ben", "bint"})

_WORD = re.compile(r"[^\W_]+")
_SHORT_PART = re.compile(r"(?<!\w)([^\W\d_]{1,2})-(?=[^\W\d_])")
_JOINED = re.compile(r"(?<=\w)[’'‘`ʿʾ´](?=\w)")
_SOUNDS = (
    (r"iy+(?:ah|eh|a|e)$|i(?:ah|eh|a)$|y(?:ah|eh)$", "Y"),  # -iya, -iyeh, -iyah
    (r"(?<=[^aeiou])y$", "i"),
    (r"hu(?=[aei])", "w"),  # Spanish: Huari, Wari
    (r"kh", "x"),
    (r"sch|sh|ch", "S"),
    (r"gh", "g"),
    (r"dh|zh", "d"),
    (r"th", "t"),
    (r"ph", "f"),
    (r"dj", "j"),
    (r"ck|[qc]", "k"),
    (r"[ae]i|[ae]y", "Y"),  # a diphthong counts as a consonant: Qusayr is not Qusour
    (r"(?<=[aeiou])y(?=[aeiou])", "Y"),
    (r"ou|oo", "u"),
    (r"(.)\1+", r"\1"),
    (r"(?<=.)h$", ""),
)
_VOWELS_DROPPED = ((r"(?<=.)[aeiou]", ""), (r"^[aeiou]", "a"))
_VOWELS_MERGED = ((r"[aei]", "a"), (r"[ou]", "u"), (r"(.)\1+", r"\1"))

_Steps = tuple[tuple[re.Pattern[str], str], ...]


def _compile(table: tuple[tuple[str, str], ...]) -> _Steps:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in table)


_SOUND_STEPS, _DROP_STEPS, _MERGE_STEPS = (_compile(t) for t in (_SOUNDS, _VOWELS_DROPPED, _VOWELS_MERGED))


@lru_cache(maxsize=NAMES)
def plain(text: str) -> str:
    """Return a name in lower-case ASCII letters and digits, words set apart by one space.

    >>> plain("Al-Khalidiya")
    'al khalidiya'
    """
    return " ".join(_WORD.findall(_ascii(_JOINED.sub("", text)).casefold()))


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    return _load_anyascii(text)


def _load_anyascii(text: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read at first use

    return str(anyascii(text))


@lru_cache(maxsize=NAMES)
def bare(name: str) -> str:
    """Return the plain name without its articles ("al-", "ash-", "the") and without "bin" or "ibn".

    >>> bare("Khalid ibn al-Walid")
    'khalid walid'
    """
    text = _ascii(_JOINED.sub("", name)).casefold()
    words = list(_WORD.finditer(text))
    kept = [match.group() for match in words if not _is_article(match, text, len(words))]
    return " ".join(kept) or plain(name)


def _is_article(match: re.Match[str], text: str, words: int) -> bool:
    word = match.group()
    if words == 1:
        return False
    if word in ASSIMILATED:
        return text[match.end() : match.end() + 1] == "-"
    return word in ARTICLES or word in SONS


@lru_cache(maxsize=NAMES)
def spelling_key(name: str) -> str:
    """Return a key that is the same for the usual transliterations of one name.

    Articles, vowels, doubled letters and a final h are dropped, q is k, -iya, -iyeh and -iyah are one ending;
    a diphthong counts, so that "Qusayr" and "Qusour" stay apart. A short first part joins what a hyphen ties it to.

    >>> spelling_key("Al-Khalidiya") == spelling_key("Khaldiyeh")
    True
    """
    return " ".join(_word_key(word) for word in bare(_SHORT_PART.sub(_join_part, name)).split())


def _join_part(match: re.Match[str]) -> str:
    part = match[1]
    return match[0] if part.casefold() in ARTICLES | ASSIMILATED | SONS else part


def drop_ending(name: str, endings: frozenset[str]) -> str:
    """Return the bare name without a last word of `endings` ("Gaza Strip" without "strip"), if more is left.

    >>> drop_ending("Gaza Strip", frozenset({"strip"}))
    'gaza'
    """
    words = bare(name).split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in endings else words)


@lru_cache(maxsize=NAMES)
def _word_key(word: str) -> str:
    """Return the consonants of a word; one with two of them or fewer keeps its vowels, roughly."""
    if word.isdigit() or len(word) <= 2:
        return word
    sounds = _apply(_SOUND_STEPS, word)
    consonants = _apply(_DROP_STEPS, sounds)
    return (consonants if len(consonants) > 2 else _apply(_MERGE_STEPS, sounds)).casefold()


def _apply(steps: _Steps, word: str) -> str:
    for pattern, replacement in steps:
        word = pattern.sub(replacement, word)
    return word
