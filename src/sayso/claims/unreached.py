"""Which deeds do the words only come near, want, fear or wait for?"""

from sayso.claims.holdings import Mode
from sayso.claims.scenes import Scene, words

EDGES, NEARLY, SUDDEN = words("edges"), words("nearly"), words("sudden")
OBLIGING, DEMANDING, FEARING = words("obliging"), words("demanding"), words("fearing")
AWAITING, WHENEVER, EXPECTING = words("awaiting"), words("whenever"), words("expecting_modals")
HEDGING, TELLING = words("hedging"), words("telling_or_demanding")


def read_unreached(scene: Scene, clause: int) -> Mode | None:
    """Return how a clause's own words hold a deed that has not come about: "nearly took", "must leave", "until it retakes"."""
    if any(c == clause - 1 and scene.lemma(c) in NEARLY for c in scene.tree.children(clause, "advmod")):
        # Ground that was nearly taken was fought for.
        return Mode.AVERTED if scene.lemma(clause) in SUDDEN else Mode.ATTEMPTED
    auxiliaries = {scene.lemma(c) for c in scene.tree.children(clause, "aux")}
    if auxiliaries & OBLIGING:
        # "Must have fled" is a guess.
        return Mode.HEDGED if "have" in auxiliaries else Mode.INTENDED
    return Mode.EXPECTED if _is_awaited(scene, clause) else None


def read_wanted(scene: Scene, clause: int, head: int) -> Mode | None:
    """Return how the words above a clause hold a deed that they only demand, fear or come near to."""
    if _is_demanded(scene, clause, head):
        return Mode.INTENDED
    return Mode.EXPECTED if _is_feared(scene, clause, head) else _read_edge(scene, clause, head)


def shares_hedge(scene: Scene, clause: int) -> bool:
    """Tell whether a verb goes on with one that is hedged before both: "*most likely* broke in and was pushed back"."""
    head = scene.parse.heads[clause]
    if not scene.tree.is_relation(clause, "conj") or scene.tree.child(clause, "nsubj") is not None:
        return False
    return any(c < head and scene.lemma(c) in HEDGING for c in scene.tree.children(head, "advmod"))


def _is_awaited(scene: Scene, clause: int) -> bool:
    """Tell whether a clause of time speaks of what is still to come: "*until* the army *retakes* the bridge"."""
    if not scene.tree.is_relation(clause, "advcl") or scene.parse.tags[clause] not in {"VBZ", "VBP"}:
        return False
    marks = {scene.lemma(c) for c in scene.tree.children(clause, "mark", "advmod")}
    is_ahead = not scene.helping(scene.parse.heads[clause]).isdisjoint(EXPECTING)
    return bool(marks & AWAITING) or (is_ahead and bool(marks & WHENEVER))


def _is_demanded(scene: Scene, clause: int, head: int) -> bool:
    """Tell whether a clause with "that" says what somebody wants done: "demanded that the militia *leave*"."""
    is_that = any(scene.lemma(c) == "that" for c in scene.tree.children(clause, "mark"))
    bare = {"VB"} if scene.lemma(head) in TELLING else {"VB", "VBP"}
    is_bare = scene.parse.tags[clause] in bare and not scene.helping(clause)
    return is_that and is_bare and scene.tree.is_relation(clause, "ccomp") and scene.lemma(head) in DEMANDING


def _is_feared(scene: Scene, clause: int, head: int) -> bool:
    """Tell whether somebody fears that a deed may befall him: "feared *being massacred*"."""
    is_gerund = "VBG" in {scene.parse.tags[clause], *(scene.parse.tags[c] for c in scene.tree.children(clause, "aux"))}
    is_object = scene.tree.is_relation(clause, "xcomp", "ccomp", "advcl", "obj")
    return is_gerund and is_object and scene.lemma(head) in FEARING and head < clause


def _read_edge(scene: Scene, clause: int, head: int) -> Mode | None:
    """Return how a deed is held that somebody is only near: "on the verge of taking", "came close to losing", "stopped short of entering"."""
    if scene.parse.tags[clause] != "VBG" or scene.tree.child(clause, "mark", "case") is None:
        return None
    near = next((t for t in (head, *scene.tree.children(head, "advmod", "xcomp")) if scene.lemma(t) in EDGES), None)
    if near is None or near > clause:
        return None
    is_past = scene.lemma(near) == "short" or (near != head and scene.parse.tags[head] in {"VBD", "VBN"})
    return Mode.AVERTED if is_past else Mode.EXPECTED
