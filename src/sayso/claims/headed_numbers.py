"""Where is a headline's number of dead or hurt set, when it names no place? Where the text below tells the same number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.place_rules import CURRENT, DOCUMENT, HEADED, LATER, NOWHERE, OWN, REFERRED, SENTENCE, SITE
from sayso.model.claims import Claim, ClaimFigure, Layers
from sayso.model.kinds import Measure, PassageKind, PlaceKind, Scope

_HARM = frozenset({Measure.FATALITIES, Measure.INJURED})
_CUT = 1.25
_UNNAMED = frozenset({CURRENT, DOCUMENT, NOWHERE, SITE})
_NAMED = frozenset({LATER, OWN, REFERRED, SENTENCE})


def place_headed(layers: Layers, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims; "raids kill ten", a headline without a place or with its country alone, is set where the text tells of ten."""
    heads = [passage.span for passage in layers.passages if passage.kind is PassageKind.HEADLINE]
    below = [c for c in claims if not any(span.holds(c.span) for span in heads) and _is_told_at_place(c)]
    for claim in claims:
        is_open = any(span.holds(claim.span) for span in heads) and _is_open(claim)
        same = next((c for c in below if _tell_same(claim, c)), None) if is_open else None
        yield claim if same is None else replace(claim, toponyms=same.toponyms, place_rule=HEADED)


def _is_open(claim: Claim) -> bool:
    return claim.place_rule in _UNNAMED or (bool(claim.toponyms) and _is_country(claim))


def _is_told_at_place(claim: Claim) -> bool:
    return claim.place_rule in _NAMED and bool(claim.toponyms) and not _is_country(claim)


def _is_country(claim: Claim) -> bool:
    return all(place.kind is PlaceKind.COUNTRY for place in claim.toponyms)


def _tell_same(first: Claim, second: Claim) -> bool:
    """Tell whether two claims give the same number of the same harm of one event; "over 20" may be 24."""
    return any(
        head.what is told.what and _number(head) <= _number(told) <= _most(head)
        for head in _wholes(first)
        for told in _wholes(second)
    )


def _wholes(claim: Claim) -> Iterator[ClaimFigure]:
    return (figure for figure in claim.figures if figure.what in _HARM and _is_whole(figure))


def _most(figure: ClaimFigure) -> float:
    """Return the largest number that a headline's own may stand for: a round one above which it lies is cut off."""
    number = _number(figure)
    return number * _CUT if figure.high is None and number % 10 == 0 else number


def _is_whole(figure: ClaimFigure) -> bool:
    is_former = figure.is_part or figure.is_additional or figure.is_former
    return not (is_former or figure.by_rule) and figure.scope is Scope.INCIDENT


def _number(figure: ClaimFigure) -> float:
    return next((n for n in (figure.low, figure.high) if n is not None), 0.0)
