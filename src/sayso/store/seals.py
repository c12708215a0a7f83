"""Has a byte of the record's file changed since the build that wrote it?"""

import hashlib
from pathlib import Path

from sayso.store.files import write_file, writing


def break_seal(path: Path) -> None:
    """Take the seal off before the file is changed: a build that is killed leaves none, and not a wrong one.

    Raises:
        CaseError: when it cannot be taken off.
    """
    with writing(path):
        _seal(path).unlink(missing_ok=True)


def seal(path: Path) -> None:
    """Write the hash of the file beside it.

    Raises:
        CaseError: when it cannot be written.
    """
    write_file(_seal(path), _hash(path).encode() + b"\n")


def is_as_sealed(path: Path) -> bool:
    """Tell whether the file is what was sealed; one without a seal is not called changed."""
    try:
        known = _seal(path).read_text("ascii", "replace").strip()
    except FileNotFoundError:
        return True
    return known == _hash(path)


def _seal(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
