"""Whom do the words lay a deed to: "blamed the attack on rebels", "accused the army of the raid", "claimed the bombing"?"""

from sayso.claims.definites import is_definite
from sayso.claims.scenes import Scene, words

LAYING, CHARGING, OWNING, OWNED = (words(name) for name in ("laying_to", "charging_with", "owning", "owned"))
_TO = frozenset({"on", "to", "upon"})
_FOR = frozenset({"for", "of", "over", "with"})
_DONE_TO = ("obj", "nsubj:pass")


def find_blame(scene: Scene, noun: int) -> tuple[int, int] | None:
    """Return the verb that lays a deed to somebody and the word for whom, None where no such verb governs the deed."""
    tree, head = scene.tree, scene.parse.heads[noun]
    if tree.is_relation(noun, *_DONE_TO) and scene.lemma(head) in LAYING:
        # Parsers hang "on rebels" of "laid the raid on rebels" on the raid.
        behind = (t for above in (head, noun) for t in tree.children(above, "obl", "nmod"))
        return next(
            ((head, t) for t in behind if t > noun and tree.case(t) in _TO and scene.classes(t) != {"place"}), None
        )
    if tree.case(noun) not in _FOR:
        return None
    if tree.is_relation(noun, "obl") and scene.lemma(head) in CHARGING:
        charged = tree.child(head, *_DONE_TO)
        return (head, charged) if charged is not None else None
    verb = scene.parse.heads[head]
    is_charged = tree.is_relation(noun, "nmod") and tree.is_relation(head, *_DONE_TO) and scene.lemma(verb) in CHARGING
    return (verb, head) if is_charged else None


def find_claimer(scene: Scene, token: int) -> int | None:
    """Return who says that a deed is his own, by the noun of the deed or by the verb that claims it; None without such words.

    "The Front claimed responsibility for the raid", "claimed the raid", "the raid was claimed by the Front".
    """
    tree, head = scene.tree, scene.parse.heads[token]
    if scene.lemma(token) in OWNING and _owns(scene, token):
        return tree.subject(token)
    if tree.is_relation(token, "obj") and scene.lemma(head) == "claim":
        # "Claimed a massacre of villagers" says that there was one.
        is_known = is_definite(scene, token) or any(scene.lemma(t) == "both" for t in tree.children(token, "det"))
        return tree.subject(head) if is_known else None
    if tree.is_relation(token, "nsubj:pass") and scene.lemma(head) == "claim":
        return tree.passive_agent(head)
    if tree.case(token) != "for":
        return None
    verb = scene.parse.heads[head] if scene.lemma(head) in OWNED else head
    return tree.subject(verb) if scene.lemma(verb) in OWNING and _owns(scene, verb) else None


def _owns(scene: Scene, verb: int) -> bool:
    thing = scene.tree.child(verb, "obj")
    return thing is not None and scene.lemma(thing) in OWNED
