"""What does a bare denial deny? "It's not true", "denied the claim"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.antecedents import mention_speaker
from sayso.claims.kinds import EVENTS
from sayso.claims.rejections import LONGEST_BARE, affirms, cut_first_sentence, find_rejection, points_back
from sayso.claims.replies import Reply, make_reply
from sayso.claims.scenes import Scene, words
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import NOT_CORE, REJECTING, Basis, ClaimKind, Stance
from sayso.model.spans import Span, hull

DENIAL = name_rule("claims.denial", "Somebody rejects or doubts what was said just before; it answers that claim.")
AFFIRMED = name_rule(
    "claims.affirmed", "Somebody says that what another denied just before is so; it answers that claim."
)
# "..., which the army denied".
ASIDE = "attribution.denied_aside"
GROUND = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})
# "The claim", "the announcement": what the report is about, unless somebody was quoted just before.
ANNOUNCED = words("announced")
# Who denies "it" means what was done, not that somebody condemned it; "the allegations" are of harm.
WORDS_ALONE = frozenset({ClaimKind.DIPLOMACY})
CHARGED = words("charged")
# Who denies a part in a deed speaks of himself, whoever was said to have done it.
TAKING_PART = words("taking_part")
COUNTED, STATED = words("checked_counts"), words("checked_statements")
FARTHEST_STATEMENT = 6
HARMS = frozenset({*EVENTS, ClaimKind.TOLL, ClaimKind.DESTRUCTION, ClaimKind.DISPLACEMENT})


def find_denials(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each denial or doubt whose words hold no claim themselves.

    It has the kind, place, time and parties of the nearest claim before it that another voice asserts: that is
    what it rejects, and rather a deed than words about it. "The claim" with nobody quoted just before is what the report has
    told most often so far; what words of somebody's own reject ("nonsense") stands right before them. What is no word for
    what was said (a minister dismissed, an offer rejected) and a content that gave no claim were not understood, and answer
    nothing.
    """
    for item in scene.layers.attributions.items:
        if item.cue is not None:
            denial = (
                _reject(scene, item, item.cue, claims)
                or _contradict(scene, item, item.cue, claims)
                or _affirm(scene, item, item.cue, claims)
            )
            if denial is not None:
                yield denial


