"""How is somebody's word judged by the words around it? "The claim *was false*", "nothing *supports* it", "no truth in it"."""

from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene, words
from sayso.lexicons import read_words
from sayso.lexicons.verdicts import read_verdicts
from sayso.model.kinds import Stance

NO_WORDS = words("no_words") | read_words("verdicts", "little")
LINKING, AGAINST = read_words("verdicts", "linking"), read_words("verdicts", "against")
TRUE, FALSE = words("truths"), words("falsehoods")
KNOWN, UNKNOWN = words("known"), words("unknown")


def judge_word(scene: Scene, noun: int) -> tuple[Stance, int] | None:
    """Return how a word is judged, and the head of what judges it; None where nothing does."""
    head = scene.parse.heads[noun]
    if head == noun:
        return None
    if head in scene.cue_at:
        return None
    if scene.tree.is_relation(noun, "nsubj"):
        stance: Stance | None = _judge_subject(scene, noun, head)
    elif scene.tree.is_relation(noun, "obj"):
        stance = _judge_object(scene, head)
        above = scene.parse.heads[head]
        # "Nothing to support it": that there is none is the verdict.
        head = above if scene.tree.is_relation(head, "acl") and _is_none(scene, above) else head
    elif scene.tree.is_relation(noun, "nmod"):
        stance = _miss(scene, head)
    else:
        stance = Stance.DENIES if scene.parse.words[noun - opens_before(scene, noun)].casefold() in AGAINST else None
    return None if stance is None else (stance, head)


def _judge_subject(scene: Scene, noun: int, head: int) -> Stance | None:
    """Return the verdict of a predicate: "was false", "remains unproven", "turned out to be empty", "was not borne out"."""
    is_none = any(scene.lemma(t) in NO_WORDS for t in scene.tree.subtree(noun) if t < noun)
    is_negated = scene.tree.is_negated(head) or is_none
    awaited = _find_awaited(scene, head)
    if awaited is not None and scene.lemma(awaited) in read_verdicts("not_done"):
        return read_verdicts("not_done")[scene.lemma(awaited)]
    if scene.parse.universal[head] in VERBAL and scene.tree.child(head, "cop") is None:
        verb = scene.lemma(head)
        if verb in LINKING:
            return None if is_negated else _call_any(scene, head)
        if is_negated:
            can = bool(scene.tree.children(head, "aux")) or scene.tree.is_passive(head)
            return read_verdicts("not_done").get(verb) if can else None
        if verb == "meet":
            return _meet(scene, head)
        return read_verdicts("done").get(verb) if scene.tree.is_passive(head) else None
    return None if is_negated else _call(scene, head)


def _call(scene: Scene, token: int) -> Stance | None:
    table = read_verdicts("called")
    return next((table[form] for form in scene.forms(token) if form in table), None)


def _find_awaited(scene: Scene, head: int) -> int | None:
    """Return what is still to be done with a word: "has yet *to be confirmed*", "remains *to be proven*"."""
    is_yet = any(scene.lemma(t) == "yet" for t in scene.tree.children(head, "advmod")) or scene.lemma(head) == "remain"
    return scene.tree.child(head, "xcomp") if is_yet else None


def _meet(scene: Scene, verb: int) -> Stance | None:
    """Return the verdict of what a word was met with; whose doubt it is nobody may be said: "met with scepticism *by diplomats*"."""
    if not scene.tree.is_passive(verb) or scene.tree.passive_agent(verb) is not None:
        return None
    met = {scene.parse.words[t].casefold() for t in scene.tree.children(verb, "obl") if scene.tree.case(t) == "with"}
    return next((stance for word, stance in read_verdicts("met").items() if word in met), None)


def _call_any(scene: Scene, verb: int) -> Stance | None:
    """Return what a word is called by what completes a verb: "*turned out* to be *empty*"."""
    called = (_call(scene, t) for t in scene.tree.children(verb, "xcomp", "obj", "advmod", "obl"))
    return next((stance for stance in called if stance is not None), None)


def _miss(scene: Scene, noun: int) -> Stance | None:
    """Return the verdict where there is none of what would bear a word out: "no confirmation of it", "no evidence for it"."""
    is_none = any(scene.lemma(t) in NO_WORDS for t in scene.tree.children(noun, "det"))
    return read_verdicts("nothing").get(scene.lemma(noun)) if is_none else None


def _judge_object(scene: Scene, verb: int) -> Stance | None:
    """Return the verdict of a thing on a word: "footage disproves it", "nothing supports it"."""
    above = scene.parse.heads[verb]
    is_of_nothing = scene.tree.is_relation(verb, "acl") and _is_none(scene, above)
    if is_of_nothing:
        return read_verdicts("not_done").get(scene.lemma(verb))
    subject = scene.tree.subject(verb)
    if subject is None:
        return None
    if _is_none(scene, subject) or scene.tree.is_negated(verb):
        return read_verdicts("not_done").get(scene.lemma(verb))
    return read_verdicts("done").get(scene.lemma(verb))


def opens_before(scene: Scene, noun: int) -> int:
    """Return how far before a noun its phrase opens with "contrary to"; 0 where it does not."""
    phrase = scene.tree.subtree(noun)
    before = phrase[0] - 1
    first = next((t for t in (phrase[0], before) if t >= 0 and scene.parse.words[t].casefold() in AGAINST), noun)
    return noun - first


def _is_none(scene: Scene, noun: int) -> bool:
    """Tell whether a noun is none: "nothing", "no evidence"."""
    return any(scene.lemma(t) in NO_WORDS for t in (noun, *scene.tree.children(noun, "det")))


def judge_clause(scene: Scene, clause: int) -> Stance | None:
    """Return how "it is not true", "it is a lie", "it is unclear" before a clause with "that" judges it, None where nothing does.

    The parse may hang the clause on who says so, set between ("It is not true, *the mayor said*, that ...").
    """
    head = scene.parse.heads[clause]
    if head in scene.cue_at and scene.tree.is_relation(head, "parataxis"):
        head = scene.parse.heads[head]
    it = scene.tree.child(head, "nsubj", "expl")
    that = scene.tree.child(clause, "mark")
    if it is None or scene.parse.words[it].casefold() != "it" or that is None or head > that:
        return None
    if scene.parse.words[that].casefold() != "that" or scene.tree.child(head, "cop") is None:
        return None
    said, is_negated = {scene.lemma(head), scene.parse.words[head].casefold()}, scene.tree.is_negated(head)
    if (is_negated and said & TRUE) or (not is_negated and said & FALSE):
        return Stance.DENIES
    return Stance.HEDGES if said & (KNOWN if is_negated else UNKNOWN) else None
