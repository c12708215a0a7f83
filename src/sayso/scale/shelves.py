"""Where do files lie that many machines read and write? On a disk, or on anything that fsspec opens."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import CaseError, InputError
from sayso.scale.libraries import load
from sayso.store.files import write_file, writing


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder, here or elsewhere, by its address; names in it have slashes."""

    url: str

    def write(self, name: str, content: bytes) -> None:
        """Put a file on the shelf as a whole: a reader finds the old one or the new one, never half.

        Raises:
            CaseError: when it cannot be written.
        """
        system, root = _open(self.url)
        if _is_local(system):
            path = Path(root) / name
            with writing(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, content)
            return
        try:
            system.pipe_file(f"{root}/{name}", content)
        except OSError as error:
            raise CaseError(f"cannot write {self.url}/{name}: {error}") from error

    def read(self, name: str) -> bytes:
        """Return the content of a file.

        Raises:
            CaseError: when it is not there.
        """
        system, root = _open(self.url)
        try:
            return bytes(system.cat_file(f"{root}/{name}"))
        except OSError as error:
            raise CaseError(f"cannot read {self.url}/{name}: {error}") from error

    @contextmanager
    def opening(self, name: str) -> Iterator[BinaryIO]:
        """Give a file to read from, at any place of it.

        Raises:
            CaseError: when it is not there.
        """
        system, root = _open(self.url)
        try:
            file = system.open(f"{root}/{name}", "rb")
        except OSError as error:
            raise CaseError(f"cannot read {self.url}/{name}: {error}") from error
        with file:
            yield file

    def has(self, name: str) -> bool:
        """Tell whether there is such a file."""
        system, root = _open(self.url)
        return bool(system.isfile(f"{root}/{name}"))

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of all files in a folder and below, sorted, without those that are being written."""
        system, root = _open(self.url)
        start = f"{root}/{folder}"
        if not system.isdir(start):
            return ()
        found = (str(path)[len(root) + 1 :] for path in system.find(start))
        return tuple(sorted(name for name in found if not name.rpartition("/")[2].startswith(".")))


def find_files(url: str) -> Iterator[str]:
    """Yield the addresses of a file, or of those in a folder, that fsspec opens.

    Raises:
        InputError: when there is none.
    """
    try:
        system, path = _open(url)
        found = [path] if system.isfile(path) else sorted(system.find(path))
        yield from (str(system.unstrip_protocol(one)) for one in found)
    except (OSError, ValueError, ImportError) as error:
        raise InputError(f"cannot open {url!r}: {error}") from error
    if not found:
        raise InputError(f"no file or folder {url!r}; check the address")


@contextmanager
def opening(url: str) -> Iterator[BinaryIO]:
    """Give the file at an address or path to read from."""
    with load("fsspec").open(url, "rb").open() as file:
        yield file


def is_address(path: str) -> bool:
    """Tell whether an input is an address and no path of this machine."""
    return "://" in path


@cache
def _open(url: str) -> tuple[Any, str]:
    system, root = load("fsspec.core").url_to_fs(url)
    return system, str(root).rstrip("/")


def _is_local(system: Any) -> bool:  # noqa: ANN401
    protocol = system.protocol
    return "file" in ((protocol,) if isinstance(protocol, str) else protocol)
