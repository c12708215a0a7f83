"""Does a heading that says who says what end between two words ("Karsovia *denies* raid The ministry said ...")?"""

from collections.abc import Sequence
from functools import cache

from sayso.lexicons import read_toml
from sayso.passages.words import Look

# Words of such a heading, with the one before it.
LONGEST = 6
_SHORTEST = 3
_WHOLE = frozenset({"the", "a", "an", "united", "she", "these", "its"})
_ARTICLES = frozenset({"the", "a", "an"})
_HISSING = ("s", "sh", "ch", "x")


def ends_clipped(looks: Sequence[Look]) -> bool:
    """Tell whether the words before the last one close on "Karsovia *denies* raid", the last one being a capitalised word.

    What opens the heading stands behind a full stop or behind another capitalised word, the end of a heading before. One of
    two words ("Army Denies") ends before an article.
    """
    *heading, after = looks
    if _ends_in_verb(heading, after):
        return True
    if not heading or not heading[-1].is_small or heading[-1].tail or not after.is_proud:
        return False
    for first in range(len(heading) - _SHORTEST, -1, -1):
        is_edge = first == 0 or heading[first - 1].has_mark or heading[first - 1].is_proud
        told = heading[first + 2 :]
        if is_edge and told and heading[first].is_proud and heading[first + 1].core in _present_cues():
            return heading[first].core not in _WHOLE | _small_words() and not any(_is_of_clause(look) for look in told)
    return False


def _ends_in_verb(heading: Sequence[Look], after: Look) -> bool:
    """Tell whether two words behind a full stop say that somebody speaks, and an article opens the next sentence."""
    *before, speaker, verb = heading if len(heading) > 1 else (None, None)
    if speaker is None or verb is None or not (after.is_proud and after.core in _ARTICLES):
        return False
    is_alone = not before or (before[-1] is not None and before[-1].has_mark)
    is_heading = speaker.is_proud and verb.is_proud and not speaker.tail and not verb.tail
    return is_alone and is_heading and speaker.core not in _WHOLE | _small_words() and verb.core in _present_cues()


def _is_of_clause(look: Look) -> bool:
    """Tell whether a word shows that a whole sentence is told, not a heading's bare thing ("says *it has* not *bombed* ...")."""
    return look.core in _small_words() or look.core.endswith(("ed", "ing")) or bool(look.tail)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(read_toml("stopwords")["words"]["en"]) | {"near"}


@cache
def _present_cues() -> frozenset[str]:
    """Return the verbs of saying as a heading has them of one who speaks."""
    return frozenset(_put_in_present(word) for row in read_toml("cues")["verbs"] for word in row["words"])


def _put_in_present(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"
