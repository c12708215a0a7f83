"""What does a bare denial deny? "It's not true", "denied the claim"."""

from collections.abc import Iterator, Sequence

from sayso.claims.scenes import Scene
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim
from sayso.model.derivations import Derived, Evidence, name_rule
from sayso.model.kinds import NOT_CORE, Basis, Stance
from sayso.model.spans import Span, hull

DENIAL = name_rule("claims.denial", "Somebody rejects or doubts what was said just before; it answers that claim.")
LONGEST_BARE = 7
REJECTING = frozenset({Stance.DENIES, Stance.DOUBTS})


def find_denials(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each denial or doubt whose words hold no claim themselves.

    It has the kind, place, time and parties of the nearest claim before it that another voice asserts: that is
    what it rejects. A long content that gave no claim was not understood, and answers nothing.
    """
    for item in scene.layers.attributions.items:
        if item.stance not in REJECTING or item.cue is None:
            continue
        if any(_stands_in(claim, item) for claim in claims):
            continue
        words = frozenset(w for span in item.content for w in span.read(scene.layers.document.text).casefold().split())
        if len(words) > LONGEST_BARE:
            continue
        denied = _find_denied(item.cue, words, item, claims)
        if denied is not None:
            yield _deny(scene, item, item.cue, denied)


def _stands_in(claim: Claim, item: Attribution) -> bool:
    return claim.chain == item.chain and claim.cue_span == item.cue


def _find_denied(cue: Span, words: frozenset[str], item: Attribution, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that is rejected: the last one by a voice that the words name, else the last by another voice."""
    before = [c for c in claims if c.span.end <= cue.start and c.chain != item.chain and c.kind not in NOT_CORE]
    asserted = [c for c in before if c.stance is Stance.ASSERTS and c.basis is Basis.STATED]
    named = [c for c in asserted if c.chain and words & frozenset(c.chain[-1].name.casefold().split())]
    sourced = [c for c in asserted if c.chain]
    return max(named or sourced or asserted, key=lambda claim: claim.span, default=None)


def _deny(scene: Scene, item: Attribution, cue: Span, denied: Claim) -> Claim:
    span = _words(cue, item)
    document = scene.layers.document
    evidence = Evidence(document=document.id, span=span, quote=span.read(document.text))
    return Claim(
        id="",
        document=document.id,
        span=span,
        sentence=_sentence(scene, span),
        kind=denied.kind,
        frame="denial",
        chain=item.chain,
        source_span=item.chain[-1].span if item.chain else None,
        cue_span=cue,
        agent=denied.agent,
        target=denied.target,
        toponyms=denied.toponyms,
        place_rule=denied.place_rule,
        timex=denied.timex,
        time_rule=denied.time_rule,
        stance=item.stance,
        is_negated=True,
        is_quoted=item.is_quoted,
        channel=item.channel,
        derived=Derived(
            value=denied.kind.value, rule=DENIAL, evidence=(evidence,), note=denied.span.read(document.text)
        ),
    )


def _words(cue: Span, item: Attribution) -> Span:
    """Return the words of rejecting with a short object; of a longer or quoted content the content alone."""
    if not item.content:
        return cue
    content = hull(item.content)
    near = content.start - cue.end
    return hull((cue, content)) if 0 <= near <= 2 and not item.is_quoted else content


def _sentence(scene: Scene, span: Span) -> Span:
    for first, last in scene.parse.sentences:
        sentence = scene.parse.span(first, last)
        if sentence.shares(span):
            return sentence
    return span
