"""Who acts in a clause that has no subject of its own words?"""

from sayso.claims.scenes import Scene, words

CONTROLLING, CHARGING = words("controlling"), words("charging_with")
# "Their attempt to take it", "their claim to have taken it".
OWN_DEEDS = words("attempt_nouns") | words("claims_of_deeds")
_OF = frozenset({"of", "with", "for"})


def find_stranded_subject(scene: Scene, clause: int) -> int | None:
    """Return the subject of a finite clause that the parse hung on the word of saying: "said ten people were killed"."""
    tree, head = scene.tree, scene.parse.heads[clause]
    if not tree.is_relation(clause, "ccomp") or tree.child(clause, "nsubj", "csubj", "mark") is not None:
        return None
    between = [c for c in tree.children(head, "obj") if head < c < clause]
    return between[-1] if between and tree.child(clause, "aux") is not None else None


def find_helped_subject(scene: Scene, clause: int) -> int | None:
    """Return the subject that the parse hung on the word that only helps a verb: "denied that *troops* had used gas"."""
    tree = scene.tree
    if tree.child(clause, "nsubj", "nsubj:pass", "csubj") is not None:
        return None
    helped = (tree.child(helper, "nsubj", "nsubj:pass") for helper in tree.children(clause, "aux", "aux:pass"))
    return next((token for token in helped if token is not None), None)


def find_controller(scene: Scene, clause: int) -> int | None:
    """Return who acts in a clause under "force", "prevent" or "accuse": the one forced, kept from it or accused of it.

    "Forced them to flee", "accused the army of shelling the mill". In what is attempted or claimed that is whoever makes the
    attempt or claim ("made two attempts to break through").
    """
    head = scene.parse.heads[clause]
    if scene.tree.is_relation(clause, "acl") and scene.lemma(head) in OWN_DEEDS:
        return _find_attempter(scene, head)
    accused = _find_accused(scene, clause)
    if accused is not None:
        return scene.tree.antecedent(accused)
    is_forced = scene.tree.is_relation(clause, "xcomp") and scene.lemma(head) in CONTROLLING
    mark = scene.tree.child(clause, "mark", "case")
    is_kept = scene.tree.is_relation(clause, "advcl", "acl") and mark is not None and scene.lemma(mark) == "from"
    if not is_forced and not is_kept:
        return None
    forced = scene.tree.child(head, "obj", "iobj")
    return None if forced is None or forced > clause else scene.tree.antecedent(forced)


def _find_attempter(scene: Scene, noun: int) -> int | None:
    """Return who makes an attempt: behind "by", before "'s", else the subject of the verb that has the attempt as its object."""
    by = scene.tree.passive_agent(noun) or scene.tree.child(noun, "nmod:poss")
    verb = scene.parse.heads[noun]
    if by is not None or not scene.tree.is_relation(noun, "obj"):
        return by
    return scene.tree.subject(verb)


def _find_accused(scene: Scene, clause: int) -> int | None:
    """Return whom a verb of accusing lays the deed of a clause to; parsers hang the clause on him or on the verb."""
    tree, head = scene.tree, scene.parse.heads[clause]
    mark = tree.child(clause, "mark", "case")
    if not tree.is_relation(clause, "advcl", "acl") or mark is None or scene.lemma(mark) not in _OF:
        return None
    if scene.lemma(head) in CHARGING:
        return next((t for t in tree.children(head, "obj", "nsubj:pass") if t < clause), None)
    is_charged = tree.is_relation(head, "obj") and scene.lemma(scene.parse.heads[head]) in CHARGING
    return head if is_charged else None
