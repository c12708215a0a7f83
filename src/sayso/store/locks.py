"""Who may write to a case right now?"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sayso.errors import CaseBusyError
from sayso.store.files import writing
from sayso.store.folders import CaseFolder

WAIT = 10.0
_STEP = 0.1


@contextmanager
def hold(folder: CaseFolder, *, wait: float = WAIT) -> Iterator[None]:
    """Keep other builds out of the case while the block runs; the system frees the lock when we are killed.

    Raises:
        CaseBusyError: when another process still holds the case after `wait` seconds.
    """
    with hold_file(folder.lock, wait=wait) as file:
        with writing(folder.lock):
            file.truncate(0)
            file.write(str(os.getpid()).encode())
        yield


@contextmanager
def hold_file(path: Path, *, wait: float = WAIT) -> Iterator[BinaryIO]:
    """Keep everybody else who asks for it from the file `path` while the block runs.

    Raises:
        CaseBusyError: when another process still holds it after `wait` seconds.
    """
    with writing(path):
        file = path.open("ab", buffering=0)
    with file:
        _take(file, path, time.monotonic() + wait)
        yield file


def _take(file: BinaryIO, path: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if time.monotonic() >= until:
                raise CaseBusyError(
                    f"another build or judgement holds {path.parent}{_holder(path)}; wait until it ends and run this again"
                ) from error
            time.sleep(_STEP)
        else:
            return


def _holder(path: Path) -> str:
    process = path.read_text("ascii", "replace").strip() if path.name == ".lock" else ""
    return f" (process {process})" if process.isdigit() else ""
