"""Is a number no amount of its own? A rate ("12 a day"), what another is compared with ("up from three"), a share of the one before."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.scenes import Scene
from sayso.lexicons import read_words
from sayso.model.claims import ClaimFigure
from sayso.model.kinds import Bound
from sayso.model.mentions import Figure

RATES, SPANS, NOT_RATES, AVERAGES = (read_words("measures", key) for key in ("rates", "spans", "not_rates", "averages"))
CHANGES = read_words("clause_times", "changes")
# Before a "not" that sets one number against another.
JOINTS = frozenset({",", "and", "but", "–", "—", "-", "("})
# "12 people were killed every day": the words of a rate stand no farther behind the number.
FARTHEST = 6
FEWEST_PARTS = 2


def is_rejected(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number only says what another was not: "eleven died, and not three"."""
    first = scene.tokens(figure.span)[0]
    return (
        first > 1
        and scene.parse.words[first - 1].casefold() == "not"
        and scene.parse.words[first - 2].casefold() in JOINTS
    )


def is_former(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number only says from what another has changed: "climbed to 11, up from three", "to 54 from 41"."""
    first = scene.tokens(figure.span)[0]
    start = max(scene.parse.sentences[scene.tree.sentence(first)][0], first - FARTHEST)
    is_changed = any(
        scene.lemma(t) in CHANGES
        and scene.parse.words[t + 1].casefold() == "from"
        and not any(token in scene.figure_at for token in range(t + 2, first))
        for t in range(start, first - 1)
    )
    return is_changed or _is_left_behind(scene, first)


def _is_left_behind(scene: Scene, first: int) -> bool:
    """Tell whether "from" and a bare number follow right behind the number that a count has come to."""
    words = scene.parse.words
    before = first - 2 - (words[first - 2] == ",") if first > 2 else -1
    if before < 1 or words[first - 1].casefold() != "from" or before not in scene.figure_at:
        return False
    now = scene.tokens(scene.figure_at[before].span)[0]
    return words[now - 1].casefold() in {"to", "at"} and scene.figure_at[first].counted is None


def give_again(figure: Figure, told: ClaimFigure) -> ClaimFigure:
    """Return a number of what another one counts."""
    return replace(
        told,
        span=figure.span,
        low=figure.low,
        high=figure.high,
        bound=Bound(figure.bound),
        by_rule=figure.by_rule,
    )


def is_rate(scene: Scene, figure: Figure) -> bool:
    """Tell whether a number says how many there were in each day, week or year."""
    last = scene.parse.sentences[scene.tree.sentence(figure.token)][1]
    for token in range(figure.token + 1, min(figure.token + FARTHEST, last - 1)):
        if scene.parse.universal[token] == "PUNCT" or scene.figure_at.get(token, figure) is not figure:
            break
        is_within = scene.parse.universal[token - 1] == "ADP"
        if scene.parse.words[token].casefold() in RATES and scene.lemma(token + 1) in SPANS and not is_within:
            return token + 2 >= last or scene.parse.words[token + 2].casefold() not in NOT_RATES
    first = scene.tokens(figure.span)[0]
    return _is_average(scene, first - 1) or _is_average(scene, first - 2)


def _is_average(scene: Scene, token: int) -> bool:
    return (
        token >= 0 and scene.lemma(token) in AVERAGES and scene.tree.sentence(token) == scene.tree.sentence(token + 1)
    )


def mark_shares(counts: Sequence[ClaimFigure]) -> list[ClaimFigure]:
    """Return counts with those as parts that make up the first one: "ten people, one policeman and nine civilians"."""
    if len(counts) <= FEWEST_PARTS or any(count.what is not counts[0].what for count in counts):
        return list(counts)
    whole, *others = counts
    is_sum = whole.low is not None and sum(other.low or 0 for other in others) == whole.low
    return [whole, *(replace(other, is_part=True) for other in others)] if is_sum else list(counts)
