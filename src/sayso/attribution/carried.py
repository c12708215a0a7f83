"""Whose statement is it that a medium passes on ("state TV carried a statement by *the army* saying ...")?"""

from sayso.attribution.candidates import could_speak
from sayso.attribution.pages import Page
from sayso.attribution.words import cue_words

_BY = frozenset({"by", "from", "of"})
_NEAR = 8


def find_author(page: Page, verb: int) -> int | None:
    """Return whose statement a participle goes on with, where a medium carries, airs or reads it; None elsewhere.

    He stands behind "by" or "from", or with an apostrophe before the statement, right before the participle.
    """
    carrier = find_carrier(page, verb)
    if carrier is None:
        return None
    behind = verb - 1
    text = next((t for t in range(carrier + 1, verb) if page.lemma(t) in cue_words("statements")), None)
    if text is None:
        return None
    if behind == text:
        owner = page.tree.child(behind, "nmod:poss", "compound")
    else:
        owner = behind if page.word(text + 1) in _BY else None
    return owner if owner is not None and could_speak(page, owner) else None


def find_carrier(page: Page, verb: int) -> int | None:
    """Return the verb by which a medium passes on what a participle behind it tells; None without one near."""
    first, _ = page.sentence(verb)
    near = range(verb - 1, max(first, verb - _NEAR - 1), -1)
    found = next((t for t in near if page.parse.universal[t] == "VERB"), None)
    is_participle = page.parse.tags[verb] == "VBG" and page.word(verb - 1) != ","
    return found if is_participle and found is not None and page.lemma(found) in cue_words("passing_on") else None
