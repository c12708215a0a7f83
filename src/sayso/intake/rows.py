"""What does one row of a `.jsonl` file hold?"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

from sayso.intake.parts import WHOLE, Part

FIELDS = ("id", "url", "outlet", "title", "author", "published", "language", "agency", "text", "html")
LONGEST_ROW = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article as a row gives it; `canonical` is its JSON with sorted keys and no spaces, in UTF-8."""

    number: int
    fields: Mapping[str, str]
    canonical: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that cannot be taken, and why."""

    number: int
    reason: str


def find_row_parts(stream: BinaryIO, each: int) -> Iterator[Part]:
    """Yield the parts of `each` lines that a stream of JSON lines can be read in, each by itself."""
    start, first, number = 0, 1, 0
    while line := stream.readline(LONGEST_ROW + 1):
        _end_line(line, stream)
        number += 1
        if number - first + 1 == each:
            yield Part(start=start, first=first, count=each)
            start, first = stream.tell(), number + 1
    if number >= first:
        yield Part(start=start, first=first, count=number - first + 1)


def read_rows(stream: BinaryIO, part: Part = WHOLE) -> Iterator[Row | BadRow]:
    """Yield the rows of a stream of JSON lines, numbered from 1 by line; empty lines are passed over."""
    if part.start:
        stream.seek(part.start)
    number = part.first - 1
    while part.holds(number + 1) and (line := stream.readline(LONGEST_ROW + 1)):
        number += 1
        if len(line) > LONGEST_ROW:
            _end_line(line, stream)
            yield BadRow(number=number, reason=f"is longer than {LONGEST_ROW // 1_000_000} MB")
        elif line.strip():
            yield _read_row(line, number)


def _end_line(line: bytes, stream: BinaryIO) -> None:
    """Pass over the rest of a line that was not read to its end."""
    while len(line) >= LONGEST_ROW and not line.endswith(b"\n"):
        line = stream.readline(LONGEST_ROW)


def _read_row(line: bytes, number: int) -> Row | BadRow:
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
        canonical = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return BadRow(number=number, reason="holds half a character (a lone surrogate)")
    except UnicodeDecodeError:
        return BadRow(number=number, reason="is not UTF-8")
    except RecursionError:
        return BadRow(number=number, reason="is nested too deep")
    except ValueError as error:
        return BadRow(number=number, reason=f"is not valid JSON ({error})")
    fields = _read_fields(row)
    if isinstance(fields, str):
        return BadRow(number=number, reason=fields)
    return Row(number=number, fields=fields, canonical=canonical)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")


def _read_fields(row: object) -> dict[str, str] | str:
    """Return the known fields that are said, or why the row is no article."""
    if not isinstance(row, dict):
        return "is not an object with named fields"
    fields: dict[str, str] = {}
    for name in FIELDS:
        value = row.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and name == "id":
            value = str(value)
        if value is not None and not isinstance(value, str):
            return f"has a {name!r} that is not text"
        if value and value.strip():
            fields[name] = value
    return fields if "text" in fields or "html" in fields else "has neither 'text' nor 'html'"


def looks_like_rows(raw: bytes) -> bool:
    """Tell whether bytes begin with a JSON object that holds an article."""
    first = raw.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    return first.startswith(b"{") and isinstance(_read_row(first, 1), Row)
