"""Who is said to say it too, beside what a report tells, denies or doubts? "Planes had not bombed it, *as the army claims*"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.rejected_words import say_again
from sayso.claims.rejections import DENYING
from sayso.claims.scenes import Scene
from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import NOT_CORE, Basis, Stance
from sayso.model.spans import hull

AS_CLAIMED = "attribution.as_claimed"
AS_SAID = name_rule(
    "claims.as_claimed", "Set beside what is told stands who says so: it is a claim of that voice, too."
)
CLAUSAL = frozenset({Basis.STATED, Basis.CONDITIONAL})


def find_as_claimed(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield for each "as X claims" a claim of X that what stands beside it is so, also where the report says that it is not.

    It is what was told last before the aside in the same sentence, else what comes first behind it. Words that hold a
    negation are given with the aside.
    """
    for item in scene.layers.attributions.items:
        if item.rule != AS_CLAIMED or item.cue is None:
            continue
        cue, here = item.cue, scene.sentence_of(item.cue)
        near = [
            c
            for c in claims
            if scene.sentence_of(c.span) == here
            and c.kind not in NOT_CORE
            and c.basis in CLAUSAL
            and c.chain != item.chain
        ]
        before = max((c for c in near if c.span.end <= cue.start), key=lambda claim: claim.span, default=None)
        told = before or min((c for c in near if c.span.start >= cue.end), key=lambda claim: claim.span, default=None)
        if told is None:
            continue
        words = {scene.parse.words[t].casefold() for t in scene.tokens(told.span)}
        span = told.span if words.isdisjoint(DENYING) else hull((told.span, cue))
        yield replace(say_again(scene, told, replace(item, stance=Stance.ASSERTS), span, AS_SAID), basis=Basis.STATED)
