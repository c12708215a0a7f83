"""How does somebody hold to what is said, as the word of saying tells?"""

from sayso.attribution.pages import Page
from sayso.attribution.words import cue_words
from sayso.model.kinds import Stance


def find_stance(page: Page, verb: int, stance: Stance, content: frozenset[int]) -> Stance:
    """Return the stance of a cue: its own; a hedge when it is negated ("could not confirm"); a warning expects.

    Who rules a thing out denies it, and who does not rule it out hedges.
    """
    if is_unsure(page, verb) and page.lemma(verb) in cue_words("unverified"):
        return Stance.HEDGES
    if page.lemma(verb) in cue_words("ruling") and page.word(verb + 1) == "out":
        stance = Stance.DENIES
    if page.tree.is_negated(verb):
        return Stance.HEDGES if stance is Stance.DENIES else Stance.DOUBTS
    if stance is Stance.ASSERTS and _is_seeming(page, verb):
        return Stance.HEDGES
    if page.lemma(verb) in cue_words("foretelling") and any(page.word(t) in cue_words("futures") for t in content):
        return Stance.EXPECTS
    return stance


def _is_seeming(page: Page, verb: int) -> bool:
    """Tell whether a verb hangs on one by which it only seems so: "the video *appears* to show", "*purports* to show"."""
    above = page.parse.heads[verb]
    return page.tree.is_relation(verb, "xcomp") and page.lemma(above) in cue_words("seeming")


def is_unsure(page: Page, verb: int) -> bool:
    """Tell whether a verb is negated, or said to be beyond somebody ("*could not* verify", "was *unable to*", "it was *not possible to*")."""
    above = page.parse.heads[verb]
    can_be = page.word(above) in cue_words("able") and page.word(verb - 1) == "to"
    return page.tree.is_negated(verb) or (
        can_be and (page.tree.is_negated(above) or page.word(above) in cue_words("unable"))
    )
