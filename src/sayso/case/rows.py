"""In what form does a caller get the record? Rows of plain values, to loop over or to put in a data frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, overload

from sayso.errors import InputError

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Sequence[Row]):
    """The rows of one table of the record, with the fields of the exports; `name` is the table's."""

    name: str
    items: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self.items[index]

    def to_pandas(self) -> Any:  # noqa: ANN401 - a data frame of a library that need not be there
        """Return the rows as a data frame; nested values ("place.name") become columns of their own.

        Raises:
            InputError: when pandas is not installed.
        """
        return load_pandas().json_normalize(list(self.items))


def load_pandas() -> ModuleType:
    """Return the pandas library, imported at first use.

    Raises:
        InputError: when it is not installed.
    """
    try:
        return import_module("pandas")
    except ImportError as error:
        raise InputError("pandas is not installed; get it with: pip install pandas") from error
