"""How does somebody hold to what is said, as the word of saying tells?"""

from sayso.attribution.pages import Page
from sayso.attribution.words import cue_words
from sayso.model.kinds import Stance


def find_stance(page: Page, verb: int, stance: Stance, content: frozenset[int]) -> Stance:
    """Return the stance of a cue: its own; a hedge when it is negated ("could not confirm"); a warning expects."""
    if page.tree.is_negated(verb) and page.lemma(verb) in cue_words("unverified"):
        return Stance.HEDGES
    if page.tree.is_negated(verb):
        return Stance.HEDGES if stance is Stance.DENIES else Stance.DOUBTS
    if page.lemma(verb) in cue_words("foretelling") and any(page.word(t) in cue_words("futures") for t in content):
        return Stance.EXPECTS
    return stance
