"""How is a question put to a reader?"""

from datetime import date

from sayso.lexicons import read_toml
from sayso.linking.families import HOLDING
from sayso.linking.responses import Response

MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)

_SHARE = " (share)"


def ask(response: Response, when: str, place: str | None, agent: str | None) -> str:
    """Return the question in words: "Who held Khalidiya on 29 July 2013?"."""
    where = f" in {place}" if place else ""
    if response.whom.endswith(_SHARE):
        return f"What share of the {response.whom.removesuffix(_SHARE)} is told of{where}{when}?"
    charge = read_toml("matters")["authorship"]["charges"].get(response.topic)
    if charge and agent and response.family.yes:
        return str(charge[0]).format(agent=agent, where=where, when=when)
    question = response.family.question.format(
        where=where,
        where_bare=place or "the ground",
        from_where=f" from {place}" if place else "",
        when=when,
        agent=agent or "forces",
        whom=response.whom or "people",
    )
    if response.family.name == HOLDING or response.topic == response.family.yes or not response.family.yes:
        return question
    return f"Was there {response.topic}{where}{when}?"


def say_day(bounds: str | None) -> str:
    """Return the bounds of a day that is not known as words that end a question.

    >>> say_day("2013-07-29/2013-08")
    ' on a day between 29 July 2013 and August 2013'
    """
    left, slash, right = (bounds or "").partition("/")
    return f" on a day between {_say(left)} and {_say(right)}" if slash and left and right else say_period(bounds)


def say_period(edtf: str | None) -> str:
    """Return an EDTF date as words that end a question, with a space before; empty where there is none.

    >>> say_period("2013-07-29"), say_period("../2013-06"), say_period("2013-07~")
    (' on 29 July 2013', ' up to June 2013', ' about July 2013')
    """
    if not edtf:
        return ""
    left, slash, right = edtf.partition("/")
    if not slash:
        return f" {_preposition(left)} {_say(left)}"
    if left in {"", ".."}:
        return f" up to {_say(right)}"
    if right in {"", ".."}:
        return f" since {_say(left)}"
    return f" from {_say(left)} to {_say(right)}"


def _preposition(edtf: str) -> str:
    if edtf[-1] in "~?%":
        return "about"
    return "on" if edtf.count("-") == 2 else "in"


def _say(edtf: str) -> str:
    parts = edtf.rstrip("~?%").split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            date(*numbers)
    except (ValueError, TypeError):
        return edtf
    if len(numbers) == 1 or not 1 <= numbers[1] <= 12:
        return parts[0] if len(numbers) == 1 else edtf
    month = f"{MONTHS[numbers[1] - 1]} {numbers[0]}"
    return month if len(numbers) == 2 else f"{numbers[2]} {month}"
