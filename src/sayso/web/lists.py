"""How is a long list cut into pages?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.web.queries import Query

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Generic[Item]):
    """One page of a list: its items, their number in the whole list, and the addresses before and after."""

    items: Sequence[Item]
    total: int
    first: int
    before: str | None
    after: str | None

    @property
    def last(self) -> int:
        """The number of the last item, from 1."""
        return self.first + len(self.items) - 1


def cut(items: Sequence[Item], query: Query, size: int) -> Sheet[Item]:
    """Return the page of a list that an address asks for; past the end it is the last page.

    >>> query = Query(path="/claims", values={"page": "2"}, names={})
    >>> sheet = cut("abcde", query, 2)
    >>> sheet.items, sheet.first, sheet.total, sheet.after
    ('cd', 3, 5, '/claims?page=3')
    """
    pages = max(1, -(-len(items) // size))
    page = min(query.page, pages)
    start = (page - 1) * size
    return Sheet(
        items=items[start : start + size],
        total=len(items),
        first=start + 1,
        before=_address(query, page - 1) if page > 1 else None,
        after=_address(query, page + 1) if page < pages else None,
    )


def _address(query: Query, page: int) -> str:
    return query.link(page=page if page > 1 else None)
