"""What does a report say of somebody's word? "The army's claim to have regained the town *is unconfirmed*"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.claims.rejected_words import say_again
from sayso.claims.roles import VERBAL
from sayso.claims.scenes import Scene, words
from sayso.lexicons import read_toml
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
NO_WORDS = words("no_words") | {"nothing", "little", "few"}
STANCES = (Stance.DENIES, Stance.DOUBTS, Stance.HEDGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The word judged, as an act of saying, how it is judged, by which words, and whose judgement it is."""

    word: Attribution
    stance: Stance
    span: Span
    judge: Attribution | None


@cache
def _read(part: str) -> dict[str, Stance]:
    table = read_toml("verdicts")[part]
    return {word: stance for stance in STANCES for word in table.get(stance.value, ())}


@cache
def _linking() -> frozenset[str]:
    return frozenset(read_toml("verdicts")["linking"])


def find_verdicts(scene: Scene) -> Iterator[Verdict]:
    """Yield the verdicts on what somebody is said to have claimed, in reading order.

    The narrator, or who is said to say the sentence, judges a word that is the subject of "was false" or "is not supported by",
    or the object of what is no voice ("footage disproves the claim"). Who denies it by a verb of saying is heard elsewhere.
    """
    for item in scene.layers.attributions.items:
        if item.cue is None or not item.content or item.rule not in NOUN_RULES:
            continue
        noun = scene.tokens(item.cue)[-1]
        found = _judge(scene, noun)
        if found is not None:
            stance, head = found
            yield Verdict(
                word=item, stance=stance, span=_words(scene, item, noun, head), judge=_find_judge(scene, item, head)
            )


def _judge(scene: Scene, noun: int) -> tuple[Stance, int] | None:
    """Return how a word is judged, and the head of what judges it; None where nothing does."""
    head = scene.parse.heads[noun]
    if head == noun:
        return None
    if head in scene.cue_at:
        return None
    if scene.tree.is_relation(noun, "nsubj"):
        stance = _judge_subject(scene, head)
    elif scene.tree.is_relation(noun, "obj"):
        stance = _judge_object(scene, head)
    elif scene.tree.is_relation(noun, "nmod"):
        stance = _miss(scene, head)
    else:
        stance = Stance.DENIES if scene.parse.words[noun - _opens(scene, noun)].casefold() == "contrary" else None
    return None if stance is None else (stance, head)


def _judge_subject(scene: Scene, head: int) -> Stance | None:
    """Return the verdict of a predicate: "was false", "remains unproven", "turned out to be empty", "was not borne out"."""
    is_negated = scene.tree.is_negated(head)
    if scene.parse.universal[head] in VERBAL and scene.tree.child(head, "cop") is None:
        verb = scene.lemma(head)
        if verb in _linking():
            return None if is_negated else _call_any(scene, head)
        if is_negated:
            can = bool(scene.tree.children(head, "aux")) or scene.tree.is_passive(head)
            return _read("not_done").get(verb) if can else None
        if verb == "meet":
            return _meet(scene, head)
        return _read("done").get(verb) if scene.tree.is_passive(head) else None
    return None if is_negated else _call(scene, head)


def _call(scene: Scene, token: int) -> Stance | None:
    table = _read("called")
    return next((table[form] for form in scene.forms(token) if form in table), None)


def _meet(scene: Scene, verb: int) -> Stance | None:
    """Return the verdict of what a word was met with; whose doubt it is nobody may be said: "met with scepticism *by diplomats*"."""
    if not scene.tree.is_passive(verb) or scene.tree.passive_agent(verb) is not None:
        return None
    met = {scene.parse.words[t].casefold() for t in scene.tree.children(verb, "obl") if scene.tree.case(t) == "with"}
    return next((stance for word, stance in _read("met").items() if word in met), None)


def _call_any(scene: Scene, verb: int) -> Stance | None:
    """Return what a word is called by what completes a verb: "*turned out* to be *empty*"."""
    called = (_call(scene, t) for t in scene.tree.children(verb, "xcomp", "obj", "advmod", "obl"))
    return next((stance for stance in called if stance is not None), None)


def _miss(scene: Scene, noun: int) -> Stance | None:
    """Return the verdict where there is none of what would bear a word out: "no confirmation of it", "no evidence for it"."""
    is_none = any(scene.lemma(t) in NO_WORDS for t in scene.tree.children(noun, "det"))
    return _read("nothing").get(scene.lemma(noun)) if is_none else None


def _judge_object(scene: Scene, verb: int) -> Stance | None:
    """Return the verdict of a thing on a word: "footage disproves it", "nothing supports it"."""
    subject = scene.tree.subject(verb)
    if subject is None:
        return None
    nothing = (subject, *scene.tree.children(subject, "det"))
    if any(scene.lemma(t) in NO_WORDS for t in nothing) or scene.tree.is_negated(verb):
        return _read("not_done").get(scene.lemma(verb))
    return _read("done").get(scene.lemma(verb))


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
        return hull((scene.tree.span([noun - _opens(scene, noun), noun]), content))
    tokens = [*scene.tree.subtree(noun), *scene.tree.subtree(head, without=left_out)]
    return hull((scene.tree.span(tokens), content))


def _opens(scene: Scene, noun: int) -> int:
    """Return how far before a noun its phrase opens with "contrary to"; 0 where it does not."""
    phrase = scene.tree.subtree(noun)
    before = phrase[0] - 1
    first = next((t for t in (phrase[0], before) if t >= 0 and scene.parse.words[t].casefold() == "contrary"), noun)
    return noun - first


def add_verdicts(scene: Scene, verdicts: Sequence[Verdict], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield for each verdict a claim of who judges, that denies, doubts or hedges the first thing the word tells.

    Where the word denies it, who calls that false asserts it; who doubts a denial leaves the thing open, and makes no claim.
    """
    for verdict in verdicts:
        told = _find_told(verdict, claims)
        if told is None:
            continue
        is_denial = told.stance is Stance.DENIES
        if is_denial and verdict.stance is not Stance.DENIES:
            continue
        judge = verdict.judge
        item = replace(
            verdict.word,
            chain=judge.chain if judge else (),
            cue=judge.cue if judge else None,
            channel=judge.channel if judge else None,
            is_quoted=judge.is_quoted if judge else False,
            stance=Stance.ASSERTS if is_denial else verdict.stance,
        )
        yield say_again(scene, told, item, verdict.span, VERDICT)


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
