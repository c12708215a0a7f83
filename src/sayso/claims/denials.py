"""What does a bare denial deny? "It's not true", "denied the claim"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.kinds import EVENTS
from sayso.claims.rejections import find_rejection
from sayso.claims.replies import Reply, make_reply
from sayso.claims.scenes import Scene, words
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import NOT_CORE, Basis, ClaimKind, Stance
from sayso.model.spans import Span, hull

DENIAL = name_rule("claims.denial", "Somebody rejects or doubts what was said just before; it answers that claim.")
LONGEST_BARE = 7
FARTHEST_STATEMENT = 6
STATED = words("checked_statements")
GROUND = frozenset({ClaimKind.CONTROL_CHANGE, ClaimKind.CONTROL_STATE})
# "The claim", "the announcement": what the report is about, unless somebody was quoted just before.
ANNOUNCED = words("announced")
REJECTING = frozenset({Stance.DENIES, Stance.DOUBTS})
# Who denies "it" means what was done, not that somebody condemned it; "the allegations" are of harm.
WORDS_ALONE = frozenset({ClaimKind.DIPLOMACY})
CHARGED = words("charged")
HARMS = frozenset({*EVENTS, ClaimKind.TOLL, ClaimKind.DESTRUCTION, ClaimKind.DISPLACEMENT})


def find_denials(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each denial or doubt whose words hold no claim themselves.

    It has the kind, place, time and parties of the nearest claim before it that another voice asserts: that is
    what it rejects, and rather a deed than words about it. "The claim" with nobody quoted just before is what the report has
    told most often so far. A
    long content that gave no claim was not understood, and answers nothing.
    """
    for item in scene.layers.attributions.items:
        if item.cue is None or any(_stands_in(claim, item) for claim in claims):
            continue
        if item.stance not in REJECTING:
            yield from _find_rejection(scene, item, item.cue, claims)
            continue
        said = frozenset(w for span in item.content for w in span.read(scene.layers.document.text).casefold().split())
        if len(said) > LONGEST_BARE or _names_party(scene, item):
            continue
        denied = _find_denied(scene, item.cue, said, [c for c in claims if c.chain != item.chain])
        if denied is not None:
            yield _deny(scene, item, item.cue, denied)


def _find_rejection(scene: Scene, item: Attribution, cue: Span, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claim of a denial in words that no cue of denying governs ("that is a lie, he said")."""
    rejection = find_rejection(scene, item)
    if rejection is not None:
        said = frozenset(rejection.span.read(scene.layers.document.text).casefold().split())
        before = min(cue.start, rejection.span.start)
        denied = _find_denied(scene, Span(before, before), said, [c for c in claims if c.chain != item.chain])
        if denied is not None:
            first = _first_of_sentence(denied, claims)
            yield _answer(scene, replace(item, stance=rejection.stance), (cue, rejection.span), first)


def _first_of_sentence(denied: Claim, claims: Sequence[Claim]) -> Claim:
    """Return the first thing that the same voice says in the sentence: "it is a lie" is of the main one."""
    same = [c for c in claims if c.sentence == denied.sentence and c.chain == denied.chain and c.kind not in NOT_CORE]
    return min([c for c in same if c.stance is Stance.ASSERTS] or [denied], key=lambda claim: claim.span)


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
    stated = [c for c in before if c.stance is Stance.ASSERTS and c.basis is Basis.STATED]
    charged = [c for c in stated if c.kind in HARMS] if said & CHARGED else []
    asserted = charged or [c for c in stated if c.kind not in WORDS_ALONE] or stated
    named = [c for c in asserted if c.chain and said & frozenset(c.chain[-1].name.casefold().split())]
    sourced = [c for c in asserted if c.chain]
    if said & ANNOUNCED and not any(_is_just_before(scene, c, cue) for c in named or sourced):
        return _most_told(named or sourced)
    last = max(named or sourced or asserted, key=lambda claim: claim.span, default=None)
    return _first_told(scene, last, asserted) if last is not None and said & STATED else last


def _first_told(scene: Scene, last: Claim, claims: Sequence[Claim]) -> Claim:
    """Return the first of the claims that a source made in a "statement", as far back as one reaches."""
    first = scene.parse.sentences[max(0, _sentence_of(scene, last) - FARTHEST_STATEMENT)][0]
    earliest = scene.parse.starts[first]
    same = (c for c in claims if _names(c) == _names(last) and earliest <= c.span.start)
    return min(same, key=lambda claim: claim.span, default=last)


def _names(claim: Claim) -> tuple[str, ...]:
    return tuple(source.name for source in claim.chain)


def _sentence_of(scene: Scene, claim: Claim) -> int:
    return sum(scene.parse.starts[first] <= claim.span.start for first, _ in scene.parse.sentences) - 1


def _is_just_before(scene: Scene, claim: Claim, cue: Span) -> bool:
    starts = (scene.parse.starts[first] for first, _ in scene.parse.sentences)
    return sum(claim.span.start < start <= cue.start for start in starts) <= 1


def _most_told(claims: Sequence[Claim]) -> Claim | None:
    """Return the first of the claims whose kind and place is told most often; of two such the one told first."""
    told = Counter(map(_matter, claims))
    return max(claims, key=lambda claim: told[_matter(claim)], default=None)


def _matter(claim: Claim) -> tuple[bool | ClaimKind, str | None]:
    """Return what a claim is about, roughly: its kind (taking and holding a place are one) and its place."""
    return claim.kind in GROUND or claim.kind, claim.toponyms[0].name if claim.toponyms else None


def _deny(scene: Scene, item: Attribution, cue: Span, denied: Claim) -> Claim:
    return _answer(scene, item, (cue, _words(cue, item)), denied)


def _answer(scene: Scene, item: Attribution, told: tuple[Span, Span], denied: Claim) -> Claim:
    cue, span = told
    reply = Reply(
        span=span,
        stance=item.stance,
        chain=item.chain,
        cue=cue,
        frame="denial",
        rule=DENIAL,
        is_quoted=item.is_quoted,
        channel=item.channel,
    )
    return make_reply(scene, reply, denied)


def _words(cue: Span, item: Attribution) -> Span:
    """Return the words of rejecting with a short object; of a longer or quoted content the content alone."""
    if not item.content:
        return cue
    content = hull(item.content)
    near = content.start - cue.end
    return hull((cue, content)) if 0 <= near <= 2 and not item.is_quoted else content
