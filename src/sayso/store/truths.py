"""Has anything that the record is made of changed since?"""

import hashlib
from collections.abc import Iterator

from sayso.store.captures import NOTE, NoteFiles, read_contents
from sayso.store.folders import CaseFolder
from sayso.store.refusals import NAME


def digest_truth(folder: CaseFolder, known: NoteFiles | None = None) -> str:
    """Return the hash of settings, documents (as their `capture.json` names them) and judgements.

    `known` is what the same program read of the notes before.
    """
    digest = hashlib.sha256()
    for name, content in _truths(folder, known or {}):
        digest.update(name.encode() + b"\0" + str(len(content)).encode() + b"\0" + content)
    return digest.hexdigest()


def _truths(folder: CaseFolder, known: NoteFiles) -> Iterator[tuple[str, bytes]]:
    for path in (folder.settings, folder.judgements, folder.documents / NAME):
        yield path.name, path.read_bytes() if path.is_file() else b""
    yield from ((NOTE, content) for content in read_contents(folder, known))
