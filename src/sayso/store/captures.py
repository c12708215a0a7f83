"""What has been taken into a case, and how did we come by it?"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

import msgspec

from sayso.errors import CaseError
from sayso.model.documents import Archived, Capture, PageFacts
from sayso.model.fetches import Fetched
from sayso.store.files import write_file, write_folder
from sayso.store.folders import CaseFolder
from sayso.store.removals import is_removed
from sayso.store.versions import sayso_version

TEXT, NOTE, WARC = "text.txt", "capture.json", "response.warc.gz"
_EXTENSIONS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt", "application/json": "json"}


class Taken(StrEnum):
    """What became of something handed in."""

    ADDED = "added"
    KNOWN = "known"
    CHANGED = "changed"
    OUT = "taken out before"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchNote:
    """How a page came from the web; `warc` is the file beside it that holds all that was sent and received."""

    url: str
    final_url: str
    redirects: tuple[str, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    warc: str
    warc_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureNote:
    """`capture.json`: the chain of custody of one document. Clock times stand here and nowhere else.

    `names` are all names the same bytes came under, sorted; `paths` where they lay when they first came; `fetched` how they
    came from the web, `also_fetched` from which other addresses the same bytes came, `archived` the record of a web
    archive they stood in, if they did; `rights` and `sensitivity` are for the user to fill.
    """

    id: str
    sha256: str
    text_sha256: str
    original: str
    media_type: str
    names: tuple[str, ...]
    paths: tuple[str, ...]
    obtained: str
    by: str | None
    method: str
    sayso: str
    completeness: str
    page: PageFacts
    external_id: str | None = None
    fetched: FetchNote | None = None
    also_fetched: tuple[FetchNote, ...] = ()
    archived: Archived | None = None
    rights: str | None = None
    sensitivity: str | None = None

    @property
    def fetches(self) -> tuple[FetchNote, ...]:
        """Every time the document came from the web."""
        return (*((self.fetched,) if self.fetched else ()), *self.also_fetched)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How something came to us: under which paths, when (ISO time) and through whom; `page` when it came from the web."""

    paths: tuple[str, ...]
    obtained: str
    by: str | None
    page: Fetched | None = None


def store_capture(folder: CaseFolder, capture: Capture, original: bytes, given: Given) -> Taken:
    """Put one capture on disk and say what became of it.

    The same bytes again add a name to the document that is there, and what was sent and received if they came from
    another address of the web; a document that was taken out stays out.

    Raises:
        CaseError: when it cannot be written; the case is as it was.
    """
    if is_removed(folder, capture.id):
        return Taken.OUT
    path = folder.documents / capture.id
    if (path / NOTE).is_file():
        return _add_to(folder, capture, given.page)
    text, name = capture.text.encode("utf-8", "surrogatepass"), f"original.{_extension(capture)}"
    note = CaptureNote(
        id=capture.id,
        sha256=capture.sha256,
        text_sha256=hashlib.sha256(text).hexdigest(),
        original=name,
        media_type=capture.media_type,
        names=tuple(sorted({capture.file, *capture.also})),
        paths=given.paths,
        obtained=given.obtained,
        by=given.by,
        method=capture.method,
        sayso=sayso_version(),
        completeness=capture.completeness,
        page=capture.page,
        external_id=capture.external_id,
        fetched=_note_fetch(given.page, WARC) if given.page else None,
        archived=capture.archived,
    )
    more = {WARC: given.page.warc} if given.page else {}
    write_folder(path, {name: original, TEXT: text, **more, NOTE: _encode(note)})
    return Taken.ADDED


