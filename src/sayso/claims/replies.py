"""How does a denial or a doubt become a claim? It takes over what it answers."""

from dataclasses import dataclass

from sayso.claims.antecedents import SPEAKER
from sayso.claims.scenes import Scene
from sayso.model.attributions import Source
from sayso.model.claims import Claim
from sayso.model.derivations import Derived, Evidence
from sayso.model.kinds import Stance
from sayso.model.mentions import ActorMention
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Words that answer a claim made before: who says them, how they hold to it, and the rule that found them."""

    span: Span
    stance: Stance
    chain: tuple[Source, ...]
    cue: Span | None
    frame: str
    rule: str
    is_quoted: bool = False
    channel: str | None = None


def make_reply(scene: Scene, reply: Reply, answered: Claim) -> Claim:
    """Return the claim of a reply: kind, place, time and parties are those of the claim it answers."""
    document = scene.layers.document
    evidence = Evidence(document=document.id, span=reply.span, quote=reply.span.read(document.text))
    note = answered.span.read(document.text)
    return Claim(
        id="",
        document=document.id,
        span=reply.span,
        sentence=_sentence(scene, reply.span),
        kind=answered.kind,
        frame=reply.frame,
        chain=reply.chain,
        source_span=reply.chain[-1].span if reply.chain else None,
        cue_span=reply.cue,
        agent=_for_others(answered.agent),
        target=_for_others(answered.target),
        toponyms=answered.toponyms,
        place_rule=answered.place_rule,
        timex=answered.timex,
        time_rule=answered.time_rule,
        stance=reply.stance,
        is_negated=reply.stance is not Stance.HEDGES,
        is_quoted=reply.is_quoted,
        control=answered.control,
        channel=reply.channel,
        derived=Derived(value=answered.kind.value, rule=reply.rule, evidence=(evidence,), note=note),
    )


def _for_others(actor: ActorMention | None) -> ActorMention | None:
    """Return a party as it is in another mouth: what was the first speaker's own is not the second's."""
    return None if actor is not None and actor.camp == SPEAKER else actor


def _sentence(scene: Scene, span: Span) -> Span:
    for first, last in scene.parse.sentences:
        sentence = scene.parse.span(first, last)
        if sentence.shares(span):
            return sentence
    return span
