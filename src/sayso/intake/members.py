"""Where in a web archive does each compressed piece begin, and what does it hold?"""

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

_BLOCK = 1 << 16
_GZIP, _MAGIC = 31, b"\x1f\x8b\x08"
_SIGN = b"WARC/"


class Member(io.RawIOBase):
    """What one compressed piece of a file holds, unpacked as it is read; `is_broken` when it is not what it should be."""

    def __init__(self, source: "_Source") -> None:
        super().__init__()
        self.is_broken = False
        self._source, self._unpacking = source, zlib.decompressobj(_GZIP)

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, target: Any) -> int:  # noqa: ANN401 - any buffer
        """Fill `target` and return how many bytes it got, never more than it has room for; none at the end."""
        while not (self._unpacking.eof or self.is_broken):
            packed = self._source.take()
            try:
                found = self._unpacking.decompress(packed, len(target))
            except zlib.error:
                self.is_broken = True
                break
            self._source.give_back(self._unpacking.unconsumed_tail or self._unpacking.unused_data)
            if found:
                target[: len(found)] = found
                return len(found)
            self.is_broken = not (packed or self._unpacking.eof)
        return 0

    def drain(self) -> None:
        """Pass over what has not been read, so that the next piece can be."""
        waste = bytearray(_BLOCK)
        while self.readinto(waste):
            pass


class _Source:
    """A file from `at` on, of which what was taken too much can be given back."""

    def __init__(self, stream: BinaryIO, at: int) -> None:
        self._stream, self._rest, self.at = stream, b"", at
        stream.seek(at)

    def take(self) -> bytes:
        taken = self._rest or self._stream.read(_BLOCK)
        self._rest = b""
        self.at += len(taken)
        return taken

    def give_back(self, rest: bytes) -> None:
        self._rest = rest
        self.at -= len(rest)

    def find_next(self, after: int) -> bool:
        """Go to the next place behind `after` where a piece with a record begins; False when there is none."""
        self._stream.seek(after)
        seen, start = b"", after
        while block := self._stream.read(_BLOCK):
            seen += block
            place = seen.find(_MAGIC)
            while place >= 0:
                if len(seen) - place < _BLOCK:
                    seen += self._stream.read(_BLOCK)
                if _begins_record(seen[place : place + _BLOCK]):
                    self._go(start + place)
                    return True
                place = seen.find(_MAGIC, place + 1)
            start, seen = start + len(seen) - len(_MAGIC), seen[-len(_MAGIC) :]
        return False

    def _go(self, at: int) -> None:
        self._stream.seek(at)
        self._rest, self.at = b"", at


def is_packed(stream: BinaryIO) -> bool:
    """Tell whether a file is compressed; where its beginning is damaged, what lies behind tells."""
    stream.seek(0)
    head = stream.read(_BLOCK)
    return head.startswith(_MAGIC) or (_SIGN not in head and _Source(stream, 0).find_next(0))


def read_members(stream: BinaryIO, start: int = 0) -> Iterator[tuple[int, Member]]:
    """Yield the compressed pieces of a file from `start` on, each with the byte at which it begins.

    Behind a broken one reading goes on at the next that holds a record. At most a block is unpacked at a time.
    """
    source = _Source(stream, start)
    while head := source.take():
        source.give_back(head)
        at = source.at
        member = Member(source)
        yield at, member
        member.drain()
        if member.is_broken and not source.find_next(at + 1):
            return


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(packed, len(_SIGN)) == _SIGN
    except zlib.error:
        return False