def _reject(scene: Scene, item: Attribution, cue: Span, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim of a cue that rejects ("denied the report"), None where its words answer nothing said before."""
    if item.stance not in REJECTING or any(_stands_in(claim, item) or _denies_it(claim, item, cue) for claim in claims):
        return None
    said = _said(scene, item)
    if len(said) > LONGEST_BARE or _names_party(scene, item) or not points_back(scene, item):
        return None
    denied = _find_denied(scene, cue, said, [c for c in claims if c.chain != item.chain])
    is_far = denied is not None and not said and not _is_just_before(scene, denied, cue)
    return None if denied is None or is_far else _deny(scene, item, cue, denied)


def _denies_it(claim: Claim, item: Attribution, cue: Span) -> bool:
    """Tell whether the sentence has said already what is denied: "denied that it fired, *dismissing the reports* as propaganda"."""
    is_before = claim.sentence.holds(cue) and claim.span.start < cue.start
    return is_before and claim.stance is item.stance and claim.cue_span is not None and claim.cue_span.start < cue.start


def _contradict(scene: Scene, item: Attribution, cue: Span, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim of words that reject what stands right before them ("Nonsense, said the mayor"), if they do.

    Of several sentences in quotation marks the first one may ("Lies. Let them come").
    """
    piece = cut_first_sentence(scene, item)
    stance = find_rejection(scene, piece)
    if stance is None or any(
        claim.span.shares(span) for claim in claims if _stands_in(claim, item) for span in piece.content
    ):
        return None
    begin = min((cue, *piece.content), key=lambda span: span.start)
    near = [c for c in claims if c.chain != item.chain and _is_just_before(scene, c, begin)]
    denied = _find_denied(scene, begin, _said(scene, piece), near)
    return None if denied is None else _deny(scene, replace(piece, stance=stance), cue, denied)


def _affirm(scene: Scene, item: Attribution, cue: Span, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim of words that affirm what another denied right before them ("the army says *they did*"), if they do."""
    if item.stance is not Stance.ASSERTS or not affirms(scene, item):
        return None
    begin = min((cue, *item.content), key=lambda span: span.start)
    near = [
        c for c in claims if c.chain != item.chain and c.span.end <= begin.start and _is_just_before(scene, c, begin)
    ]
    last = max((c for c in near if c.kind not in NOT_CORE), key=lambda claim: claim.span, default=None)
    if last is None or last.stance is not Stance.DENIES or last.frame == "denial":
        return None
    return replace(_deny(scene, item, cue, last, AFFIRMED), frame=last.frame, is_negated=False)


def _said(scene: Scene, item: Attribution) -> frozenset[str]:
    text = scene.layers.document.text
    return frozenset(word for span in item.content for word in span.read(text).casefold().split())


def _names_party(scene: Scene, item: Attribution) -> bool:
    """Tell whether all that is rejected is a party ("denied *its forces* ..."): then the rest was not understood."""
    tokens = [t for span in item.content for t in scene.tokens(span)]
    heads = [t for t in tokens if scene.parse.heads[t] not in tokens]
    return bool(heads) and all(t in scene.actor_at for t in heads)


def _stands_in(claim: Claim, item: Attribution) -> bool:
    return claim.chain == item.chain and claim.cue_span == item.cue


def _find_denied(scene: Scene, cue: Span, said: frozenset[str], others: Sequence[Claim]) -> Claim | None:
    """Return the claim of another voice that is rejected, None when there is none before."""
    before = [c for c in others if c.span.end <= cue.start and c.kind not in NOT_CORE]
    stated = [c for c in before if c.basis is Basis.STATED and (c.stance is Stance.ASSERTS or _is_hearsay(c))]
    charged = [c for c in stated if c.kind in HARMS] if said & CHARGED else []
    asserted = charged or [c for c in stated if c.kind not in WORDS_ALONE] or stated
    if any(word.removesuffix("s") in COUNTED for word in said):
        asserted = [c for c in asserted if c.figures] or asserted
    named = [c for c in asserted if c.chain and said & frozenset(c.chain[-1].name.casefold().split())]
    sourced = [c for c in asserted if c.chain]
    if said & ANNOUNCED and not any(_is_just_before(scene, c, cue) for c in named or sourced):
        return _most_told(named or sourced)
    last = max(named or sourced or asserted, key=lambda claim: claim.span, default=None)
    if last is None:
        return None
    return _first_told(scene, last, asserted) if said & STATED else _find_news(last, asserted)


def _is_hearsay(claim: Claim) -> bool:
    """Tell whether a claim goes around, with nobody named for it: "asked about *reports that* soldiers fired"."""
    return claim.stance in {Stance.HEDGES, Stance.EXPECTS} and bool(claim.chain) and claim.chain[-1].span is None


def _first_told(scene: Scene, last: Claim, claims: Sequence[Claim]) -> Claim:
    """Return the first of the claims that a source made in a "statement", as far back as one reaches."""
    first = scene.parse.sentences[max(0, scene.sentence_of(last.span) - FARTHEST_STATEMENT)][0]
    earliest = scene.parse.starts[first]
    same = (c for c in claims if _names(c) == _names(last) and earliest <= c.span.start)
    return min(same, key=lambda claim: claim.span, default=last)


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(source.name for source in claim.chain)


def _find_news(last: Claim, asserted: Sequence[Claim]) -> Claim:
    """Return what a sentence tells first: the rest is how it came about. What is owned up to there is no news to deny."""
    told = (last.document, last.sentence, last.chain, last.cue_span)
    said = [c for c in asserted if (c.document, c.sentence, c.chain, c.cue_span) == told and not c.is_admitted]
    return min(said, key=lambda claim: claim.span, default=last) if last.chain else last


def _is_just_before(scene: Scene, claim: Claim, cue: Span) -> bool:
    return scene.sentence_of(cue) - scene.sentence_of(claim.span) <= 1


def _most_told(claims: Sequence[Claim]) -> Claim | None:
    """Return the first of the claims whose kind and place is told most often; of two such the one told first."""
    told = Counter(map(_matter, claims))
    return max(claims, key=lambda claim: told[_matter(claim)], default=None)


def _matter(claim: Claim) -> tuple[bool | ClaimKind, str | None]:
    """Return what a claim is about, roughly: its kind (taking and holding a place are one) and its place."""
    return claim.kind in GROUND or claim.kind, claim.toponyms[0].name if claim.toponyms else None


def _deny(scene: Scene, item: Attribution, cue: Span, denied: Claim, rule: str = DENIAL) -> Claim:
    reply = Reply(
        span=_words(cue, item),
        stance=item.stance,
        chain=item.chain,
        cue=cue,
        frame="denial",
        rule=rule,
        is_quoted=item.is_quoted,
        channel=item.channel,
    )
    claim = make_reply(scene, reply, denied)
    part = next((t for span in item.content for t in scene.tokens(span) if scene.lemma(t) in TAKING_PART), None)
    is_own = part is not None and denied.kind in HARMS and item.chain and not _names_other_party(scene, item)
    return replace(claim, agent=mention_speaker(scene, part), co_agents=()) if is_own and part is not None else claim


def _names_other_party(scene: Scene, item: Attribution) -> bool:
    """Tell whether the part of another is denied: "denied *the army's* involvement"."""
    return any(t in scene.actor_at for span in item.content for t in scene.tokens(span))


def _words(cue: Span, item: Attribution) -> Span:
    """Return the words of rejecting with a short object; of a longer or quoted content the content alone."""
    if not item.content:
        return cue
    content = hull(item.content)
    if item.rule == ASIDE:
        return hull((cue, content))
    near = max(content.start - cue.end, cue.start - content.end)
    return hull((cue, content)) if 0 <= near <= 2 and not item.is_quoted else content
