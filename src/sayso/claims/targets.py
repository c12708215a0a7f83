"""Whom or what was an attack meant for, told behind it ("Planes hit a convoy. The army said *the targets were rebels*")?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.definites import is_definite
from sayso.claims.replies import Reply, make_reply
from sayso.claims.scenes import Scene, words
from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import Basis, ClaimKind, Stance
from sayso.model.spans import Span

TARGETS = name_rule("claims.targets", "Somebody tells what the attack told of just before was meant for.")
AIMED_AT = words("aimed_at")
ATTACKS = frozenset(
    {
        ClaimKind.AIR_STRIKE,
        ClaimKind.SHELLING,
        ClaimKind.EXPLOSION,
        ClaimKind.CLASH,
        ClaimKind.VIOLENCE_AGAINST_CIVILIANS,
    }
)
# So many sentences before, an attack is still meant by "the target".
FARTHEST = 2


def find_targets(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each "the target was ..." that tells of an attack told just before, and holds no claim itself.

    Kind, place, time and who did it are those of the attack.
    """
    for noun in range(len(scene.parse)):
        told = _find_told(scene, noun)
        attack = _find_attack(scene, noun, claims) if told is not None else None
        if told is None or attack is None:
            continue
        run = [t for t in scene.tree.subtree(told, without=frozenset({"mark"})) if scene.parse.universal[t] != "PUNCT"]
        span = scene.parse.span(min(run), max(run) + 1)
        if not any(claim.span.shares(span) for claim in claims):
            yield _tell(scene, told, span, attack)


def _find_told(scene: Scene, noun: int) -> int | None:
    """Return what is told to have been the target where a noun is the subject of such a clause, else None."""
    told, tree = scene.parse.heads[noun], scene.tree
    if scene.lemma(noun) not in AIMED_AT or not tree.is_relation(noun, "nsubj") or not is_definite(scene, noun):
        return None
    linking = tree.child(told, "cop")
    is_past = linking is not None and scene.parse.tags[linking] == "VBD"
    is_thing = scene.parse.universal[told] in {"NOUN", "PROPN"} and not tree.is_negated(told)
    return told if is_past and is_thing else None


def _tell(scene: Scene, told: int, span: Span, attack: Claim) -> Claim:
    number = scene.item_of(told)
    item = None if number is None else scene.layers.attributions.items[number]
    reply = Reply(
        span=span,
        stance=Stance.ASSERTS if item is None else item.stance,
        chain=item.chain if item else (),
        cue=item.cue if item else None,
        frame=attack.frame,
        rule=TARGETS,
        is_quoted=scene.is_quoted(told),
        channel=item.channel if item else None,
    )
    target = scene.actor_at.get(told)
    return replace(make_reply(scene, reply, attack), is_negated=False, target=target)


def _find_attack(scene: Scene, noun: int, claims: Sequence[Claim]) -> Claim | None:
    """Return the attack that was told last, in the sentence before or the one before that."""
    number = scene.tree.sentence(noun)
    near = range(number - FARTHEST, number)
    attacks = [one for one in claims if one.kind in ATTACKS and scene.sentence_of(one.span) in near]
    told = [one for one in attacks if one.basis is Basis.STATED and one.stance is Stance.ASSERTS]
    return max(told, key=lambda one: one.span, default=None)
