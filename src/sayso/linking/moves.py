"""Why does a claim answer another question than its own words name: another place, day or count?"""

from dataclasses import replace

from sayso.linking.responses import Response
from sayso.model.derivations import Derived, name_rule

BY_HEADLINE = name_rule(
    "linking.moved.headline",
    "A headline sums up: it is set at the place and days of what the text below first tells of that sort.",
)
BY_TEXT = name_rule(
    "linking.moved.text",
    "Its words name no place; the text tells of such a thing at one place only, which it names.",
)
BY_TEXT_DAY = name_rule(
    "linking.moved.text_day",
    "Its words name no day; the text tells of such a thing there on one day only, which it names.",
)
BY_ANSWERED = name_rule(
    "linking.moved.answered",
    "It denies or doubts what was told just before: where its words name no place, or no day, it means those told there.",
)
BY_OWN_DEAD = name_rule(
    "linking.moved.own_dead",
    "One side says how many died, with no word for whom, right after others counted the dead of that side: the same men.",
)
BY_SORT = name_rule(
    "linking.moved.sort",
    "It says how many, with no word for whom; the same text gives the same number of one sort of people, of that place and day.",
)
BY_REGION = name_rule(
    "linking.moved.region",
    "It names only the region or the town, or no place; the reports of those days tell such a thing of one place in it.",
)
BY_WORDS = name_rule(
    "linking.moved.words",
    "Its words name no place; of that day such a thing is told at one place only, in a word that they share or as what "
    "they take for granted.",
)
BY_DETAILS = name_rule(
    "linking.moved.details",
    "Its words name no day; shortly before, or within the bounds of its document's day, such a thing is told of that "
    "place in two details that they share, and of one day only.",
)
BY_NUMBER = name_rule(
    "linking.moved.number", "The same number is given that day for a finer place: it is one number, and stands there."
)
BY_ATTACK = name_rule(
    "linking.moved.attack", "It speaks of an attack; only one sort of attack is told of that place and those days."
)
BY_EVENT = name_rule(
    "linking.moved.event", "It counts anew what an event told before at its place did, so it answers for that event."
)
BY_COUNT = name_rule("linking.moved.count", "The same number, given again soon or in other words, is the same count.")


def move(response: Response, rule: str, value: str | None) -> Response:
    """Return an answer with the reason why it answers another question; `value` is what was put in place of its own."""
    return replace(response, moves=(*response.moves, Derived(value=value or "", rule=rule)))
