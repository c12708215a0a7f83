"""How do bytes get onto the disk so that a kill at any moment leaves the old or the new, never half?"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import CaseError

LEFTOVER = ".new-"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_ROOM = "make room and run it again: nothing that was in the case is lost"
_RIGHTS = "give yourself the right to write there, or name another folder"


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the system's refusal to write at `path` into one line that says what to do.

    Raises:
        CaseError: when the disk is full, or the folder cannot be written.
    """
    try:
        yield
    except OSError as error:
        advice = _ROOM if error.errno in _FULL else _RIGHTS
        raise CaseError(f"cannot write {path}: {error.strerror or error}; {advice}") from error


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` as a whole: temporary file, fsync, rename, fsync of the folder.

    Raises:
        CaseError: when it cannot be written; the old file stays.
    """
    temporary = path.with_name(f"{LEFTOVER}{os.getpid()}-{path.name}")
    with writing(path):
        _write(temporary, content)
        temporary.replace(path)
        sync_folder(path.parent)


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with `files` at `path` as a whole; it must not be there yet.

    Raises:
        CaseError: when it cannot be written; then there is no such folder.
    """
    temporary = path.with_name(f"{LEFTOVER}{path.name}")
    with writing(path):
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True)
        for name, content in files.items():
            _write(temporary / name, content)
        sync_folder(temporary)
        temporary.rename(path)
        sync_folder(path.parent)


def append_file(path: Path, content: bytes) -> None:
    """Add `content` to the end of the file in one write, with fsync; a failed write is taken back.

    Raises:
        CaseError: when it cannot be written; the file is as it was.
    """
    with writing(path), path.open("ab", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        try:
            if file.write(content) != len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file.fileno())
        except OSError:
            file.truncate(size)
            raise
        if not size:
            sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Take away what a killed write left in `folder`.

    Raises:
        CaseError: when it cannot be taken away.
    """
    with writing(folder):
        for path in sorted(folder.glob(f"{LEFTOVER}*")):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make the content of a file last through a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
