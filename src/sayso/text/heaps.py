"""What do the parts of a whole hold by some key, when only a few parts have changed?"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import chain
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Parts = Mapping[str, Mapping[Key, tuple[Value, ...]]]


class Heaps(Generic[Key, Value]):
    """What all parts hold, by key, in the order of the parts; a part is told from another of its name by being another thing."""

    def __init__(self) -> None:
        self.all: dict[Key, tuple[Value, ...]] = {}
        self._parts: Parts[Key, Value] = {}
        self._holders: dict[Key, set[str]] = {}

    def follow(self, parts: Parts[Key, Value]) -> None:
        """Take other parts in the place of those before: only what these hold otherwise is gathered anew.

        >>> heaps = Heaps()
        >>> heaps.follow({"a": {1: ("x",)}, "b": {1: ("y",), 2: ("z",)}})
        >>> heaps.follow({"a": {1: ("w",)}, "b": {2: ("z",)}})
        >>> heaps.all
        {1: ('w',), 2: ('z',)}
        """
        if not _is_one_order(self._parts, parts):
            self.all, self._parts, self._holders = {}, {}, {}
        touched: set[Key] = set()
        for name in parts.keys() | self._parts.keys():
            if self._parts.get(name) is not parts.get(name):
                touched |= self._exchange(name, parts.get(name, {}))
        numbers = {name: number for number, name in enumerate(parts)} if touched else {}
        for key in touched:
            names = sorted(self._holders[key], key=numbers.__getitem__)
            if names:
                self.all[key] = tuple(chain.from_iterable(parts[name][key] for name in names))
            else:
                del self._holders[key]
                self.all.pop(key, None)
        self._parts = parts

    def _exchange(self, name: str, part: Mapping[Key, tuple[Value, ...]]) -> set[Key]:
        """Return the keys of which a part holds other things than the one of its name before."""
        before = self._parts.get(name, {})
        for key in before.keys() - part.keys():
            self._holders[key].discard(name)
        for key in part:
            self._holders.setdefault(key, set()).add(name)
        return {key for key in before.keys() | part.keys() if before.get(key) != part.get(key)}


def sort_by(items: Iterable[Value], key: Callable[[Value], Key]) -> dict[Key, tuple[Value, ...]]:
    """Return things by a key of theirs, those of one key in their order: what one part holds.

    >>> sort_by(["by", "ox", "boy"], key=len)
    {2: ('by', 'ox'), 3: ('boy',)}
    """
    found: dict[Key, list[Value]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return {of: tuple(those) for of, those in found.items()}


def _is_one_order(before: Mapping[str, object], parts: Mapping[str, object]) -> bool:
    """Tell whether the parts that both have come one after the other in both."""
    return list(filter(parts.__contains__, before)) == list(filter(before.__contains__, parts))
