"""Is an event only what something looks back on, or comes after? "An inquiry into the massacre" tells no day of the massacre."""

from collections.abc import Iterator

from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_words

AFTER = frozenset({"after", "following"})
LOOKING_BACK = read_words("clause_times", "looking_back")


def is_looked_back_on(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether an event noun is what an inquiry, a trial, a film or an anniversary is about."""
    return any(scene.lemma(token) in LOOKING_BACK for token in _above(scene, sighting.token))


def find_after(scene: Scene, sighting: Sighting) -> int | None:
    """Return the "after" behind which an event stands: "took the town in March, *after* a siege that killed 60"."""
    tree, parse, token = scene.tree, scene.parse, sighting.clause
    while parse.heads[token] != token:
        ways = ("acl:relcl",) if parse.universal[token] in VERBAL else ("nmod", "obl", "obj", "conj")
        if not tree.is_relation(token, *ways):
            return None
        if tree.case(token) in AFTER:
            return tree.child(token, "case")
        token = parse.heads[token]
    return None


def _above(scene: Scene, token: int) -> Iterator[int]:
    """Yield the nouns that an event noun hangs on and the verb above them."""
    tree, parse = scene.tree, scene.parse
    while tree.is_relation(token, "nmod", "obl", "obj", "conj", "nsubj:pass") and parse.heads[token] != token:
        token = parse.heads[token]
        yield token
        if parse.universal[token] == "VERB":
            return
