"""Which number does somebody set beside one just given? "The hospital says 34", "rebels spoke of forty"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.compared import give_again
from sayso.claims.count_rows import frame_of
from sayso.claims.counts import INCLUDING
from sayso.claims.replies import Reply, make_reply
from sayso.claims.scenes import Scene, words
from sayso.claims.stances import is_admitting
from sayso.lexicons import read_words
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim, ClaimFigure
from sayso.model.kinds import NOT_CORE, SAID, Measure, Stance
from sayso.model.mentions import Figure
from sayso.model.spans import Span, hull

COUNT_AGAIN = "count_again"
# Beside the number: "put *it at* thirty", "*that it was* four".
BESIDE, HEDGING = words("beside_counts"), words("hedging")
# What may count people without a word of its own: "a list of 35 names".
COUNTING_NOUNS = read_words("counting", "counting_nouns")
# How many sentences may begin between a count and the other one.
NEAR = 2


def find_rival_counts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each saying of a bare number that has a count of another voice right before it.

    What is counted, where and when is what was counted there; of several numbers the first, and rather one of all.
    """
    for item in scene.layers.attributions.items:
        figure = _find_number(scene, item) if item.cue is not None and item.stance in SAID else None
        if figure is None or item.cue is None or any(claim.span.shares(figure.span) for claim in claims):
            continue
        begin = min((item.cue, *item.content), key=lambda span: span.start)
        counted = _find_counted(scene, item, begin, claims)
        if counted is not None:
            yield _count_again(scene, item, figure, counted)


def _find_number(scene: Scene, item: Attribution) -> Figure | None:
    """Return the number that is all somebody says, None where he says anything else."""
    return find_bare_number(scene, [t for span in item.content for t in scene.tokens(span)])


def find_bare_number(scene: Scene, said: Sequence[int]) -> Figure | None:
    """Return the number that words consist of, but for whom it counts; None where they say anything else."""
    tokens = [t for t in said if scene.parse.universal[t] != "PUNCT"]
    tokens = tokens[: _find_part(scene, tokens)]
    figures = [scene.figure_at[t] for t in tokens if t in scene.figure_at and scene.figure_at[t].token == t]
    if len(figures) != 1 or figures[0].is_percent or figures[0].is_additional or figures[0].is_part:
        return None
    number = scene.tokens(figures[0].span)
    counted = {figures[0].counted} if _counts_people(scene, figures[0]) else set()
    is_bare = all(t in number or t in counted or scene.parse.words[t].casefold() in BESIDE for t in tokens)
    return figures[0] if is_bare else None


def _find_part(scene: Scene, tokens: Sequence[int]) -> int | None:
    """Return which of the words opens a part of the number ("27, *among* them a boy of nine"), None where none does.

    So do words of them all: "nine, *all of them* fighters".
    """
    return next((place for place, t in enumerate(tokens) if _opens_part(scene, t)), None)


def _opens_part(scene: Scene, token: int) -> bool:
    word, *behind = scene.parse.words[token : token + 3]
    if word.casefold() == "all":
        return [other.casefold() for other in behind] == ["of", "them"]
    return word.casefold() in INCLUDING


def _counts_people(scene: Scene, figure: Figure) -> bool:
    """Tell whether what is counted says no more than that they are people: "a list of 35 *names*"."""
    return figure.counted is not None and scene.lemma(figure.counted) in COUNTING_NOUNS


def _find_counted(scene: Scene, item: Attribution, begin: Span, claims: Sequence[Claim]) -> Claim | None:
    before = [c for c in claims if c.span.end <= begin.start and c.chain != item.chain and c.kind not in NOT_CORE]
    counts = [c for c in before if _number_of(c) is not None and c.stance is not Stance.EXPECTS]
    last = max(counts, key=lambda claim: claim.span, default=None)
    is_near = last is not None and scene.sentence_of(begin) - scene.sentence_of(last.span) <= NEAR
    return last if is_near else None


def _number_of(claim: Claim) -> ClaimFigure | None:
    """Return the number that another voice would give again."""
    known = [one for one in claim.figures if one.what is not Measure.DESTROYED_SHARE and not one.is_additional]
    return next((one for one in known if not one.is_part), next(iter(known), None))


def _count_again(scene: Scene, item: Attribution, figure: Figure, counted: Claim) -> Claim:
    told = _number_of(counted)
    return answer_count(scene, item, hull(item.content), counted, () if told is None else (give_again(figure, told),))


def answer_count(
    scene: Scene, item: Attribution, words: Span, counted: Claim, figures: tuple[ClaimFigure, ...]
) -> Claim:
    """Return the claim of words that give another number of what a claim counts; "perhaps twenty" is hedged."""
    is_guess = any(scene.lemma(t) in HEDGING for figure in figures for t in scene.tokens(figure.span))
    reply = Reply(
        span=words,
        stance=Stance.HEDGES if is_guess and item.stance is Stance.ASSERTS else item.stance,
        chain=item.chain,
        cue=item.cue,
        frame=COUNT_AGAIN,
        rule=frame_of(COUNT_AGAIN).rule,
        is_quoted=item.is_quoted,
        channel=item.channel,
    )
    is_admitted = item.cue is not None and is_admitting(scene, item.cue)
    made = make_reply(scene, reply, counted)
    return replace(made, figures=figures, is_negated=False, is_admitted=is_admitted, sub_event=counted.sub_event)
