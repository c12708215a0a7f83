"""Which number does somebody say it was not? "Twelve were killed, *not twenty*"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.compared import give_again, is_rejected
from sayso.claims.scenes import Scene
from sayso.model.claims import Claim
from sayso.model.derivations import Derived, Evidence, name_rule
from sayso.model.kinds import NOT_CORE, Measure, Stance
from sayso.model.mentions import Figure
from sayso.model.spans import Span

NUMBER_ASIDE = name_rule(
    "claims.number_aside",
    'Behind a number stands one that it was not ("twelve, not twenty"): who gives the first denies the second.',
)
COUNTED = frozenset({Measure.FATALITIES, Measure.INJURED, Measure.DETAINED, Measure.DISPLACED})


def find_numbers_aside(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a denial of each number that is set aside with "not" behind a number of the same sentence, as of what that counts."""
    for figure in scene.layers.mentions.figures:
        counted = _find_counted(scene, figure, claims) if is_rejected(scene, figure) else None
        if counted is not None:
            yield _deny(scene, figure, counted)


def _find_counted(scene: Scene, figure: Figure, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim that the number right before is of."""
    here = scene.sentence_of(figure.span)
    counts = [
        (one.span, claim)
        for claim in claims
        if claim.kind not in NOT_CORE and claim.stance is Stance.ASSERTS
        for one in claim.figures
        if one.what in COUNTED and one.span.end <= figure.span.start and scene.sentence_of(one.span) == here
    ]
    return max(counts, key=lambda pair: pair[0])[1] if counts else None


def _deny(scene: Scene, figure: Figure, counted: Claim) -> Claim:
    number = max((f for f in counted.figures if f.span.end <= figure.span.start), key=lambda one: one.span)
    span = Span(scene.parse.starts[scene.tokens(figure.span)[0] - 1], figure.span.end)
    document = scene.layers.document
    evidence = Evidence(document=document.id, span=span, quote=span.read(document.text))
    return replace(
        counted,
        span=span,
        stance=Stance.DENIES,
        is_negated=True,
        is_admitted=False,
        persons=(),
        figures=(give_again(figure, number),),
        derived=Derived(value=counted.kind.value, rule=NUMBER_ASIDE, evidence=(evidence,)),
    )
