"""Is something told of a whole war, or as what one side always or never does? Then it is set at no one place."""

from sayso.claims.drafts import Draft
from sayso.claims.scenes import Scene
from sayso.lexicons import read_words

HABITS, EVER, WARS, PERFECT, ALL_TIME, POLICIES, USES, GOING_ON = (
    read_words("clause_times", key)
    for key in ("habits", "ever", "wars", "perfect", "all_time", "policies", "uses", "going_on")
)


def is_general(scene: Scene, draft: Draft) -> bool:
    """Tell whether a claim speaks of a whole war ("the war has killed") or of a habit ("has always denied bombing")."""
    return is_of_war(scene, draft) or _is_said_ever(scene, draft) or _is_habit(scene, draft)


def is_of_war(scene: Scene, draft: Draft) -> bool:
    """Tell whether a war does it, or it is done all through one."""
    clause, tree = draft.sighting.clause, scene.tree
    # "The war has killed many and *driven* more from their homes."
    while tree.is_relation(clause, "conj") and tree.child(clause, "nsubj", "nsubj:pass") is None:
        clause = scene.parse.heads[clause]
    subjects = tree.children(clause, "nsubj")
    if tree.is_relation(clause, "acl:relcl"):
        subjects = (*subjects, scene.parse.heads[clause])
    during = [token for token in tree.children(clause, "obl") if tree.case(token) in {"during", "throughout"}]
    return any(scene.lemma(token) in WARS for token in (*subjects, *during))


def is_of_all_time(scene: Scene, draft: Draft, tense: str) -> bool:
    """Tell whether it is told of all time up to now, and so of no day ("no arms were ever kept there").

    What is denied again and again as going on ("that its men take part") still holds on the day it is denied.
    """
    clause = draft.sighting.clause
    tag, is_helped = scene.parse.tags[clause], bool(scene.helping(clause))
    is_going_on = (tense == "present" and tag != "VBG") or (tag == "VB" and not is_helped)
    return not is_going_on and (_is_said_ever(scene, draft) or _has(scene, clause, ALL_TIME))


def _is_said_ever(scene: Scene, draft: Draft) -> bool:
    """Tell whether it has been said again and again."""
    item = draft.voice.item
    cue = scene.tokens(item.cue) if item is not None and item.cue is not None else ()
    return any(_has(scene, token, HABITS) for token in cue)


def _is_habit(scene: Scene, draft: Draft) -> bool:
    """Tell whether it is told of all time up to now ("has never used gas"), or as a policy ("a strategy that uses gas")."""
    clause = draft.sighting.clause
    is_policy = scene.tree.is_relation(clause, "acl:relcl") and scene.lemma(scene.parse.heads[clause]) in POLICIES
    if is_policy and scene.parse.tags[clause] in {"VBZ", "VBP"}:
        return True
    return _goes_on_using(scene, clause) or (bool(scene.helping(clause) & PERFECT) and _has(scene, clause, EVER))


def _goes_on_using(scene: Scene, clause: int) -> bool:
    """Tell whether a claim is what arms serve that somebody "continues to use": "continues to use such bombs in shelling homes"."""
    verbs = (t for t in scene.tree.ancestors(clause) if scene.lemma(t) in GOING_ON)
    return any(
        scene.lemma(used) in USES and used < clause
        for verb in verbs
        for used in scene.tree.children(verb, "xcomp")
        if scene.parse.tags[verb] in {"VBZ", "VBP"}
    )


def _has(scene: Scene, head: int, adverbs: frozenset[str]) -> bool:
    return any(scene.lemma(token) in adverbs for token in scene.tree.children(head, "advmod", "obl"))
