"""Where and when does its own text set a thing of which a claim names no place, or no day?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.lexicons import read_toml
from sayso.linking.answers import DOUBT, EXPECTED, NO
from sayso.linking.cells import NAMED, NEAR_EVENT
from sayso.linking.moves import BY_ANSWERED, BY_TEXT, BY_TEXT_DAY, move
from sayso.linking.responses import LONG, About, Response
from sayso.linking.scopes import UNSAID
from sayso.model.kinds import Scope, TimeBasis
from sayso.text.days import Run

# From so many days before the news on a text looks back.
_LONG_PAST = 31
Item = TypeVar("Item")


def settle_anchors(responses: Sequence[Response]) -> tuple[Response, ...]:
    """Return the answers of a document, those that name no place or no day set where the text has told of such a thing.

    A text goes on about what it told: of a thing that it has set, by name, at one place only, or on one day only, it
    speaks also where it names neither. What holds for a while, and counts that run on, are left where they are. A
    denial or doubt is set where and when that is which it answers.
    """
    return _answer(_settle(_settle(responses, named_place, _place), named_day, _set_on))


def named_place(response: Response) -> str | None:
    """Return the place that the words of an answer name, None where it is only where the text last was."""
    return None if response.resolved.claim.place_rule in UNSAID else response.place


def named_day(response: Response) -> Run | None:
    """Return the days that the words of an answer name, None where they name none, or a long time."""
    is_short = response.days is not None and response.days.length <= LONG
    return response.days if is_short and response.resolved.period.basis in NAMED else None


def _settle(
    responses: Sequence[Response],
    read: Callable[[Response], Item | None],
    put: Callable[[Response, Response], Response],
) -> tuple[Response, ...]:
    """Return the answers, each put where the only one of its sort before it is that says where; `read` tells what it says."""
    told: dict[About, dict[Item, Response]] = {}
    settled = []
    for response in responses:
        item, known = read(response), told.setdefault(response.about, {})
        if item is not None:
            known.setdefault(item, response)
        is_open = item is None and len(known) == 1 and _is_passing(response)
        settled.append(put(response, next(iter(known.values()))) if is_open else response)
    return tuple(settled)


def _is_passing(response: Response) -> bool:
    """Tell whether it tells of something that happens and passes."""
    return response.family.has_place and not response.family.is_state and response.scope in {None, Scope.INCIDENT}


def _place(response: Response, told: Response) -> Response:
    # A number may be that of a place told of before, whatever number another place has.
    return response if response.scope is not None else set_at(response, told)


def set_at(response: Response, told: Response) -> Response:
    """Return an answer at the place of another of its text, if that has one."""
    if told.place in {None, response.place}:
        return response
    return replace(move(response, BY_TEXT, told.place), place=told.place)


def _set_on(response: Response, told: Response) -> Response:
    days = told.days
    if days is None or response.place != told.place or not _could_be_on(response, days):
        return response
    return replace(move(response, BY_TEXT_DAY, told.edtf), days=days, is_adrift=False)


def _could_be_on(response: Response, days: Run) -> bool:
    """Tell whether it names no day, or only that of the document, shortly after."""
    if response.days is None:
        return response.resolved.period.basis is TimeBasis.NONE and not _is_of_all_time(response)
    is_of_document = response.resolved.period.basis is TimeBasis.DOCUMENT
    return is_of_document and 0 < response.days.first - days.last <= NEAR_EVENT


def _answer(responses: Sequence[Response]) -> tuple[Response, ...]:
    """Return the answers, a denial or doubt set where and when the last one before it that it answers is set.

    Only a bare denial ("denied it") is of what the text just recalled of a time long before its news.
    """
    last: dict[About, list[Response]] = {}
    settled = []
    for response in responses:
        said = next((one for one in reversed(last.get(response.about, ())) if _could_answer(response, one)), None)
        is_turned = response.answer.level in {NO, DOUBT} and response.scope is None
        if is_turned and said is not None and said.resolved.chain != response.resolved.chain:
            settled.append(_set_beside(response, said))
        else:
            settled.append(response)
        if response.answer.level not in {NO, DOUBT, EXPECTED}:
            last.setdefault(response.about, []).append(response)
    return tuple(settled)


def _could_answer(denied: Response, said: Response) -> bool:
    """Tell whether a denial can be of a thing told before it: of one long past only where it says nothing of its own."""
    is_reply = denied.resolved.claim.frame in read_toml("matters")["answering"]["frames"]
    if is_reply or denied.days is None or said.days is None:
        return True
    return denied.days.first - said.days.last <= _LONG_PAST


def _set_beside(denied: Response, said: Response) -> Response:
    place = denied.place if named_place(denied) is not None else said.place
    is_dated = denied.resolved.period.basis in NAMED or _is_of_all_time(denied)
    days, is_adrift = (denied.days, denied.is_adrift) if is_dated else (said.days, said.is_adrift)
    if (place, days) == (denied.place, denied.days) or (is_dated and place != said.place):
        return denied
    return replace(move(denied, BY_ANSWERED, said.edtf), place=place, days=days, is_adrift=is_adrift)


def _is_of_all_time(denied: Response) -> bool:
    """Tell whether it says, of nobody and no day, that such a thing was not: it may mean that it never was."""
    is_reply = denied.resolved.claim.frame in read_toml("matters")["answering"]["frames"]
    is_turned = denied.answer.level in {NO, DOUBT} and denied.answer.holder is None
    return denied.days is None and is_turned and not is_reply
