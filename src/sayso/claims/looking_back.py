"""Is an event only what something looks back on? "An inquiry into the massacre" tells no day of the massacre."""

from collections.abc import Iterator

from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_words

LOOKING_BACK = read_words("clause_times", "looking_back")


def is_looked_back_on(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether an event noun is what an inquiry, a trial, a film or an anniversary is about."""
    return any(scene.lemma(token) in LOOKING_BACK for token in _above(scene, sighting.token))


def _above(scene: Scene, token: int) -> Iterator[int]:
    """Yield the nouns that an event noun hangs on and the verb above them."""
    tree, parse = scene.tree, scene.parse
    while tree.is_relation(token, "nmod", "obl", "obj", "conj", "nsubj:pass") and parse.heads[token] != token:
        token = parse.heads[token]
        yield token
        if parse.universal[token] == "VERB":
            return
