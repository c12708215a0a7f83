"""Does a claim on a region speak of the one town in it that others name for the same day?"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from sayso.linking.cells import LONG
from sayso.linking.library import Library
from sayso.linking.replies import Reply

Key = tuple[str, str, str, int]


def narrow_places(replies: Sequence[Reply], library: Library) -> list[Reply]:
    """Return the answers, those on a region or country moved to the only finer place named for the same days.

    "58 killed in the province" and "58 killed in the town" are one question when no other town of the province
    has such an event on that day. What holds for a while (who holds it, a siege) is never moved: a province
    and its town are different questions. A district and its city are never one either.
    """
    finer = _index(replies, library)
    return [_narrow(reply, finer, library) for reply in replies]


def _index(replies: Sequence[Reply], library: Library) -> dict[Key, set[str]]:
    finer: dict[Key, set[str]] = {}
    for reply in replies:
        if reply.place is None or not _is_event(reply) or library.is_coarse(reply.place):
            continue
        holders = [holder for holder in library.holders(reply.place) if library.is_coarse(holder)]
        for holder, day in product(holders, _days(reply)):
            finer.setdefault((reply.family.name, reply.topic, holder, day), set()).add(reply.place)
    return finer


def _narrow(reply: Reply, finer: dict[Key, set[str]], library: Library) -> Reply:
    if reply.place is None or not _is_event(reply) or not library.is_coarse(reply.place):
        return reply
    found: set[str] = set()
    for day in _days(reply):
        found |= finer.get((reply.family.name, reply.topic, reply.place, day), set())
    return replace(reply, place=min(found)) if len(found) == 1 else reply


def _is_event(reply: Reply) -> bool:
    is_short = reply.days is not None and reply.days.length <= LONG
    return is_short and not reply.family.is_state


def _days(reply: Reply) -> range:
    return range(reply.days.first, reply.days.last + 1) if reply.days else range(0)
