"""What is taken in from the disk and from standard input?"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.errors import InputError
from sayso.intake.captures import digest, make_capture
from sayso.intake.contents import STDIN, find_items
from sayso.intake.items import LARGEST, Item
from sayso.model.documents import Capture, Problem


def read_inputs(
    inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[tuple[Capture, bytes] | Problem]:
    """Return what the inputs hold: each article once, with the bytes to keep, and what could not be read.

    An input is a file, a folder (walked in order of names) or "-" for standard input: text, a page, or JSON lines
    with one article a row. Identical bytes under several names are one capture with all of them. The inputs are
    gone through twice, first for the names, so that no more than one article is held in memory.

    Raises:
        InputError: when an input is not there.
    """
    for path in inputs:
        if str(path) != STDIN and not os.path.lexists(path):
            raise InputError(f"no file or folder {str(path)!r}; check the path")
    return _read(tuple(dict.fromkeys(str(path) for path in inputs)), stdin)


def _read(inputs: tuple[str, ...], stdin: BinaryIO | None) -> Iterator[tuple[Capture, bytes] | Problem]:
    typed = (stdin or sys.stdin.buffer).read(LARGEST + 1) if STDIN in inputs else b""
    names: dict[str, dict[str, None]] = {}
    for item in _items(inputs, typed):
        if isinstance(item, Item):
            names.setdefault(digest(item.raw), {})[item.name] = None
    told: set[object] = set()
    for item in _items(inputs, typed):
        key = item if isinstance(item, Problem) else digest(item.raw)
        if key in told:
            continue
        told.add(key)
        if isinstance(item, Problem):
            yield item
        else:
            yield from make_capture(item, tuple(names.get(str(key), ())))


def _items(inputs: tuple[str, ...], typed: bytes) -> Iterator[Item | Problem]:
    for path in inputs:
        yield from find_items(path, typed)
