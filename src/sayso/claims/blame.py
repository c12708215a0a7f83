"""Whom do the words lay a deed to: "blamed the attack on rebels", "accused the army of the raid"?"""

from sayso.claims.scenes import Scene, words

LAYING, CHARGING = words("laying_to"), words("charging_with")
_TO = frozenset({"on", "to", "upon"})
_FOR = frozenset({"for", "of", "over", "with"})
_DONE_TO = ("obj", "nsubj:pass")


def find_blame(scene: Scene, noun: int) -> tuple[int, int] | None:
    """Return the verb that lays a deed to somebody and the word for whom, None where no such verb governs the deed."""
    tree, head = scene.tree, scene.parse.heads[noun]
    if tree.is_relation(noun, *_DONE_TO) and scene.lemma(head) in LAYING:
        return next(((head, t) for t in tree.children(head, "obl", "nmod") if t > noun and tree.case(t) in _TO), None)
    if tree.case(noun) not in _FOR:
        return None
    if tree.is_relation(noun, "obl") and scene.lemma(head) in CHARGING:
        charged = tree.child(head, *_DONE_TO)
        return (head, charged) if charged is not None else None
    verb = scene.parse.heads[head]
    is_charged = tree.is_relation(noun, "nmod") and tree.is_relation(head, *_DONE_TO) and scene.lemma(verb) in CHARGING
    return (verb, head) if is_charged else None
