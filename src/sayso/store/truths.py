"""Has anything that the record is made of changed since?"""

import hashlib
from collections.abc import Iterable

from sayso.store.captures import NOTE, NoteFiles, read_contents
from sayso.store.folders import CaseFolder
from sayso.store.refusals import NAME


def digest_truth(folder: CaseFolder, known: NoteFiles | None = None) -> str:
    """Return the hash of settings, documents (as their `capture.json` names them) and judgements.

    `known` is what the same program read of the notes before.
    """
    return _digest(folder, read_contents(folder, known or {}))


def digest_read(folder: CaseFolder, notes: NoteFiles) -> str:
    """Return what `digest_truth` does of the notes as they were just read, and as a record is made of them."""
    return _digest(folder, (file.content for file in notes.values()))


def _digest(folder: CaseFolder, notes: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    paths = (folder.settings, folder.judgements, folder.documents / NAME)
    found = ((path.name, path.read_bytes() if path.is_file() else b"") for path in paths)
    for name, content in (*found, *((NOTE, content) for content in notes)):
        digest.update(name.encode() + b"\0" + str(len(content)).encode() + b"\0" + content)
    return digest.hexdigest()
