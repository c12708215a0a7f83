"""Which number alone answers what was counted before? "The governor spoke of *seven*", "the union says *40*"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.counts import COUNTED, INCLUDING
from sayso.claims.replies import Reply, make_reply
from sayso.claims.scenes import Scene
from sayso.claims.stances import is_admitting
from sayso.claims.stated_counts import FILLERS
from sayso.claims.statements import words_of
from sayso.lexicons import read_words
from sayso.model.attributions import Attribution
from sayso.model.claims import Claim, ClaimFigure
from sayso.model.derivations import name_rule
from sayso.model.kinds import NOT_CORE, Basis, Bound, Measure, Stance
from sayso.model.mentions import Figure
from sayso.model.spans import hull

BARE_NUMBER = name_rule(
    "claims.bare_number",
    'Somebody gives nothing but a number; it is of those who were counted just before ("the governor spoke of seven").',
)
# What may count people without a word of its own: "a list of 35 names".
COUNTING_NOUNS = FILLERS | read_words("counting", "counting_nouns")
HELD_TO = frozenset({Stance.ASSERTS, Stance.HEDGES, Stance.CONCEDES})
FARTHEST = 2


def find_bare_numbers(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each act of saying whose content is one number and gave no claim.

    It has the kind, place, time and parties of the last claim before it, two sentences back at most, in which people
    or things were counted, and counts the same.
    """
    for item in scene.layers.attributions.items:
        figure = _find_number(scene, item)
        if figure is None or any(_holds(claim, figure) for claim in claims):
            continue
        answered = _find_counted(scene, figure, claims)
        if answered is not None:
            yield _answer(scene, item, figure, answered)


def _find_number(scene: Scene, item: Attribution) -> Figure | None:
    """Return the number that is all somebody says, but for adverbs and a part of it ("27, among them a boy")."""
    if item.cue is None or item.stance not in HELD_TO:
        return None
    told = [t for span in item.content for t in scene.tokens(span) if scene.parse.universal[t] != "PUNCT"]
    figure = next((scene.figure_at[t] for t in told if t in scene.figure_at), None)
    if figure is None or figure.is_percent or figure.is_part or not _counts_nothing(scene, figure):
        return None
    first, last = words_of(scene, figure)
    behind = next((t for t in told if t >= last), None)
    is_whole = behind is None or scene.parse.words[behind].casefold() in INCLUDING
    before = {scene.parse.universal[t] for t in told if t < first}
    return figure if is_whole and before <= {"ADV", "ADP", "PART"} and not _is_time(scene, figure) else None


def _counts_nothing(scene: Scene, figure: Figure) -> bool:
    return figure.counted is None or scene.lemma(figure.counted) in COUNTING_NOUNS


def _is_time(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number is the hour or the day of something."""
    return any(t in scene.time_tokens for t in scene.tokens(figure.span))


def _holds(claim: Claim, figure: Figure) -> bool:
    return claim.kind not in NOT_CORE and bool(claim.span.shares(figure.span))


def _find_counted(scene: Scene, figure: Figure, claims: Sequence[Claim]) -> Claim | None:
    """Return the last claim before a number that counts, where it stands near."""
    here = scene.tree.sentence(figure.token)
    start = scene.parse.starts[scene.parse.sentences[max(0, here - FARTHEST)][0]]
    near = [c for c in claims if start <= c.span.start and c.span.end <= figure.span.start and _count_of(c) is not None]
    return max(
        (c for c in near if c.kind not in NOT_CORE and c.basis is Basis.STATED), key=lambda c: c.span, default=None
    )


def _count_of(claim: Claim) -> ClaimFigure | None:
    """Return what a claim counts in the first place: people before things, no part of another count."""
    counts = [f for f in claim.figures if not f.is_part and f.bound is not Bound.VAGUE]
    return next((f for f in counts if f.what in COUNTED), next((f for f in counts if f.what is Measure.OTHER), None))


def _answer(scene: Scene, item: Attribution, figure: Figure, answered: Claim) -> Claim:
    count = _count_of(answered)
    assert count is not None
    span = hull((figure.span, *(s for s in item.content if s.shares(figure.span))))
    reply = Reply(
        span=span,
        stance=item.stance,
        chain=item.chain,
        cue=item.cue,
        frame="bare_number",
        rule=BARE_NUMBER,
        is_quoted=item.is_quoted,
        channel=item.channel,
    )
    own = replace(
        count, span=figure.span, low=figure.low, high=figure.high, bound=Bound(figure.bound), by_rule=figure.by_rule,
        is_additional=figure.is_additional,
    )  # fmt: skip
    is_admitted = item.cue is not None and is_admitting(scene, item.cue)
    made = make_reply(scene, reply, answered)
    return replace(made, figures=(own,), is_negated=False, is_admitted=is_admitted, sub_event=answered.sub_event)
