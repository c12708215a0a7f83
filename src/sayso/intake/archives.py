"""Which pages does a web archive hold?"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO, cast

from sayso.intake.folders import problem
from sayso.intake.items import LARGEST, Aside, Item
from sayso.intake.parts import WHOLE, Section
from sayso.intake.records import Found, find_parts, read_records
from sayso.model.documents import Archived, Problem
from sayso.text.bodies import TooLargeError, read_type, unpack

PAGES, PLAIN = frozenset({"text/html", "application/xhtml+xml"}), "text/plain"
WARCS, WACZ = (".warc", ".warc.gz"), ".wacz"
# Records that hold what came from the web; the others say how it was asked for, or of the archive itself.
_HOLDING = frozenset({"response", "resource", "conversion"})
_REPEAT = "revisit"
# What the library raises at files that are no ZIP, are damaged, packed in an unknown way or with a password.
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error)
_UNSOUND = "is no sound WACZ file"


def find_archive_sections(name: str, stream: BinaryIO, each: int) -> Iterator[Section | Problem]:
    """Yield the sections of about `each` records of an archive, in their order."""
    try:
        for inside, _, archive in _open(name, stream):
            yield from (Section(inside=inside, part=part) for part in find_parts(archive, each))
    except _BROKEN as error:
        yield problem(name, f"{_UNSOUND} ({error})")


def read_archive(name: str, stream: BinaryIO, section: Section | None = None) -> Iterator[Item | Aside | Problem]:
    """Yield the pages and plain texts of an archive, or of a section of it, in their order.

    A page is called by the archive and the number of its record in it, all records counted ("crawl.warc.gz:12"). A
    broken record is a problem, and reading goes on with the next.
    """
    is_empty = section is None
    try:
        for its_name, found in _read_sections(name, stream, section):
            is_empty = False
            yield from _read(found, its_name)
    except _BROKEN as error:
        is_empty = False
        yield problem(name, f"{_UNSOUND} ({error})")
    if is_empty:
        yield problem(name, "holds no record of a web archive")


def _read_sections(name: str, stream: BinaryIO, section: Section | None) -> Iterator[tuple[str, Found]]:
    for inside, its_name, archive in _open(name, stream):
        if section is None or section.inside == inside:
            yield from ((its_name, found) for found in read_records(archive, section.part if section else WHOLE))


def _open(name: str, stream: BinaryIO) -> Iterator[tuple[str | None, str, BinaryIO]]:
    """Yield the archives of a file with their names: itself, or those inside a WACZ file."""
    if not name.casefold().endswith(WACZ):
        yield None, name, stream
        return
    with zipfile.ZipFile(stream) as zipped:
        names = (inside for inside in sorted(zipped.namelist()) if inside.startswith("archive/"))
        for inside in (inside for inside in names if inside.casefold().endswith(WARCS)):
            with zipped.open(inside) as archive:
                yield inside, f"{name}/{inside}", cast("BinaryIO", archive)


def _read(found: Found, name: str) -> Iterator[Item | Aside | Problem]:
    name = f"{name}:{found.number}"
    if isinstance(found.record, str):
        yield problem(name, found.record)
        return
    kind = found.record.rec_type
    if kind == _REPEAT:
        yield Aside(name=name, what="repeats of a page that stands elsewhere")
    if kind not in _HOLDING:
        return
    media_type, charset = read_type(_header(found.record, "Content-Type"))
    status = _status(found.record)
    if status not in {None, "200"}:
        yield Aside(name=name, what=f"answers with status {status}")
    elif media_type not in {*PAGES, PLAIN}:
        yield Aside(name=name, what=media_type)
    else:
        yield _read_page(found.record, name, media_type, charset)


def _read_page(record: Any, name: str, media_type: str, charset: str | None) -> Item | Problem:  # noqa: ANN401
    packed = record.raw_stream.read(LARGEST + 1)
    is_whole = record.raw_stream.limit <= 0 or len(packed) > LARGEST
    is_whole = is_whole and not record.rec_headers.get_header("WARC-Truncated")
    try:
        raw = _unpack(record, packed) if len(packed) <= LARGEST else None
    except TooLargeError:
        raw = None
    if raw is None:
        return problem(name, f"holds more than {LARGEST // 1_000_000} MB, more than any article")
    if isinstance(raw, str):
        return problem(name, raw)
    if not raw.strip():
        return problem(name, "is empty")
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI")
    identity = (headers.get_header("WARC-Record-ID") or "").strip("<>") or None
    archive, date = name.rpartition(":")[0], headers.get_header("WARC-Date")
    return Item(
        name=name,
        raw=raw,
        is_html=media_type in PAGES,
        charset=charset,
        address=url,
        archived=Archived(archive=archive, record=identity, url=url, date=date),
        is_whole=is_whole,
    )


def _unpack(record: Any, packed: bytes) -> bytes | str:  # noqa: ANN401 - the library has no types
    """Return a body without chunks and content encodings, or why it cannot be had.

    Many archives keep the header of an encoding that they have taken off: then the body is taken as it is.
    """
    if (_header(record, "Transfer-Encoding") or "").strip().casefold() == "chunked":
        packed = _load_chunks()(io.BytesIO(packed), decomp_type=None).read(LARGEST + 1)
    encoding = (_header(record, "Content-Encoding") or "").strip()
    raw = unpack(packed, encoding, LARGEST)
    if raw is None and encoding.casefold() in {"br", "zstd"} and not packed.lstrip().startswith(b"<"):
        return f"is packed in a way that is not read here ({encoding})"
    return packed if raw is None else raw


def _header(record: Any, name: str) -> str | None:  # noqa: ANN401
    """Return a header of the answer, or of the record where it holds no answer of a server."""
    headers = record.http_headers or record.rec_headers
    found = headers.get_header(name)
    return None if found is None else str(found)


def _status(record: Any) -> str | None:  # noqa: ANN401
    return str(record.http_headers.get_statuscode()) if record.http_headers else None


def _load_chunks() -> Any:  # noqa: ANN401
    return import_module("warcio.bufferedreaders").ChunkedDataReader