def _note_fetch(page: Fetched, warc: str) -> FetchNote:
    return FetchNote(
        url=page.url,
        final_url=page.final_url,
        redirects=page.redirects,
        status=page.status,
        headers=page.headers,
        warc=warc,
        warc_sha256=hashlib.sha256(page.warc).hexdigest(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFile:
    """A `capture.json` as a program read it; `mark` tells that it and its folder are still as they were."""

    mark: tuple[int, ...]
    content: bytes
    note: CaptureNote


NoteFiles = dict[str, NoteFile]


def read_notes(folder: CaseFolder, known: NoteFiles | None = None) -> tuple[CaptureNote, ...]:
    """Return what is known of every document in the case, by id.

    `known` is what the same program read before: a file is read again only where it or its folder has changed.

    Raises:
        CaseError: when a `capture.json` cannot be read.
    """
    before = dict(known or {})
    found: NoteFiles = {}
    for document in document_ids(folder):
        mark = _mark_note(folder, document)
        old = before.get(document)
        found[document] = old if old is not None and old.mark == mark else _read_file(folder, document, mark)
    if known is not None:
        known.clear()
        known.update(found)
    return tuple(file.note for file in found.values())


def read_contents(folder: CaseFolder, known: NoteFiles) -> Iterator[bytes]:
    """Yield what each `capture.json` holds, by id of its document; nothing where there is none."""
    for document in document_ids(folder):
        old = known.get(document)
        if old is not None and old.mark == _mark_note(folder, document):
            yield old.content
        else:
            path = folder.documents / document / NOTE
            yield path.read_bytes() if path.is_file() else b""


def _mark_note(folder: CaseFolder, document: str) -> tuple[int, ...]:
    """Return what changes when a note is written or a file of its folder put, swapped or taken away."""
    above = f"{folder.documents}{os.sep}{document}"
    try:
        # A case has thousands: a path object for each costs more than the question.
        found, own = os.stat(f"{above}{os.sep}{NOTE}"), os.stat(above)  # noqa: PTH116
    except OSError:
        return ()
    return own.st_ino, own.st_mtime_ns, found.st_ino, found.st_mtime_ns, found.st_size


def document_ids(folder: CaseFolder) -> Iterator[str]:
    """Yield the ids of the documents in the case, sorted; those taken out are left out."""
    if not folder.documents.is_dir():
        return
    with os.scandir(folder.documents) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
    yield from (name for name in names if not is_removed(folder, name))


def read_capture(folder: CaseFolder, note: CaptureNote) -> Capture:
    """Return the capture of a document with its reading text, its first name in sort order leading.

    Raises:
        CaseError: when the text is missing, or not the one that was stored.
    """
    path = folder.documents / note.id / TEXT
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CaseError(f"cannot read {path} ({error}); put it back from a copy, or run: sayso remove") from error
    if hashlib.sha256(content).hexdigest() != note.text_sha256:
        raise CaseError(f"{path} was changed after it was taken in; put it back from a copy, or run: sayso remove")
    text = content.decode("utf-8", "surrogatepass")
    return Capture(
        id=note.id,
        sha256=note.sha256,
        file=note.names[0],
        media_type=note.media_type,
        text=text,
        page=note.page,
        also=note.names[1:],
        external_id=note.external_id,
        completeness=note.completeness,
        method=note.method,
        archived=note.archived,
    )


def add_day(folder: CaseFolder, note: CaptureNote, day: str) -> None:
    """Write down the day of publication that a user gave for a document.

    Raises:
        CaseError: when it cannot be written.
    """
    _rewrite(folder, note, replace(note, page=replace(note.page, published_by_user=day)))


def _add_to(folder: CaseFolder, capture: Capture, page: Fetched | None) -> Taken:
    before = _read_note(folder, capture.id)
    after = replace(before, names=tuple(sorted({*before.names, capture.file, *capture.also})))
    if page and page.url not in {fetch.url for fetch in before.fetches}:
        after = replace(after, also_fetched=(*after.also_fetched, _keep_fetch(folder, before, page)))
    return _rewrite(folder, before, after)


def _keep_fetch(folder: CaseFolder, note: CaptureNote, page: Fetched) -> FetchNote:
    """Put what was sent and received beside what is there; until the note names it, a later one may take its place."""
    fetch = _note_fetch(page, f"response-{len(note.also_fetched) + 2}.warc.gz")
    write_file(folder.documents / note.id / fetch.warc, page.warc)
    return fetch


def _rewrite(folder: CaseFolder, before: CaptureNote, after: CaptureNote) -> Taken:
    if after == before:
        return Taken.KNOWN
    write_file(folder.documents / before.id / NOTE, _encode(after))
    return Taken.CHANGED


def _read_note(folder: CaseFolder, document: str) -> CaptureNote:
    return _read_file(folder, document, ()).note


def _read_file(folder: CaseFolder, document: str, mark: tuple[int, ...]) -> NoteFile:
    path = folder.documents / document / NOTE
    try:
        content = path.read_bytes()
        note = msgspec.json.decode(content, type=CaptureNote)
    except (OSError, msgspec.MsgspecError) as error:
        raise CaseError(
            f"cannot read {path} ({error}); put it back from a copy, or take the folder {path.parent} away"
        ) from error
    files = (NOTE, TEXT, note.original, *(fetch.warc for fetch in note.fetches))
    is_its_own = note.id == document and note.names and all(map(_is_plain, files))
    if not is_its_own or any((path.parent / name).is_symlink() for name in files):
        raise CaseError(f"{path} does not belong to its folder; put it back from a copy")
    return NoteFile(mark=mark, content=content, note=note)


def _is_plain(name: str) -> bool:
    """Tell whether a name is that of a file in the folder itself: a case from elsewhere may name any path."""
    return PurePath(name).name == name and name not in {"", ".", ".."} and "\\" not in name and "\0" not in name


def _encode(note: CaptureNote) -> bytes:
    return msgspec.json.format(msgspec.json.encode(note, order="deterministic"), indent=2) + b"\n"


def _extension(capture: Capture) -> str:
    found = _EXTENSIONS.get(capture.media_type.partition(";")[0].strip())
    suffix = PurePath(capture.file).suffix.removeprefix(".").lower()
    return found or (suffix if suffix.isascii() and suffix.isalnum() else "bin")
