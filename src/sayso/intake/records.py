"""Which records does a web archive hold? These are WARC files, ISO 28500."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import Any, BinaryIO

from sayso.intake.members import is_packed, read_members
from sayso.intake.parts import WHOLE, Part

# A head that is longer is none: what a server says of a page fits in a small part of it.
_LONGEST_HEAD = 1 << 18
_BLOCK = 1 << 16
_SIGN = b"WARC/"
_NO_RECORD = "no record begins where one should"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record of an archive; or, as `record`, why none can be read there, in words.

    `start` is the byte from which it can be read again. A record is the library's own; its body is to be read before the
    next is asked for.
    """

    number: int
    start: int
    record: Any


class _Lines:
    """A stream whose heads cannot be endless."""

    def __init__(self, stream: BinaryIO | io.BufferedReader) -> None:
        self._stream, self._left = stream, _LONGEST_HEAD

    def begin(self) -> None:
        self._left = _LONGEST_HEAD

    def readline(self, length: int | None = None) -> bytes:
        line = bytes(self._stream.readline(self._left if length is None else min(length, self._left)))
        self._left -= len(line)
        if self._left <= 0:
            raise ValueError("the head has no end")
        return line

    def tell(self) -> int:
        """Return where the head ends that is being read, so far as the library asks."""
        return _LONGEST_HEAD - self._left

    def read(self, length: int = -1) -> bytes:
        return bytes(self._stream.read(length))


def read_records(stream: BinaryIO, part: Part = WHOLE) -> Iterator[Found]:
    """Yield the records of a part of an archive; where one is broken, say so and go on with the next."""
    number = part.first
    for start, record in _read_all(stream, part.start):
        if not part.holds(number):
            return
        yield Found(number=number, start=start, record=record)
        number += 1


def find_parts(stream: BinaryIO, each: int) -> Iterator[Part]:
    """Yield the parts of about `each` records that an archive can be read in, each by itself."""
    begin, last = WHOLE, 0
    for found in read_records(stream):
        if found.number - begin.first >= each and found.start > begin.start:
            yield Part(start=begin.start, first=begin.first, count=found.number - begin.first)
            begin = Part(start=found.start, first=found.number)
        last = found.number
    if last:
        yield Part(start=begin.start, first=begin.first, count=last - begin.first + 1)


def _read_all(stream: BinaryIO, start: int) -> Iterator[tuple[int, Any]]:
    """Yield each record, or why there is none, with the byte at which it, or the compressed piece it is in, begins."""
    if not is_packed(stream):
        stream.seek(start)
        yield from _read_piece(_Lines(stream), stream.tell)
        return
    for at, member in read_members(stream, start):
        yield from _read_piece(_Lines(io.BufferedReader(member, _BLOCK)), partial(int, at))
        if member.is_broken:
            yield at, "the compressed data are damaged"


def _read_piece(lines: _Lines, where: Callable[[], int]) -> Iterator[tuple[int, Any]]:
    """Yield what one piece holds. Of a run of lines in which no record can be found only the first is told."""
    loader = _load_warcio().recordloader.ArcWarcRecordLoader()
    is_lost = False
    while True:
        start = where()
        found = _read_next(lines, loader)
        if found is None:
            return
        is_broken = isinstance(found, str)
        if found and not (is_broken and is_lost):
            yield start, found
            if not is_broken:
                _pass_over(found)
        is_lost = is_broken and (is_lost or bool(found))


def _read_next(lines: _Lines, loader: Any) -> Any:  # noqa: ANN401 - the library has no types
    """Return the next record; a reason when there is none, an empty one for an empty line; None at the end."""
    lines.begin()
    try:
        line = lines.readline()
        if not line.startswith(_SIGN):
            return (_NO_RECORD if line.strip() else "") if line else None
        record = loader.parse_record_stream(lines, statusline=line, known_format="warc")
    except _errors() as error:
        return f"the head of the record is damaged ({str(error).strip()})"
    return record if record.length is not None else "the record does not say how long it is"


def _pass_over(record: Any) -> None:  # noqa: ANN401
    while record.raw_stream.read(_BLOCK):
        pass


def _errors() -> tuple[type[Exception], ...]:
    """Return what the library raises at broken heads: a header that is not there is no text either."""
    library = _load_warcio()
    parsing = library.statusandheaders.StatusAndHeadersParserException
    return (library.exceptions.ArchiveLoadFailed, parsing, EOFError, AttributeError, ValueError)


@cache
def _load_warcio() -> Any:  # noqa: ANN401
    for name in ("exceptions", "recordloader", "statusandheaders"):
        import_module(f"warcio.{name}")
    return import_module("warcio")
