"""Where and when did it happen, that a headline tells? Where and when the text below it first tells the same."""

from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.linking.answers import FIGURE, PART, TAKEN
from sayso.linking.dossiers import Dossier
from sayso.linking.moves import BY_HEADLINE, move
from sayso.linking.responses import Response
from sayso.model.kinds import ClaimKind

# Among how many answers of the text below a headline its news is looked for.
LEAD = 24
# For how many days a thing is news.
FRESH = 14
# The words name the place.
NAMED = frozenset({"claims.own_place", "resolution.user_place_named"})


def settle_headline(responses: Sequence[Response], dossier: Dossier) -> tuple[Response, ...]:
    """Return the answers of a document, those of its headline at the place and days of the text below.

    A headline sums up: it names the region where the text names the town, and no day. What the text first tells of
    the same sort, with the same force (a number: the same number), is what the headline means. Where it says that
    "a district of the town" was taken, that is the place whose taking the text tells by name.
    """
    title = dossier.document.title_span
    if title is None:
        return tuple(responses)
    body = [response for response in responses if response.resolved.claim.span.start >= title.end][:LEAD]
    own = {response.place for response in responses if title.holds(response.resolved.claim.span)}
    return tuple(
        _take_over(response, body, own) if title.holds(response.resolved.claim.span) else response
        for response in responses
    )


def _take_over(headline: Response, body: Sequence[Response], own: Set[str | None]) -> Response:
    """Return the answer of a headline at the place and days of the text; `own` are the places that the headline names."""
    is_fixed = _is_fixed(headline, body)
    news = (
        response
        for response in body
        if _is_same_news(headline, response) or (response.place not in own and _is_its_part(headline, response))
    )
    told = next((response for response in news if not is_fixed or response.place == headline.place), None)
    if told is None or told.place is None:
        return headline
    period = headline.resolved.period if headline.days == told.days else told.resolved.period
    return replace(
        move(headline, BY_HEADLINE, told.place),
        place=told.place,
        answer=told.answer if headline.answer.level == PART else headline.answer,
        days=told.days,
        is_firm=told.is_firm,
        is_adrift=told.is_adrift,
        resolved=replace(headline.resolved, places=told.resolved.places, period=period),
    )


def _is_fixed(headline: Response, body: Sequence[Response]) -> bool:
    """Tell whether it names a place of which the text, too, tells something lasting: a street in it is other news."""
    named = {response.place for response in body if response.family == headline.family and _is_named(response)}
    return headline.family.is_state and _is_named(headline) and headline.place in named


def _is_named(response: Response) -> bool:
    return response.resolved.claim.place_rule in NAMED


def _is_same_news(headline: Response, told: Response) -> bool:
    if headline.family != told.family or headline.answer.level != told.answer.level or not _is_fresh(told):
        return False
    if headline.answer.level == FIGURE:
        return headline.answer.key == told.answer.key
    is_one_party = None in {headline.party, told.party} or headline.party == told.party
    return headline.topic == told.topic and is_one_party and headline.answer.holder in {None, told.answer.holder}


def _is_its_part(headline: Response, told: Response) -> bool:
    """Tell whether a headline says that some part was taken, and the text by name what it was."""
    levels = headline.answer.level, told.answer.level
    kinds = {headline.resolved.claim.kind, told.resolved.claim.kind}
    is_taking = levels == (PART, TAKEN) and kinds == {ClaimKind.CONTROL_CHANGE}
    return is_taking and _is_fresh(told) and headline.answer.holder in {None, told.answer.holder}


def _is_fresh(told: Response) -> bool:
    """Tell whether it is of the days before the document, as what stands in a headline is."""
    return told.days is None or told.is_adrift or 0 <= told.said - told.days.first <= FRESH or told.family.is_state
