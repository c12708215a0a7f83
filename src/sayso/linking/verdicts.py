"""What does it mean that two documents share text? A table of rules, read from the top: the first that holds decides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.linking.overlaps import Stretch
from sayso.linking.texts import Text
from sayso.model.derivations import Derived, rule
from sayso.model.kinds import CopyKind

# Of the shorter text's news, the part that makes it one report, and the part that makes it rest on the other.
COPIED, RESTING = 1 / 3, 0.1
# A run so long is more than one sentence that anybody may quote.
PARAGRAPH = 20
# So many words in a row are hardly written twice by chance.
TELLING = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two texts share: how many words of news in all and in the longest run, and the part of the shorter one's."""

    news: int
    longest: int
    part: float


Rule = Callable[[Shared], bool]


@rule("linking.copied_report")
def is_copy(shared: Shared) -> bool:
    """A third or more of the shorter report's news stands word for word in the other: one report, printed twice."""
    return shared.longest >= TELLING and shared.part >= COPIED


@rule("linking.shared_paragraphs")
def is_partial(shared: Shared) -> bool:
    """They share paragraphs of news word for word, as two reports do that rest on one agency's text."""
    return shared.longest >= PARAGRAPH or (shared.longest >= TELLING and shared.part >= RESTING)


@rule("linking.shared_quotation")
def is_quotation(shared: Shared) -> bool:
    """They share a sentence or a quotation word for word; the rest of each is its own."""
    return shared.longest >= TELLING


@rule("linking.shared_background")
def is_background(shared: Shared) -> bool:  # noqa: ARG001 - every rule is asked the same way
    """They share only set phrases, or sentences that look back over the whole conflict: no sign of one origin."""
    return True


RULES: tuple[tuple[CopyKind, str, Rule], ...] = (
    (CopyKind.COPY, "linking.copied_report", is_copy),
    (CopyKind.PARTIAL, "linking.shared_paragraphs", is_partial),
    (CopyKind.QUOTATION, "linking.shared_quotation", is_quotation),
    (CopyKind.BACKGROUND, "linking.shared_background", is_background),
)


def judge_overlap(left: Text, right: Text, stretches: Sequence[Stretch]) -> tuple[CopyKind, Derived]:
    """Return what the text that two documents share means, with the reason: words shared, and credits they share."""
    news = [_count_news(left, right, stretch) for stretch in stretches]
    shorter = max(1, min(left.news, right.news))
    shared = Shared(news=sum(news), longest=max(news, default=0), part=sum(news) / shorter)
    kind, name = next((kind, name) for kind, name, holds in RULES if holds(shared))
    return kind, Derived(value=kind.value, rule=name, note=_say(shared, shorter, left, right))


def _count_news(left: Text, right: Text, stretch: Stretch) -> int:
    there, here, length = stretch
    return sum(left.is_news[there + n] and right.is_news[here + n] for n in range(length))


def _say(shared: Shared, shorter: int, left: Text, right: Text) -> str:
    counted = f"{shared.news} of {shorter} words of news, {shared.longest} in a row"
    both = [agency for agency in left.agencies if agency in right.agencies]
    told = [f"both credit {' and '.join(both)}"] if both else []
    for one, other in ((left, right), (right, left)):
        if one.outlet and one.outlet != other.outlet and one.outlet.casefold() in other.feeders:
            told.append(f"{other.outlet or 'one'} names {one.outlet} among its sources")
    return "; ".join((counted, *told))
