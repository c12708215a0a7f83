"""Where in a file of columns does each of them lie? The file is mapped, not read: using it touches a few of its pages."""

import json
import mmap
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Literal


class Columns:
    """The columns of a file by name, as `write_columns` of the project's folder `gazetteer` lays them."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        size = int.from_bytes(self._whole[:4], "little")
        self._head: dict[str, tuple[int, int]] = json.loads(bytes(self._whole[4 : 4 + size]))
        self._start = 4 + size

    def column(self, name: str) -> memoryview:
        """Return the bytes of a column."""
        start, length = self._head[name]
        return self._whole[self._start + start : self._start + start + length]

    def numbers(self, name: str, code: Literal["I", "i", "h"] = "I") -> Sequence[int]:
        """Return the numbers of a column: whole ones of 32 bits without or with a sign ("i"), or of 16 with one ("h")."""
        column = self.column(name)
        if sys.byteorder == "little":
            return column.cast(code)
        swapped = array(code, bytes(column))
        swapped.byteswap()
        return swapped
