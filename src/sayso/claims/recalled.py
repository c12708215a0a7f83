"""What does a bare number count that stands for things named before? "A fourth jet ... the loss of two"."""

from sayso.claims.scenes import Scene
from sayso.lexicons import read_toml

ORDINALS = frozenset(read_toml("numbers")["ordinals"])
FARTHEST_SENTENCE = 2


def is_of_aircraft(scene: Scene, token: int) -> bool:
    """Tell whether a bare number counts aircraft: the last thing numbered in the two sentences before is one."""
    if scene.parse.universal[token] != "NUM":
        return False
    sentence = scene.tree.sentence(token)
    first = scene.parse.sentences[max(0, sentence - FARTHEST_SENTENCE)][0]
    before = range(scene.parse.sentences[sentence][0] - 1, first - 1, -1)
    last = next((t for t in before if _is_numbered(scene, t)), None)
    return last is not None and "aircraft" in scene.classes(last)


def _is_numbered(scene: Scene, token: int) -> bool:
    """Tell whether a noun has a number on it: "four jets", "a fourth jet"."""
    if scene.parse.universal[token] != "NOUN" or token in scene.time_tokens:
        return False
    return token in scene.figure_at or any(scene.lemma(c) in ORDINALS for c in scene.tree.children(token, "amod"))
