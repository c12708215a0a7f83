"""How much of a document was read? Sentences with a claim, and those that should have had one."""

from collections.abc import Sequence

from sayso.model.claims import Claim, Coverage, Layers
from sayso.model.spans import Span


def measure_coverage(layers: Layers, claims: Sequence[Claim]) -> Coverage:
    """Return how many sentences there are, how many hold a claim, and which are silent.

    A sentence is silent when it holds a word of saying or a figure but gave no claim: there a reader may have
    missed something.
    """
    sentences = [layers.parse.span(first, last) for first, last in layers.parse.sentences if last > first]
    claimed = {claim.sentence for claim in claims}
    signs = [item.cue for item in layers.attributions.items if item.cue] + [f.span for f in layers.mentions.figures]
    starts = sorted(span.start for span in signs)
    silent = tuple(s for s in sentences if s not in claimed and _has_sign(s, starts))
    return Coverage(sentences=len(sentences), with_claim=sum(s in claimed for s in sentences), silent=silent)


def _has_sign(sentence: Span, starts: Sequence[int]) -> bool:
    return any(sentence.start <= start < sentence.end for start in starts)
