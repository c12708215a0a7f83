"""How does a sheet say who said it, in whose words, and how many origins there are?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.outputs.sheets.days import ABOUT, BY_EVENT, REPORTED, TOLD
from sayso.outputs.sheets.deaths import Deaths
from sayso.outputs.sheets.events import Event
from sayso.outputs.sheets.questions import Question
from sayso.outputs.withheld import WORDS_WITHHELD
from sayso.text.wordings import UNNAMED_OUTLET, say_origins, say_period, say_word

Row = Mapping[str, Any]
_TIMES = {
    TOLD: "On {}.",
    ABOUT: "About {}.",
    REPORTED: "Reported on {}; no day is told.",
    BY_EVENT: "On about {}, counted from another event; no day is told.",
}


def say_voice(claim: Row) -> str:
    """Return the voices of a claim from outermost to innermost; the outlet where it speaks itself."""
    return " › ".join(voice["name"] for voice in claim["chain"]) or say_outlet(claim)


def say_outlet(claim: Row) -> str:
    """Return who published the report of a claim."""
    return str(claim["outlet"] or UNNAMED_OUTLET)


def say_claim(claim: Row) -> str:
    """Return one line on a claim: who says it, in which words, where and when it was published, by whom reviewed."""
    quote = " ".join(claim["quote"].split())
    words = WORDS_WITHHELD if quote == WORDS_WITHHELD else f"“{quote}”"
    stance = "" if claim["stance"] in {"asserts", "concedes"} else f" {claim['stance']} it"
    basis = "" if claim["basis"] == "stated" else f", {claim['basis']}"
    published = f", {say_period(claim['published'])}" if claim["published"] else ", undated"
    return f"{say_voice(claim)}{stance}: {words} ({say_outlet(claim)}{published}{basis}; reviewed {claim['reviewed']})"


def say_event(event: Event, deaths: Sequence[Deaths]) -> str:
    """Return the notes of an event: its time as it is known, each voice with its words, origins, standing, numbers of dead."""
    return " ".join(_say(event, deaths))


def _say(event: Event, deaths: Sequence[Deaths]) -> Iterator[str]:
    days = event.days
    period = days.first.isoformat() if days.days == 1 else f"{days.first.isoformat()} to {days.last.isoformat()}"
    yield _TIMES[days.how].format(period)
    if event.spot.is_around:
        yield f"Placed at {event.spot.within}: no point of {event.spot.name} is known."
    yield " | ".join(say_claim(claim) for claim in event.claims)
    for question in event.questions:
        yield from (f"[{say_group(group)}]" for group in question.groups)
    claims = {claim["id"]: claim for claim in event.claims}
    if len({(one.low, one.high) for one in deaths}) > 1:
        yield "Deaths are given differently:"
    if deaths:
        yield (
            "; ".join(f"{say_voice(claims[one.claim])} says {one.words} {one.of_whom or ''}".strip() for one in deaths)
            + "."
        )


def say_group(group: Row) -> str:
    """Return what one answer rests on: its origins and what stands."""
    return f"{group['answer']}: {say_origins(group['independent_origins'])}, {say_word(group['standing'])}"


def list_outlets(claims: Sequence[Row]) -> str:
    """Return who published the reports of claims, each once."""
    return "; ".join(dict.fromkeys(say_outlet(claim) for claim in claims))


def list_days(claims: Sequence[Row]) -> str:
    """Return the days on which the reports of claims were published, each once, in order."""
    return "; ".join(sorted({claim["published"] for claim in claims if claim["published"]}))


def count_origins(questions: Sequence[Question]) -> int:
    """Return the lower bound of the number of origins of an event: that of the answer with most."""
    return max((int(group["independent_origins"][0]) for one in questions for group in one.groups), default=0)
