"""Which attack does a claim mean that only says "the attack"? A word for any attack joins the one told of that place and day."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.lexicons import read_toml
from sayso.linking.families import ASKED, Family
from sayso.linking.replies import Reply

# One that this many times as many claims tell of as of any other is the one meant.
CHIEF = 3
Item = TypeVar("Item", bound=Hashable)
Key = tuple[str | None, int]


def find_chief(told: Mapping[Item, int]) -> Item | None:
    """Return the only thing told, or the one told three times as often as any other; None when none stands out.

    >>> find_chief({"town": 3, "village": 1}), find_chief({"town": 2, "village": 1})
    ('town', None)
    """
    ordered = sorted(told.items(), key=lambda item: (-item[1], str(item[0])))
    if not ordered or (len(ordered) > 1 and ordered[0][1] < CHIEF * ordered[1][1]):
        return None
    return ordered[0][0]


def settle_kinds(replies: Sequence[Reply]) -> list[Reply]:
    """Return the answers, those to whether there was some attack moved to the only sort of attack told there and then."""
    table = read_toml("matters")["siblings"]
    attacks = frozenset(table["attacks"])
    told: dict[Key, Counter[tuple[Family, str]]] = {}
    for reply in replies:
        if (reply.family.name in attacks or reply.topic in attacks) and reply.place and reply.topic != table["any"]:
            for key in _keys(reply):
                told.setdefault(key, Counter())[reply.family, reply.topic] += 1
    return [_move(reply, told) if _is_any(reply, table["any"]) else reply for reply in replies]


def _is_any(reply: Reply, topic: str) -> bool:
    is_asked = reply.family.agent == ASKED and reply.agent is not None
    return reply.topic == topic and reply.place is not None and bool(reply.family.yes) and not is_asked


def _move(reply: Reply, told: Mapping[Key, Counter[tuple[Family, str]]]) -> Reply:
    found = sum((told.get(key, Counter()) for key in _keys(reply)), Counter[tuple[Family, str]]())
    chief = find_chief(found)
    if chief is None:
        return reply
    text = reply.answer.text.replace(reply.topic, chief[1])
    return replace(reply, family=chief[0], topic=chief[1], answer=replace(reply.answer, text=text))


def _keys(reply: Reply) -> list[Key]:
    if reply.days is None or reply.days.length > 3:
        return []
    return [(reply.place, day) for day in range(reply.days.first, reply.days.last + 1)]
