"""What single articles do the inputs hold, as bytes?"""

import errno
import io
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.intake.folders import HTML, ROWS, TEXT, is_case, is_folder, name_of, problem, walk_folder
from sayso.intake.rows import BadRow, looks_like_rows, read_rows
from sayso.model.documents import Problem

LARGEST = 10_000_000
STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article before it is read: the bytes that are kept, and the fields of its row if it is one.

    `charset` is what its server called its encoding; `address` is where it was fetched from, whatever the page itself
    says; `record` is its id in a web archive.
    """

    name: str
    raw: bytes
    is_html: bool = False
    fields: Mapping[str, str] | None = None
    charset: str | None = None
    address: str | None = None
    record: str | None = None


def find_items(path: str | Path, stdin: bytes) -> Iterator[Item | Problem]:
    """Yield the articles of one input, in an order that does not change."""
    if str(path) == STDIN:
        yield from _of_bytes(STDIN, stdin)
        return
    path = Path(path)
    if not is_folder(path):
        yield from _of_file(path)
    elif is_case(path):
        yield problem(path, "this is a case, not a folder of articles; give the folder its articles came from")
    else:
        for found in walk_folder(path):
            yield from (found,) if isinstance(found, Problem) else _of_file(found)


def _of_file(path: Path) -> Iterator[Item | Problem]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield problem(path, "is no ordinary file; give a file, a folder, or - for standard input")
            return
        with path.open("rb") as stream:
            if path.suffix.casefold() in ROWS:
                yield from _of_rows(name_of(path), stream)
            else:
                yield from _of_bytes(name_of(path), stream.read(LARGEST + 1))
    except OSError as error:
        is_loop = error.errno == errno.ELOOP
        yield problem(path, "the link leads back to itself" if is_loop else f"cannot be read: {error.strerror}")


def _of_bytes(name: str, raw: bytes) -> Iterator[Item | Problem]:
    """Yield what some bytes are: by the ending of the name, else by how they begin."""
    suffix = Path(name).suffix.casefold()
    if len(raw) > LARGEST:
        yield problem(
            name,
            f"holds more than {LARGEST // 1_000_000} MB, more than any article; split it into one file an article,"
            " or into a .jsonl file with one article a row",
        )
    elif not raw.strip():
        yield problem(name, "is empty")
    elif suffix not in {*TEXT, *HTML} and looks_like_rows(raw):
        yield from _of_rows(name, io.BytesIO(raw))
    else:
        yield Item(name=name, raw=raw, is_html=suffix in HTML or (suffix not in TEXT and _looks_like_html(raw)))


def _of_rows(name: str, stream: BinaryIO) -> Iterator[Item | Problem]:
    is_empty = True
    for row in read_rows(stream):
        is_empty = False
        # A row has a name of its own, so that a day can be given for it and a mended row replaces its problem.
        row_name = f"{name}:{row.number}"
        if isinstance(row, BadRow):
            yield problem(row_name, f"row {row.number} {row.reason}")
        else:
            yield Item(name=row_name, raw=row.canonical, fields=row.fields)
    if is_empty:
        yield problem(name, "is empty")


def _looks_like_html(raw: bytes) -> bool:
    beginning = raw[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return beginning.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) and b"<" in beginning[1:]
