"""Which nouns take their thing for known: "the raid", "their raid", not "a raid"?"""

from sayso.claims.scenes import Scene, words

_DEFINITE = words("definite")


def is_definite(scene: Scene, noun: int) -> bool:
    """Tell whether a noun takes its thing for known: an article, a pointing word or a possessor stands before it."""
    words_before = scene.tree.children(noun, "det", "nmod:poss")
    return any(
        scene.parse.relations[c] == "nmod:poss" or scene.parse.words[c].casefold() in _DEFINITE for c in words_before
    )
