"""How does a voice hold to what it says? The cue's stance together with the clause's own words."""

from sayso.claims.blame import find_blame
from sayso.claims.holdings import Holding, Mode
from sayso.claims.modes import is_conditional
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting
from sayso.claims.voices import Voice
from sayso.model.kinds import Basis, ClaimKind, Stance
from sayso.model.spans import Span

HEDGING_ADJECTIVES, NO_WORDS, HEDGING = words("hedging_adjectives"), words("no_words"), words("hedging")
NOWHERE, HINTING = words("nowhere"), words("hinting")
OUT_OF_HOLD = words("out_of_hold")
LIMITING, ENDING, ADMITTING = words("limiting"), words("ending"), words("admitting")
MODE_STANCES = {
    Mode.EXPECTED: Stance.EXPECTS,
    Mode.INTENDED: Stance.EXPECTS,
    Mode.HEDGED: Stance.HEDGES,
    Mode.DOUBTED: Stance.DOUBTS,
}


def is_negated(scene: Scene, sighting: Sighting, holding: Holding) -> bool:
    """Tell whether the words say that it did not happen."""
    if holding.mode is Mode.AVERTED:
        return True
    if sighting.frame.holds_negation:
        return False
    if sighting.clause != sighting.token and scene.lemma(sighting.clause) in ENDING:
        return False
    heads = {sighting.token, sighting.clause, holding.head}
    if sighting.is_nominal:
        heads = {sighting.token, *_negated_verb(scene, sighting.token)}
    is_said_not_to_be = any(_denies(scene, head) for head in heads) or _has_no_subject(scene, sighting)
    return is_said_not_to_be is not _is_out_of_hold(scene, sighting)


def _is_out_of_hold(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether a place is told as out of somebody's hold ("*outside* army control"); to deny that is to say that he holds it."""
    is_hold = sighting.frame.kind is ClaimKind.CONTROL_STATE
    return is_hold and scene.tree.case(sighting.token) in OUT_OF_HOLD


def _negated_verb(scene: Scene, noun: int) -> tuple[int, ...]:
    """Return the verb whose negation also denies its object: "did not carry out any strikes"."""
    is_any = any(scene.lemma(c) == "any" for c in scene.tree.children(noun, "det"))
    return (scene.parse.heads[noun],) if is_any and scene.tree.is_relation(noun, "obj", "nsubj") else ()


def _denies(scene: Scene, head: int) -> bool:
    """Tell whether a negation hangs on a word, or "nowhere"; "not only" is none."""
    if any(scene.lemma(c) in NOWHERE for c in (head, *scene.tree.children(head, "advmod", "cop"))):
        return True
    if not scene.tree.is_negated(head):
        return False
    limits = [c for c in scene.tree.children(head, "advmod", "cc") if scene.lemma(c) in LIMITING]
    return not any(scene.lemma(c - 1) == "not" for c in limits if c > 0)


def _has_no_subject(scene: Scene, sighting: Sighting) -> bool:
    if scene.parse.universal[sighting.clause] not in VERBAL:
        return False
    subject = scene.tree.subject(sighting.clause)
    return subject is not None and (
        scene.lemma(subject) in NO_WORDS or any(scene.lemma(c) in NO_WORDS for c in scene.tree.children(subject, "det"))
    )


def find_stance(scene: Scene, sighting: Sighting, voice: Voice, holding: Holding, *, negated: bool) -> Stance:
    """Return the whole stance: a denial in cue or clause denies, two of them assert; then doubt, expectation, hedge."""
    cue = voice.stance
    if negated and (voice.basis is Basis.CONDITIONAL or is_conditional(scene, holding.head)):
        return Stance.HEDGES
    if negated or cue is Stance.DENIES:
        return (
            Stance.ASSERTS
            if negated and cue is Stance.DENIES and scene.tree.is_negated(sighting.clause)
            else Stance.DENIES
        )
    if cue is Stance.DOUBTS:
        return cue
    own = MODE_STANCES.get(holding.mode, Stance.ASSERTS)
    if voice.basis is Basis.CONDITIONAL and own is Stance.ASSERTS:
        own = Stance.HEDGES
    if own is Stance.ASSERTS and (is_hedged_noun(scene, sighting) or _is_blamed_by_nobody(scene, sighting, voice)):
        own = Stance.HEDGES
    return own if own is not Stance.ASSERTS else cue


def _is_blamed_by_nobody(scene: Scene, sighting: Sighting, voice: Voice) -> bool:
    """Tell whether a deed "was blamed on" somebody, and nobody is said to do so."""
    blame = find_blame(scene, sighting.token) if sighting.is_nominal and voice.item is None else None
    return blame is not None and scene.tree.is_passive(blame[0])


def is_admitted(scene: Scene, voice: Voice) -> bool:
    """Tell whether the source owns up to what it says: "acknowledged", "owned up to"."""
    cue = voice.item.cue if voice.item is not None else None
    return cue is not None and is_admitting(scene, cue)


def is_admitting(scene: Scene, cue: Span) -> bool:
    """Tell whether the words of saying own up: "acknowledged", "admits to"."""
    return any(scene.lemma(t) in ADMITTING for t in scene.tokens(cue))


def is_hedged_noun(scene: Scene, sighting: Sighting) -> bool:
    """Tell whether an event noun carries "alleged" or its like, or only signs of it are told of."""
    if scene.tree.case(sighting.token) in {"of", "with"} and scene.lemma(scene.parse.heads[sighting.token]) in HINTING:
        return True
    children = list(scene.tree.children(sighting.token, "amod", "advmod", "compound"))
    children += [c for child in children for c in scene.tree.children(child, "amod", "advmod")]
    marks = {scene.lemma(c) for c in children} | {scene.parse.words[c].casefold() for c in children}
    return bool(marks & (HEDGING_ADJECTIVES | HEDGING))
