"""Which nouns take their thing for known: "the raid", "their raid", not "a raid"?"""

from sayso.claims.scenes import Scene, words

_DEFINITE = words("definite")
_BEFORE = words("presupposing_cases")


def is_definite(scene: Scene, noun: int) -> bool:
    """Tell whether a noun takes its thing for known: an article, a pointing word or a possessor stands before it."""
    words_before = scene.tree.children(noun, "det", "nmod:poss")
    return any(
        scene.parse.relations[c] == "nmod:poss" or scene.parse.words[c].casefold() in _DEFINITE for c in words_before
    )


def stands_after(scene: Scene, noun: int) -> bool:
    """Tell whether a noun only says after, since or despite what something happens ("liberated *after 11 weeks of siege*")."""
    line = [noun]
    while scene.tree.is_relation(line[-1], "nmod") and scene.parse.heads[line[-1]] < line[-1]:
        line.append(scene.parse.heads[line[-1]])
    return any(scene.lemma(c) in _BEFORE for token in line for c in scene.tree.children(token, "case", "mark"))
