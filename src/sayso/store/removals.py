"""What has been taken out of a case, by whom and why?"""

import os
from dataclasses import dataclass

import msgspec

from sayso.errors import CaseError
from sayso.store.files import LEFTOVER, sweep, write_file, writing
from sayso.store.folders import CaseFolder

TOMBSTONE = "removed.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What stays of a document that was taken out: its hash and who took it out, when and why."""

    id: str
    sha256: str
    removed: str
    by: str | None
    reason: str


def is_removed(folder: CaseFolder, document: str) -> bool:
    """Tell whether the document was taken out."""
    # A case has thousands: a path object for each costs more than the question.
    return os.path.isfile(f"{folder.documents}{os.sep}{document}{os.sep}{TOMBSTONE}")  # noqa: PTH113


def remove_document(folder: CaseFolder, tombstone: Tombstone) -> None:
    """Take a document out: the tombstone is written first, then the rest of its folder goes.

    Raises:
        CaseError: when the folder cannot be written.
    """
    path = folder.documents / tombstone.id
    content = msgspec.json.format(msgspec.json.encode(tombstone, order="deterministic"), indent=2)
    write_file(path / TOMBSTONE, content + b"\n")
    clear_removed(folder, tombstone.id)


def clear_removed(folder: CaseFolder, document: str) -> None:
    """Delete what lies beside a tombstone; a removal that was killed half-way is finished by this."""
    path = folder.documents / document
    with writing(path):
        for part in sorted(path.iterdir()):
            if part.name != TOMBSTONE:
                part.unlink()


def restore_document(folder: CaseFolder, document: str) -> None:
    """Forget that a document was taken out, so that it can be taken in again.

    Raises:
        CaseError: when the folder cannot be written.
    """
    path = folder.documents / document
    with writing(path):
        path.rename(path.with_name(f"{LEFTOVER}{document}"))
    sweep(folder.documents)


def recover(folder: CaseFolder) -> None:
    """Finish what a killed build or removal left half done; nothing that was taken in or judged is touched.

    Raises:
        CaseError: when the folder cannot be written.
    """
    sweep(folder.path)
    sweep(folder.documents)
    if not folder.documents.is_dir():
        return
    # A case has thousands: a path object for each costs more than the question.
    with writing(folder.documents), os.scandir(folder.documents) as entries:
        held = {entry.name: os.listdir(entry.path) for entry in entries if entry.is_dir()}  # noqa: PTH208
    for document, names in sorted(held.items()):
        if any(name.startswith(LEFTOVER) for name in names):
            sweep(folder.documents / document)
        if TOMBSTONE in names:
            clear_removed(folder, document)


def read_tombstones(folder: CaseFolder) -> tuple[Tombstone, ...]:
    """Return what was taken out, by id.

    Raises:
        CaseError: when a tombstone cannot be read.
    """
    return tuple(_read(folder, path.parent.name) for path in sorted(folder.documents.glob(f"*/{TOMBSTONE}")))


def _read(folder: CaseFolder, document: str) -> Tombstone:
    path = folder.documents / document / TOMBSTONE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Tombstone)
    except (OSError, msgspec.MsgspecError) as error:
        raise CaseError(f"cannot read {path} ({error}); put it back from a copy") from error
