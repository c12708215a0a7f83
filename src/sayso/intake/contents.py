"""What single articles do the inputs hold, as bytes?"""

import errno
import io
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.intake.archives import find_archive_sections, read_archive
from sayso.intake.folders import ARCHIVES, HTML, ROWS, TEXT, is_case, is_folder, name_of, problem, walk_folder
from sayso.intake.items import LARGEST, Aside, Item
from sayso.intake.parts import WHOLE, Part, Section
from sayso.intake.rows import BadRow, find_row_parts, looks_like_rows, read_rows
from sayso.model.documents import Problem

STDIN = "-"
_KINDS_SHOWN = 4


def find_items(path: str | Path, stdin: bytes) -> Iterator[Item | Problem]:
    """Yield the articles of one input, in an order that does not change."""
    if str(path) == STDIN:
        yield from _of_bytes(STDIN, stdin)
        return
    for file in find_files(path):
        yield from (file,) if isinstance(file, Problem) else _of_file(file)


def find_files(path: str | Path) -> Iterator[Path | Problem]:
    """Yield the files of one input: itself, or what lies in a folder."""
    path = Path(path)
    if not is_folder(path):
        yield path
    elif is_case(path):
        yield problem(path, "this is a case, not a folder of articles; give the folder its articles came from")
    else:
        yield from walk_folder(path)


def read_content(name: str, stream: BinaryIO, section: Section | None = None) -> Iterator[Item | Aside | Problem]:
    """Yield the articles in a file that is open, by the ending of its name, else by how it begins.

    `section` is the part of an archive or of rows that is read, if not the whole.
    """
    ending = name.casefold()
    if ending.endswith(ARCHIVES):
        yield from read_archive(name, stream, section)
    elif ending.endswith(ROWS):
        yield from _of_rows(name, stream, section.part if section else WHOLE)
    else:
        yield from _of_bytes(name, stream.read(LARGEST + 1))


def find_sections(name: str, stream: BinaryIO, each: int) -> Iterator[Section | Problem]:
    """Yield the sections of about `each` articles that a file can be read in, each by itself."""
    ending = name.casefold()
    if ending.endswith(ARCHIVES):
        yield from find_archive_sections(name, stream, each)
    elif ending.endswith(ROWS):
        yield from (Section(part=part) for part in find_row_parts(stream, each))
    else:
        yield Section()


def _of_file(path: Path) -> Iterator[Item | Problem]:
    asides: Counter[str] = Counter()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield problem(path, "is no ordinary file; give a file, a folder, or - for standard input")
            return
        with path.open("rb") as stream:
            yield from _count_asides(read_content(name_of(path), stream), asides)
    except OSError as error:
        is_loop = error.errno == errno.ELOOP
        yield problem(path, "the link leads back to itself" if is_loop else f"cannot be read: {error.strerror}")
    if asides:
        yield problem(path, say_asides(asides))


def _count_asides(found: Iterator[Item | Aside | Problem], asides: Counter[str]) -> Iterator[Item | Problem]:
    for one in found:
        if isinstance(one, Aside):
            asides[one.what] += 1
        else:
            yield one


def say_asides(asides: Counter[str]) -> str:
    """Return in words what of an archive was passed over.

    >>> say_asides(Counter({"image/jpeg": 3, "answers with status 404": 1}))
    '4 records passed over that are no page of text: 3 image/jpeg, 1 answers with status 404'
    """
    shown = [f"{number:,} {what}" for what, number in sorted(asides.items(), key=lambda pair: (-pair[1], pair[0]))]
    more = ["others"] if len(shown) > _KINDS_SHOWN else []
    return f"{asides.total():,} records passed over that are no page of text: " + ", ".join(
        [*shown[:_KINDS_SHOWN], *more]
    )


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


def _of_rows(name: str, stream: BinaryIO, part: Part = WHOLE) -> Iterator[Item | Problem]:
    is_empty = True
    for row in read_rows(stream, part):
        is_empty = False
        # A row has a name of its own, so that a day can be given for it and a mended row replaces its problem.
        row_name = f"{name}:{row.number}"
        if isinstance(row, BadRow):
            yield problem(row_name, f"row {row.number} {row.reason}")
        else:
            yield Item(name=row_name, raw=row.canonical, fields=row.fields)
    if is_empty and part == WHOLE:
        yield problem(name, "is empty")


def _looks_like_html(raw: bytes) -> bool:
    beginning = raw[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return beginning.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) and b"<" in beginning[1:]
