"""What does each column of each exported table mean? The data dictionary, and the order of the columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sayso.lexicons import read_csv

TYPES = ("text", "number", "flag", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a flat table: `type` is text, number, flag (true/false) or json (lists and their like).

    A dot in the name is a step into a nested value: `place.name` is `row["place"]["name"]`.
    """

    table: str
    name: str
    type: str
    meaning: str

    @property
    def path(self) -> tuple[str, ...]:
        """The steps from the row to the value."""
        return tuple(self.name.split("."))


def _load() -> Mapping[str, tuple[Column, ...]]:
    tables: dict[str, list[Column]] = {}
    for row in read_csv("columns"):
        tables.setdefault(row["table"], []).append(Column(**row))
    return MappingProxyType({table: tuple(columns) for table, columns in tables.items()})


COLUMNS: Mapping[str, tuple[Column, ...]] = _load()
# Names in the texts as such and pieces of page furniture (authors) are no claims: nobody reviews them, and who somebody
# is or where he is from could be told by them.
_STAYS = frozenset({"toponyms", "furniture"})
PUBLIC_COLUMNS: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {table: columns for table, columns in COLUMNS.items() if table not in _STAYS}
)
