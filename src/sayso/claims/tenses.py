"""In which tense is a claim told?"""

from sayso.claims.holdings import Holding, Mode
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting


def find_tense(scene: Scene, sighting: Sighting, holding: Holding) -> str:
    """Return past, present or future (pluperfect: "had endured") of the clause a claim stands in."""
    if holding.mode in {Mode.EXPECTED, Mode.INTENDED}:
        return "future"
    head = sighting.clause
    if sighting.is_nominal:
        head = next((t for t in scene.tree.ancestors(head) if scene.parse.universal[t] in VERBAL), head)
    head = find_ruling(scene, head)
    verbs = [head, *scene.tree.children(head, "aux", "cop")]
    tags = {scene.parse.tags[t] for t in verbs}
    helping = scene.helping(head)
    if "had" in helping:
        return "pluperfect"
    if tags & {"VBD"} or helping & {"has", "have", "was", "were"} or sighting.is_nominal:
        return "past"
    return "present" if tags & {"VBZ", "VBP", "VBG"} else "past"


def find_ruling(scene: Scene, clause: int) -> int:
    """Return the verb by which a clause is told: of "began it by taking the mill and digging in" that before "by".

    Any other clause is told by its own verb.
    """
    first = clause
    while scene.tree.is_relation(first, "conj") and scene.parse.tags[first] == "VBG":
        first = scene.parse.heads[first]
    mark = scene.tree.child(first, "mark")
    is_way = scene.parse.tags[first] == "VBG" and mark is not None and scene.lemma(mark) == "by"
    return scene.parse.heads[first] if is_way and scene.tree.is_relation(first, "advcl") else clause
