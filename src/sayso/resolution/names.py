"""Which names of persons and bodies are one name: spellings, surnames, abbreviations?"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from sayso.lexicons import read_toml
from sayso.text.spellings import NAMES, bare, spelling_key

# Less than this alike, two names with one key are two names (Mahmoud, Mohammed).
SIMILAR = 75
LONGEST_ABBREVIATION = 6


def is_proper(name: str) -> bool:
    """Tell whether a name is a proper one: its last word begins with a capital ("Western diplomat" is none)."""
    words = name.replace("-", " ").split()
    if not words or (len(words) == 1 and is_class_noun(name)):
        return False
    return words[-1][:1].isupper() or name[:1].isdigit()


@lru_cache(maxsize=NAMES)
def is_class_noun(word: str) -> bool:
    """Tell whether a word names a sort of people ("Medics" at the beginning of a sentence)."""
    nouns = read_toml("noun_classes")["classes"]
    known = {*nouns["people"], *nouns["force"]}
    text = word.casefold()
    return text in known or text.removesuffix("s") in known or text.removesuffix("es") in known


def join_names(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for each proper name of the case the fullest one that it is a form of.

    Spellings join when they differ as transliterations do; a single word joins the only name that ends with it
    (a surname) or that it abbreviates; when several could be meant, it stays by itself.
    """
    spelled = _join_spellings(counts)
    full = sorted(set(spelled.values()), key=lambda name: (-len(name.split()), name))
    ends, letters = _index(full)
    joined: dict[str, str] = {}
    for name, standing in spelled.items():
        longer = ends.get(spelling_key(standing)) if _read_parts(standing)[0] is None else None
        longer = longer or (letters.get(standing.replace(".", "")) if _is_abbreviation(standing) else None) or []
        others = [other for other in longer if other != standing]
        joined[name] = others[0] if len(others) == 1 else standing
    return joined


def _join_spellings(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for each name the commonest of its spellings."""
    groups: dict[str, list[list[str]]] = {}
    for name in sorted(counts, key=lambda text: (-counts[text], -len(text), text)):
        lists = groups.setdefault(spelling_key(name), [])
        fitting = next((names for names in lists if fuzz.ratio(bare(names[0]), bare(name)) >= SIMILAR), None)
        if fitting is None:
            lists.append([name])
        else:
            fitting.append(name)
    return {name: names[0] for lists in groups.values() for names in lists for name in names}


def _index(full: Sequence[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the names of several words by their last word's key and by their initials."""
    ends: dict[str, list[str]] = {}
    letters: dict[str, list[str]] = {}
    for name in full:
        end, initials = _read_parts(name)
        if end is not None:
            ends.setdefault(end, []).append(name)
            letters.setdefault(initials, []).append(name)
    return ends, letters


@lru_cache(maxsize=NAMES)
def _read_parts(name: str) -> tuple[str | None, str]:
    """Return the key of the last word of a name, None where it has only one, and its initials."""
    words = bare(name).split()
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return spelling_key(words[-1]) if len(words) > 1 else None, initials


def _is_abbreviation(name: str) -> bool:
    text = name.replace(".", "")
    return text.isupper() and 2 <= len(text) <= LONGEST_ABBREVIATION
