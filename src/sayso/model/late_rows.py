"""What of a record need not be worked out before somebody asks for it?"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, overload

Row = TypeVar("Row")


class LateRows(Sequence[Row]):
    """Rows that are worked out when somebody first asks for one; equal to the same rows in a tuple.

    >>> rows = LateRows(lambda: ("a", "b"))
    >>> len(rows), rows[0], rows == ("a", "b")
    (2, 'a', True)
    """

    def __init__(self, make: Callable[[], tuple[Row, ...]]) -> None:
        self._make = make

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        """Return a row, or several."""
        return self._rows[index]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows."""
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        """Tell whether other rows are the same, late or not."""
        return self._rows == (other._rows if isinstance(other, LateRows) else other)

    def __hash__(self) -> int:
        """Return what equal rows share."""
        return hash(self._rows)

    def __repr__(self) -> str:
        """Return the rows as they are written."""
        return repr(self._rows)
