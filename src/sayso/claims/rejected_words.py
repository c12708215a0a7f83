"""Who said what somebody rejects? "The minister rejected *the activists' claim that* soldiers had shelled the town"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.rejections import DENYING
from sayso.claims.scenes import Scene, words
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim
from sayso.model.derivations import Derived, Evidence, name_rule
from sayso.model.kinds import REJECTING, SAID, Stance
from sayso.model.spans import Span, hull

REJECTED = name_rule(
    "claims.rejected_word",
    "One voice rejects what another is said to have said: the words stand for both, said by one and denied by the other.",
)
NO_WORDS, CHARGED = words("no_words"), words("charged")


def part_rejected(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims, what is denied or doubted as somebody's word once for each of the two voices.

    Where the rejected words deny something themselves, who denies them says that it is so.
    """
    pairs = list(_find_pairs(scene))
    for claim in claims:
        pair = next(((one, other) for one, other in pairs if _is_shared(claim, one, other)), None)
        if pair is None:
            yield claim
            continue
        one, other = pair
        if _denies(scene, other):
            yield from _turn_round(scene, claim, one, other)
            continue
        yield say_again(scene, claim, one, claim.span)
        if _is_nobodys_charge(scene, other):
            continue
        yield say_again(scene, claim, other, claim.span if other.cue is None else hull((other.cue, claim.span)))


def _find_pairs(scene: Scene) -> Iterator[tuple[Attribution, Attribution]]:
    """Yield each saying that rejects with the one whose words it rejects."""
    items = [item for item in scene.layers.attributions.items if item.cue is not None and item.content]
    told = [item for item in items if item.stance in SAID]
    for one in items:
        if one.stance in REJECTING:
            yield from ((one, other) for other in told if _is_rejected(scene, one, other))


def _turn_round(scene: Scene, claim: Claim, one: Attribution, other: Attribution) -> Iterator[Claim]:
    """Yield what a voice denies, and as a claim of who denies that denial that it is so."""
    yield claim
    if claim.stance is Stance.DENIES and claim.chain == other.chain and one.stance is Stance.DENIES:
        # With the words that reject it: alone they would say the contrary of what the voice holds.
        yield say_again(scene, claim, replace(one, stance=Stance.ASSERTS), hull((_cue(one, claim), claim.span)))


def _cue(item: Attribution, claim: Claim) -> Span:
    return claim.span if item.cue is None else item.cue


def _denies(scene: Scene, item: Attribution) -> bool:
    return any(
        scene.parse.words[t].casefold() in DENYING | NO_WORDS for span in item.content for t in scene.tokens(span)
    )


def _is_shared(claim: Claim, one: Attribution, other: Attribution) -> bool:
    is_of_one = (claim.chain, claim.cue_span, claim.stance) == (one.chain, one.cue, one.stance)
    is_of_other = (claim.chain, claim.cue_span) == (other.chain, other.cue)
    is_inside = all(hull(item.content).holds(claim.span) for item in (one, other))
    return is_inside and (is_of_one or is_of_other)


def _is_rejected(scene: Scene, one: Attribution, other: Attribution) -> bool:
    """Tell whether a noun for somebody's word is what is rejected, with the same words behind it."""
    if one.cue is None or other.cue is None or one.chain == other.chain:
        return False
    rejected = hull(one.content)
    verbs = scene.tokens(one.cue)
    is_object = any(_is_turned_down(scene, t, verbs) for t in scene.tokens(other.cue))
    return is_object and bool(hull(other.content).shares(rejected))


def _is_turned_down(scene: Scene, noun: int, verbs: range) -> bool:
    """Tell whether a noun is what the words of rejecting take: "rejected *the claim*", "cast doubt on *the claim*"."""
    return scene.parse.heads[noun] in verbs and scene.tree.is_relation(noun, "obj", "nsubj", "obl", "nmod")


def _is_nobodys_charge(scene: Scene, item: Attribution) -> bool:
    """Tell whether a charge is nobody's that is named: "denied allegations that ..." tells of one voice, rumours are told."""
    is_nobodys = not item.chain or item.chain[-1].span is None
    return is_nobodys and item.cue is not None and any(scene.lemma(t) in CHARGED for t in scene.tokens(item.cue))


def say_again(scene: Scene, claim: Claim, item: Attribution, span: Span, rule: str = REJECTED) -> Claim:
    """Return a claim in the mouth of a voice, with its words, as the rule has found it there."""
    document = scene.layers.document
    evidence = Evidence(document=document.id, span=span, quote=span.read(document.text))
    return replace(
        claim,
        span=span,
        chain=item.chain,
        source_span=_source(item),
        cue_span=item.cue,
        stance=item.stance,
        is_negated=item.stance is Stance.DENIES,
        is_quoted=item.is_quoted,
        channel=item.channel,
        derived=Derived(value=claim.kind.value, rule=rule, evidence=(evidence,)),
    )


def _source(item: Attribution) -> Span | None:
    return item.chain[-1].span if item.chain else None
