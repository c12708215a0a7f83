"""Which files lie in a folder, in an order that does not change?"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.model.documents import Problem

TEXT, HTML, ROWS = (".txt", ".text"), (".html", ".htm", ".xhtml"), (".jsonl", ".ndjson")
ARCHIVES = (".warc", ".warc.gz", ".wacz")
_AWAY = "the link leads out of the folder; name the file itself to have it read"
_SETTINGS, _DOCUMENTS = "sayso.toml", "documents"


def walk_folder(folder: Path) -> Iterator[Path | Problem]:
    """Yield the articles in a folder and below, sorted by name, and a problem for what cannot be one.

    Hidden files and folders, and the folders of cases, are passed over. A folder is walked once, by whatever
    name it is met first; a link that leads back to a folder around it, or out of `folder`, is a problem.
    """
    yield from _walk(folder, _Walk(root=Path(os.path.realpath(folder))), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """One walk: the folder that was handed in, and the folders met so far, by device and number."""

    root: Path
    seen: set[tuple[int, int]] = field(default_factory=set)

    def leads_out(self, path: Path) -> bool:
        """Tell whether a path is, by a link, outside the folder: what was not handed in must not be taken in."""
        return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(self.root)


def _walk(folder: Path, walk: _Walk, around: tuple[tuple[int, int], ...]) -> Iterator[Path | Problem]:
    try:
        status = folder.stat()
        entries = sorted(os.listdir(folder))  # noqa: PTH208 - names, also of entries that cannot be looked at
    except OSError as error:
        yield problem(folder, f"the folder cannot be read: {error.strerror}")
        return
    identity = (status.st_dev, status.st_ino)
    if identity in around:
        yield problem(folder, "the link leads back to a folder around it; it was not followed")
    if identity in walk.seen:
        return
    walk.seen.add(identity)
    for name in entries:
        path = folder / name
        if name.startswith(".") or name == _SETTINGS or is_case(path):
            continue
        if walk.leads_out(path):
            yield problem(path, _AWAY)
        elif is_folder(path):
            yield from _walk(path, walk, (*around, identity))
        else:
            yield path if name.casefold().endswith((*TEXT, *HTML, *ROWS, *ARCHIVES)) else _unknown(path)


def is_case(path: Path) -> bool:
    """Tell whether a folder is a case of sayso."""
    return _mode(path / _SETTINGS) == stat.S_IFREG and is_folder(path / _DOCUMENTS)


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder, so far as it can be looked at."""
    return _mode(path) == stat.S_IFDIR


def _mode(path: Path) -> int | None:
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except OSError:
        return None


def _unknown(path: Path) -> Problem:
    kind = path.suffix or "without an ending"
    return problem(path, f"unknown type of file ({kind}): .txt, .html, .jsonl, .warc and .wacz are read")


def problem(path: Path | str, reason: str) -> Problem:
    """Return a problem of intake with a file."""
    return Problem(stage="intake", reason=reason, file=name_of(path))


def name_of(path: Path | str) -> str:
    """Return a path as it is written in the record: with slashes, and readable whatever bytes it has."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "replace")
