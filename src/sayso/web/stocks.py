"""What was worked out last for pages, as long as it holds and there is room for it?"""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Stock(Generic[Item]):
    """So many things as were asked for last, by name; every thread may put and take.

    >>> stock = Stock[str](2)
    >>> for name in "abc":
    ...     stock.put(name, name.upper())
    >>> stock.find("a"), stock.find("b"), stock.find("c")
    (None, 'B', 'C')
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._items: OrderedDict[Hashable, Item] = OrderedDict()
        self._lock = Lock()

    def find(self, name: Hashable) -> Item | None:
        """Return what was put there under a name, None where it had to make room."""
        with self._lock:
            if name in self._items:
                self._items.move_to_end(name)
            return self._items.get(name)

    def put(self, name: Hashable, item: Item) -> None:
        """Keep something under a name; what was not asked for longest makes room."""
        with self._lock:
            self._items[name] = item
            self._items.move_to_end(name)
            while len(self._items) > self._room:
                self._items.popitem(last=False)

    def clear(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._items.clear()
