"""Which numbers of one text count the same people, though a later one does not say whose, where or when?"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicons import read_toml
from sayso.linking.anchors import named_day, named_place, set_at
from sayso.linking.dossiers import Dossier
from sayso.linking.moves import BY_OWN_DEAD, BY_SORT, BY_TEXT_DAY, move
from sayso.linking.parties import is_of_party
from sayso.linking.responses import About, Response
from sayso.linking.scopes import PEOPLE
from sayso.text.days import Run

# How many characters on a text still speaks of the number it just gave: two sentences of the news, set by hand.
NEXT = 250


def settle_tallies(responses: Sequence[Response], dossier: Dossier) -> tuple[Response, ...]:
    """Return the answers of a document, a number beside those before it that count the same people.

    "Nine deaths", said by a side right after others counted its dead, counts the same men; engineers or teachers are
    counted of one place in a text; and what another voice counts right after is counted of the same days. "Eight hurt" in
    a heading are the eight nurses of its report.
    """
    return _date(_place(_name_sort(_own_up(responses, dossier))))


def _name_sort(responses: Sequence[Response]) -> tuple[Response, ...]:
    """Return the answers, a bare number as that of the only sort of people of whom the text gives the same number, day and place."""
    sorts: dict[tuple[str, str, str | None, Run | None], list[Response]] = {}
    for response in responses:
        if response.scope is not None and response.whom != PEOPLE and not response.is_part and response.party is None:
            sorts.setdefault(_count(response), []).append(response)
    return tuple(
        _count_same(response, sorts[_count(response)][0], BY_SORT)
        if _is_bare(response) and len({one.topic for one in sorts.get(_count(response), ())}) == 1
        else response
        for response in responses
    )


def _count(response: Response) -> tuple[str, str, str | None, Run | None]:
    return response.family.name, response.answer.key, response.place, response.days


def _own_up(responses: Sequence[Response], dossier: Dossier) -> tuple[Response, ...]:
    """Return the answers, a side's bare number of dead beside the number of its men that others gave just before."""
    last: dict[str, Response] = {}
    settled = []
    for response in responses:
        told = last.get(response.family.name)
        is_next = told is not None and _is_bare(response) and _is_next(told, response)
        is_theirs = is_next and is_of_party(dossier.voices.get(response.resolved.voice), told.party if told else None)
        settled.append(_count_same(response, told) if told is not None and is_theirs else response)
        if response.scope is not None:
            last[response.family.name] = settled[-1]
    return tuple(settled)


def _is_bare(response: Response) -> bool:
    """Tell whether a number is of the dead, or hurt, with no word for who they were."""
    is_general = response.scope is not None and response.whom == PEOPLE and response.party is None
    return is_general and set(response.words.casefold().split()).isdisjoint(read_toml("matters")["people"]["persons"])


def _is_next(told: Response, response: Response) -> bool:
    """Tell whether another voice says it right after."""
    left, right = told.resolved.claim, response.resolved.claim
    return told.resolved.chain != response.resolved.chain and 0 <= right.span.start - left.span.end <= NEXT


def _count_same(response: Response, told: Response, rule: str = BY_OWN_DEAD) -> Response:
    place = told.place if named_place(response) is None else response.place
    moved = move(response, rule, told.whom)
    return replace(moved, topic=told.topic, whom=told.whom, party=told.party, scope=told.scope, place=place)


def _place(responses: Sequence[Response]) -> tuple[Response, ...]:
    """Return the answers, a number of a rare sort of people at the place of the last such number, where it names none.

    Soldiers or children fall in many places; of engineers or teachers a text tells once.
    """
    last: dict[About, Response] = {}
    settled = []
    for response in responses:
        told = last.get(response.about) if named_place(response) is None and _is_of_rare_sort(response) else None
        is_then = told is not None and (told.days == response.days or named_day(response) is None)
        settled.append(set_at(response, told) if told is not None and is_then else response)
        last[response.about] = settled[-1]
    return tuple(settled)


def _is_of_rare_sort(response: Response) -> bool:
    people = read_toml("matters")["people"]
    return response.scope is not None and response.whom not in {"", *people["sorts"], *people["civilians"]}


def _date(responses: Sequence[Response]) -> tuple[Response, ...]:
    """Return the answers; a number that another voice gives right after one of the same at that place is of its days."""
    last: dict[tuple[About, str | None], Response] = {}
    settled = []
    for response in responses:
        told = last.get((response.about, response.place)) if response.scope is not None else None
        is_again = told is not None and _is_next(told, response) and named_day(response) is None
        settled.append(_set_on(response, told) if told is not None and is_again else response)
        last[response.about, response.place] = settled[-1]
    return tuple(settled)


def _set_on(response: Response, told: Response) -> Response:
    if (response.days, response.scope) == (told.days, told.scope):
        return response
    moved = move(response, BY_TEXT_DAY, told.edtf)
    return replace(moved, days=told.days, scope=told.scope, is_firm=told.is_firm, is_adrift=told.is_adrift)
