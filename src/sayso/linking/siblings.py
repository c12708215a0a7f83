"""Which attack does a claim mean that only says "the attack"? A word for any attack joins the one told of that place and day."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from sayso.lexicons import read_toml
from sayso.linking.families import ASKED, Family
from sayso.linking.moves import BY_ATTACK, move
from sayso.linking.responses import Answers, Response, put_in
from sayso.text.memories import Memory

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


class _Attacks(NamedTuple):
    """The attacks that a document tells of: which answers are to whether there was one of any sort, and those of some sort."""

    of_any: tuple[int, ...]
    places: frozenset[str | None]
    told: tuple[Response, ...]


def settle_kinds(answers: Answers, memory: Memory) -> Answers:
    """Return the answers, those to whether there was some attack moved to the only sort of attack told there and then."""
    attacks = {name: memory.recall(_list_attacks, name, own) for name, own in answers.items()}
    places = {answers[name][which].place for name, one in attacks.items() for which in one.of_any}
    told: dict[Key, Counter[tuple[Family, str]]] = {}
    for response in (
        response
        for one in attacks.values()
        if not places.isdisjoint(one.places)
        for response in one.told
        if response.place in places
    ):
        for key in _keys(response):
            told.setdefault(key, Counter())[response.family, response.topic] += 1
    moved: dict[str, tuple[Response, ...]] = {}
    for name, one in attacks.items():
        if one.of_any:
            own = enumerate(answers[name])
            moved[name] = tuple(_move(response, told) if which in one.of_any else response for which, response in own)
    return put_in(answers, moved, settle_kinds, memory)


def _list_attacks(own: tuple[Response, ...]) -> _Attacks:
    table = read_toml("matters")["siblings"]
    attacks = frozenset(table["attacks"])
    told = tuple(
        response
        for response in own
        if (response.family.name in attacks or response.topic in attacks) and response.topic != table["any"]
    )
    return _Attacks(
        of_any=tuple(which for which, response in enumerate(own) if _is_any(response, table["any"])),
        places=frozenset(response.place for response in told),
        told=told,
    )


def _is_any(response: Response, topic: str) -> bool:
    if response.topic != topic or response.place is None or not response.family.yes:
        return False
    return response.family.agent != ASKED or response.agent is None


def _move(response: Response, told: Mapping[Key, Counter[tuple[Family, str]]]) -> Response:
    found = sum((told.get(key, Counter()) for key in _keys(response)), Counter[tuple[Family, str]]())
    chief = find_chief(found)
    if chief is None:
        return response
    text = response.answer.text.replace(response.topic, chief[1])
    told_of = move(response, BY_ATTACK, chief[1])
    return replace(told_of, family=chief[0], topic=chief[1], answer=replace(response.answer, text=text))


def _keys(response: Response) -> list[Key]:
    if response.days is None or response.days.length > 3:
        return []
    return [(response.place, day) for day in range(response.days.first, response.days.last + 1)]
