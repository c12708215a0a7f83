"""Has anything that the record is made of changed since?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sayso.store.captures import NOTE, document_ids
from sayso.store.folders import CaseFolder
from sayso.store.refusals import NAME


def digest_truth(folder: CaseFolder) -> str:
    """Return the hash of settings, documents (as their `capture.json` names them) and judgements."""
    digest = hashlib.sha256()
    for path in _truths(folder):
        content = path.read_bytes() if path.is_file() else b""
        digest.update(path.name.encode() + b"\0" + str(len(content)).encode() + b"\0" + content)
    return digest.hexdigest()


def _truths(folder: CaseFolder) -> Iterator[Path]:
    yield folder.settings
    yield folder.judgements
    yield folder.documents / NAME
    for document in document_ids(folder):
        yield folder.documents / document / NOTE
