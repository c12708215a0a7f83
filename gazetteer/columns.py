"""How are columns laid in one file that `sayso.lexicons.columns` maps?"""

import json
import struct
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal


def write_columns(columns: Mapping[str, bytes], out: Path) -> None:
    """Write columns: a head in JSON that says where each of them begins, then the columns, each at a multiple of 4 bytes."""
    head: dict[str, tuple[int, int]] = {}
    start = 0
    for name, column in columns.items():
        head[name] = (start, len(column))
        start += len(column) + -len(column) % 4
    text = json.dumps(head).encode("ascii")
    text += b" " * (-len(text) % 4)
    body = b"".join(column + b"\0" * (-len(column) % 4) for column in columns.values())
    out.write_bytes(struct.pack("<I", len(text)) + text + body)


def pack_numbers(numbers: Iterable[int], code: Literal["I", "i", "h"] = "I") -> bytes:
    """Return numbers as a column in little-endian order of bytes, whatever the machine's."""
    packed = array(code, numbers)
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        packed.byteswap()
    return packed.tobytes()
