"""What does a report say of somebody's word? "The army's claim to have regained the town *is unconfirmed*"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.judging import NO_WORDS, judge_word, opens_before
from sayso.claims.rejected_words import say_again
from sayso.claims.rejections import DENYING
from sayso.claims.replies import Reply, make_reply
from sayso.claims.scenes import Scene
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim
from sayso.model.derivations import name_rule
from sayso.model.kinds import NOT_CORE, Basis, Stance
from sayso.model.spans import Span, hull

VERDICT = name_rule(
    "claims.verdict",
    "Of somebody's word it is said that it is false, doubtful or unconfirmed: what it tells is denied, doubted or hedged.",
)
NOUN_RULES = frozenset({"attribution.noun", "attribution.reports"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The word judged, as an act of saying, how it is judged, by which words, and whose judgement it is."""

    word: Attribution
    stance: Stance
    span: Span
    judge: Attribution | None


def find_verdicts(scene: Scene) -> Iterator[Verdict]:
    """Yield the verdicts on what somebody is said to have claimed, in reading order.

    The narrator, or who is said to say the sentence, judges a word that is the subject of "was false" or "is not supported by",
    or the object of what is no voice ("footage disproves the claim"). Who denies it by a verb of saying is heard elsewhere.
    """
    for item in scene.layers.attributions.items:
        if item.cue is None or not item.content or item.rule not in NOUN_RULES:
            continue
        noun = scene.tokens(item.cue)[-1]
        found = judge_word(scene, noun)
        if found is not None:
            stance, head = found
            yield Verdict(
                word=item, stance=stance, span=_words(scene, item, noun, head), judge=_find_judge(scene, item, head)
            )


def _find_judge(scene: Scene, word: Attribution, head: int) -> Attribution | None:
    items = scene.layers.attributions.items
    number = scene.item_of(head)
    while number is not None and items[number] == word:
        number = items[number].parent
    return None if number is None else items[number]


def _words(scene: Scene, word: Attribution, noun: int, head: int) -> Span:
    """Return the words of the verdict with the noun and what it tells, without what is joined to them or stands beside."""
    left_out = frozenset({"conj", "parataxis", "punct", "advcl", "ccomp", "mark", "cc"})
    content = hull(word.content)
    if scene.parse.relations[noun] == "obl":
        return hull((scene.tree.span([noun - opens_before(scene, noun), noun]), content))
    tokens = [*scene.tree.subtree(noun), *scene.tree.subtree(head, without=left_out)]
    return hull((scene.tree.span(tokens), content))


def add_verdicts(scene: Scene, verdicts: Sequence[Verdict], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield for each verdict a claim of who judges, that denies, doubts or hedges the first thing the word tells.

    Where the word denies it, who calls that false asserts it; who doubts a denial leaves the thing open, and makes no claim.
    """
    for verdict in verdicts:
        told = _find_told(verdict, claims)
        if told is None:
            continue
        is_denial = told.stance is Stance.DENIES
        if is_denial and not _denies_itself(scene, verdict.word):
            continue
        if is_denial and verdict.stance is not Stance.DENIES:
            continue
        yield _assert(scene, verdict, told) if is_denial else _answer(scene, verdict, told)


def _denies_itself(scene: Scene, word: Attribution) -> bool:
    """Tell whether a word denies what it tells, by what it is or by a negation: "the denial that", "the claim that it did *not*"."""
    told = (scene.parse.words[t].casefold() for span in word.content for t in scene.tokens(span))
    return word.stance is Stance.DENIES or not (DENYING | NO_WORDS).isdisjoint(told)


def _answer(scene: Scene, verdict: Verdict, told: Claim) -> Claim:
    """Return the claim of who denies, doubts or hedges what a word tells."""
    judge = verdict.judge
    reply = Reply(
        span=verdict.span,
        stance=verdict.stance,
        chain=judge.chain if judge else (),
        cue=judge.cue if judge else None,
        frame="unverified" if verdict.stance is Stance.HEDGES else "denial",
        rule=VERDICT,
        is_quoted=judge.is_quoted if judge else False,
        channel=judge.channel if judge else None,
    )
    return make_reply(scene, reply, told)


def _assert(scene: Scene, verdict: Verdict, told: Claim) -> Claim:
    """Return the claim of who calls a denial false: that it is so."""
    judge = verdict.judge
    item = replace(
        judge or verdict.word,
        chain=judge.chain if judge else (),
        cue=judge.cue if judge else None,
        stance=Stance.ASSERTS,
    )
    return say_again(scene, told, item, verdict.span, VERDICT)


def is_own_words(verdicts: Sequence[Verdict], claim: Claim) -> bool:
    """Tell whether a claim is read from no more than the words of a verdict behind what it judges: they report nothing else."""
    return any(v.span.holds(claim.span) and claim.span.start >= hull(v.word.content).end for v in verdicts)


def _find_told(verdict: Verdict, claims: Sequence[Claim]) -> Claim | None:
    told = [
        claim
        for claim in claims
        if claim.cue_span == verdict.word.cue
        and claim.chain == verdict.word.chain
        and claim.basis is Basis.STATED
        and claim.kind not in NOT_CORE
        and verdict.span.holds(claim.span)
    ]
    return min(told, key=lambda claim: claim.span, default=None)
