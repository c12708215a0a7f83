"""Which number does nobody outside the case know?"""

import os
import secrets

from sayso.errors import CaseError
from sayso.store.files import write_file, writing
from sayso.store.folders import CaseFolder

_LENGTH = 32


def read_secret(folder: CaseFolder) -> bytes:
    """Return the random secret of a case, made at first use: it settles the order in which private persons are numbered.

    It stays in the folder of the case and enters no export, no release and no git repository.

    Raises:
        CaseError: when it cannot be read or written, or is not what was written.
    """
    with writing(folder.secret):
        if not folder.secret.exists():
            _keep_from_git(folder)
            write_file(folder.secret, secrets.token_hex(_LENGTH).encode())
            os.chmod(folder.secret, 0o600)  # noqa: PTH101 - the folder's own rights may be wider
        content = folder.secret.read_bytes().strip()
    if len(content) < _LENGTH:
        raise CaseError(
            f"{folder.secret} is damaged; take it away to have a new one: private persons then get other numbers"
        )
    return content


def _keep_from_git(folder: CaseFolder) -> None:
    """Make sure that a repository of the case, an older one too, passes the secret over."""
    path = folder.path / ".gitignore"
    known = path.read_text("utf-8") if path.exists() else ""
    if folder.secret.name not in known.split():
        lines = f"{known.rstrip()}\n{folder.secret.name}\n".lstrip()
        write_file(path, lines.encode())
